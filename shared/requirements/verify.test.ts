import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Requirement } from '../design/design.ts'
import { type DatedPrices, estimateDesign } from '../estimate/estimate-design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { input } from '../kinds/formula/formula.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { verifyRequirements } from './verify.ts'

const prices: DatedPrices = {
  date: '2026-11-21',
  find: (item) => input(item, 1, 'USD', { from: 'price' }),
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

function verify(
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
    expect(verify({ target: { unknown: true } }).question).toBe('What is the target for "Time to full answer"?')
    expect(verify({ where: 'every model' }).arithmetic).toContain('"every model"')
  })
  it('takes an empty scope for the whole design', () => {
    expect(verify({ on: [] })).toEqual(verify({}))
    expect(verify({ metric: 'capacity.utilisation', on: [] })).toEqual(verify({ metric: 'capacity.utilisation' }))
  })
  it('means p95 unless it names another aggregate', () => {
    expect(verify({ aggregate: 'p95' })).toEqual(verify({}))
    expect(verify({ aggregate: 'mean' }).arithmetic).toMatch(/^Mean of the full answer of/)
  })
  it('leaves out what holds during another variant', () => {
    expect(() => verify({ during: ['v-later'] })).toThrow('no result')
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
    expect(verify({ target: 500 }, treatment('2026-11-21')).verdict).toBe('waived')
    expect(verify({ target: 500 }, treatment('2026-11-20')).verdict).toBe('fail')
    expect(verify({ target: 1500 }, treatment('2027-01-01')).verdict).toBe('pass')
    expect(verify({ target: 500 }, treatment('2026-11-20'))).toMatchObject({
      treatment: 't',
      note: 'The waiver by CTO ended on 2026-11-20.',
    })
    const [given] = treatment('2027-01-01').treatments
    const changed = (change: object) => verify({ target: 500 }, { treatments: given ? [{ ...given, ...change }] : [] })
    for (const change of [{ approver: undefined }, { until: undefined }, { response: 'dispute' }, { variant: 'v' }])
      expect(changed(change).verdict).toBe('fail')
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

it('knows no time and no capacity of a model that does not fit its GPUs, and asks for the way out', () => {
  const model: Component = {
    id: 'model',
    name: 'Llama',
    kind: 'llm-self-hosted',
    product: 'meta/llama-3.3-70b',
    settings: { gpu: 'h100', gpus: 1, precision: 'bf16' },
  }
  const drawn = (gpus: number): Partial<Design> => ({
    components: [...components, { ...model, settings: { ...model.settings, gpus } }],
    flows: [...flows, { id: 'write', from: 'app', to: 'model' }],
  })
  const time = verify({ target: 600_000 }, drawn(1))
  expect(time).toMatchObject({ verdict: 'unknown', elements: ['model', 'ask'] })
  expect(time.arithmetic).toContain('"Llama" does not fit the memory of its GPUs')
  expect(time.question).toContain('more GPUs, fewer bits a weight (quantisation), or a shorter context')
  for (const metric of ['capacity.utilisation', 'capacity.headroom', 'capacity.sustained']) {
    expect(verify({ metric, target: 1 }, drawn(1))).toMatchObject({ verdict: 'unknown', elements: ['model'] })
  }
  expect(verify({ target: 600_000 }, drawn(4)).verdict).not.toBe('unknown')
})

it('asks about the mean hour where a requirement says so', () => {
  const peaks = {
    workloads: [{ id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate: 1, per: 'second' as const, peakFactor: 3 } }],
  }
  expect(verify({ target: 60_000 }, peaks).verdict).toBe('fail')
  const average = verify({ target: 60_000, at: 'average' }, peaks)
  expect(average.verdict).not.toBe('fail')
  expect(average.value).toBeGreaterThan(1000)
  const used = (at: 'peak' | 'average') => verify({ metric: 'capacity.utilisation', target: 0.9, at }, peaks)
  expect((used('peak').value ?? 0) / (used('average').value ?? 1)).toBeCloseTo(3, 9)
  expect(used('average').arithmetic).toContain('in the mean hour')
})

it('measures headroom, what can be sustained, and time down', () => {
  const steady = {
    workloads: [{ id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate: 1, per: 'second' as const, peakFactor: 1 } }],
  }
  const used = verify({ metric: 'capacity.utilisation', target: 1 }, steady).value ?? 0
  const headroom = verify({ metric: 'capacity.headroom', is: '>=', target: 0.3 }, steady)
  expect(headroom).toMatchObject({ verdict: 'pass', elements: ['db'] })
  expect(headroom.value).toBeCloseTo(1 - used, 12)
  const sustained = verify({ metric: 'capacity.sustained', is: '>=', target: 5 }, steady)
  expect(sustained).toMatchObject({ verdict: 'fail', elements: ['ask', 'db'] })
  expect(sustained.value).toBeCloseTo(1 / used, 9)
  const down = verify({ metric: 'downtime', target: 43.2 })
  const up = verify({ metric: 'availability', is: '>=', target: 0.999 })
  expect(down.value).toBeCloseTo((1 - (up.value ?? 1)) * 43_200, 9)
  expect(down.verdict).toBe(up.verdict)
})

describe('what is shown beside a verdict', () => {
  it('never seems to say the opposite of it', () => {
    const app = (low: number, value: number, high: number) => ({
      components: components.map((component) =>
        component.id === 'app'
          ? { ...component, settings: { ...component.settings, p50Ms: { value, low, high }, p95Ms: value } }
          : component,
      ),
    })
    // From 8,038 ms on: "8.0" would read as if 8 s could be met.
    const result = verify({ target: 8000 }, app(8025, 9000, 12_000))
    expect(result).toMatchObject({ verdict: 'fail' })
    expect(result.arithmetic).toContain('(8.04–12.01); the target is at most 8\u202fs.')
    const close = verify({ target: 9015 }, app(9000, 9000, 9000))
    expect(close.verdict).toBe('pass')
    expect(close.arithmetic).toContain('(9.0109–9.0129); the target is at most 9.015\u202fs.')
    const kept = verify({ metric: 'retention', on: ['records'], target: 89.9 })
    expect(kept).toMatchObject({ verdict: 'fail' })
    expect(kept.arithmetic).toContain('is 90\u202fdays; the target is at most 89.9\u202fdays.')
  })
  it('has the target with all its digits', () => {
    expect(verify({ metric: 'cost.month', target: 12_345 }).arithmetic).toContain('at most $12.345k.')
  })
})

describe('a price that is not known', () => {
  const withUnpriced = (target: number, is: Requirement['is'] = '<=') =>
    verify(
      { metric: 'cost.month', is, target },
      {},
      {
        ...prices,
        find: (item) => ({ ...prices.find(item), ...(item.includes('storage') ? { value: 0, missing: true } : {}) }),
      },
    )
  it('makes the total a lower bound: it breaks a limit, and never proves that one holds', () => {
    const generous = withUnpriced(1e9)
    expect(generous).toMatchObject({ verdict: 'atRisk' })
    expect(generous.arithmetic).toContain('at least $')
    expect(withUnpriced(1e-9)).toMatchObject({ verdict: 'fail' })
  })
  it('proves a lower limit, and never breaks one', () => {
    expect(withUnpriced(1e-9, '>=')).toMatchObject({ verdict: 'pass' })
    expect(withUnpriced(1e9, '>=')).toMatchObject({ verdict: 'atRisk' })
  })
})

describe('residency', () => {
  const residency: Partial<Requirement> = { metric: 'residency', is: 'in', target: ['EU'], on: ['records'] }
  const abroad = (more: Partial<Design>): Partial<Design> => ({
    ...more,
    components: [...(more.components ?? components), { id: 'us', name: 'Archive', kind: 'object-store', in: 'far' }],
    flows: [...flows, ...(more.flows ?? [])],
    boundaries: [
      { id: 'eu', name: 'EU', region: 'eu-west-1' },
      { id: 'far', name: 'Far', region: 'us-east-1' },
    ],
  })
  it('passes when every place of processing is in the list, people not counted', () => {
    const result = verify(residency)
    expect(result).toMatchObject({ verdict: 'pass', verification: 'structural', elements: ['app', 'db'] })
    expect(result.arithmetic).toBe('All 2 places of processing are in EU.')
    const remote = components.map((component) => (component.id === 'user' ? { ...component, in: 'far' } : component))
    expect(verify(residency, abroad({ components: remote })).verdict).toBe('pass')
  })
  it('fails through a place outside, also for what is derived', () => {
    const copied = abroad({ flows: [{ id: 'copy', from: 'app', to: 'us', request: { data: ['report'] } }] })
    const result = verify(residency, copied)
    expect(result).toMatchObject({ verdict: 'fail', elements: ['us'] })
    expect(result.arithmetic).toBe('1 of 3 places of processing is outside EU: "Archive" (us-east-1).')
  })
  it('fails through whoever only reads, as the answer crosses the border too', () => {
    const moved = components.map((component) => (component.id === 'app' ? { ...component, in: 'far' } : component))
    expect(verify(residency, abroad({ components: moved }))).toMatchObject({ verdict: 'fail', elements: ['app'] })
  })
  it('fails through a copy that no action causes, named or not', () => {
    const offline: Flow = { id: 'nightly', from: 'db', to: 'us', pull: false, mode: 'offline' }
    expect(verify(residency, abroad({ flows: [offline] }))).toMatchObject({ verdict: 'fail', elements: ['us'] })
    const named = { ...offline, request: { data: ['report'] } }
    expect(verify(residency, abroad({ flows: [named] }))).toMatchObject({ verdict: 'fail', elements: ['us'] })
    const other = { ...offline, request: { data: ['other'] } }
    const data = [
      { id: 'records', name: 'Records' },
      { id: 'other', name: 'Other' },
    ]
    expect(verify(residency, abroad({ flows: [other], data })).verdict).toBe('pass')
  })
  it('knows that Norway is in the EEA and not in the EU', () => {
    const norway = { boundaries: [{ id: 'eu', name: 'North', region: 'norwayeast' }] }
    expect(verify(residency, norway).verdict).toBe('fail')
    expect(verify({ ...residency, target: ['EEA'] }, norway).verdict).toBe('pass')
    expect(verify({ ...residency, target: ['EEA'] }).verdict).toBe('pass')
  })
  it('asks, and names who would know, when a region is not known', () => {
    const unclear = (ask?: string) => ({
      boundaries: [{ id: 'eu', name: 'EU', region: { unknown: true as const, ...(ask === undefined ? {} : { ask }) } }],
    })
    const question = 'In which region do "App" and "Records" process what they are sent?'
    expect(verify(residency, unclear())).toMatchObject({ verdict: 'unknown', question, elements: ['app', 'db'] })
    expect(verify(residency, unclear('Platform team: which one?')).question).toBe(
      `${question} Platform team would know.`,
    )
    const strange = verify(residency, { boundaries: [{ id: 'eu', name: 'EU', region: 'mars-1' }] })
    expect(strange).toMatchObject({ verdict: 'unknown' })
    expect(strange.arithmetic).toContain('"App" (mars-1) and "Records" (mars-1)')
  })
  it('asks for the places when it lists none', () => {
    expect(verify({ ...residency, target: { unknown: true } })).toMatchObject({ verdict: 'unknown' })
    expect(verify({ ...residency, target: [] }).question).toContain('In which countries')
  })
  it('says nothing of data that nothing processes', () => {
    const unused = [{ id: 'records', name: 'Records' }]
    const result = verify({ ...residency, on: ['lost'] }, { data: [...unused, { id: 'lost', name: 'Lost' }] })
    expect(result).toMatchObject({ verdict: 'unknown' })
    expect(result.arithmetic).toBe('Nothing in this design gives a value for "Residency" yet.')
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
  it('of one day counts alike in every order', () => {
    const two = [
      { title: 'First set: 0.8', date: '2026-10-12' },
      { title: 'Second set: 0.9', date: '2026-10-12' },
    ]
    expect(verify({ ...recall, evidence: two }).value).toBe(0.9)
    expect(verify({ ...recall, evidence: two.toReversed() }).value).toBe(0.9)
    expect(verify({ ...recall, evidence: [{ title: 'Undated: 0.9' }] }).verdict).toBe('unknown')
  })
})

describe('retention', () => {
  const kept: Partial<Requirement> = { metric: 'retention', on: ['records'] }
  const twoStores = (days: number | undefined) => ({
    components: [
      ...components,
      {
        id: 'copy',
        name: 'Copy',
        kind: 'object-store',
        holds: ['records'],
        ...(days === undefined ? {} : { settings: { retentionDays: days } }),
      },
    ],
  })
  it('is that of the store, or the asset itself', () => {
    expect(verify({ ...kept, target: 365 })).toMatchObject({
      verdict: 'pass',
      arithmetic: 'Retention of "Records" in "Records" is 90\u202fdays; the target is at most 365\u202fdays.',
    })
    expect(verify({ ...kept, target: 30 }).verdict).toBe('fail')
    const own = { data: [{ id: 'records', name: 'Records', facts: { retentionDays: 7 } }] }
    expect(verify({ ...kept, target: 30 }, own).verdict).toBe('pass')
  })
  it('is asked for where nobody stated it, and has no verdict without a target', () => {
    expect(verify({ ...kept, target: 30, on: ['report'] })).toMatchObject({
      verdict: 'unknown',
      question: 'For how many days is "Report" kept?',
    })
    expect(verify({ ...kept, target: { unknown: true } }).verdict).toBe('unknown')
  })
  it('breaks a limit in one store, whatever the others do', () => {
    expect(verify({ ...kept, target: 365 }, twoStores(400))).toMatchObject({
      verdict: 'fail',
      elements: ['records', 'copy'],
    })
    expect(verify({ ...kept, target: 30 }, twoStores(undefined)).verdict).toBe('fail')
    expect(verify({ ...kept, target: 365 }, twoStores(undefined)).verdict).toBe('unknown')
  })
  it('meets a duty to keep by the store that keeps longest', () => {
    const duty: Partial<Requirement> = { ...kept, is: '>=', target: 180 }
    expect(verify(duty).verdict).toBe('fail')
    expect(verify(duty, twoStores(400)).verdict).toBe('pass')
    expect(verify(duty, twoStores(undefined)).verdict).toBe('unknown')
  })
  it('can be asked of a store, or of all in a boundary', () => {
    expect(verify({ ...kept, on: ['db'], target: 30 }).arithmetic).toContain('Retention of what "Records" holds')
    expect(verify({ ...kept, on: ['eu'], target: 30 }).verdict).toBe('fail')
  })
})

it('counts what people see', () => {
  const desk = {
    components: [...components, { id: 'desk', name: 'Desk', kind: 'human-review', in: 'eu' }],
    flows: [...flows, { id: 'review', from: 'app', to: 'desk' }],
  }
  expect(verify({ metric: 'people.reviewShare', target: 0.05 }, desk)).toMatchObject({ verdict: 'fail', value: 1 })
  const night = {
    ...desk,
    components: [...desk.components, { id: 'timer', name: 'Timer', kind: 'user' }],
    flows: [...desk.flows, { id: 'load', from: 'timer', to: 'db' }],
  }
  // A load that never comes to the desk is not among the requests of which it sees a share.
  expect(verify({ metric: 'people.reviewShare', target: 0.05 }, night)).toMatchObject({ value: 1 })
})

it('measures a boundary by what is in it', () => {
  const whole = verify({ metric: 'cost.month', target: 1e6 })
  expect(whole.value).toBeGreaterThan(0)
  expect(verify({ metric: 'cost.month', target: 1e6, on: ['eu'] }).value).toBeCloseTo(whole.value ?? 0, 9)
  expect(verify({ metric: 'capacity.utilisation', target: 1, on: ['eu'] }).elements).not.toEqual(['eu'])
})

it('keeps machines and people apart, and both in the month', () => {
  const value = (metric: string): number => verify({ metric, target: 1 }).value ?? Number.NaN
  expect(value('cost.technology') + value('cost.people')).toBeCloseTo(value('cost.month'), 9)
})

it('counts 1,000 requests as 1,000 times one', () => {
  const one = verify({ metric: 'cost.request', target: 1 })
  const many = verify({ metric: 'cost.per1k', target: 1 })
  expect(many.value).toBeCloseTo((one.value ?? Number.NaN) * 1000, 9)
  expect(one.arithmetic).toContain('Cost of one "User to App" is $')
  expect(many.arithmetic).toContain('Cost of "User to App" 1\u202f000 times is $')
})
