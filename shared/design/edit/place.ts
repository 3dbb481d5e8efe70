import type { Design, Id, Place, Route, View } from '../design.ts'
import { takenIds } from '../collections.ts'
import { insideOf } from '../nesting.ts'
import { updateElement } from './element.ts'

/** Where a new element stands, and in which view (the first one unless said otherwise). */
export interface NewPlace {
  readonly place: Place
  readonly view?: Id
}

/** The view that the canvas shows first. */
export function mainView(design: Design): View | undefined {
  return design.views?.[0]
}

/** Puts one element at a place; fields that the new place leaves out (size, collapsed) stay as they were. */
export function setPlace(design: Design, id: Id, place: Place, view?: Id): Design {
  return setPlaces(design, { [id]: place }, view)
}

/** Puts several elements at their places in one step; a design without a view gets its first one. */
export function setPlaces(design: Design, places: Readonly<Record<Id, Place>>, view?: Id): Design {
  if (Object.keys(places).length === 0) return design
  const [ready, target] = withView(design, view)
  return updateElement(ready, 'views', target, (old) => {
    const next = { ...old.places }
    let changed = false
    for (const [id, place] of Object.entries(places)) {
      const merged = { ...old.places?.[id], ...place }
      if (samePlace(old.places?.[id], merged)) continue
      next[id] = merged
      changed = true
    }
    return changed ? { ...old, places: next } : old
  })
}

/**
 * Collapses boundaries, or expands them again. `corners`: where each of them stands, for those that have no place yet.
 * What was collapsed and is expanded has the place that it had before.
 */
export function setCollapsed(
  design: Design,
  corners: Readonly<Record<Id, { readonly x: number; readonly y: number }>>,
  collapsed: boolean,
  view?: Id,
): Design {
  const [ready, target] = withView(design, view)
  return updateElement(ready, 'views', target, (old) => {
    const next = { ...old.places }
    for (const [id, { x, y }] of Object.entries(corners)) {
      const { collapsed: _before, ...place } = next[id] ?? { x, y }
      next[id] = collapsed ? { ...place, collapsed } : place
    }
    return { ...old, places: next }
  })
}

/** Draws an arrow along points of its own, or straight again (undefined). */
export function setRoute(design: Design, flow: Id, route: Route | undefined, view?: Id): Design {
  const [ready, target] = withView(design, view)
  return updateElement(ready, 'views', target, (old) => {
    const { [flow]: _old, ...others } = old.routes ?? {}
    if (route) return { ...old, routes: { ...others, [flow]: route } }
    return withRoutes(old, others)
  })
}

/** Takes the stored places away (all, or of some elements), so that they are laid out again. */
export function clearPlaces(design: Design, ids?: readonly Id[], view?: Id): Design {
  const target = view ?? mainView(design)?.id
  if (target === undefined) return design
  return updateElement(design, 'views', target, (old) => {
    const { places, routes, ...rest } = old
    if (!places && !routes) return old
    if (!ids) return rest
    const gone = new Set(ids)
    const kept = Object.fromEntries(Object.entries(places ?? {}).filter(([id]) => !gone.has(id)))
    return { ...old, places: kept }
  })
}

/**
 * Moves a boundary by a distance, and with it everything inside that has a place, collapsed or not, and the bends of
 * the arrows between them. Membership does not change.
 */
export function moveBoundary(
  design: Design,
  boundary: Id,
  by: { readonly x: number; readonly y: number },
  view?: Id,
): Design {
  const target = view ?? mainView(design)?.id
  if (target === undefined) return design
  const moving = new Set([boundary, ...insideOf(design, boundary)])
  const within = new Set(
    (design.flows ?? []).filter((flow) => moving.has(flow.from) && moving.has(flow.to)).map((flow) => flow.id),
  )
  return updateElement(design, 'views', target, (old) => {
    const places = mapRecord(old.places, (id, place) =>
      moving.has(id) ? { ...place, x: place.x + by.x, y: place.y + by.y } : place,
    )
    const routes = mapRecord(old.routes, (id, route) => {
      if (!within.has(id) || !route.points) return route
      return { ...route, points: route.points.map(([x, y]) => [x + by.x, y + by.y] as const) }
    })
    return { ...old, ...(places ? { places } : {}), ...(routes ? { routes } : {}) }
  })
}

/** A view without the routes of some arrows: their ends moved, so the bends mean nothing any more. */
export function forgetRoute(design: Design, flow: Id): Design {
  return (design.views ?? []).reduce((next, view) => {
    if (!view.routes || !Object.hasOwn(view.routes, flow)) return next
    return setRoute(next, flow, undefined, view.id)
  }, design)
}

function withRoutes(view: View, routes: Readonly<Record<Id, Route>>): View {
  if (Object.keys(routes).length > 0) return { ...view, routes }
  const { routes: _none, ...rest } = view
  return rest
}

/**
 * The design with a view to lay things out in, and which it is: the one asked for, the main one, or a first one made
 * here.
 */
export function withView(design: Design, view: Id | undefined): readonly [Design, Id] {
  const wanted = view ?? mainView(design)?.id
  if (wanted !== undefined) return [design, wanted]
  const taken = takenIds(design)
  let id = 'main'
  for (let number = 2; taken.has(id); number += 1) id = `main-${number}`
  return [{ ...design, views: [{ id, name: 'Everything' }] }, id]
}

function mapRecord<T>(
  record: Readonly<Record<Id, T>> | undefined,
  map: (id: Id, item: T) => T,
): Readonly<Record<Id, T>> | undefined {
  return record && Object.fromEntries(Object.entries(record).map(([id, item]) => [id, map(id, item)]))
}

function samePlace(left: Place | undefined, right: Place): boolean {
  const keys = ['x', 'y', 'w', 'h', 'z', 'collapsed', 'locked'] as const
  return left !== undefined && keys.every((key) => left[key] === right[key])
}
