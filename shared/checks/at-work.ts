import type { Component, Id } from '../design/design.ts'
import { known } from '../design/value.ts'
import { oncePerGraph, oncePerLineage } from '../findings/graph-reading.ts'
import type { RuleContext } from '../findings/rule.ts'
import { hasField, type Standing, standSetting } from '../findings/standing.ts'
import type { Topic } from '../findings/finding.ts'
import type { Graph } from '../graph/graph.ts'

/** Models that work in the product: called, and not only by an evaluation. Sorted by id: order in a file means nothing. */
export function modelsAtWork(context: RuleContext): readonly Component[] {
  return workingModels(context)
}
const workingModels = oncePerLineage(({ graph, lineage }): readonly Component[] =>
  byId(
    graph.components.filter(
      (component) =>
        (graph.has(component, 'generates-text') || graph.has(component, 'predicts')) &&
        lineage.into(component.id).some((call) => !graph.has(call.caller, 'evaluates')),
    ),
  ),
)

/** Boxes that some arrow joins: one that stands alone is a note of the architect's. */
export function joined(graph: Graph, components: readonly Component[]): readonly Component[] {
  return byId(components.filter(({ id }) => graph.callsTo(id).length + graph.callsFrom(id).length > 0))
}

/** Who searches and then lets a model write: the services of retrieval-augmented generation. */
export function searchingWriters({ graph }: RuleContext): readonly Component[] {
  return writersIn(graph)
}
const writersIn = oncePerGraph((graph): readonly Component[] =>
  byId(
    graph.components.filter(
      ({ id }) =>
        asksModels(graph, id) &&
        graph.callsFrom(id).some((flow) => graph.has(flow.callee, 'answers-search') && flow.does.includes('read')),
    ),
  ),
)

/** Agents that ask a model what to do next. */
export function agentsAtWork({ graph }: RuleContext): readonly Component[] {
  return agentsIn(graph)
}
const agentsIn = oncePerGraph((graph): readonly Component[] =>
  byId(graph.with('plans-actions').filter(({ id }) => asksModels(graph, id))),
)

/** Whether it calls a generative model, or a gateway that stands before some. */
function asksModels(graph: Graph, id: Id): boolean {
  return graph
    .callsFrom(id)
    .some((flow) => graph.has(flow.callee, 'generates-text') || graph.has(flow.callee, 'fronts-models'))
}

/** An idea or a proof of concept: nobody releases, runs or watches it yet. */
export function isTrial(graph: Graph): boolean {
  const stage = known(graph.design.context?.['stage'])
  return stage === 'idea' || stage === 'poc'
}

/** How boxes stand on a fact that one of them has to hold for all: "is there a set of reference answers?". */
export interface StandTogether {
  readonly standing: Standing
  /** Those to ask, while none is known to hold it. */
  readonly unknown: readonly Component[]
  /** Those that lack it, once all are known to. */
  readonly lacking: readonly Component[]
}

/** Boxes whose kind has no such field say nothing; without any the fact holds. */
export function standTogether(
  context: RuleContext,
  topic: Topic,
  boxes: readonly Component[],
  field: string,
): StandTogether {
  const read = boxes
    .filter((box) => hasField(context, box, field))
    .map((box) => ({ box, standing: standSetting(context, topic, box, field) }))
  const holds = read.length === 0 || read.some(({ standing }) => standing === 'good')
  const unknown = holds ? [] : read.filter(({ standing }) => standing === 'unknown').map(({ box }) => box)
  if (holds || unknown.length > 0) return { standing: holds ? 'good' : 'unknown', unknown, lacking: [] }
  return { standing: 'bad', unknown, lacking: read.map(({ box }) => box) }
}

/** In the order of their ids: order in a file means nothing. */
export function byId(components: readonly Component[]): readonly Component[] {
  return components.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Their ids, in the order given. */
export function idsOf(components: readonly Component[]): readonly Id[] {
  return components.map(({ id }) => id)
}
