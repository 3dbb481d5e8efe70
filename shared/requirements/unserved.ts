import type { ActionEstimate } from '../estimate/estimate.ts'
import { onlyPassersOn } from '../estimate/availability/served.ts'
import { assumedShare } from '../estimate/uncertainty/standing.ts'
import type { Graph } from '../graph/graph.ts'
import type { Open } from './metric.ts'

const mostNamed = 3

/**
 * What is open about an action that reaches only boxes which pass it on: behind them nobody answers yet, so that it is not
 * served, however often they are up. Undefined where somebody answers, or has stated how often what is drawn is up.
 */
export function findUnserved({ action, name, availability }: ActionEstimate, graph: Graph): Open | undefined {
  if (availability !== undefined && assumedShare(availability.makeup) < 1) return undefined
  const runs = graph.actions.find((each) => each.action === action)
  const reached = runs && onlyPassersOn(graph, runs)
  if (reached === undefined) return undefined
  const named = reached.slice(0, mostNamed).map((id) => `"${graph.name(id)}"`)
  const behind = named.join(', ')
  return {
    sentence: `Nobody answers "${name}" yet: ${behind} only ${named.length > 1 ? 'pass' : 'passes'} it on, and nothing is drawn behind.`,
    question: `Who answers "${name}" behind ${behind}?`,
    asks: [],
  }
}
