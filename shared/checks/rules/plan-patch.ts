import type { Component, Json, Patch, Step } from '../../design/design.ts'
import { childrenOf, isCall, withChildren } from '../../design/steps.ts'

/**
 * The patch that changes the stated plans of a component: `change` is given every list of steps (of a plan, a group, an
 * alternative after a failure), the inner ones first. Undefined where no plan is stated or nothing changes: the order of
 * a kind's own plan is not the architect's to patch.
 */
export function patchSteps(
  component: Component | undefined,
  change: (steps: readonly Step[], parent: Step | undefined) => readonly Step[],
): Patch | undefined {
  if (component?.plans === undefined) return undefined
  const plans = component.plans.map((plan) => ({ ...plan, steps: changeAll(plan.steps, undefined, change) }))
  if (JSON.stringify(plans) === JSON.stringify(component.plans)) return undefined
  return { components: { [component.id]: { plans: plans as unknown as Json } } }
}

function changeAll(
  steps: readonly Step[],
  parent: Step | undefined,
  change: (steps: readonly Step[], parent: Step | undefined) => readonly Step[],
): readonly Step[] {
  const changed = steps.map((step): Step => {
    if (!isCall(step)) return withChildren(step, changeAll(childrenOf(step), step, change))
    return step.orElse === undefined ? step : { ...step, orElse: changeAll(step.orElse, step, change) }
  })
  return change(changed, parent)
}
