import { rowKey, type PriceBookFile, type PriceRow } from '../price-row.ts'

export interface ChangedPrice {
  readonly before: PriceRow
  readonly after: PriceRow
  /** By how much the price rose, relative to before: 0.25 for 25 % more. */
  readonly share: number
}

/** What a newer book changes. Rows with the same price and another date or source count as confirmed. */
export interface BookDifference {
  readonly added: readonly PriceRow[]
  readonly changed: readonly ChangedPrice[]
  readonly removed: readonly PriceRow[]
  readonly confirmed: number
  /** Products that only the newer book says are or will be out of service, or at another date. */
  readonly retired: readonly { readonly product: string; readonly on: string }[]
}

/** Compares two books row by row; the largest changes first. */
export function diffBooks(before: PriceBookFile, after: PriceBookFile): BookDifference {
  const old = new Map(before.rows.map((row) => [rowKey(row), row]))
  const now = new Map(after.rows.map((row) => [rowKey(row), row]))
  const changed = after.rows.flatMap((row): readonly ChangedPrice[] => {
    const earlier = old.get(rowKey(row))
    if (earlier === undefined || earlier.usd === row.usd) return []
    return [{ before: earlier, after: row, share: earlier.usd === 0 ? Infinity : row.usd / earlier.usd - 1 }]
  })
  return {
    added: after.rows.filter((row) => !old.has(rowKey(row))),
    changed: changed.toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share)),
    removed: before.rows.filter((row) => !now.has(rowKey(row))),
    confirmed: after.rows.filter((row) => {
      const earlier = old.get(rowKey(row))
      return earlier !== undefined && earlier.usd === row.usd && earlier.asOf !== row.asOf
    }).length,
    retired: Object.entries(after.retiredOn ?? {})
      .filter(([product, on]) => before.retiredOn?.[product] !== on)
      .map(([product, on]) => ({ product, on }))
      .toSorted((a, b) => a.product.localeCompare(b.product, 'en')),
  }
}
