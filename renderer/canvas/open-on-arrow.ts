import type { Design, Id } from '../../shared/design/design.ts'
import { mainView, setPlaces } from '../../shared/design/edit/place.ts'
import { ancestorsOf } from '../../shared/design/nesting.ts'
import type { Box } from '../../shared/layout/box.ts'
import { overlaps } from '../../shared/layout/box.ts'
import { cardHeight, cardWidth } from '../../shared/layout/card.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { Opening } from '../../shared/layout/open-up.ts'
import { movedBy, roomBetween, stretchedBy } from '../../shared/layout/open-up.ts'
import type { Places } from '../../shared/layout/places.ts'
import { freeSpot } from './free-spot.ts'
import { moveElements } from './from-flow.ts'
import type { XY } from './hit-test.ts'

/** So near the ends of its arrow a newcomer leaves no room for the two halves. */
const closest = 32

/** Where everything stands, and what of it is drawn. */
interface Ground {
  readonly places: Places
  readonly drawn: Pick<Folded, 'design' | 'places' | 'shownAs'>
}

interface Newcomer {
  /** Where it would stand if there were room. */
  readonly corner: XY
  /** The boundary that takes it. */
  readonly home: Id | undefined
}

/**
 * Room in the middle of an arrow for a component that is set into it. Where it would cover or crowd the ends of the
 * arrow, the drawing opens between them: what lies beyond moves on, boundaries across the line grow, what is locked
 * stays. Returns the design with that room, and the corner of the newcomer.
 */
export function openOnArrow(
  design: Design,
  { places, drawn }: Ground,
  arrow: Id,
  { corner, home }: Newcomer,
): { readonly design: Design; readonly corner: XY } {
  const size = { w: cardWidth, h: cardHeight }
  const flow = design.flows?.find(({ id }) => id === arrow)
  const ends = flow === undefined ? [] : [flow.from, flow.to].flatMap((id) => standsIn(drawn, home, id) ?? [])
  const [from, to] = ends.flatMap((id) => drawn.places[id] ?? [])
  const crowds = [from, to].some((box) => box !== undefined && overlaps({ ...corner, ...size }, box, closest))
  if (!crowds) return { design, corner: freeSpot(drawn.places, corner) }
  const room = from === undefined || to === undefined ? undefined : roomBetween(from, to, size)
  if (room === undefined || ends.some((id) => places[id]?.locked === true)) {
    return { design, corner: freeSpot(drawn.places, corner) }
  }
  if (room.opening === undefined) return { design, corner: freeSpot(drawn.places, room.corner) }
  const { opening } = room
  const after = Object.fromEntries(
    Object.entries(drawn.places).map(([id, place]) => [
      id,
      place.locked === true ? place : { ...place, ...movedBy(opening, place) },
    ]),
  )
  return { design: opened(design, { places, drawn }, opening), corner: freeSpot(after, room.corner) }
}

/** The element in `home` that an end of an arrow is, or stands in; undefined where the end is outside. */
function standsIn({ design, shownAs }: Ground['drawn'], home: Id | undefined, end: Id): Id | undefined {
  const shown = shownAs.get(end) ?? end
  const chain = [shown, ...ancestorsOf(design, shown).map(({ id }) => id)]
  return chain.find((_, index) => chain[index + 1] === home)
}

function opened(design: Design, { places, drawn }: Ground, opening: Opening): Design {
  const moved = new Map<Id, XY>()
  for (const [id, place] of Object.entries(places)) {
    // What is inside a collapsed boundary goes along with it.
    const shown = drawn.places[drawn.shownAs.get(id) ?? id] ?? place
    const to = movedBy(opening, shown)
    if (to === shown || shown.locked === true || place.locked === true) continue
    moved.set(id, { x: place.x + to.x - shown.x, y: place.y + to.y - shown.y })
  }
  return setPlaces(moveElements(design, places, moved, []), stretched(design, opening))
}

/** The boundaries of stated size that lie across the line, as large as they become. */
function stretched(design: Design, opening: Opening): Record<Id, Box> {
  const stated = mainView(design)?.places ?? {}
  const grown: Record<Id, Box> = {}
  for (const { id } of design.boundaries ?? []) {
    const { x, y, w, h, collapsed } = stated[id] ?? {}
    if (x === undefined || y === undefined || w === undefined || h === undefined || collapsed === true) continue
    const box = stretchedBy(opening, { x, y, w, h })
    if (box.w !== w || box.h !== h) grown[id] = box
  }
  return grown
}
