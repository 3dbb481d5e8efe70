import type { Point } from '../../shared/layout/box.ts'

/** An arrow's line as SVG path data, and the middle of its longest piece, where its label stands. */
export interface ArrowPath {
  readonly points: readonly Point[]
  readonly line: string
  readonly label: { readonly x: number; readonly y: number }
  readonly start: Point
  readonly end: Point
}

const cornerRadius = 8

/** A polyline with rounded corners. */
export function arrowPath(points: readonly Point[]): ArrowPath {
  const start = points[0] ?? [0, 0]
  const end = points.at(-1) ?? start
  let line = `M${start[0]},${start[1]}`
  for (let index = 1; index < points.length - 1; index += 1) {
    const [before, corner, after] = [points[index - 1], points[index], points[index + 1]]
    if (before === undefined || corner === undefined || after === undefined) continue
    const radius = Math.min(cornerRadius, length(before, corner) / 2, length(corner, after) / 2)
    const entry = towards(corner, before, radius)
    const exit = towards(corner, after, radius)
    line += `L${entry[0]},${entry[1]}Q${corner[0]},${corner[1]} ${exit[0]},${exit[1]}`
  }
  return { points, line: `${line}L${end[0]},${end[1]}`, label: middleOfLongest(points, start), start, end }
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

function towards(from: Point, to: Point, distance: number): Point {
  const whole = length(from, to)
  if (whole === 0) return from
  const part = distance / whole
  return [round(from[0] + (to[0] - from[0]) * part), round(from[1] + (to[1] - from[1]) * part)]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
