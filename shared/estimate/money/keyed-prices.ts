import type { InputNode } from '../../kinds/formula/formula.ts'
import type { PriceLookup } from '../../kinds/kind.ts'

/**
 * The same prices, in each region too, each knowing its key in the book, so that the ledger can name what an override
 * replaces. One look-up gives one object however often it is asked for, which formulas recognise.
 */
export function keyedPrices<T extends PriceLookup>(prices: T): T {
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
