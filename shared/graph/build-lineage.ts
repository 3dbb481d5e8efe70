import type { Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import { known } from '../design/value.ts'
import type { Parcel, Parcels } from './carrying.ts'
import type { Graph } from './graph.ts'
import { type Carriage, shortestCarriage } from './lineage-path.ts'
import type { Carried, CarriedAnswer, CarriedCall, Lineage, Mark, Origin } from './lineage.ts'
import { actorOrigin, answerOrigin, assetOrigin, requestOrigin, responseOrigin } from './origins.ts'
import { isStore } from './store-contents.ts'
import { derivedSource, type Walk } from './travel.ts'
import { walkActions } from './walk-actions.ts'

/**
 * Follows every asset through the runs of each action in plan order: where it comes from, which gates have certainly
 * seen it before a call, which models had it in hand (docs/document.md, "Lineage and trust").
 */
export function buildLineage(graph: Graph): Lineage {
  const walks = walkActions(graph)
  const sources = joinSources(walks)
  const listed: Listed = new Map()
  const called = walks.flatMap((walk) => [...walk.calls.values()])
  const calls = called.map(({ action, run, flow, sent, steering }): CarriedCall => {
    const carried = listCarried(sent.parcels, listed)
    return {
      action,
      run: run.key,
      flow: flow.id,
      caller: flow.caller,
      callee: flow.callee,
      does: flow.does,
      carried,
      steering: steering === undefined ? carried : listCarried(steering, listed),
      gatesBefore: listMarks(sent.gates),
      decidedBy: listMarks(sent.deciding),
    }
  })
  const answered = walks.flatMap((walk) => [...walk.answers.values()])
  const answers = answered.map(({ action, run, flow, parcels }): CarriedAnswer => ({
    action,
    run: run.key,
    flow: flow.id,
    from: flow.callee,
    to: flow.caller,
    mode: flow.mode,
    carried: listCarried(parcels, listed),
  }))
  const into = groupBy(calls, ({ callee }) => callee)
  const atEnds = groupBy(
    calls.flatMap((call) => [...new Set([call.caller, call.callee])].map((end) => ({ end, call }))),
    ({ end }) => end,
  )
  const answeredTo = groupBy(answers, ({ to }) => to)
  const origins = describeOrigins(graph, [
    ...calls.flatMap(({ carried, steering }) => (steering === carried ? [carried] : [carried, steering])),
    ...answers.map(({ carried }) => carried),
  ])
  const carriages = listCarriages(calls, answers, graph)
  const keeps = (component: Id): boolean => isStore(graph, component)
  const pathInto = (component: Id, origin: Id): readonly Id[] => {
    const ways = carriages.get(origin) ?? []
    const direct = shortestCarriage(ways, sources.get(origin) ?? new Set(), component, keeps)
    const isDirect = direct.length > 1 || sources.get(origin)?.has(component) === true
    return isDirect ? direct : shortestCarriage(ways, sources.get(derivedSource(origin)) ?? new Set(), component, keeps)
  }
  return {
    calls,
    answers,
    origins,
    into: (component) => into.get(component) ?? [],
    inHandOf: (component) => [
      ...(atEnds.get(component) ?? []).flatMap(({ call }) => call.carried),
      ...(answeredTo.get(component) ?? []).flatMap(({ carried }) => carried),
    ],
    pathInto,
    pathTo: (call, origin) => [...pathInto(call.caller, origin), call.flow, call.callee],
  }
}

function joinSources(walks: readonly Walk[]): ReadonlyMap<Id, ReadonlySet<Id>> {
  const sources = new Map<Id, Set<Id>>()
  for (const walk of walks) {
    for (const [origin, entrances] of walk.sources) {
      const all = sources.get(origin) ?? new Set()
      for (const entrance of entrances) all.add(entrance)
      sources.set(origin, all)
    }
  }
  return sources
}

/** Sorted, once for each parcel: most calls carry the same ones. */
function listCarried(parcels: Parcels, listed: Listed): readonly Carried[] {
  return [...parcels].toSorted(byKey).map(([asset, parcel]) => {
    const before = listed.get(parcel)?.get(asset)
    if (before !== undefined) return before
    const carried = {
      asset,
      origins: [...parcel.origins].toSorted(),
      marks: listMarks(parcel.marks),
      through: [...parcel.through].toSorted(),
    }
    listed.set(parcel, (listed.get(parcel) ?? new Map<Id, Carried>()).set(asset, carried))
    return carried
  })
}
type Listed = Map<Parcel, Map<Id, Carried>>

function listMarks(marks: ReadonlyMap<Id, boolean>): readonly Mark[] {
  return [...marks].toSorted(byKey).map(([gate, certain]) => ({ gate, certain }))
}
function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

function describeOrigins(graph: Graph, travels: readonly (readonly Carried[])[]): Readonly<Record<Id, Origin>> {
  const special = new Map<Id, Origin>()
  for (const flow of graph.flows) {
    const actor = requestOrigin(flow.caller)
    if (!special.has(actor) || flow.flow.request?.untrusted !== undefined)
      special.set(actor, actorOrigin(graph, flow.caller, flow.flow.request?.untrusted))
    const declared = known(flow.flow.response?.untrusted) ?? known(flow.flow.request?.untrusted)
    if (declared !== undefined) special.set(responseOrigin(flow.id), answerOrigin(graph, flow, declared))
  }
  const ids = new Set(travels.flatMap((travel) => travel.flatMap((carried) => carried.origins)))
  return Object.fromEntries([...ids].toSorted().map((id) => [id, special.get(id) ?? assetOrigin(graph, id, undefined)]))
}

function listCarriages(
  calls: readonly CarriedCall[],
  answers: readonly CarriedAnswer[],
  graph: Graph,
): ReadonlyMap<Id, readonly Carriage[]> {
  const carriages = new Map<Id, Carriage[]>()
  const add = (origins: Iterable<Id>, carriage: Carriage): void => {
    for (const origin of origins) {
      const others = carriages.get(origin)
      if (others === undefined) carriages.set(origin, [carriage])
      else others.push(carriage)
    }
  }
  for (const call of calls)
    add(new Set(call.carried.flatMap((each) => each.origins)), { from: call.caller, flow: call.flow, to: call.callee })
  for (const answer of answers)
    add(new Set(answer.carried.flatMap((each) => each.origins)), {
      from: answer.from,
      flow: answer.flow,
      to: answer.to,
      isAnswer: true,
    })
  for (const { id, flow, mode } of graph.flows) {
    if (mode !== 'offline') continue
    const assets = [...(flow.request?.data ?? []), ...(flow.response?.data ?? [])]
    add(new Set(assets.flatMap((asset) => graph.rootsOf(asset))), { from: flow.from, flow: id, to: flow.to })
  }
  return carriages
}
