import type { Id } from '../../shared/design/design.ts'
import type { Places } from '../../shared/layout/places.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { dropElements } from './canvas-edits.ts'
import { canvasStore, nothingMoved } from './canvas-store.ts'
import { copyElementsTo } from './clipboard.ts'
import type { Carried } from './from-flow.ts'
import { carriedBy, homeAfterDrop } from './from-flow.ts'
import type { XY } from './hit-test.ts'
import { arrowAt, centreOf } from './hit-test.ts'

interface Held {
  readonly places: Places
  /** What the pointer took hold of. */
  readonly grabbed: Id
  /** All that the hand holds; the contents of held boundaries come along. */
  readonly ids: readonly Id[]
  readonly carried: Carried
  /** Whether an arrow may take what is held into its middle. */
  readonly fitsArrow: boolean
}

/** What the keys do to a drag: along one axis, or free of the grid. */
export interface DragKeys {
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
}

const arrowReach = 14
const grid = 4

let held: Held | undefined

export function isDragging(): boolean {
  return held !== undefined
}

/** Takes hold of an element, and of all others that are selected with it. */
export function beginDrag(grabbed: Id): void {
  const { design } = designStore.getState()
  const { places } = canvasStore.getState()
  const { selection } = viewStore.getState()
  const wanted = selection.includes(grabbed) ? selection : [grabbed]
  const ids = wanted.filter((id) => places[id] !== undefined && places[id].locked !== true)
  const lone = ids.length === 1 && design.components?.some((component) => component.id === grabbed) === true
  const joined = design.flows?.some((flow) => flow.from === grabbed || flow.to === grabbed) === true
  held = { places, grabbed, ids, carried: carriedBy(design, ids), fitsArrow: lone && !joined }
  canvasStore.setState({ moved: nothingMoved, target: undefined })
}

/** Moves what is held: transient until it is let go. `corner`: where the corner of the grabbed element would be. */
export function dragTo(corner: XY, { shiftKey, ctrlKey }: DragKeys): void {
  const before = held?.places[held.grabbed]
  if (held === undefined || before === undefined) return
  const snap = ctrlKey ? Math.round : snapped
  const straight = shiftKey ? alongOneAxis(before, corner) : corner
  const by = { x: snap(straight.x) - before.x, y: snap(straight.y) - before.y }
  const moved = new Map<Id, XY>()
  for (const id of held.carried.all) {
    const place = held.places[id]
    if (place !== undefined) moved.set(id, { x: place.x + by.x, y: place.y + by.y })
  }
  canvasStore.setState({ moved, target: targetOf(held, moved) })
}

/** Lets go: one edit. With Alt the originals stay, and copies lie where the hand let go. */
export function endDrag({ altKey }: Pick<DragKeys, 'altKey'>): void {
  const holding = held
  held = undefined
  const { moved, target } = canvasStore.getState()
  canvasStore.setState({ moved: nothingMoved, target: undefined })
  if (holding === undefined) return
  const by = offsetOf(holding, moved)
  if (Math.abs(by.x) <= 1 && Math.abs(by.y) <= 1) return
  if (altKey) copyElementsTo(holding.ids, by)
  else dropElements(holding.places, moved, holding.ids, target)
}

/** Everything goes back to where it was. */
export function cancelDrag(): void {
  held = undefined
  canvasStore.setState({ moved: nothingMoved, target: undefined })
}

function snapped(value: number): number {
  return Math.round(value / grid) * grid
}

/** Along the axis on which it was moved further. */
function alongOneAxis(before: XY, corner: XY): XY {
  const across = Math.abs(corner.x - before.x) >= Math.abs(corner.y - before.y)
  return across ? { x: corner.x, y: before.y } : { x: before.x, y: corner.y }
}

function targetOf({ grabbed, carried, fitsArrow }: Held, moved: ReadonlyMap<Id, XY>): Id | undefined {
  const { drawn } = canvasStore.getState()
  const [place, at] = [drawn.places[grabbed], moved.get(grabbed)]
  if (place === undefined || at === undefined) return undefined
  const box = { ...place, x: at.x, y: at.y }
  if (fitsArrow) {
    const arrow = arrowAt(canvasStore.getState().routes, centreOf(box), arrowReach)
    if (arrow !== undefined) return arrow
  }
  return homeAfterDrop(drawn.design, { ...placesOfBoundaries(), [grabbed]: box }, grabbed, carried)
}

function placesOfBoundaries(): Places {
  const { design, places } = canvasStore.getState().drawn
  const boundaries: Record<Id, Places[Id]> = {}
  for (const { id } of design.boundaries ?? []) {
    const place = places[id]
    if (place !== undefined) boundaries[id] = place
  }
  return boundaries
}

function offsetOf({ places, grabbed }: Held, moved: ReadonlyMap<Id, XY>): XY {
  const [before, after] = [places[grabbed], moved.get(grabbed)]
  return before === undefined || after === undefined ? { x: 0, y: 0 } : { x: after.x - before.x, y: after.y - before.y }
}
