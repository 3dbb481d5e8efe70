import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import { inputsOf } from '../kinds/formula.ts'
import { readScaled, replicasOverWeek, type ReplicaWeek } from '../kinds/scaling.ts'
import type { Readers } from './call-context.ts'
import type { PricedCall } from './cost-lines.ts'
import type { Demand } from './demand.ts'
import type { ScalingEstimate } from './estimate-parts.ts'
import type { ComponentLoad } from './load.ts'
import type { ActionVisits } from './visits.ts'

/** Replicas over the week of every box that has some, and whose throughput somebody limits. */
export function findReplicaWeeks(
  graph: Graph,
  readers: Readers,
  loads: ReadonlyMap<Id, ComponentLoad>,
  actions: readonly { readonly visits: ActionVisits; readonly demand: Demand }[],
): ReadonlyMap<Id, ReplicaWeek> {
  const weeks = callsByHour(actions)
  const found = new Map<Id, ReplicaWeek>()
  for (const [component, { capacity, peakPerSecond }] of loads) {
    const settings = readers.settings(component)
    const replicas = settings.number('replicas') ?? 0
    if (!capacity || replicas <= 0 || graph.has(component, 'person')) continue
    const copies = Math.max(1, graph.copies(component))
    const hours = (weeks.get(component) ?? []).map((perSecond) => perSecond / copies)
    const week = replicasOverWeek(settings, hours, peakPerSecond / copies, capacity.callsPerSecond / replicas)
    if (week) found.set(component, week)
  }
  return found
}

function callsByHour(
  actions: readonly { readonly visits: ActionVisits; readonly demand: Demand }[],
): ReadonlyMap<Id, readonly number[]> {
  const weeks = new Map<Id, number[]>()
  for (const { visits, demand } of actions) {
    const start = visits.start ? [{ use: visits.start, calls: visits.start.reach }] : []
    for (const { use, calls } of [...start, ...visits.calls]) {
      if (use.call.run === undefined || calls.value <= 0) continue
      const week = weeks.get(use.call.callee) ?? demand.perSecondByHour.map(() => 0)
      weeks.set(use.call.callee, week)
      demand.perSecondByHour.forEach((perSecond, hour) => (week[hour] = (week[hour] ?? 0) + perSecond * calls.value))
    }
  }
  return weeks
}

/** Readers for monthly prices: where a box scales with its load, its replicas are the mean over the week. */
export function readScaledReplicas(readers: Readers, weeks: ReadonlyMap<Id, ReplicaWeek>): Readers {
  return {
    ...readers,
    settings: (component) => {
      const settings = readers.settings(component)
      const week = weeks.get(component)
      return week && settings.truth('autoscaled') === true ? readScaled(settings, week) : settings
    },
  }
}

/** What replicas cost as drawn, as many as the peak needs all the time, and following the hours of the week. */
export function compareScaling(
  readers: Readers,
  weeks: ReadonlyMap<Id, ReplicaWeek>,
  priced: readonly PricedCall[],
): readonly ScalingEstimate[] {
  return [...weeks].flatMap(([component, week]) => {
    const usdPerReplica = priced.reduce((sum, { line }) => {
      if (line.component !== component || line.recurrence !== 'month') return sum
      const replicas = inputsOf(line.formula).find((node) => node.provenance.field === 'replicas')
      return replicas && replicas.value > 0 ? sum + line.usd.value / replicas.value : sum
    }, 0)
    if (usdPerReplica <= 0) return []
    const settings = readers.settings(component)
    return [
      {
        component,
        replicas: settings.number('replicas') ?? 0,
        replicasAtPeak: week.atPeak,
        replicasMean: week.mean,
        usdPerMonthPerReplica: usdPerReplica,
        isScaled: settings.truth('autoscaled') === true,
      },
    ]
  })
}
