import type { Id } from '../design/design.ts'
import { known } from '../design/value.ts'
import { keptIn } from '../findings/arrivals.ts'
import type { Graph } from '../graph/graph.ts'
import type { Carried, Lineage } from '../graph/lineage.ts'

/** Where an asset, or something made from it, was met; `path` is how it came there, components and flows in order. */
interface Met {
  /** Which of the traced assets: itself, or made from it. */
  readonly assets: readonly Id[]
  readonly path: readonly Id[]
}
export interface TracedFlow extends Met {
  readonly flow: Id
  /** With the call, with its answer, or outside requests (a load, a deployment). */
  readonly direction: 'request' | 'response' | 'offline'
  /** Between which components it travels, as the data go: an answer leaves the one that was called. */
  readonly from: Id
  readonly to: Id
  /** Models and agents that may have read or rewritten it before. */
  readonly through: readonly Id[]
}
export interface TracedStore extends Met {
  readonly component: Id
  /** It is held there, not only written there or made from it. */
  readonly isSource: boolean
  /** Days after which it is gone, by the store or by the asset; undefined: nobody said. */
  readonly retentionDays: number | undefined
}
/** Components of one organisation or region; undefined: nobody said which. */
export interface TracedPlace extends Met {
  readonly name: string | undefined
  readonly components: readonly Id[]
}

/** All that a data asset meets: arrows in the order in which it comes to them, all else in the order of the design. */
export interface DataTrace {
  readonly asset: Id
  /** It, and all that is derived from it. */
  readonly assets: readonly Id[]
  readonly flows: readonly TracedFlow[]
  readonly stores: readonly TracedStore[]
  /** Whoever runs a component that gets it: vendors among them. */
  readonly organisations: readonly TracedPlace[]
  readonly regions: readonly TracedPlace[]
  /** Everything to highlight. */
  readonly elements: readonly Id[]
}

/**
 * Follows one data asset through the drawing: each flow, store, organisation and region that it meets, with the way it
 * came by and how long it stays. What is derived from it counts as it. Facts that nobody stated are undefined, never
 * guessed. Undefined where the design has no such asset.
 */
export function traceData(graph: Graph, lineage: Lineage, asset: Id): DataTrace | undefined {
  if (graph.asset(asset) === undefined) return undefined
  const assets = withDerived(graph, [asset])
  const isMeant = (id: Id): boolean => assets.includes(id)
  const flows = inOrder(graph, [...tracedFlows(graph, lineage, isMeant), ...offlineFlows(graph, lineage, isMeant)])
  const stores = tracedStores(graph, lineage, { asset, assets }, flows)
  const met = new Map<Id, Met>()
  for (const { component, assets: kept, path } of stores) met.set(component, { assets: kept, path })
  for (const { flow, direction, assets: carried, path } of flows) {
    const ends = graph.flow(flow)
    if (ends === undefined) continue
    const receiver = direction === 'response' ? ends.caller : ends.callee
    if (!met.has(receiver)) met.set(receiver, { assets: carried, path })
  }
  return {
    asset,
    assets,
    flows,
    stores,
    organisations: placesBy(graph, met, (id) => graph.facets(id).organisation.value),
    regions: placesBy(graph, met, (id) => graph.facets(id).region.value),
    elements: [...new Set([...met.keys(), ...flows.map(({ flow }) => flow), ...flows.flatMap(({ path }) => path)])],
  }
}

/** These assets and what is derived from them, directly or not; circles are cut. */
export function withDerived(graph: Graph, assets: readonly Id[]): readonly Id[] {
  const found = new Set(assets)
  for (let grown = true; grown;) {
    grown = false
    for (const each of graph.design.data ?? []) {
      if (found.has(each.id) || !(each.derivedFrom ?? []).some((parent) => found.has(parent))) continue
      found.add(each.id)
      grown = true
    }
  }
  return [...found]
}

function tracedFlows(graph: Graph, lineage: Lineage, isMeant: (id: Id) => boolean): readonly TracedFlow[] {
  const met = new Map<string, TracedFlow>()
  const add = (
    travel: Pick<TracedFlow, 'flow' | 'direction' | 'from' | 'to'>,
    all: readonly Carried[],
    pathTo: (origin: Id) => readonly Id[],
  ) => {
    const carried = all.filter((each) => isMeant(each.asset))
    const [first] = carried
    if (first === undefined) return
    const key = `${travel.flow} ${travel.direction}`
    const before = met.get(key)
    met.set(key, {
      ...travel,
      assets: unique([...(before?.assets ?? []), ...carried.map((each) => each.asset)]),
      through: unique([...(before?.through ?? []), ...carried.flatMap(({ through }) => through)]).toSorted(),
      path: before?.path ?? pathTo(first.origins[0] ?? first.asset),
    })
  }
  for (const call of lineage.calls) {
    const { flow, caller: from, callee: to, carried } = call
    add({ flow, direction: 'request', from, to }, carried, (origin) => lineage.pathTo(call, origin))
  }
  for (const { flow, from, to, carried } of lineage.answers)
    add({ flow, direction: 'response', from, to }, carried, (origin) => {
      const there = lineage.pathInto(from, origin)
      // What went out with the call and comes back with the answer passes the arrow twice.
      return [...(there.length === 0 ? [from] : there), flow, to]
    })
  return [...met.values()].map((flow) => ({
    ...flow,
    assets: flow.assets.filter((id) => graph.asset(id) !== undefined),
  }))
}

/** Arrows outside requests bring what they state; one that states nothing brings what its source holds. */
function offlineFlows(graph: Graph, lineage: Lineage, isMeant: (id: Id) => boolean): readonly TracedFlow[] {
  return graph.flows.flatMap(({ id, flow, mode }) => {
    if (mode !== 'offline') return []
    const stated = [...(flow.request?.data ?? []), ...(flow.response?.data ?? [])]
    const carried = (stated.length > 0 ? stated : (graph.component(flow.from)?.holds ?? [])).filter(isMeant)
    if (carried.length === 0) return []
    const { from, to } = flow
    const [first = ''] = carried
    const path = [...wayInto(graph, lineage, from, first), id, to]
    return [{ flow: id, direction: 'offline', from, to, assets: unique(carried), through: [], path } as const]
  })
}

function tracedStores(
  graph: Graph,
  lineage: Lineage,
  { asset, assets }: Pick<DataTrace, 'asset' | 'assets'>,
  flows: readonly TracedFlow[],
): readonly TracedStore[] {
  return graph.components.flatMap((component): readonly TracedStore[] => {
    const holds = component.holds ?? []
    const isKeeper = holds.length > 0 || graph.has(component, 'stores-data')
    const offline = flows.filter(
      ({ flow, direction }) => direction === 'offline' && graph.flow(flow)?.flow.to === component.id,
    )
    const kept = isKeeper
      ? unique([...keptIn({ graph, lineage }, component.id), ...offline.flatMap((each) => each.assets)]).filter((id) =>
          assets.includes(id),
        )
      : []
    const [first] = kept
    if (first === undefined) return []
    const isSource = holds.includes(asset)
    const path = isSource ? [component.id] : (offline[0]?.path ?? wayInto(graph, lineage, component.id, first))
    return [
      { component: component.id, assets: kept, isSource, path, retentionDays: retentionOf(graph, component.id, kept) },
    ]
  })
}

/** How what an asset comes from reaches a component; the component alone where nothing brings it there. */
function wayInto(graph: Graph, lineage: Lineage, component: Id, asset: Id): readonly Id[] {
  return lineage.pathInto(component, graph.rootsOf(asset)[0] ?? asset)
}

/** The store's own limit, else the longest of what is kept, where every kept asset states how long. */
function retentionOf(graph: Graph, store: Id, assets: readonly Id[]): number | undefined {
  const own = graph.settings(store).number('retentionDays')
  if (own !== undefined) return own
  const stated = assets.map((id) => known(graph.asset(id)?.facts?.['retentionDays']))
  const days = stated.filter((each) => typeof each === 'number')
  return days.length === assets.length && days.length > 0 ? Math.max(...days) : undefined
}

function placesBy(
  graph: Graph,
  met: ReadonlyMap<Id, Met>,
  nameOf: (component: Id) => string | undefined,
): readonly TracedPlace[] {
  const places = new Map<string | undefined, TracedPlace>()
  for (const { id } of graph.components) {
    const here = met.get(id)
    if (here === undefined) continue
    const name = nameOf(id)
    const before = places.get(name)
    places.set(name, {
      name,
      components: [...(before?.components ?? []), id],
      assets: unique([...(before?.assets ?? []), ...here.assets]),
      path: before?.path ?? here.path,
    })
  }
  return [...places.values()]
}

/** The nearest to where it comes from first. */
function inOrder(graph: Graph, flows: readonly TracedFlow[]): readonly TracedFlow[] {
  const order = new Map(graph.flows.map(({ id }, index) => [id, index]))
  return flows.toSorted(
    (a, b) =>
      a.path.length - b.path.length ||
      (order.get(a.flow) ?? 0) - (order.get(b.flow) ?? 0) ||
      (a.direction < b.direction ? -1 : 1),
  )
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)]
}
