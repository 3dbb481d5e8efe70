import type { Control, Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import { oncePerGraph } from './graph-reading.ts'

/** A control that is in place on one of these elements: a commitment somebody answers for, not a box. */
export function controlInPlace(graph: Graph, types: readonly string[], on: readonly Id[]): Control | undefined {
  if (types.length === 0) return undefined
  return controlsInPlace(graph).find(
    (control) => types.includes(control.type) && control.on.some((element) => on.includes(element)),
  )
}

/** Whether any control of these types is in place, on whatever element. */
export function hasControlInPlace(graph: Graph, types: readonly string[]): boolean {
  return types.length > 0 && controlsInPlace(graph).some((control) => types.includes(control.type))
}

const controlsInPlace = oncePerGraph(({ design }) =>
  (design.controls ?? []).filter(({ status }) => status === 'inPlace'),
)

/** What closes something, by name: a gate on the drawing, or a control. */
export function nameOf(graph: Graph, closing: Id): string {
  const control = graph.design.controls?.find(({ id }) => id === closing)
  return control === undefined ? graph.name(closing) : (control.name ?? 'a control in place')
}
