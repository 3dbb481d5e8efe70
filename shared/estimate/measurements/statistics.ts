/** Samples from which a 95th percentile can be told. */
export const samplesForTail = 20

/** Value and P10-P90 band of what a percentile of the population may be, from sorted samples. */
export interface SampledPercentile {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** z of P90: 80 % of a normal variable lie within. */
const z90 = 1.2815515655446004

/**
 * A percentile of samples by linear interpolation, and its band by order statistics: the rank of the true percentile is
 * binomial, n x share +- z x sqrt(n x share x (1 - share)). Free of assumptions on the distribution.
 */
export function percentileOf(samples: readonly number[], share: number): SampledPercentile {
  const sorted = samples.toSorted((a, b) => a - b)
  const n = sorted.length
  const at = (rank: number): number => {
    const place = Math.min(n - 1, Math.max(0, rank))
    const below = sorted[Math.floor(place)] ?? 0
    const above = sorted[Math.ceil(place)] ?? 0
    return below + (above - below) * (place - Math.floor(place))
  }
  const off = z90 * Math.sqrt(n * share * (1 - share))
  const rank = share * (n - 1)
  return { value: at(rank), low: at(rank - off), high: at(rank + off) }
}
