import { paths } from './generator.ts'
import { crossedRanks, type Draws, ranksOf, seedOfDraw } from './normal-scores.ts'
import { meanOf, orderOfPaths, type Samples, sortedOf } from './samples.ts'

/** The same time at another moment, another turn or another try: independent of this one. */
export function anotherDraw(samples: Samples): Samples {
  const values = new Float64Array(paths)
  const byRank = orderOfPaths(samples)
  const crossed = crossedRanks(seedOfDraw(samples.draws.next()))
  for (let rank = 0; rank < paths; rank += 1) {
    values[byRank[rank] as number] = samples.values[byRank[crossed[rank] as number] as number] as number
  }
  return { ...samples, values }
}

/** One after the other on each path. */
export function addSamples(a: Samples, b: Samples): Samples {
  const values = new Float64Array(paths)
  for (let path = 0; path < paths; path += 1) values[path] = (a.values[path] as number) + (b.values[path] as number)
  return { values, meanMs: a.meanMs + b.meanMs, draws: a.draws }
}

/** The same samples, each so many milliseconds later. */
export function shiftSamples(samples: Samples, ms: number): Samples {
  const values = samples.values.map((value) => value + ms)
  return { values, meanMs: samples.meanMs + ms, draws: samples.draws }
}

/**
 * One of several by weight (they sum to 1): each path takes one of them, in shares as exact as paths allow. The paths that
 * take a way stand for all of it: they keep their order and take its strata, so that a rare way is met as it is and not
 * as a few paths happen to draw it.
 */
export function mixSamples(ways: readonly { readonly weight: number; readonly samples: Samples }[]): Samples {
  const draws = drawsOf(ways.map((way) => way.samples))
  const places = ranksOf(draws.next())
  let until = 0
  const ends = ways.map((way) => (until += way.weight * paths))
  const counts = ways.map(() => 0)
  const taken = places.map((place) => {
    const found = ends.findIndex((end) => place + 0.5 < end)
    const which = found < 0 ? ways.length - 1 : found
    counts[which] = (counts[which] ?? 0) + 1
    return which
  })
  const values = new Float64Array(paths)
  for (const [which, { samples }] of ways.entries()) takeStrata(values, samples, taken, which, counts[which] ?? 0)
  return { values, meanMs: ways.reduce((sum, { weight, samples }) => sum + weight * samples.meanMs, 0), draws }
}

function drawsOf([first]: readonly Samples[]): Draws {
  if (!first) throw new Error('Nothing to draw for.')
  return first.draws
}

/** Gives the `count` paths that took this way its strata, in their order on it. */
function takeStrata(values: Float64Array, samples: Samples, taken: Uint16Array, which: number, count: number): void {
  const order = orderOfPaths(samples)
  const strata = sortedOf(samples)
  let next = 0
  for (let rank = 0; rank < paths; rank += 1) {
    const path = order[rank] as number
    if (taken[path] !== which) continue
    values[path] = strata[Math.floor(((next + 0.5) / count) * paths)] as number
    next += 1
  }
}

/** When `count` of these have ended on each path, and the mean of what each brings to it: they sum to its mean. */
export function endedSamples(
  all: readonly Samples[],
  count: number,
): { readonly samples: Samples; readonly awaited: readonly number[] } {
  const values = new Float64Array(paths)
  const awaited = new Float64Array(all.length)
  const ends = new Float64Array(all.length)
  for (let path = 0; path < paths; path += 1) {
    for (let which = 0; which < ends.length; which += 1) ends[which] = all[which]?.values[path] as number
    const last = indexOfEnd(ends, count)
    values[path] = ends[last] as number
    awaited[last] = (awaited[last] as number) + (ends[last] as number) / paths
  }
  return { samples: { values, meanMs: meanOf(values), draws: drawsOf(all) }, awaited: [...awaited] }
}

/** Which of these is the one that completes `count`. */
function indexOfEnd(ends: Float64Array, count: number): number {
  if (count !== ends.length && count !== 1) {
    const order = [...ends.keys()].toSorted((a, b) => (ends[a] as number) - (ends[b] as number))
    return order[count - 1] ?? 0
  }
  let found = 0
  for (let which = 1; which < ends.length; which += 1) {
    const later = (ends[which] as number) > (ends[found] as number)
    if (later === (count !== 1)) found = which
  }
  return found
}

/** The shorter of the time and a limit. */
export function cutSamples(samples: Samples, limitMs: number): Samples {
  const values = samples.values.map((value) => Math.min(value, limitMs))
  return { ...samples, values, meanMs: meanOf(values) }
}

/**
 * The time given that it stays within a limit: the paths that do, stretched over all paths by rank, so that slow paths
 * stay slow. Undefined when none does.
 */
export function samplesWithin(samples: Samples, limitMs: number): Samples | undefined {
  const sorted = sortedOf(samples)
  let kept = paths
  while (kept > 0 && (sorted[kept - 1] as number) > limitMs) kept -= 1
  if (kept === paths) return samples
  if (kept === 0) return undefined
  const byRank = orderOfPaths(samples)
  const values = new Float64Array(paths)
  for (let rank = 0; rank < paths; rank += 1) {
    values[byRank[rank] as number] = sorted[Math.floor((rank * kept) / paths)] as number
  }
  return { ...samples, values, meanMs: meanOf(values) }
}
