import { createHash, randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { basename, dirname, sep } from 'node:path'
import { z } from 'zod'
import type { FileHandle, FileName } from '../shared/ipc.ts'
import type { StoredState } from './stored-state.ts'

/** How a file looked when this program last read or wrote it. */
const imprintSchema = z.object({ mtimeMs: z.number(), size: z.number(), sha256: z.string() })
export type Imprint = z.infer<typeof imprintSchema>

const entrySchema = z.object({ handle: z.string(), path: z.string(), imprint: imprintSchema.optional() })
export const fileHandlesSchema = z.object({ files: z.array(entrySchema) })
export type FileHandlesState = z.infer<typeof fileHandlesSchema>
export type HandleEntry = z.infer<typeof entrySchema>

const keptFiles = 500

/**
 * Which path each handle stands for. The page holds handles only, so it can ask for no path
 * that a dialog, a drop, the command line or a file association did not give.
 */
export interface FileHandles {
  /** The handle of a path; the same path keeps the same handle, also after a restart. */
  handleOf: (path: string) => FileHandle
  find: (handle: FileHandle) => HandleEntry | undefined
  setImprint: (handle: FileHandle, imprint: Imprint) => void
}

export function createFileHandles(state: StoredState<FileHandlesState>): FileHandles {
  const keep = (entry: HandleEntry) => {
    const others = state.get().files.filter((file) => file.handle !== entry.handle)
    void state.set({ files: [entry, ...others].slice(0, keptFiles) })
  }
  return {
    handleOf: (path) => {
      const known = state.get().files.find((file) => file.path === path)
      const entry = known ?? { handle: randomUUID(), path }
      keep(entry)
      return entry.handle
    },
    find: (handle) => state.get().files.find((file) => file.handle === handle),
    setImprint: (handle, imprint) => {
      const known = state.get().files.find((file) => file.handle === handle)
      if (known !== undefined) keep({ ...known, imprint })
    },
  }
}

/** What the page may know of a file. */
export function nameFile(handle: FileHandle, path: string, home = homedir()): FileName {
  const folder = dirname(path)
  const inHome = folder === home || folder.startsWith(home.endsWith(sep) ? home : home + sep)
  return { handle, fileName: basename(path), folder: inHome ? `~${folder.slice(home.length)}` : folder }
}

export const fingerprint = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
