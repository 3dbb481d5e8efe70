import type { Boundary, Design, Id } from '../../shared/design/design.ts'
import { setPlaces } from '../../shared/design/edit/place.ts'
import { groupIntoBoundary, moveToBoundary } from '../../shared/design/edit/structure.ts'
import { insideOf } from '../../shared/design/nesting.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boxAround, encloses } from '../../shared/layout/box.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { frameAround, pushOut } from '../../shared/layout/make-room.ts'
import type { Places } from '../../shared/layout/places.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { freezePlaces, growBoundaries, moveElements } from './from-flow.ts'
import type { XY } from './hit-test.ts'

/**
 * The design with a new boundary around what was chosen. Its frame hugs them; what does not belong to it is not left
 * inside, so that the drawing never says more than the design. `places`: where everything stood before.
 */
export function drawBoundaryAround(design: Design, places: Places, chosen: readonly Id[], boundary: Boundary): Design {
  const members = boxAround(chosen.flatMap((id) => places[id] ?? []))
  if (members === undefined) return design
  const grouped = groupIntoBoundary(freezePlaces(design, places), chosen, boundary)
  const frame = frameAround(members, [...boxesBeside(grouped, boundary.id).values()])
  return keepClear(setPlaces(grouped, { [boundary.id]: frame }), boundary.id)
}

/**
 * The design with another frame around a boundary. What stood beside it and is wholly in the frame now stands in it: a
 * drawing that shows it inside says so.
 */
export function frameBoundary(design: Design, places: Places, id: Id, frame: Box): Design {
  const before = places[id]
  const home = design.boundaries?.find((boundary) => boundary.id === id)?.in
  const beside = [...(design.components ?? []), ...(design.boundaries ?? [])].filter((each) => each.in === home)
  const taken = beside.flatMap((each) => {
    const box = places[each.id]
    if (each.id === id || box === undefined || before === undefined) return []
    return encloses(frame, box) && !encloses(before, box) ? [each.id] : []
  })
  return setPlaces(moveToBoundary(design, taken, id), { [id]: frame })
}

/** Pushes what stands in a boundary and does not belong to it out of it, and out of those around it that had to grow. */
function keepClear(design: Design, boundary: Id): Design {
  const places = placesOf(design)
  const frame = places[boundary]
  if (frame === undefined) return design
  const moved = new Map<Id, XY>()
  const beside = boxesBeside(design, boundary)
  const locked = new Set([...beside.keys()].filter((id) => places[id]?.locked === true))
  for (const [id, [x, y]] of pushOut(frame, beside, locked)) {
    for (const each of [id, ...insideOf(design, id)]) {
      const [place, from] = [places[each], places[id]]
      if (place !== undefined && from !== undefined)
        moved.set(each, { x: place.x + x - from.x, y: place.y + y - from.y })
    }
  }
  const cleared = moved.size === 0 ? design : moveElements(design, places, moved, [])
  const grown = growBoundaries(cleared, placesOf(cleared), [boundary, ...moved.keys()])
  const parent = grown.boundaries?.find(({ id }) => id === boundary)?.in
  return parent === undefined ? grown : keepClear(grown, parent)
}

/** What stands in the same boundary as this one, or with it outside all, as large as it is drawn. */
function boxesBeside(design: Design, boundary: Id): ReadonlyMap<Id, Box> {
  const { places } = foldDesign(design, placesOf(design))
  const home = design.boundaries?.find(({ id }) => id === boundary)?.in
  const beside = [...(design.components ?? []), ...(design.boundaries ?? [])].filter((each) => each.in === home)
  return new Map(
    beside.flatMap(({ id }) => {
      const place = places[id]
      return id === boundary || place === undefined ? [] : [[id, place] as const]
    }),
  )
}
