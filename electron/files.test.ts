import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createFileHandles, fileHandlesSchema, type FileHandlesState, nameFile } from './file-handles.ts'
import { fileRefusal } from './file-problems.ts'
import { createFiles, type Files } from './files.ts'
import { openStoredState, type StoredState } from './stored-state.ts'

let folder: string
let path: string
let handles: StoredState<FileHandlesState>
let files: Files

const start = () => {
  handles = openStoredState(join(folder, 'files.json'), fileHandlesSchema, { files: [] })
  return createFiles(createFileHandles(handles))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  path = join(folder, 'rag.lintel.json')
  await writeFile(path, '{"name":"RAG"}')
  files = start()
})

async function openIt() {
  const opened = await files.openPath(path)
  if (!opened.ok) throw new Error(opened.problems.join())
  return opened
}

describe('opening', () => {
  test('gives the text, the name and a handle that says nothing of the path', async () => {
    const opened = await openIt()
    expect(opened).toMatchObject({ fileName: 'rag.lintel.json', text: '{"name":"RAG"}' })
    expect(opened.handle).not.toContain('rag')
    expect((await openIt()).handle).toBe(opened.handle)
  })

  test('a missing file, a folder, an archive and a giant are refused with a sentence', async () => {
    expect(await files.openPath(join(folder, 'none.json'))).toMatchObject({ ok: false, reason: 'missing' })
    expect(await files.openPath(folder)).toMatchObject({ ok: false, reason: 'no-file' })
    await writeFile(join(folder, 'archive.json'), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00]))
    expect(await files.openPath(join(folder, 'archive.json'))).toMatchObject({
      problems: ['archive.json is not a text file, so nothing can be read from it.'],
    })
    await truncate(path, 51 * 1024 * 1024)
    expect(await files.openPath(path)).toMatchObject({ problems: [expect.stringContaining('51 MB')] })
  })

  test('a handle nobody gave out opens nothing', async () => {
    expect(await files.read('/etc/passwd')).toMatchObject({ ok: false, reason: 'missing' })
    expect(await files.save({ handle: path, text: 'x' })).toMatchObject({ ok: false, reason: 'missing' })
  })
})

describe('saving', () => {
  test('writes where the file came from, again and again, also after a restart', async () => {
    const { handle } = await openIt()
    expect(await files.save({ handle, text: 'one' })).toMatchObject({ ok: true, fileName: 'rag.lintel.json' })
    expect(await files.save({ handle, text: 'two' })).toMatchObject({ ok: true })
    await handles.settled()
    files = start()
    expect(await files.save({ handle, text: 'three' })).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('three')
  })

  test('does not overwrite what another program wrote, unless told to', async () => {
    const { handle } = await openIt()
    await writeFile(path, 'by a colleague')
    expect(await files.state(handle)).toBe('changed-outside')
    expect(await files.save({ handle, text: 'mine' })).toMatchObject({ ok: false, reason: 'changed-outside' })
    expect(await readFile(path, 'utf8')).toBe('by a colleague')
    expect(await files.save({ handle, text: 'mine', overwrite: true })).toMatchObject({ ok: true })
    expect(await files.state(handle)).toBe('same')
  })

  test('a file that was only touched counts as the same', async () => {
    const { handle } = await openIt()
    await utimes(path, 1, 1)
    expect(await files.state(handle)).toBe('same')
  })

  test('a file deleted meanwhile is not silently made again', async () => {
    const { handle } = await openIt()
    await rm(path)
    expect(await files.state(handle)).toBe('missing')
    expect(await files.save({ handle, text: 'x' })).toMatchObject({ ok: false, reason: 'missing' })
  })

  test('a folder that is gone is a sentence, not a crash', async () => {
    expect(await files.saveTo(join(folder, 'gone', 'a.lintel.json'), 'x')).toMatchObject({ ok: false })
  })

  test('exports write bytes as they are', async () => {
    const deck = join(folder, 'deck.pptx')
    expect(await files.exportTo(deck, new Uint8Array([0, 255]))).toMatchObject({ ok: true, fileName: 'deck.pptx' })
    expect([...(await readFile(deck))]).toEqual([0, 255])
  })
})

describe('an export that cannot be written says why and what helps, and leaves no half file', () => {
  const isRoot = process.getuid?.() === 0
  const deck = new Uint8Array(400_000)

  test('where a folder has its name', async () => {
    await mkdir(join(folder, 'deck.pptx'))
    const before = await readdir(folder)
    expect(await files.exportTo(join(folder, 'deck.pptx'), deck)).toMatchObject({
      problems: ['deck.pptx is a folder, not a file. Choose another name.'],
    })
    expect(await readdir(folder)).toEqual(before)
  })

  test('into a folder that is gone, as a drive that was pulled out', async () => {
    expect(await files.exportTo(join(folder, 'gone', 'deck.pptx'), deck)).toMatchObject({
      reason: 'missing',
      problems: ['deck.pptx was not written: the folder gone is not there. Make it, or choose another one.'],
    })
  })

  test.skipIf(isRoot)('into a folder without the right to write (skipped for root, who may)', async () => {
    await chmod(folder, 0o555)
    const written = await files.exportTo(join(folder, 'deck.pptx'), deck)
    await chmod(folder, 0o755)
    expect(written).toMatchObject({ problems: [expect.stringContaining('Choose another one')] })
    expect(await readdir(folder)).not.toContain('deck.pptx')
  })

  test('on a full disk, and on one that is read only (where a small disk can be mounted)', async ({ skip }) => {
    const disk = join(folder, 'disk')
    await mkdir(disk)
    if (!mounted(disk)) skip('no disk can be mounted here')
    try {
      const target = join(disk, 'deck.pptx')
      await writeFile(target, 'the deck of before')
      expect(await files.exportTo(target, deck)).toMatchObject({
        problems: [
          'The disk is full, so deck.pptx was not written. Free some space or choose another disk, then try again.',
        ],
      })
      expect(await files.exportTo(join(disk, 'small.docx'), new Uint8Array(100))).toMatchObject({ ok: true })
      execFileSync('mount', ['-o', 'remount,ro', disk])
      expect(await files.exportTo(target, new Uint8Array(100))).toMatchObject({
        problems: [expect.stringMatching(/cannot be written. Choose another folder/)],
      })
      expect(await readFile(target, 'utf8')).toBe('the deck of before')
      expect((await readdir(disk)).toSorted()).toEqual(['deck.pptx', 'small.docx'])
    } finally {
      execFileSync('umount', [disk])
    }
  })

  test.each(['EBUSY', 'EPERM', 'EACCES', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENAMETOOLONG'])(
    'with a remedy for %s',
    (code) => {
      const { problems } = fileRefusal(Object.assign(new Error(code), { code }), 'deck.pptx')
      expect(problems.join(' ')).toMatch(/deck\.pptx.*(?:Close|close|Choose|Free|Save a copy)/)
    },
  )
})

/** Mounts a disk of 200 kB; not everybody may. */
function mounted(at: string): boolean {
  if (process.platform !== 'linux') return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the home folder is shown as ~', () => {
  expect(nameFile('1', '/home/ada/work/a.json', '/home/ada')).toEqual({
    handle: '1',
    fileName: 'a.json',
    folder: '~/work',
  })
  expect(nameFile('1', '/home/adam/a.json', '/home/ada').folder).toBe('/home/adam')
})
