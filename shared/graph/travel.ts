import type { Id } from '../design/design.ts'
import { known } from '../design/value.ts'
import { type Carrying, mapParcels, parcel, type Parcel, type Parcels } from './carrying.ts'
import type { Graph, GraphFlow } from './graph.ts'
import { isSpeaker } from './has-say.ts'
import { answerOrigin, assetOrigin, responseOrigin, untrustedBelow } from './origins.ts'
import type { Run } from './run.ts'
import { isStore, type Stores } from './store-contents.ts'

interface CallRecord {
  readonly action: Id
  readonly run: Run
  readonly flow: GraphFlow
  readonly sent: Carrying
  /** What had a say in it, where that is more than what is sent. */
  readonly steering?: Parcels
}
interface AnswerRecord {
  readonly action: Id
  readonly run: Run
  readonly flow: GraphFlow
  readonly parcels: Parcels
}

/** The walk of one action, with what the stores held at the end of the turn before. */
export interface Walk {
  readonly graph: Graph
  readonly stores: Stores
  /** Components whose written contents were asked for: with the same contents, the walk is the same. */
  readonly read: ReadonlySet<Id>
  readonly written: Map<Id, Parcels>
  readonly calls: Map<string, CallRecord>
  readonly answers: Map<string, AnswerRecord>
  /**
   * Where origins enter: actors, holders, and components that name an asset nobody brought them; under `derivedSource`
   * those that hold only something derived from it.
   */
  readonly sources: Map<Id, Set<Id>>
}

export function beginWalk(graph: Graph, stores: Stores): Walk {
  const read = new Set<Id>()
  const get = (component: Id): Parcels | undefined => {
    read.add(component)
    return stores.written.get(component)
  }
  return {
    graph,
    stores: { ...stores, written: { get } },
    read,
    written: new Map(),
    calls: new Map(),
    answers: new Map(),
    sources: new Map(),
  }
}

/** What leaves a run along its arrow: the stated answer, else all in hand; a verdict and a bare write bring nothing. */
export function answerOf(walk: Walk, flow: GraphFlow, output: Carrying): Parcels {
  const { graph } = walk
  const stated = flow.flow.response?.data
  const acknowledges =
    isStore(graph, flow.callee) && flow.does.every((access) => access === 'write' || access === 'delete')
  const silent = stated === undefined && (graph.has(flow.callee, 'returns-verdict') || acknowledges)
  const parcels =
    stated !== undefined ? pick(walk, stated, output.parcels, flow.callee) : silent ? new Map() : output.parcels
  const declared = known(flow.flow.response?.untrusted)
  return declared === undefined ? parcels : declare(walk, flow, parcels, declared)
}

/** `untrusted: false` clears what travels, `true` adds an untrusted origin where none is known to be one. */
export function declare(walk: Walk, flow: GraphFlow, parcels: Parcels, untrusted: boolean): Parcels {
  const origin = responseOrigin(flow.id)
  const { trust } = answerOrigin(walk.graph, flow, untrusted)
  addSource(walk, origin, untrusted ? flow.callee : flow.caller)
  if (trust === 100) return mapParcels(parcels, (each) => ({ ...each, origins: new Set([origin]) }))
  if (parcels.size === 0) return new Map([[origin, parcel([origin])]])
  return mapParcels(parcels, (each) =>
    [...each.origins].some((id) => (assetOrigin(walk.graph, id, undefined).trust ?? 100) < untrustedBelow)
      ? each
      : { ...each, origins: new Set([...each.origins, origin]) },
  )
}

/**
 * The named assets out of what is in hand. One that nobody brought is a new view of what is there: its origins are its
 * roots; without stated parents, writers or a holder it can only come from everything in hand.
 */
export function pick(walk: Walk, assets: readonly Id[], parcels: Parcels, component: Id): Parcels {
  const { graph } = walk
  const picked = new Map<Id, Parcel>()
  for (const asset of assets) {
    const inHand = parcels.get(asset)
    if (inHand !== undefined) picked.set(asset, inHand)
    else if (!walk.stores.pending.has(`${component} ${asset}`)) picked.set(asset, viewOf(asset))
  }
  return picked

  function viewOf(asset: Id): Parcel {
    const stated = graph.asset(asset)
    const roots = graph.rootsOf(asset)
    const isNew = (stated?.derivedFrom ?? []).length === 0 && known(stated?.writers) === undefined
    const isHeld = walk.stores.held.has(asset)
    const others = [...parcels.values()]
    const parents = isNew && !isHeld ? others : others.filter((each) => roots.some((root) => each.origins.has(root)))
    const origins = isNew && !isHeld && parents.length > 0 ? parents.flatMap((each) => [...each.origins]) : roots
    if (parents.length === 0)
      for (const origin of origins) addSource(walk, origin === asset ? origin : derivedSource(origin), component)
    const marks = parents.length === 0 ? new Map<Id, boolean>() : intersect(parents.map((each) => each.marks))
    return throughModel(
      graph,
      component,
      parcel(
        origins,
        marks,
        parents.flatMap((each) => [...each.through]),
      ),
    )
  }
}

function intersect(all: readonly ReadonlyMap<Id, boolean>[]): ReadonlyMap<Id, boolean> {
  const [first = new Map<Id, boolean>(), ...rest] = all
  const kept = [...first].filter(([gate]) => rest.every((marks) => marks.has(gate)))
  return new Map(kept.map(([gate, certain]) => [gate, certain && rest.every((marks) => marks.get(gate) === true)]))
}

export function derivedSource(origin: Id): string {
  return `${origin} derived`
}

/** Notes that content of an origin enters at a component. */
export function addSource(walk: Walk, origin: Id, component: Id): void {
  const entrances = walk.sources.get(origin) ?? new Set()
  walk.sources.set(origin, entrances.add(component))
}

/** Notes that a model or an agent had it in hand. */
export function throughModel(graph: Graph, component: Id, each: Parcel): Parcel {
  return isSpeaker(graph, component) && !each.through.has(component)
    ? { ...each, through: new Set([...each.through, component]) }
    : each
}
