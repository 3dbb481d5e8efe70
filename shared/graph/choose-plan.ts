import type { Id, Plan, Step } from '../design/design.ts'
import { arrowsIn, defaultSteps, placeArrows } from './default-plan.ts'
import type { Graph } from './graph.ts'

/** What a component does when a call arrives, before modifiers are resolved. */
export interface ChosenPlan {
  /** Part of the run's key: the arrows and actions that the plan answers, 'default', or 'silent'. */
  readonly name: string
  /** Nobody stated the order: the kind's default stands in. */
  readonly isDefault: boolean
  readonly steps: readonly Step[]
  /** Arrows that no plan of the component mentions ("not placed yet"), called after the rest in order of place. */
  readonly appended: readonly Id[]
}

/**
 * The plan whose `on` names the incoming arrow, else the action, else the one without `on`, else the kind's own.
 * A call-back (an asynchronous call to a component that is already at work) sets a plan in motion only when one names
 * its arrow.
 */
export function choosePlan(
  graph: Graph,
  component: Id,
  flow: Id | undefined,
  action: Id,
  callBack: boolean,
): ChosenPlan {
  const plans = graph.component(component)?.plans ?? []
  const byArrow = flow === undefined ? undefined : plans.find((plan) => plan.on?.includes(flow))
  if (byArrow) return stated(graph, component, plans, byArrow)
  if (callBack) return { name: 'silent', isDefault: false, steps: [], appended: [] }
  const plan = plans.find((each) => each.on?.includes(action)) ?? plans.find((each) => each.on === undefined)
  if (plan) return stated(graph, component, plans, plan)
  const steps = defaultSteps(graph, component)
  return { name: 'default', isDefault: true, steps, appended: unplaced(graph, component, [steps]) }
}

function stated(graph: Graph, component: Id, plans: readonly Plan[], plan: Plan): ChosenPlan {
  return {
    name: plan.on === undefined ? 'others' : plan.on.toSorted().join('+'),
    isDefault: false,
    steps: plan.steps,
    appended: unplaced(
      graph,
      component,
      plans.map((each) => each.steps),
    ),
  }
}

function unplaced(graph: Graph, component: Id, plans: readonly (readonly Step[])[]): readonly Id[] {
  const mentioned = new Set(plans.flatMap((steps) => [...arrowsIn(steps)]))
  return placeArrows(graph, graph.callsFrom(component))
    .filter((flow) => !mentioned.has(flow.id))
    .map((flow) => flow.id)
}
