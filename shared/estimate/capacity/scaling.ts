import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { inputsOf } from '../../kinds/formula/formula.ts'
import type { Capacity } from '../../kinds/kind.ts'
import { readScaled, replicasOverWeek, type ReplicaWeek, usualTarget } from '../../kinds/scaling.ts'
import type { Readers } from '../calls/call-context.ts'
import type { PricedCall } from '../money/cost-lines.ts'
import type { ScalingEstimate } from '../estimate-parts.ts'
import { type ComponentLoad, isPerMinute } from './load.ts'

/** Replicas over the week of every box that has some, and whose throughput they limit. */
export function findReplicaWeeks(
  graph: Graph,
  readers: Readers,
  loads: ReadonlyMap<Id, ComponentLoad>,
): ReadonlyMap<Id, ReplicaWeek> {
  const found = new Map<Id, ReplicaWeek>()
  for (const [component, { capacity, limit, perSecondByHour }] of loads) {
    const settings = readers.settings(component)
    const replicas = settings.number('replicas') ?? 0
    if (!capacity || !limit || isPerMinute(capacity) || replicas <= 0 || graph.has(component, 'person')) continue
    const copies = Math.max(1, graph.copies(component))
    const hours = (perSecondByHour?.() ?? []).map((perSecond) => perSecond / copies)
    // Users who wait for one another ask for more as soon as nobody waits: that is what replicas are planned for.
    const peak = limit.utilisationPerTraffic * capacity.callsPerSecond
    const week = replicasOverWeek(settings, hours, peak, capacity.callsPerSecond / replicas)
    if (week) found.set(component, week)
  }
  return found
}

/** Replicas that run at the peak of one copy of each box that scales with its load; what is drawn does not count there. */
export function findScaledReplicas(
  graph: Graph,
  readers: Readers,
  loads: () => ReadonlyMap<Id, ComponentLoad>,
): ReadonlyMap<Id, number> {
  if (!graph.components.some(({ id }) => isScaled(graph, id))) return new Map()
  const scaled = new Map([...loads()].filter(([component]) => isScaled(graph, component)))
  return new Map([...findReplicaWeeks(graph, readers, scaled)].map(([id, { atPeak }]) => [id, atPeak]))
}

function isScaled(graph: Graph, component: Id): boolean {
  return graph.settings(component).truth('autoscaled') === true
}

/**
 * A rate that somebody stated is that of the replicas drawn, and grows with those that run; workers and GPUs are counted
 * by their kind, and a limit per minute belongs to an account.
 */
export function scaleLimit(graph: Graph, component: Id, limit: Capacity, atPeak: number | undefined): Capacity {
  if (atPeak === undefined || limit.limitedBy !== 'rate') return limit
  const drawn = graph.settings(component).number('replicas') ?? 0
  if (drawn <= 0) return limit
  return {
    ...limit,
    callsPerSecond: (limit.callsPerSecond * atPeak) / drawn,
    why: `${limit.why}, for ${drawn}; ${atPeak} run`,
  }
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
  graph: Graph,
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
    const settings = graph.settings(component)
    return [
      {
        component,
        replicas: settings.number('replicas') ?? 0,
        replicasAtPeak: week.atPeak,
        replicasMean: week.mean,
        usdPerMonthPerReplica: usdPerReplica,
        isScaled: isScaled(graph, component),
        targetUtilisation: settings.number('targetUtilisation') ?? usualTarget,
      },
    ]
  })
}
