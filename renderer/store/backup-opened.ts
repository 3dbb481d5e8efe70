import type { Design } from '../../shared/design/design.ts'
import { desktop } from '../desktop.ts'
import { printDesign } from './design-file.ts'
import { openDesigns } from './open-designs.ts'

/** Writes a design into its ring of backups; main leaves out a text that the ring already holds. */
export async function backUp(workspaceId: string, document: Design): Promise<void> {
  const text = printDesign(document)
  await desktop.writeBackup({ workspaceId, designId: document.id, designName: document.name, text })
}

/**
 * Backs up every design that is opened: one begun from a template or a file, and never edited since, could not be
 * brought back otherwise. Returns the stop.
 */
export function backUpOpened(): () => void {
  return openDesigns.subscribe(({ tabs }, before) => {
    const known = new Set(before.tabs.map((tab) => tab.id))
    for (const tab of tabs) if (!known.has(tab.id)) void backUp(tab.workspaceId, tab.parked.document)
  })
}
