import { normalQuantile } from '../distribution/normal.ts'
import { makeGenerator, paths, seedOf, shuffled } from './generator.ts'
import { makeMemory } from '../distribution/memory.ts'

/**
 * How strongly slow moments of two services of one organisation in one region come together: the correlation of their
 * normal scores. Assumed: no vendor publishes it. They share network, gateway and load, which shows in status pages as
 * joint incidents, but not their machines; 0.3 lengthens the p99 of two equal services in a row by about 7 %.
 */
export const slowMomentCorrelation = 0.3

/** A normal number in the middle of each of equally likely strata, ascending: the Latin hypercube's column. */
export function strataScores(): Float64Array {
  if (strata) return strata
  const made = new Float64Array(paths)
  for (let path = 0; path < paths / 2; path += 1) {
    const score = normalQuantile((path + 0.5) / paths)
    made[path] = score
    made[paths - 1 - path] = -score
  }
  strata = made
  return made
}
let strata: Float64Array | undefined

const dependent = makeMemory<Float64Array>(256 * paths, (scores) => scores.length)

/**
 * Normal scores that depend on a common factor by `slowMomentCorrelation`, in the order of that factor: the score of the
 * path whose factor is lowest comes first (Gaussian copula with one factor). Factor and own part are laid out so that
 * every 64th of the one meets every 64th of the other once, and the sums are put back on the strata by rank: each
 * column is exactly normal, and what differs between seeds is the dependence alone.
 */
export function dependentScores(seed: number): Float64Array {
  return dependent.get(`${seed}`, () => {
    const scores = strataScores()
    const own = crossedRanks(seed)
    const common = Math.sqrt(slowMomentCorrelation)
    const alone = Math.sqrt(1 - slowMomentCorrelation)
    const sums = new Float64Array(paths)
    for (let rank = 0; rank < paths; rank += 1) {
      sums[rank] = common * (scores[rank] as number) + alone * (scores[own[rank] as number] as number)
    }
    return onStrata(sums, scores)
  })
}

/** Ranks of the own part by rank of the factor; each block of 64 factors meets each block of 64 own parts once. */
function crossedRanks(seed: number): Uint16Array {
  const side = Math.sqrt(paths)
  const next = makeGenerator(seed)
  const inside = Array.from({ length: side }, () => shuffled(side, next))
  const ranks = new Uint16Array(paths)
  for (let block = 0; block < side; block += 1) {
    const strataOfBlock = shuffled(side, next)
    for (let place = 0; place < side; place += 1) {
      const stratum = strataOfBlock[place] as number
      ranks[block * side + place] = stratum * side + (inside[stratum]?.[block] as number)
    }
  }
  return ranks
}

/** The same order of size, on the values of the strata. */
function onStrata(sums: Float64Array, scores: Float64Array): Float64Array {
  const byRank = ascending(sums)
  const placed = new Float64Array(sums.length)
  for (let rank = 0; rank < byRank.length; rank += 1) placed[byRank[rank] as number] = scores[rank] as number
  return placed
}

/** Indexes of the values from the smallest to the largest. */
export function ascending(values: Float64Array): Uint16Array {
  const order = new Uint16Array(values.length)
  for (let index = 0; index < order.length; index += 1) order[index] = index
  return order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
}

/** In which order the paths meet the moments of a group: the rank of the common factor on each path. */
export function momentRanks(group: string): Uint16Array {
  return moments.get(group, () => shuffled(paths, makeGenerator(seedOf('moment', group))))
}
const moments = makeMemory<Uint16Array>(64 * paths, (ranks) => ranks.length)
