import { open, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { textOfFile } from '../shared/design/file-text.ts'
import { drawingInPng, isPng } from '../shared/interchange/draw-io/carried-drawing.ts'
import type { Answer, FileHandle, FileName, FileState, OpenedFile, SavedFile, SaveRequest } from '../shared/ipc.ts'
import { writeAtomically } from './atomic-write.ts'
import { fingerprint, nameFile, type FileHandles, type Imprint } from './file-handles.ts'
import { fileRefusal, refuse, writeRefusal } from './file-problems.ts'

/** Above this a file is no design: real ones hold a few hundred kilobytes. */
export const largestFileBytes = 50 * 1024 * 1024

/** Reading and writing design files on disk, by handle or by a path that a person gave. */
export interface Files {
  openPath: (path: string) => Promise<Answer<OpenedFile>>
  read: (handle: FileHandle) => Promise<Answer<OpenedFile>>
  save: (request: SaveRequest) => Promise<Answer<SavedFile>>
  saveTo: (path: string, text: string) => Promise<Answer<SavedFile>>
  exportTo: (path: string, content: string | Uint8Array) => Promise<Answer<FileName>>
  state: (handle: FileHandle) => Promise<FileState>
  /** Remembers a folder that a person chose. */
  nameFolder: (path: string) => Answer<FileName>
  /** Files in such a folder: `name` is a plain file name. */
  readBeside: (folder: FileHandle, name: string) => Promise<Answer<{ text: string }>>
  writeBeside: (folder: FileHandle, name: string, content: string | Uint8Array) => Promise<Answer<FileName>>
  pathOf: (handle: FileHandle) => string | undefined
}

const unknownHandle = () => refuse('missing', 'The file of this design is not known any more. Open it again.')

const unknownFolder = () => refuse('missing', 'The folder is not known any more. Choose it again.')

export function createFiles(handles: FileHandles): Files {
  async function openPath(path: string): Promise<Answer<OpenedFile>> {
    const read = await readText(path)
    if (!read.ok) return read
    const handle = handles.handleOf(path)
    handles.setImprint(handle, read.imprint)
    return { ok: true, ...nameFile(handle, path), text: read.text }
  }

  async function saveTo(path: string, text: string): Promise<Answer<SavedFile>> {
    const written = await writeText(path, text)
    if (!written.ok) return written
    const handle = handles.handleOf(path)
    handles.setImprint(handle, written.imprint)
    return { ok: true, ...nameFile(handle, path), savedAt: new Date(written.imprint.mtimeMs).toISOString() }
  }

  async function exportTo(path: string, content: string | Uint8Array): Promise<Answer<FileName>> {
    const written = await writeText(path, content)
    return written.ok ? { ok: true, ...nameFile(handles.handleOf(path), path) } : written
  }

  return {
    openPath,
    saveTo,
    read: async (handle) => {
      const known = handles.find(handle)
      return known === undefined ? unknownHandle() : openPath(known.path)
    },
    save: async ({ handle, text, overwrite }) => {
      const known = handles.find(handle)
      if (known === undefined) return unknownHandle()
      const name = basename(known.path)
      if (overwrite !== true) {
        const state = await compare(known.path, known.imprint)
        if (state === 'missing') return refuse('missing', `${name} is not where it was. Save it as a new file.`)
        if (state === 'changed-outside') {
          return refuse('changed-outside', `Another program changed ${name} since it was opened here.`)
        }
      }
      return saveTo(known.path, text)
    },
    exportTo,
    nameFolder: (path) => ({ ok: true, ...nameFile(handles.handleOf(path), path) }),
    readBeside: async (folder, name) => {
      const known = handles.find(folder)
      if (known === undefined) return unknownFolder()
      const read = await readText(join(known.path, name))
      return read.ok ? { ok: true, text: read.text } : read
    },
    writeBeside: async (folder, name, content) => {
      const known = handles.find(folder)
      return known === undefined ? unknownFolder() : exportTo(join(known.path, name), content)
    },
    state: async (handle) => {
      const known = handles.find(handle)
      return known === undefined ? 'missing' : compare(known.path, known.imprint)
    },
    pathOf: (handle) => handles.find(handle)?.path,
  }
}

/** Cheap when nothing happened: the content is read only if time or size differ. */
async function compare(path: string, imprint: Imprint | undefined): Promise<FileState> {
  try {
    const found = await stat(path)
    if (imprint === undefined) return 'same'
    if (found.mtimeMs === imprint.mtimeMs && found.size === imprint.size) return 'same'
  } catch {
    return 'missing'
  }
  const read = await readText(path)
  return read.ok && read.imprint.sha256 === imprint.sha256 ? 'same' : 'changed-outside'
}

async function readText(path: string): Promise<Answer<{ text: string; imprint: Imprint }>> {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const { mtimeMs, size } = await file.stat()
      if (size > largestFileBytes) {
        const megabytes = Math.round(size / 1024 / 1024)
        return refuse(
          'failed',
          `${name} holds ${megabytes} MB; a design has at most 50 MB. It is probably another kind of file.`,
        )
      }
      const bytes = await file.readFile()
      const drawing = drawingInPng(bytes)
      if (drawing === undefined && isPng(bytes)) {
        return refuse(
          'failed',
          `${name} is a picture without a drawing in it, so it cannot be a design. To trace it, drop it onto the canvas as a .png or .jpg file.`,
        )
      }
      const imprint = { mtimeMs, size, sha256: fingerprint(bytes) }
      if (drawing !== undefined) return { ok: true, text: drawing, imprint }
      const read = textOfFile(bytes, name, TextDecoder)
      return read.ok ? { ok: true, text: read.text, imprint } : refuse('failed', read.sentence)
    } finally {
      await file.close()
    }
  } catch (error) {
    return fileRefusal(error, name)
  }
}

async function writeText(path: string, content: string | Uint8Array): Promise<Answer<{ imprint: Imprint }>> {
  const name = basename(path)
  if (Buffer.byteLength(content) > largestFileBytes) {
    return refuse('failed', `${name} would hold more than 50 MB, so it was not written. Make the design smaller.`)
  }
  try {
    await writeAtomically(path, content)
    const { mtimeMs, size } = await stat(path)
    return { ok: true, imprint: { mtimeMs, size, sha256: fingerprint(content) } }
  } catch (error) {
    return writeRefusal(error, name, basename(dirname(path)))
  }
}
