import type { Design, Id, Plan, Value } from '../../../shared/design/design.ts'
import { placeFlow, setPlans, setStepModifier } from '../../../shared/design/edit/plan.ts'
import type { StepModifier } from '../../../shared/design/edit/plan.ts'
import { findStep, namedSteps } from '../../../shared/design/step-names.ts'
import type { StepPath } from '../../../shared/design/step-names.ts'
import { arrowsIn, defaultSteps, placeArrows, usualPlan } from '../../../shared/graph/default-plan.ts'
import type { Graph } from '../../../shared/graph/graph.ts'
import { graphOf } from '../../store/graph-of.ts'

/** What a component does when it is called, as the inspector shows it. */
export interface ShownPlans {
  /** Nobody stated the order: the kind's usual one is shown. */
  readonly usual: boolean
  readonly plans: readonly Plan[]
  /** Arrows that no step mentions: called at the end until somebody places them. */
  readonly unplaced: readonly Id[]
}

export function shownPlans(graph: Graph, component: Id): ShownPlans {
  const stated = graph.component(component)?.plans
  const plans = stated ?? [{ steps: defaultSteps(graph, component) }]
  const mentioned = arrowsIn(plans.flatMap((plan) => plan.steps))
  const unplaced = placeArrows(graph, graph.callsFrom(component)).map((flow) => flow.id)
  return { usual: stated === undefined, plans, unplaced: unplaced.filter((flow) => !mentioned.has(flow)) }
}

/** The usual order written down as the component's own plan, so that its steps can be changed. */
export function writePlanDown(design: Design, component: Id): Design {
  const graph = graphOf(design)
  return graph.component(component)?.plans === undefined
    ? setPlans(design, component, [usualPlan(graph, component)])
    : design
}

/** Writes a modifier of a step; the usual order is written down first, an arrow that no plan mentions is placed first. */
export function changeModifier(
  design: Design,
  component: Id,
  step: string,
  modifier: StepModifier,
  value: Value | undefined,
): Design {
  const written = writePlanDown(design, component)
  const box = written.components?.find((one) => one.id === component)
  const placed = box !== undefined && findStep(box, step) === undefined ? placeFlow(written, component, step) : written
  return setStepModifier(placed, component, step, modifier, value)
}

/** The name of the step at a place, for a component with these plans. */
export function stepNames(component: Id, plans: readonly Plan[]): (path: StepPath) => string {
  const names = new Map(
    namedSteps({ id: component, name: '', kind: '', plans }).map(({ path, name }) => [path.join('.'), name]),
  )
  return (path) => names.get(path.join('.')) ?? ''
}
