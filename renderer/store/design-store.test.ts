import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { rename } from '../../shared/design/edit/index.ts'
import {
  designStore,
  editDesign,
  editDocument,
  finishEdit,
  isEdited,
  openedState,
  redo,
  showDesign,
  undo,
} from './design-store.ts'

const rag: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-rag',
  name: 'RAG',
  components: [{ id: 'llm', name: 'Model', kind: 'llm-api' }],
  variants: [{ id: 'cheap', name: 'Cheap', type: 'option', changes: {} }],
}
const nameNow = () => designStore.getState().design.components?.[0]?.name
const renameTo = (name: string, key?: string) =>
  editDesign('Rename', (design) => rename(design, 'llm', name), key === undefined ? {} : { key })

beforeEach(() => showDesign(openedState(rag)))
afterEach(() => vi.useRealTimers())

describe('the design store', () => {
  it('takes edits back and brings them again, with their labels', () => {
    renameTo('One')
    renameTo('Two')
    expect(undo()).toBe('Rename')
    expect(nameNow()).toBe('One')
    undo()
    expect(designStore.getState().document).toBe(rag)
    expect(undo()).toBeUndefined()
    redo()
    redo()
    expect(nameNow()).toBe('Two')
    expect(redo()).toBeUndefined()
  })

  it('forgets what could be brought again once something else is edited', () => {
    renameTo('One')
    undo()
    renameTo('Other')
    expect(designStore.getState().future).toEqual([])
  })

  it('joins edits with one key while they follow quickly', () => {
    renameTo('M', 'name')
    renameTo('Mo', 'name')
    renameTo('Mod', 'name')
    expect(designStore.getState().past).toHaveLength(1)
    undo()
    expect(nameNow()).toBe('Model')
  })

  it('begins a new step after a pause, after another key and when told to', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    renameTo('A', 'name')
    vi.advanceTimersByTime(5000)
    renameTo('B', 'name')
    renameTo('C', 'other')
    finishEdit()
    renameTo('D', 'other')
    expect(designStore.getState().past).toHaveLength(4)
  })

  it('counts an edit that changes nothing as no edit', () => {
    const { revision } = designStore.getState()
    expect(editDesign('Nothing', (design) => design)).toBe(false)
    expect(designStore.getState().past).toEqual([])
    expect(designStore.getState().revision).toBe(revision)
  })

  it('changes nothing in a design that may only be read', () => {
    showDesign(openedState(rag, { readOnly: true }))
    expect(renameTo('No')).toBe(false)
    expect(designStore.getState().document).toBe(rag)
  })

  it('writes into the shown variant and leaves the base alone', () => {
    editDocument('Show', (document) => ({ ...document, shown: 'cheap' }))
    renameTo('Small model')
    const { document } = designStore.getState()
    expect(document.components?.[0]?.name).toBe('Model')
    expect(document.variants?.[0]?.changes.components).toEqual({ llm: { name: 'Small model' } })
    expect(nameNow()).toBe('Small model')
  })

  it('knows when the linked file lags behind', () => {
    showDesign(openedState(rag, { saved: rag }))
    expect(isEdited(designStore.getState())).toBe(false)
    renameTo('One')
    expect(isEdited(designStore.getState())).toBe(true)
    undo()
    expect(isEdited(designStore.getState())).toBe(false)
  })

  it('keeps what an edit did not touch, so that steps share their parts', () => {
    const before = designStore.getState().document
    renameTo('One')
    expect(designStore.getState().document.variants).toBe(before.variants)
  })
})
