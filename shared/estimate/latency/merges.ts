import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep } from '../../graph/run.ts'
import { callsIn, callsOf } from '../../graph/calls-in.ts'
import { isAwaited } from './step-times.ts'

/**
 * Where the time of a merge counts, which several branches call and which runs once, when all have arrived: after the
 * join of the parallel step whose branches lead to it, else at the last arrow into it. Everywhere else its calls take
 * no time.
 */
export interface Merges {
  /** True for a call into a merge that is counted elsewhere. */
  isCountedElsewhere(call: ResolvedCall): boolean
  /** Calls into merges whose time follows the join of this step. */
  after(step: ResolvedStep): readonly ResolvedCall[]
}

/** Nothing is called by several branches. */
export const noMerges: Merges = { isCountedElsewhere: () => false, after: () => [] }

export function findMerges(graph: Graph, actionRuns: ActionRuns): Merges {
  const into = new Map<Id, ResolvedCall[]>()
  for (const run of Object.values(actionRuns.runs)) {
    for (const call of callsOf(run)) {
      if (!graph.has(call.callee, 'joins-calls') || !isAwaited(call)) continue
      into.set(call.callee, [...(into.get(call.callee) ?? []), call])
    }
  }
  const shared = [...into.values()].filter((calls) => new Set(calls.map((call) => call.flow)).size > 1)
  if (shared.length === 0) return noMerges

  const elsewhere = new Set<ResolvedCall>()
  const afterStep = new Map<ResolvedStep, ResolvedCall[]>()
  const reach = reachOfSteps(actionRuns)
  for (const calls of shared) {
    const [counted] = calls.toSorted((a, b) => (a.flow < b.flow ? 1 : -1))
    if (!counted) continue
    const join = findJoin(actionRuns, reach, new Set(calls))
    for (const call of calls) if (join || call !== counted) elsewhere.add(call)
    if (join) afterStep.set(join, [...(afterStep.get(join) ?? []), counted])
  }
  return { isCountedElsewhere: (call) => elsewhere.has(call), after: (step) => afterStep.get(step) ?? [] }
}

/** The innermost parallel step of which at least two branches lead to these calls. */
function findJoin(
  actionRuns: ActionRuns,
  reach: (step: ResolvedStep) => ReadonlySet<ResolvedCall>,
  targets: ReadonlySet<ResolvedCall>,
): ResolvedStep | undefined {
  const joins: ResolvedStep[] = []
  const visit = (step: ResolvedStep): void => {
    if (step.type === 'parallel') {
      const leading = step.branches.filter((branch) => [...reach(branch)].some((call) => targets.has(call)))
      if (leading.length > 1) joins.push(step)
      step.branches.forEach(visit)
    } else if (step.type === 'sequence') step.steps.forEach(visit)
    else if (step.type === 'choose') step.choices.forEach((choice) => visit(choice.step))
  }
  for (const run of Object.values(actionRuns.runs)) run.steps.forEach(visit)
  return joins.at(-1)
}

/** Every awaited call that a step leads to, through the runs of its callees. */
function reachOfSteps(actionRuns: ActionRuns): (step: ResolvedStep) => ReadonlySet<ResolvedCall> {
  const known = new Map<ResolvedStep, ReadonlySet<ResolvedCall>>()
  const collect = (step: ResolvedStep, found: Set<ResolvedCall>): void => {
    for (const call of callsIn(step)) {
      if (found.has(call) || !isAwaited(call)) continue
      found.add(call)
      const run = call.run === undefined ? undefined : actionRuns.runs[call.run]
      for (const inner of run?.steps ?? []) collect(inner, found)
    }
  }
  return (step) => {
    const found = known.get(step)
    if (found) return found
    const made = new Set<ResolvedCall>()
    collect(step, made)
    known.set(step, made)
    return made
  }
}
