import type { Design, Id, Place, View } from '../design/design.ts'
import type { Gaps } from './arrange.ts'
import { layOutBlock, layOutInside, moved } from './block.ts'
import type { Box } from './box.ts'
import { boxAround, distanceTo } from './box.ts'
import { boundaryPadding, boundaryTitleHeight, cardHeight, cardWidth } from './card.ts'
import type { Hierarchy } from './hierarchy.ts'
import { hierarchyOf } from './hierarchy.ts'
import type { Settling } from './settle.ts'
import { settle } from './settle.ts'

/** A place with its size filled in. */
export type SizedPlace = Place & { readonly w: number; readonly h: number }
export type Places = Readonly<Record<Id, SizedPlace>>

/**
 * Where everything stands, in CSS pixels: every component and boundary of the design, absolute, top left corner and
 * size. Stated places win; what has none is laid out near its neighbours, and a boundary without a stated size wraps
 * what is inside it. A component that its place would show in a boundary of others, as an option put it into another
 * one, counts as having none. Deterministic, and independent of the order of the design's arrays.
 *
 * `design`: the model to show (with its variant applied). `viewId`: whose places; the first view when absent.
 * `gaps`: how far things stand apart; as on the canvas when absent.
 */
export function placesOf(design: Design, viewId?: Id, gaps?: Gaps): Places {
  const written = viewOf(design, viewId)?.places ?? {}
  const hierarchy = hierarchyOf(design)
  const elsewhere = elsewhereIn(written, hierarchy)
  const stated =
    elsewhere.size === 0 ? written : Object.fromEntries(Object.entries(written).filter(([id]) => !elsewhere.has(id)))
  const boxes = new Map<Id, Box>()
  for (const id of hierarchy.components) {
    const place = placeAt(stated, id)
    if (place !== undefined)
      boxes.set(id, { x: place.x, y: place.y, w: place.w ?? cardWidth, h: place.h ?? cardHeight })
  }
  const settling: Settling = {
    hierarchy,
    sizeOf: (id) => placeAt(written, id),
    boxes,
    neighbours: neighboursOf(design),
    ...(gaps === undefined ? {} : { gaps }),
  }
  const holdsPlaces = containersWithPlaces(stated, hierarchy)
  if (holdsPlaces.size === 0 && boxes.size === 0) {
    const all = layOutInside(undefined, hierarchy.childrenOf(undefined), settling)
    for (const [id, box] of all.boxes) boxes.set(id, box)
  } else {
    fillContainer(undefined, settling, stated, holdsPlaces)
  }
  const places: Record<Id, SizedPlace> = {}
  for (const [id, box] of boxes) places[id] = { ...placeAt(written, id), ...box }
  return places
}

/** The view by id, or the design's first. */
export function viewOf(design: Design, viewId?: Id): View | undefined {
  return viewId === undefined ? design.views?.[0] : design.views?.find((view) => view.id === viewId)
}

type StatedPlaces = Readonly<Record<Id, Place>>

function placeAt(stated: StatedPlaces, id: Id): Place | undefined {
  return Object.hasOwn(stated, id) ? stated[id] : undefined
}

/** Components whose place lies outside of their own boundary and in another one: the picture would say what is not so. */
export function standingElsewhere(design: Design, viewId?: Id): ReadonlySet<Id> {
  return elsewhereIn(viewOf(design, viewId)?.places ?? {}, hierarchyOf(design))
}

function elsewhereIn(stated: StatedPlaces, hierarchy: Hierarchy): ReadonlySet<Id> {
  const frames = hierarchy.boundaries.flatMap((id) => {
    const box = frameAt(stated, id)
    return box === undefined ? [] : [{ id, box }]
  })
  const elsewhere = new Set<Id>()
  for (const id of frames.length < 2 ? [] : hierarchy.components) {
    const place = placeAt(stated, id)
    const home = hierarchy.parentOf(id)
    const own = home === undefined ? undefined : frameAt(stated, home)
    if (place === undefined || own === undefined) continue
    const { x, y, w = cardWidth, h = cardHeight } = place
    const middle = [x + w / 2, y + h / 2] as const
    if (distanceTo(own, middle) === 0) continue
    const around = hierarchy.chainOf(id)
    if (frames.some((frame) => !around.includes(frame.id) && distanceTo(frame.box, middle) === 0)) elsewhere.add(id)
  }
  return elsewhere
}

/** The box of a boundary whose size was stated. */
function frameAt(stated: StatedPlaces, id: Id): Box | undefined {
  const place = placeAt(stated, id)
  return place?.w === undefined || place.h === undefined
    ? undefined
    : { x: place.x, y: place.y, w: place.w, h: place.h }
}

/** Boundaries that have a place themselves, or hold something that has one. */
function containersWithPlaces(stated: StatedPlaces, hierarchy: Hierarchy): ReadonlySet<Id> {
  const found = new Set<Id>()
  for (const id of [...hierarchy.boundaries, ...hierarchy.components]) {
    if (placeAt(stated, id) === undefined) continue
    for (const around of hierarchy.chainOf(id)) if (hierarchy.isBoundary(around)) found.add(around)
  }
  return found
}

/** Boundaries with stated sizes first, so that newcomers elsewhere keep clear of them; then inside out. */
function fillContainer(
  container: Id | undefined,
  settling: Settling,
  stated: StatedPlaces,
  holdsPlaces: ReadonlySet<Id>,
): void {
  const { hierarchy, boxes } = settling
  const children = hierarchy.childrenOf(container)
  for (const child of children) {
    const place = placeAt(stated, child)
    if (hierarchy.isBoundary(child) && place?.w !== undefined && place.h !== undefined) {
      boxes.set(child, { x: place.x, y: place.y, w: place.w, h: place.h })
    }
  }
  const newcomers: Id[] = []
  for (const child of children) {
    if (boxes.has(child) && !hierarchy.isBoundary(child)) continue
    if (!holdsPlaces.has(child)) newcomers.push(child)
    else if (holdsOnlyItsOwnPlace(child, stated, hierarchy)) placeWhole(child, settling, stated)
    else {
      fillContainer(child, settling, stated, holdsPlaces)
      wrap(child, settling, stated)
    }
  }
  settle(container, newcomers, settling)
}

function holdsOnlyItsOwnPlace(boundary: Id, stated: StatedPlaces, hierarchy: Hierarchy): boolean {
  const inside = [...hierarchy.childrenOf(boundary)]
  for (let next = inside.pop(); next !== undefined; next = inside.pop()) {
    if (placeAt(stated, next) !== undefined) return false
    inside.push(...hierarchy.childrenOf(next))
  }
  return true
}

/** A boundary with a place around things without one. */
function placeWhole(boundary: Id, settling: Settling, stated: StatedPlaces): void {
  const place = placeAt(stated, boundary)
  if (place === undefined) return
  for (const [id, box] of layOutBlock(boundary, settling).boxes) settling.boxes.set(id, moved(box, place.x, place.y))
}

/**
 * The box of a boundary around what is inside it. A stated size stands, as somebody chose it, unless an element that
 * was placed here without being asked would hang over its edge.
 */
function wrap(boundary: Id, { hierarchy, boxes }: Settling, stated: StatedPlaces): void {
  const place = placeAt(stated, boundary)
  const children = hierarchy.childrenOf(boundary)
  const own = boxes.get(boundary)
  const counted = own === undefined ? children : children.filter((child) => placeAt(stated, child) === undefined)
  const inside = boxAround(counted.flatMap((child) => boxes.get(child) ?? []))
  if (inside === undefined) return
  const around = {
    x: inside.x - boundaryPadding,
    y: inside.y - boundaryTitleHeight,
    w: inside.w + 2 * boundaryPadding,
    h: inside.h + boundaryTitleHeight + boundaryPadding,
  }
  const corner = place === undefined ? [] : [{ x: place.x, y: place.y, w: place.w ?? 0, h: place.h ?? 0 }]
  boxes.set(boundary, boxAround([around, ...corner, ...(own === undefined ? [] : [own])]) ?? around)
}

function neighboursOf(design: Design): Settling['neighbours'] {
  const neighbours = new Map<Id, { id: Id; before: boolean }[]>()
  const add = (id: Id, other: Id, before: boolean): void => {
    const known = neighbours.get(id)
    if (known === undefined) neighbours.set(id, [{ id: other, before }])
    else known.push({ id: other, before })
  }
  for (const { from, to } of (design.flows ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (from === to) continue
    add(to, from, true)
    add(from, to, false)
  }
  return neighbours
}
