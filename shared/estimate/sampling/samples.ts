import { type Distribution, stepFor, tidy } from '../distribution/distribution.ts'
import { makeMemory } from '../distribution/memory.ts'
import { z95 } from '../distribution/normal.ts'
import { paths } from './generator.ts'
import { crossedRanks, dependentScores, type Draws, keyOfMoment, type Moment, seedOfDraw } from './normal-scores.ts'
import { ascending } from './ranks.ts'

/**
 * How long something takes on each of `paths` requests: the other representation of a time, for what depends on a common
 * factor. The same path of two samples is the same request, so dependence survives sums, joins and choices. Everything
 * here is a function of its arguments: orders come from seeds, and seeds from ids.
 */
export interface Samples {
  readonly values: Float64Array
  /** Exact where the operation has a closed form, not averaged over the paths. */
  readonly meanMs: number
  /** Where what is drawn for it later comes from: a choice, another try. */
  readonly draws: Draws
}

const lognormals = makeMemory<Float64Array>(128 * paths, (values) => values.length)

/** A lognormal by its median and 95th percentile whose slow moments are those of a common draw. */
export function dependentLognormal(p50Ms: number, p95Ms: number, moment: Moment, draws: Draws): Samples {
  const mu = Math.log(p50Ms)
  const sigma = Math.log(p95Ms / p50Ms) / z95
  const values = lognormals.get(`${p50Ms}|${p95Ms}|${keyOfMoment(moment)}`, () =>
    dependentScores(moment).map((score) => Math.exp(mu + sigma * score)),
  )
  return { values, meanMs: Math.exp(mu + (sigma * sigma) / 2), draws }
}

const quantiles = new WeakMap<Distribution, Float64Array>()

/** The middle of each of `paths` equally likely parts of a distribution, ascending. */
function strataOf(distribution: Distribution): Float64Array {
  const known = quantiles.get(distribution)
  if (known) return known
  const { masses, offsetMs, stepMs } = distribution
  const values = new Float64Array(paths)
  let below = 0
  let index = 0
  for (let path = 0; path < paths; path += 1) {
    const share = (path + 0.5) / paths
    while (index < masses.length - 1 && below + (masses[index] as number) < share) {
      below += masses[index] as number
      index += 1
    }
    const mass = masses[index] as number
    const alone = !((masses[index - 1] ?? 0) > 1e-9) && !((masses[index + 1] ?? 0) > 1e-9)
    const within = alone || mass <= 0 ? 0.5 : Math.min(1, (share - below) / mass)
    values[path] = Math.max(0, offsetMs + (index + within - 0.5) * stepMs)
  }
  quantiles.set(distribution, values)
  return values
}

/**
 * A distribution on the paths of a sample that it is independent of: its strata are laid across those of the sample
 * (`crossedRanks`), so that what both make together is met evenly.
 */
export function samplesBeside(beside: Samples, distribution: Distribution): Samples {
  const strata = strataOf(distribution)
  const byRank = orderOfPaths(beside)
  const crossed = crossedRanks(seedOfDraw(beside.draws.next()))
  const values = new Float64Array(paths)
  for (let rank = 0; rank < paths; rank += 1) {
    values[byRank[rank] as number] = strata[crossed[rank] as number] as number
  }
  return { values, meanMs: distribution.meanMs, draws: beside.draws }
}

/** Share of the paths that take longer than `ms`. */
export function sharePathsAbove({ values }: Samples, ms: number): number {
  let above = 0
  for (let path = 0; path < paths; path += 1) if ((values[path] as number) > ms) above += 1
  return above / paths
}

const orders = new WeakMap<Samples, Uint16Array>()

/** Paths from the fastest to the slowest. */
export function orderOfPaths(samples: Samples): Uint16Array {
  const known = orders.get(samples)
  if (known) return known
  const made = ascending(samples.values)
  orders.set(samples, made)
  return made
}

const sorted = new WeakMap<Samples, Float64Array>()

/** Values from the smallest to the largest. */
export function sortedOf(samples: Samples): Float64Array {
  const known = sorted.get(samples)
  if (known) return known
  const order = orderOfPaths(samples)
  const made = new Float64Array(paths)
  for (let rank = 0; rank < paths; rank += 1) made[rank] = samples.values[order[rank] as number] as number
  sorted.set(samples, made)
  return made
}

/** The time that `share` of the paths do not exceed, between two paths in proportion. */
export function samplePercentile(samples: Samples, share: number): number {
  const values = sortedOf(samples)
  const place = Math.min(paths - 1, Math.max(0, share * paths - 0.5))
  const below = Math.floor(place)
  const low = values[below] as number
  const high = values[Math.min(paths - 1, below + 1)] as number
  return low + (place - below) * (high - low)
}

/** The distribution of a sample, for what happens at moments of its own (the turns of a loop). */
export function distributionOf(samples: Samples): Distribution {
  const values = sortedOf(samples)
  const from = values[0] as number
  const stepMs = stepFor((values[paths - 1] as number) - from)
  const masses = new Float64Array(Math.ceil(((values[paths - 1] as number) - from) / stepMs) + 2)
  for (let path = 0; path < paths; path += 1) {
    const place = ((values[path] as number) - from) / stepMs
    const whole = Math.floor(place)
    masses[whole] = (masses[whole] as number) + (1 - place + whole) / paths
    masses[whole + 1] = (masses[whole + 1] as number) + (place - whole) / paths
  }
  return tidy({ offsetMs: from, stepMs, masses, meanMs: samples.meanMs })
}

/** Mean over the paths. */
export function meanOf(values: Float64Array): number {
  let sum = 0
  for (let path = 0; path < values.length; path += 1) sum += values[path] as number
  return sum / values.length
}
