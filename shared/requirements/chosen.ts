import type { Id, Requirement } from '../design/design.ts'
import { parseCondition } from '../graph/condition-text.ts'
import { fieldLabel } from '../graph/condition-words.ts'
import { decideCondition } from '../graph/decide-condition.ts'
import type { Graph } from '../graph/graph.ts'
import type { Ask } from '../graph/read-field.ts'
import type { Metric, MetricScope } from './metric.ts'

export type Chosen =
  /** The elements that it holds for, and the facts that would have to be stated before it is clear for which others. */
  | { readonly ok: true; readonly on: readonly Id[]; readonly asks: readonly Ask[] }
  | { readonly ok: false; readonly sentence: string }

const listed: Readonly<Partial<Record<MetricScope, (graph: Graph) => readonly { readonly id: Id }[]>>> = {
  components: (graph) => graph.components.filter(({ outOfScope }) => outOfScope === undefined),
  flows: (graph) => graph.flows,
  data: (graph) => graph.design.data ?? [],
  boundaries: (graph) => graph.design.boundaries ?? [],
  // By name and tag; an action is no box, so that no kind, trait or setting is its own.
  actions: (graph) => graph.actions.map(({ action }) => ({ id: action })),
}

/** The elements that the `where` of a requirement chooses, of the sorts that its metric can be measured on. */
export function chooseElements({ where = '' }: Requirement, metric: Metric, graph: Graph): Chosen {
  const parsed = parseCondition(where)
  if (!parsed.ok) {
    const place = `character ${parsed.at + 1}`
    return { ok: false, sentence: `"${where}" cannot be read at ${place}: ${parsed.sentence}` }
  }
  const lists = metric.scopes.flatMap((scope) => listed[scope] ?? [])
  if (lists.length === 0) {
    const sentence = `"${metric.title}" is measured neither on actions or components nor on arrows, data or boundaries, which is what "${where}" chooses from. Leave it out, or name what it holds for.`
    return { ok: false, sentence }
  }
  const decided = lists
    .flatMap((list) => list(graph))
    .map(({ id }) => ({ id, decided: decideCondition(parsed.condition, id, graph) }))
  return {
    ok: true,
    on: decided.filter(({ decided: { is } }) => is === 'yes').map(({ id }) => id),
    asks: decided.flatMap(({ decided: { is, asks } }) => (is === 'unknown' ? asks : [])),
  }
}

/** What would have to be answered before it is clear what a requirement holds for. */
export function askForScope(asks: readonly Ask[], graph: Graph): string {
  const [first] = asks
  if (first === undefined) return ''
  const places = new Set(asks.map(({ on, field }) => `${on} ${field}`)).size
  const more = places > 1 ? ` (and ${places - 1} more)` : ''
  return `What is "${fieldLabel(first.field)}" of "${graph.name(first.on)}"${more}? It decides what this holds for.`
}
