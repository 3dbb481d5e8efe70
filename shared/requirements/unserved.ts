import type { Id } from '../design/design.ts'
import type { ActionEstimate, Estimate } from '../estimate/estimate.ts'
import type { Graph } from '../graph/graph.ts'
import type { Open } from './metric.ts'

const mostNamed = 3

/**
 * What is open about an action that reaches only those who hand it on: behind them nobody answers yet, so that it is not
 * served, however often they are up and however little they cost. Undefined where somebody answers.
 */
export function findUnserved(
  { name, unanswered: reached }: Pick<ActionEstimate, 'name' | 'unanswered'>,
  graph: Graph,
): Open | undefined {
  if (reached === undefined) return undefined
  const named = reached.slice(0, mostNamed).map((id) => `"${graph.name(id)}"`)
  const behind = named.join(', ')
  return {
    sentence: `Nobody answers "${name}" yet: ${behind} only ${named.length > 1 ? 'pass' : 'passes'} it on, and nothing is drawn behind.`,
    question: `Who answers "${name}" behind ${behind}?`,
    asks: [],
  }
}

/**
 * What is open about the whole while one of its workloads leads nowhere: what is left of the drawing costs what it costs,
 * and who is to do the work is not in it. Undefined where all that is asked for has somebody who answers.
 */
export function findUnservedDemand(graph: Graph, { actions }: Estimate): Open | undefined {
  for (const workload of graph.design.workloads ?? []) {
    const { name, mix } = workload
    const isAskedFor = (action: Id): boolean => actions.some((each) => each.action === action)
    if (!Object.keys(mix).some(isAskedFor)) return leadsNowhere(name)
  }
  for (const action of actions) {
    const open = action.requestsPerMonth > 0 ? findUnserved(action, graph) : undefined
    if (open !== undefined) return { ...open, sentence: `${open.sentence} What is to answer it is not counted.` }
  }
  return undefined
}

function leadsNowhere(workload: string): Open {
  return {
    sentence: `The workload "${workload}" leads nowhere: nothing that it asks for begins in this drawing, so that it is not counted.`,
    question: `What does the workload "${workload}" ask for, and who answers it?`,
    asks: [],
  }
}
