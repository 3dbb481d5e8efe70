import type { Component, Id } from '../../design/design.ts'
import { isUnknown } from '../../design/value.ts'
import { askClass } from '../../findings/data-facts.ts'
import { untrustedRoots } from '../../findings/influence.ts'
import { callsAlong } from '../../findings/lineage-reading.ts'
import { atlas, cwe } from '../../findings/refer.ts'
import { type Asked, defineRule } from '../../findings/rule.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import { askNetwork } from '../../findings/standing.ts'
import { trailOf } from '../../findings/trail.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'

export const openStore = defineRule({
  id: 'INF-02',
  aliases: ['SEC-16'],
  lenses: ['threat', 'check'],
  title: 'A store or a model of ours can be reached from outside',
  severity: 'medium',
  topic: 'access',
  stride: 'E',
  linddun: ['Dd'],
  why: 'Neither has business logic to refuse a strange request. What stands in front of it is all there is.',
  references: [...cwe('CWE-501'), ...atlas('T0049')],
  falsePositive: 'The store is meant to be public and holds only public data.',
  verify: 'From outside the network, try its address and port: nothing may answer.',
  closedBy: ['private-network'],
  *check(context) {
    const { graph, lineage } = context
    const inner = graph.components.filter((each) => graph.has(each, 'stores-data') || graph.has(each, 'self-hosted'))
    for (const store of inner) {
      const isPublicData =
        (store.holds ?? []).length > 0 &&
        (store.holds ?? []).every((asset) => sensitivityOf(graph, asset).classification === 'public')
      for (const flow of graph.callsTo(store.id)) {
        if (flow.mode === 'offline' || isPublicData) continue
        const doubt = networkInDoubt(graph, flow)
        const isOurs = graph.facets(store.id).network.value !== 'public' && graph.crosses(flow, 'network') === true
        if (doubt === undefined && !(isOurs && isOutside(graph, flow.caller))) continue
        const spoken = trailOf(lineage, callsAlong(context, flow.id), untrustedRoots(context))
        if (graph.has(flow.caller, 'vendor-hosted') && spoken.trail === undefined) continue
        const asked = doubt ?? classInDoubt(graph, store)
        if (asked !== undefined) {
          yield asked
          continue
        }
        yield {
          type: 'found',
          anchors: [flow.caller, store.id],
          elements: [flow.id],
          ...spoken,
          problem: `${graph.name(flow.caller)} reaches ${store.name} straight from a public network.`,
          fix: `Put a service or a gateway in front of ${store.name}, and keep it in a private network.`,
          remedy: {
            control: 'private-network',
            title: `${store.name} behind a service`,
            at: flow.id,
            strength: 'deterministic',
          },
          cause: `direct ${flow.id}`,
        }
      }
    }
  },
})

function isOutside(graph: Graph, caller: Id): boolean {
  return graph.facets(caller).network.value === 'public' || graph.has(caller, 'person')
}

/** Somebody looked at one end of the arrow and does not know its network, and by the other end it decides: a question. */
function networkInDoubt(graph: Graph, { caller, callee }: GraphFlow): Asked | undefined {
  const [theirs, own] = [graph.facets(caller).network, graph.facets(callee).network]
  const isInside = own.value !== undefined && own.value !== 'public'
  const isDecisive = isInside || isOutside(graph, caller)
  return isDecisive ? askNetwork(graph, isInside ? theirs : own) : undefined
}

/** Somebody looked and does not know how sensitive something is that it keeps, and all else there is public: a question. */
function classInDoubt(graph: Graph, { holds = [] }: Component): Asked | undefined {
  const classOf = (id: Id) => sensitivityOf(graph, id).classification
  const open = holds.filter((id) => classOf(id) !== 'public').flatMap((id) => graph.asset(id) ?? [])
  const [first] = open
  const isInDoubt = open.every(({ id, classification }) => isUnknown(classification) && classOf(id) === undefined)
  return first !== undefined && isInDoubt ? askClass(first) : undefined
}
