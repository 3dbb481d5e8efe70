import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Brand, DocumentChoices } from '../../shared/documents/brand.ts'
import { library } from './library-database.ts'
import { workspaceStore } from './workspace-store.ts'

interface BrandState {
  /** How the files of the open workspace look; undefined: as the studio makes them. */
  readonly brand: Brand | undefined
  /** What was chosen for each document of the open workspace, by its id. */
  readonly choices: Readonly<Record<string, DocumentChoices>>
}

const plain: BrandState = { brand: undefined, choices: {} }

/** What a client's files look like and leave out, in the open workspace and nowhere else. */
export const brandStore = createStore<BrandState>(() => plain)

export function useBrand<T>(select: (state: BrandState) => T): T {
  return useStore(brandStore, select)
}

/** Shows the brand of each workspace that is opened, and at once no longer that of the one before. */
export function startBrands(): () => void {
  void readBrand(workspaceStore.getState().id)
  return workspaceStore.subscribe((state, before) => {
    if (state.id === before.id) return
    brandStore.setState(plain)
    void readBrand(state.id)
  })
}

async function readBrand(workspaceId: string | undefined): Promise<void> {
  const stored = workspaceId === undefined ? undefined : await library.brands.get(workspaceId)
  // Another workspace may have been opened meanwhile: nothing of this one may show there.
  if (workspaceStore.getState().id !== workspaceId || stored === undefined) return
  brandStore.setState({ brand: stored.brand, choices: stored.choices ?? {} })
}

/** Makes a brand count in the open workspace, and keeps it. */
export async function keepBrand(brand: Brand): Promise<void> {
  await keep({ ...brandStore.getState(), brand: Object.keys(brand).length === 0 ? undefined : brand })
}

/** Keeps what was chosen for a document. */
export async function keepChoices(documentId: string, choices: DocumentChoices): Promise<void> {
  const state = brandStore.getState()
  await keep({ ...state, choices: { ...state.choices, [documentId]: choices } })
}

async function keep(state: BrandState): Promise<void> {
  const { id: workspaceId } = workspaceStore.getState()
  if (workspaceId === undefined) return
  brandStore.setState(state)
  const { brand = {}, choices } = state
  await library.brands.put({ workspaceId, changedAt: Date.now(), brand, choices })
}
