import type { Point } from './box.ts'

/** So far, in CSS pixels of the canvas, may a kept line be from what the hand drew. */
const tolerance = 0.8

/**
 * A line drawn by hand with as few points as keep its shape (Ramer, Douglas and Peucker), on whole tenths of a pixel:
 * a pen reports hundreds of them a second.
 */
export function slimStroke(points: readonly Point[]): readonly Point[] {
  const round = (value: number): number => Math.round(value * 10) / 10
  return slim(points).map(([x, y]): Point => [round(x), round(y)])
}

function slim(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return points
  let [farthest, most] = [0, tolerance]
  for (const [index, point] of points.entries()) {
    const off = distanceToPiece(point, first, last)
    if (off > most) [farthest, most] = [index, off]
  }
  if (farthest === 0) return [first, last]
  return [...slim(points.slice(0, farthest + 1)), ...slim(points.slice(farthest)).slice(1)]
}

/** As SVG path data: smooth through the middles between the points, as ink runs. One point is a dot. */
export function strokeLine(points: readonly Point[]): string {
  const [first, ...others] = points
  if (first === undefined) return ''
  let line = `M${first[0]} ${first[1]}`
  for (const [index, [x, y]] of others.entries()) {
    const after = others[index + 1]
    line += after === undefined ? `L${x} ${y}` : `Q${x} ${y} ${(x + after[0]) / 2} ${(y + after[1]) / 2}`
  }
  return others.length === 0 ? `${line}h0.01` : line
}

/** Whether a stroke passes within `reach` of a point. */
export function passesNear(stroke: readonly Point[], at: Point, reach: number): boolean {
  return stroke.some((point, index) => distanceToPiece(at, stroke[index - 1] ?? point, point) <= reach)
}

function distanceToPiece([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
