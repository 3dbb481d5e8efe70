import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file so that at every moment, a power cut included, its path holds either the old or the new content, whole:
 * a temporary file beside it, flushed to the disk, then renamed over it. A symbolic link keeps pointing where it did.
 * Throws the file system's error, which names the file that was wanted.
 */
export async function writeAtomically(path: string, content: string | Uint8Array, newMode = 0o666): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => undefined,
  )
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode ?? newMode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    if (error instanceof Error && 'path' in error) error.path = path
    throw error
  }
  await flushFolder(dirname(target))
}

/** Makes the rename itself survive a power cut; Windows has no such operation and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch {
    // Some network file systems refuse to flush a folder; the content is already safe.
  } finally {
    await handle.close()
  }
}
