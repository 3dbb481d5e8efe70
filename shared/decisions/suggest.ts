import type { Component, Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import { findMetric } from '../requirements/metrics/index.ts'

/** A choice that weighs, and that no decision speaks of. */
export interface SuggestedDecision {
  /** The choice and its first element: the same while the drawing is the same. */
  readonly id: string
  readonly title: string
  /** Why it is worth a record. */
  readonly why: string
  readonly about: readonly Id[]
  /** Requirements that it touches. */
  readonly drivers: readonly Id[]
}

interface Choice {
  readonly id: string
  readonly title: (names: string) => string
  readonly why: string
  readonly concerns: (graph: Graph) => readonly Component[]
  /** Beginnings of the qualities that it touches. */
  readonly qualities: readonly string[]
}

/** By what the boxes do, never by their kind; the one that is hardest to take back first. */
const choices: readonly Choice[] = [
  {
    id: 'model',
    title: (names) => `Which model answers (${names})`,
    why: 'Quality, cost and answer time hang on it, and prompts and tests are written for it.',
    concerns: (graph) => graph.with('generates-text').filter(({ id }) => !graph.has(id, 'fronts-models')),
    qualities: ['performance-efficiency', 'cost', 'functional-suitability'],
  },
  {
    id: 'tool',
    title: (names) => `What an agent may do by itself (${names})`,
    why: 'It changes something in the world; who answers for that should be written down.',
    concerns: (graph) =>
      graph.with('runs-actions').filter((tool) => hasEffect(graph, tool) && isUsedByAgent(graph, tool)),
    qualities: ['interaction-capability', 'security.intervenability', 'security.accountability'],
  },
  {
    id: 'store',
    title: (names) => `Where what is searched is kept (${names})`,
    why: 'Data move slowly: a store is the choice that is hardest to take back.',
    concerns: (graph) => graph.with('stores-data', 'answers-search'),
    qualities: ['security', 'compliance', 'performance-efficiency'],
  },
  {
    id: 'vendor',
    title: (names) => `Which vendor sees the data (${names})`,
    why: 'Another organisation handles what it is sent: contract, region and a way out belong to the choice.',
    concerns: (graph) => graph.with('vendor-hosted').filter(({ id }) => !graph.has(id, 'generates-text')),
    qualities: ['security', 'compliance', 'reliability'],
  },
]

const mostSuggestions = 3

/**
 * Decisions worth writing down: one for each kind of major choice of which no decision speaks, three at most. Boxes that
 * nothing joins are no choice yet.
 */
export function suggestDecisions(graph: Graph): readonly SuggestedDecision[] {
  const decided = new Set((graph.design.decisions ?? []).flatMap(({ about }) => about ?? []))
  return choices
    .flatMap(({ id, title, why, concerns, qualities }): SuggestedDecision[] => {
      const joined = concerns(graph).filter(
        (each) => graph.callsTo(each.id).length + graph.callsFrom(each.id).length > 0,
      )
      const [first] = joined
      // One decision speaks for all of a kind: who has decided on the model has decided on its fallback.
      if (first === undefined || joined.some((each) => decided.has(each.id))) return []
      const about = joined.slice(0, mostSuggestions).map((each) => each.id)
      const drivers = (graph.design.requirements ?? [])
        .filter(({ metric, category }) => {
          const quality = category ?? findMetric(metric)?.category ?? ''
          return qualities.some((each) => quality.startsWith(each))
        })
        .map((requirement) => requirement.id)
      return [{ id: `${id} ${first.id}`, title: title(first.name), why, about, drivers }]
    })
    .slice(0, mostSuggestions)
}

function hasEffect(graph: Graph, tool: Component): boolean {
  const effect = graph.settings(tool).text('effect')
  return effect !== undefined && effect !== 'read' && effect !== 'none'
}

function isUsedByAgent(graph: Graph, tool: Component): boolean {
  return graph.callsTo(tool.id).some(({ caller }) => graph.has(caller, 'plans-actions'))
}
