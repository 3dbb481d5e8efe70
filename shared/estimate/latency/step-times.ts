import { numberOr } from '../../design/value.ts'
import type { ResolvedCall, ResolvedStep } from '../../graph/run.ts'
import { keyOf } from '../../kinds/formula/formula-band.ts'
import { limitsOf } from '../../kinds/formula/standing.ts'
import { endsOf, shareOf, turnsOf } from '../calls/step-numbers.ts'
import { inputOf } from '../calls/step-inputs.ts'
import { shareWithAtLeast } from '../distribution/combine.ts'
import { atLeastOnce, turnsBeforeLast } from '../distribution/repeat.ts'
import { after, type Clock, joined, looped, oneOf, stopped, swingOf, type WeightedClock, withSwing } from './clock.ts'
import { findHolder, gateDelay, groupElement, streamingStep } from './streams.ts'
import { type Ending, instantly, type StepTimes, type TimesOf } from './timed-step.ts'

/** Whether the caller waits for it. */
export function isAwaited(step: ResolvedStep): boolean {
  if (shareOf(step) === 0) return false
  if (step.type === 'call') return isAwaitedCall(step)
  if (step.type === 'sequence') return step.steps.some(isAwaited)
  if (step.type === 'parallel') return step.branches.some(isAwaited)
  return step.choices.some((choice) => isAwaited(choice.step))
}

/** Whether the caller waits for a call when it makes it. */
export function isAwaitedCall({ run, mode }: ResolvedCall): boolean {
  return run !== undefined && mode !== 'async' && mode !== 'offline'
}

/** Whether turns are said of it. */
export function isLoop({ times, spread }: ResolvedStep): boolean {
  return times !== undefined || spread !== undefined
}

/**
 * The calls whose times make up those of these steps; undefined where a failover asks for the time of a call in a way of
 * its own.
 */
export function awaitedCalls(steps: readonly ResolvedStep[]): readonly ResolvedCall[] | undefined {
  const found: ResolvedCall[] = []
  for (const step of steps.filter(isAwaited)) {
    const inner = step.type === 'call' ? [step] : awaitedInside(step)
    if (inner === undefined) return undefined
    found.push(...inner)
  }
  return found
}

function awaitedInside(step: Exclude<ResolvedStep, ResolvedCall>): readonly ResolvedCall[] | undefined {
  if (step.type === 'sequence') return awaitedCalls(step.steps)
  if (step.type === 'parallel') return awaitedCalls(step.branches)
  if (step.failover) return undefined
  return awaitedCalls(step.choices.flatMap(({ share, step: choice }) => (share > 0 ? [choice] : [])))
}

/**
 * Steps in sequence: times add up by convolution; those who answer at a step leave there. The first part passes through
 * when the last awaited step streams, but for gates after it that let a stream through.
 */
export function sequenceTimes(times: TimesOf, steps: readonly ResolvedStep[]): StepTimes {
  const awaited = steps.filter(isAwaited)
  const each = awaited.map((step) => times.step(step))
  const source = streamingStep(times, awaited, each)
  const ways: WeightedClock[] = []
  const endings: Ending[] = []
  let clock: Clock = stopped
  let alive = 1
  let failing = 0
  let first: Clock | undefined
  const sums = addInOrder(steps, each)
  awaited.forEach((_, index) => {
    const step = each[index] ?? instantly
    if (index === source) first = after(clock, after(step.first, gateDelay(times, awaited, each, index)))
    failing += alive * (1 - failing) * step.failing
    const leaving = step.ended?.weight ?? 0
    if (step.ended) ways.push({ weight: alive * leaving, clock: after(clock, step.ended.clock) })
    endings.push(...scaleEndings(step.endings, alive, clock.time.meanMs))
    clock = sums[index] ?? clock
    alive *= 1 - leaving
  })
  const left = ways.reduce((sum, way) => sum + way.weight, 0)
  const held = source === undefined ? findHolder(times, awaited, each) : undefined
  return {
    going: clock,
    first: first ?? clock,
    streams: first !== undefined,
    failing,
    ...(left > 1e-12 ? { ended: { weight: left, clock: oneOf(ways) }, endings } : {}),
    ...(held ? { held } : {}),
  }
}

/** Steps one after the other, as they were added up before: by the list of them, which an edit leaves alone. */
const addedBefore = new WeakMap<
  readonly ResolvedStep[],
  { readonly each: readonly Clock[]; readonly sums: readonly Clock[] }
>()

/** How long the first step takes, the first two, and so on; those before the first that is another are not added up again. */
function addInOrder(steps: readonly ResolvedStep[], times: readonly StepTimes[]): readonly Clock[] {
  const each = times.map(({ going }) => going)
  const before = addedBefore.get(steps)
  const changed = before === undefined ? 0 : each.findIndex((going, index) => going !== before.each[index])
  const sums = before === undefined ? [] : before.sums.slice(0, changed < 0 ? each.length : changed)
  for (const going of each.slice(sums.length)) sums.push(after(sums.at(-1) ?? stopped, going))
  if (each.length > 1) addedBefore.set(steps, { each, sums })
  return sums
}

function scaleEndings(endings: readonly Ending[] = [], share: number, laterMs: number): readonly Ending[] {
  return endings.map(({ node, atLow, atHigh, meanMs }) => {
    return { node, atLow: atLow * share, atHigh: atHigh * share, meanMs: meanMs + laterMs }
  })
}

/** Works out one step with its modifiers; ask `times.step` for what may be known. */
export function stepTimes(times: TimesOf, step: ResolvedStep): StepTimes {
  const reached = endHere(step, loopTimes(times, step))
  const share = shareOf(step)
  return share >= 1 ? reached : perhaps(step, reached, share)
}

/** A choice's share is its probability; loops and ends still apply. */
function choiceTimes(times: TimesOf, step: ResolvedStep): StepTimes {
  return endHere(step, isAwaited(step) ? loopTimes(times, step) : instantly)
}

/** In this share of the runs; those who go on afterwards are the others and those of it who do not answer there. */
function perhaps(step: ResolvedStep, reached: StepTimes, share: number): StepTimes {
  const goesOn = share * (1 - (reached.ended?.weight ?? 0))
  const mix = (clock: Clock): Clock =>
    oneOf([
      { weight: goesOn, clock },
      { weight: 1 - share, clock: stopped },
    ])
  const going = moved(mix(reached.going), step, 'share', reached.going.time.meanMs * share)
  return {
    ...reached,
    going,
    failing: share * reached.failing,
    first: reached.streams ? mix(reached.first) : going,
    ...(reached.ended ? { ended: { weight: share * reached.ended.weight, clock: reached.ended.clock } } : {}),
    endings: scaleEndings(reached.endings, share, 0),
  }
}

function endHere(step: ResolvedStep, times: StepTimes): StepTimes {
  const ends = endsOf(step)
  if (ends === 0) return times
  const before = times.ended?.weight ?? 0
  const here = (1 - before) * ends
  const clock = oneOf([
    { weight: before, clock: times.ended?.clock ?? stopped },
    { weight: here, clock: times.going },
  ])
  const node = inputOf(step, 'ends')
  const limits = node && limitsOf(node)
  const ending = limits && {
    node,
    atLow: (1 - before) * (limits.low - ends),
    atHigh: (1 - before) * (limits.high - ends),
    meanMs: times.going.time.meanMs,
  }
  return {
    ...times,
    ended: { weight: before + here, clock },
    endings: [...(times.endings ?? []), ...(ending ? [ending] : [])],
  }
}

function loopTimes(times: TimesOf, step: ResolvedStep): StepTimes {
  const turn = onceTimes(times, step)
  if (!isLoop(step)) return turn
  const turns = turnsOf(step)
  const atOnce = numberOr(step.atOnce, 1)
  const all = looped(turn.going, turns, atOnce)
  const going = moved(all, step, 'times', all.time.meanMs)
  const streams = turn.streams && atOnce <= 1
  const firstOf = (): Clock => {
    const before = turnsBeforeLast(turns).map(({ weight, turns: earlier }) => {
      return { weight, clock: looped(turn.going, earlier, 1) }
    })
    const last = after(oneOf(before), turn.first)
    return turns.mean >= 1
      ? last
      : oneOf([
          { weight: turns.mean, clock: last },
          { weight: 1 - turns.mean, clock: stopped },
        ])
  }
  const leaving = turn.ended ? atLeastOnce(turn.ended.weight, turns) : 0
  const half = (): Clock => looped(turn.going, { mean: Math.max(0, (turns.mean - 1) / 2), spread: 'fixed' }, 1)
  const { endings: _endings, ...lasting } = turn
  return {
    ...lasting,
    going,
    first: streams ? firstOf() : going,
    streams,
    failing: atLeastOnce(turn.failing, turns),
    ...(turn.ended ? { ended: { weight: leaving, clock: after(half(), turn.ended.clock) } } : {}),
  }
}

/** The turns of a loop before the one in which something happens: on average half of the others. */
export function turnsBefore(times: TimesOf, step: ResolvedStep): Clock {
  const mean = (turnsOf(step).mean - 1) / 2
  const turn = mean > 0 ? onceTimes(times, step).going : stopped
  return turn === stopped ? stopped : looped(turn, { mean, spread: 'fixed' }, 1)
}

/** What the band of a modifier does to a mean that is in proportion to it. */
function moved(clock: Clock, step: ResolvedStep, field: 'share' | 'times', meanMs: number): Clock {
  const node = inputOf(step, field)
  if (!node || node.value <= 0) return clock
  const limits = limitsOf(node) ?? { low: node.value, high: node.value }
  const atLow = meanMs * (limits.low / node.value - 1)
  const atHigh = meanMs * (limits.high / node.value - 1)
  return withSwing(clock, keyOf(node), swingOf(node, atLow, atHigh))
}

function onceTimes(times: TimesOf, step: ResolvedStep): StepTimes {
  if (step.type === 'call') return step.run === undefined ? instantly : times.call(step)
  if (step.type === 'sequence') return sequenceTimes(times, step.steps)
  if (step.type === 'parallel') return parallelTimes(times, step)
  return step.failover ? failoverTimes(times, step) : chooseTimes(times, step)
}

function parallelTimes(times: TimesOf, step: Extract<ResolvedStep, { type: 'parallel' }>): StepTimes {
  const awaited = step.branches.filter(isAwaited)
  const each = awaited.map((branch) => times.step(branch))
  const [only] = each
  if (!only) return instantly
  if (each.length === 1) return only
  const count = step.join === 'all' ? each.length : step.join === 'any' ? 1 : Math.min(step.join, each.length)
  // Who answers inside a branch does so at the join.
  const whole = each.map((branch) =>
    branch.ended ? oneOf([branch.ended, { weight: 1 - branch.ended.weight, clock: branch.going }]) : branch.going,
  )
  const going = after(joined(whole, count), times.afterJoin(step))
  const leaving = 1 - each.reduce((left, branch) => left * (1 - (branch.ended?.weight ?? 0)), 1)
  const streaming = each.some((branch) => branch.streams)
  const inner = each.find((branch) => branch.held)?.held
  const held = streaming
    ? { element: groupElement(step), reason: 'Parallel branches are joined before anything is passed on.' }
    : inner
  return {
    going,
    first: going,
    streams: false,
    failing:
      1 -
      shareWithAtLeast(
        each.map((branch) => 1 - branch.failing),
        count,
      ),
    ...(leaving > 1e-12 ? { ended: { weight: leaving, clock: going } } : {}),
    ...(held ? { held } : {}),
  }
}

function chooseTimes(times: TimesOf, step: Extract<ResolvedStep, { type: 'choose' }>): StepTimes {
  const ways = step.choices
    .filter((choice) => choice.share > 0)
    .map((choice) => ({ share: choice.share, times: choiceTimes(times, choice.step) }))
  const chosen = ways.reduce((sum, way) => sum + way.share, 0)
  const leaving = ways.reduce((sum, way) => sum + way.share * (way.times.ended?.weight ?? 0), 0)
  const none = { weight: Math.max(0, 1 - chosen), clock: stopped }
  const goingShare = (way: (typeof ways)[number]): number => way.share * (1 - (way.times.ended?.weight ?? 0))
  const going = oneOf([...ways.map((way) => ({ weight: goingShare(way), clock: way.times.going })), none])
  const streams = ways.some((way) => way.times.streams)
  const held = ways.find((way) => way.times.held)?.times.held
  const leavers = ways.flatMap((way) =>
    way.times.ended ? [{ weight: way.share * way.times.ended.weight, clock: way.times.ended.clock }] : [],
  )
  return {
    going,
    first: streams ? oneOf([...ways.map((way) => ({ weight: goingShare(way), clock: way.times.first })), none]) : going,
    streams,
    failing: ways.reduce((sum, way) => sum + way.share * way.times.failing, 0),
    ...(leaving > 1e-12 ? { ended: { weight: leaving, clock: oneOf(leavers) } } : {}),
    endings: ways.flatMap((way) => scaleEndings(way.times.endings, way.share, 0)),
    ...(held && !streams ? { held } : {}),
  }
}

/** The first choice, and the others in turn when it fails. */
function failoverTimes(times: TimesOf, step: Extract<ResolvedStep, { type: 'choose' }>): StepTimes {
  const [primary, ...others] = step.choices
  if (!primary) return instantly
  if (primary.step.type !== 'call' || others.length === 0) return choiceTimes(times, primary.step)
  return times.call(primary.step, [{ ...step, choices: others }])
}
