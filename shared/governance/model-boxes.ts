import type { Component } from '../design/design.ts'
import { oncePerGraph } from '../findings/graph-reading.ts'
import type { Graph } from '../graph/graph.ts'

/** Whether the box is a model: what an inventory lists. */
export function isModel(graph: Graph, component: Component): boolean {
  return graph.kindOf(component).family === 'models' || graph.has(component, 'predicts')
}

/** Boxes in scope that infer: models, and agents that choose their next step by one. */
export const inferringBoxes = oncePerGraph((graph): readonly Component[] =>
  inScope(graph).filter((component) => isModel(graph, component) || graph.has(component, 'plans-actions')),
)

/** The models of the drawing, those out of scope left out. */
export function modelBoxes(graph: Graph): readonly Component[] {
  return inScope(graph).filter((component) => isModel(graph, component))
}

/** Boxes that are not marked out of scope. */
export function inScope(graph: Graph): readonly Component[] {
  return graph.components.filter((component) => component.outOfScope === undefined)
}
