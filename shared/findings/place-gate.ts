import type { Component, Design, Flow, Id, Patch, Step } from '../design/design.ts'
import { diffModels } from '../design/patch.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'

/**
 * The patch that puts a gate before one call: a box beside the callee, an arrow to it, and its step just before the
 * call in every plan of the caller. Undefined where the caller states no plan that makes the call: the place of a step
 * would then be a guess.
 */
export function placeGate(graph: Graph, flow: GraphFlow, kind: string, name: string): Patch | undefined {
  const { design } = graph
  const caller = graph.component(flow.caller)
  const callee = graph.component(flow.callee)
  if (caller?.plans === undefined || callee === undefined) return undefined
  const gate: Component = {
    id: freeId(design, `${kind}-${callee.id}`),
    name,
    kind,
    ...(callee.in === undefined ? {} : { in: callee.in }),
  }
  const arrow: Flow = { id: freeId(design, `f-${gate.id}`), from: caller.id, to: gate.id, mode: 'sync' }
  let placed = 0
  const insert = (steps: readonly Step[]): readonly Step[] =>
    steps.map((step): Step => {
      if ('call' in step && step.call === flow.id) {
        placed += 1
        const { share, label, ...rest } = step
        return {
          steps: [{ call: arrow.id }, rest],
          ...(share === undefined ? {} : { share }),
          label: label ?? callee.name,
        }
      }
      if ('steps' in step) return { ...step, steps: insert(step.steps) }
      if ('parallel' in step) return { ...step, parallel: insert(step.parallel) }
      if ('choose' in step) return { ...step, choose: insert(step.choose) }
      return step
    })
  const plans = caller.plans.map((plan) => ({ ...plan, steps: insert(plan.steps) }))
  if (placed === 0) return undefined
  const after: Design = {
    ...design,
    components: [...(design.components ?? []).map((each) => (each.id === caller.id ? { ...each, plans } : each)), gate],
    flows: [...(design.flows ?? []), arrow],
  }
  return diffModels(design, after)
}

/** The first free id of this shape; ids are at most 64 characters. */
function freeId(design: Design, wish: string): Id {
  const taken = new Set([...(design.components ?? []), ...(design.flows ?? [])].map((element) => element.id))
  const base = wish.slice(0, 60)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
