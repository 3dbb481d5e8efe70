import type { Id } from '../../design/design.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import type { BandSwing } from '../uncertainty/band.ts'
import { zero } from '../distribution/distribution.ts'
import type { Turns } from '../distribution/repeat.ts'
import { again, inSeries, mixture, repeatedAtOnce, type Time, whenEnded } from './time.ts'

/** What moving one input alone to its low and its high does to the mean of a time, in milliseconds; linear. */
export type TimeSwing = BandSwing

/** The swing of an input by what the mean does at its low and its high, in milliseconds. */
export function swingOf(node: InputNode, atLow: number, atHigh: number): TimeSwing {
  return { node, atLow, atHigh, below: Math.min(0, atLow, atHigh), above: Math.max(0, atLow, atHigh) }
}

/** What a component does itself: the leaf of a clock. */
export interface OwnPart {
  readonly component: Id
  readonly meanMs: number
  readonly varianceMs2: number
}

/**
 * How a whole depends on one of its parts, so that means, variances and swings of the inputs can be told by component
 * without carrying them along: the mean of each component in the part counts `mean` times in the whole; its covariance
 * with the part counts `covariance` times, and its mean once more `shift` (milliseconds) times, where how often the part
 * happens is itself random.
 */
export interface Dependence {
  readonly on: Clock
  readonly mean: number
  readonly covariance: number
  readonly shift: number
}

/** A time with what it is made of (`makeupOf` in clock-makeup.ts adds it up). */
export interface Clock {
  readonly time: Time
  readonly of: readonly Dependence[]
  readonly own?: OwnPart
  /** What moving an input alone to its low or high does to the mean here, beyond what the parts say. */
  readonly moves?: readonly { readonly key: string; readonly swing: TimeSwing }[]
}

export const stopped: Clock = { time: zero, of: [] }

/** A time that belongs to nobody: waiting for a timeout or a backoff. */
export function idle(time: Time): Clock {
  return { time, of: [] }
}

const whole = (on: Clock): Dependence => ({ on, mean: 1, covariance: 1, shift: 0 })

/** The second begins when the first has ended. */
export function after(first: Clock, second: Clock): Clock {
  if (first === stopped) return second
  if (second === stopped) return first
  return { time: inSeries(first.time, second.time), of: [whole(first), whole(second)] }
}

export interface WeightedClock {
  readonly weight: number
  readonly clock: Clock
}

/** One of several by weight; weights are scaled to sum to 1. */
export function oneOf(ways: readonly WeightedClock[]): Clock {
  const counted = ways.filter((way) => way.weight > 1e-12)
  const [only] = counted
  if (!only) return stopped
  if (counted.every((way) => way.clock === only.clock)) return only.clock
  const total = counted.reduce((sum, way) => sum + way.weight, 0)
  const time = mixture(counted.map((way) => ({ weight: way.weight, time: way.clock.time })))
  return {
    time,
    of: counted.map(({ weight, clock }) => ({
      on: clock,
      mean: weight / total,
      covariance: weight / total,
      shift: (weight / total) * (clock.time.meanMs - time.meanMs),
    })),
  }
}

/** When `count` of parallel branches have ended: each counts by what it brings to the mean of the join. */
export function joined(branches: readonly Clock[], count: number): Clock {
  const [only] = branches
  if (!only) return stopped
  if (branches.length === 1) return only
  const { time, awaited } = whenEnded(
    branches.map((branch) => branch.time),
    count,
  )
  return {
    time,
    of: branches.map((branch, index) => {
      const share = branch.time.meanMs > 0 ? (awaited[index] ?? 0) / branch.time.meanMs : 0
      return { on: branch, mean: share, covariance: share, shift: 0 }
    }),
  }
}

/** A turn taken so often, so many at once; the spread of the number of turns moves the whole. */
export function looped(turn: Clock, turns: Turns, atOnce: number): Clock {
  if (turns.mean <= 0) return stopped
  if (turns.mean === 1 && turns.spread === 'fixed') return turn
  const time = repeatedAtOnce(turn.time, turns, atOnce)
  const grown = turn.time.meanMs > 0 ? time.meanMs / turn.time.meanMs : 0
  const shift = atOnce > 1 ? 0 : varianceOf(turns) * turn.time.meanMs
  return { time, of: [{ on: turn, mean: grown, covariance: grown, shift }] }
}

/** Variance of the number of turns; a number between two whole ones is a mixture of both. */
function varianceOf({ mean, spread }: Turns): number {
  if (spread === 'geometric') return mean > 1 ? mean * (mean - 1) : 0
  if (spread === 'fixed') return (mean - Math.floor(mean)) * (1 - mean + Math.floor(mean))
  const total = spread.reduce((sum, chance) => sum + chance, 0) || 1
  return spread.reduce((sum, chance, index) => sum + (chance / total) * (index + 1 - mean) ** 2, 0)
}

/** The same parts on another time of about the same making (a retry, a hedge): scaled to its mean. */
export function reshaped(clock: Clock, time: Time): Clock {
  if (time === clock.time) return clock
  const grown = clock.time.meanMs > 0 ? time.meanMs / clock.time.meanMs : 0
  return { time, of: [{ on: clock, mean: grown, covariance: grown, shift: 0 }] }
}

/** The same time, and by how much one uncertain input could move it. */
export function withSwing(clock: Clock, key: string, swing: TimeSwing): Clock {
  if (swing.below === 0 && swing.above === 0) return clock
  return { time: clock.time, of: [whole(clock)], moves: [{ key, swing }] }
}

/** The same work at another moment: as long, and slow at other times. */
export function onceMore(clock: Clock): Clock {
  const time = again(clock.time)
  return time === clock.time ? clock : { time, of: [whole(clock)] }
}
