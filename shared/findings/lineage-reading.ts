import type { Component, Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'
import type { CarriedAnswer, CarriedCall, Lineage } from '../graph/lineage.ts'
import { oncePerLineage } from './graph-reading.ts'

// What is carried, sorted once by each of its ends: a rule that looks for the calls of one action or the answers of one
// box finds them here, and never walks all that is carried for each.

interface Studied {
  readonly graph: Graph
  readonly lineage: Lineage
}

const callsByAction = oncePerLineage(({ lineage }) => groupBy(lineage.calls, ({ action }) => action))
const callsByCaller = oncePerLineage(({ lineage }) => groupBy(lineage.calls, ({ caller }) => caller))
const callsByFlow = oncePerLineage(({ lineage }) => groupBy(lineage.calls, ({ flow }) => flow))
const answersByFlow = oncePerLineage(({ lineage }) => groupBy(lineage.answers, ({ flow }) => flow))
const answersBySource = oncePerLineage(({ lineage }) => groupBy(lineage.answers, ({ from }) => from))
const answersByReceiver = oncePerLineage(({ lineage }) => groupBy(lineage.answers, ({ to }) => to))

/** A call with what is drawn of it. */
interface DrawnCall {
  readonly call: CarriedCall
  readonly flow: GraphFlow
  readonly caller: Component
  readonly callee: Component
}

/** All calls, each with its arrow and the boxes at its ends, in the order of the lineage. */
export const drawnCalls = oncePerLineage(({ graph, lineage }): readonly DrawnCall[] =>
  lineage.calls.flatMap((call) => {
    const [flow, caller, callee] = [graph.flow(call.flow), graph.component(call.caller), graph.component(call.callee)]
    if (flow === undefined || caller === undefined || callee === undefined) return []
    return [{ call, flow, caller, callee }]
  }),
)

const drawnCallsByCallee = oncePerLineage((studied) => groupBy(drawnCalls(studied), ({ callee }) => callee.id))

/** The calls into a component, as they are drawn. */
export function drawnCallsInto(studied: Studied, callee: Id): readonly DrawnCall[] {
  return drawnCallsByCallee(studied).get(callee) ?? []
}

/** The calls that one action sets in motion, in the order of the lineage. */
export function callsOf(studied: Studied, action: Id): readonly CarriedCall[] {
  return callsByAction(studied).get(action) ?? []
}

/** The calls that a component makes. */
export function callsBy(studied: Studied, caller: Id): readonly CarriedCall[] {
  return callsByCaller(studied).get(caller) ?? []
}

/** The calls along an arrow, and what they bring back. */
export function callsAlong(studied: Studied, flow: Id): readonly CarriedCall[] {
  return callsByFlow(studied).get(flow) ?? []
}
/** What is carried back along an arrow. */
export function answersAlong(studied: Studied, flow: Id): readonly CarriedAnswer[] {
  return answersByFlow(studied).get(flow) ?? []
}

/** What a component answers, and what is answered to it. */
export function answersFrom(studied: Studied, component: Id): readonly CarriedAnswer[] {
  return answersBySource(studied).get(component) ?? []
}
/** What is carried back to a component. */
export function answersTo(studied: Studied, component: Id): readonly CarriedAnswer[] {
  return answersByReceiver(studied).get(component) ?? []
}

/** What somebody says who starts an action: the root of it, and the call that starts. */
export interface StartingWord {
  readonly start: CarriedCall
  readonly origin: Id
}

const startingWordsByAction = oncePerLineage(
  (studied): ReadonlyMap<Id, readonly StartingWord[]> =>
    new Map([...callsByAction(studied)].map(([action, calls]) => [action, startingWords(studied.graph, calls)])),
)
function startingWords(graph: Graph, calls: readonly CarriedCall[]): readonly StartingWord[] {
  const start = calls.find(({ caller }) => graph.has(caller, 'starts-requests'))
  if (start === undefined) return []
  return start.carried.flatMap(({ origins }) => origins.map((origin) => ({ start, origin })))
}

/** What is said when somebody starts an action; nothing where it starts by itself, or nothing is said. */
export function wordsAtStartOf(studied: Studied, action: Id): readonly StartingWord[] {
  return startingWordsByAction(studied).get(action) ?? []
}
