import { mixSeeds, paths } from './generator.ts'
import { crossedRanks } from './normal-scores.ts'
import { meanOf, orderOfPaths, type Samples, sortedOf } from './samples.ts'

/** The same time at another moment, another turn or another try: independent of this one. */
export function anotherDraw(samples: Samples, which: number): Samples {
  const seed = mixSeeds(samples.seed, which, 1)
  const values = new Float64Array(paths)
  const byRank = orderOfPaths(samples)
  const crossed = crossedRanks(seed)
  for (let rank = 0; rank < paths; rank += 1) {
    values[byRank[rank] as number] = samples.values[byRank[crossed[rank] as number] as number] as number
  }
  return { values, meanMs: samples.meanMs, seed }
}

/** One after the other on each path. */
export function addSamples(a: Samples, b: Samples): Samples {
  const values = new Float64Array(paths)
  for (let path = 0; path < paths; path += 1) values[path] = (a.values[path] as number) + (b.values[path] as number)
  return { values, meanMs: a.meanMs + b.meanMs, seed: mixSeeds(a.seed, b.seed, 2) }
}

export function shiftSamples(samples: Samples, ms: number): Samples {
  const values = samples.values.map((value) => value + ms)
  return { values, meanMs: samples.meanMs + ms, seed: mixSeeds(samples.seed, 3) }
}

/**
 * One of several by weight (they sum to 1): each path takes one of them, in shares as exact as paths allow, among the
 * fast and the slow paths of the first alike.
 */
export function mixSamples(ways: readonly { readonly weight: number; readonly samples: Samples }[]): Samples {
  const [first] = ways
  if (!first) throw new Error('A mixture has at least one way.')
  const seed = mixSeeds(4, ...ways.map((way) => way.samples.seed))
  const byRank = orderOfPaths(first.samples)
  const crossed = crossedRanks(seed)
  let until = 0
  const ends = ways.map((way) => (until += way.weight * paths))
  const values = new Float64Array(paths)
  for (let rank = 0; rank < paths; rank += 1) {
    const path = byRank[rank] as number
    const place = (crossed[rank] as number) + 0.5
    const which = ends.findIndex((end) => place < end)
    values[path] = ways[which < 0 ? ways.length - 1 : which]?.samples.values[path] ?? 0
  }
  return { values, meanMs: ways.reduce((sum, { weight, samples }) => sum + weight * samples.meanMs, 0), seed }
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
  const seed = mixSeeds(5, count, ...all.map((samples) => samples.seed))
  return { samples: { values, meanMs: meanOf(values), seed }, awaited: [...awaited] }
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
  return { values, meanMs: meanOf(values), seed: mixSeeds(samples.seed, 6) }
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
  return { values, meanMs: meanOf(values), seed: mixSeeds(samples.seed, 7) }
}
