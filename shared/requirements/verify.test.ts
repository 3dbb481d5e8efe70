import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Requirement } from '../design/design.ts'
import { prices, components, flows, verify } from './testing/verify-one.ts'

describe('a number against a target', () => {
  it('passes when the whole band meets it, with the arithmetic', () => {
    const result = verify({ target: 1500 })
    expect(result).toMatchObject({ verdict: 'pass', verification: 'computed' })
    expect(result.arithmetic).toMatch(
      /^p95 of the full answer of "User to App" is 1.01\ss \(0.91–1.21\ss\); the target is at most 1\.5\ss\.$/,
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

it('knows no time of what is asked in the batch tier, and asks whether a day is soon enough', () => {
  const drawn = (write: Partial<Flow>): Partial<Design> => ({
    components: [...components, { id: 'model', name: 'Writer', kind: 'llm-api' }],
    flows: [...flows, { id: 'write', from: 'app', to: 'model', ...write }],
  })
  const late = { call: { serviceTier: 'batch' } }
  const time = verify({ target: 600_000 }, drawn(late))
  expect(time).toMatchObject({ verdict: 'unknown', elements: ['model', 'ask'] })
  expect(time.arithmetic).toContain('"Writer" is asked in the batch tier, which answers within hours')
  expect(time.question).toContain('Is an answer of "Writer" within a day soon enough')
  expect(verify({ target: 600_000 }, drawn({})).verdict).not.toBe('unknown')
  const done = verify({ metric: 'latency.done', target: 600_000, on: ['write'] }, drawn({ ...late, mode: 'async' }))
  expect(done).toMatchObject({ verdict: 'unknown', elements: ['model', 'ask'] })
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
    expect(result.arithmetic).toContain('(8.04–12.01\u202fs); the target is at most 8\u202fs.')
    const close = verify({ target: 9015 }, app(9000, 9000, 9000))
    expect(close.verdict).toBe('pass')
    expect(close.arithmetic).toContain('(9.0109–9.0129\u202fs); the target is at most 9.015\u202fs.')
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

it('counts 1,000 runs of an action as 1,000 times one, and those of the design with what is paid anyway', () => {
  const named = { actions: [{ id: 'asks', name: 'User to App', starts: flows[0]?.id ?? '' }] }
  const one = verify({ metric: 'cost.request', target: 1, on: ['asks'] }, named)
  const many = verify({ metric: 'cost.per1k', target: 1, on: ['asks'] }, named)
  expect(many.value).toBeCloseTo((one.value ?? Number.NaN) * 1000, 9)
  expect(one.arithmetic).toContain('Cost of one "User to App" is $')
  expect(many.arithmetic).toContain('Cost of "User to App" 1\u202f000 times is $')
  const month = verify({ metric: 'cost.month', target: 1 })
  const whole = verify({ metric: 'cost.per1k', target: 1 })
  // Nobody stated a workload: 1,000 a day.
  expect(whole.value).toBeCloseTo((month.value ?? Number.NaN) / (365 / 12), 9)
  expect(whole.arithmetic).toContain('Cost of a month per 1\u202f000 requests is $')
})
