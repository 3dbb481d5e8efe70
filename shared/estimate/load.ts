import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { Capacity } from '../kinds/kind.ts'
import { contextOf, type Readers } from './call-context.ts'
import type { Demand } from './demand.ts'
import { type Wait, waitFor } from './queueing.ts'
import type { ActionVisits } from './visits.ts'
import type { CallUse } from './walk-run.ts'

/** What all actions together ask of one component; calls of all copies together. */
export interface ComponentLoad {
  readonly callsPerMonth: number
  readonly peakPerSecond: number
  /** Of one copy. */
  readonly utilisation?: number
  readonly capacity?: Capacity
  readonly wait?: Wait
}

/** Visits of all actions at the peak hour, per component, against what its kind says that a copy sustains. */
export function findLoads(
  graph: Graph,
  readers: Readers,
  actions: readonly { readonly visits: ActionVisits; readonly demand: Demand }[],
): ReadonlyMap<Id, ComponentLoad> {
  const totals = new Map<Id, { calls: number; peak: number; perCopyPeak: number; heaviest: CallUse; weight: number }>()
  for (const { visits, demand } of actions) {
    const start = visits.start ? [{ use: visits.start, calls: visits.start.reach }] : []
    for (const { use, calls } of [...start, ...visits.calls]) {
      if (use.call.run === undefined) continue
      const perMonth = calls.value * demand.requestsPerMonth
      const peak = calls.value * demand.peakPerSecond
      // Calls count every copy that is called, so that a plate of which all are called keeps the whole load in each.
      const perCopyPeak = peak / Math.max(1, graph.copies(use.call.callee))
      const known = totals.get(use.call.callee)
      if (!known) totals.set(use.call.callee, { calls: perMonth, peak, perCopyPeak, heaviest: use, weight: peak })
      else {
        const heavier = peak > known.weight
        totals.set(use.call.callee, {
          calls: known.calls + perMonth,
          peak: known.peak + peak,
          perCopyPeak: known.perCopyPeak + perCopyPeak,
          heaviest: heavier ? use : known.heaviest,
          weight: heavier ? peak : known.weight,
        })
      }
    }
  }
  return new Map(
    [...totals].map(([component, { calls, peak, perCopyPeak, heaviest }]) => {
      const load = { callsPerMonth: calls, peakPerSecond: peak }
      const context = contextOf(readers, heaviest.call, heaviest.hand, { meanTokens: heaviest.meanTokens })
      const limits = [graph.kindOf(component).capacity?.(context) ?? []].flat()
      const capacity = limits.toSorted((a, b) => a.callsPerSecond - b.callsPerSecond)[0]
      if (!capacity || !(capacity.callsPerSecond > 0)) return [component, load]
      const wait = waitFor(perCopyPeak, capacity.callsPerSecond, capacity.servers)
      const utilisation = perCopyPeak / capacity.callsPerSecond
      return [component, { ...load, capacity, utilisation, ...(wait ? { wait } : {}) }]
    }),
  )
}
