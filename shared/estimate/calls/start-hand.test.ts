import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Component, Flow, Settings } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { openPriceBook } from '../../prices/price-book.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'
import { onceAMonth } from '../testing/estimate-drawing.ts'

const book = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const user = box('user', 'user')
const app = box('app', 'orchestrator')
const model = box('model', 'llm-api', { product: 'openai/gpt-4.1-mini' })
const modelCall = { instructionTokens: 1000, outputTokens: 100 }

/** An action that starts with the first arrow, once a month; `input` is what it states that it brings. */
function estimateOf(boxes: readonly Component[], flows: readonly Flow[], input?: Settings): Estimate {
  const actions = [{ id: 'ask', name: 'Ask', starts: flows[0]?.id ?? '', ...(input ? { input } : {}) }]
  return estimateDesign(buildGraph(draw(boxes, flows, { actions, ...onceAMonth('ask') }), kinds, products), book)
}
const sentBy = (estimate: Estimate): number | undefined =>
  estimate.components.find(({ component }) => component === 'model')?.tokensPerMonth?.input
const asks = (input?: Settings): Estimate =>
  estimateOf([user, app, model], [arrow('user>app'), arrow('app>model', { call: modelCall })], input)

describe('a question of which nobody said how long it is', () => {
  it('is 50 tokens of the prompt: 1,050 at $0.40 and 100 at $1.60 a million are $0.00058', () => {
    const found = asks()
    expect(sentBy(found)).toBeCloseTo(1050, 9)
    const line = found.lines.find(({ component }) => component === 'model')
    expect(line?.usd.value).toBeCloseTo((1050 * 0.4 + 100 * 1.6) / 1e6, 12)
    expect(line?.standing).toBe('assumed')
  })
  it('stands in the list of what is assumed, with its band and where to state it', () => {
    const entry = asks().ledger.find(({ on, field }) => on === 'ask' && field === 'tokens')
    expect(entry).toMatchObject({ label: 'Question', value: 50, low: 15, high: 200, standing: 'assumed' })
    expect(entry?.usedBy).not.toEqual([])
  })
  it('travels with what is found: 1,000 + 50 + 5 chunks of 400', () => {
    const boxes = [user, app, box('index', 'vector-store', { settings: { chunkTokens: 400 } }), model]
    const flows = [
      arrow('user>app'),
      arrow('app>index', { call: { topK: 5 } }),
      arrow('app>model', { call: modelCall }),
    ]
    expect(sentBy(estimateOf(boxes, flows))).toBeCloseTo(3050, 9)
  })
  it('survives a reranker that was offered more room than was found: 1,000 + 50 + 6 of 20 chunks of 400', () => {
    const boxes = [user, app, box('index', 'vector-store'), box('rank', 'reranker'), model]
    const flows = [
      arrow('user>app'),
      arrow('app>index', { call: { topK: 20 } }),
      arrow('app>rank', { call: { documents: 40, topN: 6, chunkTokens: 400 } }),
      arrow('app>model', { call: modelCall }),
    ]
    expect(sentBy(estimateOf(boxes, flows))).toBeCloseTo(1000 + 50 + 6 * 400, 9)
  })
  it('takes time to read on own machines', () => {
    const own = box('model', 'llm-self-hosted')
    const boxes = [user, own]
    const flows = [arrow('user>model', { call: modelCall })]
    const firstMs = (input?: Settings): number => estimateOf(boxes, flows, input).actions[0]?.first?.p50.value ?? 0
    expect(firstMs()).toBeGreaterThan(firstMs({ tokens: 0 }))
    expect(firstMs()).toBeCloseTo(firstMs({ tokens: 50 }), 9)
  })
  it('gives way to what the action states, be it nothing or another thing than words', () => {
    expect(sentBy(asks({ tokens: 0 }))).toBeCloseTo(1000, 9)
    expect(sentBy(asks({ tokens: 300 }))).toBeCloseTo(1300, 9)
    expect(sentBy(asks({ items: 1 }))).toBeCloseTo(1000, 9)
    expect(sentBy(asks({ resolvedShare: 0.7 }))).toBeCloseTo(1050, 9)
    expect(sentBy(asks({ tokens: { unknown: true } }))).toBeCloseTo(1050, 9)
  })
  it('is nobody\u2019s where no person asks', () => {
    const flows = [arrow('clock>app'), arrow('app>model', { call: modelCall })]
    expect(sentBy(estimateOf([box('clock', 'external-system'), app, model], flows))).toBeCloseTo(1000, 9)
  })
  it('is left out where nothing reads words', () => {
    const boxes = [user, app, box('db', 'relational-db')]
    const found = estimateOf(boxes, [arrow('user>app'), arrow('app>db')])
    expect(found.ledger.filter(({ label }) => label === 'Question')).toEqual([])
  })
})
