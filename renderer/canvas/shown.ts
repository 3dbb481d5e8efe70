import type { Id } from '../../shared/design/design.ts'
import type { Box, Point } from '../../shared/layout/box.ts'
import { overlaps, passes } from '../../shared/layout/box.ts'
import type { Scene } from './scene.ts'
import { placeNow, routeNow } from './scene.ts'

/** What is drawn whole, because it is in sight or about to be. */
export interface Shown {
  readonly cards: ReadonlySet<Id>
  readonly boundaries: ReadonlySet<Id>
  readonly arrows: ReadonlySet<Id>
  /** Components out of sight at which an arrow in sight ends. */
  readonly ends: ReadonlySet<Id>
}

/** What of a scene touches an area, what is in the hand there included. */
export function shownWithin(
  scene: Pick<Scene, 'design' | 'places' | 'routes' | 'moved' | 'resized' | 'bent' | 'cardIndex' | 'arrowIndex'>,
  area: Box,
): Shown {
  const { design } = scene
  const inArea = (id: Id): boolean => {
    const place = placeNow(scene, id)
    return place !== undefined && overlaps(place, area)
  }
  const cards = new Set<Id>(scene.cardIndex.within(area))
  const boundaries = new Set<Id>()
  for (const { id } of design.boundaries ?? []) if (inArea(id)) boundaries.add(id)
  const arrows = new Set<Id>(
    scene
      .arrowIndex()
      .within(area)
      .filter((id) => isInSight(scene.routes[id], area)),
  )
  for (const id of scene.bent.keys()) if (isInSight(routeNow(scene, id), area)) arrows.add(id)
  const ends = new Set<Id>()
  if (scene.moved.size > 0) {
    const areas = new Set<Id>((design.boundaries ?? []).map((boundary) => boundary.id))
    for (const id of scene.moved.keys()) if (!areas.has(id) && inArea(id)) cards.add(id)
  }
  for (const { id, from, to } of design.flows ?? []) {
    if (!arrows.has(id)) continue
    for (const end of [from, to]) if (!cards.has(end) && !boundaries.has(end)) ends.add(end)
  }
  return { cards, boundaries, arrows, ends }
}

/** Adds to what is drawn at most `most` cards of what is wanted, the nearest to a point first; drops what is not wanted. */
export function growShown(
  drawn: Shown,
  wanted: Shown,
  most: number,
  distance: (id: Id) => number,
): { readonly shown: Shown; readonly complete: boolean } {
  const missing = [...wanted.cards].filter((id) => !drawn.cards.has(id))
  if (missing.length <= most) return { shown: wanted, complete: true }
  const next = missing
    .map((id) => ({ id, away: distance(id) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, most)
  const cards = new Set([...wanted.cards].filter((id) => drawn.cards.has(id)))
  for (const { id } of next) cards.add(id)
  return { shown: { ...wanted, cards, arrows: drawn.arrows, ends: drawn.ends }, complete: false }
}

function isInSight(route: readonly Point[] | undefined, area: Box): boolean {
  return route !== undefined && passes(route, area, 1)
}
