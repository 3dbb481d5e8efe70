import type { Component, Flow } from '../design/design.ts'
import { sameInOrder } from '../design/same-json.ts'
import { defaultSteps } from './default-plan.ts'
import type { Graph } from './graph.ts'
import type { ActionRuns } from './run.ts'
import { resolveActions } from './runs.ts'

interface Walked {
  readonly graph: Graph
  readonly actions: readonly ActionRuns[]
}

/** The newest graph that was walked, by the first of its arrows: an edit leaves nearly all arrows as they are. */
const walked = new WeakMap<Flow, Walked>()

/**
 * The actions of a graph: those of the graph before, the very same objects, where it differs from this one in nothing that
 * a walk looks at (arrows, plans, kinds, stated actions, and settings as far as default plans read them). Most edits change
 * a number in a box; engines remember by run what they worked out.
 */
export function rememberedActions(graph: Graph): readonly ActionRuns[] {
  const [first] = graph.flows
  if (first === undefined) return resolveActions(graph)
  const before = walked.get(first.flow)
  const actions = before && isWalkedAlike(before, graph) ? before.actions : resolveActions(graph)
  walked.set(first.flow, { graph, actions })
  return actions
}

function isWalkedAlike({ graph: before, actions }: Walked, now: Graph): boolean {
  return (
    before.design.actions === now.design.actions &&
    before.flows.length === now.flows.length &&
    before.components.length === now.components.length &&
    before.flows.every((flow, index) => flow.flow === now.flows[index]?.flow) &&
    before.components.every((component, index) => isAlike(before, component, now, now.components[index])) &&
    actions.every(({ action, name, derived }) => !derived || name === now.name(action))
  )
}

function isAlike(before: Graph, component: Component, now: Graph, other: Component | undefined): boolean {
  if (other === undefined || component.id !== other.id) return false
  const kind = now.kindOf(other)
  if (before.kindOf(component) !== kind) return false
  if (component === other) return true
  return (
    sameInOrder(component.plans, other.plans) &&
    sameInOrder(defaultSteps(before, component.id), defaultSteps(now, other.id)) &&
    // Callers' default plans ask where it ends them.
    sameInOrder(kind.ends?.(before.settings(component)), kind.ends?.(now.settings(other)))
  )
}
