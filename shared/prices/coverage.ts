import type { Kind } from '../kinds/kind.ts'
import type { Product } from '../kinds/product.ts'
import type { PriceRow } from './price-row.ts'

/** What is known of a product: a dated price in the book, a time that somebody measured or published. */
export interface ProductCoverage {
  readonly product: Product
  readonly isPriced: boolean
  readonly isTimed: boolean
}

export interface KindCoverage {
  readonly kind: Kind
  readonly products: number
  readonly priced: number
  readonly timed: number
}

/** Facts that state a time; one that only stands in for its class counts as assumed, not as known. */
const timeFacts = ['p50Ms', 'p95Ms', 'ttftP50Ms', 'coldStartMs']

/** Which products have a price of their own in these rows, and a time of their own among their facts. */
export function coverProducts(
  products: readonly Product[],
  rows: readonly Pick<PriceRow, 'product' | 'asOf'>[],
): readonly ProductCoverage[] {
  const priced = new Set(rows.flatMap(({ product, asOf }) => (product !== undefined && asOf ? [product] : [])))
  return products.map((product) => ({
    product,
    isPriced: priced.has(product.id),
    isTimed: timeFacts.some((name) => product.facts[name] !== undefined && product.facts[name]?.assumed !== true),
  }))
}

/** Per kind, how many products it can be, and of how many a price or a time is known. */
export function coverKinds(kinds: readonly Kind[], covered: readonly ProductCoverage[]): readonly KindCoverage[] {
  return kinds.map((kind) => {
    const own = covered.filter(({ product }) => product.kinds.includes(kind.id))
    return {
      kind,
      products: own.length,
      priced: own.filter(({ isPriced }) => isPriced).length,
      timed: own.filter(({ isTimed }) => isTimed).length,
    }
  })
}

/** "62 kinds, 214 products, 83 with a dated price, 31 with a latency": what the catalogue knows, in one line. */
export function describeCoverage(kinds: readonly Kind[], covered: readonly ProductCoverage[]): string {
  const drawn = kinds.filter((kind) => !kind.traits.includes('unknown-kind')).length
  const priced = covered.filter(({ isPriced }) => isPriced).length
  const timed = covered.filter(({ isTimed }) => isTimed).length
  return `${drawn} kinds, ${covered.length} products, ${priced} with a dated price, ${timed} with a latency`
}
