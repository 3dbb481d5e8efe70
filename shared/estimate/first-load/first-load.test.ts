import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Settings, Workload } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { openPriceBook } from '../../prices/price-book.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'

const book = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const estimateOf = (design: Design): Estimate => estimateDesign(buildGraph(design, kinds, products), book)

const asking: Workload = { id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate: 1200, per: 'day' } }
const library = (settings: Settings = { documents: 40_000 }): Component =>
  box('library', 'document-store', { settings })
const chunker = box('chunk', 'chunker', { settings: { chunkTokens: 400, overlapTokens: 40 } })
const read = arrow('load>library', { call: { resultTokens: 9000 } })
const write = arrow('load>index', { does: ['write'] })

interface Drawn {
  readonly boxes?: readonly Component[]
  readonly flows?: readonly Flow[]
  readonly vectors?: Settings
  readonly workloads?: readonly Workload[]
  readonly more?: Partial<Design>
}

/** People ask; beside them a loader reads a library, cuts, embeds and fills what they search. */
function drawn({ boxes = [library(), chunker], flows = [read, arrow('load>chunk')], ...rest }: Drawn = {}): Design {
  return draw(
    [
      box('user', 'user'),
      box('app', 'orchestrator'),
      box('load', 'ingestion'),
      box('embed', 'embedding', { product: 'openai/text-embedding-3-small' }),
      box('index', 'vector-store', { product: 'weaviate/cloud', settings: { dimensions: 1000, ...rest.vectors } }),
      ...boxes,
    ],
    [{ ...arrow('user>app'), id: 'start' }, arrow('app>index'), ...flows, arrow('load>embed'), write],
    {
      actions: [{ id: 'ask', name: 'Ask', starts: 'start' }],
      workloads: rest.workloads ?? [asking],
      ...rest.more,
    },
  )
}

const once = (estimate: Estimate, component: string) =>
  estimate.lines.filter((line) => line.recurrence === 'once' && line.component === component)
/** Gigabytes that backups are priced by: vectors x 1,000 dimensions x 4 bytes at $0.03036, kept once. */
const backups = (estimate: Estimate): number =>
  (estimate.lines.find(({ id }) => id === 'index/backups')?.usd.value ?? 0) / 0.03036 / 4e-6
const embedded = (estimate: Estimate): number => once(estimate, 'embed').reduce((sum, { usd }) => sum + usd.value, 0)

describe('a stated corpus with a way into an index', () => {
  it('is embedded once: 40,000 x 9,000 tokens / 360 x 400 at $0.02 a million are $8', () => {
    const estimate = estimateOf(drawn())
    const [line] = once(estimate, 'embed')
    expect(line?.usd.value).toBeCloseTo(8, 9)
    expect(line?.note).toContain('nobody has said how many documents')
    expect(once(estimate, 'load')).toHaveLength(1)
    expect(estimate.onceUsd.value).toBeGreaterThan(8)
    expect(
      estimate.lines.filter(({ component, recurrence }) => component === 'embed' && recurrence === 'month'),
    ).toEqual([])
  })
  it('costs as much more or less as its documents may be longer or shorter, and says by which field', () => {
    const long = arrow('load>library', { call: { resultTokens: { value: 9000, low: 4500, high: 18_000 } } })
    const estimate = estimateOf(drawn({ flows: [long, arrow('load>chunk')] }))
    const [line] = once(estimate, 'embed')
    expect([line?.usd.low, line?.usd.value, line?.usd.high].map((usd) => Math.round(usd ?? 0))).toEqual([4, 8, 16])
    const entry = estimate.ledger.find(({ on, field }) => on === 'load-library' && field === 'resultTokens')
    expect(entry?.usedBy).toContain(line?.id)
  })
  it('fills it: 40,000 x 9,000 tokens / (400 - 40) are a million vectors, with the numbers behind them', () => {
    const estimate = estimateOf(drawn())
    expect(backups(estimate)).toBeCloseTo(1_000_000, 3)
    const half = estimateOf(drawn({ boxes: [library({ documents: 20_000 }), chunker] }))
    expect(backups(half)).toBeCloseTo(500_000, 3)
    const entry = estimate.ledger.find(({ on, field }) => on === 'library' && field === 'documents')
    expect(entry).toMatchObject({ value: 40_000, standing: 'stated' })
    expect(entry?.usedBy).toContain('index/backups')
  })
  it('is cut as the index says where nobody else cuts: 40,000 x 9,000 / 500', () => {
    const estimate = estimateOf(drawn({ boxes: [library()], flows: [read], vectors: { chunkTokens: 500 } }))
    expect(backups(estimate)).toBeCloseTo(720_000, 3)
    expect(embedded(estimate)).toBeCloseTo((40_000 * 9000 * 0.02) / 1e6, 9)
  })
  it('is told with what follows from it: who loads it, whether anybody says how it is renewed, and the vectors', () => {
    const { corpora, workedOut } = estimateOf(drawn())
    const corpus = { source: 'library', loader: 'load', indexes: ['index'], documents: 40_000 }
    expect(corpora).toEqual([{ ...corpus, isRenewalStated: false }])
    expect(workedOut).toMatchObject([{ on: 'index', field: 'vectors', value: 1_000_000 }])
    expect(workedOut?.[0]?.source).toContain('Documents')
    expect(estimateOf(drawn({ vectors: { vectors: 77_000 } })).workedOut).toBeUndefined()
  })
  it('may be files in an object store', () => {
    const files = box('library', 'object-store', { settings: { documents: 40_000 } })
    expect(backups(estimateOf(drawn({ boxes: [files, chunker] })))).toBeCloseTo(1_000_000, 3)
  })
  it('gives way to vectors that somebody counted, and not to an unknown', () => {
    expect(backups(estimateOf(drawn({ vectors: { vectors: 77_000 } })))).toBeCloseTo(77_000, 3)
    expect(backups(estimateOf(drawn({ vectors: { vectors: { unknown: true } } })))).toBeCloseTo(1_000_000, 3)
  })
  it('of two libraries counts each document once', () => {
    const other = box('wiki', 'document-store', { settings: { documents: 10_000 } })
    const flows = [read, arrow('load>wiki', { call: { resultTokens: 1800 } }), arrow('load>chunk')]
    const estimate = estimateOf(drawn({ boxes: [library(), other, chunker], flows }))
    expect(backups(estimate)).toBeCloseTo(1_000_000 + (10_000 * 1800) / 360, 3)
    expect(embedded(estimate)).toBeCloseTo(8 + (10_000 * 2000 * 0.02) / 1e6, 9)
  })
  it('is not counted again beside a first load that a workload states, nor asked for where a refresh is', () => {
    const load = {
      actions: [
        { id: 'ask', name: 'Ask', starts: 'start' },
        { id: 'take-in', name: 'Take in', starts: 'load' },
      ],
    }
    const first: Workload = { id: 'f', name: 'F', mix: { 'take-in': 1 }, arrivals: { items: 30_000, every: 'once' } }
    const nightly: Workload = { id: 'n', name: 'N', mix: { 'take-in': 1 }, arrivals: { items: 100, every: 'day' } }
    expect(embedded(estimateOf(drawn({ workloads: [asking, first], more: load })))).toBeCloseTo(6, 9)
    const renewed = once(estimateOf(drawn({ workloads: [asking, nightly], more: load })), 'embed')
    expect(renewed.map(({ usd, note }) => [usd.value.toFixed(9), note])).toEqual([['8.000000000', undefined]])
  })
})

describe('all embedded again', () => {
  /** USD a month: a million vectors of 400 tokens, once a year, at a price for a million tokens. */
  const monthly = (usdPerMTokens: number): number => (400 * usdPerMTokens) / 12
  const again = (embed: Settings, call: Settings = {}): number | undefined => {
    const design = drawn({ flows: [read, arrow('load>chunk')] })
    const estimate = estimateOf({
      ...design,
      components: (design.components ?? []).map((each) => (each.id === 'embed' ? { ...each, settings: embed } : each)),
      flows: (design.flows ?? []).map((each) => (each.id === 'load-embed' ? { ...each, call } : each)),
    })
    return estimate.lines.find(({ id }) => id === 'index/embedding-again')?.usd.value
  }
  it('costs what the design pays where it embeds: the product, a price of its own, the batch', () => {
    expect(again({})).toBeCloseTo(monthly(0.02), 9)
    expect(again({ usdPerMTokens: 0.5 })).toBeCloseTo(monthly(0.5), 9)
    expect(again({}, { batch: true })).toBeCloseTo(monthly(0.01), 9)
  })
  it('costs nothing by the token on machines that are paid for anyway', () => {
    expect(again({ runsOn: 'machines' })).toBeUndefined()
  })
})

describe('documents that are no first load', () => {
  it('are those that nobody counted: the index keeps what it assumes of itself', () => {
    const estimate = estimateOf(drawn({ boxes: [library({}), chunker] }))
    expect(estimate.onceUsd.value).toBe(0)
    expect(backups(estimate)).toBeCloseTo(1_000_000, 3)
  })
  it('are those that an application looks into beside its search', () => {
    const design = draw(
      [box('user', 'user'), box('app', 'orchestrator'), box('index', 'vector-store'), library()],
      [arrow('user>app'), arrow('app>library'), arrow('app>index')],
    )
    expect(estimateOf(design).onceUsd.value).toBe(0)
  })
})
