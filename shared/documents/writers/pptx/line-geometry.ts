import type { Spot } from './connector.ts'
import type { Area } from './frame.ts'

export type Line = readonly [Spot, Spot]

export function linesOf(points: readonly Spot[]): readonly Line[] {
  return points.flatMap((point, index): Line[] => {
    const next = points[index + 1]
    return next === undefined ? [] : [[point, next]]
  })
}

export function bordersOf({ x, y, w, h }: Area): readonly Line[] {
  const corners: readonly Spot[] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ]
  return linesOf(corners)
}

export const lengthOf = ([start, end]: Line): number => Math.hypot(end[0] - start[0], end[1] - start[1])
export const isSlanted = ([start, end]: Line): boolean =>
  Math.abs(start[0] - end[0]) > 0.005 && Math.abs(start[1] - end[1]) > 0.005

/** Whether a line runs through the inside of a box grown by a margin (Liang and Barsky's clipping). */
export function enters([start, end]: Line, box: Area, margin = 0): boolean {
  let first = 0
  let last = 1
  const bounds: Line = [
    [box.x - margin, box.y - margin],
    [box.x + box.w + margin, box.y + box.h + margin],
  ]
  for (const axis of [0, 1] as const) {
    const delta = end[axis] - start[axis]
    const low = bounds[0][axis] - start[axis]
    const high = bounds[1][axis] - start[axis]
    if (Math.abs(delta) < 1e-9) {
      if (low >= 0 || high <= 0) return false
      continue
    }
    first = Math.max(first, Math.min(low / delta, high / delta))
    last = Math.min(last, Math.max(low / delta, high / delta))
  }
  return last - first > 1e-6
}

/** Whether two lines cross at an inner point of both. */
export function crosses([a, b]: Line, [c, d]: Line): boolean {
  const turn = (p: Spot, q: Spot, r: Spot): number => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return turn(a, b, c) * turn(a, b, d) < -1e-9 && turn(c, d, a) * turn(c, d, b) < -1e-9
}

/** Lines closer than this look like one thick line. */
const nearby = 0.08
const same = 0.01

/** How far two level or two upright lines lie on each other, in inches; with `beside`, how far they nearly do. */
export function sharedLength(one: Line, other: Line, beside = false): number {
  if (isSlanted(one) || isSlanted(other)) return 0
  const axis = Math.abs(one[0][1] - one[1][1]) < 0.005 ? 0 : 1
  if (Math.abs(other[0][1 - axis]! - other[1][1 - axis]!) > 0.005) return 0
  const apart = Math.abs(one[0][1 - axis]! - other[0][1 - axis]!)
  if (beside ? apart <= same || apart > nearby : apart > same) return 0
  const [a, b] = [one[0][axis], one[1][axis]]
  const [c, d] = [other[0][axis], other[1][axis]]
  return Math.max(0, Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)))
}

/** How far a spot is from the nearest point of a line. */
export function distanceTo([start, end]: Line, [x, y]: Spot): number {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - start[0]) * dx + (y - start[1]) * dy) / square))
  return Math.hypot(x - start[0] - dx * share, y - start[1] - dy * share)
}

/** How far a spot is from a box; 0 inside it. */
export function distanceToBox(box: Area, [x, y]: Spot): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h))
}
