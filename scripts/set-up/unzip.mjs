import { chmod, mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const folderMode = 0o040000
const linkMode = 0o120000

/**
 * Takes those files out of a zip archive for which `choose` answers a path inside `folder`.
 * Enough for one known, verified archive: no zip64, no encryption. A fresh machine need not have `unzip`.
 */
export async function unzip(archive, folder, choose) {
  const file = await open(archive, 'r')
  try {
    for (const entry of await readDirectory(file)) {
      const path = choose(entry.name)
      if (path === undefined || (entry.mode & 0o170000) === folderMode || entry.name.endsWith('/')) continue
      const target = resolve(folder, path)
      if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${entry.name} lies outside the archive's folder`)
      await mkdir(dirname(target), { recursive: true })
      const content = await readContent(file, entry)
      if ((entry.mode & 0o170000) === linkMode) {
        await symlink(content.toString('utf8'), target)
      } else {
        await writeFile(target, content)
        await chmod(target, entry.mode & 0o777)
      }
    }
  } finally {
    await file.close()
  }
}

async function readBytes(file, position, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('The archive is cut short')
  return buffer
}

async function readDirectory(file) {
  const { size } = await file.stat()
  const tail = await readBytes(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('This is no zip archive')
  const directory = await readBytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      position: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readContent(file, { method, packedSize, position }) {
  const header = await readBytes(file, position, 30)
  const start = position + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await readBytes(file, start, packedSize)
  return method === 0 ? packed : inflate(packed)
}
