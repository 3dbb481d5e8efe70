import type { Design, PriceOverride, Stated } from '../../shared/design/design.ts'
import { takenIds } from '../../shared/design/collections.ts'
import { newId } from '../../shared/design/edit/new-id.ts'
import { removeOwnPrice, setOwnPrice } from '../../shared/design/edit/price.ts'
import { known } from '../../shared/design/value.ts'
import type { PriceRow } from '../../shared/prices/price-row.ts'
import { editDocument } from '../store/design-store.ts'
import { todayIso } from '../store/today.ts'

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

/** States a price or a discount for this design, with who says so and today's date; nothing takes it back. */
export function stateOwnPrice(
  item: string,
  way: 'price' | 'discount',
  number: number | undefined,
  source: string,
): void {
  const stated: Stated<number> | undefined =
    number === undefined
      ? undefined
      : { value: number, asOf: todayIso(), ...(source.trim() === '' ? {} : { source: source.trim() }) }
  const own = stated === undefined ? {} : way === 'price' ? { usd: stated } : { discount: stated }
  const label = stated === undefined ? 'Take the price of the book' : 'State a price'
  editDocument(label, (design) => setOwnPrice(design, item, own, freshId(design)))
}

export function dropOwnPrice(id: string): void {
  editDocument('Take the price of the book', (design) => removeOwnPrice(design, id))
}

function freshId(design: Design): string {
  return newId('price', takenIds(design), Math.random)
}
