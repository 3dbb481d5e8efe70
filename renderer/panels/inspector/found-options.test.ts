import { describe, expect, it } from 'vitest'
import { findKind, kinds, products, productsOf } from '../../../shared/kinds/index.ts'
import { coverProducts } from '../../../shared/prices/coverage.ts'
import { findKinds, findProducts } from './found-options.ts'

const offered = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))
const api = findKind('llm-api')
const models = productsOf(api)

describe('kinds to choose from', () => {
  it('stand by family, each once', () => {
    const groups = findKinds(offered, products, '')
    expect(groups.length).toBeGreaterThan(5)
    const listed = groups.flatMap(({ found }) => found.map(({ kind }) => kind.id))
    expect(listed.toSorted()).toEqual(offered.map((kind) => kind.id).toSorted())
  })

  it('are found by the name of a product, which comes along', () => {
    const [first] = findKinds(offered, products, 'pgvector')[0]?.found ?? []
    expect(first?.product?.title).toMatch(/pgvector/)
    expect(first?.kind.id).toBe('vector-store')
    expect(findKinds(offered, products, 'zzzz')).toEqual([])
  })
})

describe('products to choose from', () => {
  it('stand by vendor in the order of the alphabet, each once', () => {
    const groups = findProducts(api, models, '', undefined, '2026-11-21')
    const headings = groups.map(({ heading }) => heading)
    expect(headings).toEqual(headings.toSorted((a, b) => a.localeCompare(b)))
    expect(groups.flatMap(({ options }) => options)).toHaveLength(models.length)
  })

  it('say what is known of them, and which are out of service', () => {
    const [first] = models
    if (first === undefined) throw new Error('No model is listed.')
    const some = { ...first, facts: {} }
    const coverage = new Map(
      coverProducts([some], [{ product: some.id, asOf: '2026-01-01' }]).map((one) => [one.product.id, one]),
    )
    const hintOf = (product: typeof some) =>
      findProducts(api, [product], product.title, coverage, '2026-11-21')[0]?.options[0]?.hint
    expect(hintOf(some)).toBe(`${some.vendor}, price`)
    expect(hintOf({ ...some, retiredOn: '2026-01-01' })).toContain('retired 2026-01-01')
    expect(hintOf({ ...some, retiredOn: '2027-01-01' })).not.toContain('retired')
  })

  it('are found by any of their names', () => {
    const found = findProducts(api, models, 'haiku', undefined, '2026-11-21')[0]?.options ?? []
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]?.label).toMatch(/haiku/i)
    expect(findProducts(api, models, 'zzzz', undefined, '2026-11-21')).toEqual([])
  })
})
