import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { library } from './library.ts'

/** A price book that somebody imported into a workspace: it counts there instead of the one that ships. */
export interface StoredPrices {
  readonly workspaceId: string
  /** The name of the file that it was made from. */
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly importedAt: number
  readonly book: PriceBookFile
}

export async function loadPrices(workspaceId: string): Promise<StoredPrices | undefined> {
  return library.prices.get(workspaceId)
}

export async function savePrices(prices: StoredPrices): Promise<void> {
  await library.prices.put(prices)
}

/** Back to the book that ships. */
export async function forgetPrices(workspaceId: string): Promise<void> {
  await library.prices.delete(workspaceId)
}
