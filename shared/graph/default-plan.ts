import type { Id, Plan, Step } from '../design/design.ts'
import type { FieldReader, PlanArrow } from '../kinds/kind.ts'
import { defaultPlan } from '../kinds/parts/plan-steps.ts'
import type { Graph, GraphFlow } from './graph.ts'

/** Arrows that a plan can call, in the order of the callee kinds' places, ties by id. Offline arrows are never called. */
export function placeArrows(graph: Graph, flows: readonly GraphFlow[]): readonly GraphFlow[] {
  return flows
    .filter((flow) => flow.mode !== 'offline')
    .toSorted((a, b) => graph.kindOf(a.callee).place - graph.kindOf(b.callee).place || (a.id < b.id ? -1 : 1))
}

/**
 * The steps of a component that states no plan: its kind's own, or each arrow once in order of place.
 * @param settingsOf readers of boxes; an engine that lists what it assumes passes its own
 */
export function defaultSteps(
  graph: Graph,
  component: Id,
  settingsOf: (component: Id) => FieldReader = (id) => graph.settings(id),
): readonly Step[] {
  const arrows = placeArrows(graph, graph.callsFrom(component)).map((flow) => planArrow(graph, flow, settingsOf))
  return defaultPlan(graph.kindOf(component), arrows, settingsOf(component))
}

/** The usual order of a component that states no plan, written out: with its kind's steps first, and what they leave out last. */
export function usualPlan(graph: Graph, component: Id): Plan {
  const steps = defaultSteps(graph, component)
  const mentioned = arrowsIn(steps)
  const others = placeArrows(graph, graph.callsFrom(component)).filter(({ id }) => !mentioned.has(id))
  return { steps: [...steps, ...others.map(({ id }): Step => ({ call: id }))] }
}

function planArrow(graph: Graph, flow: GraphFlow, settingsOf: (component: Id) => FieldReader): PlanArrow {
  const kind = graph.kindOf(flow.callee)
  // A cache that calls the rest itself keeps its share of hits in its own plan; counted here too it would count twice.
  const calls = graph.callsFrom(flow.callee).some((onward) => onward.mode !== 'offline')
  const ends = calls ? undefined : kind.ends?.(settingsOf(flow.callee))
  const isWrite = kind.traits.includes('stores-data') && flow.does.join() === 'write'
  return {
    flow: flow.id,
    kind,
    mode: flow.mode,
    ...(isWrite ? { isWrite } : {}),
    ...(ends === undefined ? {} : { ends }),
  }
}

/** Every arrow that these steps mention, alternatives after a failure included. */
export function arrowsIn(steps: readonly Step[]): ReadonlySet<Id> {
  const mentioned = new Set<Id>()
  const visit = (step: Step): void => {
    if ('call' in step) {
      mentioned.add(step.call)
      step.orElse?.forEach(visit)
    } else if ('steps' in step) step.steps.forEach(visit)
    else if ('parallel' in step) step.parallel.forEach(visit)
    else if ('choose' in step) step.choose.forEach(visit)
  }
  steps.forEach(visit)
  return mentioned
}
