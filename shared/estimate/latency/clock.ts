import type { Id } from '../../design/design.ts'
import { inSeries, mixture, whenEnded } from '../distribution/combine.ts'
import { type Distribution, zero } from '../distribution/distribution.ts'
import { repeatedAtOnce, type Turns } from '../distribution/repeat.ts'

/** What moving one unknown to its low or its high does to a mean, in milliseconds; `below` is not positive. */
export interface Swing {
  readonly below: number
  readonly above: number
}

/** A time with what it is made of: mean milliseconds by component, and what we do not know by unknown. */
export interface Clock {
  readonly time: Distribution
  readonly parts: ReadonlyMap<Id, number>
  readonly swings: ReadonlyMap<string, Swing>
}

export const stopped: Clock = { time: zero, parts: new Map(), swings: new Map() }

export function after(first: Clock, second: Clock): Clock {
  if (first === stopped) return second
  if (second === stopped) return first
  return {
    time: inSeries(first.time, second.time),
    parts: addParts([
      [first.parts, 1],
      [second.parts, 1],
    ]),
    swings: addSwings([
      [first.swings, 1],
      [second.swings, 1],
    ]),
  }
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
  return {
    time: mixture(counted.map((way) => ({ weight: way.weight, time: way.clock.time }))),
    parts: addParts(counted.map((way) => [way.clock.parts, way.weight / total])),
    swings: addSwings(counted.map((way) => [way.clock.swings, way.weight / total])),
  }
}

/**
 * When `count` of parallel branches have ended. The mean is shared among the branches by how likely each is the one that
 * is waited for, taken as the fourth power of its mean: a picture for the breakdown, no part of any percentile.
 */
export function joined(branches: readonly Clock[], count: number): Clock {
  const [only] = branches
  if (!only) return stopped
  if (branches.length === 1) return only
  const time = whenEnded(
    branches.map((branch) => branch.time),
    count,
  )
  const turn = count >= branches.length ? 4 : -4
  const weights = branches.map((branch) => Math.max(branch.time.meanMs, 1e-6) ** turn)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const share = (index: number): number => {
    const mean = branches[index]?.time.meanMs ?? 0
    return mean > 0 ? (((weights[index] ?? 0) / total) * time.meanMs) / mean : 0
  }
  return {
    time,
    parts: addParts(branches.map((branch, index) => [branch.parts, share(index)])),
    swings: addSwings(branches.map((branch, index) => [branch.swings, share(index)])),
  }
}

export function looped(turn: Clock, turns: Turns, atOnce: number): Clock {
  if (turns.mean <= 0) return stopped
  if (turns.mean === 1 && turns.spread === 'fixed') return turn
  const time = repeatedAtOnce(turn.time, turns, atOnce)
  const grown = turn.time.meanMs > 0 ? time.meanMs / turn.time.meanMs : 0
  return { time, parts: addParts([[turn.parts, grown]]), swings: addSwings([[turn.swings, grown]]) }
}

/** The same parts on another time of about the same making (a retry, a hedge): scaled to its mean. */
export function reshaped(clock: Clock, time: Distribution): Clock {
  if (time === clock.time) return clock
  const grown = clock.time.meanMs > 0 ? time.meanMs / clock.time.meanMs : 0
  return { time, parts: addParts([[clock.parts, grown]]), swings: addSwings([[clock.swings, grown]]) }
}

export function withSwing(clock: Clock, key: string, swing: Swing): Clock {
  if (swing.below === 0 && swing.above === 0) return clock
  return {
    ...clock,
    swings: addSwings([
      [clock.swings, 1],
      [new Map([[key, swing]]), 1],
    ]),
  }
}

type WeightedParts = readonly [ReadonlyMap<Id, number>, number]
type WeightedSwings = readonly [ReadonlyMap<string, Swing>, number]

function addParts(all: readonly WeightedParts[]): ReadonlyMap<Id, number> {
  const sum = new Map<Id, number>()
  for (const [parts, weight] of all) for (const [id, ms] of parts) sum.set(id, (sum.get(id) ?? 0) + ms * weight)
  return sum
}

function addSwings(all: readonly WeightedSwings[]): ReadonlyMap<string, Swing> {
  const sum = new Map<string, Swing>()
  for (const [swings, weight] of all) {
    for (const [key, { below, above }] of swings) {
      const known = sum.get(key)
      sum.set(key, { below: (known?.below ?? 0) + below * weight, above: (known?.above ?? 0) + above * weight })
    }
  }
  return sum
}
