import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { BackupRequest } from '../shared/ipc.ts'
import { createBackups, type Backups } from './backup.ts'

let folder: string
let backups: Backups
let clock: number

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'backup-')), 'backups')
  clock = Date.UTC(2026, 4, 5, 6, 7, 8)
  backups = createBackups(folder, () => new Date(clock))
})

const rag = { workspaceId: 'acme', designId: 'rag', designName: 'Research RAG' }
const write = (text: string, about: Omit<BackupRequest, 'text'> = rag) => backups.write({ ...about, text })
const texts = async (filter = {}) =>
  Promise.all(
    (await backups.list(filter)).map(async ({ backupId }) => {
      const read = await backups.read(backupId)
      return read.ok ? read.text : read.problems.join()
    }),
  )

test('what was written can be listed and read back, newest first', async () => {
  await write('one')
  clock += 60_000
  await write('two')
  expect(await backups.list({ workspaceId: 'acme' })).toMatchObject([
    { ...rag, savedAt: '2026-05-05T06:08:08.000Z', bytes: 3 },
    { savedAt: '2026-05-05T06:07:08.000Z' },
  ])
  expect(await texts()).toEqual(['two', 'one'])
})

test('a ring says the present names, also when the text is the same', async () => {
  await write('one')
  await write('one', { ...rag, designName: 'RAG', workspaceName: 'Acme' })
  expect(await backups.list({})).toMatchObject([{ designName: 'RAG', workspaceName: 'Acme' }])
})

test('ten are kept for each design, the newest ones', async () => {
  for (let index = 0; index < 14; index++) {
    clock += 1000
    await write(`text ${index}`)
  }
  await write('other', { ...rag, designId: 'fraud' })
  expect(await texts({ designId: 'rag' })).toEqual(Array.from({ length: 10 }, (_, index) => `text ${13 - index}`))
  expect(await texts({ designId: 'fraud' })).toEqual(['other'])
})

test('order holds within one millisecond, with writes at once, and when the clock goes back', async () => {
  await Promise.all(['a', 'b', 'c'].map((text) => write(text)))
  clock -= 3_600_000
  await write('d')
  expect(await texts()).toEqual(['d', 'c', 'b', 'a'])
})

test('an unchanged text is not written again', async () => {
  await write('same')
  clock += 1000
  await write('same')
  expect(await backups.list({})).toHaveLength(1)
})

test('a workspace sees its own only; erasing takes a design or a workspace', async () => {
  await write('mine')
  await write('theirs', { ...rag, workspaceId: 'globex' })
  expect(await texts({ workspaceId: 'acme' })).toEqual(['mine'])
  await backups.erase({ workspaceId: 'acme' })
  expect(await texts()).toEqual(['theirs'])
  await backups.erase({ workspaceId: 'globex', designId: 'rag' })
  expect(await texts()).toEqual([])
})

test('ids that are no folder names stay inside the folder', async () => {
  await write('odd', { ...rag, workspaceId: '../../etc', designId: 'CON\0/..' })
  expect(await texts({ workspaceId: '../../etc' })).toEqual(['odd'])
  expect(await readdir(folder)).toHaveLength(1)
})

test.each(['../../etc/passwd', 'acme/rag/../../../etc/passwd', 'acme/rag', '/etc/passwd', 'acme/rag/about.json/x', ''])(
  'the id %j reads nothing',
  async (backupId) => {
    await write('one')
    expect(await backups.read(backupId)).toMatchObject({ ok: false })
  },
)

test('a folder that cannot be made is a sentence', async () => {
  await writeFile(join(folder, '..', 'blocked'), '')
  const blocked = createBackups(join(folder, '..', 'blocked', 'backups'))
  expect(await blocked.write({ ...rag, text: 'x' })).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('backup of Research RAG')],
  })
})
