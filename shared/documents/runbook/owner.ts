import { findElement } from '../../design/collections.ts'
import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'

/** Who owns a component: it says so itself, or the nearest place around it does. */
export function ownerOf(id: Id, graph: Graph): string | undefined {
  const own = graph.component(id)?.owner ?? graph.boundariesOf(id).find(({ owner }) => owner !== undefined)?.owner
  return own === undefined || own.trim() === '' ? undefined : own
}

/** Who owns any of these elements, of whatever kind, each once. */
export function ownersOf(ids: readonly Id[], graph: Graph): readonly string[] {
  return [...new Set(ids.flatMap((id) => ownerOf(id, graph) ?? findElement(graph.design, id)?.element.owner ?? []))]
}
