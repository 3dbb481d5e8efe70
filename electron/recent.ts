import { z } from 'zod'
import type { FileHandle, RecentFile } from '../shared/ipc.ts'
import { nameFile, type FileHandles } from './file-handles.ts'
import type { StoredState } from './stored-state.ts'

const listSchema = z.array(z.object({ handle: z.string(), openedAt: z.string() }))
/** By workspace, so that one client's file names never show while another's workspace is open. */
export const recentSchema = z.object({ workspaces: z.record(z.string(), listSchema) })
export type RecentState = z.infer<typeof recentSchema>

const keptPerWorkspace = 20

export interface RecentFiles {
  list: (workspaceId: string) => RecentFile[]
  remember: (workspaceId: string, handle: FileHandle) => void
  forget: (workspaceId: string, handle: FileHandle) => void
  clear: (workspaceId: string) => void
}

/** The list kept here is the only one: the system's own list of recent documents would show clients to each other. */
export function createRecentFiles(
  state: StoredState<RecentState>,
  handles: FileHandles,
  now: () => Date = () => new Date(),
): RecentFiles {
  const entries = (workspaceId: string) => new Map(Object.entries(state.get().workspaces)).get(workspaceId) ?? []
  const keep = (workspaceId: string, list: z.infer<typeof listSchema>) => {
    const workspaces = Object.entries(state.get().workspaces).filter(([id]) => id !== workspaceId)
    if (list.length > 0) workspaces.push([workspaceId, list.slice(0, keptPerWorkspace)])
    void state.set({ workspaces: Object.fromEntries(workspaces) })
  }
  return {
    list: (workspaceId) =>
      entries(workspaceId).flatMap(({ handle, openedAt }) => {
        const file = handles.find(handle)
        return file === undefined ? [] : [{ ...nameFile(handle, file.path), openedAt }]
      }),
    remember: (workspaceId, handle) => {
      if (handles.find(handle) === undefined) return
      const others = entries(workspaceId).filter((entry) => entry.handle !== handle)
      keep(workspaceId, [{ handle, openedAt: now().toISOString() }, ...others])
    },
    forget: (workspaceId, handle) =>
      keep(
        workspaceId,
        entries(workspaceId).filter((entry) => entry.handle !== handle),
      ),
    clear: (workspaceId) => keep(workspaceId, []),
  }
}
