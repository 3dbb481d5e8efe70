import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { StoredPrices } from './stored.ts'
import { forgetPrices, loadPrices, savePrices } from './price-lists.ts'
import { workspaceStore } from './workspace-store.ts'

interface PriceState {
  /** The imported book of the open workspace; undefined: the one that ships. */
  readonly imported: StoredPrices | undefined
}

/** Which price book counts in the open workspace. */
export const priceStore = createStore<PriceState>(() => ({ imported: undefined }))

export function usePrices<T>(select: (state: PriceState) => T): T {
  return useStore(priceStore, select)
}

/** Reads the book of each workspace that is opened. A book that a newer version would refuse does not count. */
export function startPrices(): () => void {
  const read = async (workspaceId: string | undefined): Promise<void> => {
    const stored = workspaceId === undefined ? undefined : await loadPrices(workspaceId)
    const imported = stored !== undefined && (await isReadable(stored)) ? stored : undefined
    if (workspaceStore.getState().id !== workspaceId) return
    if (imported !== priceStore.getState().imported) priceStore.setState({ imported })
  }
  void read(workspaceStore.getState().id)
  return workspaceStore.subscribe((state, before) => {
    if (state.id === before.id) return
    priceStore.setState({ imported: undefined })
    void read(state.id)
  })
}

/** What reads a book is loaded only where somebody imported one. */
async function isReadable({ book }: StoredPrices): Promise<boolean> {
  const { parsePriceBook } = await import('../../shared/prices/read-book.ts')
  return parsePriceBook(book).ok
}

/** Makes a book count in the open workspace, and keeps it. */
export async function adoptPrices(fileName: string, book: PriceBookFile): Promise<void> {
  const { id: workspaceId } = workspaceStore.getState()
  if (workspaceId === undefined) return
  const stored = { workspaceId, fileName, importedAt: Date.now(), book }
  await savePrices(stored)
  priceStore.setState({ imported: stored })
}

/** Back to the book that ships; returns what was given up, so that it can come back. */
export async function resetPrices(): Promise<StoredPrices | undefined> {
  const { imported } = priceStore.getState()
  if (imported === undefined) return undefined
  await forgetPrices(imported.workspaceId)
  priceStore.setState({ imported: undefined })
  return imported
}
