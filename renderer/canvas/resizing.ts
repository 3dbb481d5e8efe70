import type { Id } from '../../shared/design/design.ts'
import { insideOf } from '../../shared/design/nesting.ts'
import { boxAround } from '../../shared/layout/box.ts'
import type { ResizeCorner, ResizeLimits } from '../../shared/layout/resize.ts'
import { resizeBox } from '../../shared/layout/resize.ts'
import { designStore } from '../store/design-store.ts'
import { setBoundaryBox } from './canvas-edits.ts'
import { canvasStore } from './canvas-store.ts'
import { followPointer } from './follow-pointer.ts'
import { gridStep, onGrid } from './grid.ts'
import type { XY } from './hit-test.ts'

const least = { w: 140, h: 100 }
/** Between what is inside and the edge that is pulled over it; above it, the title. */
const room = 12
const titleRoom = 32

/** Follows the pointer with a corner of a boundary: Shift keeps the ratio, Alt the middle; Ctrl leaves the grid. One edit. */
export function resizeByCorner(id: Id, corner: ResizeCorner): void {
  const before = canvasStore.getState().places[id]
  if (before === undefined || before.locked === true) return
  const limits = limitsOf(id)
  followPointer({
    onMove: (at, { shiftKey, altKey, ctrlKey }) => {
      const snap = ctrlKey ? Math.round : onGrid
      const wishes = { ratio: shiftKey, fromCentre: altKey }
      const box = resizeBox(before, corner, { x: snap(at.x), y: snap(at.y) }, wishes, limits)
      canvasStore.setState({ resized: { id, ...box } })
    },
    onEnd: (done) => {
      const { resized } = canvasStore.getState()
      canvasStore.setState({ resized: undefined })
      if (done && resized !== undefined) setBoundaryBox(id, resized)
    },
  })
}

/** The keyboard's way: moves the right and the lower edge by steps. */
export function resizeBySteps(id: Id, steps: XY): void {
  const before = canvasStore.getState().places[id]
  if (before === undefined || before.locked === true || before.collapsed === true) return
  const step = gridStep()
  const to = { x: before.x + before.w + steps.x * step, y: before.y + before.h + steps.y * step }
  setBoundaryBox(id, resizeBox(before, 'bottom-right', to, {}, limitsOf(id)), `resize:${id}`)
}

/** What is inside stays inside, whatever is pulled. */
function limitsOf(id: Id): ResizeLimits {
  const { places } = canvasStore.getState()
  const inside = boxAround([...insideOf(designStore.getState().design, id)].flatMap((each) => places[each] ?? []))
  if (inside === undefined) return { inside, least }
  const { x, y, w, h } = inside
  return { inside: { x: x - room, y: y - titleRoom, w: w + 2 * room, h: h + titleRoom + room }, least }
}
