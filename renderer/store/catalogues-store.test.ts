import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'
import {
  cataloguesStore,
  dropCatalogues,
  importCatalogues,
  showCataloguesOf,
  startCatalogues,
} from './catalogues-store.ts'
import { library } from './library-database.ts'
import { workspaceStore } from './workspace-store.ts'

const file = (id: string, title = 'Own risk'): string =>
  JSON.stringify({
    format: 'lintel/catalogues',
    version: 1,
    catalogues: [{ id, title: 'List', source: 'Security board, 2026', editions: { '1': { H1: title } } }],
  })
const ids = (): readonly string[] => (cataloguesStore.getState().update?.catalogues ?? []).map(({ id }) => id)
const open = (id: string): void => workspaceStore.setState({ id })

beforeEach(async () => {
  await library.catalogues.clear()
  cataloguesStore.setState({ update: undefined, fileName: undefined })
  open('w-one')
})

describe('the catalogues of a workspace', () => {
  it('are there when it is opened again, with those of earlier files, and never in another', async () => {
    expect(await importCatalogues('one.json', file('one'))).toMatchObject({
      kept: { catalogues: [{ id: 'one' }] },
      problems: [],
    })
    await importCatalogues('two.json', file('two'))
    expect(ids()).toEqual(['one', 'two'])
    open('w-two')
    await showCataloguesOf('w-two')
    expect(ids()).toEqual([])
    open('w-one')
    await showCataloguesOf('w-one')
    expect([ids(), cataloguesStore.getState().fileName]).toEqual([['one', 'two'], 'two.json'])
  })

  it('refuse what would change the meaning of an id that an earlier file brought', async () => {
    await importCatalogues('one.json', file('one'))
    const again = await importCatalogues('again.json', file('one', 'Another risk'))
    expect(again.kept).toBeUndefined()
    expect(again.problems[0]?.sentence).toContain('An id never changes its meaning')
    expect(cataloguesStore.getState().fileName).toBe('one.json')
  })

  it('are gone the moment another workspace is opened, and can be given up', async () => {
    await importCatalogues('one.json', file('one'))
    const stop = startCatalogues()
    open('w-two')
    expect(ids()).toEqual([])
    stop()
    open('w-one')
    await showCataloguesOf('w-one')
    await dropCatalogues()
    expect([ids(), await library.catalogues.count()]).toEqual([[], 0])
  })

  it('that this version cannot read do not count', async () => {
    const update = { format: 'lintel/catalogues', version: 99 } as unknown as CatalogueUpdate
    await library.catalogues.put({ workspaceId: 'w-one', fileName: 'new.json', importedAt: 0, update })
    await showCataloguesOf('w-one')
    expect(cataloguesStore.getState().update).toBeUndefined()
  })
})
