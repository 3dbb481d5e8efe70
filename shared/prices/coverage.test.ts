import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFields } from '../kinds/fields/field-reader.ts'
import { hasMissing, input, inputsOf } from '../kinds/formula/formula.ts'
import { kinds, products } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import type { Product } from '../kinds/product.ts'
import { coverKinds, coverProducts, describeCoverage } from './coverage.ts'
import { priceItems } from './items/items.ts'
import { openPriceBook } from './price-book.ts'

const book = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const covered = coverProducts(products, book.rows)

function linesOf(kind: Kind, product: Product) {
  const layers = [{ settings: undefined, from: 'box' }]
  const settings = readFields({ element: 'box', layers, fields: kind.settings, product })
  const call = readFields({ element: 'arrow', layers, fields: kind.call, product })
  const box = { component: 'box', product: product.id, settings }
  const callsPerMonth = input('Calls', 1000, 'calls/month', { from: 'derived' })
  return [
    ...(kind.costPerCall?.({ ...box, call, hand: { tokens: 2000, pages: 0, items: 0, bytes: 0 } }, book) ?? []),
    ...(kind.costPerMonth?.({ ...box, callsPerMonth, peakCallsPerSecond: 1, copies: 1 }, book) ?? []),
  ]
}

describe('the catalogue', () => {
  it('has at least 60 kinds and 200 products, 60 with a dated price and 25 with a latency', () => {
    expect(kinds.filter((kind) => !kind.traits.includes('unknown-kind')).length).toBeGreaterThanOrEqual(60)
    expect(products.length).toBeGreaterThanOrEqual(200)
    expect(covered.filter(({ isPriced }) => isPriced).length).toBeGreaterThanOrEqual(60)
    expect(covered.filter(({ isTimed }) => isTimed).length).toBeGreaterThanOrEqual(25)
  })

  it('says so in one line', () => {
    const said = describeCoverage(kinds, covered)
    expect(said).toMatch(/^\d+ kinds, \d+ products, \d+ with a dated price, \d+ with a latency$/)
    expect(said.match(/\d+/g)?.map(Number)).toEqual([
      kinds.length - 1,
      products.length,
      products.filter(({ id }) => book.rows.some((row) => row.product === id)).length,
      covered.filter(({ isTimed }) => isTimed).length,
    ])
  })

  it('counts a product for each kind that it can be', () => {
    for (const { kind, products: count, priced, timed } of coverKinds(kinds, covered)) {
      expect(count, kind.id).toBe(products.filter((product) => product.kinds.includes(kind.id)).length)
      expect(priced, kind.id).toBeLessThanOrEqual(count)
      expect(timed, kind.id).toBeLessThanOrEqual(count)
    }
  })

  it('does not take a time that stands in for a class as known', () => {
    const fact = { value: 800, source: 'assumed', asOf: '2026', confidence: 'C', assumed: true } as const
    const one = { id: 'a/b', title: 'B', vendor: 'A', kinds: ['llm-api'], facts: { ttftP50Ms: fact } }
    expect(coverProducts([one], [])).toMatchObject([{ isPriced: false, isTimed: false }])
    const { assumed: _, ...stated } = fact
    expect(coverProducts([{ ...one, facts: { ttftP50Ms: stated } }], [])).toMatchObject([{ isTimed: true }])
  })
})

describe('a product without a price', () => {
  const anyPrice = new Set(Object.entries(priceItems).flatMap(([item, { anyProduct }]) => (anyProduct ? [item] : [])))
  const labels = new Set([...anyPrice].map((item) => priceItems[item]?.label))
  /** Part of the kind's own formula, whatever the product: a usual embedding or judge model, GPUs, plain storage. */
  const ofOthers = new Set(['vector-store', 'evaluation', 'lakehouse'])

  it('never gets the price of another: it is missing, free, or a price that any product has', () => {
    for (const { product, isPriced } of covered) {
      if (isPriced) continue
      for (const kind of kinds.filter((each) => product.kinds.includes(each.id) && !ofOthers.has(each.id))) {
        const nodes = linesOf(kind, product).flatMap((line) => inputsOf(line.usd))
        const foreign = nodes.filter((node) => node.provenance.from === 'price' && node.missing !== true)
        for (const node of foreign) {
          const isGpu = node.label === priceItems['gpu.hour']?.label
          expect(isGpu || labels.has(node.label), `${kind.id} ${product.id}: ${node.label}`).toBe(true)
        }
      }
    }
  })

  it('makes the total read at least where it is rented', () => {
    const rented = covered.filter(
      ({ product, isPriced }) => !isPriced && product.facts['paidAs']?.value === 'subscription',
    )
    expect(rented.length).toBeGreaterThan(15)
    for (const { product } of rented) {
      const kind = kinds.find((each) => product.kinds.includes(each.id) && each.settings['paidAs'] !== undefined)
      expect(kind && linesOf(kind, product).some((line) => hasMissing(line.usd)), product.id).toBe(true)
    }
  })
})
