import type { Point } from '../../shared/layout/box.ts'
import type { Hop } from '../../shared/layout/hops.ts'
import { roundedLine } from '../../shared/layout/rounded-line.ts'

/** An arrow's line as SVG path data, and the middle of its longest piece, where its label stands. */
export interface ArrowPath {
  readonly points: readonly Point[]
  readonly line: string
  readonly label: { readonly x: number; readonly y: number }
  readonly start: Point
  readonly end: Point
}

/** A polyline with rounded corners, arched where it hops over another. */
export function arrowPath(points: readonly Point[], hops?: readonly Hop[]): ArrowPath {
  const start = points[0] ?? [0, 0]
  const end = points.at(-1) ?? start
  return { points, line: roundedLine(points, hops), label: middleOfLongest(points, start), start, end }
}

/** Of the longest piece; level pieces count more, as a label lies along them without crossing anything. */
function middleOfLongest(points: readonly Point[], otherwise: Point): { readonly x: number; readonly y: number } {
  let best = { x: otherwise[0], y: otherwise[1] }
  let longest = -1
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]]
    if (a === undefined || b === undefined) continue
    const weighed = length(a, b) * (a[1] === b[1] ? 1.5 : 1)
    if (weighed <= longest) continue
    longest = weighed
    best = { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2 }
  }
  return best
}

function length(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
