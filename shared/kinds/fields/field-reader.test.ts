import { describe, expect, it } from 'vitest'
import { amount, assumed, fact, option } from './declare-field.ts'
import { readFields } from './field-reader.ts'
import type { FieldLayer, FieldSources } from './field-reader.ts'
import type { Fields } from './field.ts'
import type { Product } from '../product.ts'

const fields: Fields = {
  topK: amount('Hits', 'documents', assumed(20, 5, 40)),
  tokens: amount('Text', 'tokens'),
  pricing: option('Billed by', { units: 'Units', machines: 'Machines' }, 'machines', 'assumed'),
  encryptedAtRest: fact('Encrypted at rest', 'Is it?', 'Platform team'),
}
const product: Product = {
  id: 'vendor/name',
  title: 'Name',
  vendor: 'Vendor',
  kinds: ['vector-store'],
  facts: {
    topK: { value: 30, source: 'price page', asOf: '2026-08-01', confidence: 'A' },
    encryptedAtRest: { value: true, source: 'security page', asOf: '2026-08-01', confidence: 'B' },
  },
}

function read(layers: readonly FieldLayer[], more: Partial<FieldSources> = {}) {
  return readFields({ element: 'box', layers, fields, product: undefined, ...more })
}

describe('order', () => {
  const all: readonly FieldLayer[] = [
    { settings: { topK: 1 }, from: 'arrow' },
    { settings: { topK: 2 }, from: 'arrow' },
    { settings: { topK: 3 }, from: 'box' },
  ]
  it('takes the step before the arrow, the box, the product and the default', () => {
    expect(read(all).number('topK')).toBe(1)
    expect(read(all.slice(1)).number('topK')).toBe(2)
    expect(read(all.slice(2)).input('topK').provenance).toEqual({ from: 'stated', on: 'box', field: 'topK' })
    expect(read([], { product }).number('topK')).toBe(30)
    expect(read([]).number('topK')).toBe(20)
  })

  it('falls through what is unknown for numbers, because something must be computed', () => {
    expect(read([{ settings: { topK: { unknown: true } }, from: 'box' }]).number('topK')).toBe(20)
    expect(read([{ settings: { tokens: { unknown: true } }, from: 'box' }]).number('tokens')).toBeUndefined()
  })

  it('falls through what is unknown for a choice that has a default: no price is left out for it', () => {
    expect(read([{ settings: { pricing: { unknown: true } }, from: 'box' }]).text('pricing')).toBe('machines')
  })

  it('keeps an unknown fact unknown even where the product would know', () => {
    expect(read([], { product }).truth('encryptedAtRest')).toBe(true)
    const unknown = { settings: { encryptedAtRest: { unknown: true, ask: 'Vendor' } as const }, from: 'box' }
    expect(read([unknown], { product }).truth('encryptedAtRest')).toBeUndefined()
    expect(read([]).truth('encryptedAtRest')).toBeUndefined()
  })

  it('does not take a scalar of the wrong type', () => {
    const layers = [{ settings: { topK: 'many', encryptedAtRest: 'yes' }, from: 'box' }]
    expect(read(layers).number('topK')).toBe(20)
    expect(read(layers).truth('encryptedAtRest')).toBeUndefined()
  })
})

describe('provenance', () => {
  it('carries band, source, date and confidence of a stated value', () => {
    const topK = { value: 12, low: 8, high: 16, source: 'pilot', asOf: '2026-10-30', confidence: 'B' } as const
    expect(read([{ settings: { topK }, from: 'arrow' }]).input('topK')).toEqual({
      op: 'input',
      label: 'Hits',
      value: 12,
      unit: 'documents',
      low: 8,
      high: 16,
      provenance: { from: 'stated', on: 'arrow', field: 'topK', source: 'pilot', asOf: '2026-10-30', confidence: 'B' },
    })
  })

  it('names the product page, or the source of the default with its band', () => {
    expect(read([], { product }).input('topK').provenance).toMatchObject({ from: 'product', source: 'price page' })
    expect(read([]).input('topK')).toMatchObject({ low: 5, high: 40, provenance: { from: 'default', confidence: 'C' } })
  })

  it('reads names that the kind does not have by their own name', () => {
    const reader = read([{ settings: { ours: 3, checks: ['pii'] }, from: 'box' }])
    expect(reader.input('ours').label).toBe('ours')
    expect(reader.list('checks')).toEqual(['pii'])
    expect(reader.list('ours')).toBeUndefined()
  })

  it('throws for a number that nobody has', () => {
    expect(() => read([]).input('tokens')).toThrow('"tokens" of "box"')
  })
})
