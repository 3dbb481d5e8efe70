import type { Design } from '../../shared/design/design.ts'
import { shorten } from '../../shared/design/wording.ts'
import { desktop } from '../desktop.ts'
import { backUp } from '../store/backup-opened.ts'
import { flushAutosave } from '../store/autosave.ts'
import type { StoredDesign } from '../store/stored.ts'
import {
  asNewDesign,
  deleteDesign,
  duplicateDesign,
  purgeDeleted,
  renameDesign,
  restoreDesign,
  saveDesign,
} from '../store/library.ts'
import { allOpen, closeDesign, editOpenDesign, openDesign } from '../store/open-designs.ts'
import { openedWorkspace, setWorkspace, workspaceStore } from '../store/workspace-store.ts'
import { dismissAllToasts, showToast } from '../ui/index.ts'
import { startFrom } from './templates.ts'
import type { Template } from './templates.ts'

/** Forgets designs deleted a month ago, their backups with them. */
export async function tidyLibrary(): Promise<void> {
  const gone = await purgeDeleted(Date.now())
  await Promise.all(gone.map(({ workspaceId, id }) => desktop.eraseBackups({ workspaceId, designId: id })))
}

/** Another client's room: tabs and messages of the one before go; the library holds their designs. */
export async function switchWorkspace(id: string): Promise<void> {
  if (workspaceStore.getState().id === id) return
  const tabs = allOpen().filter((tab) => tab.workspaceId !== id)
  await flushAutosave()
  for (const tab of tabs) closeDesign(tab.id)
  dismissAllToasts()
  setWorkspace(id)
}

async function openAsNew(document: Design): Promise<void> {
  const workspaceId = await openedWorkspace()
  const design = await asNewDesign(workspaceId, document)
  await saveDesign(workspaceId, design)
  openDesign(design, { workspaceId })
}

export function startFromTemplate(template: Template): Promise<void> {
  return openAsNew(startFrom(template))
}

export async function renameStored(stored: StoredDesign, name: string): Promise<void> {
  const renamed = await renameDesign(stored.workspaceId, stored.id, name)
  if (renamed === undefined) return
  editOpenDesign(stored.id, 'Rename', (document) => ({ ...document, name: renamed.name }))
  await backUp(stored.workspaceId, renamed)
}

export async function copyStored(stored: StoredDesign): Promise<void> {
  const copy = await duplicateDesign(stored.workspaceId, stored.id)
  if (copy === undefined) return
  showToast(`“${shorten(copy.name)}” is a copy of “${shorten(stored.name)}”.`)
  await backUp(stored.workspaceId, copy, stored.readOnlyText)
}

export async function deleteStored(stored: StoredDesign): Promise<void> {
  closeDesign(stored.id)
  await deleteDesign(stored.workspaceId, stored.id)
  showToast(`“${shorten(stored.name)}” is deleted.`, {
    action: { label: 'Undo', run: () => void restoreDesign(stored.workspaceId, stored.id) },
  })
}
