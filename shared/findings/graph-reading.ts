import type { Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import { callsOfAction, madeIn } from '../graph/calls-in.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep } from '../graph/run.ts'

// What many rules read out of a graph is worked out once and kept for as long as the graph lives: a graph never changes,
// so nothing here can be stale, and all rules together stay within milliseconds. A rule that needs something new of the
// whole graph adds it here by `oncePerGraph` instead of walking all runs or arrows again.

/**
 * A reading of a graph that is worked out when it is first asked for, and then kept with the graph.
 * @param read pure: it may depend on the graph alone, never on thresholds, the day, or the estimate
 */
export function oncePerGraph<T extends object>(read: (graph: Graph) => T): (graph: Graph) => T {
  const kept = new WeakMap<Graph, T>()
  return (graph) => {
    const found = kept.get(graph)
    if (found !== undefined) return found
    const value = read(graph)
    kept.set(graph, value)
    return value
  }
}

/** The same for what also reads where data goes: kept with the lineage, of which a graph has one. */
export function oncePerLineage<T extends object>(read: (studied: Studied) => T): (studied: Studied) => T {
  const kept = new WeakMap<Lineage, T>()
  return ({ graph, lineage }) => {
    const found = kept.get(lineage)
    if (found !== undefined) return found
    const value = read({ graph, lineage })
    kept.set(lineage, value)
    return value
  }
}
interface Studied {
  readonly graph: Graph
  readonly lineage: Lineage
}

/** The calls of one action that its answer waits for, and whether a person or a person's channel waits for them. */
export interface AwaitedAction {
  readonly action: ActionRuns
  /** Calls reached without an asynchronous one in between; alternatives after a failure included. */
  readonly calls: readonly ResolvedCall[]
  readonly byPeople: boolean
}

/** What each action waits for, in the order of the actions. */
export const awaitedActions = oncePerGraph((graph): readonly AwaitedAction[] =>
  graph.actions.map((action) => ({
    action,
    calls: callsAwaitedBy(action),
    byPeople: isWaitedForByPeople(graph, action),
  })),
)

/**
 * The calls that somebody waits for: those reached from the start of an action without an asynchronous call in between;
 * alternatives after a failure included.
 */
export const awaitedCalls = oncePerGraph((graph): readonly ResolvedCall[] =>
  awaitedActions(graph).flatMap(({ calls }) => calls),
)

/** The same by who makes the call. */
export const awaitedCallsByCaller = oncePerGraph((graph): ReadonlyMap<Id, readonly ResolvedCall[]> =>
  groupBy(awaitedCalls(graph), (call) => call.caller),
)

/** Arrows along which somebody waits, and among them those along which a person does. */
export const awaitedFlows = oncePerGraph((graph): ReadonlySet<Id> => flowsOf(awaitedActions(graph)))
export const flowsAwaitedByPeople = oncePerGraph((graph): ReadonlySet<Id> =>
  flowsOf(awaitedActions(graph).filter(({ byPeople }) => byPeople)),
)

/** Components for which a person waits; the one that an action starts at included. */
export const componentsAwaitedByPeople = oncePerGraph((graph): ReadonlySet<Id> =>
  componentsOf(awaitedActions(graph).filter(({ byPeople }) => byPeople)),
)

/** Arrows whose failure has somewhere to go: an alternative of their own, a choice that fails over, or it is optional. */
export const coveredFlows = oncePerGraph((graph): ReadonlySet<Id> => {
  const covered = new Set<Id>()
  const visit = (step: ResolvedStep, isCovered: boolean): void => {
    if (step.type === 'call') {
      if (isCovered || step.optional === true || step.orElse !== undefined) covered.add(step.flow)
      step.orElse?.forEach((each) => visit(each, true))
    } else if (step.type === 'sequence') step.steps.forEach((each) => visit(each, isCovered))
    else if (step.type === 'parallel') step.branches.forEach((each) => visit(each, isCovered || step.join !== 'all'))
    else step.choices.forEach((choice) => visit(choice.step, isCovered || step.failover))
  }
  for (const action of graph.actions)
    for (const run of Object.values(action.runs)) run.steps.forEach((step) => visit(step, false))
  return covered
})

/** Every call of every action, awaited or not, each time that a plan makes it. */
export const resolvedCalls = oncePerGraph((graph): readonly ResolvedCall[] => graph.actions.flatMap(callsOfAction))

function callsAwaitedBy(action: ActionRuns): readonly ResolvedCall[] {
  const calls: ResolvedCall[] = []
  const visited = new Set<string>()
  const open = [action.start.run]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (visited.has(key)) continue
    visited.add(key)
    for (const call of madeIn(action, key)) {
      if (call.mode === 'async' || call.run === undefined) continue
      calls.push(call)
      open.push(call.run)
    }
  }
  return calls
}

/** A person at the keyboard, or the channel through which one asks; what is only dropped somewhere is not waited for. */
function isWaitedForByPeople(graph: Graph, { start, runs }: ActionRuns): boolean {
  const flow = start.flow === undefined ? undefined : graph.flow(start.flow)
  if (flow?.mode === 'async') return false
  const ends = [flow?.caller, runs[start.run]?.component]
  return ends.some(
    (id) => id !== undefined && (graph.has(id, 'client') || (id === flow?.caller && graph.has(id, 'person'))),
  )
}

function flowsOf(actions: readonly AwaitedAction[]): ReadonlySet<Id> {
  return new Set(actions.flatMap(({ calls }) => calls.map((call) => call.flow)))
}

function componentsOf(actions: readonly AwaitedAction[]): ReadonlySet<Id> {
  return new Set(
    actions.flatMap(({ action, calls }) => {
      const first = action.runs[action.start.run]?.component
      return [...(first === undefined ? [] : [first]), ...calls.map((call) => call.callee)]
    }),
  )
}
