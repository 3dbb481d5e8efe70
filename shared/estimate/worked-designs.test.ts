import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Workload } from '../design/design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { arrow, box, draw } from '../graph/testing/draw.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { openPriceBook } from '../prices/price-book.ts'
import { estimateDesign } from './estimate-design.ts'
import type { Estimate } from './estimate.ts'

// The worked cases of the estimation reference, drawn: every number comes through plans, visits, hands and the book.

const book = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const estimateOf = (design: Design): Estimate => estimateDesign(buildGraph(design, kinds, products), book)

const often = (rate: number, per: 'second' | 'month'): readonly Workload[] => [
  { id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate, per, peakFactor: 1 } },
]
const app = (plan?: Component['plans']): Component => box('app', 'orchestrator', plan ? { plans: plan } : {})
function drawn(
  boxes: readonly Component[],
  flows: readonly Flow[],
  workloads: readonly Workload[],
  tokens = 0,
): Design {
  const actions = [{ id: 'ask', name: 'Ask', starts: 'app', ...(tokens > 0 ? { input: { tokens } } : {}) }]
  return draw(boxes, flows, { actions, workloads })
}

/** R2: ten turns with GPT-4o mini: instructions of 800, 60 asked and 250 answered a turn; each sees those before it. */
describe('a chat of ten turns', () => {
  const chat = (promptCaching: boolean): Estimate => {
    const turn = [{ call: 'app-word' }, { call: 'app-model' }]
    const call = { instructionTokens: 800, outputTokens: 250, promptCaching }
    const flows = [arrow('app>word', { call: { resultTokens: 60 } }), arrow('app>model', { call })]
    const boxes = [
      app([{ steps: [{ times: 10, keeps: 'all', steps: turn }] }]),
      box('word', 'tool'),
      box('model', 'llm-api', { product: 'openai/gpt-4o-mini' }),
    ]
    return estimateOf(drawn(boxes, flows, often(1, 'month')))
  }
  const modelOf = (estimate: Estimate) => estimate.components.find(({ component }) => component === 'model')

  it('reads 22,550 tokens and writes 2,500 for $0.0048825', () => {
    const model = modelOf(chat(false))
    expect(model?.tokensPerMonth?.input).toBeCloseTo(22_550, 9)
    expect(model?.tokensPerMonth?.output).toBeCloseTo(2500, 9)
    expect(model?.usdPerMonth.value).toBeCloseTo(0.0048825, 12)
  })
  it('finds 18,304 of them in the cache, in blocks of 128, for $0.0035097', () => {
    const model = modelOf(chat(true))
    expect(model?.tokensPerMonth?.cachedRead).toBeCloseTo(18_304, 9)
    expect(model?.usdPerMonth.value).toBeCloseTo(0.0035097, 12)
  })
})

/** R5: eight workers, 15 ms on average, spread as exponential times are (cs2 = 1) or half as much (cs2 = 0.25). */
describe('scores at 400 a second', () => {
  const score = (rate: number, variability: number): Estimate => {
    const sigma = Math.sqrt(Math.log(1 + variability))
    const p50Ms = 15 / Math.exp((sigma * sigma) / 2)
    const settings = { workers: 8, replicas: 1, p50Ms, p95Ms: p50Ms * Math.exp(sigma * 1.6448536269514722) }
    const boxes = [app(), box('score', 'ml-endpoint', { settings })]
    return estimateOf(drawn(boxes, [arrow('app>score')], often(rate, 'second')))
  }
  const stationOf = (estimate: Estimate) => estimate.capacity.components.find(({ component }) => component === 'score')
  const meanWait = (estimate: Estimate): number | undefined => stationOf(estimate)?.wait?.meanMs

  it('uses 75 % of the workers, 35.7 % of the calls wait, 2.68 ms on average', () => {
    const found = score(400, 1)
    expect(stationOf(found)?.utilisation).toBeCloseTo(0.75, 12)
    expect(stationOf(found)?.wait?.share).toBeCloseTo(0.356981, 6)
    expect(meanWait(found)).toBeCloseTo(2.677358, 6)
    expect(stationOf(found)?.sustainedPerSecond).toBeCloseTo(426.667 / 0.8, 3)
  })
  it('waits 24.2 ms at 500 a second, and less where calls are more alike', () => {
    expect(meanWait(score(500, 1))).toBeCloseTo(24.217576, 6)
    expect(meanWait(score(400, 0.25))).toBeCloseTo(1.673349, 6)
  })
  it('pays for workers as long as calls take on average, not in the median', () => {
    const lines = score(400, 1).lines.filter(({ component }) => component === 'score')
    const usd = (id: string): number => lines.find((line) => line.id.startsWith(`score/${id}`))?.usd.value ?? 0
    expect(usd('machines') / (usd('machines') + usd('idle'))).toBeCloseTo(0.75, 12)
  })
})

/** R8, as drawn: the comparison starts from what the calls of the drawing cost. */
describe('a model that is bought or built', () => {
  it('costs $0.00108 a call bought, $43,200 for 40 million, and 15 % of an engineer built', () => {
    const boxes = [app(), box('model', 'llm-api', { product: 'openai/gpt-4.1-mini' })]
    const call = { inputTokens: 1500, outputTokens: 300 }
    const found = estimateOf(drawn(boxes, [arrow('app>model', { call })], often(40_000_000, 'month')))
    const [compared] = found.buildOrBuy
    expect(compared?.usdPerCallBought).toBeCloseTo(0.00108, 12)
    expect(compared?.usdPerMonthBought).toBeCloseTo(43_200, 6)
    expect(compared?.usdPerMonthEngineering).toBeCloseTo(1800, 9)
    const {
      usdPerMonthPerReplica = 0,
      replicasNeeded = 0,
      usdPerMonthBuilt,
      callsPerMonthPerReplica = 0,
    } = compared ?? {}
    expect(usdPerMonthBuilt).toBeCloseTo(replicasNeeded * usdPerMonthPerReplica + 1800, 6)
    expect(replicasNeeded * callsPerMonthPerReplica).toBeGreaterThanOrEqual(40_000_000)
  })
})

/** A store that says how many vectors it keeps does not write as many with each search. */
describe('a search', () => {
  const search = (product: string): Estimate => {
    const boxes = [
      app(),
      box('index', 'vector-store', { product, settings: { vectors: 2_000_000, dimensions: 1536, chunkTokens: 400 } }),
      box('model', 'llm-api', { product: 'openai/gpt-4.1' }),
    ]
    const flows = [
      arrow('app>index', { call: { topK: 5 } }),
      arrow('app>model', { call: { instructionTokens: 1000, outputTokens: 100 } }),
    ]
    return estimateOf(drawn(boxes, flows, often(1000, 'month'), 60))
  }
  it('brings back what it finds', () => {
    const model = search('weaviate/cloud').components.find(({ component }) => component === 'model')
    expect(model?.tokensPerMonth?.input).toBeCloseTo(1000 * (1000 + 60 + 5 * 400), 6)
  })
  it('is billed as a read', () => {
    const { lines } = search('pinecone/standard')
    expect(lines.filter((line) => line.id.includes('/writes/'))).toEqual([])
    // 2,000,000 x 1,536 x 4 bytes are 12.288 GB, a read unit each; $16 a million, a thousand searches.
    expect(lines.find((line) => line.id.includes('/reads/'))?.usd.value).toBeCloseTo((12.288 * 16) / 1000, 9)
  })
  it('counts towards the least charge of a month: reads and what is kept come to $50 together, not more', () => {
    const { lines } = search('pinecone/standard')
    const usd = (id: string) => lines.find((line) => line.id.includes(id))?.usd.value ?? 0
    expect(usd('/storage')).toBeCloseTo(50 - (12.288 * 16) / 1000, 9)
    expect(usd('/storage') + usd('/reads/')).toBeCloseTo(50, 9)
  })
})

/** A vendor's price of a region, or its factor for it: one of the two, once; and what is called pays as what stands. */
describe('a call of a model in the EU', () => {
  const usd = (product: string, region?: string): number => {
    const boxes = [app(), { ...box('model', 'llm-api', { product }), ...(region ? { in: 'here' } : {}) }]
    const call = { instructionTokens: 1000, outputTokens: 100 }
    const design = drawn(boxes, [arrow('app>model', { call })], often(1000, 'month'))
    const boundaries = region ? [{ id: 'here', name: 'Here', region }] : []
    const found = estimateOf({ ...design, boundaries })
    return found.lines.find(({ component }) => component === 'model')?.usd.value ?? 0
  }
  it.each([
    ['azure/gpt-5.5', 5.5 / 5],
    ['aws/bedrock-claude-sonnet-4-6', 3.3 / 3],
    ['openai/gpt-5.5', 1.1],
    ['openai/gpt-4.1', 1],
  ])('of %s costs %d times the price of anywhere', (product, factor) => {
    expect(usd(product, 'eu-west-1') / usd(product)).toBeCloseTo(factor, 9)
    expect(usd(product, 'ap-southeast-1')).toBeCloseTo(usd(product), 9)
  })
  it('marks a price of another region at the calls, too', () => {
    const boxes = [app(), { ...box('door', 'api-gateway', { product: 'aws/api-gateway' }), in: 'here' }]
    const design = drawn(boxes, [arrow('app>door')], often(1000, 'month'))
    const found = estimateOf({ ...design, boundaries: [{ id: 'here', name: 'Here', region: 'eu-west-1' }] })
    const price = found.ledger.find(({ provenance }) => provenance.item === 'api-gateway.requests:aws/api-gateway')
    expect(price?.provenance).toMatchObject({ region: 'us-east-1', usedIn: 'eu-west-1' })
  })
})
