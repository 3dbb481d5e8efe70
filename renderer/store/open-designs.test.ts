import { beforeEach, describe, expect, it } from 'vitest'
import { blankDesign, rename } from '../../shared/design/edit/index.ts'
import { designStore, editDesign, undo } from './design-store.ts'
import {
  activateDesign,
  activeTab,
  allOpen,
  closeDesign,
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

  it('links the active design to a file', () => {
    openDesign(first, home)
    linkFile({ handle: 'h', fileName: 'a.lintel.json', folder: '~' })
    expect(activeTab()?.file?.fileName).toBe('a.lintel.json')
  })
})
