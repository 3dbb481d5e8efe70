import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const at = (...path) => join(root, ...path)

/** Where things too large for the project are kept between runs, outside of it. */
export function cacheFolder() {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'lintel', 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'lintel')
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lintel')
}
