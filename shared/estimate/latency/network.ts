import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall } from '../../graph/run.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import type { Readers } from '../calls/call-context.ts'
import { cloudRegionOf, zonesOf } from '../zones.ts'
import { betweenZones, type RoundTrip, roundTripBetween } from './round-trips.ts'

/** The way of a call and of its answer between machines that do not stand side by side. */
export interface Hop {
  /** Share of the calls that go it. */
  readonly share: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly median: InputNode
}

/**
 * Network time of one call: one round trip between the regions of its two ends, or between zones of one region in the
 * share of calls that meets another zone. Undefined where an end's region is not known: nothing is added then.
 */
export function hopOf(graph: Graph, readers: Readers, call: ResolvedCall): Hop | undefined {
  if (call.flow === '') return undefined
  const from = cloudRegionOf(graph, call.caller)
  const to = cloudRegionOf(graph, call.callee)
  if (from === undefined || to === undefined) return undefined
  if (from !== to) {
    const trip = roundTripBetween(from, to)
    return trip && hop(call, trip, 1, `Round trip ${from} to ${to}`)
  }
  const zones = Math.max(zonesOf(graph, readers, call.caller), zonesOf(graph, readers, call.callee))
  return zones > 1 ? hop(call, betweenZones, 1 - 1 / zones, `Round trip between zones of ${from}`) : undefined
}

function hop({ flow }: ResolvedCall, trip: RoundTrip, share: number, label: string): Hop {
  const { ms, low, high, tail, source, confidence } = trip
  const provenance = { from: 'default', on: flow, source, confidence } as const
  return {
    share,
    p50Ms: ms,
    p95Ms: ms * tail,
    median: { op: 'input', label, value: ms, unit: 'ms', low, high, provenance },
  }
}
