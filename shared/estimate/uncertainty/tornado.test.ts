import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { evaluate, input } from '../../kinds/formula/formula.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { type DatedPrices, estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'
import type { Tornado } from '../estimate-parts.ts'

const prices: DatedPrices = {
  date: '2026-11-21',
  find: (item, product) => {
    const from = { from: 'price', item: product === undefined ? item : `${item}:${product}` } as const
    return item === 'tool.calls'
      ? { ...input(item, 0, 'USD/1M calls', from), missing: true }
      : input(item, 2, 'USD/1M tokens', { ...from, confidence: 'A', asOf: '2026-11-01', source: 'list' })
  },
}
const components: readonly Component[] = [
  { id: 'user', name: 'User', kind: 'user' },
  {
    id: 'app',
    name: 'App',
    kind: 'orchestrator',
    settings: { p50Ms: { value: 400, low: 200, high: 1000 }, p95Ms: 900 },
  },
  { id: 'model', name: 'Model', kind: 'llm-api', product: 'openai/gpt-4.1' },
  { id: 'desk', name: 'Desk', kind: 'human-review', settings: { usdPerHour: { value: 45, low: 30, high: 60 } } },
]
const flows: readonly Flow[] = [
  { id: 'ask', from: 'user', to: 'app' },
  { id: 'think', from: 'app', to: 'model', call: { instructionTokens: 1000, outputTokens: 300 } },
  { id: 'check', from: 'app', to: 'desk', mode: 'async', call: { minutes: 4 } },
]
const workloads: NonNullable<Design['workloads']> = [
  {
    id: 'w',
    name: 'W',
    mix: { a: 1 },
    arrivals: { rate: { value: 100, low: 50, high: 400 }, per: 'day', peakFactor: 1 },
  },
]

function estimateOf(change: (design: Design) => Design = (design) => design): Estimate {
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    components,
    flows,
    workloads,
    actions: [{ id: 'a', name: 'A', starts: 'ask', input: { tokens: 200 } }],
  }
  return estimateDesign(buildGraph(change(design), kinds, products), prices)
}

const tornadoOf = (estimate: Estimate, headline: Tornado['headline']): Tornado => {
  const found = estimate.tornados.find((each) => each.headline === headline)
  if (!found) throw new Error(`no tornado of ${headline}`)
  return found
}

describe('a tornado', () => {
  const estimate = estimateOf()
  it.each(['technology', 'people', 'total', 'first', 'full', 'availability'] as const)(
    'of %s has at most ten bars, the widest first, around the headline',
    (headline) => {
      const { value, bars } = tornadoOf(estimate, headline)
      expect(bars.length).toBeGreaterThan(0)
      expect(bars.length).toBeLessThanOrEqual(10)
      const widths = bars.map(({ resultAtLow, resultAtHigh }) => Math.abs(resultAtHigh - resultAtLow))
      expect(widths).toEqual(widths.toSorted((one, other) => other - one))
      for (const { resultAtLow, resultAtHigh } of bars) {
        expect(Math.min(resultAtLow, resultAtHigh)).toBeLessThanOrEqual(value * 1.000001)
        expect(Math.max(resultAtLow, resultAtHigh)).toBeGreaterThanOrEqual(value * 0.999999)
      }
    },
  )
  it('is headed by the input with the widest band that everything is multiplied by', () => {
    const [first] = tornadoOf(estimate, 'people').bars
    expect(first).toMatchObject({ on: 'w', field: 'rate', value: 100, low: 50, high: 400, standing: 'stated' })
  })
  it('is exact for money: the estimate at the end of a band is the end of its bar', () => {
    const bar = tornadoOf(estimate, 'total').bars.find(({ on, field }) => on === 'w' && field === 'rate')
    for (const [rate, result] of [
      [50, bar?.resultAtLow],
      [400, bar?.resultAtHigh],
    ] as const) {
      const moved = estimateOf((design) => ({
        ...design,
        workloads: [{ id: 'w', name: 'W', mix: { a: 1 }, arrivals: { rate, per: 'day', peakFactor: 1 } }],
      }))
      expect(moved.totalUsdPerMonth.value).toBeCloseTo(result ?? Number.NaN, 6)
    }
    const wage = tornadoOf(estimate, 'people').bars.find(({ field }) => field === 'usdPerHour')
    const paid = estimateOf((design) => ({
      ...design,
      components: components.map((each) => (each.id === 'desk' ? { ...each, settings: { usdPerHour: 60 } } : each)),
    }))
    expect(paid.peopleUsdPerMonth.value).toBeCloseTo(wage?.resultAtHigh ?? Number.NaN, 6)
  })
  it('of a time names the input by its field, and moves it the right way', () => {
    const { value, bars } = tornadoOf(estimate, 'full')
    const own = bars.find(({ on, field }) => on === 'app' && field === 'p50Ms')
    expect(own).toMatchObject({ low: 200, high: 1000, unit: 'ms' })
    expect(own?.resultAtHigh).toBeGreaterThan(value)
    expect(own?.resultAtLow).toBeLessThan(value)
    const speed = bars.find(({ field }) => field === 'tokensPerSecond')
    expect(speed?.resultAtHigh).toBeLessThan(speed?.resultAtLow ?? 0)
  })
  it('leads from a price of the book to the component that pays most of it', () => {
    const price = tornadoOf(estimate, 'technology').bars.find(({ provenance }) => provenance.item?.startsWith('llm.'))
    expect(price?.on).toBe('model')
    expect(price?.provenance.item).toMatch(/^llm\./)
  })
})

describe('the ledger', () => {
  const estimate = estimateOf()
  const { ledger } = estimate
  const entry = (on: string, field: string) => ledger.find((each) => each.on === on && each.field === field)

  it('lists what is stated, listed and assumed, each field once', () => {
    expect(entry('w', 'rate')).toMatchObject({ standing: 'stated', low: 50, high: 400 })
    expect(entry('think', 'outputTokens')).toMatchObject({ standing: 'stated', value: 300, usualBand: true })
    expect(entry('desk', 'reviewers')).toMatchObject({ standing: 'assumed' })
    const keys = ledger.map(({ on, field, provenance }) => provenance.item ?? `${on}|${field}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('says what uses an input: every line whose formula has it, and the actions whose time has it', () => {
    const users = entry('w', 'rate')?.usedBy ?? []
    expect(users).toEqual(expect.arrayContaining(estimate.lines.map(({ id }) => id).filter((id) => id.includes('/a'))))
    expect(entry('app', 'p50Ms')?.usedBy).toContain('a')
    for (const { id, formula } of estimate.lines) {
      expect(evaluate(formula)).toBeGreaterThanOrEqual(0)
      expect(
        ledger.some(({ usedBy }) => usedBy.includes(id)),
        id,
      ).toBe(true)
    }
  })
  it('is sorted by how far an input alone moves a headline', () => {
    const influence = ledger.filter(({ missing }) => missing !== true).map((each) => each.influence)
    expect(influence).toEqual(influence.toSorted((one, other) => other - one))
    expect(influence[0]).toBeGreaterThan(0.5)
  })
  it('puts a price that nobody knows before everything', () => {
    const unpriced = estimateOf((design) => ({
      ...design,
      components: [...components, { id: 'search', name: 'Search', kind: 'tool', product: 'nobody/knows' }],
      flows: [...flows, { id: 'look', from: 'app', to: 'search' }],
    }))
    const missing = unpriced.ledger.filter((each) => each.missing === true)
    for (const each of missing) expect(each.standing).toBe('assumed')
    expect(unpriced.ledger.slice(0, missing.length)).toEqual(missing)
  })
})

describe('make-ups', () => {
  const { actions, technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth, availability } = estimateOf()
  it.each([
    ['technology', technologyUsdPerMonth.makeup],
    ['people', peopleUsdPerMonth.makeup],
    ['total', totalUsdPerMonth.makeup],
    ['a request', actions[0]?.usdPerRequest.makeup],
    ['first words', actions[0]?.first?.p95.makeup],
    ['the full answer', actions[0]?.full?.p95.makeup],
    ['availability', availability?.makeup],
  ])('of %s sum to one', (_headline, makeup) => {
    expect(Object.values(makeup ?? {}).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })
  it('turn from assumed to stated when somebody states the number', () => {
    expect(peopleUsdPerMonth.makeup).toEqual({ stated: 1 })
    const guessed = estimateOf((design) => ({
      ...design,
      flows: flows.map(({ call: _call, ...flow }) => flow),
    }))
    expect(guessed.peopleUsdPerMonth.makeup).toEqual({ assumed: 1 })
  })
})
