import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { Carried, Lineage } from '../graph/lineage.ts'
import { answersTo } from './lineage-reading.ts'

/** One data asset as it comes to a component: with a call, as an answer, or offline (a load, a deployment). */
export interface Arrival {
  readonly asset: Id
  /** Root assets by `derivedFrom`; what an actor says without naming data is a root of its own. */
  readonly origins: readonly Id[]
  /** The arrow, and who stands at its other end. */
  readonly flow: Id
  readonly from: Id
  /** Names and the like were taken out on the way. */
  readonly isMasked: boolean
}

type Studied = { readonly graph: Graph; readonly lineage: Lineage }

/**
 * All that reaches a component along its arrows, calls and answers as lineage follows them, offline arrows as they are
 * drawn. The same asset comes once for each arrow.
 */
export function arrivalsAt({ graph, lineage }: Studied, component: Id): readonly Arrival[] {
  const called = lineage.into(component).flatMap((call) => listed(graph, call.carried, call.flow, call.caller))
  const answered = answersTo({ graph, lineage }, component).flatMap((answer) =>
    listed(graph, answer.carried, answer.flow, answer.from),
  )
  return [...called, ...answered, ...arrivalsOffline({ graph, lineage }, component, new Set())]
}

function listed(graph: Graph, carried: readonly Carried[], flow: Id, from: Id): readonly Arrival[] {
  return carried.map((each) => ({
    asset: each.asset,
    origins: each.origins,
    flow,
    from,
    isMasked: removesNames(graph, from) || each.marks.some((mark) => mark.certain && looksForNames(graph, mark.gate)),
  }))
}

/** What a component keeps between requests: what it holds, and what is written to it. */
export function keptIn({ graph, lineage }: Studied, store: Id): readonly Id[] {
  const written = lineage
    .into(store)
    .filter((call) => call.does.includes('write') || graph.has(store, 'caches'))
    .flatMap((call) => call.carried.map((carried) => carried.asset))
  return [...new Set([...(graph.component(store)?.holds ?? []), ...written])].toSorted()
}

/** Offline arrows that state no data bring all that their source has. */
function arrivalsOffline(studied: Studied, component: Id, visited: ReadonlySet<Id>): readonly Arrival[] {
  const { graph } = studied
  if (visited.has(component)) return []
  const around = new Set([...visited, component])
  return [...graph.callsTo(component), ...graph.callsFrom(component)].flatMap(({ id, flow, mode }) => {
    if (mode !== 'offline') return []
    const isHead = flow.to === component
    const from = isHead ? flow.from : flow.to
    const there = [...(flow.request?.data ?? []), ...(flow.pull === true ? (flow.response?.data ?? []) : [])]
    const back = flow.pull === true ? [] : (flow.response?.data ?? [])
    const stated = isHead ? there : back
    const isSilent = isHead && there.length === 0 && back.length === 0
    const assets = isSilent ? contentsOf(studied, from, around) : stated
    return assets.map((asset) => ({
      asset,
      origins: graph.rootsOf(asset),
      flow: id,
      from,
      isMasked: removesNames(graph, from),
    }))
  })
}

function contentsOf(studied: Studied, component: Id, visited: ReadonlySet<Id>): readonly Id[] {
  const arrived = arrivalsOffline(studied, component, visited).map(({ asset }) => asset)
  return [...new Set([...keptIn(studied, component), ...arrived])].toSorted()
}

/** The words in which a log, a gateway, a pipeline and a warehouse say that they take personal data out. */
const removing = ['redaction', 'deIdentified', 'masked'] as const

function removesNames(graph: Graph, component: Id): boolean {
  const settings = graph.settings(component)
  return removing.some((field) => settings.truth(field) === true)
}
function looksForNames(graph: Graph, gate: Id): boolean {
  return graph.settings(gate).list('checks')?.includes('pii') === true
}
