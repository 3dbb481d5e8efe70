import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Requirement } from '../design/design.ts'
import { type DatedPrices, estimateDesign } from '../estimate/estimate-design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { input } from '../kinds/formula.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { metrics } from './metrics/index.ts'
import { verifyRequirements } from './verify.ts'

const prices: DatedPrices = {
  date: '2026-11-21',
  find: (item) =>
    item.startsWith('nothing')
      ? { ...input(item, 0, 'USD', { from: 'price' }), missing: true }
      : input(item, 1, 'USD', { from: 'price' }),
}
const components: readonly Component[] = [
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
const flows: readonly Flow[] = [
  { id: 'ask', from: 'user', to: 'app' },
  { id: 'read', from: 'app', to: 'db', response: { data: ['records'] } },
]

function verify(requirement: Partial<Requirement>, more: Partial<Design> = {}): RequirementResult {
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
  const context = { graph, lineage: buildLineage(graph), estimate: estimateDesign(graph, prices) }
  const [result] = verifyRequirements(context, '2026-11-21')
  if (!result) throw new Error('no result')
  return result
}

describe('a number against a target', () => {
  it('passes when the whole band meets it, with the arithmetic', () => {
    const result = verify({ target: 1500 })
    expect(result).toMatchObject({ verdict: 'pass', verification: 'computed' })
    expect(result.arithmetic).toMatch(
      /^p95 of the full answer of "User to App" is 1.01\ss \(0.91–1.21\); the target is at most 1\.5\ss\.$/,
    )
    expect(result.elements).toContain('app')
  })
  it('is at risk when the band straddles it, and fails when no part meets it', () => {
    expect(verify({ target: 1050 }).verdict).toBe('atRisk')
    expect(verify({ target: 500 }).verdict).toBe('fail')
  })
  it('shows as many digits as the difference takes', () => {
    expect(verify({ metric: 'availability', is: '>=', target: 0.997002 + 1e-6 }).arithmetic).toContain('99.700')
  })
  it('is unknown without a target, without a scope that exists, and for a metric of another version', () => {
    expect(verify({ target: { unknown: true } })).toMatchObject({ verdict: 'unknown' })
    expect(verify({ on: ['gone'] })).toMatchObject({ verdict: 'unknown', elements: ['gone'] })
    expect(verify({ on: ['gone'] }).arithmetic).toContain('no longer in the design')
    expect(verify({ metric: 'beauty' }).verdict).toBe('unknown')
  })
  it('is waived while a named person has accepted it', () => {
    const treatment = (until: string) => ({
      treatments: [
        {
          id: 't',
          rule: 'requirement',
          on: ['r'],
          response: 'accept' as const,
          reason: 'pilot',
          approver: 'CTO',
          until,
        },
      ],
    })
    expect(verify({ target: 500 }, treatment('2027-01-01'))).toMatchObject({ verdict: 'waived', treatment: 't' })
    expect(verify({ target: 500 }, treatment('2026-01-01')).verdict).toBe('fail')
  })
})

it('fails a time that has no steady state, and names where', () => {
  const busy = {
    workloads: [{ id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate: 3, per: 'second' as const, peakFactor: 1 } }],
  }
  const result = verify({ target: 60_000 }, busy)
  expect(result).toMatchObject({ verdict: 'fail', elements: ['db', 'ask'] })
  expect(result.arithmetic).toContain('without end')
  expect(verify({ metric: 'capacity.utilisation', target: 0.7 }, busy)).toMatchObject({
    verdict: 'fail',
    elements: ['db'],
  })
})

describe('residency', () => {
  const residency: Partial<Requirement> = { metric: 'residency', is: 'in', target: ['EU'], on: ['records'] }
  it('passes when every place of processing is in the list', () => {
    expect(verify(residency).verdict).toBe('pass')
  })
  it('fails through a place outside, also for what is derived', () => {
    const abroad = {
      components: [...components, { id: 'us', name: 'Archive', kind: 'object-store', in: 'far' }],
      flows: [...flows, { id: 'copy', from: 'app', to: 'us', request: { data: ['report'] } }],
      boundaries: [
        { id: 'eu', name: 'EU', region: 'eu-west-1' },
        { id: 'far', name: 'Far', region: 'us-east-1' },
      ],
    }
    expect(verify(residency, abroad)).toMatchObject({ verdict: 'fail', elements: ['us'] })
  })
  it('asks whom the drawing names when a region is not known', () => {
    const unclear = { boundaries: [{ id: 'eu', name: 'EU', region: { unknown: true as const, ask: 'Platform team' } }] }
    expect(verify(residency, unclear)).toMatchObject({ verdict: 'unknown', question: 'Platform team' })
  })
})

describe('evidence', () => {
  const recall: Partial<Requirement> = { metric: 'quality.recall', is: '>=', target: 0.85, on: ['ask'] }
  const evidence = (title: string) => ({
    ...recall,
    evidence: [
      { title: 'Old: 0.99', date: '2026-01-01' },
      { title, date: '2026-10-12', by: 'Fraud engineering' },
    ],
  })
  it('is asked for when there is none', () => {
    expect(verify(recall)).toMatchObject({ verdict: 'unknown', verification: 'evidence' })
    expect(verify(recall).question).toContain('when and by whom')
  })
  it('counts by its newest result', () => {
    expect(verify(evidence('Back-test on the third quarter: 0.87'))).toMatchObject({ verdict: 'pass', value: 0.87 })
    expect(verify(evidence('Back-test: 80 %'))).toMatchObject({ verdict: 'fail', value: 0.8 })
    expect(verify(evidence('Back-test went well')).verdict).toBe('unknown')
  })
})

it('knows how long data are kept', () => {
  const kept: Partial<Requirement> = { metric: 'retention', on: ['records'] }
  expect(verify({ ...kept, target: 365 }).verdict).toBe('pass')
  expect(verify({ ...kept, target: 30 }).verdict).toBe('fail')
  expect(verify({ ...kept, target: 30, on: ['report'] }).verdict).toBe('unknown')
})

it('counts what people see', () => {
  const desk = {
    components: [...components, { id: 'desk', name: 'Desk', kind: 'human-review', in: 'eu' }],
    flows: [...flows, { id: 'review', from: 'app', to: 'desk' }],
  }
  expect(verify({ metric: 'people.reviewShare', target: 0.05 }, desk)).toMatchObject({ verdict: 'fail', value: 1 })
})

describe('metrics', () => {
  it('have ids of their own', () => {
    expect(new Set(metrics.map((metric) => metric.id)).size).toBe(metrics.length)
  })
  it.each(metrics.map((metric) => [metric.id, metric] as const))('%s gives a sentence and elements', (id, metric) => {
    const result = verify({ metric: id, is: metric.usual.is, target: metric.usual.target })
    expect(result.arithmetic).toMatch(/\.$/)
    expect(result.verification).toBe(metric.verification)
    if (result.verdict === 'unknown' && metric.verification === 'evidence') expect(result.question).toBeDefined()
  })
})
