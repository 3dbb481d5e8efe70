import { describe, expect, it } from 'vitest'
import type { Arrivals, Design, Requirement } from '../design/design.ts'
import { type DatedPrices, estimateDesign } from '../estimate/estimate-design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { input } from '../kinds/formula/formula.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { everything } from './testing/metric-fixtures.ts'
import { verifyRequirement } from './verify.ts'

const prices: DatedPrices = { date: '2026-11-21', find: (item) => input(item, 0.01, 'USD', { from: 'price' }) }
const steady: Arrivals = { rate: 0.001, per: 'second', peakFactor: 1 }

function verify(requirement: Partial<Requirement>, arrivals: Arrivals = steady, at = 1) {
  const design: Design = { ...everything, workloads: [{ id: 'w', name: 'W', mix: { asks: 1 }, arrivals }] }
  const graph = buildGraph(design, kinds, products)
  const estimateAt = (traffic: number) => estimateDesign(graph, prices, { traffic })
  const context = {
    graph,
    lineage: buildLineage(graph),
    estimate: estimateAt(at),
    atTraffic: (times: number) => estimateAt(at * times),
  }
  return verifyRequirement(
    { id: 'r', metric: 'capacity.utilisation', is: '<=', target: 100, priority: 'must', on: ['desk'], ...requirement },
    context,
  )
}

describe('a requirement under another load', () => {
  it('is computed there, and says how far that is from the estimate', () => {
    const plain = verify({})
    const loaded = verify({ load: { requestsPerSecond: 0.004 } })
    expect((loaded.value ?? 0) / (plain.value ?? 1)).toBeCloseTo(4, 6)
    expect(loaded.arithmetic).toContain('Computed at 0.004 requests a second, 4 times the 0.001 of the estimate.')
  })
  it('is the same whatever traffic is being looked at', () => {
    const here = verify({ load: { requestsPerSecond: 0.004 } })
    const there = verify({ load: { requestsPerSecond: 0.004 } }, steady, 2)
    expect(there.value).toBeCloseTo(here.value ?? 0, 9)
    expect(there.arithmetic).toContain('2 times the 0.002 of the estimate')
  })
  it('says nothing where the load is the estimate’s', () => {
    expect(verify({ load: { requestsPerSecond: 0.001 } }).arithmetic).toBe(verify({}).arithmetic)
  })
  it('scales users where users are what comes', () => {
    const closed: Arrivals = { users: 2, thinkTimeS: 3600 }
    const more = verify({ load: { users: 4 } }, closed)
    expect(more.arithmetic).toContain('Computed at 4 users, 2 times the 2 of the estimate.')
    expect(more.value).toBeGreaterThan(verify({}, closed).value ?? Infinity)
    expect(verify({ load: { users: 4 } }).arithmetic).toContain('the estimate has no traffic to compare that with')
  })
  it('only says that prompts differ: they cannot be scaled', () => {
    const result = verify({ load: { inputTokens: 99_000, outputTokens: 10 } })
    expect(result.value).toBe(verify({}).value)
    expect(result.arithmetic).toMatch(
      /It is asked for with 99\u202f000 tokens read and 10 written a request; the estimate works with/,
    )
  })
  it('leaves what is not computed alone', () => {
    const facts = { metric: 'recovery.rto', on: ['index'], target: 4 } as const
    expect(verify({ ...facts, load: { requestsPerSecond: 9 } }).arithmetic).toBe(verify(facts).arithmetic)
  })
})

describe('what a requirement can ask beside its target', () => {
  it('says whether the stretch is met', () => {
    const used = verify({}).value ?? 0
    const met = verify({ stretch: used * 8 })
    expect(met).toMatchObject({ stretchMet: true })
    expect(met.arithmetic).toContain('is met too.')
    expect(verify({ stretch: used / 2 })).toMatchObject({ stretchMet: false })
    expect(verify({}).stretchMet).toBeUndefined()
    expect(verify({ target: used / 40, stretch: used / 80 })).toMatchObject({ verdict: 'fail', stretchMet: false })
  })
  it('reads a workload as the actions of its mix', () => {
    const byAction = verify({ metric: 'cost.request', target: 1e9, on: ['asks'] })
    expect(verify({ metric: 'cost.request', target: 1e9, on: ['w'] })).toEqual(byAction)
  })
})
