import { findProduct } from '../../shared/kinds/products/index.ts'
import { priceItems } from '../../shared/prices/items/items.ts'
import type { PriceRow } from '../../shared/prices/price-row.ts'

/** A row as it is read and found: what is priced, of which product. */
export interface ShownRow {
  readonly row: PriceRow
  readonly label: string
  readonly product: string
  /** Lower case, for finding. */
  readonly words: string
}

export function showRow(row: PriceRow): ShownRow {
  const label = priceItems[row.item]?.label ?? row.item
  const seller = row.product?.split('@')[1]
  const named = findProduct(row.product?.split('@')[0])?.title ?? row.product?.split('@')[0]
  const product = named === undefined ? 'Any product' : seller === undefined ? named : `${named} at ${seller}`
  const words = [label, product, row.item, row.product, row.region, row.source].join(' ').toLowerCase()
  return { row, label, product, words }
}

/** Rows with all the words that were typed. */
export function findRows(rows: readonly ShownRow[], typed: string): readonly ShownRow[] {
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return wanted.length === 0 ? rows : rows.filter(({ words }) => wanted.every((word) => words.includes(word)))
}

/** "USD 2 /1M tokens" apart: the amount with its digits, and what it is for. */
export function priceWords({ usd, unit }: Pick<PriceRow, 'usd' | 'unit'>): {
  readonly amount: string
  readonly per: string
} {
  const digits = String(Number(usd.toPrecision(6)))
  // "$0.10", not "$0.1".
  const amount = usd === 0 ? 'included' : `$${/\.\d$/.test(digits) ? `${digits}0` : digits}`
  return { amount, per: unit.replace(/^USD\/?/, '/') }
}
