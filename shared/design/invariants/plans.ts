import type { Component, Step, Value } from '../design.ts'
import { isCall, stepForms, walkSteps } from '../steps.ts'
import { isStated, known } from '../value.ts'
import { type Invariant, type Planned, type Remark, percent } from './invariant.ts'
import { grouped } from '../wording.ts'

const tolerance = 1e-6

interface StepAt {
  readonly component: Component
  readonly step: Step
  readonly path: string
}

function* stepsOf(planned: readonly Planned[]): Iterable<StepAt> {
  for (const { component, path: at } of planned) {
    for (const [number, plan] of (component.plans ?? []).entries()) {
      const found: StepAt[] = []
      walkSteps(plan.steps, (step, path) => {
        found.push({ component, step, path: `${at}.plans[${number}].steps${path}` })
      })
      yield* found
    }
  }
}

/** E5: a plan speaks of the calls that its component makes. */
export const stepsAreOwnCalls: Invariant = {
  code: 'E5',
  holds: 'Steps list only the caller’s own arrows, and none that is offline.',
  *check({ planned, flows, callers, name }) {
    for (const { component, step, path } of stepsOf(planned)) {
      const flow = isCall(step) ? flows.get(step.call) : undefined
      if (!flow) continue
      const [caller] = callers(flow)
      const subject = `${name(component.id)} lists ${name(flow.id)}`
      if (caller !== undefined && !callers(flow).includes(component.id)) {
        yield {
          sentence: `${subject}, but ${name(caller)} makes that call.`,
          path: `${path}.call`,
          element: component.id,
        }
      } else if (flow.mode === 'offline') {
        yield {
          sentence: `${subject}, which is offline, so nothing calls it. Take the step out, or give the arrow another mode.`,
          path: `${path}.call`,
          element: component.id,
        }
      }
    }
  },
}

const formWords = { call: 'calls', steps: 'lists steps', parallel: 'runs in parallel', choose: 'chooses' }

/** E6: a step is one thing. A form of a later version is kept and not used. */
export const stepsHaveOneForm: Invariant = {
  code: 'E6',
  holds: 'A step is exactly one of call, steps, parallel, choose.',
  *check({ planned, name }) {
    for (const { component, step, path } of stepsOf(planned)) {
      const forms = stepForms.filter((form) => form in step)
      if (forms.length === 1) continue
      const subject = `Step ${positionIn(path)} of ${name(component.id)}`
      const [first, second] = forms
      if (first === undefined || second === undefined) {
        const sentence = `${subject} is of a form that this version does not know; it is kept and not used.`
        yield { sentence, path, element: component.id, level: 'warning' }
      } else {
        const inner = first === 'call' ? 'call' : first === 'steps' ? 'steps' : 'branches'
        const outer = second === 'choose' ? 'choice' : 'group'
        yield {
          sentence: `${subject} both ${formWords[first]} and ${formWords[second]}. Put the ${inner} inside the ${outer}.`,
          path,
          element: component.id,
        }
      }
    }
  },
}

/** 1-based: the last position in a path. */
function positionIn(path: string): number {
  return Number(/\[(\d+)\]$/.exec(path)?.[1] ?? 0) + 1
}

function shareOf(step: Step): number | undefined {
  const share = known(step.share)
  return typeof share === 'number' ? share : undefined
}

function* outside(value: Value<number> | undefined): Iterable<number> {
  const numbers = isStated(value) ? [value.value, value.low, value.high] : [known(value)]
  for (const number of numbers) if (typeof number === 'number' && (number < 0 || number > 1)) yield number
}

/** E7: shares are between nothing and all. */
export const sharesAreShares: Invariant = {
  code: 'E7',
  holds: 'Shares lie between 0 and 1, and those of a choice add up to 1 at most.',
  *check({ planned, name }) {
    for (const { component, step, path } of stepsOf(planned)) {
      for (const field of ['share', 'ends'] as const) {
        const [wrong] = outside(step[field])
        if (wrong === undefined) continue
        yield {
          sentence: `A step of ${name(component.id)} has the ${field === 'share' ? 'share' : 'share that ends'} ${wrong}. Write a number from 0 to 1.`,
          path: `${path}.${field}`,
          element: component.id,
        }
      }
      if (!('choose' in step)) continue
      const total = step.choose.reduce((sum, child) => sum + (shareOf(child) ?? 0), 0)
      if (total <= 1 + tolerance) continue
      const last = step.choose.findLastIndex((child) => shareOf(child) !== undefined)
      yield {
        sentence: `The choices of ${name(component.id)} add up to ${percent(total)}. Lower them to 100 % together.`,
        path: `${path}.choose[${last}].share`,
        element: component.id,
      }
    }
  },
}

/** W8: a choice that sometimes chooses nothing. */
export const choicesAddUp: Invariant = {
  code: 'W8',
  holds: 'A choice whose shares are all stated adds up to 1.',
  *check({ planned, name }) {
    for (const { component, step, path } of stepsOf(planned)) {
      if (!('choose' in step) || step.failover === true || step.choose.length === 0) continue
      const shares = step.choose.map(shareOf)
      if (shares.includes(undefined)) continue
      const total = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
      if (total > 1 - tolerance) continue
      yield {
        sentence: `In ${percent(1 - total)} of cases ${name(component.id)} chooses nothing. Is that meant?`,
        path: `${path}.choose`,
        element: component.id,
      }
    }
  },
}

/** E9: loops and joins that can happen. */
export const loopsAndJoinsHappen: Invariant = {
  code: 'E9',
  holds: 'Steps repeat a positive number of times, a spread adds up to 1, a join waits for branches that are there.',
  *check({ planned, name }) {
    for (const { component, step, path } of stepsOf(planned)) {
      for (const remark of loopRemarks(step, name(component.id))) {
        yield { ...remark, path: `${path}.${remark.path}`, element: component.id }
      }
    }
  },
}

/** Turns that nobody has seen an agent take for one request. */
const turnsAtMost = 1e6

function* loopRemarks(step: Step, caller: string): Iterable<Pick<Remark, 'sentence' | 'path' | 'level'>> {
  for (const field of ['times', 'atOnce'] as const) {
    const number = known(step[field])
    if (typeof number !== 'number') continue
    const what = field === 'times' ? 'repeats a step' : 'runs turns at once,'
    if (number > turnsAtMost) {
      const sentence = `${caller} ${what} ${grouped(number)} times for one request. Is it meant? It is computed as it stands.`
      yield { sentence, path: field, level: 'warning' }
    }
    if (number > 0) continue
    yield { sentence: `${caller} ${what} ${number} times. Write a number above 0, or take the step out.`, path: field }
  }
  if (Array.isArray(step.spread)) {
    const spread: readonly number[] = step.spread
    const total = spread.reduce((sum, part) => sum + part, 0)
    const below = spread.find((part) => part < 0)
    if (below !== undefined) {
      yield {
        sentence: `The turns of a loop of ${caller} have a probability of ${below}; the least is 0.`,
        path: 'spread',
      }
    } else if (Math.abs(total - 1) > tolerance) {
      yield {
        sentence: `The turns of a loop of ${caller} have probabilities that add up to ${percent(total)}; 100 % is needed.`,
        path: 'spread',
      }
    }
  }
  if (!('parallel' in step) || typeof step.join !== 'number') return
  const branches = step.parallel.length
  if (step.join > branches)
    yield { sentence: `${caller} waits for ${step.join} of ${branches} branches.`, path: 'join' }
  else if (step.join < 1 || !Number.isInteger(step.join)) {
    yield {
      sentence: `${caller} waits for ${step.join} branches. Write a whole number from 1 to ${branches}.`,
      path: 'join',
    }
  }
}

/** E10: it is plain which plan answers. */
export const plansDoNotCompete: Invariant = {
  code: 'E10',
  holds: 'One plan for each trigger, and at most one for all others.',
  *check({ planned, name }) {
    for (const { component, path: at } of planned) {
      const answered = new Set<string>()
      let hasRest = false
      for (const [number, plan] of (component.plans ?? []).entries()) {
        const path = `${at}.plans[${number}]`
        const element = component.id
        if (!plan.on) {
          if (hasRest)
            yield {
              sentence: `Two plans of ${name(component.id)} answer everything else. Say in "on" what each answers.`,
              path,
              element,
            }
          hasRest = true
        }
        for (const [position, on] of (plan.on ?? []).entries()) {
          if (answered.has(on))
            yield {
              sentence: `Two plans of ${name(component.id)} answer ${name(on)}.`,
              path: `${path}.on[${position}]`,
              element,
            }
          answered.add(on)
        }
      }
    }
  },
}
