import { library } from './library-database.ts'
import type { StoredPrices } from './stored.ts'

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
