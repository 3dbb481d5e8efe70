import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Settings } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { evaluate, type Formula, type InputNode, inputsOf } from '../../kinds/formula/formula.ts'
import { swingsIn } from '../../kinds/formula/formula-band.ts'
import { findKind, kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { openPriceBook } from '../../prices/price-book.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { CostLine, Estimate } from '../estimate.ts'
import { onceAMonth } from '../testing/estimate-drawing.ts'

const book = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const estimateOf = (design: Design): Estimate => estimateDesign(buildGraph(design, kinds, products), book)

/** $0.40 a million in and $1.60 out, without a band of their own: what moves the line is what is in hand. */
const model = box('model', 'llm-api', { product: 'openai/gpt-4.1-mini' })
const answers: Settings = {
  instructionTokens: { value: 1000, low: 1000, high: 1000 },
  outputTokens: { value: 100, low: 100, high: 100 },
}

function requestOf(components: readonly Component[], flows: readonly Flow[], input?: Settings): Estimate {
  const actions = [{ id: 'ask', name: 'Ask', starts: 'app', ...(input ? { input } : {}) }]
  return estimateOf(draw(components, flows, { actions, ...onceAMonth('ask') }))
}
const lineOf = ({ lines }: Estimate): CostLine => {
  const line = lines.find(({ component }) => component === 'model')
  if (!line) throw new Error('The model costs nothing.')
  return line
}
/** What the line of the model comes to with one field at its low and at its high. */
function movedBy(estimate: Estimate, on: string, field: string): readonly number[] {
  const { formula, usd } = lineOf(estimate)
  const swing = [...swingsIn(formula).values()].find(
    ({ node: { provenance } }) => provenance.on === on && provenance.field === field,
  )
  return swing ? [usd.value + swing.atLow, usd.value + swing.atHigh] : []
}

/** A search that brings `topK` chunks to a model; nothing said of the chunk but what is passed. */
function search(chunk: Settings = {}, call: Settings = {}): Estimate {
  const boxes = [box('app', 'orchestrator'), box('index', 'vector-store', { settings: chunk }), model]
  return requestOf(boxes, [
    arrow('app>index', { call: { topK: { value: 20, low: 20, high: 20 }, ...call } }),
    arrow('app>model', { call: answers }),
  ])
}

describe('passages that a search finds', () => {
  it('carry the doubt about their size into the bill of the model: 20 of 200 to 800 tokens', () => {
    const estimate = search()
    const usd = (tokens: number): number => (tokens * 0.4 + 100 * 1.6) / 1e6
    expect(lineOf(estimate).usd.value).toBeCloseTo(usd(9000), 12)
    const [low = 0, high = 0] = movedBy(estimate, 'index', 'chunkTokens')
    expect(low).toBeCloseTo(usd(5000), 12)
    expect(high).toBeCloseTo(usd(17_000), 12)
    expect(lineOf(estimate).usd.low).toBeLessThan(low)
    expect(lineOf(estimate).usd.high).toBeGreaterThan(high)
  })
  it('name the size of a chunk and its field in the tornado and in the list of what is assumed', () => {
    const estimate = search()
    const tornado = estimate.tornados.find(({ headline }) => headline === 'technology')
    const bar = tornado?.bars.find(({ on, field }) => on === 'index' && field === 'chunkTokens')
    expect(bar).toMatchObject({ low: 200, high: 800, standing: 'assumed' })
    const entry = estimate.ledger.find(({ on, field }) => on === 'index' && field === 'chunkTokens')
    expect(entry?.usedBy).toContain(lineOf(estimate).id)
  })
  it('leave a narrower bill once somebody has said how long they are', () => {
    const widthOf = ({ usd }: CostLine): number => usd.high - usd.low
    const assumed = lineOf(search())
    const stated = lineOf(search({ chunkTokens: 400 }))
    const known = lineOf(search({ chunkTokens: { value: 400, low: 390, high: 410 } }))
    expect(stated.usd.value).toBe(assumed.usd.value)
    expect(widthOf(stated)).toBeLessThan(widthOf(assumed) / 2)
    expect(widthOf(known)).toBeLessThan(widthOf(stated))
    expect([assumed.standing, stated.standing]).toEqual(['assumed', 'stated'])
  })
  it('nest: a wider field never narrows the bill', () => {
    const low = fc.integer({ min: 50, max: 400 })
    const high = fc.integer({ min: 400, max: 3000 })
    fc.assert(
      fc.property(low, low, high, high, (a, b, c, d) => {
        const usdOf = (from: number, to: number) =>
          lineOf(search({ chunkTokens: { value: 400, low: from, high: to } })).usd
        const inner = usdOf(Math.max(a, b), Math.min(c, d))
        const outer = usdOf(Math.min(a, b), Math.max(c, d))
        expect(outer.low).toBeLessThanOrEqual(inner.low + 1e-12)
        expect(outer.high).toBeGreaterThanOrEqual(inner.high - 1e-12)
      }),
      { numRuns: 25, seed: 20261122 },
    )
  })
  it('are those that a reranker keeps, of the size that it was told', () => {
    const boxes = [box('app', 'orchestrator'), box('index', 'vector-store'), box('rank', 'reranker'), model]
    const kept = {
      documents: 20,
      topN: { value: 6, low: 6, high: 6 },
      chunkTokens: { value: 400, low: 200, high: 800 },
    }
    const estimate = requestOf(boxes, [
      arrow('app>index', { call: { topK: 20 } }),
      arrow('app>rank', { call: kept }),
      arrow('app>model', { call: answers }),
    ])
    const usd = (tokens: number): number => (tokens * 0.4 + 100 * 1.6) / 1e6
    const [low, high] = movedBy(estimate, 'app-rank', 'chunkTokens')
    expect(low).toBeCloseTo(usd(1000 + 6 * 200), 12)
    expect(high).toBeCloseTo(usd(1000 + 6 * 800), 12)
    expect(movedBy(estimate, 'index', 'chunkTokens')).toEqual([])
  })
})

describe('words of a tool, of an action and of a model', () => {
  it('move the bill by their own fields', () => {
    const boxes = [box('app', 'orchestrator'), box('tool', 'tool'), model]
    const flows = [arrow('app>tool', { call: { resultTokens: { value: 800, low: 100, high: 3000 } } })]
    const estimate = requestOf(boxes, [...flows, arrow('app>model', { call: answers })], {
      tokens: { value: 500, low: 100, high: 2000 },
    })
    const usd = (tokens: number): number => (tokens * 0.4 + 100 * 1.6) / 1e6
    const ends = (on: string, field: string) => movedBy(estimate, on, field).map((each) => each * 1e6)
    expect(ends('app-tool', 'resultTokens')).toEqual(
      [usd(1600), usd(4500)].map((each) => expect.closeTo(each * 1e6, 6)),
    )
    expect(ends('ask', 'tokens')).toEqual([usd(1900), usd(3800)].map((each) => expect.closeTo(each * 1e6, 6)))
  })
})

describe('a loop that keeps what came before', () => {
  const chat = (times: number, more: Settings = {}): Estimate => {
    const turn = [{ call: 'app-word' }, { call: 'app-model' }]
    const loop = { times: { value: times, low: 5, high: 20 }, keeps: 'all' as const, steps: turn }
    const boxes = [box('app', 'orchestrator', { plans: [{ steps: [loop] }] }), box('word', 'tool'), model]
    const call = { instructionTokens: 800, outputTokens: 250, ...more }
    return requestOf(boxes, [arrow('app>word', { call: { resultTokens: 60 } }), arrow('app>model', { call })])
  }
  /** n instructions and questions, and all that was asked and answered before: quadratic in the turns. */
  const usd = (n: number): number => ((n * 860 + (310 * n * (n - 1)) / 2) * 0.4 + n * 250 * 1.6) / 1e6

  it('costs at its least and its most turns what that many turns cost', () => {
    const estimate = chat(10)
    expect(lineOf(estimate).usd.value).toBeCloseTo(usd(10), 12)
    const [low, high] = movedBy(estimate, 'app', 'times')
    expect(low).toBeCloseTo(usd(5), 12)
    expect(high).toBeCloseTo(usd(20), 12)
    expect(lineOf(chat(5)).usd.value).toBeCloseTo(usd(5), 12)
    expect(lineOf(chat(20)).usd.value).toBeCloseTo(usd(20), 12)
  })
  it('moves with the instructions and the answers of its turns, from a prompt cache as well', () => {
    for (const promptCaching of [false, true]) {
      const swings = swingsIn(lineOf(chat(10, { promptCaching })).formula)
      const fields = [...swings.values()].map(({ node }) => node.provenance.field)
      expect(fields).toEqual(expect.arrayContaining(['times', 'instructionTokens', 'outputTokens', 'resultTokens']))
    }
  })
})

describe('any template', () => {
  const folder = 'resources/templates'
  const nodesOf = (formula: Formula): readonly InputNode[] =>
    inputsOf(formula).flatMap((node) => (node.by ? [node, ...nodesOf(node.by)] : [node]))

  it.each(readdirSync(folder))('%s: what a number follows from comes to the number', (name) => {
    const estimate = estimateOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Design)
    for (const { formula, id } of estimate.lines) {
      for (const { by, value, label } of nodesOf(formula)) {
        if (by) expect(evaluate(by) / value, `${id}: ${label}`).toBeCloseTo(1, 9)
        expect(label, id).not.toBe('Others')
      }
    }
  })
})

describe('every kind', () => {
  it.each(kinds.map(({ id }) => [id]))('%s: says what the words that it brings follow from', (id) => {
    const boxes = [box('app', 'orchestrator'), box('box', id), model]
    const more = findKind(id).call['resultTokens'] ? { call: { resultTokens: 700 } } : {}
    const flows = [arrow('app>box', more), arrow('app>model', { call: answers })]
    const labels = requestOf(boxes, flows).lines.flatMap(({ formula }) => nodeLabels(formula))
    expect(labels).not.toContain('Others')
  })
  const nodeLabels = (formula: Formula): readonly string[] =>
    inputsOf(formula).flatMap(({ label, by }) => (by ? [label, ...nodeLabels(by)] : [label]))
})
