import type { Backup } from '../../shared/ipc.ts'

/** One backup a design, the newest: a ring holds up to ten of each. */
export function newestOfEach(backups: readonly Backup[]): readonly Backup[] {
  const newest = new Map<string, Backup>()
  for (const backup of backups) {
    const key = `${backup.workspaceId} ${backup.designId}`
    const known = newest.get(key)
    if (known === undefined || backup.savedAt > known.savedAt) newest.set(key, backup)
  }
  return [...newest.values()].toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}
