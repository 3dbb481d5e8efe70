import type { Id } from '../design/design.ts'
import type { Graph } from './graph.ts'

/** What starts an action, before its runs are walked. */
export interface ActionStart {
  readonly action: Id
  readonly name: string
  readonly derived: boolean
  readonly flow?: Id
  readonly component: Id
}

/**
 * The actions of a design, sorted by id. Stated ones whose start does not exist are left out (E14 reports them). When
 * nobody stated any: each arrow out of an actor; without such an arrow, each component that calls and that nobody calls.
 * A derived action takes the id of its arrow or component, so that it stays the same while the design is edited.
 */
export function findActions(graph: Graph): readonly ActionStart[] {
  const stated = graph.design.actions ?? []
  if (stated.length > 0) {
    return stated.flatMap((action) => startOf(graph, action.id, action.name, action.starts) ?? []).toSorted(byAction)
  }
  const fromActors = graph.flows.filter((flow) => graph.has(flow.caller, 'starts-requests') && flow.mode !== 'offline')
  const unasked = fromActors.filter((flow) => isPerson(graph, flow.caller) || !isCalled(graph, flow.caller))
  const starts = unasked.length > 0 ? unasked : fromActors
  if (starts.length > 0) return starts.map((flow) => derive(graph, flow.id, flow.callee, flow.id))
  return graph.components
    .filter((component) => !isCalled(graph, component.id) && calls(graph, component.id))
    .map((component) => derive(graph, component.id, component.id))
}

function startOf(graph: Graph, action: Id, name: string, starts: Id): ActionStart | undefined {
  const flow = graph.flow(starts)
  if (flow) return { action, name, derived: false, flow: flow.id, component: flow.callee }
  return graph.component(starts) ? { action, name, derived: false, component: starts } : undefined
}

function derive(graph: Graph, id: Id, component: Id, flow?: Id): ActionStart {
  return { action: id, name: graph.name(id), derived: true, component, ...(flow === undefined ? {} : { flow }) }
}

/** An external system that the design calls answers there; a person who is asked to approve still starts requests. */
function isPerson(graph: Graph, component: Id): boolean {
  return graph.has(component, 'person')
}

function isCalled(graph: Graph, component: Id): boolean {
  return graph.callsTo(component).some((flow) => flow.mode !== 'offline')
}

function calls(graph: Graph, component: Id): boolean {
  return graph.callsFrom(component).some((flow) => flow.mode !== 'offline')
}

function byAction(a: ActionStart, b: ActionStart): number {
  return a.action < b.action ? -1 : 1
}
