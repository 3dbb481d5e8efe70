import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boxAround } from '../../shared/layout/box.ts'
import type { GuideIndex, Snap } from '../../shared/layout/guides.ts'
import { indexGuides } from '../../shared/layout/guides.ts'
import type { Places } from '../../shared/layout/places.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { seenBox } from './camera.ts'
import { dropElements } from './canvas-edits.ts'
import { canvasStore, nothingMoved } from './canvas-store.ts'
import { copyElementsTo } from './clipboard.ts'
import type { Carried } from './from-flow.ts'
import { carriedBy, homeAfterDrop } from './from-flow.ts'
import { onGrid } from './grid.ts'
import type { XY } from './hit-test.ts'
import { arrowAt, centreOf } from './hit-test.ts'
import { onEscape } from './on-escape.ts'

interface Held {
  /** What it would line up with. */
  readonly guides: GuideIndex
  /** Around all that the hand holds. */
  readonly around: Box
  readonly places: Places
  /** What the pointer took hold of. */
  readonly grabbed: Id
  /** All that the hand holds; the contents of held boundaries come along. */
  readonly ids: readonly Id[]
  readonly carried: Carried
  /** Whether an arrow may take what is held into its middle. */
  readonly fitsArrow: boolean
}

/** What the keys do to a drag: along one axis, or free of grid and guides. */
export interface DragKeys {
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
}

/** An arrow takes a card through whose middle it goes, as far as a hand can tell. */
const arrowReach = 28
/** So near, in screen points, something must be to be lined up with. */
export const guideReach = 6

let held: Held | undefined
let stopEscape = (): void => undefined

export function isDragging(): boolean {
  return held !== undefined
}

/** Takes hold of an element, and of all others that are selected with it. `adds`: what is selected already comes along. */
export function beginDrag(grabbed: Id, adds = false): void {
  const { design } = designStore.getState()
  const { places, drawn } = canvasStore.getState()
  const { selection, select } = viewStore.getState()
  const wanted = selection.includes(grabbed) ? selection : [...(adds ? selection : []), grabbed]
  if (wanted !== selection) select(wanted)
  const ids = wanted.filter((id) => places[id] !== undefined && places[id].locked !== true)
  if (ids.length === 0) return
  const lone = ids.length === 1 && design.components?.some((component) => component.id === grabbed) === true
  const joined = design.flows?.some((flow) => flow.from === grabbed || flow.to === grabbed) === true
  const carried = carriedBy(design, ids)
  const around = boxAround(ids.flatMap((id) => drawn.places[id] ?? [])) ?? { x: 0, y: 0, w: 0, h: 0 }
  const guides = indexGuides(boxesBeside(ids, carried))
  held = { places, grabbed, ids, carried, around, guides, fitsArrow: lone && !joined }
  canvasStore.setState({ moved: nothingMoved, target: undefined, guides: undefined })
  stopEscape = onEscape(cancelDrag)
}

/** What can be seen beside what is held: cards line up with cards, boundaries with boundaries. */
function boxesBeside(ids: readonly Id[], { all }: Carried): readonly Box[] {
  const { drawn, cardIndex, camera } = canvasStore.getState()
  const open = new Set((drawn.design.boundaries ?? []).map(({ id }) => id).filter((id) => !drawn.inside.has(id)))
  const beside = ids.every((id) => open.has(id)) ? [...open] : cardIndex.within(seenBox(camera))
  return beside.flatMap((id) => (all.has(id) ? [] : (drawn.places[id] ?? [])))
}

/** Moves what is held: transient until it is let go. `corner`: where the corner of the grabbed element would be. */
export function dragTo(corner: XY, { shiftKey, ctrlKey }: DragKeys): void {
  const before = held?.places[held.grabbed]
  if (held === undefined || before === undefined) return
  const straight = shiftKey ? alongOneAxis(before, corner) : corner
  const { by, snap } = ctrlKey ? freely(before, straight) : linedUp(held, before, straight)
  const moved = new Map<Id, XY>()
  for (const id of held.carried.all) {
    const place = held.places[id]
    if (place !== undefined) moved.set(id, { x: place.x + by.x, y: place.y + by.y })
  }
  canvasStore.setState({ moved, target: targetOf(held, moved), guides: snap })
}

/** Lets go: one edit. With Alt the originals stay, and copies lie where the hand let go. */
export function endDrag({ altKey }: Pick<DragKeys, 'altKey'>): void {
  const holding = held
  const { moved, target } = canvasStore.getState()
  cancelDrag()
  if (holding === undefined) return
  const by = offsetOf(holding, moved)
  if (Math.abs(by.x) <= 1 && Math.abs(by.y) <= 1) return
  if (altKey) copyElementsTo(holding.ids, by)
  else dropElements(holding.places, moved, holding.ids, target)
}

/** Everything goes back to where it was. */
export function cancelDrag(): void {
  held = undefined
  canvasStore.setState({ moved: nothingMoved, target: undefined, guides: undefined })
  stopEscape()
}

interface Shift {
  readonly by: XY
  readonly snap: Snap | undefined
}

function freely(before: XY, to: XY): Shift {
  return { by: { x: Math.round(to.x) - before.x, y: Math.round(to.y) - before.y }, snap: undefined }
}

/** On a guide where there is one, else on the grid. */
function linedUp({ around, guides }: Held, before: XY, to: XY): Shift {
  const raw = { x: to.x - before.x, y: to.y - before.y }
  const reach = guideReach / canvasStore.getState().camera.zoom
  const snap = guides.snap({ ...around, x: around.x + raw.x, y: around.y + raw.y }, reach)
  // An axis along which nothing moved is held still by a key, or by the hand.
  const along = (axis: 'x' | 'y'): number =>
    raw[axis] === 0 ? 0 : snap.found[axis] ? Math.round(raw[axis] + snap.by[axis]) : onGrid(to[axis]) - before[axis]
  const by = { x: along('x'), y: along('y') }
  return { by, snap: seenSnap(snap, raw) }
}

function seenSnap({ guides, gaps, ...snap }: Snap, raw: XY): Snap {
  const moves = ({ axis }: { readonly axis: 'x' | 'y' }): boolean => raw[axis] !== 0
  return { ...snap, guides: guides.filter(moves), gaps: gaps.filter(moves) }
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
