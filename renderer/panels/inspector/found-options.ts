import type { Product } from '../../../shared/kinds/product.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import type { ProductCoverage } from '../../../shared/prices/coverage.ts'
import type { ChoiceOption } from '../../ui/index.ts'
import { families, searchCatalogue } from '../palette/search-kinds.ts'

export interface KindGroup {
  readonly heading: string
  readonly found: readonly { readonly kind: Kind; readonly product?: Product }[]
}

/** Kinds by family; for a text, kinds and products by any of their names, best first. */
export function findKinds(kinds: readonly Kind[], products: readonly Product[], text: string): readonly KindGroup[] {
  if (text.trim() !== '') {
    const found = searchCatalogue(kinds, products, text)
    return found.length === 0 ? [] : [{ heading: 'Found', found }]
  }
  return families.flatMap(({ family, word }) => {
    const found = kinds.filter((kind) => kind.family === family).map((kind) => ({ kind }))
    return found.length === 0 ? [] : [{ heading: word, found }]
  })
}

export interface ProductGroup {
  readonly heading: string
  readonly options: readonly ChoiceOption[]
}

/** What is known of a product, by its id. */
export type Coverage = ReadonlyMap<string, ProductCoverage>

/** Products by vendor; for a text, those that are called so, best first, each with its vendor. */
export function findProducts(
  kind: Kind,
  products: readonly Product[],
  text: string,
  coverage: Coverage | undefined,
  today: string,
): readonly ProductGroup[] {
  const optionOf = (product: Product, vendor?: string): ChoiceOption => {
    const words = [...(vendor === undefined ? [] : [vendor]), ...knownWords(product, coverage?.get(product.id), today)]
    return { value: product.id, label: product.title, ...(words.length === 0 ? {} : { hint: words.join(', ') }) }
  }
  if (text.trim() !== '') {
    const found = searchCatalogue([kind], products, text).flatMap(({ product }) => product ?? [])
    return found.length === 0
      ? []
      : [{ heading: 'Found', options: found.map((product) => optionOf(product, product.vendor)) }]
  }
  const vendors = [...new Set(products.map((product) => product.vendor))].toSorted((a, b) => a.localeCompare(b))
  return vendors.map((heading) => ({
    heading,
    options: products.filter((product) => product.vendor === heading).map((product) => optionOf(product)),
  }))
}

/** "price, time": what one need not enter. */
function knownWords(product: Product, covered: ProductCoverage | undefined, today: string): readonly string[] {
  return [
    ...(product.retiredOn !== undefined && product.retiredOn <= today ? [`retired ${product.retiredOn}`] : []),
    ...(covered?.isPriced === true ? ['price'] : []),
    ...(covered?.isTimed === true ? ['time'] : []),
  ]
}
