import type { Design, Id, Route } from '../../shared/design/design.ts'
import type { Point } from '../../shared/layout/box.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { XY } from './hit-test.ts'

interface BentDesign extends Pick<Folded, 'inside'> {
  readonly design: { readonly [Field in 'flows' | 'views']?: Design[Field] | undefined }
}

/** Where arrows were bent by hand, as far as they end where they were drawn: at a collapsed boundary the bends rest. */
export function bendsOf({ design, inside }: BentDesign): ReadonlyMap<Id, readonly Point[]> {
  const routes = design.views?.[0]?.routes
  const bends = new Map<Id, readonly Point[]>()
  if (routes === undefined) return bends
  for (const { id, from, to } of design.flows ?? []) {
    const points = routes[id]?.points
    if (points !== undefined && points.length > 0 && !inside.has(from) && !inside.has(to)) bends.set(id, points)
  }
  return bends
}

/** The bends of an arrow in the middle of a drag: they come along when both its ends do. */
export function bendsNow(
  bends: readonly Point[],
  { from, to }: { readonly from: Id; readonly to: Id },
  places: Places,
  moved: ReadonlyMap<Id, XY>,
): readonly Point[] {
  const [a, b] = [offset(places, moved, from), offset(places, moved, to)]
  if (a === undefined || b === undefined || a.x !== b.x || a.y !== b.y) return bends
  return bends.map(([x, y]): Point => [x + a.x, y + a.y])
}

function offset(places: Places, moved: ReadonlyMap<Id, XY>, id: Id): XY | undefined {
  const [place, at] = [places[id], moved.get(id)]
  return place === undefined || at === undefined ? undefined : { x: at.x - place.x, y: at.y - place.y }
}

/** The routes of a view after elements have moved: the bends of arrows move with both their ends, else they stay. */
export function movedRoutes(
  routes: Readonly<Record<Id, Route>>,
  flows: readonly { readonly id: Id; readonly from: Id; readonly to: Id }[],
  places: Places,
  moved: ReadonlyMap<Id, XY>,
): ReadonlyMap<Id, Route> {
  const changed = new Map<Id, Route>()
  for (const flow of flows) {
    const route = routes[flow.id]
    if (route?.points === undefined) continue
    const points = bendsNow(route.points, flow, places, moved)
    if (points !== route.points) changed.set(flow.id, { ...route, points })
  }
  return changed
}
