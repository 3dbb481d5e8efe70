import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'

/** The types of all files the build makes; anything else is served as bytes. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

export const contentType = (path: string): string =>
  contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'

/**
 * The file in `folder` that the path of an address names, or nothing if it would lie outside the folder.
 * `/` is the index. Encoded slashes, backslashes, `..` and zero bytes lead nowhere.
 */
export function bundlePath(folder: string, addressPath: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(addressPath)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.includes('\\') || /%(2f|5c)/i.test(addressPath)) return undefined
  const root = resolve(folder)
  const file = resolve(join(root, decoded === '/' || decoded === '' ? 'index.html' : decoded))
  const within = relative(root, file)
  const outside = within === '' || within === '..' || within.startsWith(`..${sep}`) || resolve(within) === within
  return outside ? undefined : file
}

export interface BundleFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
}

/** Reads a file of the built page; nothing if there is none of that name. */
export async function readBundleFile(folder: string, addressPath: string): Promise<BundleFile | undefined> {
  const path = bundlePath(folder, addressPath)
  if (path === undefined) return undefined
  try {
    return { bytes: new Uint8Array(await readFile(path)), type: contentType(path) }
  } catch {
    return undefined
  }
}
