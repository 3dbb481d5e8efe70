import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Standards } from '../../shared/standards/standards.ts'
import { library } from './library-database.ts'
import { workspaceStore } from './workspace-store.ts'

interface StandardsState {
  /** Those of the open workspace; undefined: it has none. */
  readonly standards: Standards | undefined
}

/** What the house of the open workspace adds to the rules, and changes of them. */
export const standardsStore = createStore<StandardsState>(() => ({ standards: undefined }))

export function useStandards<T>(select: (standards: Standards | undefined) => T): T {
  return useStore(standardsStore, ({ standards }) => select(standards))
}

/** Shows the standards of each workspace that is opened, and at once no longer those of the one before. */
export function startStandards(): () => void {
  void showStandardsOf(workspaceStore.getState().id)
  return workspaceStore.subscribe((state, before) => {
    if (state.id === before.id) return
    standardsStore.setState({ standards: undefined })
    void showStandardsOf(state.id)
  })
}

/** Reads what is kept of a workspace. Standards that this version would refuse do not count. */
export async function showStandardsOf(workspaceId: string | undefined): Promise<void> {
  const stored = workspaceId === undefined ? undefined : await library.standards.get(workspaceId)
  const standards = stored === undefined ? undefined : await readable(stored.standards)
  // Another workspace may have been opened meanwhile: nothing of this one may show there.
  if (workspaceStore.getState().id !== workspaceId) return
  if (standards !== standardsStore.getState().standards) standardsStore.setState({ standards })
}

/** What reads standards, and all rules with it, is loaded only where a workspace has some. */
async function readable(standards: Standards): Promise<Standards | undefined> {
  const [{ readStandardsValue }, { rules }] = await Promise.all([
    import('../../shared/standards/read-standards.ts'),
    import('../../shared/rules.ts'),
  ])
  return readStandardsValue(standards, rules).standards
}

/** Makes standards count in the open workspace, and keeps them; undefined gives them up. */
export async function keepStandards(standards: Standards | undefined): Promise<void> {
  const { id: workspaceId } = workspaceStore.getState()
  if (workspaceId === undefined) return
  standardsStore.setState({ standards })
  if (standards === undefined) await library.standards.delete(workspaceId)
  else await library.standards.put({ workspaceId, changedAt: Date.now(), standards })
}
