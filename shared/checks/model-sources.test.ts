import { expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import type { RuleContext } from '../findings/rule.ts'
import { loadedSearch, scoringService } from '../findings/testing/data-bases.ts'
import { edited } from '../findings/testing/mini-design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { sourcesOfModels } from './model-sources.ts'

function sourcesIn(design: Design) {
  const graph = buildGraph(design, kinds, products)
  const context: Pick<RuleContext, 'graph' | 'lineage'> = { graph, lineage: buildLineage(graph) }
  return sourcesOfModels(context).map(({ asset, uses }) => [asset.id, uses])
}

it('lists the roots of what models read, with the models and indexes that they reach', () => {
  expect(sourcesIn(loadedSearch)).toEqual([['d-documents', ['c-index', 'c-model']]])
})
it('counts what models learn from, and leaves out what people say when they ask', () => {
  expect(sourcesIn(scoringService)).toEqual([
    ['d-history', ['c-score']],
    ['d-loans', ['c-score', 'c-training']],
  ])
})
it('leaves out prompts and code', () => {
  expect(sourcesIn(edited(loadedSearch, 'd-documents', { type: 'prompt' }))).toEqual([])
})
