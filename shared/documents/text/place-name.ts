import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'

/** An element by its name; an arrow by its ends: "contact" alone tells nobody where it is. */
export function placeName(id: Id, graph: Graph): string {
  const flow = graph.flow(id)?.flow
  return flow === undefined ? graph.name(id) : `${graph.name(flow.from)} → ${graph.name(flow.to)}`
}

/** Several of them, each once. An arrow between two that are named as well adds nothing, and is left out. */
export function placeNames(ids: readonly Id[], graph: Graph): readonly string[] {
  const named = new Set(ids)
  const told = [...named].filter((id) => {
    const flow = graph.flow(id)?.flow
    return flow === undefined || !named.has(flow.from) || !named.has(flow.to)
  })
  return [...new Set(told.map((id) => placeName(id, graph)))]
}
