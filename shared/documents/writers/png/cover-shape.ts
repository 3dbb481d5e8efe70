import type { Point } from '../../../layout/box.ts'

/** How much of each point of a picture a shape covers, 0 to 1, row by row from `left` and `top`. */
export interface Coverage {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly shares: Float32Array
}

/**
 * Exact coverage of the area within closed outlines, in points of the picture: each edge adds the area at its right, and
 * sums along the rows give what is inside. An outline that runs the other way round cuts a hole. Nothing for no area.
 * Source: the accumulation of signed areas that font rasterisers use (Levien, font-rs, 2015).
 */
export function coverShape(outlines: readonly (readonly Point[])[]): Coverage | undefined {
  const points = outlines.flat()
  if (points.length === 0) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, Math.floor(x))
    top = Math.min(top, Math.floor(y))
    right = Math.max(right, Math.ceil(x))
    bottom = Math.max(bottom, Math.ceil(y))
  }
  const [width, height] = [right - left + 2, bottom - top]
  if (height <= 0) return undefined
  const areas = new Float32Array(width * height + 1)
  for (const outline of outlines) {
    for (const [index, [x, y]] of outline.entries()) {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, y]
      addEdge(areas, width, [x - left, y - top], [nextX - left, nextY - top])
    }
  }
  for (let row = 0; row < height; row += 1) {
    let sum = 0
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column
      sum += areas[at] ?? 0
      areas[at] = Math.min(1, Math.abs(sum))
    }
  }
  return { left, top, width, shares: areas.subarray(0, width * height) }
}

/** An edge that rises by less bounds no area. */
const level = 1e-9

function addEdge(areas: Float32Array, width: number, from: Point, to: Point): void {
  if (Math.abs(from[1] - to[1]) < level) return
  const sign = from[1] < to[1] ? 1 : -1
  const [[startX, startY], [endX, endY]] = sign === 1 ? [from, to] : [to, from]
  const slope = (endX - startX) / (endY - startY)
  let x = startX
  for (let row = Math.floor(startY); row < endY; row += 1) {
    const part = Math.min(row + 1, endY) - Math.max(row, startY)
    const next = x + slope * part
    addRow(areas, row * width, sign * part, Math.min(x, next), Math.max(x, next))
    x = next
  }
}

/** Spreads the area right of a piece of an edge within one row, which runs from `low` to `high`, over the points there. */
function addRow(areas: Float32Array, row: number, area: number, low: number, high: number): void {
  const first = Math.floor(low)
  const last = Math.max(first, Math.ceil(high) - 1)
  const run = high - low
  let before = 0
  for (let column = first; column <= last; column += 1) {
    // The mean share of this point, over the height of the piece, that lies right of the edge.
    const inside = run === 0 ? 1 : (Math.min(high, column + 1) - Math.max(low, column)) / run
    const middle = run === 0 ? low : (Math.min(high, column + 1) + Math.max(low, column)) / 2
    const passed = run === 0 ? 0 : Math.max(0, column - low) / run
    const covered = passed + inside * (column + 1 - middle)
    areas[row + column] = (areas[row + column] ?? 0) + area * (covered - before)
    before = covered
  }
  areas[row + last + 1] = (areas[row + last + 1] ?? 0) + area * (1 - before)
}
