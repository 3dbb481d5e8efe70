import type { Component } from '../design/design.ts'
import { sameInOrder } from '../design/same-json.ts'
import { buildLineage } from './build-lineage.ts'
import type { Graph } from './graph.ts'
import type { Lineage } from './lineage.ts'
import type { ActionRuns } from './run.ts'

interface Followed {
  readonly graph: Graph
  readonly lineage: Lineage
}

/** The newest graph that was followed, by its actions: they stay the same while arrows, plans and kinds do. */
const followed = new WeakMap<readonly ActionRuns[], Followed>()

/**
 * The lineage of a graph: as it was worked out for the graph before where the two differ in nothing that it rests on. Most
 * edits change a number in a box, and lineage reads no settings. It is a new object for each graph all the same: what is
 * kept by lineage may read settings.
 */
export function rememberedLineage(graph: Graph): Lineage {
  const { actions } = graph
  const before = followed.get(actions)
  const lineage = before && isFollowedAlike(before.graph, graph) ? { ...before.lineage } : buildLineage(graph)
  followed.set(actions, { graph, lineage })
  return lineage
}

/** Of two graphs with the same actions, thus with the same arrows, and with components of the same ids and kinds. */
function isFollowedAlike(before: Graph, now: Graph): boolean {
  return (
    sameInOrder(before.design.data, now.design.data) &&
    sameInOrder(before.design.boundaries, now.design.boundaries) &&
    sameInOrder(before.design.context, now.design.context) &&
    before.components.every((component, index) => isAlike(component, now.components[index]))
  )
}

function isAlike(component: Component, other: Component | undefined): boolean {
  if (component === other) return true
  if (other === undefined) return false
  const { settings: _settings, ...rest } = component
  const { settings: _others, ...otherRest } = other
  return sameInOrder(rest, otherRest)
}
