import type { Design, Id, PriceOverride } from '../design.ts'

/** What somebody states over the book: a price, a discount, or both. Without either the override goes. */
export type OwnPrice = Pick<PriceOverride, 'usd' | 'discount'>

/** The design's own price for an item of the book, instead of what it said before; `id` is that of a new one. */
export function setOwnPrice(design: Design, item: string, { usd, discount }: OwnPrice, id: Id): Design {
  const prices = design.prices ?? []
  const before = prices.find((price) => price.item === item)
  if (usd === undefined && discount === undefined) {
    return before === undefined ? design : removeOwnPrice(design, before.id)
  }
  const next: PriceOverride = {
    id: before?.id ?? id,
    item,
    ...(usd === undefined ? {} : { usd }),
    ...(discount === undefined ? {} : { discount }),
  }
  const all = before === undefined ? [...prices, next] : prices.map((price) => (price === before ? next : price))
  return { ...design, prices: all }
}

/** The book's price again. */
export function removeOwnPrice(design: Design, id: Id): Design {
  const prices = design.prices ?? []
  const kept = prices.filter((price) => price.id !== id)
  if (kept.length === prices.length) return design
  if (kept.length > 0) return { ...design, prices: kept }
  const { prices: _gone, ...without } = design
  return without
}
