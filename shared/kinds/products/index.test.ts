import { describe, expect, it } from 'vitest'
import { findKind, kinds } from '../index.ts'
import { findProduct, products } from './index.ts'

describe('catalogue', () => {
  it('has no product twice, and none that a kind offers is lacking', () => {
    const ids = products.map((product) => product.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9.-]+$/)
    for (const kind of kinds) {
      for (const id of kind.products) expect(findProduct(id)?.kinds, `${kind.id}: ${id}`).toContain(kind.id)
    }
  })

  it('gives facts that its kinds have, of the type they ask for, each with source and date', () => {
    for (const product of products) {
      const known = product.kinds.map(findKind)
      for (const kind of known) expect(kind.traits, product.id).not.toContain('unknown-kind')
      for (const [name, fact] of Object.entries(product.facts)) {
        const field = known.map((kind) => kind.settings[name]).find((each) => each !== undefined)
        expect(field, `${product.id}: ${name}`).toBeDefined()
        if (field?.type === 'choice') expect(field.options?.map((each) => each.value)).toContain(fact.value)
        if (field?.type === 'number') expect(typeof fact.value).toBe('number')
        expect(fact.source && fact.asOf, `${product.id}: ${name}`).toBeTruthy()
      }
    }
  })

  it('brings the vendor as organisation wherever a vendor runs the model', () => {
    for (const product of products) {
      const vendorHosted = product.kinds.some((id) => findKind(id).traits.includes('vendor-hosted'))
      if (vendorHosted) expect(product.organisation, product.id).toBe(product.vendor)
    }
  })

  it('cites times of at most eight models one by one, and says of the others that their class is assumed', () => {
    const timed = products.filter((product) => product.facts['ttftP50Ms'])
    const cited = timed.filter((product) => product.facts['ttftP50Ms']?.assumed !== true)
    expect(cited.length).toBeLessThanOrEqual(8)
    for (const product of cited) expect(product.facts['ttftP50Ms']?.source).toContain('cited')
    for (const product of timed.filter((each) => !cited.includes(each))) {
      for (const name of ['ttftP50Ms', 'tokensPerSecond']) {
        const fact = product.facts[name]
        expect(fact?.source, product.id).toMatch(/^assumed: range of hosted/)
        expect(fact?.low, product.id).toBeLessThan(Number(fact?.value))
        expect(fact?.high, product.id).toBeGreaterThan(Number(fact?.value))
      }
    }
    expect(timed.map((each) => each.id)).toEqual(
      products.filter((each) => each.kinds.includes('llm-api')).map((each) => each.id),
    )
  })

  it('knows nothing of a product that nobody named', () => {
    expect(findProduct(undefined)).toBeUndefined()
    expect(findProduct('nobody/model')).toBeUndefined()
  })
})
