import type { Component, Id } from '../../design/design.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'
import type { ModelRow } from '../inventory.ts'
import type { BomComponent, ModelCard } from './cyclonedx.ts'
import { propertiesOf } from './properties.ts'

/** What a model does, takes and gives, by what its kind can do; the task in the words that model hubs use. */
const tasks: readonly (readonly [trait: Trait, task: string, takes: string, gives: string])[] = [
  ['generates-text', 'text-generation', 'text', 'text'],
  ['embeds', 'feature-extraction', 'text', 'vector'],
  ['ranks', 'text-ranking', 'text', 'score'],
  ['makes-media', 'media-generation', 'text', 'media'],
  ['predicts', 'prediction', 'features', 'score'],
]

interface ModelInput {
  readonly graph: Graph
  readonly inventory: readonly ModelRow[]
  readonly requirements: readonly RequirementResult[]
}

/** A model of the drawing with its card: what nobody stated is left out, never filled in. */
export function modelComponent(box: Component, { graph, inventory, requirements }: ModelInput): BomComponent {
  const row = inventory.find(({ component }) => component === box.id)
  const version = row?.version?.split('/').at(-1)
  const modelCard = cardOf(graph, box, row, requirements)
  return {
    type: 'machine-learning-model',
    'bom-ref': box.id,
    ...(row?.provider === undefined ? {} : { supplier: { name: row.provider } }),
    name: row?.model ?? box.name,
    ...(version === undefined ? {} : { version }),
    description: row?.purpose === undefined ? box.name : `${box.name}: ${row.purpose}`,
    ...(Object.keys(modelCard).length === 0 ? {} : { modelCard }),
    ...propertiesOf([
      ['hosting', row?.hosting],
      ['pinned', row?.pinned === undefined ? undefined : String(row.pinned)],
      ['region', row?.region],
      ['owner', row?.owner],
      ['endOfLife', row?.endOfLife],
      ['status', row?.status === 'unknown' ? undefined : row?.status],
    ]),
  }
}

function cardOf(
  graph: Graph,
  box: Component,
  row: ModelRow | undefined,
  requirements: readonly RequirementResult[],
): ModelCard {
  const task = tasks.find(([trait]) => graph.has(box, trait))
  const datasets = trainedOn(graph, box.id)
  const metrics = metricsOf(graph, row, requirements)
  const users = graph.components
    .filter((each) => graph.has(each, 'person') && graph.has(each, 'starts-requests'))
    .map(({ name }) => name)
  return {
    ...(task === undefined && datasets.length === 0
      ? {}
      : {
          modelParameters: {
            ...(task === undefined
              ? {}
              : { task: task[1], inputs: [{ format: task[2] }], outputs: [{ format: task[3] }] }),
            ...(datasets.length === 0 ? {} : { datasets: datasets.map((ref) => ({ ref })) }),
          },
        }),
    ...(metrics.length === 0 ? {} : { quantitativeAnalysis: { performanceMetrics: metrics } }),
    ...(users.length === 0 && row?.purpose === undefined
      ? {}
      : {
          considerations: {
            ...(users.length === 0 ? {} : { users }),
            ...(row?.purpose === undefined ? {} : { useCases: [row.purpose] }),
          },
        }),
  }
}

/** Data that reaches what trains the model: what it is sent in use is no training data. */
function trainedOn(graph: Graph, model: Id): readonly Id[] {
  const visible = new Set((graph.design.data ?? []).map(({ id }) => id))
  const isBeside = (one: Id) =>
    graph.flows.some(({ flow }) => (flow.from === one && flow.to === model) || (flow.from === model && flow.to === one))
  const training = graph.components.filter((each) => graph.has(each, 'trains') && isBeside(each.id)).map(({ id }) => id)
  const data = graph.flows
    .filter(({ caller, callee }) => training.includes(caller) || training.includes(callee))
    .flatMap((flow) => [...graph.requestData(flow), ...graph.responseData(flow)])
    .filter((asset) => asset.type !== 'model' && visible.has(asset.id))
  return [...new Set(data.map(({ id }) => id))].toSorted()
}

/** Results of quality requirements on what the model takes part in; a target without a result is no metric. */
function metricsOf(graph: Graph, row: ModelRow | undefined, requirements: readonly RequirementResult[]) {
  const wanted = (graph.design.requirements ?? []).filter(({ id }) => row?.evaluatedBy.includes(id))
  return wanted.flatMap((requirement) => {
    const value = requirements.find((result) => result.requirement === requirement.id)?.value
    return value === undefined ? [] : [{ type: requirement.name ?? requirement.metric, value: String(value) }]
  })
}
