import type { Id, Identity } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'
import { oncePerGraph } from './graph-reading.ts'

const identitiesById = oncePerGraph(
  ({ design }): ReadonlyMap<Id, Identity> =>
    // The first of two with one id counts.
    new Map((design.identities ?? []).toReversed().map((identity) => [identity.id, identity])),
)
const callsByIdentity = oncePerGraph((graph) => groupBy(graph.flows, (flow) => calledAs(graph, flow) ?? ''))

/** The identity of an id; undefined where the design has none, or nobody has named one. */
export function findIdentity(graph: Graph, id: Id | undefined): Identity | undefined {
  return id === undefined ? undefined : identitiesById(graph).get(id)
}

/** As whom a call is made: what the arrow says, else what its caller runs as; 'caller' passes the asker's identity on. */
export function calledAs(graph: Graph, { flow, caller }: GraphFlow): Id | undefined {
  return flow.as ?? graph.component(caller)?.as
}

/** The arrows along which somebody calls as this identity. */
export function callsAs(graph: Graph, identity: Id): readonly GraphFlow[] {
  return callsByIdentity(graph).get(identity) ?? []
}
