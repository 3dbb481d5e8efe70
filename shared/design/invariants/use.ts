import type { Action, Arrivals, Flow, Id } from '../design.ts'
import { known } from '../value.ts'
import { arrivalNumberRemarks } from './arrival-numbers.ts'
import { type Context, type Invariant, type Remark, percent } from './invariant.ts'

/** E14: an action begins where somebody begins something, and ends where it can arrive. */
export const actionsStartAndEnd: Invariant = {
  code: 'E14',
  holds: 'Actions start at an arrow out of an actor or at a component, and are answered by an arrow that they reach.',
  *check(context) {
    const { design, flows, components, vocabulary, name } = context
    for (const [index, action] of (design.actions ?? []).entries()) {
      const start = flows.get(action.starts)
      const tail = start && components.get(start.from)
      if (start && tail && vocabulary.isActor(tail.kind) === false) {
        yield {
          sentence: `The action ${name(action.id)} starts at ${name(start.id)}, but nobody begins there: ${name(tail.id)} only acts when called. Start it at an arrow out of a user, or at a component.`,
          path: `actions[${index}].starts`,
          element: action.id,
        }
      }
      const end = action.answeredBy === undefined ? undefined : flows.get(action.answeredBy)
      if (!end || reaches(context, action, end)) continue
      yield {
        sentence: `${name(action.id)} is answered by ${name(end.id)}, which no step from ${name(action.starts)} ever reaches.`,
        path: `actions[${index}].answeredBy`,
        element: action.id,
      }
    }
  },
}

/** Whether an arrow is called, directly or not, by what an action starts. */
function reaches(context: Context, action: Action, end: Flow): boolean {
  const start = context.flows.get(action.starts)
  const first = start ? context.callees(start) : [action.starts]
  if (start?.id === end.id) return true
  const reached = reachedFrom(context, first)
  return context.callers(end).some((caller) => reached.has(caller))
}

const outgoingBefore = new WeakMap<Context, ReadonlyMap<Id, readonly Flow[]>>()

/** The arrows that each component calls along; asked for every action. */
function outgoingOf(context: Context): ReadonlyMap<Id, readonly Flow[]> {
  const found = outgoingBefore.get(context)
  if (found) return found
  const outgoing = new Map<Id, Flow[]>()
  for (const flow of context.design.flows ?? []) {
    if (flow.mode === 'offline') continue
    for (const caller of context.callers(flow)) {
      const there = outgoing.get(caller)
      if (there) there.push(flow)
      else outgoing.set(caller, [flow])
    }
  }
  outgoingBefore.set(context, outgoing)
  return outgoing
}

/** The components that are at work once these are: a component makes all calls that are not offline. */
function reachedFrom(context: Context, starts: readonly Id[]): ReadonlySet<Id> {
  const outgoing = outgoingOf(context)
  const reached = new Set<Id>(starts)
  const waiting = [...reached]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const flow of outgoing.get(next) ?? []) {
      for (const callee of context.callees(flow)) {
        if (reached.has(callee)) continue
        reached.add(callee)
        waiting.push(callee)
      }
    }
  }
  return reached
}

/** W15: actions that somebody performs. */
export const actionsArePerformed: Invariant = {
  code: 'W15',
  holds: 'Every action has a workload, with a share above 0.',
  *check({ design, name }) {
    const workloads = design.workloads ?? []
    // Without any workload the estimate assumes one and says so.
    if (workloads.length === 0) return
    for (const [index, action] of (design.actions ?? []).entries()) {
      const shares = workloads.flatMap((workload) => {
        const share = Object.hasOwn(workload.mix, action.id) ? workload.mix[action.id] : undefined
        return share === undefined ? [] : [known(share) ?? 1]
      })
      if (shares.some((share) => share > 0)) continue
      yield {
        sentence: `Nobody performs ${name(action.id)}; it costs nothing in this estimate. Give it a share in a workload.`,
        path: `actions[${index}]`,
        element: action.id,
      }
    }
  },
}

const forms: readonly (readonly [string, string])[] = [
  ['rate', 'a rate'],
  ['users', 'users with a think time'],
  ['items', 'a batch of items'],
]

/** E16: work arrives in one way, at hours of a day. */
export const arrivalsAreOneForm: Invariant = {
  code: 'E16',
  holds:
    'Arrivals have exactly one form, profiles of 24 hours and 7 weekdays that are not all 0, and a mix that is not.',
  *check({ design, name }) {
    for (const [index, workload] of (design.workloads ?? []).entries()) {
      const path = `workloads[${index}]`
      const said = forms.filter(([field]) => field in workload.arrivals).map(([, words]) => words)
      if (said.length > 1) {
        yield {
          sentence: `${name(workload.id)} arrives as ${said.join(' and as ')}. Keep one of them.`,
          path: `${path}.arrivals`,
          element: workload.id,
        }
      }
      for (const remark of profileRemarks(workload.arrivals, name(workload.id))) {
        yield { ...remark, path: `${path}.arrivals.${remark.path}`, element: workload.id }
      }
      for (const remark of arrivalNumberRemarks(workload.arrivals, name(workload.id))) {
        yield { ...remark, path: `${path}.arrivals.${remark.path}`, element: workload.id, level: 'warning' }
      }
      const shares = Object.values(workload.mix).map((share) => known(share))
      const negative = shares.some((share) => share !== undefined && share < 0)
      if (negative || (shares.length > 0 && shares.every((share) => share === 0))) {
        yield {
          sentence: `The shares in the mix of ${name(workload.id)} must be 0 or more, and not all 0.`,
          path: `${path}.mix`,
          element: workload.id,
        }
      } else yield* sumRemarks(shares, name(workload.id), { path: `${path}.mix`, element: workload.id })
    }
  },
}

/** Shares are what one arrival performs: together one action, unless somebody means more or fewer. */
function* sumRemarks(
  shares: readonly (number | undefined)[],
  workload: string,
  at: Pick<Remark, 'path' | 'element'>,
): Iterable<Remark> {
  const total = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
  if (shares.length < 2 || shares.includes(undefined) || Math.abs(total - 1) <= 1e-6) return
  const sentence = `The shares in the mix of ${workload} add up to ${percent(total)}: so many actions for each arrival. Is that meant?`
  yield { sentence, ...at, level: 'warning' }
}

function* profileRemarks(arrivals: Arrivals, workload: string): Iterable<Pick<Remark, 'sentence' | 'path'>> {
  if (!('rate' in arrivals)) return
  for (const [field, length, unit] of [
    ['hours', 24, 'hours'],
    ['weekdays', 7, 'days'],
  ] as const) {
    const profile = arrivals[field]
    if (!profile) continue
    if (profile.length !== length) {
      yield { sentence: `The profile of ${workload} has ${profile.length} ${unit}; ${length} are needed.`, path: field }
    } else if (profile.some((weight) => weight < 0) || profile.every((weight) => weight === 0)) {
      yield { sentence: `The weights in the profile of ${workload} must be 0 or more, and not all 0.`, path: field }
    }
  }
}

/** W23: arrows that nothing ever calls. */
export const arrowsAreCalled: Invariant = {
  code: 'W23',
  holds: 'Every arrow is called by some action, or is offline.',
  readsSettings: true,
  *check(context) {
    const { design, name, callers } = context
    const begun = beginnings(context)
    if (!begun) return
    const reached = reachedFrom(context, begun.components)
    for (const [index, flow] of (design.flows ?? []).entries()) {
      if (flow.mode === 'offline' || begun.flows.has(flow.id)) continue
      if (callers(flow).some((caller) => reached.has(caller))) continue
      yield {
        sentence: `Nothing ever calls ${name(flow.id)}. Start an action that leads there, or make it offline.`,
        path: `flows[${index}]`,
        element: flow.id,
      }
    }
  },
}

/** Where work begins; undefined when kinds cannot say who is an actor. */
function beginnings(context: Context): { components: readonly Id[]; flows: ReadonlySet<Id> } | undefined {
  const { design, flows, components, vocabulary, callers, callees } = context
  if (design.actions && design.actions.length > 0) {
    const started = design.actions.flatMap((action) => flows.get(action.starts) ?? [])
    const boxes = design.actions.flatMap((action) => (components.has(action.starts) ? [action.starts] : []))
    const begun = [...boxes, ...started.flatMap(callees), ...countedLoaders(context)]
    return { components: begun, flows: new Set(started.map((flow) => flow.id)) }
  }
  const boxes = design.components ?? []
  if (boxes.some((component) => vocabulary.isActor(component.kind) === undefined)) return undefined
  const actors = boxes.filter((component) => vocabulary.isActor(component.kind) === true).map(({ id }) => id)
  if (actors.length > 0) return { components: [...actors, ...countedLoaders(context)], flows: new Set() }
  const called = new Set((design.flows ?? []).filter((flow) => flow.mode !== 'offline').flatMap(callees))
  const uncalled = boxes.filter((component) => !called.has(component.id)).map(({ id }) => id)
  const calling = new Set((design.flows ?? []).flatMap(callers))
  return { components: uncalled.length > 0 ? uncalled : [...calling], flows: new Set() }
}

/** What loads documents that somebody counted: the first load runs it, though no action starts there. */
function countedLoaders({ design, components, vocabulary, callers, callees }: Context): readonly Id[] {
  return (design.flows ?? []).flatMap((flow) => {
    const isCounted = callees(flow).some((id) => typeof known(components.get(id)?.settings?.['documents']) === 'number')
    if (!isCounted) return []
    return callers(flow).filter((id) => vocabulary.isLoader(components.get(id)?.kind ?? '') === true)
  })
}
