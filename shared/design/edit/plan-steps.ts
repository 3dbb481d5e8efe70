import type { Step } from '../design.ts'
import { childrenOf, isCall, withChildren } from '../steps.ts'

/**
 * Rewrites every step of a list, children before parents; undefined takes a step out. A group that loses its last
 * step goes too. What did not change is shared with the input.
 */
export function mapPlanSteps(steps: readonly Step[], map: (step: Step) => Step | undefined): readonly Step[] {
  const next = steps.map((step) => mapOne(step, map))
  return next.every((step, index) => step === steps[index]) ? steps : next.filter((step) => step !== undefined)
}

function mapOne(step: Step, map: (step: Step) => Step | undefined): Step | undefined {
  if (isCall(step)) {
    const orElse = step.orElse && mapPlanSteps(step.orElse, map)
    if (orElse === step.orElse) return map(step)
    const { orElse: _old, ...rest } = step
    return map(orElse && orElse.length > 0 ? { ...rest, orElse } : rest)
  }
  const children = childrenOf(step)
  const mapped = mapPlanSteps(children, map)
  if (mapped === children) return map(step)
  return mapped.length === 0 ? undefined : map(withChildren(step, mapped))
}
