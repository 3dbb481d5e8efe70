import type { Id } from '../../shared/design/design.ts'
import { insideOf } from '../../shared/design/nesting.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boxAround } from '../../shared/layout/box.ts'
import type { ResizeCorner, ResizeLimits } from '../../shared/layout/resize.ts'
import { resizeBox } from '../../shared/layout/resize.ts'
import { designStore } from '../store/design-store.ts'
import type { DragKeys } from './dragging.ts'
import { setBoundaryBox } from './canvas-edits.ts'
import { canvasStore } from './canvas-store.ts'
import { gridStep, onGrid } from './grid.ts'
import type { XY } from './hit-test.ts'

const least = { w: 140, h: 100 }
/** Between what is inside and the edge that is pulled over it; above it, the title. */
const room = 12
const titleRoom = 32

interface Held {
  readonly id: Id
  readonly corner: ResizeCorner
  readonly before: Box
  readonly limits: ResizeLimits
}

let held: Held | undefined

/** Takes hold of a corner of a boundary. */
export function beginResize(id: Id, corner: ResizeCorner): void {
  const before = canvasStore.getState().places[id]
  if (before === undefined || before.locked === true) return
  held = { id, corner, before, limits: limitsOf(id) }
  window.addEventListener('keydown', cancelByKey, { capture: true })
}

/** Shift keeps the ratio, Alt the middle; Ctrl leaves the grid. */
export function resizeTo(to: XY, { shiftKey, altKey, ctrlKey }: DragKeys): void {
  if (held === undefined) return
  const { id, corner, before, limits } = held
  const snap = ctrlKey ? Math.round : onGrid
  const point = { x: snap(to.x), y: snap(to.y) }
  canvasStore.setState({
    resized: { id, ...resizeBox(before, corner, point, { ratio: shiftKey, fromCentre: altKey }, limits) },
  })
}

/** Lets go: one edit, or none when nothing changed. */
export function endResize(): void {
  const { resized } = canvasStore.getState()
  cancelResize()
  if (resized !== undefined) setBoundaryBox(resized.id, resized)
}

export function cancelResize(): void {
  held = undefined
  canvasStore.setState({ resized: undefined })
  window.removeEventListener('keydown', cancelByKey, { capture: true })
}

function cancelByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  event.preventDefault()
  cancelResize()
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
