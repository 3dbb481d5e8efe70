import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addComponent } from '../../shared/design/edit/index.ts'
import { blankDesign } from '../../shared/design/edit/blank.ts'
import { keepHistory, readHistory } from './histories.ts'
import { keepDeletedMs, deleteDesign, purgeDeleted, saveDesign } from './library.ts'
import { library } from './library-database.ts'

const first = blankDesign('d', 'Notes')
const second = addComponent(first, { id: 'a', name: 'A', kind: 'service' })
const third = addComponent(second, { id: 'b', name: 'B', kind: 'service' })
/** As the library holds it after so many saves. */
const kept = (document: typeof first, updatedAt = 1) => ({ workspaceId: 'w', id: 'd', document, updatedAt })
const history = { past: [{ label: 'Add A', document: first }], future: [{ label: 'Add B', document: third }] }

describe('the steps of a design', () => {
  beforeEach(async () => {
    await library.histories.clear()
    await library.designs.clear()
  })
  it('come back with the design, sharing what they shared', async () => {
    await keepHistory(kept(second), history)
    const opened = structuredClone(second)
    const read = await readHistory(kept(opened))
    expect(read).toMatchObject(history)
    expect(read?.future[0]?.document.components?.[0]).toBe(opened.components?.[0])
  })
  it('hold of each step what it changed, not the design again', async () => {
    await keepHistory(kept(third), { past: [...history.past, { label: 'Add B', document: second }], future: [] })
    const stored = await library.histories.get(['w', 'd'])
    expect(stored).not.toHaveProperty('document')
    expect(stored?.past).toMatchObject([{ edit: { values: {} } }, { edit: { lists: { components: [0] } } }])
    const read = await readHistory(kept(third))
    expect(read?.past.map(({ document }) => document)).toEqual([first, second])
  })
  it('are read as an older version stored them', async () => {
    await library.histories.put({ workspaceId: 'w', id: 'd', document: second, ...history })
    expect(await readHistory(kept(second))).toMatchObject(history)
    expect(await readHistory(kept(third))).toBeUndefined()
  })
  it('do not come back to a design that has gone another way, nor to another workspace', async () => {
    await keepHistory(kept(second), history)
    expect(await readHistory(kept(third, 2))).toBeUndefined()
    expect(await readHistory({ ...kept(second), workspaceId: 'other' })).toBeUndefined()
  })
  it('are as many as fit, the newest ones', async () => {
    const past = Array.from({ length: 500 }, (_, index) => ({ label: String(index), document: first }))
    await keepHistory(kept(second), { past, future: [] })
    const read = await readHistory(kept(second))
    expect(read?.past).toHaveLength(200)
    expect(read?.past.at(-1)?.label).toBe('499')
  })
  it('go with the design', async () => {
    await keepHistory(await saveDesign('w', second), history)
    await deleteDesign('w', 'd')
    await purgeDeleted(Date.now() + keepDeletedMs + 1000)
    expect(await library.histories.count()).toBe(0)
  })
})
