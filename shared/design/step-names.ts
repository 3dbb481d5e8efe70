import type { Component, Id, Step } from './design.ts'
import { childrenOf, formOf, isCall } from './steps.ts'

/** Where a step stands: the number of its plan, then positions down the tree; 'orElse' enters a call's alternative. */
export type StepPath = readonly (number | 'orElse')[]

export interface NamedStep {
  readonly name: string
  readonly step: Step
  readonly path: StepPath
}

/**
 * Every step of a component's plans with its name, in the order of the plans. Steps have no ids: a call is named by its
 * arrow ('f-review'; the second use is 'f-review#2'), a group by its caller and its label or form
 * ('orch/low confidence', 'orch/parallel#2'), so names survive reordering of other steps.
 */
export function namedSteps(component: Component): readonly NamedStep[] {
  const found: NamedStep[] = []
  const used = new Map<string, number>()
  const visit = (steps: readonly Step[], above: StepPath): void => {
    steps.forEach((step, index) => {
      const path = [...above, index]
      const base = baseName(component.id, step)
      const count = (used.get(base) ?? 0) + 1
      used.set(base, count)
      found.push({ name: count === 1 ? base : `${base}#${count}`, step, path })
      visit(childrenOf(step), path)
      if (isCall(step) && step.orElse) visit(step.orElse, [...path, 'orElse'])
    })
  }
  ;(component.plans ?? []).forEach((plan, index) => visit(plan.steps, [index]))
  return found
}

/** The step of that name in the plans of a component; names are those of `namedSteps`. */
export function findStep(component: Component, name: string): NamedStep | undefined {
  return namedSteps(component).find((step) => step.name === name)
}

function baseName(component: Id, step: Step): string {
  return isCall(step) ? step.call : `${component}/${step.label ?? formOf(step) ?? 'step'}`
}
