import { makeGenerator, paths, seedOf } from './generator.ts'

/** Primitive polynomials over two elements by degree: their inner coefficients as a number, one for each dimension. */
const polynomials: readonly (readonly [degree: number, coefficients: readonly number[]])[] = [
  [1, [0]],
  [2, [1]],
  [3, [1, 2]],
  [4, [1, 4]],
  [5, [2, 4, 7, 11, 13, 14]],
  [6, [1, 13, 16, 19, 22, 25]],
  [7, [1, 4, 7, 8, 14, 19, 21, 28, 31, 32, 37, 41, 42, 50, 55, 56, 59, 62]],
  [8, [14, 21, 22, 38, 47, 49, 50, 52, 56, 67, 70, 84, 97, 103, 115, 122]],
]

/**
 * The first direction numbers of a dimension are free, but odd and below 2^index: they are drawn. With this word, found by
 * trying, every pair of the first twenty dimensions meets all squares of a board of 32 x 32 equally often.
 */
const directionWord = '388'

const directions = polynomials.flatMap(([degree, all]) =>
  all.map((coefficients): readonly [number, number, readonly number[]] => {
    const next = makeGenerator(seedOf('direction', directionWord, `${degree}`, `${coefficients}`))
    return [degree, coefficients, Array.from({ length: degree }, (_, index) => 2 * Math.floor(next() * 2 ** index) + 1)]
  }),
)

/** Dimensions that have direction numbers here. */
export const sobolDimensions = 1 + directions.length

const bits = Math.log2(paths)
const ranksOf = new Map<number, Uint16Array>()

/**
 * The stratum, 0 to 4,095, of each path in a dimension below `sobolDimensions`, by a Sobol sequence: in each dimension its
 * first 4,096 points meet each of 4,096 strata once, so they are a Latin hypercube, and in two and more dimensions they
 * leave far smaller gaps than one drawn at random.
 */
export function sobolRanks(dimension: number): Uint16Array {
  const known = ranksOf.get(dimension)
  if (known) return known
  const numbers = directionNumbers(dimension)
  const ranks = new Uint16Array(paths)
  for (let path = 1; path < paths; path += 1) {
    // Gray code: each point differs from the one before by one direction number.
    const changed = 31 - Math.clz32(path & -path)
    ranks[path] = (ranks[path - 1] as number) ^ (numbers[changed] as number)
  }
  ranksOf.set(dimension, ranks)
  return ranks
}

/** v(i) as numbers of `bits` bits, the first one the coarsest. */
function directionNumbers(dimension: number): readonly number[] {
  const row = directions[dimension - 1]
  if (!row) return Array.from({ length: bits }, (_, index) => 2 ** (bits - 1 - index))
  const [degree, polynomial, first] = row
  const odd = [...first]
  for (let index = degree; index < bits; index += 1) {
    let next = (odd[index - degree] as number) ^ ((odd[index - degree] as number) << degree)
    for (let term = 1; term < degree; term += 1) {
      if ((polynomial >> (degree - 1 - term)) & 1) next ^= (odd[index - term] as number) << term
    }
    odd.push(next)
  }
  return odd.slice(0, bits).map((number, index) => number << (bits - 1 - index))
}
