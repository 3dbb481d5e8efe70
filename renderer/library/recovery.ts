import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Design } from '../../shared/design/design.ts'
import type { Backup } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { readDesignFile } from '../store/design-file.ts'
import { createWorkspace, dropEmptyWorkspace, listWorkspaces, saveDesign, withoutKept } from '../store/library.ts'
import { forget, readRemembered, remember } from '../store/remembered.ts'
import { openLastWorkspace, setWorkspace, settleLibrary, workspaceStore } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'
import { newestOfEach } from './newest-backups.ts'

const recoveryStore = createStore<{ readonly lost: readonly Backup[] }>(() => ({ lost: [] }))

/** Remembers over restarts that an offer waits for its answer. */
const waitingKey = 'lintel:recovery'

/** The newest backup of each design that can be brought back. */
export function useRecovery(): readonly Backup[] {
  return useStore(recoveryStore, (state) => state.lost)
}

/**
 * Asks main for backups of designs that the library does not hold, when it was found empty at this start, or at an
 * earlier one and the offer has not been answered. At any other time the designs of another client would show here.
 */
export async function offerRecovery(): Promise<void> {
  if (!workspaceStore.getState().fresh && readRemembered(waitingKey) === undefined) return
  const lost = await withoutKept(newestOfEach(await desktop.listBackups({})))
  setWaiting(lost.length > 0)
  recoveryStore.setState({ lost })
}

export function dismissRecovery(): void {
  setWaiting(false)
  settleLibrary()
  recoveryStore.setState({ lost: [] })
}

/** Puts the designs back into workspaces of the ids and names they had, so that clients stay apart as before. */
export async function restoreAll(offered: readonly Backup[]): Promise<void> {
  // Asked again: a design that came back some other way since is newer than its backup.
  const backups = await withoutKept(offered)
  const failed: string[] = []
  const read: { backup: Backup; design: Design; readOnlyText?: string }[] = []
  for (const backup of backups) {
    const answer = await desktop.readBackup(backup.backupId)
    const parsed = answer.ok ? readDesignFile(answer.text) : undefined
    if (answer.ok && parsed?.ok === true) {
      const { design, readOnly } = parsed.value
      read.push({ backup, design, ...(readOnly ? { readOnlyText: answer.text } : {}) })
    } else failed.push(backup.designName)
  }
  await makeRoom(read.map(({ backup }) => backup))
  for (const { backup, design, readOnlyText } of read) {
    await saveDesign(backup.workspaceId, design, { readOnlyText })
  }
  dismissRecovery()
  const [first] = read
  if (first === undefined) await openLastWorkspace()
  else setWorkspace(first.backup.workspaceId)
  showToast(outcome(read.length, failed), { tone: failed.length === 0 ? 'neutral' : 'fail' })
}

/** Makes the workspaces again; the empty one that this start began with gives way, and its name with it. */
async function makeRoom(backups: readonly Backup[]): Promise<void> {
  const wanted = new Map(backups.map(({ workspaceId, workspaceName }) => [workspaceId, workspaceName]))
  const known = new Set((await listWorkspaces()).map((one) => one.id))
  const [begun] = known
  if (wanted.size > 0 && begun !== undefined && known.size === 1 && !wanted.has(begun)) await dropEmptyWorkspace(begun)
  for (const [id, name] of wanted) {
    if (!known.has(id)) await createWorkspace(name ?? 'Restored workspace', id)
  }
}

function outcome(restored: number, failed: readonly string[]): string {
  if (failed.length === 0) return `${restored === 1 ? 'One design is' : `${restored} designs are`} back.`
  return `${restored} of ${restored + failed.length} designs are back. These backups could not be read: ${failed.join(', ')}.`
}

/** Where that cannot be remembered, the second offer is lost; the backups stay, and "Restore a backup" finds them. */
function setWaiting(waiting: boolean): void {
  if (waiting) remember(waitingKey, 'yes')
  else forget(waitingKey)
}
