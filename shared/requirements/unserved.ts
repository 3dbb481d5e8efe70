import type { Id } from '../design/design.ts'
import type { ActionEstimate } from '../estimate/estimate.ts'
import { assumedShare } from '../estimate/uncertainty/standing.ts'
import type { Graph } from '../graph/graph.ts'
import type { Trait } from '../kinds/kind.ts'
import type { Open } from './metric.ts'

/** Those who pass on what they are asked, judge it or take note of it: none of them answers. */
const passOn: readonly Trait[] = [
  'client',
  'entry',
  'fronts-models',
  'joins-calls',
  'filters-content',
  'observes',
  'authenticates',
  'keeps-secrets',
]
const mostNamed = 3

/**
 * What is open about an action that reaches only boxes which pass it on: behind them nobody answers yet, so that nothing
 * can be said to be up. Undefined where somebody answers, or has stated how often what is drawn is up.
 */
export function findUnserved(action: ActionEstimate, graph: Graph): Open | undefined {
  if (assumedShare(action.availability?.makeup) < 1 && action.availability?.value !== 1) return undefined
  const reached = componentsOn(action.action, graph)
  if (reached.length === 0 || reached.some((id) => !passOn.some((trait) => graph.has(id, trait)))) return undefined
  const named = reached.slice(0, mostNamed).map((id) => `"${graph.name(id)}"`)
  const behind = named.join(', ')
  return {
    sentence: `Nobody answers "${action.name}" yet: ${behind} only ${named.length > 1 ? 'pass' : 'passes'} it on, and nothing is drawn behind.`,
    question: `Who answers "${action.name}" behind ${behind}?`,
    asks: [],
  }
}

function componentsOn(action: Id, graph: Graph): readonly Id[] {
  const runs = graph.actions.find((each) => each.action === action)?.runs ?? {}
  return [...new Set(Object.values(runs).map((run) => run.component))]
}
