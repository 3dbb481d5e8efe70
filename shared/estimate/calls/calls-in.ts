import type { ResolvedCall, ResolvedStep } from '../../graph/run.ts'

/** Every call of a step, alternatives after a failure included. */
export function callsIn(step: ResolvedStep): readonly ResolvedCall[] {
  if (step.type === 'call') return [step, ...(step.orElse ?? []).flatMap(callsIn)]
  if (step.type === 'sequence') return step.steps.flatMap(callsIn)
  if (step.type === 'parallel') return step.branches.flatMap(callsIn)
  return step.choices.flatMap((choice) => callsIn(choice.step))
}
