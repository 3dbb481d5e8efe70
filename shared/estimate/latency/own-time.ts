import type { Graph } from '../../graph/graph.ts'
import type { Formula } from '../../kinds/formula/formula.ts'
import { swingsIn } from '../../kinds/formula/formula-band.ts'
import type { CallContext, Spread, Timing } from '../../kinds/kind.ts'
import { usualDoubt } from '../../kinds/formula/standing.ts'
import { exponentialWait, lognormal } from '../distribution/distribution.ts'
import { z95 } from '../distribution/normal.ts'
import type { Wait } from '../capacity/queueing.ts'
import type { Draw, Draws } from '../sampling/normal-scores.ts'
import { dependentLognormal, type Samples } from '../sampling/samples.ts'
import { after, type Clock, oneOf, stopped, swingOf } from './clock.ts'
import type { Hop } from './network.ts'

/** A component's own time of one call: until the first part of the answer, and from there to the last. */
export interface OwnTime {
  /** The way there and back, the wait for a free server and a cold start included. */
  readonly first: Clock
  readonly rest: Clock
  /** Means in milliseconds of what the two consist of. */
  readonly workMs: number
  readonly waitMs: number
  readonly networkMs: number
}

const none: OwnTime = { first: stopped, rest: stopped, workMs: 0, waitMs: 0, networkMs: 0 }

/** What surrounds a call. */
export interface OwnTimeInput {
  readonly graph: Graph
  readonly context: CallContext
  readonly wait: Wait | undefined
  readonly hop: Hop | undefined
  /** Absent for what is slow by itself. */
  readonly moment: SharedMoment | undefined
  readonly countPeople: boolean
}

/** The common factor of a call that shares its slow moments with others, and where its own draws come from. */
export interface SharedMoment {
  readonly common: Draw
  readonly correlation: number
  readonly draws: Draws
}

/** Own time by the kind, with the way to it and the wait for a free server before it. */
export function ownTime({ graph, context, wait, hop, moment, countPeople }: OwnTimeInput): OwnTime {
  const kind = graph.kindOf(context.component)
  if (!countPeople && kind.traits.includes('person')) return none
  const timing: Timing | undefined = kind.time?.(context)
  const { component } = context
  const there = hop ? hopClock(component, hop) : stopped
  const waiting = wait ? waitClock(component, wait) : stopped
  const start = timing ? startClock(component, timing, moment) : stopped
  const rest = timing?.rest ? clockOf(component, timing.rest, moment) : stopped
  return {
    first: after(there, after(waiting, start)),
    rest,
    workMs: start.time.meanMs + rest.time.meanMs,
    waitMs: waiting.time.meanMs,
    networkMs: there.time.meanMs,
  }
}

/** Until the first part, in the share of calls that meet a machine which must start first, so much later. */
function startClock(component: string, { first, cold }: Timing, moment: SharedMoment | undefined): Clock {
  const warm = clockOf(component, first, moment)
  if (!cold || cold.share <= 0) return warm
  const share = Math.min(1, cold.share)
  return oneOf([
    { weight: 1 - share, clock: warm },
    { weight: share, clock: after(clockOf(component, cold.extra), warm) },
  ])
}

function clockOf(component: string, spread: Spread, moment?: SharedMoment): Clock {
  const { p50Ms, p95Ms } = spread
  const varies = p95Ms > p50Ms * 1.000001
  const time = moment && p50Ms > 0 && varies ? dependent(p50Ms, p95Ms, moment) : lognormal(p50Ms, p95Ms)
  if (time.meanMs === 0) return stopped
  const sigma = varies ? Math.log(p95Ms / p50Ms) / z95 : 0
  return {
    time,
    of: [],
    own: { component, meanMs: time.meanMs, varianceMs2: time.meanMs ** 2 * Math.expm1(sigma * sigma) },
    // The mean of a lognormal is in proportion to its median while its tail keeps its shape.
    moves: movesOf(medianOf(component, spread), time.meanMs / p50Ms),
  }
}

function dependent(p50Ms: number, p95Ms: number, { common, correlation, draws }: SharedMoment): Samples {
  return dependentLognormal(p50Ms, p95Ms, { common, correlation, own: draws.next() }, draws)
}

function movesOf(median: Formula, msPerMs: number): NonNullable<Clock['moves']> {
  return [...swingsIn(median)].map(([key, { node, atLow, atHigh }]) => {
    return { key, swing: swingOf(node, atLow * msPerMs, atHigh * msPerMs) }
  })
}

/** The expression of the median; a time that comes without one is an unknown of its own, by the grade of its source. */
function medianOf(component: string, spread: Spread): Formula {
  if (spread.formula) return spread.formula
  const { p50Ms, p50LowMs, p50HighMs, source, confidence } = spread
  const doubt = p50Ms * usualDoubt[confidence === 'A' ? 'measured' : confidence === 'B' ? 'secondary' : 'assumed']
  return {
    op: 'input',
    label: 'Own time, median',
    value: p50Ms,
    unit: 'ms',
    low: p50LowMs ?? p50Ms - doubt,
    high: p50HighMs ?? p50Ms + doubt,
    provenance: { from: 'default', on: component, source, confidence },
  }
}

function waitClock(component: string, { share, meanMs }: Wait): Clock {
  const time = exponentialWait(share, meanMs)
  const varianceMs2 = 2 * share * meanMs ** 2 - (share * meanMs) ** 2
  return time.meanMs === 0 ? stopped : { time, of: [], own: { component, meanMs: time.meanMs, varianceMs2 } }
}

/** The way belongs to who is called: one round trip a call, in the share of calls that goes it. */
function hopClock(component: string, { share, p50Ms, p95Ms, median }: Hop): Clock {
  const spread: Spread = { p50Ms, p95Ms, formula: median, source: '', confidence: 'C' }
  return oneOf([
    { weight: share, clock: clockOf(component, spread) },
    { weight: 1 - share, clock: stopped },
  ])
}
