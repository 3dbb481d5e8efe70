import type { Id } from '../../../shared/design/design.ts'
import { reverseFlow } from '../../../shared/design/edit/flow.ts'
import { addBeside } from '../../canvas/add-beside.ts'
import { straightenArrows } from '../../canvas/arrow-edits.ts'
import { arrowPath } from '../../canvas/arrow-path.ts'
import { canvasControls, canvasStore } from '../../canvas/canvas-store.ts'
import type { Side } from '../../canvas/free-spot.ts'
import { designStore, editDesign } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { showToast } from '../../ui/index.ts'
import type { CommandHandlers } from './handler.ts'

/** The one element that is selected, when it is one of these. */
function onlyOf(elements: readonly { readonly id: Id }[] | undefined): Id | undefined {
  const [only, ...others] = viewStore.getState().selection
  return others.length === 0 && elements?.some(({ id }) => id === only) === true ? only : undefined
}

function addBesideSelected(side: Side): void {
  const id = onlyOf(designStore.getState().design.components)
  if (id === undefined) showToast('Select one component first: the new one is drawn beside it.')
  else addBeside(id, side)
}

function insertOnArrow(): void {
  const id = onlyOf(designStore.getState().design.flows)
  const route = id === undefined ? undefined : canvasStore.getState().routes[id]
  if (id === undefined || route === undefined) {
    showToast('Select one arrow first: the new component goes into its middle.')
    return
  }
  const screen = canvasControls()?.toScreen(arrowPath(route).label)
  viewStore.getState().set({ quickAdd: { onArrow: id, ...(screen && { screen }) } })
}

export const arrowCommands: CommandHandlers = {
  'insert.right': { run: () => addBesideSelected('right') },
  'insert.below': { run: () => addBesideSelected('below') },
  'insert.above': { run: () => addBesideSelected('above') },
  'insert.left': { run: () => addBesideSelected('left') },
  'insert.on-arrow': { run: insertOnArrow },
  'arrange.straighten': {
    run: () => {
      const done = straightenArrows(viewStore.getState().selection)
      if (!done) showToast('Select an arrow that was bent by hand: it then finds its own way again.')
    },
  },
  'arrange.turn-around': {
    run: () => {
      const id = onlyOf(designStore.getState().design.flows)
      if (id === undefined) showToast('Select one arrow first.')
      else editDesign('Turn the arrow around', (design) => reverseFlow(design, id))
    },
  },
}
