import { useEffect, useState } from 'react'
import type { Backup } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { listWorkspaces } from '../store/library.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { useWorkspaceId } from '../store/workspace-store.ts'
import { Button, Dialog, EmptyState, showToast } from '../ui/index.ts'
import { openBackup } from './commands/file.ts'

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** Backups of the open workspace, and those whose own workspace was lost; another client's never show. */
async function listBackups(workspaceId: string): Promise<readonly Backup[]> {
  const kept = new Set((await listWorkspaces()).map((one) => one.id))
  const backups = await desktop.listBackups({})
  return backups.filter((backup) => backup.workspaceId === workspaceId || !kept.has(backup.workspaceId))
}

/** The rings of backups; each backup opens as a design of its own. */
export function BackupsDialog() {
  const open = useView((view) => view.backupsOpen)
  const workspaceId = useWorkspaceId()
  const [backups, setBackups] = useState<readonly Backup[]>([])
  const onOpenChange = (next: boolean): void => viewStore.getState().set({ backupsOpen: next })
  useEffect(() => {
    if (open && workspaceId !== undefined) void listBackups(workspaceId).then(setBackups)
  }, [open, workspaceId])

  const restore = async (backup: Backup): Promise<void> => {
    const answer = await desktop.readBackup(backup.backupId)
    if (!answer.ok) {
      showToast(answer.problems.join(' '), { tone: 'fail' })
      return
    }
    onOpenChange(false)
    if (workspaceId !== undefined) await openBackup(answer.text, workspaceId)
  }
  return (
    <Dialog title="Restore a backup" open={open} onOpenChange={onOpenChange} width={520}>
      {backups.length === 0 ? (
        <EmptyState text="There is no backup yet. One is written within half a minute of an edit, ten for each design." />
      ) : (
        <ul className="offers">
          {backups.map((backup) => (
            <li key={backup.backupId} className="offer">
              <div>
                <p className="strong">{backup.designName}</p>
                <p className="muted">
                  {when.format(new Date(backup.savedAt))}, {Math.max(1, Math.round(backup.bytes / 1000))} kB
                </p>
              </div>
              <Button onClick={() => void restore(backup)}>Open as a copy</Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
