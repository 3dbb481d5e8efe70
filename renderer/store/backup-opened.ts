import type { Design } from '../../shared/design/design.ts'
import { shorten } from '../../shared/design/wording.ts'
import { desktop } from '../desktop.ts'
import { printDesign } from './design-file.ts'
import { nameWorkspace } from './library.ts'
import { openDesigns } from './open-designs.ts'

/** A name that only says which design a backup is of; the text holds all of it. */
const nameLength = 200

/** Writes a design into its ring of backups; main leaves out a text that the ring already holds. */
export async function backUp(workspaceId: string, document: Design, text = printDesign(document)): Promise<void> {
  const workspaceName = await nameWorkspace(workspaceId)
  await desktop.writeBackup({
    workspaceId,
    designId: document.id,
    designName: shorten(document.name, nameLength),
    text,
    ...(workspaceName === undefined ? {} : { workspaceName: shorten(workspaceName, nameLength) }),
  })
}

/**
 * Backs up every design that is opened: one begun from a template or a file, and never edited since, could not be
 * brought back otherwise. Returns the stop.
 */
export function backUpOpened(): () => void {
  return openDesigns.subscribe(({ tabs }, before) => {
    const known = new Set(before.tabs.map((tab) => tab.id))
    for (const { id, workspaceId, parked, readOnlyText } of tabs) {
      if (!known.has(id)) void backUp(workspaceId, parked.document, readOnlyText)
    }
  })
}
