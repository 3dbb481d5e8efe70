import { createStore } from 'zustand/vanilla'
import type { Problem } from '../../shared/design/problem.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'
import { library } from './library-database.ts'
import { workspaceStore } from './workspace-store.ts'

interface CataloguesState {
  /** What the open workspace adds to the catalogues that ship; undefined: nothing. */
  readonly update: CatalogueUpdate | undefined
  /** The file that it was read from. */
  readonly fileName: string | undefined
}

const nothing: CataloguesState = { update: undefined, fileName: undefined }
export const cataloguesStore = createStore<CataloguesState>(() => nothing)

/** Shows what each workspace that is opened adds, and at once no longer what the one before did. */
export function startCatalogues(): () => void {
  void showCataloguesOf(workspaceStore.getState().id)
  return workspaceStore.subscribe((state, before) => {
    if (state.id === before.id) return
    cataloguesStore.setState(nothing)
    void showCataloguesOf(state.id)
  })
}

/** Reads what is kept of a workspace. What this version would refuse does not count. */
export async function showCataloguesOf(workspaceId: string | undefined): Promise<void> {
  const stored = workspaceId === undefined ? undefined : await library.catalogues.get(workspaceId)
  const read = stored === undefined ? undefined : (await reader()).readUpdateValue(stored.update)
  // Another workspace may have been opened meanwhile: nothing of this one may show there.
  if (workspaceStore.getState().id !== workspaceId) return
  cataloguesStore.setState(
    stored === undefined || read?.ok !== true ? nothing : { update: read.value, fileName: stored.fileName },
  )
}

/**
 * Reads a file of catalogues and keeps it for the open workspace, with what earlier ones brought; it may not change what an
 * id meant there. Returns what of this file is kept, and what was wrong with it, in sentences; nothing is kept where the
 * file is refused as a whole.
 */
export async function importCatalogues(
  fileName: string,
  text: string,
): Promise<{ readonly kept?: CatalogueUpdate; readonly problems: readonly Problem[] }> {
  const { readUpdate, heldWith, joinUpdates } = await reader()
  const { id: workspaceId } = workspaceStore.getState()
  const { update: earlier } = cataloguesStore.getState()
  const read = readUpdate(text, heldWith(earlier))
  if (!read.ok || workspaceId === undefined) return { problems: read.problems }
  const update = joinUpdates(earlier, read.value)
  await library.catalogues.put({ workspaceId, fileName, importedAt: Date.now(), update })
  if (workspaceStore.getState().id === workspaceId) cataloguesStore.setState({ update, fileName })
  return { kept: read.value, problems: read.problems }
}

/** Back to the catalogues that ship. */
export async function dropCatalogues(): Promise<void> {
  const { id: workspaceId } = workspaceStore.getState()
  cataloguesStore.setState(nothing)
  if (workspaceId !== undefined) await library.catalogues.delete(workspaceId)
}

/** What reads catalogues, and all catalogues with it, is loaded only where somebody needs it. */
function reader(): Promise<typeof import('../../shared/threats/frameworks/read-update.ts')> {
  return import('../../shared/threats/frameworks/read-update.ts')
}
