import type { InputNode } from '../../kinds/formula/formula.ts'
import type { PriceLookup } from '../../kinds/kind.ts'

const keyedBooks = new WeakMap<PriceLookup, PriceLookup>()

/**
 * The same prices, in each region too, each knowing its key in the book, so that the ledger can name what an override
 * replaces. One look-up gives one object however often it is asked for, which formulas recognise; and one book gives one
 * object, by which lines are remembered.
 */
export function keyedPrices(prices: PriceLookup): PriceLookup {
  const known = keyedBooks.get(prices)
  if (known) return known
  const made = keyedByRegion(prices)
  keyedBooks.set(prices, made)
  return made
}

function keyedByRegion(prices: PriceLookup): PriceLookup {
  if (!prices.forRegion) return { ...prices, ...keyed(prices) }
  const byRegion = new Map<string | undefined, PriceLookup>()
  return {
    ...prices,
    ...keyed(prices),
    forRegion: (region) => {
      const known = byRegion.get(region)
      if (known) return known
      const made = keyed(prices.forRegion?.(region) ?? prices)
      byRegion.set(region, made)
      return made
    },
  }
}

function keyed(prices: PriceLookup): PriceLookup {
  const found = new Map<string, InputNode>()
  return {
    find: (item, product) => {
      const key = product === undefined ? item : `${item}:${product}`
      const known = found.get(key)
      if (known) return known
      const node = prices.find(item, product)
      const named = { ...node, provenance: { ...node.provenance, item: key } }
      found.set(key, named)
      return named
    },
  }
}
