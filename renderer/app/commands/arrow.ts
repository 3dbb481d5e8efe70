import type { Id } from '../../../shared/design/design.ts'
import { arrowPath } from '../../canvas/arrow-path.ts'
import { canvasControls, canvasStore } from '../../canvas/canvas-store.ts'
import type { Side } from '../../canvas/free-spot.ts'
import type { XY } from '../../canvas/hit-test.ts'
import type { Box } from '../../../shared/layout/box.ts'
import { designStore } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { showToast } from '../../ui/index.ts'
import type { CommandHandlers } from './handler.ts'

/** The one element that is selected, when it is one of these. */
function onlyOf(elements: readonly { readonly id: Id }[] | undefined): Id | undefined {
  const [only, ...others] = viewStore.getState().selection
  return others.length === 0 && elements?.some(({ id }) => id === only) === true ? only : undefined
}

/** Asks for a component on one side of the selected one: on the left it calls, on the other sides it is called. */
export function addBeside(side: Side): void {
  const id = onlyOf(designStore.getState().design.components)
  if (id === undefined) {
    showToast('Select one component first: the new one is drawn beside it.')
    return
  }
  const place = canvasStore.getState().places[id]
  const screen = place && canvasControls()?.toScreen(besideList(place, side))
  viewStore.getState().set({
    quickAdd: { ...(side === 'left' ? { to: id } : { from: id }), side, ...(screen && { screen }) },
  })
}

/** Where the list opens: near the card, yet not where the new ones will stand. */
function besideList({ x, y, w, h }: Box, side: Side): XY {
  return side === 'right' || side === 'left' ? { x, y: y + h + 12 } : { x: x + w + 12, y }
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
  'insert.right': { run: () => addBeside('right') },
  'insert.below': { run: () => addBeside('below') },
  'insert.above': { run: () => addBeside('above') },
  'insert.left': { run: () => addBeside('left') },
  'insert.on-arrow': { run: insertOnArrow },
}
