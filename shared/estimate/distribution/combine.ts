import { coarsenTo, type Distribution, endOf, shareAbove, spreadOn, stepFor, tidy, zero } from './distribution.ts'
import { convolveSeries } from './fourier.ts'

const sums = new WeakMap<Distribution, WeakMap<Distribution, Distribution>>()

/** One after the other: the sum of two independent times. The same two always give the same object. */
export function inSeries(a: Distribution, b: Distribution): Distribution {
  if (a === zero) return b
  if (b === zero) return a
  const known = sums.get(a)?.get(b)
  if (known) return known
  const made = addTimes(a, b)
  const of = sums.get(a) ?? new WeakMap<Distribution, Distribution>()
  of.set(b, made)
  sums.set(a, of)
  return made
}

/** Below this many points on one side, adding directly is cheaper than a transform. */
const fewPoints = 40

function addTimes(a: Distribution, b: Distribution): Distribution {
  const meanMs = a.meanMs + b.meanMs
  const offsetMs = a.offsetMs + b.offsetMs
  if (a.masses.length === 1) return { ...b, offsetMs, meanMs }
  if (b.masses.length === 1) return { ...a, offsetMs, meanMs }
  const step = Math.max(a.stepMs, b.stepMs)
  const first = coarsenTo(a, step).masses
  const second = coarsenTo(b, step).masses
  const few = Math.min(first.length, second.length) <= fewPoints
  const masses = few ? addDirectly(first, second) : convolveSeries(first, second)
  return tidy({ offsetMs, stepMs: step, masses, meanMs })
}

function addDirectly(a: Float64Array, b: Float64Array): Float64Array {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const masses = new Float64Array(a.length + b.length - 1)
  for (let one = 0; one < short.length; one += 1) {
    const weight = short[one] as number
    if (weight === 0) continue
    for (let other = 0; other < long.length; other += 1) {
      masses[one + other] = (masses[one + other] as number) + weight * (long[other] as number)
    }
  }
  return masses
}

export interface Weighted {
  readonly weight: number
  readonly time: Distribution
}

/** One of several, each with its share; shares are scaled to sum to 1. */
export function mixture(parts: readonly Weighted[]): Distribution {
  const counted = parts.filter((part) => part.weight > 1e-12)
  const total = counted.reduce((sum, part) => sum + part.weight, 0)
  const [only] = counted
  if (!only) return zero
  if (counted.every((part) => part.time === only.time)) return only.time
  const { fromMs, stepMs, grids } = onOneGrid(counted.map((part) => part.time))
  const masses = new Float64Array(grids[0]?.length ?? 1)
  counted.forEach((part, which) => {
    const weight = part.weight / total
    const grid = grids[which] ?? new Float64Array()
    for (let index = 0; index < grid.length; index += 1) {
      masses[index] = (masses[index] as number) + weight * (grid[index] as number)
    }
  })
  const meanMs = counted.reduce((sum, part) => sum + (part.weight / total) * part.time.meanMs, 0)
  return tidy({ offsetMs: fromMs, stepMs, masses, meanMs })
}

/** When the last of all has ended. */
export function slowest(times: readonly Distribution[]): Distribution {
  return whenEnded(times, times.length)
}

/** When the first has ended. */
export function fastest(times: readonly Distribution[]): Distribution {
  return whenEnded(times, 1)
}

/** When `count` of these independent times have ended (the order statistic). */
export function whenEnded(times: readonly Distribution[], count: number): Distribution {
  const needed = Math.min(Math.max(1, Math.ceil(count)), times.length)
  const [only] = times
  if (!only) return zero
  if (times.length === 1) return only
  const { fromMs, stepMs, grids } = onOneGrid(times)
  const below = grids.map(() => 0)
  const masses = new Float64Array(grids[0]?.length ?? 1)
  let before = 0
  for (let index = 0; index < masses.length; index += 1) {
    grids.forEach((grid, which) => (below[which] = Math.min(1, (below[which] ?? 0) + (grid[index] as number))))
    const now = shareWithAtLeast(below, needed)
    masses[index] = Math.max(0, now - before)
    before = now
  }
  return withGridMean(fromMs, stepMs, masses)
}

/** Probability that at least `needed` of independent events happen. */
export function shareWithAtLeast(shares: readonly number[], needed: number): number {
  if (needed === shares.length) return shares.reduce((product, share) => product * share, 1)
  if (needed === 1) return 1 - shares.reduce((product, share) => product * (1 - share), 1)
  let happened = [1]
  for (const share of shares) {
    const next = Array.from({ length: happened.length + 1 }, () => 0)
    happened.forEach((chance, count) => {
      next[count] = (next[count] ?? 0) + chance * (1 - share)
      next[count + 1] = (next[count + 1] ?? 0) + chance * share
    })
    happened = next
  }
  return happened.slice(needed).reduce((sum, chance) => sum + chance, 0)
}

/** The time given that it stays within `limitMs`; undefined when it never does. */
export function within(time: Distribution, limitMs: number): Distribution | undefined {
  if (endOf(time) <= limitMs) return time
  if (shareAbove(time, limitMs) > 1 - 1e-9) return undefined
  const kept = time.masses.slice(0, Math.max(1, Math.floor((limitMs - time.offsetMs) / time.stepMs) + 1))
  return withGridMean(time.offsetMs, time.stepMs, kept)
}

/** The shorter of the time and a limit: how long an attempt lasts that is given up. */
export function cutAt(time: Distribution, limitMs: number): Distribution {
  const above = shareAbove(time, limitMs)
  if (above <= 0) return time
  const atLimit: Distribution = { ...zero, offsetMs: limitMs, meanMs: limitMs }
  const kept = within(time, limitMs)
  return kept
    ? mixture([
        { weight: 1 - above, time: kept },
        { weight: above, time: atLimit },
      ])
    : atLimit
}

/** A second request is sent after `delayMs` and the faster answer counts: 1 - (1 - F(t))(1 - F(t - delay)). */
export function hedged(time: Distribution, delayMs: number): { readonly time: Distribution; readonly extra: number } {
  const extra = shareAbove(time, delayMs)
  if (extra <= 1e-9) return { time, extra: 0 }
  const second: Distribution = { ...time, offsetMs: time.offsetMs + delayMs, meanMs: time.meanMs + delayMs }
  return { time: fastest([time, second]), extra }
}

/**
 * Up to `attempts` tries: each fails with `failure` after `failed`, waits `backoff` and starts again. The time to the
 * success, given that there is one: k - 1 failures and a success with weight failure^(k-1) (1 - failure) / (1 - failure^attempts).
 */
export function retried(
  succeeded: Distribution,
  failed: Distribution,
  failure: number,
  attempts: number,
  backoff: Distribution,
): Distribution {
  const ways: Weighted[] = []
  let before: Distribution = zero
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const weight = failure ** attempt
    if (weight < 1e-9) break
    ways.push({ weight, time: inSeries(before, succeeded) })
    before = inSeries(before, inSeries(failed, backoff))
  }
  return mixture(ways)
}

/** All tries fail. */
export function exhausted(failed: Distribution, attempts: number, backoff: Distribution): Distribution {
  let time = failed
  for (let attempt = 1; attempt < Math.min(attempts, 20); attempt += 1) time = inSeries(time, inSeries(backoff, failed))
  return time
}

function onOneGrid(times: readonly Distribution[]): {
  readonly fromMs: number
  readonly stepMs: number
  readonly grids: readonly Float64Array[]
} {
  const fromMs = Math.min(...times.map((time) => time.offsetMs))
  const toMs = Math.max(...times.map(endOf))
  const wide = times.filter((time) => time.masses.length > 1).map((time) => time.stepMs)
  // A point that stands between two others is kept apart from them by steps as fine as the range allows.
  const stepMs = Math.max(stepFor(toMs - fromMs), ...wide)
  const points = Math.ceil((toMs - fromMs) / stepMs) + 2
  return { fromMs, stepMs, grids: times.map((time) => spreadOn(time, fromMs, stepMs, points)) }
}

function withGridMean(offsetMs: number, stepMs: number, masses: Float64Array): Distribution {
  let total = 0
  let moment = 0
  for (let index = 0; index < masses.length; index += 1) {
    total += masses[index] as number
    moment += (masses[index] as number) * index
  }
  const meanMs = offsetMs + (total > 0 ? (moment / total) * stepMs : 0)
  return tidy({ offsetMs, stepMs, masses, meanMs })
}
