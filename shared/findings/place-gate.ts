import type { Component, Flow, Id, Patch, Settings, Step } from '../design/design.ts'
import { diffModels } from '../design/patch.ts'
import { usualPlan } from '../graph/default-plan.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'
import { oncePerGraph } from './graph-reading.ts'

/** The box that is put before a call: what it is, what it is called, and what it promises. */
export interface Gate {
  readonly kind: string
  readonly name: string
  readonly settings?: Settings
}

/**
 * The patch that puts a gate before one call: a box beside the callee, an arrow to it, and its step just before the
 * call in every plan of the caller. Where the caller states no plan, its usual one is written down with the gate in it: who
 * places a gate says where it stands. Undefined where no plan makes the call.
 */
export function placeGate(graph: Graph, flow: GraphFlow, kind: string, name: string): Patch | undefined {
  const callee = graph.component(flow.callee)
  return callee === undefined ? undefined : placeGateBefore(graph, [flow], { kind, name }, callee)
}

/**
 * As `placeGate`, with one box that stands before several calls of one caller, beside the component `beside`. Undefined
 * unless a plan makes every one of the calls: a gate before some of the ways closes none of them.
 */
export function placeGateBefore(
  graph: Graph,
  calls: readonly GraphFlow[],
  { kind, name, settings }: Gate,
  beside: Component,
): Patch | undefined {
  const caller = graph.component(calls[0]?.caller ?? '')
  if (caller === undefined || calls.some((each) => each.caller !== caller.id)) return undefined
  const gate: Component = {
    id: freeId(graph, `${kind}-${beside.id}`),
    name,
    kind,
    ...(beside.in === undefined ? {} : { in: beside.in }),
    ...(settings === undefined ? {} : { settings }),
  }
  const arrow: Flow = { id: freeId(graph, `f-${gate.id}`), from: caller.id, to: gate.id, mode: 'sync' }
  const placed = new Set<Id>()
  const insert = (steps: readonly Step[]): readonly Step[] =>
    steps.map((step): Step => {
      if ('call' in step && calls.some(({ id }) => id === step.call)) {
        placed.add(step.call)
        const { share, label, ...rest } = step
        const callee = calls.find(({ id }) => id === step.call)?.callee ?? ''
        return {
          steps: [{ call: arrow.id }, rest],
          ...(share === undefined ? {} : { share }),
          label: label ?? graph.component(callee)?.name ?? callee,
        }
      }
      if ('steps' in step) return { ...step, steps: insert(step.steps) }
      if ('parallel' in step) return { ...step, parallel: insert(step.parallel) }
      if ('choose' in step) return { ...step, choose: insert(step.choose) }
      return step
    })
  const plans = (caller.plans ?? [usualPlan(graph, caller.id)]).map((plan) => ({ ...plan, steps: insert(plan.steps) }))
  if (placed.size < calls.length) return undefined
  // Only what changes is compared: many findings offer such a patch, and a drawing may be large.
  const after = { components: [{ ...caller, plans }, gate], flows: [arrow] }
  return diffModels({ components: [caller] }, after)
}

const takenIds = oncePerGraph(
  ({ design }): ReadonlySet<Id> =>
    new Set([...(design.components ?? []), ...(design.flows ?? [])].map((element) => element.id)),
)

/** The first free id of this shape; ids are at most 64 characters. */
function freeId(graph: Graph, wish: string): Id {
  const taken = takenIds(graph)
  const base = wish.slice(0, 60)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
