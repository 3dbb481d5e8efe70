import shipped from '../../resources/prices/price-book.json'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { parsePriceBook } from '../../shared/prices/read-book.ts'
import { priceStore } from './price-store.ts'

let parsed: PriceBookFile | undefined

/** The book that ships, unpacked once. */
export function shippedBook(): PriceBookFile {
  if (parsed) return parsed
  const result = parsePriceBook(shipped)
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  parsed = result.value
  return parsed
}

/** The book that counts in the open workspace. */
export function currentBook(): PriceBookFile {
  return priceStore.getState().imported?.book ?? shippedBook()
}
