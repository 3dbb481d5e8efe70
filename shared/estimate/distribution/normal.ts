/** z at which the standard normal reaches 95 %. */
export const z95 = 1.6448536269514722

const stepsPerUnit = 256
const limit = 8

/**
 * Standard normal distribution function, absolute error below 1e-11: Hermite interpolation in a table of exact values
 * (Marsaglia's series). Distributions are cut into bins by differences of it, so that a usual 1e-7 approximation would
 * show.
 */
export function normalCdf(z: number): number {
  if (z <= -limit) return 0
  if (z >= limit) return 1
  const position = (z + limit) * stepsPerUnit
  const index = Math.floor(position)
  const t = position - index
  const [values, slopes] = table()
  const left = values[index] ?? 0
  const right = values[index + 1] ?? 1
  const slopeLeft = (slopes[index] ?? 0) / stepsPerUnit
  const slopeRight = (slopes[index + 1] ?? 0) / stepsPerUnit
  const rise = right - left
  return left + t * (slopeLeft + t * (3 * rise - 2 * slopeLeft - slopeRight + t * (slopeLeft + slopeRight - 2 * rise)))
}

let tables: readonly [Float64Array, Float64Array] | undefined

function table(): readonly [Float64Array, Float64Array] {
  if (tables) return tables
  const size = 2 * limit * stepsPerUnit + 2
  const values = new Float64Array(size)
  const slopes = new Float64Array(size)
  for (let index = 0; index < size; index += 1) {
    const z = index / stepsPerUnit - limit
    values[index] = series(z)
    slopes[index] = density(z)
  }
  tables = [values, slopes]
  return tables
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/** 1/2 + density(z) (z + z^3/3 + z^5/(3 5) + ...), by symmetry only for the lower half where nothing cancels. */
function series(z: number): number {
  const size = Math.abs(z)
  let term = size
  let total = size
  for (let odd = 3; term > total * 1e-17; odd += 2) {
    term *= (size * size) / odd
    total += term
  }
  const upper = 0.5 + density(size) * total
  return z < 0 ? 1 - upper : upper
}

/** z at which the standard normal reaches `share`, by bisection on `normalCdf`: exact to its precision. */
export function normalQuantile(share: number): number {
  if (share <= 0) return -limit
  if (share >= 1) return limit
  let low = -limit
  let high = limit
  for (let turn = 0; turn < 48; turn += 1) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
