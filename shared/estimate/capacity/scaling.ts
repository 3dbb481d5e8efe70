import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { isPerMinute } from '../../kinds/parts/capacity.ts'
import { replicasOverWeek, type ReplicaWeek } from '../../kinds/parts/scaling.ts'
import type { Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import type { ComponentLoad } from './load.ts'

/** Replicas over the week of every box that has some, and whose throughput they limit. */
export function findReplicaWeeks(
  graph: Graph,
  readers: Readers,
  loads: ReadonlyMap<Id, ComponentLoad>,
): ReadonlyMap<Id, ReplicaWeek> {
  const found = new Map<Id, ReplicaWeek>()
  for (const [component, load] of loads) {
    const copies = Math.max(1, graph.copies(component))
    const from = [readers.sourcesOf(component), copies]
    const week = readers.remember(weeksBefore, load, from, () => weekOf(graph, readers, component, load, copies))
    if (week) found.set(component, week)
  }
  return found
}

/** By the load, which stays the very object while nobody asks for more or less. */
const weeksBefore: Remembered<ReplicaWeek | undefined> = new WeakMap()

function weekOf(
  graph: Graph,
  readers: Readers,
  component: Id,
  { capacity, limit, perSecondByHour }: ComponentLoad,
  copies: number,
): ReplicaWeek | undefined {
  const settings = readers.settings(component)
  const replicas = settings.number('replicas') ?? 0
  if (!capacity || !limit || isPerMinute(capacity) || replicas <= 0 || graph.has(component, 'person')) return undefined
  const hours = (perSecondByHour?.() ?? []).map((perSecond) => perSecond / copies)
  // Users who wait for one another ask for more as soon as nobody waits: that is what replicas are planned for.
  const peak = limit.utilisationPerTraffic * capacity.callsPerSecond
  return replicasOverWeek(settings, hours, peak, capacity.callsPerSecond / replicas)
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

/** Whether its replicas follow the load. */
export function isScaled(graph: Graph, component: Id): boolean {
  return graph.settings(component).truth('autoscaled') === true
}
