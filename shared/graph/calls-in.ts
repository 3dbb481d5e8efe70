import type { ActionRuns, ResolvedCall, ResolvedStep, Run, RunKey } from './run.ts'

/** Every call of a step, alternatives after a failure included. */
export function callsIn(step: ResolvedStep): readonly ResolvedCall[] {
  if (step.type === 'call') return [step, ...(step.orElse ?? []).flatMap(callsIn)]
  if (step.type === 'sequence') return step.steps.flatMap(callsIn)
  if (step.type === 'parallel') return step.branches.flatMap(callsIn)
  return step.choices.flatMap((choice) => callsIn(choice.step))
}

const known = new WeakMap<Run, readonly ResolvedCall[]>()

/** Every call of a run; runs are walked often and never change. */
export function callsOf(run: Run): readonly ResolvedCall[] {
  const found = known.get(run) ?? run.steps.flatMap(callsIn)
  known.set(run, found)
  return found
}

/** The calls that a run of an action makes; none of a run that is not there. */
export function madeIn({ runs }: ActionRuns, key: RunKey): readonly ResolvedCall[] {
  const run = runs[key]
  return run === undefined ? [] : callsOf(run)
}

const knownOfActions = new WeakMap<ActionRuns, readonly ResolvedCall[]>()

/** Every call of all runs of an action, in their order, likewise. */
export function callsOfAction(action: ActionRuns): readonly ResolvedCall[] {
  const found = knownOfActions.get(action) ?? Object.values(action.runs).flatMap(callsOf)
  knownOfActions.set(action, found)
  return found
}
