import type { Design } from '../../shared/design/design.ts'
import { designFormat, designVersion } from '../../shared/design/design.ts'
import { parseDesign } from '../../shared/design/file.ts'
import type { Answer, OpenedFile } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import type { StoredDesign } from '../store/library.ts'
import {
  asNewDesign,
  deleteDesign,
  duplicateDesign,
  importDesign,
  isFresh,
  purgeDeleted,
  renameDesign,
  restoreDesign,
  saveDesign,
} from '../store/library.ts'
import { allOpen, closeDesign, openDesign } from '../store/open-designs.ts'
import { openLastWorkspace, setWorkspace, workspaceStore } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'
import { offerRecovery } from './recovery.ts'
import { startFrom } from './templates.ts'
import type { Template } from './templates.ts'

/** Called once at the start: opens the last workspace; offers backups when there was no library at all. */
export async function openLibrary(): Promise<void> {
  const fresh = await isFresh()
  await openLastWorkspace()
  if (fresh) await offerRecovery()
  const gone = await purgeDeleted(Date.now())
  await Promise.all(gone.map(({ workspaceId, id }) => desktop.eraseBackups({ workspaceId, designId: id })))
}

function workspace(): string {
  const { id } = workspaceStore.getState()
  if (id === undefined) throw new Error('No workspace is open')
  return id
}

/** Another client's room: tabs of the one before close; the library holds their designs. */
export async function switchWorkspace(id: string): Promise<void> {
  if (workspaceStore.getState().id === id) return
  const tabs = allOpen().filter((tab) => tab.workspaceId !== id)
  await Promise.all(tabs.map((tab) => saveDesign(tab.workspaceId, tab.parked.document)))
  for (const tab of tabs) closeDesign(tab.id)
  setWorkspace(id)
}

export function openStored(stored: StoredDesign): void {
  openDesign(stored.document, { workspaceId: stored.workspaceId })
}

async function openAsNew(document: Design): Promise<void> {
  const design = await asNewDesign(workspace(), document)
  await saveDesign(workspace(), design)
  openDesign(design, { workspaceId: workspace() })
}

export function startBlank(): Promise<void> {
  return openAsNew({ format: designFormat, version: designVersion, id: 'design', name: 'Untitled design' })
}

export function startFromTemplate(template: Template): Promise<void> {
  return openAsNew(startFrom(template))
}

export async function renameStored(stored: StoredDesign, name: string): Promise<void> {
  await renameDesign(stored.workspaceId, stored.id, name)
}

export async function copyStored(stored: StoredDesign): Promise<void> {
  const copy = await duplicateDesign(stored.workspaceId, stored.id)
  if (copy !== undefined) showToast(`“${copy.name}” is a copy of “${stored.name}”.`)
}

export async function deleteStored(stored: StoredDesign): Promise<void> {
  closeDesign(stored.id)
  await deleteDesign(stored.workspaceId, stored.id)
  showToast(`“${stored.name}” is deleted.`, {
    action: { label: 'Undo', run: () => void restoreDesign(stored.workspaceId, stored.id) },
  })
}

/** The system's file dialog; in a browser its own chooser. */
export async function openFile(): Promise<void> {
  await takeIn(await desktop.openDesign())
}

/** Files dropped on the library. */
export async function importFiles(files: FileList): Promise<void> {
  for (const file of files) {
    // One after the other, so that the last one dropped is the one in front.
    // eslint-disable-next-line no-await-in-loop
    await takeIn(await desktop.openDropped(file))
  }
}

/** Takes a file into the open workspace and opens it, linked to the file it came from. */
export async function takeIn(answer: Answer<OpenedFile>): Promise<void> {
  if (!answer.ok) {
    if (answer.reason !== 'cancelled') showToast(answer.problems.join(' '), { tone: 'fail' })
    return
  }
  const parsed = parseDesign(answer.text)
  if (!parsed.ok) {
    const [first] = parsed.problems
    const more = parsed.problems.length > 1 ? ` There are ${parsed.problems.length - 1} more problems.` : ''
    showToast(`“${answer.fileName}” was not opened. ${first?.sentence ?? ''}${more}`, { tone: 'fail' })
    return
  }
  const { document, was } = await importDesign(workspace(), parsed.value)
  const { handle, fileName, folder } = answer
  // A copy is another design than the file holds: saving it there would overwrite what it came from.
  openDesign(document, { workspaceId: workspace(), ...(was === 'copied' ? {} : { file: { handle, fileName, folder } }) })
  if (was === 'copied') showToast(`A design with this identity is here already; the file came in as “${document.name}”.`)
  const errors = parsed.problems.filter((problem) => problem.level === 'error')
  if (errors[0] !== undefined) showToast(`“${document.name}” opened with ${errors.length} problems. ${errors[0].sentence}`)
}
