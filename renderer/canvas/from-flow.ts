import type { Design, Id, Place } from '../../shared/design/design.ts'
import { clearPlaces, mainView, setPlaces, setRoute } from '../../shared/design/edit/place.ts'
import { moveToBoundary } from '../../shared/design/edit/structure.ts'
import { ancestorsOf, insideOf } from '../../shared/design/nesting.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boundaryPadding, boundaryTitleHeight } from '../../shared/layout/card.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { Places } from '../../shared/layout/places.ts'
import { movedRoutes } from './bends.ts'
import type { XY } from './hit-test.ts'
import { boundaryAt, centreOf } from './hit-test.ts'

/** What is drawn, and where: what the hand can drop something into. */
type Ground = Pick<Folded, 'design' | 'places'>

/**
 * The design after a drag: new places for what moved, and a new `in` for what was dropped into another boundary.
 *
 * `places`: where everything stood when the drag began. `moved`: new corners of all that moved, the contents of a
 * dragged boundary included. `dropped`: what the hand held; only these can change their boundary. `ground`: what is
 * drawn, when that is not everything.
 */
export function moveElements(
  design: Design,
  places: Places,
  moved: ReadonlyMap<Id, XY>,
  dropped: readonly Id[],
  ground: Ground = { design, places },
): Design {
  const after = movedPlaces(places, moved)
  const drawn = movedPlaces(ground.places, moved)
  const carried = carriedBy(design, dropped)
  const newcomers = new Map<Id | undefined, Id[]>()
  for (const id of dropped) {
    const home = homeAfterDrop(ground.design, drawn, id, carried)
    const known = newcomers.get(home)
    if (known === undefined) newcomers.set(home, [id])
    else known.push(id)
  }
  let settled = design
  for (const [home, ids] of newcomers) settled = moveToBoundary(settled, ids, home)
  const placed = moveBends(setPlaces(freezePlaces(settled, places), placesFor(design, moved)), places, moved)
  // What falls into a collapsed boundary finds a place of its own in there.
  const swallowed = dropped.filter((id) => isSwallowed(settled, places, id, elementIn(design, id)))
  const open = dropped.filter((id) => !swallowed.includes(id))
  return growBoundaries(swallowed.length === 0 ? placed : clearPlaces(placed, swallowed), after, open)
}

/** Bends come along with arrows whose ends both move. */
function moveBends(design: Design, places: Places, moved: ReadonlyMap<Id, XY>): Design {
  const routes = mainView(design)?.routes
  if (routes === undefined) return design
  let next = design
  for (const [id, route] of movedRoutes(routes, design.flows ?? [], places, moved)) next = setRoute(next, id, route)
  return next
}

function isSwallowed(design: Design, places: Places, id: Id, before: Id | undefined): boolean {
  const home = elementIn(design, id)
  return home !== undefined && home !== before && places[home]?.collapsed === true
}

/** Where everything stands in the middle of a drag. */
export function movedPlaces(places: Places, moved: ReadonlyMap<Id, XY>): Places {
  if (moved.size === 0) return places
  const next = { ...places }
  for (const [id, { x, y }] of moved) {
    const place = places[id]
    if (place !== undefined) next[id] = { ...place, x, y }
  }
  return next
}

/** What a hand holds, and all that comes along because it stands in a held boundary. */
export interface Carried {
  readonly held: ReadonlySet<Id>
  readonly all: ReadonlySet<Id>
}

export function carriedBy(design: Design, held: readonly Id[]): Carried {
  const all = new Set<Id>(held)
  const boundaries = new Set((design.boundaries ?? []).map((boundary) => boundary.id))
  for (const id of held) if (boundaries.has(id)) for (const inside of insideOf(design, id)) all.add(inside)
  return { held: new Set(held), all }
}

/** The boundary that would take a held element dropped where it now is; a boundary never falls into itself. */
export function homeAfterDrop(design: Design, places: Places, id: Id, carried: Carried): Id | undefined {
  const box = places[id]
  if (box === undefined) return undefined
  // A held boundary moves along with what it holds: that stays where it belongs.
  const homes = ancestorsOf(design, id)
  if (homes.some((boundary) => carried.held.has(boundary.id))) return homes[0]?.id
  return boundaryAt(design, places, centreOf(box), carried.all)
}

function elementIn(design: Design, id: Id): Id | undefined {
  return [...(design.components ?? []), ...(design.boundaries ?? [])].find((element) => element.id === id)?.in
}

function placesFor(design: Design, moved: ReadonlyMap<Id, XY>): Readonly<Record<Id, Place>> {
  const known = new Set([...(design.components ?? []), ...(design.boundaries ?? [])].map((element) => element.id))
  return Object.fromEntries(
    [...moved].filter(([id]) => known.has(id)).map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  )
}

/**
 * Writes down the places that nobody stated, before one of them is changed: what has no place is laid out near its
 * neighbours, so the rest would otherwise jump with every stated place.
 */
export function freezePlaces(design: Design, places: Places): Design {
  const stated = mainView(design)?.places ?? {}
  const inhabited = new Set([...(design.boundaries ?? []), ...(design.components ?? [])].map((element) => element.in))
  const missing: Record<Id, Place> = {}
  for (const { id } of design.components ?? []) {
    const place = places[id]
    if (place !== undefined && !Object.hasOwn(stated, id)) missing[id] = { x: place.x, y: place.y }
  }
  for (const { id } of design.boundaries ?? []) {
    const place = places[id]
    if (place !== undefined && !Object.hasOwn(stated, id) && !inhabited.has(id)) {
      missing[id] = { x: place.x, y: place.y, w: place.w, h: place.h }
    }
  }
  return setPlaces(design, missing)
}

/** A boundary of stated size grows until what was dropped into it fits, and so do those around it. */
export function growBoundaries(design: Design, places: Places, dropped: readonly Id[]): Design {
  const changes = new Map<Id, Box>()
  for (const id of dropped) {
    let inside: Box | undefined = places[id]
    const seen = new Set<Id>()
    for (let home = elementIn(design, id); home !== undefined && !seen.has(home); home = elementIn(design, home)) {
      seen.add(home)
      const stated: Place | undefined = mainView(design)?.places?.[home]
      const box = changes.get(home) ?? places[home]
      if (inside === undefined || box === undefined || stated?.w === undefined || stated.h === undefined) break
      const grown = around(box, inside)
      if (grown === box) break
      changes.set(home, grown)
      inside = grown
    }
  }
  return setPlaces(design, Object.fromEntries(changes))
}

function around(box: Box, inside: Box): Box {
  const left = Math.min(box.x, inside.x - boundaryPadding)
  const top = Math.min(box.y, inside.y - boundaryTitleHeight)
  const right = Math.max(box.x + box.w, inside.x + inside.w + boundaryPadding)
  const bottom = Math.max(box.y + box.h, inside.y + inside.h + boundaryPadding)
  if (left === box.x && top === box.y && right === box.x + box.w && bottom === box.y + box.h) return box
  return { x: Math.round(left), y: Math.round(top), w: Math.round(right - left), h: Math.round(bottom - top) }
}
