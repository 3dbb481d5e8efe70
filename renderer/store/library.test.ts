import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { printDesign } from '../../shared/design/print.ts'
import {
  asNewDesign,
  createWorkspace,
  deleteDesign,
  dropEmptyWorkspace,
  duplicateDesign,
  ensureWorkspace,
  importDesign,
  isFresh,
  keepDeletedMs,
  listDesigns,
  listRecentDesigns,
  listWorkspaces,
  loadDesign,
  purgeDeleted,
  renameDesign,
  renameWorkspace,
  restoreDesign,
  saveDesign,
  saveLink,
  withoutKept,
} from './library.ts'
import { library } from './library-database.ts'

const design = (id: string, name = id): Design => ({ format: 'lintel/design', version: 1, id, name })

beforeEach(async () => {
  await library.workspaces.clear()
  await library.designs.clear()
  await library.cards.clear()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('workspaces', () => {
  it('begin with one, made once even when two ask', async () => {
    expect(await isFresh()).toBe(true)
    await Promise.all([ensureWorkspace(), ensureWorkspace()])
    expect((await listWorkspaces()).map((one) => one.name)).toEqual(['My workspace'])
    expect(await isFresh()).toBe(false)
  })
  it('get free names, keep ids, and are renamed', async () => {
    const one = await createWorkspace('Bank')
    const two = await createWorkspace('Bank')
    expect([one.name, two.name]).toEqual(['Bank', 'Bank 2'])
    await renameWorkspace(one.id, ' Insurer ')
    expect((await listWorkspaces()).find(({ id }) => id === one.id)?.name).toBe('Insurer')
    expect((await createWorkspace('Restored', 'w-old')).id).toBe('w-old')
  })
  it('show nothing of one another, even under the same id', async () => {
    await saveDesign('w-1', design('d', 'Ours'))
    await saveDesign('w-2', design('d', 'Theirs'))
    expect((await listDesigns('w-1')).map((one) => one.name)).toEqual(['Ours'])
    await renameDesign('w-2', 'd', 'Renamed')
    expect((await loadDesign('w-1', 'd'))?.document.name).toBe('Ours')
  })
})

describe('designs', () => {
  it('are listed last changed first and keep unknown fields', async () => {
    const odd = { ...design('a'), futureField: { deep: [1, 2] } }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
    await saveDesign('w', odd)
    vi.setSystemTime(Date.UTC(2026, 0, 2))
    await saveDesign('w', design('b'))
    expect((await listDesigns('w')).map((one) => one.id)).toEqual(['b', 'a'])
    expect((await loadDesign('w', 'a'))?.document).toEqual(odd)
  })
  it('are named for a list of the recent ones, of this workspace alone and without the deleted', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const [second, id] of ['a', 'b', 'c', 'd'].entries()) {
      vi.setSystemTime(second * 1000)
      await saveDesign('w', design(id))
    }
    await saveDesign('w-2', design('theirs'))
    await deleteDesign('w', 'd')
    expect((await listRecentDesigns('w', 2)).map(({ name }) => name)).toEqual(['c', 'b'])
  })
  it('are renamed in the document too; an empty name is refused', async () => {
    await saveDesign('w', design('a', 'Old'))
    await renameDesign('w', 'a', 'New')
    expect((await loadDesign('w', 'a'))?.document.name).toBe('New')
    await renameDesign('w', 'a', '  ')
    expect((await loadDesign('w', 'a'))?.document.name).toBe('New')
  })
  it('are duplicated under a fresh id and a free name', async () => {
    await saveDesign('w', design('a', 'RAG'))
    const copy = await duplicateDesign('w', 'a')
    expect(copy?.name).toBe('RAG 2')
    expect(copy?.id).not.toBe('a')
    expect(await listDesigns('w')).toHaveLength(2)
  })
  it('come back after being deleted, until they are purged', async () => {
    await saveDesign('w', design('a'))
    await deleteDesign('w', 'a')
    expect(await listDesigns('w')).toEqual([])
    await restoreDesign('w', 'a')
    expect((await listDesigns('w')).map((one) => one.id)).toEqual(['a'])
    await deleteDesign('w', 'a')
    expect(await purgeDeleted(Date.now())).toEqual([])
    expect(await purgeDeleted(Date.now() + keepDeletedMs + 1000)).toEqual([{ workspaceId: 'w', id: 'a' }])
    expect(await library.designs.count()).toBe(0)
  })
  it('take the picture under them along when they are purged, and never into a copy', async () => {
    await saveDesign('w', design('a'))
    const picture = { type: 'image/png', bytes: new Uint8Array([1]), x: 0, y: 0, w: 10, h: 10, opacity: 0.5 } as const
    await library.underlays.put({ workspaceId: 'w', id: 'a', ...picture })
    const copy = await duplicateDesign('w', 'a')
    expect(await library.underlays.get(['w', copy?.id ?? ''])).toBeUndefined()
    expect(JSON.stringify(copy)).not.toContain('image/png')
    await deleteDesign('w', 'a')
    expect(await library.underlays.count()).toBe(1)
    await purgeDeleted(Date.now() + keepDeletedMs + 1000)
    expect(await library.underlays.count()).toBe(0)
  })
  it('of a name of 10,000 characters are kept whole', async () => {
    const name = 'x'.repeat(10_000)
    await saveDesign('w', design('a', name))
    expect((await listDesigns('w'))[0]?.name).toBe(name)
  })
  it('new in a workspace share neither id nor name with another', async () => {
    await saveDesign('w', design('a', 'RAG'))
    const fresh = await asNewDesign('w', design('a', 'RAG'))
    expect(fresh.id).not.toBe('a')
    expect(fresh.name).toBe('RAG 2')
    expect((await asNewDesign('w', design('a', ''))).name).toBe('Untitled design')
  })
})

describe('import', () => {
  it('never overwrites: new comes in, same opens, another one under the same id is a copy', async () => {
    expect((await importDesign('w', design('a', 'One'))).was).toBe('new')
    expect((await importDesign('w', design('a', 'One'))).was).toBe('same')
    const { document, was } = await importDesign('w', design('a', 'Two'))
    expect(was).toBe('copied')
    expect(document.id).not.toBe('a')
    expect((await loadDesign('w', 'a'))?.document.name).toBe('One')
  })
  it('knows its own design again in the file that was saved of it, after whatever edits', async () => {
    const edited: Design = { ...design('a', 'One'), requirements: [], summary: 'said after the requirements' }
    await saveDesign('w', edited)
    const inFile = JSON.parse(printDesign(edited)) as Design
    expect(Object.keys(inFile)).not.toEqual(Object.keys(edited))
    expect((await importDesign('w', inFile)).was).toBe('same')
    const colleague = { summary: 'by a colleague', ...design('a', 'One') }
    const { document } = await importDesign('w', colleague)
    expect(await importDesign('w', { ...design('a', 'One'), summary: 'by a colleague' })).toEqual({
      document,
      was: 'copied',
    })
  })
  it('makes one copy of one file, however often it is opened', async () => {
    await importDesign('w', design('a', 'One'))
    const edited = { ...design('a', 'One'), summary: 'by a colleague' }
    const { document } = await importDesign('w', edited)
    expect(await importDesign('w', edited)).toEqual({ document, was: 'copied' })
    expect(await listDesigns('w')).toHaveLength(2)
  })
  it('takes the place of a deleted one', async () => {
    await saveDesign('w', design('a', 'Old'))
    await deleteDesign('w', 'a')
    expect((await importDesign('w', design('a', 'Again'))).was).toBe('new')
    expect((await listDesigns('w')).map((one) => one.name)).toEqual(['Again'])
  })
})

describe('beside the document', () => {
  const headlines = { openFindings: 3, worst: 'high' } as const
  it('what a card says is kept apart, stays with edits and comes along into a copy', async () => {
    await saveDesign('w', design('a'))
    await library.cards.put({ workspaceId: 'w', id: 'a', headlines })
    await saveDesign('w', design('a', 'Edited'))
    await duplicateDesign('w', 'a')
    expect((await listDesigns('w')).map((one) => one.headlines)).toEqual([headlines, headlines])
    expect(await loadDesign('w', 'a')).not.toHaveProperty('headlines')
    expect((await listDesigns('other')).length).toBe(0)
  })
  it('what a card says goes with its design', async () => {
    await saveDesign('w', design('a'))
    await library.cards.put({ workspaceId: 'w', id: 'a', headlines })
    await deleteDesign('w', 'a')
    await importDesign('w', design('a'))
    expect((await listDesigns('w'))[0]).not.toHaveProperty('headlines')
    await library.cards.put({ workspaceId: 'w', id: 'a', headlines })
    await deleteDesign('w', 'a')
    await purgeDeleted(Date.now() + keepDeletedMs + 1000)
    expect(await library.cards.count()).toBe(0)
  })
  it('a document is read as an older version stored it, and as text from its next save on', async () => {
    const stored = await saveDesign('w', design('a'))
    await library.designs.put(stored)
    expect(await loadDesign('w', 'a')).toEqual(stored)
    expect(await listDesigns('w')).toEqual([stored])
    await renameDesign('w', 'a', 'Renamed')
    expect((await library.designs.get(['w', 'a']))?.document).toBe(JSON.stringify(design('a', 'Renamed')))
    expect((await loadDesign('w', 'a'))?.document).toEqual(design('a', 'Renamed'))
  })
  it('what a card says is read as an older version stored it, until something newer is said', async () => {
    await library.designs.put({ ...(await saveDesign('w', design('a'))), headlines })
    await saveDesign('w', design('a', 'Edited'))
    expect((await listDesigns('w'))[0]?.headlines).toEqual(headlines)
    await library.cards.put({ workspaceId: 'w', id: 'a', headlines: { openFindings: 0 } })
    expect((await listDesigns('w'))[0]?.headlines).toEqual({ openFindings: 0 })
  })
  const file = { handle: 'h', fileName: 'a.lintel.json', folder: '~', lags: false }
  it('the linked file stays known, and whether it lags', async () => {
    await saveDesign('w', design('a'), { file })
    await saveDesign('w', design('a', 'Edited'), { lags: true })
    expect((await loadDesign('w', 'a'))?.file).toEqual({ ...file, lags: true })
    await saveLink('w', 'a', file)
    expect((await loadDesign('w', 'a'))?.file?.lags).toBe(false)
    await renameDesign('w', 'a', 'Renamed')
    expect((await loadDesign('w', 'a'))?.file?.lags).toBe(true)
  })
  it('a copy leaves the file to the original', async () => {
    await saveDesign('w', design('a'), { file })
    const copy = await duplicateDesign('w', 'a')
    expect((await loadDesign('w', copy?.id ?? ''))?.file).toBeUndefined()
    expect((await importDesign('w', design('a', 'Another'), { file })).was).toBe('copied')
    expect((await listDesigns('w')).filter((one) => one.file !== undefined).map(({ id }) => id)).toEqual(['a'])
  })
  it('what may only be looked at keeps its text and its name', async () => {
    await importDesign('w', design('a', 'Newer'), { readOnlyText: '{"version":2}' })
    expect(await renameDesign('w', 'a', 'Mine')).toBeUndefined()
    const copy = await duplicateDesign('w', 'a')
    for (const id of ['a', copy?.id ?? '']) {
      expect((await loadDesign('w', id))?.readOnlyText).toBe('{"version":2}')
    }
    expect((await importDesign('w', design('a', 'Newer'), { readOnlyText: '{"version":3}' })).was).toBe('copied')
  })
  it('nothing of a deleted design passes over to one that comes in under its id', async () => {
    await saveDesign('w', design('a'), { file, readOnlyText: '{}' })
    await deleteDesign('w', 'a')
    await importDesign('w', design('a'))
    expect(await loadDesign('w', 'a')).toEqual({
      workspaceId: 'w',
      id: 'a',
      name: 'a',
      updatedAt: expect.any(Number),
      document: design('a'),
    })
  })
})

describe('recovery', () => {
  it('leaves out what the library holds, deleted designs too', async () => {
    await saveDesign('w', design('a'))
    await saveDesign('w', design('b'))
    await deleteDesign('w', 'b')
    const ids = (...list: string[]) => list.map((designId) => ({ workspaceId: 'w', designId }))
    expect(await withoutKept([...ids('a', 'b', 'c'), { workspaceId: 'other', designId: 'a' }])).toEqual([
      ...ids('c'),
      { workspaceId: 'other', designId: 'a' },
    ])
  })
  it('takes away a workspace only when nothing was ever kept in it', async () => {
    const { id } = await createWorkspace('My workspace')
    await saveDesign(id, design('a'))
    await deleteDesign(id, 'a')
    expect(await dropEmptyWorkspace(id)).toBe(false)
    await library.designs.clear()
    expect(await dropEmptyWorkspace(id)).toBe(true)
    expect(await listWorkspaces()).toEqual([])
  })
})
