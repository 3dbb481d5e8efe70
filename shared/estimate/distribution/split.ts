import * as grid from './combine.ts'
import { type Distribution, endOf, percentile, shareAbove, stepFor } from './distribution.ts'

/**
 * A distribution whose parts need different grids: an answer from a cache in milliseconds, or from a person in minutes. On
 * one grid the fast part would stand on a step or two; here each keeps its own. Every operation on independent times is
 * linear in each of them, so it is worked out part by part.
 */
export interface SplitDistribution {
  readonly parts: readonly grid.Weighted[]
  readonly meanMs: number
}

export type GridTime = Distribution | SplitDistribution

export function isSplit(time: GridTime): time is SplitDistribution {
  return 'parts' in time
}

/** The parts of a time with their weights; a time that is not split is one part. */
export function partsOf(time: GridTime): readonly grid.Weighted[] {
  return isSplit(time) ? time.parts : [{ weight: 1, time }]
}

/** Parts of one time at most; beyond, the slowest share a grid. */
const partsAtMost = 4
/** A grid may become so much coarser than the finest in it before a part is kept apart: a hundred points are left to it. */
const coarserAtMost = 16
/** A time without spread needs steps of this part of itself. */
const pointResolution = 1 / 64

/** One of several by weight, on as few grids as keep the shape of each. */
export function gathered(ways: readonly grid.Weighted[]): GridTime {
  const counted = ways.filter((way) => way.weight > 1e-12).toSorted((a, b) => endOf(a.time) - endOf(b.time))
  const groups: grid.Weighted[][] = []
  for (const way of counted) {
    const last = groups.at(-1)
    if (last && (fitTogether([...last, way]) || groups.length === partsAtMost)) last.push(way)
    else groups.push([way])
  }
  const total = counted.reduce((sum, way) => sum + way.weight, 0)
  const parts = groups.map((group) => ({
    weight: group.reduce((sum, way) => sum + way.weight, 0) / total,
    time: grid.mixture(group),
  }))
  const [only] = parts
  if (parts.length <= 1) return only?.time ?? grid.mixture([])
  return { parts, meanMs: parts.reduce((sum, part) => sum + part.weight * part.time.meanMs, 0) }
}

function fitTogether(ways: readonly grid.Weighted[]): boolean {
  const times = ways.map((way) => way.time)
  const needed = Math.min(...times.map(resolutionOf))
  const stepMs = stepFor(Math.max(...times.map(endOf)) - Math.min(...times.map((time) => time.offsetMs)))
  return stepMs <= needed
}

function resolutionOf({ masses, stepMs, offsetMs }: Distribution): number {
  // What takes no time leaves whatever comes before and after it as it is, however fine that stands.
  if (masses.length === 1) return offsetMs * pointResolution
  return stepMs * coarserAtMost
}

/** All parts on one grid. */
export function onOneGrid(time: GridTime): Distribution {
  return isSplit(time) ? grid.mixture(time.parts) : time
}

/** One after the other, part by part. */
export function splitInSeries(a: GridTime, b: GridTime): GridTime {
  if (!isSplit(a) && !isSplit(b)) return grid.inSeries(a, b)
  return gathered(
    partsOf(a).flatMap((one) =>
      partsOf(b).map((other) => ({ weight: one.weight * other.weight, time: grid.inSeries(one.time, other.time) })),
    ),
  )
}

/** More combinations of parts than this are joined on one grid. */
const combinationsAtMost = 32

/** When `count` of these independent times have ended, and what each brings to the mean of it, in milliseconds. */
export function splitEndOfSome(
  times: readonly GridTime[],
  count: number,
): { readonly time: GridTime; readonly awaited: readonly number[] } {
  const many = times.reduce((product, time) => product * partsOf(time).length, 1) > combinationsAtMost
  const given = many ? times.map(onOneGrid) : times
  const ways = combinations(given).map(({ weight, times: chosen }) => ({ weight, ...grid.endOfSome(chosen, count) }))
  const awaited = times.map((_, index) => ways.reduce((sum, way) => sum + way.weight * (way.awaited[index] ?? 0), 0))
  return { time: gathered(ways), awaited }
}

interface Combination {
  readonly weight: number
  readonly times: readonly Distribution[]
}

function combinations(times: readonly GridTime[]): readonly Combination[] {
  return times.reduce<readonly Combination[]>(
    (all, time) =>
      all.flatMap((one) =>
        partsOf(time).map((part) => ({ weight: one.weight * part.weight, times: [...one.times, part.time] })),
      ),
    [{ weight: 1, times: [] }],
  )
}

/** The time given that it stays within `limitMs`; undefined when it never does. */
export function splitWithin(time: GridTime, limitMs: number): GridTime | undefined {
  if (!isSplit(time)) return grid.within(time, limitMs)
  const kept = time.parts.flatMap((part) => {
    const within = grid.within(part.time, limitMs)
    return within ? [{ weight: part.weight * (1 - shareAbove(part.time, limitMs)), time: within }] : []
  })
  return kept.some((part) => part.weight > 1e-9) ? gathered(kept) : undefined
}

/** Each part cut at a limit in milliseconds. */
export function splitCutAt(time: GridTime, limitMs: number): GridTime {
  if (!isSplit(time)) return grid.cutAt(time, limitMs)
  return gathered(time.parts.map((part) => ({ weight: part.weight, time: grid.cutAt(part.time, limitMs) })))
}

/** The share, 0 to 1, that takes longer than so many milliseconds. */
export function splitShareAbove(time: GridTime, ms: number): number {
  return partsOf(time).reduce((sum, part) => sum + part.weight * shareAbove(part.time, ms), 0)
}

/** By halving between the fastest and the slowest part: what is below is known for each. */
export function splitPercentile(time: GridTime, share: number): number {
  if (!isSplit(time)) return percentile(time, share)
  let low = Math.min(...time.parts.map((part) => percentile(part.time, 0)))
  let high = Math.max(...time.parts.map((part) => endOf(part.time)))
  for (let turn = 0; turn < 60 && high - low > low * 1e-7; turn += 1) {
    const middle = (low + high) / 2
    if (splitShareAbove(time, middle) > 1 - share) low = middle
    else high = middle
  }
  return high
}
