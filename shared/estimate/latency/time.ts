import { constantTime, type Distribution, endOf, zero } from '../distribution/distribution.ts'
import { repeatedAtOnce as repeatedOnGrid, type Turns } from '../distribution/repeat.ts'
import {
  gathered,
  type GridTime,
  isSplit,
  onOneGrid,
  partsOf,
  splitCutAt,
  splitEndOfSome,
  splitInSeries,
  splitPercentile,
  splitShareAbove,
  splitWithin,
} from '../distribution/split.ts'
import {
  addSamples,
  anotherDraw,
  cutSamples,
  endedSamples,
  mixSamples,
  samplesWithin,
  shiftSamples,
} from '../sampling/combine-samples.ts'
import {
  distributionOf,
  samplePercentile,
  type Samples,
  samplesBeside,
  sharePathsAbove,
  sortedOf,
} from '../sampling/samples.ts'

/**
 * How long something takes, request by request: a distribution on a grid (or several) while everything in it is independent, paths
 * once services that share slow moments are in it. One algebra for both: what is independent of the paths joins them
 * by its own distribution, drawn once.
 */
export type Time = GridTime | Samples

export function isSampled(time: Time): time is Samples {
  return 'values' in time
}

/** Times on paths; what is on a grid is laid across the first that is not. */
function onPaths(times: readonly Time[]): readonly Samples[] {
  const first = times.find(isSampled)
  if (!first) throw new Error('Nothing here is on paths.')
  return times.map((time) => (isSampled(time) ? time : beside(first, time)))
}

function beside(first: Samples, time: GridTime): Samples {
  if (!isSplit(time)) return samplesBeside(first, time)
  return mixSamples(time.parts.map((part) => ({ weight: part.weight, samples: samplesBeside(first, part.time) })))
}

function isPoint(time: GridTime): time is Distribution {
  return !isSplit(time) && time.masses.length === 1
}

/** One after the other. */
export function inSeries(a: Time, b: Time): Time {
  if (!isSampled(a) && !isSampled(b)) return splitInSeries(a, b)
  if (!isSampled(a) && isPoint(a)) return a === zero ? b : shifted(b, a.offsetMs)
  if (!isSampled(b) && isPoint(b)) return b === zero ? a : shifted(a, b.offsetMs)
  const [first, second] = onPaths([a, b])
  if (!first || !second) throw new Error('Two times are two.')
  return addSamples(first, second)
}

function shifted(time: Time, ms: number): Time {
  return isSampled(time) ? shiftSamples(time, ms) : splitInSeries(time, constantTime(ms))
}

export interface WeightedTime {
  readonly weight: number
  readonly time: Time
}

/** One of several, each with its share; shares are scaled to sum to 1. */
export function mixture(parts: readonly WeightedTime[]): Time {
  const counted = parts.filter((part) => part.weight > 1e-12)
  const [only] = counted
  if (only && counted.every((part) => part.time === only.time)) return only.time
  if (!counted.some((part) => isSampled(part.time))) {
    return gathered(
      counted.flatMap(({ weight, time }) =>
        isSampled(time) ? [] : partsOf(time).map((part) => ({ weight: weight * part.weight, time: part.time })),
      ),
    )
  }
  const total = counted.reduce((sum, part) => sum + part.weight, 0)
  const ways = onPaths(counted.map((part) => part.time))
  return mixSamples(ways.map((samples, place) => ({ weight: (counted[place]?.weight ?? 0) / total, samples })))
}

/** When `count` of these have ended, and what each brings to its mean, in milliseconds. */
export function whenEnded(
  times: readonly Time[],
  count: number,
): { readonly time: Time; readonly awaited: readonly number[] } {
  const needed = Math.min(Math.max(1, Math.ceil(count)), times.length)
  if (!times.some(isSampled)) {
    const all = times.flatMap((time) => (isSampled(time) ? [] : [time]))
    return splitEndOfSome(all, needed)
  }
  const { samples, awaited } = endedSamples(onPaths(times), needed)
  return { time: samples, awaited }
}

/** Turns that are added one by one where the parts of a turn need different grids. */
const fewTurns = 8

/** A loop: each turn meets a moment of its own, so that turns are independent of one another and of the rest. */
export function repeatedAtOnce(turn: Time, turns: Turns, atOnce: number): Time {
  if (turns.mean === 1 && turns.spread === 'fixed') return turn
  const given = isSampled(turn) ? distributionOf(turn) : turn
  if (!isSplit(given)) return repeatedOnGrid(given, turns, atOnce)
  const isShort = turns.spread === 'fixed' && Number.isInteger(turns.mean) && turns.mean <= fewTurns && atOnce <= 1
  if (!isShort) return repeatedOnGrid(onOneGrid(given), turns, atOnce)
  return Array.from({ length: turns.mean }, (): Time => given).reduce(inSeries)
}

/** The same time once more, at another moment. */
export function again(time: Time): Time {
  return isSampled(time) ? anotherDraw(time) : time
}

/** A second request is sent after `delayMs` and the faster answer counts: 1 - (1 - F(t))(1 - F(t - delay)). */
export function hedged(time: Time, delayMs: number): { readonly time: Time; readonly extra: number } {
  const extra = shareAbove(time, delayMs)
  if (extra <= 1e-9) return { time, extra: 0 }
  return { time: whenEnded([time, shifted(again(time), delayMs)], 1).time, extra }
}

/** The time given that it stays within `limitMs`; undefined when it never does. */
export function within(time: Time, limitMs: number): Time | undefined {
  return isSampled(time) ? samplesWithin(time, limitMs) : splitWithin(time, limitMs)
}

/** The shorter of the time and a limit: how long an attempt lasts that is given up. */
export function cutAt(time: Time, limitMs: number): Time {
  return isSampled(time) ? cutSamples(time, limitMs) : splitCutAt(time, limitMs)
}

/** Share of the requests that take longer than `ms`. */
export function shareAbove(time: Time, ms: number): number {
  return isSampled(time) ? sharePathsAbove(time, ms) : splitShareAbove(time, ms)
}

/** The time that `share` of the requests do not exceed, in milliseconds. */
export function percentile(time: Time, share: number): number {
  return isSampled(time) ? samplePercentile(time, share) : splitPercentile(time, share)
}

/** Mean of the slowest `share` of the requests, in milliseconds. */
export function meanOfSlowest(time: Time, share: number): number {
  if (isSampled(time)) {
    const slowest = sortedOf(time).slice(Math.floor(sortedOf(time).length * (1 - share)))
    return slowest.reduce((sum, value) => sum + value, 0) / slowest.length
  }
  const whole = onOneGrid(time)
  const { masses, stepMs } = whole
  let left = share
  let sum = 0
  for (let index = masses.length - 1; index >= 0 && left > 0; index -= 1) {
    const mass = Math.min(left, masses[index] as number)
    sum += mass * (endOf(whole) - (masses.length - 1 - index) * stepMs)
    left -= mass
  }
  return sum / (share - Math.max(0, left))
}

/**
 * Up to `attempts` tries: each fails with `failure` after `failed`, waits `backoff` and starts again. The time to the
 * success, given that there is one: k - 1 failures and a success, with weight
 * failure^(k-1) (1 - failure) / (1 - failure^attempts).
 */
export function retried(succeeded: Time, failed: Time, failure: number, attempts: number, backoff: Time): Time {
  const ways: WeightedTime[] = []
  let before: Time = zero
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const weight = failure ** attempt
    if (weight < 1e-9) break
    ways.push({ weight, time: inSeries(before, succeeded) })
    before = inSeries(before, inSeries(again(failed), backoff))
  }
  return mixture(ways)
}

/** All tries fail. */
export function exhausted(failed: Time, attempts: number, backoff: Time): Time {
  let time = failed
  for (let attempt = 1; attempt < Math.min(attempts, 20); attempt += 1) {
    time = inSeries(time, inSeries(backoff, again(failed)))
  }
  return time
}
