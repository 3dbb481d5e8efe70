import {
  coarsenTo,
  type Distribution,
  endOf,
  refineTo,
  shareAbove,
  spreadOn,
  stepFor,
  tidy,
  zero,
} from './distribution.ts'
import { convolveSeries } from './fourier.ts'
import { makeMemory, numberOf } from './memory.ts'

/** About 16 MB. */
const sums = makeMemory<Distribution>(2_000_000, ({ masses }) => masses.length)

/** One after the other: the sum of two independent times. The same two always give the same object. */
export function inSeries(a: Distribution, b: Distribution): Distribution {
  if (a === zero) return b
  if (b === zero) return a
  return sums.get(`${numberOf(a)}+${numberOf(b)}`, () => addTimes(a, b))
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

/** When the last of `count` times like this one has ended: F to the power of `count`. */
export function slowestOf(time: Distribution, count: number): Distribution {
  if (count <= 1 || time.masses.length === 1) return time
  const masses = new Float64Array(time.masses.length)
  let below = 0
  let before = 0
  for (let index = 0; index < masses.length; index += 1) {
    below = Math.min(1, below + (time.masses[index] as number))
    const now = below ** count
    masses[index] = now - before
    before = now
  }
  return withGridMean(time.offsetMs, time.stepMs, masses)
}

/** When the first has ended. */
export function fastest(times: readonly Distribution[]): Distribution {
  return whenEnded(times, 1)
}

/** When `count` of these independent times have ended (the order statistic). */
export function whenEnded(times: readonly Distribution[], count: number): Distribution {
  return endOfSome(times, count).time
}

/**
 * When `count` of these independent times have ended, and what each brings to the mean of it, in milliseconds: the mean
 * of its time where it is the one that completes the count. That is also how far the whole moves with its scale.
 */
export function endOfSome(
  times: readonly Distribution[],
  count: number,
): { readonly time: Distribution; readonly awaited: readonly number[] } {
  const needed = Math.min(Math.max(1, Math.ceil(count)), times.length)
  const [only] = times
  if (!only) return { time: zero, awaited: [] }
  if (times.length === 1) return { time: only, awaited: [only.meanMs] }
  const { fromMs, stepMs, grids } = onGridUntil(times, times.map(endOf).toSorted((a, b) => a - b)[needed - 1] ?? 0)
  const below = new Float64Array(grids.length)
  const half = new Float64Array(grids.length)
  const awaited = grids.map(() => 0)
  const masses = new Float64Array(grids[0]?.length ?? 1)
  let before = 0
  for (let index = 0; index < masses.length; index += 1) {
    let here = 0
    for (let which = 0; which < grids.length; which += 1) {
      const mass = grids[which]?.[index] ?? 0
      // Others in the same step have ended before with one half.
      half[which] = Math.min(1, (below[which] as number) + mass / 2)
      below[which] = Math.min(1, (below[which] as number) + mass)
      here += mass
    }
    if (here === 0) continue
    for (let which = 0; which < grids.length; which += 1) {
      const mass = grids[which]?.[index] ?? 0
      if (mass === 0) continue
      const completes = mass * Math.max(0, shareWithExactly(half, needed - 1, which))
      // The first point of a grid may stand a little before 0.
      awaited[which] = (awaited[which] ?? 0) + completes * Math.max(0, fromMs + index * stepMs)
    }
    const now = shareWithAtLeast(below, needed)
    masses[index] = Math.max(0, now - before)
    before = now
  }
  const time = withGridMean(fromMs, stepMs, masses)
  const total = awaited.reduce((sum, ms) => sum + ms, 0)
  return { time, awaited: awaited.map((ms) => (total > 0 ? (ms / total) * time.meanMs : 0)) }
}

/** Probability that exactly `count` of independent events happen, one of them left out. */
function shareWithExactly(shares: Float64Array, count: number, without: number): number {
  const all = count === shares.length - 1
  if (!all && count > 0) {
    const others = [...shares].filter((_, which) => which !== without)
    return shareWithAtLeast(others, count) - shareWithAtLeast(others, count + 1)
  }
  let product = 1
  for (let which = 0; which < shares.length; which += 1) {
    if (which !== without) product *= all ? (shares[which] as number) : 1 - (shares[which] as number)
  }
  return product
}

/** Probability that at least `needed` of independent events happen. */
export function shareWithAtLeast(shares: ArrayLike<number> & Iterable<number>, needed: number): number {
  let allHappen = 1
  let noneHappens = 1
  for (let which = 0; which < shares.length; which += 1) {
    allHappen *= shares[which] ?? 0
    noneHappens *= 1 - (shares[which] ?? 0)
  }
  if (needed === shares.length) return allHappen
  if (needed === 1) return 1 - noneHappens
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

/** Masses of all up to where the join has certainly ended, as fine as that range allows; what is later stands at its end. */
function onGridUntil(
  times: readonly Distribution[],
  toMs: number,
): { readonly fromMs: number; readonly stepMs: number; readonly grids: readonly Float64Array[] } {
  const all = onOneGrid(times)
  const finest = Math.min(...times.filter((time) => time.masses.length > 1).map((time) => time.stepMs))
  const earliest = Math.min(...times.map((time) => time.offsetMs))
  const stepMs = Math.max(stepFor(toMs - earliest), Number.isFinite(finest) ? finest : 0)
  if (stepMs * 2 >= all.stepMs) return all
  const refined = times.map((time) => refineTo(time, stepMs, toMs))
  const fromMs = Math.min(...refined.map((time) => time.offsetMs))
  const points = Math.ceil((toMs - fromMs) / stepMs) + 2
  return { fromMs, stepMs, grids: refined.map((time) => spreadOn(time, fromMs, stepMs, points)) }
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
