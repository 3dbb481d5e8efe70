import type { Design, Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { Point } from '../../shared/layout/box.ts'

export interface XY {
  readonly x: number
  readonly y: number
}

export function centreOf({ x, y, w, h }: Box): XY {
  return { x: x + w / 2, y: y + h / 2 }
}

export function contains({ x, y, w, h }: Box, point: XY): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h
}

/** The smallest boundary under a point, those in `without` left out. */
export function boundaryAt(
  design: Design,
  places: Places,
  point: XY,
  without: ReadonlySet<Id> = new Set(),
): Id | undefined {
  let best: Id | undefined
  let smallest = Infinity
  for (const { id } of design.boundaries ?? []) {
    const box = places[id]
    if (box === undefined || without.has(id) || !contains(box, point)) continue
    const area = box.w * box.h
    if (area >= smallest) continue
    smallest = area
    best = id
  }
  return best
}

/** The component under a point; `reach` widens the cards, as a hand is not exact. */
export function componentAt(design: Design, places: Places, point: XY, reach = 0): Id | undefined {
  // The last drawn lies on top.
  return design.components?.findLast(({ id }) => {
    const box = places[id]
    if (box === undefined) return false
    return contains({ x: box.x - reach, y: box.y - reach, w: box.w + 2 * reach, h: box.h + 2 * reach }, point)
  })?.id
}

/** The arrow that passes nearest to a point, within `reach`. */
export function arrowAt(
  routes: Readonly<Record<Id, readonly Point[]>>,
  point: XY,
  reach: number,
  without: ReadonlySet<Id> = new Set(),
): Id | undefined {
  let best: Id | undefined
  let nearest = reach
  for (const [id, route] of Object.entries(routes)) {
    if (without.has(id)) continue
    const distance = distanceTo(route, point)
    if (distance > nearest) continue
    nearest = distance
    best = id
  }
  return best
}

function distanceTo(route: readonly Point[], { x, y }: XY): number {
  let nearest = Infinity
  for (let index = 1; index < route.length; index += 1) {
    const [a, b] = [route[index - 1], route[index]]
    if (a === undefined || b === undefined) continue
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const squared = dx * dx + dy * dy
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / squared))
    nearest = Math.min(nearest, Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy))
  }
  return nearest
}
