import type { Graph } from '../../graph/graph.ts'
import type { CallContext, Spread, Timing } from '../../kinds/kind.ts'
import { exponentialWait, lognormal } from '../distribution/distribution.ts'
import type { Wait } from '../queueing.ts'
import { after, type Clock, stopped, type Swing } from './clock.ts'

/** How far a median may be off when nobody stated a band, by how good its source is. */
const doubt: Readonly<Record<'A' | 'B' | 'C', number>> = { A: 0.05, B: 0.1, C: 0.2 }

/** A component's own time of one call: until the first part of the answer, and from there to the last. */
export interface OwnTime {
  readonly first: Clock
  readonly rest: Clock
}

const none: OwnTime = { first: stopped, rest: stopped }

/** Own time by the kind, with the wait for a free server before it. */
export function ownTime(graph: Graph, context: CallContext, wait: Wait | undefined, countPeople: boolean): OwnTime {
  const kind = graph.kindOf(context.component)
  if (!countPeople && kind.traits.includes('person')) return none
  const timing: Timing | undefined = kind.time?.(context)
  if (!timing) return none
  const key = `${context.component}|time`
  const first = clockOf(context.component, key, timing.first)
  const rest = timing.rest ? clockOf(context.component, key, timing.rest) : stopped
  if (!wait) return { first, rest }
  const time = exponentialWait(wait.share, wait.meanMs)
  const waiting: Clock = { time, parts: new Map([[context.component, time.meanMs]]), swings: new Map() }
  return { first: after(waiting, first), rest }
}

function clockOf(component: string, key: string, spread: Spread): Clock {
  const time = lognormal(spread.p50Ms, spread.p95Ms)
  if (time.meanMs === 0) return stopped
  const swing: Swing = {
    below:
      -time.meanMs * Math.min(1, 1 - (spread.p50LowMs ?? spread.p50Ms * (1 - doubt[spread.confidence])) / spread.p50Ms),
    above:
      time.meanMs * Math.max(0, (spread.p50HighMs ?? spread.p50Ms * (1 + doubt[spread.confidence])) / spread.p50Ms - 1),
  }
  return { time, parts: new Map([[component, time.meanMs]]), swings: new Map([[key, swing]]) }
}
