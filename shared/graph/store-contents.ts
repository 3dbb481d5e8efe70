import type { Id } from '../design/design.ts'
import { callsOfAction } from './calls-in.ts'
import { type Parcel, parcel, type Parcels } from './carrying.ts'
import type { Graph } from './graph.ts'

/** What is known of stores before a walk. */
export interface Stores {
  /** What was ever written to a store, by the end of the turn before. */
  readonly written: Pick<ReadonlyMap<Id, Parcels>, 'get'>
  /** 'store asset' pairs that some call writes: what comes back then is what was written, with its marks. */
  readonly pending: ReadonlySet<string>
  /** Assets that some component holds. */
  readonly held: ReadonlySet<Id>
}

/** Whether a component gives back later what it is given now. */
export function isStore(graph: Graph, component: Id): boolean {
  return (
    (['stores-data', 'memory', 'caches'] as const).some((trait) => graph.has(component, trait)) ||
    (graph.component(component)?.holds ?? []).length > 0
  )
}

/** What a component has before anybody calls it: what it holds, what was written to it, what arrives offline. */
export function contentsOf(graph: Graph, stores: Stores, component: Id, visited: ReadonlySet<Id> = new Set()): Parcels {
  const contents = new Map<Id, Parcel>()
  for (const asset of graph.component(component)?.holds ?? []) {
    if (!stores.pending.has(`${component} ${asset}`)) contents.set(asset, parcel(graph.rootsOf(asset)))
  }
  for (const [asset, each] of stores.written.get(component) ?? []) contents.set(asset, each)
  for (const [asset, each] of arrivalsOffline(graph, stores, component, visited)) {
    if (!contents.has(asset)) contents.set(asset, each)
  }
  return contents
}

/** Offline arrows carry lineage without a call: as drawn, tail to head; a stated answer travels back. */
function arrivalsOffline(graph: Graph, stores: Stores, component: Id, visited: ReadonlySet<Id>): Parcels {
  const arrived = new Map<Id, Parcel>()
  if (visited.has(component)) return arrived
  const around = new Set([...visited, component])
  for (const { flow, mode, caller } of [...graph.callsTo(component), ...graph.callsFrom(component)]) {
    if (mode !== 'offline') continue
    const isPull = caller === flow.to
    const forward = [...(flow.request?.data ?? []), ...(isPull ? (flow.response?.data ?? []) : [])]
    const backward = isPull ? [] : (flow.response?.data ?? [])
    const isHead = flow.to === component
    const source = isHead ? flow.from : flow.to
    const stated = isHead ? forward : backward
    const atSource = contentsOf(graph, stores, source, around)
    const carried = isHead && forward.length === 0 && backward.length === 0 ? [...atSource.keys()] : stated
    for (const asset of carried) arrived.set(asset, atSource.get(asset) ?? parcel(graph.rootsOf(asset)))
  }
  return arrived
}

/** Assets that some component holds. */
export function findHeld(graph: Graph): ReadonlySet<Id> {
  return new Set(graph.components.flatMap((component) => component.holds ?? []))
}

/** The pairs of store and asset that calls write with stated data. */
export function findPending(graph: Graph): ReadonlySet<string> {
  const pending = new Set<string>()
  for (const { run, does, callee, flow } of graph.actions.flatMap(callsOfAction)) {
    if (run === undefined || !does.includes('write') || !isStore(graph, callee)) continue
    for (const asset of graph.flow(flow)?.flow.request?.data ?? []) pending.add(`${callee} ${asset}`)
  }
  return pending
}
