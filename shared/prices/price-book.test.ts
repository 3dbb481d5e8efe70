import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFields } from '../kinds/field-reader.ts'
import { inputsOf } from '../kinds/formula.ts'
import { kinds, products } from '../kinds/index.ts'
import { priceItems } from './items.ts'
import { openPriceBook, parsePriceBook } from './price-book.ts'

const json: unknown = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8'))
const book = openPriceBook(json)
const [first] = book.rows

describe('the shipped book', () => {
  it('passes its own lint, with a source, date, region and licence on every row', () => {
    expect(parsePriceBook(json).problems).toEqual([])
    expect(book.rows.length).toBeGreaterThan(200)
    for (const row of book.rows) expect(row.region && row.licence && row.source, row.item).toBeTruthy()
  })

  it('has no row twice', () => {
    const keys = book.rows.map((row) => `${row.item}:${row.product ?? ''}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('never sells a cached, batched or read token dearer than a plain one', () => {
    for (const { product, item, usd } of book.rows) {
      const plain = { 'llm.cache-read': 'llm.input', 'llm.input-batch': 'llm.input', 'llm.output-batch': 'llm.output' }[
        item
      ]
      if (plain) expect(usd, `${item} ${product}`).toBeLessThanOrEqual(book.find(plain, product).value)
      if (item === 'llm.cache-write') expect(usd).toBeLessThanOrEqual(2 * book.find('llm.input', product).value)
      if (item === 'llm.output') expect(usd, product).toBeGreaterThanOrEqual(book.find('llm.input', product).value)
    }
  })

  it('prices every hosted model in the catalogue, and no model that is not in it', () => {
    const known = new Set(products.map((product) => product.id))
    for (const product of products.filter(({ kinds: of }) => of.includes('llm-api'))) {
      expect(book.find('llm.input', product.id).missing, product.id).toBeUndefined()
      expect(book.find('llm.output', product.id).missing, product.id).toBeUndefined()
    }
    const priced = book.rows.flatMap((row) => row.product ?? []).filter((id) => !id.startsWith('gpu/'))
    expect(priced.filter((id) => !known.has(id))).toEqual([])
  })

  it('prices each kind without a product, and each kind with each of its products, but for what no source gives', () => {
    const open: string[] = []
    for (const kind of kinds) {
      for (const product of [undefined, ...products.filter((each) => each.kinds.includes(kind.id))]) {
        const layers = [{ settings: undefined, from: 'box' }]
        const settings = readFields({ element: 'box', layers, fields: kind.settings, product })
        const call = readFields({ element: 'arrow', layers, fields: kind.call, product })
        const hand = { tokens: 2000, pages: 0, items: 0, bytes: 0 }
        const one = { component: 'box', product: product?.id, settings, call, hand }
        const callsPerMonth = {
          op: 'input',
          label: 'Calls',
          value: 1000,
          unit: 'calls/month',
          provenance: { from: 'derived' },
        } as const
        const month = {
          component: 'box',
          product: product?.id,
          settings,
          callsPerMonth,
          peakCallsPerSecond: 1,
          copies: 1,
        }
        const lines = [...(kind.costPerCall?.(one, book) ?? []), ...(kind.costPerMonth?.(month, book) ?? [])]
        const missing = lines.flatMap((line) => inputsOf(line.usd)).filter((node) => node.missing)
        open.push(...missing.map((node) => `${kind.id} ${product?.id ?? 'without a product'}: ${node.label}`))
      }
    }
    expect(open).toEqual(['object-store google/cloud-storage: Price per 1,000 requests'])
  })

  it('uses every item that can have a price', () => {
    const used = new Set(book.rows.map((row) => row.item))
    const missing = Object.entries(priceItems).filter(([item, { optional }]) => optional !== true && !used.has(item))
    expect(missing.map(([item]) => item)).toEqual([])
  })
})

describe('look-up', () => {
  it('says source, date, region and confidence', () => {
    expect(book.find('llm.input', 'openai/gpt-4.1')).toMatchObject({
      label: 'Price per 1M input tokens',
      value: 2,
      unit: 'USD/1M tokens',
      provenance: { from: 'price', source: 'LiteLLM, gpt-4.1', asOf: '2026-08-01', region: 'global', confidence: 'B' },
    })
  })

  it('marks a price that is not in the book as missing, never as free', () => {
    expect(book.find('llm.input', 'nobody/model')).toMatchObject({ value: 0, missing: true })
    expect(book.find('nonsense')).toMatchObject({ value: 0, missing: true })
  })

  it('covers both sources where two disagree', () => {
    expect(book.find('llm.input', 'openai/o3')).toMatchObject({ value: 2, low: 2, high: 10 })
    expect(book.find('llm.input', 'openai/o3').provenance.source).toContain('says 10')
  })

  it('takes the general row of an item that does not depend on the product', () => {
    expect(book.find('compute.machine-hour', 'anything/at-all').value).toBe(0.1008)
  })

  it('knows its age', () => {
    expect(book.ageDays('2026-11-21')).toBe(112)
    expect(book.ageDays('2026-01-01')).toBe(0)
  })
})

describe('overrides', () => {
  it('put a stated price over the book, the more particular one first', () => {
    const open = openPriceBook(json, [
      { id: 'p1', item: 'llm.input', usd: 1 },
      { id: 'p2', item: 'llm.input:openai/gpt-4.1', usd: { value: 1.5, source: 'contract', asOf: '2026-09-01' } },
    ])
    expect(open.find('llm.input', 'openai/gpt-4.1')).toMatchObject({
      value: 1.5,
      provenance: { from: 'stated', on: 'p2', field: 'usd', source: 'contract', asOf: '2026-09-01' },
    })
    expect(open.find('llm.input', 'anthropic/claude-sonnet-4-6').value).toBe(1)
  })

  it('take a discount off price and band', () => {
    const open = openPriceBook(json, [{ id: 'p1', item: 'llm.input:openai/o3', discount: 0.1 }])
    const node = open.find('llm.input', 'openai/o3')
    expect(node.value).toBeCloseTo(1.8, 12)
    expect(node.high).toBeCloseTo(9, 12)
    expect(node.provenance.source).toContain('less 10 %')
  })

  it('do not turn an unknown price into a free one, and say what they could not use', () => {
    const open = openPriceBook(json, [
      { id: 'p1', item: 'llm.input:nobody/model', discount: 0.5 },
      { id: 'p2', item: 'llm.tokens', usd: 1 },
      { id: 'p3', item: 'llm.output', usd: 1, unit: 'USD/1k calls' },
    ])
    expect(open.find('llm.input', 'nobody/model').missing).toBe(true)
    expect(open.ignoredOverrides.map((override) => override.id)).toEqual(['p2', 'p3'])
  })
})

describe('a book of somebody else', () => {
  const withRow = (row: object) => ({
    format: 'lintel/price-book',
    version: 1,
    date: '2026-08-01',
    currency: 'USD',
    rows: [{ ...first, ...row }],
  })

  it.each([
    ['free', { usd: 0 }, 'is 0'],
    ['of nothing', { item: 'llm.words' }, 'Nothing has the price'],
    ['in another unit', { unit: 'USD/page' }, 'is in USD/page'],
    ['outside its band', { low: 2, high: 3, usd: 1 }, 'outside its own band'],
    ['undated', { asOf: 'lately' }, 'not readable'],
  ])('is refused when a row is %s', (_case, row, sentence) => {
    const result = parsePriceBook(withRow(row))
    expect(result.ok).toBe(false)
    expect(result.problems[0]?.sentence).toContain(sentence)
    expect(() => openPriceBook(withRow(row))).toThrow(sentence)
  })

  it('is refused when it is none at all', () => {
    expect(parsePriceBook(null).ok).toBe(false)
    expect(parsePriceBook({ format: 'lintel/design' }).ok).toBe(false)
  })
})
