import type { InputNode } from '../../kinds/formula/formula.ts'
import type { PriceLookup } from '../../kinds/kind.ts'

/**
 * The same prices, each knowing its key in the book, so that the ledger can name what an override replaces. One look-up
 * gives one object however often it is asked for, which formulas recognise.
 */
export function keyedPrices<T extends PriceLookup>(prices: T): T {
  const found = new Map<string, InputNode>()
  return {
    ...prices,
    find: (item, product) => {
      const key = product === undefined ? item : `${item}:${product}`
      const known = found.get(key)
      if (known) return known
      const node = prices.find(item, product)
      const keyed = { ...node, provenance: { ...node.provenance, item: key } }
      found.set(key, keyed)
      return keyed
    },
  }
}
