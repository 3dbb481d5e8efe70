import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Settings, Workload } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { openPriceBook } from '../../prices/price-book.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'

const prices = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const estimateOf = (design: Design): Estimate => estimateDesign(buildGraph(design, kinds, products), prices)

const sonnet = 'anthropic/claude-sonnet-4-6'
const user = box('user', 'user')
const model = (product: string, settings: Settings = {}): Component => box('model', 'llm-api', { product, settings })
const perDay = (rate: number): Workload => ({ id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate, per: 'day' } })
const ask = { id: 'ask', name: 'Ask', starts: 'user-app', input: { tokens: 60 } }
const cached: Settings = { instructionTokens: 2000, outputTokens: 100, promptCaching: true }
const tokensAsked = (estimate: Estimate, part: 'cachedRead' | 'cachedWrite' | 'input'): number =>
  (estimate.components.find((each) => each.component === 'model')?.tokensPerMonth?.[part] ?? 0) /
  (estimate.actions[0]?.requestsPerMonth ?? 1)

function chat(
  plan: Component['plans'],
  { product = sonnet, rate = 1440, call = cached }: { product?: string; rate?: number; call?: Settings } = {},
): Design {
  const app = box('app', 'orchestrator', plan ? { plans: plan } : {})
  const flows: readonly Flow[] = [arrow('user>app'), arrow('app>model', { call })]
  return draw([user, app, model(product)], flows, { actions: [ask], workloads: [perDay(rate)] })
}

describe('a prompt cache in a design', () => {
  it('finds what came a minute ago: 1 - e^-5 of 1,440 requests a day, kept for five minutes', () => {
    expect(tokensAsked(estimateOf(chat(undefined)), 'cachedRead')).toBeCloseTo(2000 * (1 - Math.exp(-5)), 6)
  })
  it('finds less when requests come seldom, and a vendor that keeps prompts for longer finds more', () => {
    const seldom = { rate: 24 }
    expect(tokensAsked(estimateOf(chat(undefined, seldom)), 'cachedRead')).toBeCloseTo(
      2000 * (1 - Math.exp(-300 / 3600)),
      6,
    )
    const groq = estimateOf(chat(undefined, { ...seldom, product: 'groq/llama-3.3-70b' }))
    expect(tokensAsked(groq, 'cachedRead')).toBeCloseTo(2000 * (1 - Math.exp(-2)), 6)
  })
  it('caches on Sonnet what Haiku is too short for: the line shows $0 and the reason', () => {
    const haiku = estimateOf(chat(undefined, { product: 'anthropic/claude-haiku-4-5' }))
    expect(tokensAsked(haiku, 'cachedRead')).toBe(0)
    const line = haiku.lines.find((each) => each.label === 'Prompt cache')
    expect(line?.usd.value).toBe(0)
    expect(line?.note).toContain('caches from 4,096')
    expect(estimateOf(chat(undefined)).lines.some((each) => each.label === 'Prompt cache')).toBe(false)
  })
  it('lets four calls in a row find the first, and four at once find nothing', () => {
    const rate = 1 / 1000
    const row = estimateOf(chat([{ steps: [{ call: 'app-model', times: 4 }] }], { rate }))
    expect(tokensAsked(row, 'cachedRead')).toBeCloseTo(3 * 2000, 0)
    const atOnce = estimateOf(chat([{ steps: [{ call: 'app-model', times: 4, atOnce: 4 }] }], { rate }))
    expect(tokensAsked(atOnce, 'cachedRead')).toBeLessThan(1)
    const abreast = Array.from({ length: 4 }, () => ({ call: 'app-model' }))
    const parallel = estimateOf(chat([{ steps: [{ parallel: abreast }] }], { rate }))
    expect(tokensAsked(parallel, 'cachedRead')).toBeLessThan(1)
    expect(tokensAsked(parallel, 'cachedWrite')).toBeCloseTo(4 * 2000, 0)
  })
  it('never costs more when requests come more often, per request', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const usd = (rate: number) =>
          estimateOf(chat(undefined, { rate })).actions[0]?.technologyUsdPerRequest.value ?? 0
        expect(usd(Math.max(a, b))).toBeLessThanOrEqual(usd(Math.min(a, b)) + 1e-12)
      }),
      { seed: 20261121, numRuns: 30 },
    )
  })
})

/** R3: 12 steps, instructions 3,500, task 200, answers of 150, tool results of 900. */
function agent(throughGateway: boolean, call: Settings = {}, product = sonnet, times = 12): Design {
  const think = { instructionTokens: 3500, outputTokens: 150, promptCaching: true, ...call }
  const asks = throughGateway ? 'app-gateway' : 'app-model'
  const app = box('app', 'agent', {
    plans: [{ steps: [{ times, keeps: 'all', steps: [{ call: asks }, { call: 'app-tool' }] }] }],
  })
  const flows = [
    arrow('user>app'),
    arrow('app>tool', { call: { resultTokens: 900 } }),
    ...(throughGateway
      ? [arrow('app>gateway', { call: { resultTokens: 150 } }), arrow('gateway>model', { call: think })]
      : [arrow('app>model', { call: think })]),
  ]
  const gateway = throughGateway ? [box('gateway', 'model-gateway')] : []
  return draw([user, app, ...gateway, model(product), box('tool', 'tool')], flows, {
    actions: [{ ...ask, input: { tokens: 200 } }],
    workloads: [perDay(1000)],
  })
}
const modelUsd = (estimate: Estimate): number =>
  estimate.lines.filter((line) => line.component === 'model').reduce((sum, line) => sum + line.usd.value, 0) /
  (estimate.actions[0]?.requestsPerMonth ?? 1)

describe('the turns of a loop', () => {
  it('reach the model through a gateway as they do without: R3 costs $0.1137225 either way', () => {
    for (const throughGateway of [false, true]) {
      const estimate = estimateOf(agent(throughGateway))
      expect(tokensAsked(estimate, 'cachedRead')).toBeCloseTo(98_450, 6)
      expect(tokensAsked(estimate, 'cachedWrite')).toBeCloseTo(15_250, 6)
      expect(modelUsd(estimate)).toBeCloseTo(0.1137225, 9)
    }
  })
  it('are cached through a gateway as they are without, however many: sums in closed form', () => {
    for (const times of [399, 400, 401, 402, 1000, 5000]) {
      const read = (times - 1) * 3700 + (1050 * (times - 1) * (times - 2)) / 2
      const written = 3700 + 1050 * (times - 1)
      for (const throughGateway of [false, true]) {
        const estimate = estimateOf(agent(throughGateway, {}, sonnet, times))
        expect(tokensAsked(estimate, 'cachedRead') / read, `${times}, ${throughGateway}`).toBeCloseTo(1, 6)
        expect(tokensAsked(estimate, 'cachedWrite') / written, `${times}, ${throughGateway}`).toBeCloseTo(1, 6)
      }
    }
  })
  it('cost $0.3681 without the cache, and say of what their prompts consist', () => {
    for (const throughGateway of [false, true]) {
      const estimate = estimateOf(agent(throughGateway, { promptCaching: false }))
      expect(modelUsd(estimate)).toBeCloseTo(0.3681, 9)
      const { tokenParts, longestPrompt } = estimate.components.find((each) => each.component === 'model') ?? {}
      const parts = Object.fromEntries((tokenParts ?? []).map(({ part, perRequest }) => [part, Math.round(perRequest)]))
      expect(parts).toEqual({
        instructions: 12 * 3500,
        conversation: 66 * 150,
        results: 66 * 900,
        user: 12 * 200,
        answer: 12 * 150,
      })
      expect(longestPrompt).toEqual({
        flow: throughGateway ? 'gateway-model' : 'app-model',
        tokens: 3500 + 200 + 11 * 1050,
      })
    }
  })
  it('are above the limit for long prompts one by one: only those pay the long price', () => {
    const design = agent(false, { promptCaching: false })
    const components = (design.components ?? []).map((each) =>
      each.id === 'model' ? { ...each, settings: { longPromptTokens: 10_000 } } : each,
    )
    const find: typeof prices.find = (item, product) =>
      item.endsWith('-long')
        ? { ...prices.find(item.replace('-long', ''), product), value: item.startsWith('llm.input') ? 6 : 22.5 }
        : prices.find(item, product)
    const graph = buildGraph({ ...design, components }, kinds, products)
    const prompts = Array.from({ length: 12 }, (_, turn) => 3700 + 1050 * turn)
    const usd = prompts.reduce(
      (sum, tokens) => sum + (tokens > 10_000 ? tokens * 6 + 150 * 22.5 : tokens * 3 + 150 * 15) / 1e6,
      0,
    )
    expect(modelUsd(estimateDesign(graph, { ...prices, find, forRegion: () => ({ find }) }))).toBeCloseTo(usd, 9)
  })
})

describe('the book and the catalogue', () => {
  const models = products.filter((each) => each.kinds.includes('llm-api'))
  it('agree on who asks more for long prompts', () => {
    const priced = models.filter(({ id }) => prices.find('llm.input-long', id).missing !== true)
    expect(priced.map(({ id }) => id)).toEqual(
      models.filter((each) => each.facts['longPromptTokens']).map(({ id }) => id),
    )
  })
  it('never let reading from a cache cost more than sending', () => {
    for (const { id } of models) {
      expect(prices.find('llm.cache-read', id).value, id).toBeLessThanOrEqual(prices.find('llm.input', id).value)
    }
  })
})
