import type { Control, Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'

/** A control that is in place on one of these elements: a commitment somebody answers for, not a box. */
export function controlInPlace(graph: Graph, types: readonly string[], on: readonly Id[]): Control | undefined {
  return (graph.design.controls ?? []).find(
    (control) =>
      control.status === 'inPlace' &&
      types.includes(control.type) &&
      control.on.some((element) => on.includes(element)),
  )
}

/** What closes something, by name: a gate on the drawing, or a control. */
export function nameOf(graph: Graph, closing: Id): string {
  const control = graph.design.controls?.find(({ id }) => id === closing)
  return control === undefined ? graph.name(closing) : (control.name ?? 'a control in place')
}
