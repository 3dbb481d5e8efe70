import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import type { Side } from './free-spot.ts'
import type { XY } from './hit-test.ts'

/** Asks for a component on one side of another: on the left it calls that one, on the other sides it is called. */
export function addBeside(id: Id, side: Side): void {
  const place = canvasStore.getState().drawn.places[id]
  const screen = place && canvasControls()?.toScreen(besideList(place, side))
  viewStore.getState().select([id])
  viewStore.getState().set({
    quickAdd: { ...(side === 'left' ? { to: id } : { from: id }), side, ...(screen && { screen }) },
  })
}

/** Where the list opens: near the card, yet not where the new ones will stand. */
function besideList({ x, y, w, h }: Box, side: Side): XY {
  return side === 'right' || side === 'left' ? { x, y: y + h + 12 } : { x: x + w + 12, y }
}
