import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { parseDesign } from '../store/design-file.ts'
import type { Backup } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { createWorkspace, listWorkspaces, saveDesign } from '../store/library.ts'
import { openLastWorkspace, setWorkspace } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'
import { newestOfEach } from './newest-backups.ts'

const recoveryStore = createStore<{ readonly lost: readonly Backup[] }>(() => ({ lost: [] }))

/** The newest backup of each design that can be brought back. */
export function useRecovery(): readonly Backup[] {
  return useStore(recoveryStore, (state) => state.lost)
}

/** Asks main for backups; called at a start that found no library at all. */
export async function offerRecovery(): Promise<void> {
  recoveryStore.setState({ lost: newestOfEach(await desktop.listBackups({})) })
}

export function dismissRecovery(): void {
  recoveryStore.setState({ lost: [] })
}

/** Puts the designs back into workspaces of the ids they had, so that clients stay apart as before. */
export async function restoreAll(backups: readonly Backup[]): Promise<void> {
  const failed: string[] = []
  const known = new Set((await listWorkspaces()).map((one) => one.id))
  for (const backup of backups) {
    // One after the other: each workspace is made once.
    // eslint-disable-next-line no-await-in-loop
    const answer = await desktop.readBackup(backup.backupId)
    const parsed = answer.ok ? parseDesign(answer.text) : undefined
    if (parsed?.ok !== true) {
      failed.push(backup.designName)
      continue
    }
    if (!known.has(backup.workspaceId)) {
      // eslint-disable-next-line no-await-in-loop
      await createWorkspace('Restored workspace', backup.workspaceId)
      known.add(backup.workspaceId)
    }
    // eslint-disable-next-line no-await-in-loop
    await saveDesign(backup.workspaceId, parsed.value)
  }
  dismissRecovery()
  const [first] = backups
  if (first === undefined) await openLastWorkspace()
  else setWorkspace(first.workspaceId)
  const restored = backups.length - failed.length
  showToast(
    failed.length === 0
      ? `${restored === 1 ? 'One design is' : `${restored} designs are`} back.`
      : `${restored} of ${backups.length} designs are back. These backups could not be read: ${failed.join(', ')}.`,
    { tone: failed.length === 0 ? 'neutral' : 'fail' },
  )
}
