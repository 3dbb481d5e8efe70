import type { CallStep, Id, Plan, Step } from './design.ts'

/** The word that says which form a step has; a step of a form that this version does not know has none. */
export type StepForm = 'call' | 'steps' | 'parallel' | 'choose'
export const stepForms: readonly StepForm[] = ['call', 'steps', 'parallel', 'choose']

export function isCall(step: Step): step is CallStep {
  return 'call' in step
}

/** The form of a step: the first of its words that is there. */
export function formOf(step: Step): StepForm | undefined {
  return stepForms.find((form) => form in step)
}

/** The steps inside a group (not those of `orElse`). */
export function childrenOf(step: Step): readonly Step[] {
  if ('steps' in step) return step.steps
  if ('parallel' in step) return step.parallel
  if ('choose' in step) return step.choose
  return []
}

/** A group with other steps in it; everything else it says, unknown keys included, stays. */
export function withChildren(step: Step, children: readonly Step[]): Step {
  if ('steps' in step) return { ...step, steps: children }
  if ('parallel' in step) return { ...step, parallel: children }
  if ('choose' in step) return { ...step, choose: children }
  return step
}

/** Visits every step, parents first, in the order of the plan; `path` is its JSON path below the array of steps. */
export function walkSteps(
  steps: readonly Step[],
  visit: (step: Step, path: string, parent: Step | undefined) => void,
  path = '',
  parent?: Step,
): void {
  steps.forEach((step, index) => {
    const here = `${path}[${index}]`
    visit(step, here, parent)
    const form = formOf(step)
    if (form !== undefined && form !== 'call') walkSteps(childrenOf(step), visit, `${here}.${form}`, step)
    if (isCall(step) && step.orElse) walkSteps(step.orElse, visit, `${here}.orElse`, step)
  })
}

/**
 * Renames or removes the arrows in a list of steps: `map` answers the arrow's new id, or undefined to take the step
 * out. A group that loses all its steps goes too; a choice left with one child keeps it with its share. When an arrow
 * with an alternative goes, the alternative goes with it: it stood in for a call that no longer exists.
 */
function mapCalls(steps: readonly Step[], map: (flow: Id) => Id | undefined): readonly Step[] {
  let changed = false
  const next = steps.flatMap((step) => {
    const mapped = mapStep(step, map)
    if (mapped !== step) changed = true
    return mapped === undefined ? [] : [mapped]
  })
  return changed ? next : steps
}

function mapStep(step: Step, map: (flow: Id) => Id | undefined): Step | undefined {
  if (!isCall(step)) {
    const children = childrenOf(step)
    const mapped = mapCalls(children, map)
    if (mapped === children) return step
    return mapped.length === 0 ? undefined : withChildren(step, mapped)
  }
  const call = map(step.call)
  if (call === undefined) return undefined
  const orElse = step.orElse && mapCalls(step.orElse, map)
  if (call === step.call && orElse === step.orElse) return step
  const { orElse: _replaced, ...rest } = step
  return { ...rest, call, ...(orElse && orElse.length > 0 ? { orElse } : {}) }
}

/** As `mapCalls`, over all plans of a component; a plan keeps standing even when no step is left in it. */
export function mapPlanCalls(plans: readonly Plan[], map: (flow: Id) => Id | undefined): readonly Plan[] {
  let changed = false
  const next = plans.map((plan) => {
    const steps = mapCalls(plan.steps, map)
    if (steps === plan.steps) return plan
    changed = true
    return { ...plan, steps }
  })
  return changed ? next : plans
}
