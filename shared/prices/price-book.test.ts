import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFields } from '../kinds/fields/field-reader.ts'
import { input, inputsOf } from '../kinds/formula/formula.ts'
import { kinds, products } from '../kinds/index.ts'
import { priceItems } from './items/items.ts'
import { openPriceBook } from './price-book.ts'
import { rowKey } from './price-row.ts'
import { parsePriceBook } from './read-book.ts'

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
    const keys = book.rows.map(rowKey)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is at most 250 kB and names a second source where one was found', () => {
    expect(readFileSync('resources/prices/price-book.json').byteLength).toBeLessThanOrEqual(250_000)
    const sources = new Set(Object.keys((json as { sources: object }).sources))
    const agreed = book.rows.filter((row) => row.agrees)
    expect(agreed.length).toBeGreaterThan(300)
    for (const row of agreed) expect(sources).toContain(row.agrees)
    for (const row of book.rows.filter((each) => each.alternative?.source === 'genai-prices')) {
      const other = row.alternative?.usd ?? 0
      expect(Math.abs(other - row.usd), `${row.item} ${row.product}`).toBeGreaterThan(0.05 * Math.max(other, row.usd))
    }
  })

  it('knows which models are out of service', () => {
    expect(book.retiredOn('google/gemini-3-pro')).toBe('2026-03-09')
    expect(book.retiredOn('openai/gpt-4.1')).toBeUndefined()
  })

  it('prices every hosted model in the catalogue', () => {
    for (const product of products.filter(({ kinds: of }) => of.includes('llm-api'))) {
      expect(book.find('llm.input', product.id).missing, product.id).toBeUndefined()
      expect(book.find('llm.output', product.id).missing, product.id).toBeUndefined()
    }
  })

  it('prices each kind without a product, but for what no source gives', () => {
    const open: string[] = []
    for (const kind of kinds) {
      const layers = [{ settings: undefined, from: 'box' }]
      const settings = readFields({ element: 'box', layers, fields: kind.settings, product: undefined })
      const call = readFields({ element: 'arrow', layers, fields: kind.call, product: undefined })
      const hand = { tokens: 2000, pages: 0, items: 0, bytes: 0 }
      const callsPerMonth = input('Calls', 1000, 'calls/month', { from: 'derived' })
      const box = { component: 'box', product: undefined, settings }
      const month = { ...box, callsPerMonth, peakCallsPerSecond: 1, copies: 1 }
      const lines = [
        ...(kind.costPerCall?.({ ...box, call, hand }, book) ?? []),
        ...(kind.costPerMonth?.(month, book) ?? []),
      ]
      const missing = lines.flatMap((line) => inputsOf(line.usd)).filter((node) => node.missing)
      open.push(...missing.map((node) => `${kind.id}: ${node.label}`))
    }
    expect(open).toEqual(['vision-model: Price per image', 'translation: Price per 1M characters'])
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

  it('are within reason: what is below nothing or beyond all measure is left out and named', () => {
    for (const usd of [-1, 1e300]) {
      const open = openPriceBook(json, [{ id: 'p1', item: 'llm.input:openai/o3', usd }])
      expect(open.ignoredOverrides).toMatchObject([
        { id: 'p1', reason: expect.stringMatching(/^A price cannot be/) as string },
      ])
      expect(open.find('llm.input', 'openai/o3').value).toBe(openPriceBook(json).find('llm.input', 'openai/o3').value)
    }
  })
  it('take a discount off price and band', () => {
    const open = openPriceBook(json, [{ id: 'p1', item: 'llm.input:openai/o3', discount: 0.1 }])
    const node = open.find('llm.input', 'openai/o3')
    expect(node.value).toBeCloseTo(1.8, 12)
    expect(node.high).toBeCloseTo(9, 12)
    expect(node.provenance.source).toContain('less 10 %')
  })

  it('take one discount off every price of a model: plain, cached, batch and tier', () => {
    const model = 'openai/gpt-4.1'
    const open = openPriceBook(json, [{ id: 'p1', item: `llm:${model}`, discount: 0.2 }])
    const items = book.rows.filter(({ product }) => product === model).map(({ item }) => item)
    expect(items).toEqual(
      expect.arrayContaining(['llm.input', 'llm.cache-read', 'llm.output-batch', 'llm.output-priority']),
    )
    for (const item of items) {
      expect(open.find(item, model).value, item).toBeCloseTo(book.find(item, model).value * 0.8, 12)
      expect(open.find(item, model).provenance).toMatchObject({ from: 'stated', on: 'p1', field: 'discount' })
    }
    expect(open.find('llm.input', 'openai/gpt-4.1-mini')).toEqual(book.find('llm.input', 'openai/gpt-4.1-mini'))
  })

  it('take one discount off all that a vendor bills, or all that models cost', () => {
    const vendor = openPriceBook(json, [{ id: 'p1', item: '*:openai', discount: 0.5 }])
    for (const { item, product } of book.rows.filter((row) => row.product?.startsWith('openai/'))) {
      expect(vendor.find(item, product).value, `${item} ${product}`).toBeCloseTo(book.find(item, product).value / 2, 12)
    }
    expect(vendor.find('llm.input', 'azure/gpt-5.4')).toEqual(book.find('llm.input', 'azure/gpt-5.4'))
    const seller = openPriceBook(json, [{ id: 'p1', item: '*:coreweave', discount: 0.5 }])
    expect(seller.find('gpu.hour', 'gpu/h100@coreweave').value).toBe(6.155 / 2)
    const family = openPriceBook(json, [{ id: 'p1', item: 'llm', discount: 0.5 }])
    expect(family.find('llm.output', 'azure/gpt-5.4').value).toBe(book.find('llm.output', 'azure/gpt-5.4').value / 2)
    expect(family.find('compute.machine-hour')).toEqual(book.find('compute.machine-hour'))
  })

  it('let what names a price most closely win, and count one discount once', () => {
    const open = openPriceBook(json, [
      { id: 'family', item: 'llm', discount: 0.1 },
      { id: 'vendor', item: 'llm:openai', discount: 0.2 },
      { id: 'model', item: 'llm:openai/gpt-4.1', discount: 0.3 },
      { id: 'price', item: 'llm.input:openai/gpt-4.1', usd: 1.5 },
    ])
    expect(open.ignoredOverrides).toEqual([])
    const on = (item: string, product: string) => open.find(item, product).provenance.on
    expect(open.find('llm.input', 'openai/gpt-4.1').value).toBe(1.5)
    expect(on('llm.output', 'openai/gpt-4.1')).toBe('model')
    expect(on('llm.output', 'openai/o3')).toBe('vendor')
    expect(on('llm.output', 'azure/gpt-5.4')).toBe('family')
  })

  it('say why a name that speaks of many prices cannot be used', () => {
    const open = openPriceBook(json, [
      { id: 'p1', item: 'llm:openai/gpt-4.1', usd: 1 },
      { id: 'p2', item: 'llm:nobody', discount: 0.1 },
      { id: 'p3', item: '*', discount: 0.1 },
      { id: 'p4', item: 'llm', discount: 12 },
      { id: 'p5', item: '*:openai' },
    ])
    const reasons = open.ignoredOverrides.map(({ id, reason }) => `${id} ${reason.split(/[.:]/)[0]}`)
    expect(reasons).toEqual([
      'p1 "llm',
      'p2 The book has no price of "nobody" to take the discount off',
      'p3 Nothing has the price "*"',
      'p4 A discount is a share from 0 to 1',
      'p5 It states no discount',
    ])
  })

  it('do not turn an unknown price into a free one, and say what they could not use', () => {
    const open = openPriceBook(json, [
      { id: 'p1', item: 'llm.input:nobody/model', discount: 0.5 },
      { id: 'p2', item: 'llm.tokens', usd: 1 },
      { id: 'p3', item: 'llm.output', usd: 1, unit: 'USD/1k calls' },
      { id: 'p4', item: 'llm.output', usd: 2 },
    ])
    for (const override of open.ignoredOverrides) expect(override.reason).toMatch(/\.$/)
    expect(open.ignoredOverrides.map(({ reason }) => reason).join(' ')).toContain('"llm.tokens"')
    expect(open.find('llm.output', 'openai/gpt-4.1').value).toBe(2)
    expect(open.find('llm.input', 'nobody/model').missing).toBe(true)
    expect(open.ignoredOverrides.map((override) => override.id)).toEqual(['p1', 'p2', 'p3'])
  })
})

describe('a price for a region', () => {
  it('is the region’s own where the book has one', () => {
    const lookup = book.forRegion('eu-central-1')
    const node = lookup.find('llm.input', 'azure/gpt-5.4')
    expect(node.provenance).toMatchObject({ region: 'EU' })
    expect(node.provenance.usedIn).toBeUndefined()
    expect(node.value).toBeGreaterThan(book.find('llm.input', 'azure/gpt-5.4').value)
  })

  it('is that of the seller whose region is meant', () => {
    expect(book.forRegion('us-central1').find('gpu.hour', 'gpu/h100').value).toBeCloseTo(11.0613, 3)
    expect(book.forRegion('us-east-1').find('gpu.hour', 'gpu/h100').value).toBe(6.88)
    expect(book.find('gpu.hour', 'gpu/h100@coreweave').value).toBe(6.155)
  })

  it('is marked and wider where it is of another region, and neither where it holds everywhere', () => {
    const there = book.forRegion('eu-west-1').find('compute.machine-hour')
    const here = book.forRegion('us-east-1').find('compute.machine-hour')
    expect(here).toEqual(book.find('compute.machine-hour'))
    expect(there.provenance).toMatchObject({ region: 'us-east-1', usedIn: 'eu-west-1' })
    expect(there.value).toBe(here.value)
    expect(there.high).toBeCloseTo((here.high ?? 0) * 1.3, 12)
    expect(there.low).toBeCloseTo((here.low ?? 0) * 0.95, 12)
    expect(book.forRegion('eu-west-1').find('llm.input', 'openai/gpt-4.1')).toEqual(
      book.find('llm.input', 'openai/gpt-4.1'),
    )
  })

  it('is not guessed where the region is not known', () => {
    expect(book.forRegion(undefined).find('compute.machine-hour').provenance.usedIn).toBeUndefined()
    expect(book.forRegion('Mars').find('compute.machine-hour').provenance.usedIn).toBe('Mars')
  })
})

describe('an override and age', () => {
  it('leaves a stated price as sure as it was said, and ages what is only discounted', () => {
    const open = openPriceBook(
      json,
      [
        { id: 'p1', item: 'llm.input:openai/gpt-4.1', usd: 1 },
        { id: 'p2', item: 'llm.output:openai/gpt-4.1', discount: 0.5 },
      ],
      '2027-08-01',
    )
    expect(open.find('llm.input', 'openai/gpt-4.1').fresh).toBeUndefined()
    const output = open.find('llm.output', 'openai/gpt-4.1')
    expect(output.value).toBe(4)
    expect(output.fresh).toEqual({ low: 3.6, high: 4.4 })
    expect(output.high).toBeCloseTo(4.4 * (1 + (335 / 90) * 0.02), 10)
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
