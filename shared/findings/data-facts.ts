import type { DataAsset, Id, Value } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import { groupBy } from '../design/group-by.ts'
import { factFields } from '../kinds/fields/element-fields.ts'
import type { Graph } from '../graph/graph.ts'
import { oncePerGraph } from './graph-reading.ts'
import type { Asked } from './rule.ts'

/** Facts about data that rules ask for, with the words of their questions. */
const questions = {
  lawfulBasis: (name: string) => `On which ground may ${name} be processed, as special personal data?`,
  licence: (name: string) => `${name}: may we copy, quote or train on it?`,
} as const

/** What somebody stated about a data asset beside its class, writers and people. */
export function statedFact(asset: DataAsset | undefined, fact: string): Value | undefined {
  return asset?.facts?.[fact]
}

/** The question of a fact of a data asset; whoever is named on the asset as the one to ask comes first. */
export function askFact(asset: DataAsset, fact: keyof typeof questions): Asked {
  const stated = statedFact(asset, fact)
  const { label, ask: usual } = factFields[fact]
  const ask = (isUnknown(stated) ? stated.ask : undefined) ?? usual
  return {
    type: 'asked',
    on: asset.id,
    field: `facts.${fact}`,
    text: questions[fact](asset.name),
    ...(ask === undefined ? {} : { ask }),
    group: { label, noun: ['data set', 'data sets'] },
  }
}

/** Components that keep an asset: where a boundary that is marked complete speaks for it. */
export function holdersOf(graph: Graph, asset: Id): readonly Id[] {
  return (holdings(graph).get(asset) ?? []).map(({ holder }) => holder)
}
const holdings = oncePerGraph((graph) =>
  groupBy(
    graph.components.flatMap(({ id: holder, holds }) => [...new Set(holds)].map((asset) => ({ asset, holder }))),
    ({ asset }) => asset,
  ),
)

/**
 * Where an asset is kept: the components that hold it; where nobody says which do, those whose answers are said to bring it
 * and to which nobody else brings it.
 */
export function keepersOf(graph: Graph, asset: Id): readonly Id[] {
  const holders = holdersOf(graph, asset)
  return holders.length > 0 ? holders : (answerers(graph).get(asset) ?? [])
}
const answerers = oncePerGraph((graph) => {
  const asked = graph.flows.map(({ flow, caller, callee }) => ({
    asker: caller,
    keeper: callee,
    told: flow.request?.data ?? [],
    answered: flow.response?.data ?? [],
  }))
  const brought = new Set(
    asked.flatMap(({ asker, keeper, told, answered }) => [
      ...told.map((asset) => `${keeper} ${asset}`),
      ...answered.map((asset) => `${asker} ${asset}`),
    ]),
  )
  const found = new Map<Id, readonly Id[]>()
  for (const { keeper, answered } of asked)
    for (const asset of answered)
      if (!brought.has(`${keeper} ${asset}`)) found.set(asset, [...new Set([...(found.get(asset) ?? []), keeper])])
  return found
})

/** How sensitive a data asset is: the one question on which its loss is weighed. */
export function askClass(asset: DataAsset): Asked {
  return {
    type: 'asked',
    on: asset.id,
    field: 'classification',
    text: `How sensitive is ${asset.name}?`,
    ask: 'Data owner',
    group: { label: 'Classification', noun: ['data set', 'data sets'] },
  }
}
