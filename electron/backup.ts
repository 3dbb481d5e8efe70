import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Answer, Backup, BackupFilter, BackupRequest } from '../shared/ipc.ts'
import { writeAtomically } from './atomic-write.ts'
import { fileRefusal, refuse } from './file-problems.ts'

const ringSize = 10
const extension = '.lintel.json'
const aboutName = 'about.json'
const aboutSchema = z.object({
  workspaceId: z.string(),
  designId: z.string(),
  designName: z.string(),
  workspaceName: z.string().optional(),
})

export interface Backups {
  write: (request: BackupRequest) => Promise<Answer>
  list: (filter: BackupFilter) => Promise<Backup[]>
  read: (backupId: string) => Promise<Answer<{ text: string }>>
  erase: (filter: { workspaceId: string; designId?: string | undefined }) => Promise<void>
}

/**
 * Copies of designs outside IndexedDB: should the library be lost, the last ten states of every design lie here as plain
 * files, `workspace/design/time.lintel.json`, which also open by hand.
 */
export function createBackups(folder: string, now: () => Date = () => new Date()): Backups {
  const ringFolder = (workspaceId: string, designId: string) =>
    join(folder, folderName(workspaceId), folderName(designId))
  // Two writes for one design may overlap; the ring is counted by one at a time.
  let writing: Promise<unknown> = Promise.resolve()

  async function write({ text, ...about }: BackupRequest): Promise<Answer> {
    const ring = ringFolder(about.workspaceId, about.designId)
    try {
      await mkdir(ring, { recursive: true, mode: 0o700 })
      await writeAtomically(join(ring, aboutName), JSON.stringify(about), 0o600)
      const names = await ringNames(ring)
      const newest = names.at(-1)
      if (newest !== undefined && (await readFile(join(ring, newest), 'utf8')) === text) return { ok: true }
      await writeAtomically(join(ring, nextName(now(), newest)), text, 0o600)
      const surplus = names.slice(0, Math.max(0, names.length + 1 - ringSize))
      await Promise.all(surplus.map((name) => rm(join(ring, name), { force: true })))
      return { ok: true }
    } catch (error) {
      return fileRefusal(error, `The backup of ${about.designName}`)
    }
  }

  return {
    write: (request) => {
      const written = writing.then(() => write(request))
      writing = written.catch(() => undefined)
      return written
    },
    list: async (filter) => {
      const found: Backup[] = []
      for (const workspace of await folderNames(folder)) {
        for (const design of await folderNames(join(folder, workspace))) {
          found.push(...(await listRing(folder, workspace, design, filter)))
        }
      }
      return found.toSorted((one, other) => other.savedAt.localeCompare(one.savedAt))
    },
    read: async (backupId) => {
      const [workspace, design, name, ...rest] = backupId.split('/')
      const plain = [workspace, design, name].every((part) => part !== undefined && /^\w[\w.-]*$/.test(part))
      if (!plain || rest.length > 0) return refuse('missing', 'This backup is not there any more.')
      try {
        return { ok: true, text: await readFile(join(folder, backupId), 'utf8') }
      } catch (error) {
        return fileRefusal(error, 'This backup')
      }
    },
    erase: async ({ workspaceId, designId }) => {
      const doomed = designId === undefined ? join(folder, folderName(workspaceId)) : ringFolder(workspaceId, designId)
      await rm(doomed, { recursive: true, force: true })
    },
  }
}

async function listRing(folder: string, workspace: string, design: string, filter: BackupFilter): Promise<Backup[]> {
  const ring = join(folder, workspace, design)
  try {
    const about = aboutSchema.parse(JSON.parse(await readFile(join(ring, aboutName), 'utf8')))
    if (filter.workspaceId !== undefined && filter.workspaceId !== about.workspaceId) return []
    if (filter.designId !== undefined && filter.designId !== about.designId) return []
    const names = await ringNames(ring)
    return await Promise.all(
      names.map(async (name) => ({
        ...about,
        backupId: `${workspace}/${design}/${name}`,
        savedAt: timeOf(name),
        bytes: (await stat(join(ring, name))).size,
      })),
    )
  } catch {
    // A ring being erased meanwhile, or one without its description, is not offered.
    return []
  }
}

/** Ids that are no safe folder names on every system are replaced by their hash. */
const folderName = (id: string): string =>
  /^[a-z0-9][a-z0-9-]{0,63}$/.test(id) ? id : `x${createHash('sha256').update(id).digest('hex').slice(0, 40)}`

/** Colons are no good in file names on Windows. The names sort by time. */
const nameOf = (time: Date): string => `${time.toISOString().replaceAll(':', '-')}${extension}`
const timeOf = (name: string): string => name.slice(0, -extension.length).replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')

/** Later than the newest, also when two come in one millisecond or the clock was set back. */
function nextName(time: Date, newest: string | undefined): string {
  if (newest === undefined || nameOf(time) > newest) return nameOf(time)
  return nameOf(new Date(Date.parse(timeOf(newest)) + 1))
}

const ringNames = async (ring: string): Promise<string[]> =>
  (await readdir(ring)).filter((name) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.lintel\.json$/.test(name)).toSorted()

async function folderNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  } catch {
    return []
  }
}
