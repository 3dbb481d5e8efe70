import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { readHistory } from '../store/histories.ts'
import { listRecentDesigns, loadDesign, type NamedDesign } from '../store/library.ts'
import { useOpenDesigns } from '../store/open-designs.ts'
import { openStored } from '../store/open-stored.ts'
import { useView } from '../store/view-store.ts'
import { useWorkspaceId } from '../store/workspace-store.ts'

const mostRecent = 8

/** The designs of this workspace that were changed last and are not open; in room mode none, as others read along. */
export function useRecentDesigns(): readonly NamedDesign[] {
  const workspaceId = useWorkspaceId()
  const tabs = useOpenDesigns((state) => state.tabs)
  const room = useView((view) => view.roomMode)
  const recent = useLiveQuery(
    () => (workspaceId === undefined ? [] : listRecentDesigns(workspaceId, mostRecent + tabs.length)),
    [workspaceId, tabs.length],
  )
  return useMemo(
    () => (room ? [] : (recent ?? []).filter(({ id }) => tabs.every((tab) => tab.id !== id)).slice(0, mostRecent)),
    [room, recent, tabs],
  )
}

/** Opens a design of the library in a tab of its own, with what can be taken back in it. */
export async function openRecentDesign(workspaceId: string, id: Id): Promise<void> {
  const stored = await loadDesign(workspaceId, id)
  if (stored !== undefined) openStored(stored, await readHistory(stored))
}
