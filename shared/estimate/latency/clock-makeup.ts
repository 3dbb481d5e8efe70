import type { Id } from '../../design/design.ts'
import type { Clock, TimeSwing } from './clock.ts'
import { meanOfSlowest } from './time.ts'

/** A component's part in a time. */
export interface TimePart {
  readonly meanMs: number
  /** With the whole time; over all components they sum to its variance. */
  readonly covarianceMs2: number
}

export interface ClockMakeup {
  readonly parts: ReadonlyMap<Id, TimePart>
  /** By `keyOf` of the input; each carries its node, and so its field. */
  readonly swings: ReadonlyMap<string, TimeSwing>
}

const makeups = new WeakMap<Clock, ClockMakeup>()

/** What a time is made of, by component and by input: every clock below it counts once, by how the whole depends on it. */
export function makeupOf(clock: Clock): ClockMakeup {
  const known = makeups.get(clock)
  if (known) return known
  const made = addUp(clock)
  makeups.set(clock, made)
  return made
}

/** How the whole depends on a clock: see `Dependence`. */
interface Weights {
  mean: number
  covariance: number
  shift: number
}

function addUp(whole: Clock): ClockMakeup {
  const { callersFirst, weights } = weightless(whole)
  const parts = new Map<Id, Writable<TimePart>>()
  const swings = new Map<string, Writable<TimeSwing>>()
  weights.set(whole, { mean: 1, covariance: 1, shift: 0 })
  for (const clock of callersFirst) {
    const weight = weights.get(clock)
    if (weight === undefined) continue
    for (const { on, mean, covariance, shift } of clock.of) {
      const below = weights.get(on)
      if (below === undefined) continue
      below.mean += weight.mean * mean
      below.covariance += weight.covariance * covariance
      below.shift += weight.shift * mean + weight.covariance * shift
    }
    if (clock.own) addPart(parts, clock.own, weight)
    for (const { key, swing } of clock.moves ?? []) addSwing(swings, key, swing, weight.mean)
  }
  return { parts, swings }
}

interface Weightless {
  /** Each after all that are made of it, the whole first. */
  readonly callersFirst: readonly Clock[]
  readonly weights: Map<Clock, Weights>
}

/** A clock and every one below it, none of which counts yet. */
function weightless(whole: Clock): Weightless {
  const weights = new Map<Clock, Weights>()
  const calleesFirst: Clock[] = []
  const meet = (clock: Clock): { readonly clock: Clock; next: number } => {
    weights.set(clock, { mean: 0, covariance: 0, shift: 0 })
    return { clock, next: 0 }
  }
  // By hand instead of by recursion: chains are as long as drawings are.
  const open = [meet(whole)]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const part = top.clock.of[top.next]
    top.next += 1
    if (!part) {
      calleesFirst.push(top.clock)
      open.pop()
    } else if (!weights.has(part.on)) open.push(meet(part.on))
  }
  return { callersFirst: calleesFirst.toReversed(), weights }
}

/** Sums are added to in place: a drawing has thousands of clocks, and this is done at every edit. */
type Writable<T> = { -readonly [K in keyof T]: T[K] }

function addPart(parts: Map<Id, Writable<TimePart>>, own: NonNullable<Clock['own']>, weight: Weights): void {
  let part = parts.get(own.component)
  if (part === undefined) parts.set(own.component, (part = { meanMs: 0, covarianceMs2: 0 }))
  part.meanMs += own.meanMs * weight.mean
  part.covarianceMs2 = part.covarianceMs2 + own.varianceMs2 * weight.covariance + own.meanMs * weight.shift
}

function addSwing(swings: Map<string, Writable<TimeSwing>>, key: string, swing: TimeSwing, weight: number): void {
  let sum = swings.get(key)
  if (sum === undefined) swings.set(key, (sum = { node: swing.node, below: 0, above: 0, atLow: 0, atHigh: 0 }))
  sum.node = swing.node
  sum.below += swing.below * weight
  sum.above += swing.above * weight
  sum.atLow += swing.atLow * weight
  sum.atHigh += swing.atHigh * weight
}

/** The share of the requests that count as the slow ones. */
const slow = 0.05

/**
 * Each component's share of the time of the slowest twentieth of the requests. By regression on the whole: where the whole
 * is longer by d than its mean, a component is longer by d x covariance / variance on average. That is exact for
 * normal times and close for sums of many; a single heavy tail takes a little more than its share.
 */
export function tailSharesOf(clock: Clock): ReadonlyMap<Id, number> {
  const { parts } = makeupOf(clock)
  const variance = [...parts.values()].reduce((sum, part) => sum + part.covarianceMs2, 0)
  const slowMs = meanOfSlowest(clock.time, slow)
  const longer = slowMs - clock.time.meanMs
  const times = [...parts].map(([component, { meanMs, covarianceMs2 }]): [Id, number] => [
    component,
    Math.max(0, meanMs + (variance > 0 ? (covarianceMs2 / variance) * longer : 0)),
  ])
  const total = times.reduce((sum, [, ms]) => sum + ms, 0)
  return new Map(times.map(([component, ms]) => [component, total > 0 ? ms / total : 0]))
}
