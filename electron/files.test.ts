import { mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createFileHandles, fileHandlesSchema, nameFile } from './file-handles.ts'
import { createFiles, type Files } from './files.ts'
import { openStoredState } from './stored-state.ts'

let folder: string
let path: string
let files: Files

const start = () =>
  createFiles(createFileHandles(openStoredState(join(folder, 'files.json'), fileHandlesSchema, { files: [] })))

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

  test('a missing file, a folder, a picture and a giant are refused with a sentence', async () => {
    expect(await files.openPath(join(folder, 'none.json'))).toMatchObject({ ok: false, reason: 'missing' })
    expect(await files.openPath(folder)).toMatchObject({ ok: false, reason: 'failed' })
    await writeFile(join(folder, 'picture.json'), Buffer.from([0x89, 0x50, 0xff, 0xfe]))
    expect(await files.openPath(join(folder, 'picture.json'))).toMatchObject({
      problems: ['picture.json is not a text file, so it cannot be a design.'],
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
    await new Promise((resolve) => setTimeout(resolve, 50))
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

test('the home folder is shown as ~', () => {
  expect(nameFile('1', '/home/ada/work/a.json', '/home/ada')).toEqual({
    handle: '1',
    fileName: 'a.json',
    folder: '~/work',
  })
  expect(nameFile('1', '/home/adam/a.json', '/home/ada').folder).toBe('/home/adam')
})
