import type { Flow, Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { RoutedFlow } from '../../shared/layout/routes.ts'
import type { Point } from '../../shared/layout/box.ts'
import { elbowRoute } from '../../shared/layout/routes.ts'
import { routeThrough } from '../../shared/layout/waypoints.ts'

export type Routes = Readonly<Record<Id, readonly Point[]>>

/** All that decides where arrows run: two with one key give the same lines. */
export interface Routing {
  readonly key: string
  readonly cards: Readonly<Record<Id, Box>>
  readonly flows: readonly RoutedFlow[]
}

/** `ends`: what arrows end at. `bends`: where the arrows among them were bent by hand. */
export function routingOf(
  ends: readonly Id[],
  flows: readonly Flow[] | undefined,
  places: Places,
  bends: ReadonlyMap<Id, readonly Point[]> = new Map(),
): Routing {
  const cards: Record<Id, Box> = {}
  for (const id of ends) {
    const place = places[id]
    if (place !== undefined) cards[id] = { x: place.x, y: place.y, w: place.w, h: place.h }
  }
  const routed = (flows ?? []).map(({ id, from, to }) => {
    const through = bends.get(id)
    return { id, from, to, ...(through === undefined ? {} : { through }) }
  })
  return { key: JSON.stringify([cards, routed]), cards, flows: routed }
}

/** Lines to show until the worker has answered: the old ones where both ends stand as before, elbows elsewhere. */
export function interimRoutes(wanted: Routing, before: Routing, routes: Routes): Routes {
  const old = new Map(before.flows.map((flow) => [flow.id, flow]))
  const still = (id: Id): boolean => sameBox(wanted.cards[id], before.cards[id])
  const turns = new Map<string, number>()
  const interim: Record<Id, readonly Point[]> = {}
  for (const flow of wanted.flows) {
    const known = old.get(flow.id)
    const route = routes[flow.id]
    const sameEnds = known?.from === flow.from && known.to === flow.to
    const [from, to] = [wanted.cards[flow.from], wanted.cards[flow.to]]
    const bent = from && to && routeThrough(from, to, flow.through ?? [])
    if (bent !== undefined) {
      interim[flow.id] = bent
      continue
    }
    if (route !== undefined && known?.through === undefined && sameEnds && still(flow.from) && still(flow.to)) {
      interim[flow.id] = route
      continue
    }
    if (from === undefined || to === undefined || flow.from === flow.to) continue
    const pair = [flow.from, flow.to].toSorted().join(' ')
    const turn = turns.get(pair) ?? 0
    turns.set(pair, turn + 1)
    interim[flow.id] = elbowRoute(from, to, turn)
  }
  return interim
}

function sameBox(a: Box | undefined, b: Box | undefined): boolean {
  return a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
}
