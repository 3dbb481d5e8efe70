import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Requirement } from '../design/design.ts'
import type { Band } from '../estimate/estimate.ts'
import { type DatedPrices, estimateDesign } from '../estimate/estimate-design.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { input } from '../kinds/formula/formula.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { reservationOn } from './assumed-verdict.ts'
import { verifyRequirements } from './verify.ts'
import { verdictOrder } from './waiver.ts'

const guess = {
  on: 'model',
  field: 'outputTokens',
  label: 'Answer',
  unit: 'tokens',
  value: 350,
  end: 900,
  by: 40,
} as const
const band: Band = {
  value: 100,
  low: 60,
  high: 145,
  makeup: { stated: 0.7, assumed: 0.3 },
  guesses: { above: guess, below: { ...guess, end: 100, by: 25 } },
}
const nameOf = () => 'Answer model'

describe('a pass that hangs on a guess', () => {
  it('is one where a guess at twice its band crosses the target, and names it', () => {
    expect(reservationOn('<=', band, 170, nameOf)).toEqual({
      assumes: { on: 'model', field: 'outputTokens', label: 'Answer' },
      sentence:
        'It is assumed: "Answer" of "Answer model" is 350 tokens while nobody says otherwise. At 1\u202f450 tokens the target would be missed.',
    })
    expect(reservationOn('<=', band, 181, nameOf)).toBeUndefined()
    expect(reservationOn('>=', band, 51, nameOf)?.sentence).toContain('At 0 tokens')
    expect(reservationOn('>=', band, 49, nameOf)).toBeUndefined()
  })
  it('is one where most is assumed and four times the band crosses the target', () => {
    const mostly: Band = { ...band, makeup: { stated: 0.2, assumed: 0.8 } }
    expect(reservationOn('<=', mostly, 250, nameOf)?.sentence).toMatch(/^80.% of it is assumed, most of all "Answer"/)
    expect(reservationOn('<=', mostly, 281, nameOf)).toBeUndefined()
    expect(reservationOn('<=', band, 250, nameOf)).toBeUndefined()
  })
  it('says how nearly always something is up in as many nines as that takes', () => {
    const up = { ...guess, label: 'API is up', unit: 'share', value: 0.99995, end: 0.9994, by: 0.0005 } as const
    const available: Band = { value: 0.9993, low: 0.9991, high: 0.9995, makeup: { assumed: 1 }, guesses: { below: up } }
    expect(reservationOn('>=', available, 0.999, nameOf)?.sentence).toMatch(/is 99\.995.% while nobody says otherwise/)
  })
  it('is none where nothing is assumed, nor for a word or an equality', () => {
    expect(reservationOn('<=', { value: 100, low: 60, high: 145 }, 150, nameOf)).toBeUndefined()
    expect(reservationOn('=', band, 100, nameOf)).toBeUndefined()
  })
  it('stands between a miss that may be and a pass', () => {
    const rank = (verdict: Verdict): number => verdictOrder.indexOf(verdict)
    expect(rank('assumed')).toBeGreaterThan(rank('atRisk'))
    expect(rank('assumed')).toBeLessThan(rank('pass'))
    expect(new Set(verdictOrder).size).toBe(6)
  })
})

const prices: DatedPrices = {
  date: '2026-11-21',
  find: (item) => input(item, 2, 'USD/1M tokens', { from: 'price', confidence: 'A' }),
}
const flows = (mode: NonNullable<Flow['mode']>): readonly Flow[] => [
  { id: 'ask', from: 'user', to: 'app' },
  { id: 'read', from: 'app', to: 'db', mode },
]
const boxes = (p50Ms: number | undefined): readonly Component[] => [
  { id: 'user', name: 'User', kind: 'user' },
  {
    id: 'app',
    name: 'App',
    kind: 'orchestrator',
    settings: { p50Ms: { value: 20, confidence: 'A' }, p95Ms: { value: 30, confidence: 'A' } },
  },
  {
    id: 'db',
    name: 'Records',
    kind: 'relational-db',
    ...(p50Ms === undefined ? {} : { settings: { p50Ms, p95Ms: { value: p50Ms * 5, confidence: 'A' } } }),
  },
]

function verify(
  requirement: Partial<Requirement>,
  p50Ms?: number,
  mode: NonNullable<Flow['mode']> = 'sync',
): RequirementResult {
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    components: boxes(p50Ms),
    flows: flows(mode),
    requirements: [{ id: 'r', metric: 'latency.full', is: '<=', target: 60, priority: 'must', ...requirement }],
  }
  const graph = buildGraph(design, kinds, products)
  const estimate = estimateDesign(graph, prices)
  const [result] = verifyRequirements({ graph, lineage: buildLineage(graph), estimate }, '2026-11-21')
  if (!result) throw new Error('no result')
  return result
}

describe('verifying a design with defaults', () => {
  it('reads assumed where a default decides, says which, and where to state it', () => {
    const result = verify({})
    expect(result.verdict).toBe('assumed')
    expect(result.assumes).toMatchObject({ on: 'db', field: 'p50Ms' })
    expect(result.arithmetic).toContain('of "Records" is 3\u202fms while nobody says otherwise')
  })
  it('passes once somebody has stated the same number', () => {
    const assumed = verify({})
    const stated = verify({}, 3)
    expect(stated.value).toBeCloseTo(assumed.value ?? 0, 6)
    expect(stated.verdict).toBe('pass')
    expect(stated.assumes).toBeUndefined()
  })
  it('judges what goes on after the answer likewise', () => {
    const later: Partial<Requirement> = { metric: 'latency.done', on: ['read'] }
    const result = verify(later, undefined, 'async')
    expect(result.verdict).toBe('assumed')
    expect(result.assumes).toMatchObject({ on: 'db', field: 'p50Ms' })
    expect(verify(later, 3, 'async').verdict).toBe('pass')
  })
  it('keeps a fail a fail and a straddle at risk', () => {
    expect(verify({ target: 5 }).verdict).toBe('fail')
    expect(verify({ target: verify({}).value ?? 0 }).verdict).toBe('atRisk')
  })
  it('passes where no guess can reach the target', () => {
    expect(verify({ target: 60_000 }).verdict).toBe('pass')
  })
})
