import { blindGate, type Influence } from '../../findings/influence.ts'
import { listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Origin } from '../../graph/lineage.ts'
import { nameOf } from '../../findings/commitment.ts'

/** Whose words they are, as a list. */
export const namesOf = (origins: readonly Origin[]): string => listWords(origins.map((origin) => origin.name))
/** Whether anybody can write the least trusted of them. */
export const isPublic = (origins: readonly Origin[]): boolean => (origins[0]?.trust ?? 100) <= 10

/** Of a gate that comes too early, or is told too little, to decide about a call. */
export function undecided(graph: Graph, { call }: Influence): string | undefined {
  const gate = blindGate(graph, call)
  return gate === undefined ? undefined : `${nameOf(graph, gate)} decides without seeing the action`
}
