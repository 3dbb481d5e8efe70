import type { Id } from '../../shared/design/design.ts'
import { ancestorsOf, insideOf } from '../../shared/design/nesting.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boxAround } from '../../shared/layout/box.ts'
import { indexGuides } from '../../shared/layout/guides.ts'
import type { ResizeCorner, ResizeLimits } from '../../shared/layout/resize.ts'
import { resizeBox } from '../../shared/layout/resize.ts'
import { designStore } from '../store/design-store.ts'
import { seenBox } from './camera.ts'
import { setBoundaryBox } from './canvas-edits.ts'
import { canvasStore } from './canvas-store.ts'
import { guideReach } from './dragging.ts'
import { followPointer } from './follow-pointer.ts'
import { gridStep, onGrid } from './grid.ts'
import type { XY } from './hit-test.ts'

const least = { w: 140, h: 100 }
/** Between what is inside and the edge that is pulled over it; above it, the title. */
const room = 12
const titleRoom = 32

/** Follows the pointer with a corner of a boundary: Shift keeps the ratio, Alt the middle; Ctrl leaves grid and guides. One edit. */
export function resizeByCorner(id: Id, corner: ResizeCorner): void {
  const before = canvasStore.getState().places[id]
  if (before === undefined || before.locked === true) return
  const limits = limitsOf(id)
  const guides = indexGuides(boxesBeside(id))
  followPointer({
    onMove: (at, { shiftKey, altKey, ctrlKey }) => {
      const snap = ctrlKey ? Math.round : onGrid
      const wishes = { ratio: shiftKey, fromCentre: altKey }
      const reach = guideReach / canvasStore.getState().camera.zoom
      // With the ratio kept, one side says where the other ends.
      const near = (axis: 'x' | 'y'): number | undefined =>
        ctrlKey || shiftKey ? undefined : guides.edgeNear(axis, at[axis], reach)
      const edges = { x: near('x'), y: near('y') }
      const box = resizeBox(before, corner, { x: edges.x ?? snap(at.x), y: edges.y ?? snap(at.y) }, wishes, limits)
      const through = (['x', 'y'] as const).flatMap((axis) =>
        edges[axis] === undefined ? [] : guides.throughEdge(box, axis, edges[axis]),
      )
      canvasStore.setState({ resized: { id, ...box }, guides: { guides: through, gaps: [] } })
    },
    onEnd: (done) => {
      const { resized } = canvasStore.getState()
      canvasStore.setState({ resized: undefined, guides: undefined })
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

/** Open boundaries that neither hold this one nor stand in it, and the cards in sight: their edges are what one lines up with. */
function boxesBeside(id: Id): readonly Box[] {
  const { drawn, cardIndex, camera } = canvasStore.getState()
  const { design, places } = drawn
  const kin = new Set([id, ...insideOf(design, id), ...ancestorsOf(design, id).map((boundary) => boundary.id)])
  const open = (design.boundaries ?? []).map((each) => each.id)
  const beside = new Set([...open, ...cardIndex.within(seenBox(camera))])
  return [...beside].flatMap((each) => (kin.has(each) ? [] : (places[each] ?? [])))
}

/** What is inside stays inside, whatever is pulled. */
function limitsOf(id: Id): ResizeLimits {
  const { places } = canvasStore.getState()
  const inside = boxAround([...insideOf(designStore.getState().design, id)].flatMap((each) => places[each] ?? []))
  if (inside === undefined) return { inside, least }
  const { x, y, w, h } = inside
  return { inside: { x: x - room, y: y - titleRoom, w: w + 2 * room, h: h + titleRoom + room }, least }
}
