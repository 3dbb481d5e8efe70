import { beforeEach, describe, expect, it } from 'vitest'
import { blankDesign, rename } from '../../shared/design/edit/index.ts'
import { designStore, editDesign, undo } from './design-store.ts'
import {
  activateDesign,
  activeTab,
  allOpen,
  closeDesign,
  editOpenDesign,
  editedDesigns,
  linkFile,
  openDesign,
  openDesigns,
} from './open-designs.ts'

const first = blankDesign('d-1', 'First')
const second = blankDesign('d-2', 'Second')
const home = { workspaceId: 'w' }
const renameTo = (name: string) => editDesign('Rename', (design) => rename(design, design.id, name))

beforeEach(() => {
  for (const tab of allOpen()) closeDesign(tab.id)
})

describe('open designs', () => {
  it('keeps a history for each design', () => {
    openDesign(first, home)
    renameTo('First, changed')
    openDesign(second, home)
    renameTo('Second, changed')
    activateDesign('d-1')
    expect(designStore.getState().document.name).toBe('First, changed')
    undo()
    expect(designStore.getState().document).toBe(first)
    activateDesign('d-2')
    expect(designStore.getState().document.name).toBe('Second, changed')
  })

  it('brings a design that is open already to the front as it stands', () => {
    openDesign(first, home)
    renameTo('Changed')
    openDesign(second, home)
    openDesign(first, home)
    expect(openDesigns.getState().tabs).toHaveLength(2)
    expect(designStore.getState().document.name).toBe('Changed')
  })

  it('shows the neighbour when the active design closes, and the library after the last', () => {
    openDesign(first, home)
    openDesign(second, home)
    closeDesign('d-2')
    expect(openDesigns.getState().active).toBe('d-1')
    closeDesign('d-1')
    expect(openDesigns.getState().active).toBeUndefined()
    expect(designStore.getState().open).toBe(false)
  })

  it('names the designs whose linked files lag behind', () => {
    openDesign(first, { ...home, file: { handle: 'h', fileName: 'first.lintel.json', folder: '~' } })
    openDesign(second, home)
    renameTo('Only in the library')
    activateDesign('d-1')
    renameTo('Ahead of its file')
    expect(editedDesigns()).toEqual(['Ahead of its file'])
  })

  it('links a design to the file it was written to, wherever its tab is', () => {
    const file = { handle: 'h', fileName: 'a.lintel.json', folder: '~' }
    openDesign(first, home)
    openDesign(second, home)
    expect(linkFile('d-1', file, first)).toBe(false)
    expect(linkFile('d-2', file, first)).toBe(true)
    expect(editedDesigns()).toEqual(['Second'])
    expect(activeTab()?.file?.fileName).toBe('a.lintel.json')
    expect(linkFile('d-2', file, second)).toBe(false)
    renameTo('Ahead of its file')
    expect(editedDesigns()).toEqual(['Ahead of its file'])
  })

  it('remembers from the last start that a file lags behind', () => {
    openDesign(first, { ...home, file: { handle: 'h', fileName: 'a.lintel.json', folder: '~' }, lags: true })
    expect(editedDesigns()).toEqual(['First'])
  })

  it('takes a new name given in the library as a step of the history', () => {
    openDesign(first, home)
    openDesign(second, home)
    editOpenDesign('d-1', 'Rename', (design) => ({ ...design, name: 'In the library' }))
    editOpenDesign('d-2', 'Rename', (design) => ({ ...design, name: 'In front' }))
    expect(designStore.getState().document.name).toBe('In front')
    activateDesign('d-1')
    expect(designStore.getState().document.name).toBe('In the library')
    undo()
    expect(designStore.getState().document).toBe(first)
  })

  it('edits nothing in a design that may only be looked at', () => {
    openDesign(first, { ...home, readOnlyText: '{}' })
    expect(renameTo('Changed')).toBe(false)
    expect(activeTab()?.readOnlyText).toBe('{}')
  })
})
