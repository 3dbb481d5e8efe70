import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'

/** The components that a scope names, itself or by a boundary around them, each once, in the order of the scope. */
export function componentsIn(on: readonly Id[], graph: Graph): readonly Id[] {
  return [...new Set(on.flatMap((id) => (graph.boundary(id) ? componentsWithin(id, graph) : [id])))]
}

function componentsWithin(boundary: Id, graph: Graph): readonly Id[] {
  return graph.components
    .map((component) => component.id)
    .filter((id) => graph.boundariesOf(id).some((around) => around.id === boundary))
}
