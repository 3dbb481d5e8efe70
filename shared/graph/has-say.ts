import type { Id } from '../design/design.ts'
import type { Graph } from './graph.ts'
import type { ActionRuns, ResolvedStep, Run, RunKey } from './run.ts'

/** A model, or an agent, which is told by one: what it says next is what is done next. */
export function isSpeaker(graph: Graph, component: Id): boolean {
  return graph.has(component, 'generates-text') || graph.has(component, 'plans-actions')
}

/** Whether a model or an agent works in a run, or in one that it waits for: who called it goes on with what that one says. */
export function hasSay(graph: Graph, runs: ActionRuns, run: Run): boolean {
  const known = remembered.get(runs) ?? new Map<RunKey, boolean>()
  remembered.set(runs, known)
  const look = (each: Run): boolean => {
    const before = known.get(each.key)
    if (before !== undefined) return before
    // What calls itself again adds nobody new.
    known.set(each.key, false)
    const speaks = isSpeaker(graph, each.component) || callsIn(each.steps).some((key) => lookUp(key))
    known.set(each.key, speaks)
    return speaks
  }
  const lookUp = (key: RunKey): boolean => {
    const called = runs.runs[key]
    return called !== undefined && look(called)
  }
  return look(run)
}

/** A run is asked for each call of it, and the runs of an action never change. */
const remembered = new WeakMap<ActionRuns, Map<RunKey, boolean>>()

/** The runs that are waited for. */
function callsIn(steps: readonly ResolvedStep[]): readonly RunKey[] {
  return steps.flatMap((step): readonly RunKey[] => {
    if (step.type === 'sequence') return callsIn(step.steps)
    if (step.type === 'parallel') return callsIn(step.branches)
    if (step.type === 'choose') return callsIn(step.choices.map((choice) => choice.step))
    const isAwaited = step.mode !== 'async' && step.mode !== 'offline'
    const own = step.run === undefined || !isAwaited ? [] : [step.run]
    return [...own, ...callsIn(step.orElse ?? [])]
  })
}
