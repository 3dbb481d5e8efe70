import type { Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { holdersOf } from '../../findings/data-facts.ts'
import type { Finding, QuestionGroup } from '../../findings/finding.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { findIdentity } from '../../findings/identity-reading.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'

/**
 * Where a finding stands: at what it holds on to, and at what else of it the rule looks at; a way only leads there. One
 * that holds on to an identity or to data stands where that is used, granted or kept.
 */
export function placesOf(graph: Graph, { anchors, elements }: Finding, looked: ReadonlySet<Id>): readonly Id[] {
  const places = anchors.flatMap((id) => [id, ...usersOf(graph, id), ...placesOfData(graph, id)])
  return [...new Set([...places, ...elements.filter((id) => looked.has(id))])]
}

const boxesRunAs = oncePerGraph(({ components }) => groupBy(components, ({ as }) => as))
const arrowsCalledAs = oncePerGraph(({ flows }) => groupBy(flows, ({ flow }) => flow.as))

/** Who runs under an identity or calls as it, and what it is granted. */
function usersOf(graph: Graph, id: Id): readonly Id[] {
  const identity = findIdentity(graph, id)
  if (identity === undefined) return []
  const calls = (arrowsCalledAs(graph).get(id) ?? []).flatMap((flow) => [flow.id, flow.caller])
  const boxes = (boxesRunAs(graph).get(id) ?? []).map((each) => each.id)
  return [...boxes, ...calls, ...(identity.grants ?? []).map(({ on }) => on)]
}

/** Boxes that keep an asset and arrows that say they carry it. */
function placesOfData(graph: Graph, asset: Id): readonly Id[] {
  if (graph.asset(asset) === undefined) return []
  return [...holdersOf(graph, asset), ...arrowsWith(graph, asset).map(({ id }) => id)]
}

const arrowsByAsset = oncePerGraph(({ flows }) =>
  groupBy(
    flows.flatMap((flow) => [...new Set(statedOn(flow))].map((asset) => ({ asset, flow }))),
    ({ asset }) => asset,
  ),
)
function arrowsWith(graph: Graph, asset: Id): readonly GraphFlow[] {
  return (arrowsByAsset(graph).get(asset) ?? []).map(({ flow }) => flow)
}
function statedOn({ flow }: GraphFlow): readonly Id[] {
  return [...(flow.request?.data ?? []), ...(flow.response?.data ?? [])]
}

/**
 * What of the elements that a rule looks at a question leaves open, each once: one about a box or an arrow that one, one
 * about data or the whole all that it concerns.
 */
export function placesAskedAbout(graph: Graph, group: QuestionGroup, looked: ReadonlySet<Id>): ReadonlySet<Id> {
  const places = new Set<Id>()
  const add = (ids: Iterable<Id>): void => {
    for (const id of ids) places.add(id)
  }
  let isAboutAll = false
  for (const { on } of group.elements) {
    if (graph.component(on) !== undefined || graph.flow(on) !== undefined) places.add(on)
    else if (isAboutAll) continue
    else if (graph.asset(on) === undefined) {
      add(looked)
      isAboutAll = true
    } else add(touching(graph, on, looked))
  }
  return places
}

/** Boxes and arrows that keep or carry an asset, or may: an arrow that states no data carries all that its caller has. */
function touching(graph: Graph, asset: Id, looked: ReadonlySet<Id>): readonly Id[] {
  const arrows = arrowsWith(graph, asset).flatMap(withEnds)
  return [...silentPlaces(graph), ...arrows, ...holdersOf(graph, asset)].filter((id) => looked.has(id))
}

const silentPlaces = oncePerGraph(({ flows }) => flows.filter((flow) => statedOn(flow).length === 0).flatMap(withEnds))
function withEnds({ id, caller, callee }: GraphFlow): readonly Id[] {
  return [id, caller, callee]
}
