import type { Id, Value, Writers } from '../design/design.ts'
import { known } from '../design/value.ts'
import type { Graph, GraphFlow } from './graph.ts'
import type { Origin } from './lineage.ts'

/**
 * How far words are trusted by who can write them, 0 (hostile) to 100: the same scale as boundaries. */
const trustByWriters: Readonly<Record<Writers, number>> = {
  anyone: 0,
  customers: 20,
  partners: 40,
  staff: 60,
  curators: 80,
  system: 90,
}

/** Below this, words count as untrusted: customers and partners may be honest, but nobody vouches for what they write. */
export const untrustedBelow = 50

/** The id under which an actor's words travel when its arrow names no data. */
export function requestOrigin(actor: Id): Id {
  return `${actor}.request`
}
/** The id of an answer that its arrow calls untrusted without naming the data. */
export function responseOrigin(flow: Id): Id {
  return `${flow}.response`
}

/** An asset that stands at the root of lineage. Zones speak for machines, so a high zone never makes unknown data trusted. */
export function assetOrigin(graph: Graph, id: Id, declared: boolean | undefined): Origin {
  const asset = graph.asset(id)
  const writers = known(asset?.writers)
  const zones = graph
    .holders(id)
    .map((component) => graph.facets(component.id).trust.value)
    .filter((trust) => trust !== undefined)
  const zone = zones.length === 0 ? undefined : Math.min(...zones)
  const byZone = zone !== undefined && zone < trustByWriters.staff ? zone : undefined
  const trust = writers === undefined ? byZone : trustByWriters[writers]
  return {
    id,
    name: graph.name(id),
    writers,
    trust: declared === undefined ? trust : declared ? 0 : 100,
    untrusted: declared,
  }
}

/** What an actor says without naming the data: as trusted as the place where it stands, else as the audience. */
export function actorOrigin(graph: Graph, actor: Id, untrusted: Value<boolean> | undefined): Origin {
  const declared = known(untrusted)
  const zone = graph.facets(actor).trust.value
  const audience = known(graph.design.context?.['audience'])
  const writers: Writers | undefined =
    audience === 'external' ? 'anyone' : audience === 'internal' ? 'staff' : undefined
  const trust = zone ?? (writers === undefined ? undefined : trustByWriters[writers])
  return {
    id: requestOrigin(actor),
    name: `what ${graph.name(actor)} asks`,
    writers: zone === undefined ? writers : undefined,
    trust: declared === undefined ? trust : declared ? 0 : 100,
    untrusted,
  }
}

/** An answer that its arrow calls untrusted (or clean) although nobody named its data. */
export function answerOrigin(graph: Graph, flow: GraphFlow, untrusted: boolean): Origin {
  return {
    id: responseOrigin(flow.id),
    name: `what ${graph.name(flow.callee)} returns`,
    writers: undefined,
    trust: untrusted ? 0 : 100,
    untrusted,
  }
}
