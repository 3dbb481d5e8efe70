import type { Id } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Graph } from './graph.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep, RunKey } from './run.ts'

/** One call of an action, told to people: who calls whom along which arrow, and under which circumstances. */
export interface WalkStep {
  readonly flow: Id
  readonly caller: Id
  readonly callee: Id
  /** "at the same time", "in 20 % of the runs", "if that fails", "up to 12 times": in the order in which one would say it. */
  readonly circumstances: readonly string[]
}

/** Longer walks lose a room. */
const mostSteps = 60

/**
 * The calls of one action in the order in which they happen: the first call, then depth first through the plans. What a
 * component does when it is called is told once, however often it is called; calls that nobody waits for are told where
 * they are made.
 *
 * @returns at most 60 steps; none when the design has no such action
 */
export function walkSteps(graph: Graph, action: Id): readonly WalkStep[] {
  const runs = graph.actions.find((one) => one.action === action)
  if (runs === undefined) return []
  const steps: WalkStep[] = []
  const first = runs.start.flow === undefined ? undefined : graph.flow(runs.start.flow)
  if (first !== undefined) steps.push({ flow: first.id, caller: first.caller, callee: first.callee, circumstances: [] })
  tellRun(runs, runs.start.run, new Set(), steps)
  return steps.slice(0, mostSteps)
}

function tellRun(runs: ActionRuns, key: RunKey, told: Set<RunKey>, steps: WalkStep[]): void {
  const run = runs.runs[key]
  if (run === undefined || told.has(key)) return
  told.add(key)
  for (const step of run.steps) tellStep(runs, step, [], told, steps)
}

function tellStep(
  runs: ActionRuns,
  step: ResolvedStep,
  around: readonly string[],
  told: Set<RunKey>,
  steps: WalkStep[],
): void {
  const circumstances = [...around, ...modifierWords(step)]
  switch (step.type) {
    case 'call':
      steps.push({
        flow: step.flow,
        caller: step.caller,
        callee: step.callee,
        circumstances: callWords(step, circumstances),
      })
      if (step.run !== undefined) tellRun(runs, step.run, told, steps)
      for (const other of step.orElse ?? []) tellStep(runs, other, ['if that fails'], told, steps)
      return
    case 'sequence':
      for (const each of step.steps) tellStep(runs, each, circumstances, told, steps)
      return
    case 'parallel':
      step.branches.forEach((branch, index) =>
        tellStep(runs, branch, index === 0 ? circumstances : [...circumstances, 'at the same time'], told, steps),
      )
      return
    case 'choose':
      step.choices.forEach(({ share, step: choice }, index) => {
        const isSaid = numberOr(choice.share, 1) < 1
        const when = step.failover ? 'if that fails' : shareWords(share)
        const isFirst = step.failover && index === 0
        tellStep(runs, choice, isFirst || isSaid ? circumstances : [...circumstances, when], told, steps)
      })
      return
    default:
      step satisfies never
  }
}

function callWords({ mode, optional }: ResolvedCall, circumstances: readonly string[]): readonly string[] {
  return [
    ...circumstances,
    ...(mode === 'async' ? ['nobody waits for it'] : []),
    ...(mode === 'stream' ? ['as a stream'] : []),
    ...(optional === true ? ['goes on without it'] : []),
  ]
}

function modifierWords({ share, times, spread }: ResolvedStep): readonly string[] {
  const reached = numberOr(share, 1)
  const turns = numberOr(times, 1)
  const upTo = spread === undefined || spread === 'fixed' ? '' : 'about '
  return [
    ...(reached < 1 ? [shareWords(reached)] : []),
    ...(turns === 1 ? [] : [`${upTo}${Number(turns.toPrecision(2))} times`]),
  ]
}

function shareWords(share: number): string {
  return `in ${Number((share * 100).toPrecision(2))} % of the runs`
}
