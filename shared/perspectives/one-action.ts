import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import { walkSteps } from '../graph/walk-steps.ts'
import type { Perspective } from './perspective.ts'

/** One kind of request on its way through the design: its calls in order, all of them or one after the other. */
export const oneAction = {
  id: 'action',
  label: 'One request, step by step',
  description: 'The calls of one kind of request in their order, numbered; all at once, or one after the other.',
  of: 'action',
  look: (graph, { about, step }) => {
    const runs = graph.actions.find(({ action }) => action === about[0]) ?? graph.actions[0]
    const steps = runs === undefined ? [] : walkSteps(graph, runs.action)
    if (runs === undefined || steps.length === 0) return { says: 'Connect two components, and a request has a way' }
    const shown = steps[step - 1]
    const lit = shown === undefined ? steps.map(({ flow }) => flow) : [shown.flow, shown.caller, shown.callee]
    return {
      lit: new Set(lit),
      calm: new Set(steps.flatMap(({ flow, caller, callee }) => [flow, caller, callee])),
      numbers: numbersOf(steps.map(({ flow }) => flow)),
      says: shown === undefined ? `${runs.name}, ${callsOf(steps.length)}` : stepWords(graph, shown.flow),
      steps,
    }
  },
} as const satisfies Perspective

function callsOf(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`
}

/** An arrow that is called again keeps all its numbers. */
function numbersOf(flows: readonly Id[]): ReadonlyMap<Id, readonly number[]> {
  const numbers = new Map<Id, readonly number[]>()
  for (const [index, flow] of flows.entries()) numbers.set(flow, [...(numbers.get(flow) ?? []), index + 1])
  return numbers
}

/** "Chat to Support agent: asks". */
function stepWords(graph: Graph, id: Id): string {
  const flow = graph.flow(id)
  const ends = flow === undefined ? '' : `${graph.name(flow.caller)} to ${graph.name(flow.callee)}`
  const words = flow?.flow.name
  return words === undefined || words === '' ? ends : `${ends}: ${words}`
}
