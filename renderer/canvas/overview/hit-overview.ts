import type { Id } from '../../../shared/design/design.ts'
import type { Box } from '../../../shared/layout/box.ts'
import { encloses } from '../../../shared/layout/box.ts'
import { viewStore } from '../../store/view-store.ts'
import { toCanvas } from '../camera.ts'
import { canvasControls, canvasStore } from '../canvas-store.ts'
import type { XY } from '../hit-test.ts'
import { arrowAt } from '../hit-test.ts'

/** How far beside a line or a border the pointer may be, in screen points. */
const reach = 5
/** The strip along a boundary's upper border in which its name stands. */
const nameStrip = 18

/** What lies under a point of the canvas: a card, an arrow, or the border or name of a boundary. */
export function hitAt(at: XY): Id | undefined {
  const { cardIndex, arrowIndex, routes, camera } = canvasStore.getState()
  const card = cardIndex.within({ x: at.x, y: at.y, w: 0, h: 0 }).at(-1)
  if (card !== undefined) return card
  const near = reach / camera.zoom
  const boundary = boundaryUnder(at)
  if (boundary !== undefined) return boundary
  const candidates = arrowIndex().within({ x: at.x - near, y: at.y - near, w: 2 * near, h: 2 * near })
  return arrowAt(Object.fromEntries(candidates.map((id) => [id, routes[id] ?? []])), at, near)
}

/** Whether a finger at a point of the screen is on something that it can move; elsewhere it pans. */
export function holdsAt(screen: XY): boolean {
  const at = viewStore.getState().tool === 'hand' ? undefined : canvasControls()?.toCanvas(screen)
  const hit = at === undefined ? undefined : hitAt(at)
  return hit !== undefined && canvasStore.getState().places[hit] !== undefined
}

function boundaryUnder(at: XY): Id | undefined {
  const { camera } = canvasStore.getState()
  const { design, places } = canvasStore.getState().drawn
  const near = reach / camera.zoom
  const strip = nameStrip / camera.zoom
  return design.boundaries?.findLast(({ id }) => {
    const box = places[id]
    if (box === undefined || !holds(box, at, near)) return false
    const inner = { x: box.x + near, y: box.y + strip, w: box.w - 2 * near, h: box.h - strip - near }
    return !holds(inner, at, 0)
  })?.id
}

function holds({ x, y, w, h }: Box, at: XY, reachOut: number): boolean {
  return at.x >= x - reachOut && at.x <= x + w + reachOut && at.y >= y - reachOut && at.y <= y + h + reachOut
}

/** What a frame on the screen selects: every card that it touches, the arrows between them, boundaries that lie whole in it. */
export function insideFrame(frame: Box): readonly Id[] {
  const { camera, cardIndex, drawn } = canvasStore.getState()
  const { design, places, bundles } = drawn
  const corner = toCanvas(camera, frame)
  const area = { ...corner, w: frame.w / camera.zoom, h: frame.h / camera.zoom }
  const cards = cardIndex.within(area)
  const inside = new Set(cards)
  const arrows = (design.flows ?? []).filter(({ from, to }) => inside.has(from) && inside.has(to))
  const boundaries = (design.boundaries ?? []).filter(({ id }) => {
    const box = inside.has(id) ? undefined : places[id]
    return box !== undefined && encloses(area, box)
  })
  return [...cards, ...boundaries.map(({ id }) => id), ...arrows.flatMap(({ id }) => bundles.get(id) ?? [id])]
}
