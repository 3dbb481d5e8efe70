import type { Box, Point } from './box.ts'

/** A line meets a card no nearer to its corner than this. */
const cornerClearance = 10
/** So far from a card a piece that was pulled off its border begins. */
const pulledStub = 24

/**
 * The line of an arrow that somebody bent by hand: from border to border through the stated points, always level or
 * upright; where two of them are not in line, one more bend joins them. With no points between, `undefined`.
 */
export function routeThrough(from: Box, to: Box, through: readonly Point[]): readonly Point[] | undefined {
  const [first, last] = [through[0], through.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const route = [...leave(from, first)]
  for (const point of [...through, ...leave(to, last).toReversed()]) {
    const [before, previous] = [route.at(-2), route.at(-1)]
    if (previous !== undefined && previous[0] !== point[0] && previous[1] !== point[1]) {
      const wasLevel = before === undefined || before[1] === previous[1]
      route.push(wasLevel ? [point[0], previous[1]] : [previous[0], point[1]])
    }
    route.push(point)
  }
  return withoutNeedless(route)
}

/** From the border of a card towards a point: straight where the point lies beside the card, else around one corner. */
function leave({ x, y, w, h }: Box, [px, py]: Point): readonly Point[] {
  const beside = (at: number, start: number, size: number): boolean =>
    at >= start + cornerClearance && at <= start + size - cornerClearance
  const side: Point = [px >= x + w / 2 ? x + w : x, y + h / 2]
  if (beside(py, y, h)) return [[side[0], py]]
  if (beside(px, x, w)) return [[px, py >= y + h / 2 ? y + h : y]]
  return [side, [px, side[1]]]
}

/** Without points that lie on the line between their neighbours. */
function withoutNeedless(route: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of route) {
    for (;;) {
      const [before, last] = [kept.at(-2), kept.at(-1)]
      if (last === undefined) break
      const same = last[0] === point[0] && last[1] === point[1]
      const inLine =
        before !== undefined &&
        ((before[0] === last[0] && last[0] === point[0]) || (before[1] === last[1] && last[1] === point[1]))
      if (!same && !inLine) break
      kept.pop()
    }
    kept.push(point)
  }
  return kept
}

/**
 * The points to go through once a piece of a line was pulled aside by a distance: its two ends move with it. A piece
 * that meets a card is pulled off the border and gets a bend of its own there.
 *
 * `piece`: the index of the point where it begins.
 */
export function pullPiece(route: readonly Point[], piece: number, by: Point): readonly Point[] {
  const [start, end] = [route[piece], route[piece + 1]]
  if (start === undefined || end === undefined) return route.slice(1, -1)
  const level = start[1] === end[1]
  const move = ([x, y]: Point): Point => (level ? [x, y + by[1]] : [x + by[0], y])
  const stub = Math.min(pulledStub, Math.hypot(end[0] - start[0], end[1] - start[1]) / 3)
  const inwards = (border: Point, other: Point): Point => [
    border[0] + Math.sign(other[0] - border[0]) * (level ? stub : 0),
    border[1] + Math.sign(other[1] - border[1]) * (level ? 0 : stub),
  ]
  return route.flatMap((point, index) => {
    const isEnd = index === 0 || index === route.length - 1
    if (index === piece) return [move(isEnd ? inwards(start, end) : start)]
    if (index === piece + 1) return [move(isEnd ? inwards(end, start) : end)]
    return isEnd ? [] : [point]
  })
}

/** The points to go through without the two ends of one piece: what was pulled aside falls back. */
export function dropPiece(route: readonly Point[], piece: number): readonly Point[] {
  return route.filter((_, index) => index > 0 && index < route.length - 1 && index !== piece && index !== piece + 1)
}

/** The point at a share of a line's length, from 0 at its tail to 1 at its head. */
export function pointAlong(route: readonly Point[], share: number): Point {
  const [first = [0, 0] as const] = route
  let left = lengthOf(route) * Math.min(1, Math.max(0, share))
  for (let index = 1; index < route.length; index += 1) {
    const [a, b] = [route[index - 1], route[index]]
    if (a === undefined || b === undefined) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length > 0 && left <= length)
      return [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length]
    left -= length
  }
  return route.at(-1) ?? first
}

/** The share of a line's length at which it comes nearest to a point. */
export function shareNearest(route: readonly Point[], [x, y]: Point): number {
  const whole = lengthOf(route)
  let [best, nearest, passed] = [0, Infinity, 0]
  for (let index = 1; index < route.length; index += 1) {
    const [a, b] = [route[index - 1], route[index]]
    if (a === undefined || b === undefined) continue
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy)
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (length * length)))
    const distance = Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)
    if (distance < nearest) {
      nearest = distance
      best = passed + along * length
    }
    passed += length
  }
  return whole === 0 ? 0.5 : best / whole
}

/** The length of a line, in CSS pixels. */
export function lengthOf(route: readonly Point[]): number {
  return route.reduce((sum, point, index) => {
    const before = route[index - 1]
    return before === undefined ? 0 : sum + Math.hypot(point[0] - before[0], point[1] - before[1])
  }, 0)
}
