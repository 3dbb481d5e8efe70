import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import type { ResolvedCall, ResolvedStep } from '../graph/run.ts'

/** A call of a plan, and whether the action fails when it does. */
export interface PlannedCall {
  readonly action: Id
  readonly actionName: string
  readonly call: ResolvedCall
  /** Awaited, without an alternative and not optional, all the way up to the action. */
  readonly needed: boolean
}

/** Every call of every plan with what hangs on it: whether the action fails when it does. */
export function plannedCalls(graph: Graph): readonly PlannedCall[] {
  return graph.actions.flatMap(({ action, name, runs, start }) => {
    const calls = new Map(
      Object.values(runs).map((run) => [run.key, run.steps.flatMap((step) => callsOf(step, true))] as const),
    )
    // What a run that nobody waits for needs, the action does not.
    const needed = new Set([start.run])
    for (const key of needed)
      for (const each of calls.get(key) ?? []) if (each.needed && each.call.run !== undefined) needed.add(each.call.run)
    return [...calls].flatMap(([key, found]) =>
      found.map((each) => ({ action, actionName: name, call: each.call, needed: each.needed && needed.has(key) })),
    )
  })
}

function callsOf(
  step: ResolvedStep,
  needed: boolean,
): readonly { readonly call: ResolvedCall; readonly needed: boolean }[] {
  if (step.type === 'call') {
    const others = step.orElse ?? []
    const isAwaited = step.mode === 'sync' || step.mode === 'stream'
    const isNeeded = needed && isAwaited && step.optional !== true && others.length === 0
    return [{ call: step, needed: isNeeded }, ...others.flatMap((other) => callsOf(other, false))]
  }
  if (step.type === 'choose') return step.choices.flatMap((choice) => callsOf(choice.step, needed && !step.failover))
  if (step.type === 'parallel') return step.branches.flatMap((branch) => callsOf(branch, needed && step.join === 'all'))
  return step.steps.flatMap((inner) => callsOf(inner, needed))
}

/** Who is called instead of a component when it fails, over all plans, by component. */
export function alternatives(graph: Graph): ReadonlyMap<Id, ReadonlySet<Id>> {
  const found = new Map<Id, Set<Id>>()
  const note = (components: readonly Id[], others: readonly Id[]) => {
    for (const component of components) {
      const known = found.get(component) ?? new Set<Id>()
      found.set(component, known)
      for (const other of others) if (other !== component) known.add(other)
    }
  }
  const inside = (step: ResolvedStep): readonly Id[] => callsOf(step, false).map(({ call }) => call.callee)
  const look = (step: ResolvedStep): void => {
    if (step.type === 'call') {
      const others = step.orElse ?? []
      note([step.callee], others.flatMap(inside))
      for (const other of others) look(other)
      return
    }
    const steps =
      step.type === 'choose'
        ? step.choices.map((choice) => choice.step)
        : step.type === 'parallel'
          ? step.branches
          : step.steps
    if (step.type === 'choose' && step.failover) {
      const all = steps.flatMap(inside)
      note(all, all)
    }
    for (const inner of steps) look(inner)
  }
  for (const { runs } of graph.actions)
    for (const { steps } of Object.values(runs)) for (const step of steps) look(step)
  return found
}

/** The data that a component is sent, over all actions, and what it holds. */
export function dataAt(graph: Graph, lineage: Lineage, component: Id): readonly Id[] {
  const sent = lineage.into(component).flatMap(({ carried }) => carried.map(({ asset }) => asset))
  const held = graph.component(component)?.holds ?? []
  return [...new Set([...sent, ...held])].filter((id) => graph.asset(id) !== undefined).toSorted()
}
