import { takenIds } from '../../shared/design/collections.ts'
import type { Component, Design, Flow, Id } from '../../shared/design/design.ts'
import { rename } from '../../shared/design/edit/element.ts'
import { insertOnFlow, reconnectFlow } from '../../shared/design/edit/flow.ts'
import { newId } from '../../shared/design/edit/new-id.ts'
import { clearPlaces, setPlaces } from '../../shared/design/edit/place.ts'
import { removeElements, variantsThatMention } from '../../shared/design/edit/remove.ts'
import { addComponent, addFlow, moveToBoundary } from '../../shared/design/edit/structure.ts'
import { insideOf } from '../../shared/design/nesting.ts'
import { directFlow } from '../../shared/graph/flow-directions.ts'
import { findKind } from '../../shared/kinds/index.ts'
import { freshName } from '../../shared/kinds/usual-name.ts'
import type { Box } from '../../shared/layout/box.ts'
import { cardHeight, cardWidth } from '../../shared/layout/card.ts'
import { type Places, placesOf, standingElsewhere } from '../../shared/layout/places.ts'
import { designStore, editDesign, finishEdit } from '../store/design-store.ts'
import { tellStep } from '../store/tell-step.ts'
import type { QuickAdd } from '../store/view-parts.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { freezePlaces, growBoundaries, movedPlaces, moveElements } from './from-flow.ts'
import { drawBoundaryAround, frameBoundary } from './group.ts'
import type { XY } from './hit-test.ts'
import { boundaryAt } from './hit-test.ts'
import { freeSpot, spotBeside } from './free-spot.ts'
import { arrowPath } from './arrow-path.ts'
import { openOnArrow } from './open-on-arrow.ts'

/** A new id that nothing in the file uses. */
export function freshId(design: Design, prefix: string): Id {
  return newId(prefix, takenIds(design), Math.random)
}

function select(...ids: readonly Id[]): void {
  viewStore.getState().select(ids)
}

interface Spot extends Omit<QuickAdd, 'screen'> {
  /** The product that it is from the start. */
  readonly product?: string
}

/** Adds a component of a kind, joined to another one or set into an arrow when asked; selects it and returns its id. */
export function addKind(kindId: string, spot: Spot = {}): Id | undefined {
  const kind = findKind(kindId)
  const { document, design } = designStore.getState()
  const { places, drawn } = canvasStore.getState()
  const id = freshId(document, kind.id)
  const corner = cornerFor(spot, drawn.places)
  const middle = { x: corner.x + cardWidth / 2, y: corner.y + cardHeight / 2 }
  const home = boundaryAt(drawn.design, drawn.places, middle)
  const component: Component = {
    id,
    name: freshName(design, kind.title),
    kind: kind.id,
    ...(spot.product === undefined ? {} : { product: spot.product }),
    ...(home === undefined ? {} : { in: home }),
  }
  const added = editDesign(`Add ${kind.title}`, (before) => {
    const ready = freezePlaces(before, places)
    if (spot.onArrow !== undefined) {
      const half = freshId(ready, 'flow')
      const room = openOnArrow(ready, { places, drawn }, spot.onArrow, { corner, home })
      const inserted = insertOnFlow(room.design, spot.onArrow, component, half, pullsByKind(ready, spot.onArrow))
      return grownAround(setPlaces(inserted, { [id]: room.corner }), id)
    }
    // In a collapsed boundary it finds a place of its own.
    const open = home === undefined || places[home]?.collapsed !== true
    const grown = addComponent(ready, component, open ? { place: corner } : undefined)
    const [from, to] = spot.from === undefined ? [id, spot.to] : [spot.from, id]
    return to === undefined || from === to ? grown : addFlow(grown, newFlow(grown, from, to))
  })
  if (!added) return undefined
  select(id)
  return id
}

/** Where the new card's corner goes: as asked, beside what it is joined to, or in the middle of what is seen. */
function cornerFor({ at, from, to, side, onArrow }: Spot, places: Places): XY {
  if (at !== undefined) return rounded({ x: at.x - cardWidth / 2, y: at.y - cardHeight / 2 })
  const route = canvasStore.getState().routes[onArrow ?? '']
  if (route !== undefined) {
    const { x, y } = arrowPath(route).label
    return rounded({ x: x - cardWidth / 2, y: y - cardHeight / 2 })
  }
  const other = places[from ?? to ?? '']
  if (other !== undefined) return spotBeside(places, other, side ?? (from === undefined ? 'left' : 'right'))
  const middle = canvasControls()?.middle() ?? { x: 0, y: 0 }
  return freeSpot(places, rounded({ x: middle.x - cardWidth / 2, y: middle.y - cardHeight / 2 }))
}

function rounded({ x, y }: XY): XY {
  return { x: Math.round(x / 4) * 4, y: Math.round(y / 4) * 4 }
}

function newFlow(design: Design, from: Id, to: Id): Flow {
  return { id: freshId(design, 'flow'), from, to }
}

/** Draws an arrow. Further arrows between the same two are further operations, so they are allowed. */
export function connect(from: Id, to: Id): void {
  if (from === to) return
  const { document, design } = designStore.getState()
  const flow = newFlow(document, from, to)
  const known = new Set((design.components ?? []).map((component) => component.id))
  if (!known.has(from) || !known.has(to)) return
  if (editDesign('Connect', (before) => addFlow(before, flow))) select(flow.id)
}

/** Whether the head of an arrow asks and its tail answers, as the kinds at its ends say. */
function pullsByKind(design: Design, id: Id): boolean {
  const flow = design.flows?.find((each) => each.id === id)
  const kindOf = (end: Id | undefined) => findKind(design.components?.find((each) => each.id === end)?.kind ?? '')
  return flow !== undefined && directFlow(flow, kindOf(flow.from), kindOf(flow.to)).callee === flow.from
}

/** Moves one end of an arrow to another component. */
export function reconnectArrow(flow: Id, end: 'from' | 'to', component: Id): void {
  editDesign('Reconnect', (design) => reconnectFlow(design, flow, { [end]: component }))
}

export function renameElement(id: Id, name: string): void {
  finishEdit()
  editDesign('Rename', (design) => rename(design, id, name))
}

/** Ends a drag: places, and the boundary or the arrow that takes what was dropped. */
export function dropElements(
  places: Places,
  moved: ReadonlyMap<Id, XY>,
  held: readonly Id[],
  target: Id | undefined,
): void {
  const [id] = held
  editDesign('Move', (design) => {
    const settled = moveElements(design, places, moved, held, canvasStore.getState().drawn)
    const component = settled.components?.find((each) => each.id === id)
    const onArrow = held.length === 1 && settled.flows?.some((flow) => flow.id === target) === true
    if (!onArrow || target === undefined || component === undefined) return settled
    // The box has no arrows yet, so taking it out and setting it in again loses nothing.
    const without = { ...settled, components: (settled.components ?? []).filter((each) => each !== component) }
    const { drawn } = canvasStore.getState()
    const { [component.id]: place, ...others } = movedPlaces(places, moved)
    const { [component.id]: _held, ...seen } = movedPlaces(drawn.places, moved)
    const corner = { x: place?.x ?? 0, y: place?.y ?? 0 }
    const ground = { places: others, drawn: { ...drawn, places: seen } }
    const room = openOnArrow(without, ground, target, { corner, home: component.in })
    const half = freshId(settled, 'flow')
    const inserted = insertOnFlow(room.design, target, component, half, pullsByKind(settled, target))
    return grownAround(setPlaces(inserted, { [component.id]: room.corner }), component.id)
  })
}

/** Boundaries of stated size that hold an element, with it wholly inside. */
function grownAround(design: Design, id: Id): Design {
  return growBoundaries(design, placesOf(design), [id])
}

/** Moves the selection by a step; presses in quick succession are one step to take back. */
export function nudge(ids: readonly Id[], by: XY): void {
  const { design } = designStore.getState()
  const { places } = canvasStore.getState()
  const free = ids.filter((id) => places[id]?.locked !== true)
  const all = new Set(free.flatMap((id) => [id, ...insideOf(design, id)]))
  const moved = new Map<Id, XY>()
  for (const id of all) {
    const place = places[id]
    if (place !== undefined) moved.set(id, { x: place.x + by.x, y: place.y + by.y })
  }
  if (moved.size === 0) return
  // Nothing is dropped: a nudge never changes which boundary something stands in.
  editDesign('Move', (before) => moveElements(before, places, moved, []), { key: `nudge:${ids.join()}` })
}

/** Sets the box of a boundary after its corner was dragged, or a key pressed: with one `key` presses are one step. */
export function setBoundaryBox(id: Id, box: Box, key?: string): void {
  const { places } = canvasStore.getState()
  const whole = { x: Math.round(box.x), y: Math.round(box.y), w: Math.round(box.w), h: Math.round(box.h) }
  editDesign(
    'Resize',
    (design) => frameBoundary(freezePlaces(design, places), places, id, whole),
    key === undefined ? {} : { key },
  )
}

export function deleteElements(ids: readonly Id[]): void {
  if (ids.length === 0) return
  const { design, document } = designStore.getState()
  const present = new Set(
    [...(design.components ?? []), ...(design.boundaries ?? []), ...(design.flows ?? [])].map((each) => each.id),
  )
  const gone = ids.filter((id) => present.has(id))
  const also = document.shown === undefined ? variantsThatMention(document, gone) : []
  const { places } = canvasStore.getState()
  if (gone.length === 0 || !editDesign('Delete', (before) => removeElements(freezePlaces(before, places), gone))) return
  select()
  if (also.length === 0) return
  const names = also.map((variant) => `“${variant.name}”`).join(', ')
  tellStep(`Deleted, also in ${names}.`)
}

/** Puts components into a boundary, or outside all; what changes its boundary finds a place of its own there. */
export function putIntoBoundary(ids: readonly Id[], boundary: Id | undefined): void {
  const { places } = canvasStore.getState()
  editDesign(boundary === undefined ? 'Move out of the boundary' : 'Move into a boundary', (design) => {
    const newcomers = (design.components ?? []).filter((each) => ids.includes(each.id) && each.in !== boundary)
    const moving = newcomers.map(({ id }) => id)
    if (moving.length === 0) return design
    const moved = moveToBoundary(freezePlaces(design, places), moving, boundary)
    // A place in the old boundary does not count in the new one, and other options go on using it.
    const elsewhere = standingElsewhere(moved)
    return clearPlaces(
      moved,
      moving.filter((id) => !elsewhere.has(id)),
    )
  })
}

/** Draws a boundary around the selection and lets its name be typed. */
export function groupSelection(ids: readonly Id[]): void {
  const { document, design } = designStore.getState()
  const { places } = canvasStore.getState()
  const standing = new Set([...(design.components ?? []), ...(design.boundaries ?? [])].map((element) => element.id))
  const chosen = ids.filter((id) => standing.has(id))
  if (chosen.length === 0) return
  const id = freshId(document, 'boundary')
  const boundary = { id, name: freshName(design, 'Boundary') }
  const done = editDesign('Group', (before) => drawBoundaryAround(before, places, chosen, boundary))
  if (!done) return
  select(id)
  viewStore.getState().set({ renaming: id })
}

/** Takes the selected boundaries away, as one step. What stood in them stays where it is, and is selected. */
export function ungroupSelection(): void {
  const { design } = designStore.getState()
  const { places } = canvasStore.getState()
  const { selection } = viewStore.getState()
  const gone = (design.boundaries ?? []).map(({ id }) => id).filter((id) => selection.includes(id))
  const held = [...(design.boundaries ?? []), ...(design.components ?? [])]
    .filter((each) => each.in !== undefined && gone.includes(each.in) && !gone.includes(each.id))
    .map(({ id }) => id)
  if (gone.length === 0) showToast('Select a boundary to dissolve it: what stands in it stays.')
  else if (editDesign('Ungroup', (before) => removeElements(freezePlaces(before, places), gone))) select(...held)
}
