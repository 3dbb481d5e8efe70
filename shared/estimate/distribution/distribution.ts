import { makeMemory } from './memory.ts'
import { normalCdf, z95 } from './normal.ts'

/**
 * How long something takes, request by request: masses at `offsetMs + i x stepMs`. Steps are powers of two, so that two
 * grids always meet without loss of the mean. A cut at a point is shared by its two neighbours in proportion, which
 * keeps means exact and adds at most a quarter of a squared step to the variance.
 */
export interface Distribution {
  readonly offsetMs: number
  readonly stepMs: number
  readonly masses: Float64Array
  /** Exact where the operation has a closed form, not read off the grid. */
  readonly meanMs: number
}

/** Points of one distribution at most: percentiles of the worked cases hold within 0.1 %. */
export const pointsAtMost = 2048
/** Mass that may be dropped from each end. */
const negligible = 1e-9

export const zero: Distribution = { offsetMs: 0, stepMs: 2 ** -10, masses: Float64Array.of(1), meanMs: 0 }

/** A time that never varies, in milliseconds; none below zero. */
export function constantTime(ms: number): Distribution {
  if (ms <= 0) return zero
  return made.get(`${ms}`, () => ({ offsetMs: ms, stepMs: 2 ** -10, masses: Float64Array.of(1), meanMs: ms }))
}

/** About 8 MB: those of a thousand times. */
const made = makeMemory<Distribution>(1_000_000, ({ masses }) => masses.length)

/** A lognormal by its median and 95th percentile in milliseconds; equal ones are a constant. */
export function lognormal(p50Ms: number, p95Ms: number): Distribution {
  if (p50Ms <= 0 || !Number.isFinite(p50Ms)) return zero
  if (!(p95Ms > p50Ms * 1.000001)) return constantTime(p50Ms)
  return made.get(`${p50Ms}|${p95Ms}`, () => cutLognormal(p50Ms, p95Ms))
}

function cutLognormal(p50Ms: number, p95Ms: number): Distribution {
  const mu = Math.log(p50Ms)
  const sigma = Math.log(p95Ms / p50Ms) / z95
  const mean = Math.exp(mu + (sigma * sigma) / 2)
  const limitedMean = (at: number): number => {
    if (at <= 0) return 0
    const z = (Math.log(at) - mu) / sigma
    return mean * normalCdf(z - sigma) + at * (1 - normalCdf(z))
  }
  return discretise(limitedMean, mean, Math.exp(mu + sigma * 4.6))
}

/** An exponential with a mass at zero: nobody waits with 1 - `share`, else for `meanMs` on average. */
export function exponentialWait(share: number, meanMs: number): Distribution {
  if (share <= 1e-6 || meanMs <= 0) return zero
  const mean = share * meanMs
  const topMs = meanMs * Math.max(1, Math.log(share / 1e-6))
  return made.get(`wait ${share}|${meanMs}`, () => discretise((at) => mean * (1 - Math.exp(-at / meanMs)), mean, topMs))
}

/**
 * Cuts a continuous distribution into masses by its limited mean E[min(X, t)]: the mass at a point is the second
 * difference of it, which keeps the mean exactly (local moment matching).
 */
function discretise(limitedMean: (at: number) => number, meanMs: number, topMs: number): Distribution {
  const stepMs = stepFor(topMs)
  const points = Math.ceil(topMs / stepMs) + 1
  const masses = new Float64Array(points)
  let before = 0
  let here = 0
  let next = limitedMean(stepMs)
  masses[0] = 1 - next / stepMs
  for (let point = 1; point < points; point += 1) {
    before = here
    here = next
    next = limitedMean((point + 1) * stepMs)
    masses[point] = Math.max(0, (2 * here - before - next) / stepMs)
  }
  return tidy({ offsetMs: 0, stepMs, masses, meanMs })
}

/** The finest power of two that covers `rangeMs` with the points that one distribution may have. */
export function stepFor(rangeMs: number): number {
  return 2 ** Math.max(-10, Math.ceil(Math.log2(Math.max(rangeMs, 1e-6) / (pointsAtMost - 2))))
}

/** Drops what weighs nothing at both ends, scales to 1, and coarsens until the points fit. */
export function tidy(given: Distribution): Distribution {
  let { masses, offsetMs, stepMs } = given
  let first = 0
  let last = masses.length - 1
  for (let lost = masses[first] ?? 0; first < last && lost < negligible; lost += masses[first] ?? 0) first += 1
  for (let lost = masses[last] ?? 0; last > first && lost < negligible; lost += masses[last] ?? 0) last -= 1
  if (first > 0 || last < masses.length - 1) {
    masses = masses.slice(first, last + 1)
    offsetMs += first * stepMs
  }
  const factor = factorFor(masses.length)
  if (factor > 1) {
    masses = coarsen(masses, factor)
    stepMs *= factor
  }
  let total = 0
  for (let index = 0; index < masses.length; index += 1) total += masses[index] as number
  if (Math.abs(total - 1) > 1e-13 && total > 0) {
    masses = masses.slice()
    for (let index = 0; index < masses.length; index += 1) masses[index] = (masses[index] as number) / total
  }
  return { offsetMs, stepMs, masses, meanMs: given.meanMs }
}

/** The power of two by which so many points have to be coarsened. */
function factorFor(points: number): number {
  let factor = 1
  while (Math.ceil((points - 1) / factor) + 1 > pointsAtMost) factor *= 2
  return factor
}

/** Every mass is shared by the two coarse points around it in proportion. */
function coarsen(masses: Float64Array, factor: number): Float64Array {
  const coarse = new Float64Array(Math.ceil((masses.length - 1) / factor) + 1)
  for (let point = 0, index = 0; index < masses.length; point += 1) {
    for (let part = 0; part < factor && index < masses.length; part += 1, index += 1) {
      const mass = masses[index] as number
      const beside = (mass * part) / factor
      coarse[point] = (coarse[point] as number) + mass - beside
      if (part > 0) coarse[point + 1] = (coarse[point + 1] as number) + beside
    }
  }
  return coarse
}

/** The same distribution on a step at least as coarse. */
export function coarsenTo(distribution: Distribution, stepMs: number): Distribution {
  // A single point has no width: it stands on every grid as it is.
  if (distribution.masses.length === 1) return { ...distribution, stepMs: Math.max(stepMs, distribution.stepMs) }
  const factor = Math.round(stepMs / distribution.stepMs)
  if (factor <= 1) return distribution
  return { ...distribution, masses: coarsen(distribution.masses, factor), stepMs: distribution.stepMs * factor }
}

/**
 * The same distribution on a finer step: each mass evenly over one old step around its point, as percentiles read it.
 * What lies beyond `untilMs` stands together just behind it.
 */
export function refineTo(distribution: Distribution, stepMs: number, untilMs: number): Distribution {
  const factor = Math.round(distribution.stepMs / stepMs)
  if (factor <= 1 || distribution.masses.length === 1) return distribution
  const { masses, meanMs } = distribution
  // The middle of the fine points of a mass is where the mass stood.
  const offsetMs = distribution.offsetMs - ((factor - 1) / 2) * stepMs
  const needed = Math.max(1, Math.ceil((untilMs - offsetMs) / stepMs) + 2)
  const fine = new Float64Array(Math.min(masses.length * factor, needed))
  let left = 1
  for (let index = 0; index < fine.length; index += 1) {
    fine[index] = (masses[Math.floor(index / factor)] as number) / factor
    left -= fine[index] as number
  }
  if (fine.length < masses.length * factor) fine[fine.length - 1] = (fine.at(-1) as number) + Math.max(0, left)
  // Half of the first mass would come before its point; before 0 nothing has ended.
  const early = Math.min(fine.length - 1, Math.max(0, Math.ceil(-offsetMs / stepMs)))
  if (early === 0) return { offsetMs, stepMs, masses: fine, meanMs }
  const kept = fine.slice(early)
  kept[0] = (kept[0] as number) + fine.subarray(0, early).reduce((sum, mass) => sum + mass, 0)
  return { offsetMs: offsetMs + early * stepMs, stepMs, masses: kept, meanMs }
}

/** Masses from `fromMs` on a grid of `stepMs`, `points` long; an offset between two points is shared by both. */
export function spreadOn(distribution: Distribution, fromMs: number, stepMs: number, points: number): Float64Array {
  const coarse = coarsenTo(distribution, stepMs)
  const masses = new Float64Array(points)
  const shift = (coarse.offsetMs - fromMs) / stepMs
  const whole = Math.floor(shift + 1e-9)
  const part = Math.max(0, shift - whole)
  for (let index = 0; index < coarse.masses.length; index += 1) {
    const mass = coarse.masses[index] as number
    const at = Math.min(points - 1, index + whole)
    masses[at] = (masses[at] as number) + mass * (1 - part)
    const beside = Math.min(points - 1, at + 1)
    masses[beside] = (masses[beside] as number) + mass * part
  }
  return masses
}

/** Largest value with any mass, in milliseconds. */
export function endOf(distribution: Distribution): number {
  return distribution.offsetMs + (distribution.masses.length - 1) * distribution.stepMs
}

/**
 * The time that `share` of the requests do not exceed, in milliseconds. Each mass is spread evenly over one step around
 * its point, but for a mass that stands alone, which is a point.
 */
export function percentile(distribution: Distribution, share: number): number {
  const { masses, offsetMs, stepMs } = distribution
  let below = 0
  for (let index = 0; index < masses.length; index += 1) {
    const mass = masses[index] as number
    if (below + mass >= share && mass > 0) {
      const alone = !((masses[index - 1] ?? 0) > negligible) && !((masses[index + 1] ?? 0) > negligible)
      const within = alone ? 0.5 : (share - below) / mass
      return Math.max(0, offsetMs + (index + within - 0.5) * stepMs)
    }
    below += mass
  }
  return endOf(distribution)
}

/** Share of the requests that take longer than `ms`. */
export function shareAbove(distribution: Distribution, ms: number): number {
  const { masses, offsetMs, stepMs } = distribution
  let above = 0
  for (let index = masses.length - 1; index >= 0; index -= 1) {
    const low = offsetMs + (index - 0.5) * stepMs
    if (low >= ms) above += masses[index] as number
    else {
      if (masses.length > 1) above += ((masses[index] as number) * Math.max(0, low + stepMs - ms)) / stepMs
      else if (offsetMs > ms) above += masses[index] as number
      break
    }
  }
  return Math.min(1, above)
}
