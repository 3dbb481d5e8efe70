import type { Component, Design, Flow, Requirement } from '../../design/design.ts'
import { type DatedPrices, estimateDesign } from '../../estimate/estimate-design.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { input } from '../../kinds/formula/formula.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { verifyRequirements } from '../verify.ts'

export const prices: DatedPrices = {
  date: '2026-11-21',
  find: (item) => input(item, 1, 'USD', { from: 'price' }),
}

export const components: readonly Component[] = [
  { id: 'user', name: 'User', kind: 'user', in: 'eu' },
  {
    id: 'app',
    name: 'App',
    kind: 'orchestrator',
    in: 'eu',
    settings: { p50Ms: { value: 1000, low: 900, high: 1200 }, p95Ms: 1000, replicas: 1, availability: 0.998 },
  },
  {
    id: 'db',
    name: 'Records',
    kind: 'relational-db',
    in: 'eu',
    holds: ['records'],
    settings: { p50Ms: 10, p95Ms: 10, retentionDays: 90, replicas: 1, callsPerSecond: 2, availability: 0.999 },
  },
]

export const flows: readonly Flow[] = [
  { id: 'ask', from: 'user', to: 'app' },
  { id: 'read', from: 'app', to: 'db', response: { data: ['records'] } },
]

export function verify(
  requirement: Partial<Requirement>,
  more: Partial<Design> = {},
  priced: DatedPrices = prices,
): RequirementResult {
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    components,
    flows,
    boundaries: [{ id: 'eu', name: 'EU', region: 'eu-west-1' }],
    data: [
      { id: 'records', name: 'Records' },
      { id: 'report', name: 'Report', derivedFrom: ['records'] },
    ],
    requirements: [{ id: 'r', metric: 'latency.full', is: '<=', target: 1500, priority: 'must', ...requirement }],
    ...more,
  }
  const graph = buildGraph(design, kinds, products)
  const context = {
    graph,
    lineage: buildLineage(graph),
    estimate: estimateDesign(graph, priced),
    atAverage: () => estimateDesign(graph, priced, { hour: 'average' }),
  }
  const [result] = verifyRequirements(context, '2026-11-21')
  if (!result) throw new Error('no result')
  return result
}
