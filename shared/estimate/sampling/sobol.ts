import { makeGenerator, paths, seedOf } from './generator.ts'

/**
 * Ranks of a Sobol sequence: in each dimension the first 4,096 points meet each of 4,096 strata once, so they are a
 * Latin hypercube, and in two and more dimensions they leave far smaller gaps than one drawn at random.
 * Direction numbers: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", 2008
 * (new-joe-kuo-6); one row for each dimension after the first: degree, coefficients of the polynomial, first numbers.
 */
const directions: readonly (readonly [degree: number, polynomial: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
]

/** Further primitive polynomials, of degree 7 and 8; their first numbers are drawn, odd and small enough as they must be. */
const morePolynomials: readonly (readonly [degree: number, polynomials: readonly number[]])[] = [
  [7, [7, 8, 14, 19, 21, 28, 31, 32, 37, 41, 42, 50, 55, 56, 59, 62]],
  [8, [14, 21, 22, 38, 47, 49, 50, 52, 56, 67, 70, 84, 97, 103, 115, 122]],
]

const drawnDirections: typeof directions = morePolynomials.flatMap(([degree, polynomials]) =>
  polynomials.map((polynomial): (typeof directions)[number] => {
    const next = makeGenerator(seedOf('direction', `${degree}`, `${polynomial}`))
    return [degree, polynomial, Array.from({ length: degree }, (_, index) => 2 * Math.floor(next() * 2 ** index) + 1)]
  }),
)

/** Dimensions that have direction numbers here. */
export const sobolDimensions = 1 + directions.length + drawnDirections.length

const bits = Math.log2(paths)
const ranksOf = new Map<number, Uint16Array>()

/** The stratum, 0 to 4,095, of each path in a dimension below `sobolDimensions`. */
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
  const row = directions[dimension - 1] ?? drawnDirections[dimension - 1 - directions.length]
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
