import type { Design, PriceOverride, Stated } from '../../shared/design/design.ts'
import { takenIds } from '../../shared/design/collections.ts'
import { newId } from '../../shared/design/edit/new-id.ts'
import { removeOwnPrice, setOwnPrice } from '../../shared/design/edit/price.ts'
import { known } from '../../shared/design/value.ts'
import { findProduct, products } from '../../shared/kinds/products/index.ts'
import { priceItems } from '../../shared/prices/items/items.ts'
import { isWide, productScope, scopesOf, split, vendorOf, vendorScope } from '../../shared/prices/override-scope.ts'
import type { PriceRow } from '../../shared/prices/price-row.ts'
import { editDocument } from '../store/design-store.ts'
import { todayIso } from '../store/today.ts'
import type { ChoiceOption } from '../ui/index.ts'

/** What an own discount of a row may be taken off, with the words for it: the narrowest first. */
export function discountScopes({ item, product }: Pick<PriceRow, 'item' | 'product'>): readonly ChoiceOption[] {
  const only = { value: itemOf(product === undefined ? { item } : { item, product }), label: 'This price' }
  if (product === undefined) return [only]
  const found = findProduct(product.split('@')[0])
  const vendor = product.includes('@') ? vendorOf(product) : found?.vendor
  return [
    only,
    { value: productScope(item, product), label: `All prices of ${found?.title ?? product}` },
    ...(vendor === undefined ? [] : [{ value: vendorScope(product), label: `All prices of ${vendor}` }]),
  ]
}

/** The own price that counts for a row, whatever else it speaks of. */
export function ownPriceOf(
  prices: readonly PriceOverride[] | undefined,
  { item, product }: Pick<PriceRow, 'item' | 'product'>,
): PriceOverride | undefined {
  if (prices === undefined) return undefined
  const scope = scopesOf(item, product).find((name) => prices.some((price) => price.item === name))
  return prices.findLast((price) => price.item === scope)
}

/** What an own price speaks of: "GPT-4.1, price per 1M input tokens", "GPT-4.1, all prices". */
export function ownPriceName(key: string): string {
  const [item, of] = split(key)
  const product = findProduct(of?.split('@')[0])
  if (isWide(key)) {
    const named = product?.title ?? vendorTitle(of) ?? 'Any product'
    return `${named}, ${item === '*' || product !== undefined ? 'all prices' : `all ${item} prices`}`
  }
  return `${product?.title ?? of ?? 'Any product'}, ${priceItems[item]?.label ?? item}`
}

function vendorTitle(vendor: string | undefined): string | undefined {
  return products.find((product) => vendorOf(product.id) === vendor)?.vendor ?? vendor
}

/** The name under which an override speaks of a row. */
export function itemOf({ item, product }: Pick<PriceRow, 'item' | 'product'>): string {
  return product === undefined ? item : `${item}:${product}`
}

/** "$1.50", "less 12 %", "$1.50 less 12 %". */
export function ownPriceWords({ usd, discount }: PriceOverride): string {
  const price = known(usd)
  const off = known(discount)
  const words = [
    ...(price === undefined ? [] : [`$${Number(price.toPrecision(6))}`]),
    ...(off === undefined ? [] : [`less ${Number((off * 100).toPrecision(4))} %`]),
  ]
  return words.length === 0 ? 'not stated' : words.join(' ')
}

/**
 * States a price or a discount for this design, with who says so and today's date; nothing takes it back.
 * @param replaced the id of a narrower one that it takes the place of
 */
export function stateOwnPrice(
  item: string,
  way: 'price' | 'discount',
  number: number | undefined,
  source: string,
  replaced?: string,
): void {
  const stated: Stated<number> | undefined =
    number === undefined
      ? undefined
      : { value: number, asOf: todayIso(), ...(source.trim() === '' ? {} : { source: source.trim() }) }
  const own = stated === undefined ? {} : way === 'price' ? { usd: stated } : { discount: stated }
  const label = stated === undefined ? 'Take the price of the book' : 'State a price'
  editDocument(label, (design) => {
    const kept = replaced === undefined ? design : removeOwnPrice(design, replaced)
    return setOwnPrice(kept, item, own, freshId(design))
  })
}

export function dropOwnPrice(id: string): void {
  editDocument('Take the price of the book', (design) => removeOwnPrice(design, id))
}

function freshId(design: Design): string {
  return newId('price', takenIds(design), Math.random)
}
