import { beforeEach, describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { savedViews } from '../../shared/design/edit/index.ts'
import { designStore, openedState, showDesign, undo } from '../store/design-store.ts'
import { changeSight, currentSight, lookAt, lookAtEverything } from '../store/sight-store.ts'
import { viewStore } from '../store/view-store.ts'
import { hideSelection, revealSelected, showAllHidden, showSelectionAlone, togglePerspective } from './sight-edits.ts'
import {
  newViewName,
  openNextView,
  openView,
  renameView,
  saveWhatIsSeen,
  updateToWhatIsSeen,
  viewWords,
} from './view-edits.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-views',
  name: 'Views',
  components: [
    { id: 'a', name: 'A', kind: 'unknown' },
    { id: 'b', name: 'B', kind: 'unknown' },
  ],
  flows: [{ id: 'ab', from: 'a', to: 'b' }],
  variants: [{ id: 'o', name: 'Option A', type: 'option', changes: {} }],
}
const saved = (): ReturnType<typeof savedViews> => savedViews(designStore.getState().document)

beforeEach(() => {
  showDesign(openedState(design))
  lookAtEverything()
  viewStore.setState({ selection: [], overlay: 'none', roomMode: false })
})

describe('how a design is looked at', () => {
  it('changes nothing of the design, and each design is found as it was left', () => {
    lookAt('deployment')
    changeSight({ hide: ['a'] })
    expect(designStore.getState().document).toBe(design)
    showDesign(openedState({ ...design, id: 'd-other' }))
    expect(currentSight().perspective).toBe('all')
    showDesign(openedState(design))
    expect(currentSight()).toMatchObject({ perspective: 'deployment', hide: ['a'] })
  })
  it('is of the selection where a perspective needs one, and goes off when asked for again', () => {
    togglePerspective('neighbours')
    expect(currentSight().perspective).toBe('all')
    viewStore.setState({ selection: ['a'] })
    togglePerspective('neighbours')
    expect(currentSight()).toMatchObject({ perspective: 'neighbours', about: ['a'] })
    viewStore.setState({ selection: ['b'] })
    togglePerspective('neighbours')
    expect(currentSight().about).toEqual(['b'])
    togglePerspective('neighbours')
    expect(currentSight().perspective).toBe('all')
  })
  it('leaves out what is hidden, or all but what is selected, until all is shown', () => {
    viewStore.setState({ selection: ['a'] })
    hideSelection()
    expect(currentSight().hide).toEqual(['a'])
    expect(viewStore.getState().selection).toEqual([])
    viewStore.setState({ selection: ['b'] })
    showSelectionAlone()
    expect(currentSight()).toMatchObject({ only: ['b'], hide: [] })
    showAllHidden()
    expect(currentSight()).toMatchObject({ only: undefined, hide: [] })
  })
})

describe('what is selected', () => {
  it('is shown again when it was hidden, and leaves the sight alone when it is seen', () => {
    changeSight({ hide: ['a'] })
    viewStore.setState({ selection: ['b'] })
    revealSelected()
    expect(currentSight().hide).toEqual(['a'])
    viewStore.setState({ selection: ['a'] })
    revealSelected()
    expect(currentSight().hide).toEqual([])
  })
})

describe('a saved view', () => {
  it('keeps perspective, overlay, option and what is hidden, and shows them again', () => {
    lookAt('neighbours', ['a'])
    changeSight({ hide: ['ab'] })
    viewStore.setState({ overlay: 'owner' })
    saveWhatIsSeen('For the board')
    expect(saved()).toMatchObject([
      { name: 'For the board', perspective: 'neighbours', about: ['a'], overlay: 'owner', hide: ['ab'] },
    ])
    expect(newViewName()).toBe('View 2')
    lookAtEverything()
    viewStore.setState({ overlay: 'none' })
    openView(saved()[0]?.id ?? '')
    expect(currentSight()).toMatchObject({ perspective: 'neighbours', about: ['a'], hide: ['ab'] })
    expect(viewStore.getState().overlay).toBe('owner')
  })
  it('has a name of its own', () => {
    saveWhatIsSeen('Board')
    saveWhatIsSeen('Board')
    const third = saveWhatIsSeen('Room')
    renameView(third ?? '', 'Board 2')
    expect(saved().map(({ name }) => name)).toEqual(['Board', 'Board 2', 'Board 3'])
    renameView(third ?? '', 'Board 3')
    expect(saved()[2]?.name).toBe('Board 3')
  })
  it('of the base shows the base, also while an option is drawn', () => {
    saveWhatIsSeen('Base')
    designStore.setState(openedState({ ...designStore.getState().document, shown: 'o' }))
    openNextView(1)
    expect(designStore.getState().document.shown).toBeUndefined()
  })
  it('is updated to what is seen, and each step is taken back alone', () => {
    saveWhatIsSeen('Mine')
    lookAt('deployment')
    const [view] = saved()
    if (view === undefined) throw new Error('nothing is saved')
    updateToWhatIsSeen(view)
    expect(saved()[0]?.perspective).toBe('deployment')
    undo()
    expect(saved()[0]?.perspective).toBeUndefined()
    undo()
    expect(saved()).toEqual([])
  })
  it('of another version opens with what this one knows', () => {
    const strange = { id: 'v', name: 'Strange', perspective: 'hologram', overlay: 'mood' }
    designStore.setState(openedState({ ...design, views: [{ id: 'main', name: 'Everything' }, strange] }))
    openView('v')
    expect(currentSight().perspective).toBe('all')
    expect(viewStore.getState().overlay).toBe('none')
  })
  it('is told in a few words', () => {
    const view = { id: 'v', name: 'V', variant: 'o', perspective: 'deployment', overlay: 'owner', hide: ['a', 'b'] }
    expect(viewWords(view, () => 'Option A')).toBe('Option A, Deployment by boundary, Owner, 2 hidden')
  })
})
