import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Requirement } from '../../design/design.ts'
import { type DatedPrices, estimateDesign } from '../../estimate/estimate-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { input } from '../../kinds/formula/formula.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { everything } from '../testing/metric-fixtures.ts'
import { verifyRequirement } from '../verify.ts'

const prices: DatedPrices = { date: '2026-11-21', find: (item) => input(item, 0.01, 'USD', { from: 'price' }) }

function verify(metric: string, requirement: Partial<Requirement>, more: Partial<Design> = {}) {
  const graph = buildGraph({ ...everything, ...more }, kinds, products)
  return verifyRequirement(
    { id: 'r', metric, is: '<=', target: 0, priority: 'must', ...requirement },
    { graph, lineage: buildLineage(graph), estimate: estimateDesign(graph, prices) },
  )
}
const boxes = (id: string, change: Partial<Component>): Partial<Design> => ({
  components: (everything.components ?? []).map((box) => (box.id === id ? { ...box, ...change } : box)),
})
const arrows = (id: string, change: Partial<Flow>): Partial<Design> => ({
  flows: (everything.flows ?? []).map((flow) => (flow.id === id ? { ...flow, ...change } : flow)),
})

describe('how old what is found can be', () => {
  const age = (more: Partial<Design>) => verify('data.freshness', { target: 24 }, more)
  it('is what the pipeline states, before the load that starts it', () => {
    expect(age({})).toMatchObject({ value: 6, elements: ['index', 'fill'] })
  })
  it('is how often the load comes round where nobody states it', () => {
    expect(age(boxes('fill', { settings: {} }))).toMatchObject({ value: 24, verdict: 'pass' })
    const weekly = [
      { id: 'n', name: 'N', mix: { fills: 1 }, arrivals: { items: 10, every: 'week' as const, withinHours: 4 } },
    ]
    const old = age({ ...boxes('fill', { settings: {} }), workloads: weekly })
    expect(old).toMatchObject({ value: 168, verdict: 'fail' })
    expect(old.arithmetic).toContain('"Fill" fills it every 7\u202fdays')
  })
  it('is none where people write as they work', () => {
    const open = [{ id: 'n', name: 'N', mix: { fills: 1 }, arrivals: { rate: 5, per: 'day' as const } }]
    expect(age({ ...boxes('fill', { settings: {} }), workloads: open })).toMatchObject({ value: 0, verdict: 'pass' })
  })
  it('is asked for where nothing fills the index', () => {
    const flows = (everything.flows ?? []).filter(({ id }) => id !== 'load')
    expect(age({ flows })).toMatchObject({ verdict: 'unknown', question: 'What fills "Index", and how often?' })
  })
})

describe('recovery', () => {
  const rto = (more: Partial<Design>) => verify('recovery.rto', { target: 1, on: ['index'] }, more)
  const around = (mode: 'activePassive' | 'separate', count = 2): Partial<Design> => ({
    ...boxes('index', { settings: {} }),
    boundaries: [
      { id: 'house', name: 'House', copies: { of: 'region', count, mode, failoverS: 180 } },
      { id: 'outside', name: 'Outside' },
    ],
  })
  it('is how long its copies take to take over, where they stand in for one another', () => {
    const found = rto(around('activePassive'))
    expect(found).toMatchObject({ verdict: 'pass', value: 0.05 })
    expect(found.arithmetic).toContain('its copies in "House" take over')
    expect(rto(around('separate')).verdict).toBe('unknown')
    expect(rto(around('activePassive', 1)).verdict).toBe('unknown')
  })
  it('leaves out caches, which are filled anew', () => {
    const whole = verify('recovery.rpo', { target: 24 }, boxes('log', { kind: 'note', settings: {} }))
    expect(whole.elements).not.toContain('saved')
  })
})

describe('the class of data in a place', () => {
  const there = (data: Design['data'], target = 'internal') =>
    verify('data.classification', { target, on: ['model'] }, { data: data ?? [] })
  it('follows what is searched into the prompt, and names both', () => {
    const found = there([{ id: 'papers', name: 'Papers', classification: 'restricted' }])
    expect(found).toMatchObject({ verdict: 'fail', elements: ['model', 'papers'] })
    expect(found.arithmetic).toBe('"Model" gets "Papers", which is restricted; at most internal may come there.')
  })
  it('takes the class of what an asset was made of, unless it has its own', () => {
    const made = (own?: 'public') => [
      { id: 'papers', name: 'Papers', derivedFrom: ['raw'], ...(own === undefined ? {} : { classification: own }) },
      { id: 'raw', name: 'Raw', classification: 'restricted' as const },
    ]
    expect(there(made()).verdict).toBe('fail')
    expect(there(made('public')).verdict).toBe('pass')
  })
  it('needs no class where everything may come, and asks where it matters', () => {
    const unclassed = [{ id: 'papers', name: 'Papers' }]
    expect(there(unclassed, 'restricted').verdict).toBe('pass')
    expect(there(unclassed)).toMatchObject({ verdict: 'unknown', asks: [{ on: 'papers', field: 'classification' }] })
    expect(there(unclassed, 'secret').question).toBe('Up to which class may data come there?')
  })
})

describe('people and traces', () => {
  it('counts the runs that a person sees by the shares of the plan', () => {
    const seen = (share: number) => {
      const plans = [{ steps: [{ call: 'think' }, { call: 'approve', share }] }]
      return verify('oversight.coverage', { is: '>=', target: 0.5 }, boxes('app', { plans }))
    }
    expect(seen(0.25)).toMatchObject({ verdict: 'fail', value: 0.25, elements: ['desk'] })
    expect(seen(1)).toMatchObject({ verdict: 'pass', value: 1 })
  })
  it('takes a log of the tool itself as well as one of who calls it', () => {
    const own = arrows('note', { from: 'mail' })
    expect(verify('audit.coverage', { is: '>=', target: 1 }, own).verdict).toBe('pass')
    const nobody = { flows: (everything.flows ?? []).filter(({ id }) => id !== 'note') }
    expect(verify('audit.coverage', { is: '>=', target: 1 }, nobody)).toMatchObject({
      verdict: 'fail',
      elements: ['mail'],
    })
  })
  it('leaves out tools that only read', () => {
    const reading = verify('audit.coverage', { is: '>=', target: 1 }, arrows('send', { does: ['read'] }))
    expect(reading.arithmetic).toBe('Nothing in this design gives a value for "Actions that leave a trace" yet.')
  })
})

describe('the error budget', () => {
  it('is what the strictest promise leaves, less the time down', () => {
    const promise = (id: string, target: number, on?: readonly string[]): Requirement => ({
      id,
      metric: 'availability',
      is: '>=',
      target,
      priority: 'must',
      ...(on === undefined ? {} : { on }),
    })
    const left = (...requirements: readonly Requirement[]) =>
      verify('availability.errorBudget', { is: '>=', target: -1e9 }, { requirements })
    const down = verify('downtime', { target: 1e9 }).value ?? Number.NaN
    expect(left(promise('a', 0.9), promise('b', 0.95)).value).toBeCloseTo(0.05 * 43_200 - down, 6)
    expect(left(promise('a', 0.9, ['fills'])).verdict).toBe('unknown')
    expect(left(promise('a', 0.9, ['asks'])).value).toBeCloseTo(0.1 * 43_200 - down, 6)
  })
})

describe('caches', () => {
  it('take a share that nobody stated as assumed, and one that somebody stated as it is', () => {
    const hits = (settings: NonNullable<Component['settings']>, target: number) =>
      verify('cache.hits', { is: '>=', target, on: ['saved'] }, boxes('saved', { settings }))
    expect(hits({}, 0.1)).toMatchObject({ verdict: 'atRisk', value: 0.15 })
    expect(hits({}, 0.05).assumes).toMatchObject({ on: 'saved', field: 'hitShare' })
    expect(hits({ hitShare: { value: 0.15, confidence: 'A' } }, 0.1).verdict).toBe('pass')
    expect(hits({ keeps: 'data' }, 0.1).verdict).toBe('unknown')
  })
})
