import type { Id } from '../design/design.ts'
import type { Box, Point } from './box.ts'
import { gridFor, markRoute } from './route-grid.ts'
import { findRoute } from './route-search.ts'
import { routeThrough } from './waypoints.ts'

export interface RoutedFlow {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  /** Where somebody bent it by hand. */
  readonly through?: readonly Point[]
}

/** Above these sizes the search would be felt; arrows then bend without looking what they cross. */
const mostSearchedFlows = 300
const mostSearchedNodes = 60_000

/**
 * Routes arrows as polylines of horizontal and vertical pieces, from border to border, around the cards, with parallel
 * arrows on tracks of their own. Deterministic. Flows without a box at both ends, or from a box to itself, get no route.
 *
 * `cards`: the boxes of the components by id. `avoid`: areas that a route crosses only when it must (titles).
 */
export function routeEdges(
  cards: Readonly<Record<Id, Box>>,
  flows: readonly RoutedFlow[],
  avoid: readonly Box[] = [],
): Readonly<Record<Id, readonly Point[]>> {
  const boxes = Object.entries(cards)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, box]) => box)
  const routed = flows.flatMap((flow) => {
    const from = cards[flow.from]
    const to = cards[flow.to]
    return from === undefined || to === undefined || flow.from === flow.to ? [] : [{ flow, from, to }]
  })
  routed.sort((a, b) => distance(a.from, a.to) - distance(b.from, b.to) || (a.flow.id < b.flow.id ? -1 : 1))
  const grid = routed.length <= mostSearchedFlows ? gridFor(boxes, avoid, mostSearchedNodes) : undefined
  const routes: Record<Id, readonly Point[]> = {}
  const usedPairs = new Map<string, number>()
  for (const { flow, from, to } of routed) {
    // What was bent by hand stays, and the others keep off it.
    const bent = routeThrough(from, to, flow.through ?? [])
    if (bent === undefined) continue
    routes[flow.id] = bent
    if (grid !== undefined) markRoute(grid, bent)
  }
  for (const { flow, from, to } of routed) {
    if (Object.hasOwn(routes, flow.id)) continue
    const pair = [flow.from, flow.to].toSorted().join(' ')
    const turn = usedPairs.get(pair) ?? 0
    usedPairs.set(pair, turn + 1)
    const found = grid === undefined ? undefined : findRoute(grid, from, to)
    routes[flow.id] = found ?? elbowRoute(from, to, turn)
  }
  return routes
}

function distance(a: Box, b: Box): number {
  return Math.abs(a.x + a.w / 2 - b.x - b.w / 2) + Math.abs(a.y + a.h / 2 - b.y - b.h / 2)
}

/** Two bends halfway between the facing sides; the n-th arrow between the same boxes is shifted aside. */
export function elbowRoute(from: Box, to: Box, turn = 0): readonly Point[] {
  const shift = (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * 14
  const gapX = Math.max(to.x - (from.x + from.w), from.x - (to.x + to.w))
  const gapY = Math.max(to.y - (from.y + from.h), from.y - (to.y + to.h))
  if (gapX >= gapY) {
    const right = to.x + to.w / 2 >= from.x + from.w / 2
    const start: Point = [right ? from.x + from.w : from.x, from.y + from.h / 2 + shift]
    const end: Point = [right ? to.x : to.x + to.w, to.y + to.h / 2 + shift]
    if (Math.abs(start[1] - end[1]) < 2) return [start, [end[0], start[1]]]
    const middle = (start[0] + end[0]) / 2 + shift
    return [start, [middle, start[1]], [middle, end[1]], end]
  }
  const down = to.y + to.h / 2 >= from.y + from.h / 2
  const start: Point = [from.x + from.w / 2 + shift, down ? from.y + from.h : from.y]
  const end: Point = [to.x + to.w / 2 + shift, down ? to.y : to.y + to.h]
  if (Math.abs(start[0] - end[0]) < 2) return [start, [start[0], end[1]]]
  const middle = (start[1] + end[1]) / 2 + shift
  return [start, [start[0], middle], [end[0], middle], end]
}
