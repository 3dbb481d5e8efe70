import type { Id } from '../design/design.ts'
import type { Box, Point } from './box.ts'
import { overlaps, passes } from './box.ts'
import type { RoutedFlow } from './routes.ts'
import { elbowRoute } from './routes.ts'
import { gridFor, markRoute } from './route-grid.ts'
import { findRoute } from './route-search.ts'
import { routeThrough } from './waypoints.ts'

type Cards = Readonly<Record<Id, Box>>
type Routes = Readonly<Record<Id, readonly Point[]>>

/** What was routed before, and how. */
export interface RoutedBefore {
  readonly cards: Cards
  readonly flows: readonly RoutedFlow[]
  readonly routes: Routes
}

/** A route keeps this far from its ends' surroundings; cards further away are not looked at. */
const margin = 280
/** Above this the search for one arrow would be felt; it then bends without looking what it crosses. */
const mostSearchedNodes = 40_000
/** A route nearer to a moved card than this is found again. */
const clearance = 8
/** Lines this near to where a card stood went around it. */
const detour = 46

/**
 * The arrows that have to be routed again: new ones, those whose ends moved or changed, and those that a card now lies
 * on or no longer stands in the way of. All others keep their lines, so that a drag in one corner moves nothing in another.
 */
export function changedFlows(cards: Cards, flows: readonly RoutedFlow[], before: RoutedBefore): readonly RoutedFlow[] {
  const known = new Map(before.flows.map((flow) => [flow.id, flow]))
  const moved = Object.entries(cards).filter(([id, box]) => !sameBox(box, before.cards[id]))
  // Who made way for a card need not do so when it has gone.
  const left = Object.entries(before.cards).flatMap(([id, box]) => (sameBox(box, cards[id]) ? [] : [box]))
  const movedIds = new Set(moved.map(([id]) => id))
  return flows.filter((flow) => {
    const old = known.get(flow.id)
    const route = before.routes[flow.id]
    if (route === undefined || old?.from !== flow.from || old.to !== flow.to) return true
    if (JSON.stringify(old.through) !== JSON.stringify(flow.through)) return true
    if (movedIds.has(flow.from) || movedIds.has(flow.to)) return true
    return moved.some(([, box]) => passes(route, box, clearance)) || left.some((box) => passes(route, box, detour))
  })
}

/**
 * Routes again what changed, one arrow after another, each among the cards around its ends and beside the lines that
 * are there already. Deterministic for the same `before`. Flows without a box at both ends, or to themselves, get none.
 */
export function rerouteEdges(cards: Cards, flows: readonly RoutedFlow[], before: RoutedBefore): Routes {
  const changed = changedFlows(cards, flows, before)
  const again = new Set(changed.map((flow) => flow.id))
  const routes: Record<Id, readonly Point[]> = {}
  const turns = new Map<string, number>()
  for (const flow of flows) {
    const pair = pairOf(flow)
    const route = before.routes[flow.id]
    if (again.has(flow.id) || route === undefined) continue
    routes[flow.id] = route
    turns.set(pair, (turns.get(pair) ?? 0) + 1)
  }
  const boxes = Object.values(cards)
  for (const flow of changed.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const [from, to] = [cards[flow.from], cards[flow.to]]
    if (from === undefined || to === undefined || flow.from === flow.to) continue
    const pair = pairOf(flow)
    const turn = turns.get(pair) ?? 0
    turns.set(pair, turn + 1)
    const bent = routeThrough(from, to, flow.through ?? [])
    routes[flow.id] = bent ?? routeAlone(from, to, boxes, routes) ?? elbowRoute(from, to, turn)
  }
  return routes
}

function routeAlone(from: Box, to: Box, boxes: readonly Box[], routes: Routes): readonly Point[] | undefined {
  const left = Math.min(from.x, to.x) - margin
  const top = Math.min(from.y, to.y) - margin
  const area = {
    x: left,
    y: top,
    w: Math.max(from.x + from.w, to.x + to.w) + margin - left,
    h: Math.max(from.y + from.h, to.y + to.h) + margin - top,
  }
  const grid = gridFor(
    boxes.filter((box) => overlaps(box, area)),
    [],
    mostSearchedNodes,
  )
  if (grid === undefined) return undefined
  for (const route of Object.values(routes)) if (passes(route, area, clearance)) markRoute(grid, route)
  return findRoute(grid, from, to)
}

function pairOf({ from, to }: RoutedFlow): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`
}

function sameBox(a: Box, b: Box | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
}
