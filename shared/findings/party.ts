import type { Component } from '../design/design.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'

const own: ReadonlySet<string> = new Set(['client', 'own', 'ours', 'us', 'internal'])

/** Whether an organisation, as a boundary or a product names it, is the client that the design is made for. */
export function isClientItself(graph: Graph, organisation: string): boolean {
  const name = organisation.trim().toLowerCase()
  return own.has(name) || name === graph.design.client?.trim().toLowerCase()
}

/**
 * Whether what is sent along an arrow leaves for another party: a vendor who runs the callee, or an organisation that is
 * neither ours nor the caller's. People and what they hold in their hands are no party: they get what is theirs.
 */
export function leavesForOthers(graph: Graph, flow: GraphFlow): boolean {
  const { callee } = flow
  if (graph.has(callee, 'vendor-hosted')) return true
  return !isAtPeople(graph, callee) && graph.crosses(flow, 'organisation') === true && !isOurs(graph, callee)
}

function isAtPeople(graph: Graph, component: Component['id']): boolean {
  return graph.has(component, 'person') || graph.has(component, 'client')
}

function isOurs(graph: Graph, component: Component['id']): boolean {
  const organisation = graph.facets(component).organisation.value
  return organisation === undefined || isClientItself(graph, organisation)
}
