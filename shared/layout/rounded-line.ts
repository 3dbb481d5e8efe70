import type { Point } from './box.ts'
import type { Hop } from './hops.ts'
import { hopRadius } from './hops.ts'

const cornerRadius = 8
const noHops: readonly Hop[] = []

/** A polyline as SVG path data: its corners rounded, and arched where it hops over another. Nothing for no points. */
export function roundedLine(points: readonly Point[], hops: readonly Hop[] = noHops): string {
  let line = ''
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before === undefined) {
      line += `M${point[0]} ${point[1]}`
      continue
    }
    for (const hop of hops) if (hop.piece === index - 1) line += hopLine(hop, before, point)
    if (after === undefined) {
      line += `L${point[0]} ${point[1]}`
      continue
    }
    const radius = Math.min(cornerRadius, lengthOf(before, point) / 2, lengthOf(point, after) / 2)
    const [into, out] = [towards(point, before, radius), towards(point, after, radius)]
    line += `L${into[0]} ${into[1]}Q${point[0]} ${point[1]} ${out[0]} ${out[1]}`
  }
  return line
}

/** Always upwards, whichever way the arrow runs. */
function hopLine({ left, right }: Hop, from: Point, to: Point): string {
  const y = from[1]
  const isRightward = from[0] <= to[0]
  const [enter, leave] = isRightward ? [left, right] : [right, left]
  return `L${enter} ${y}A${(right - left) / 2} ${hopRadius} 0 0 ${isRightward ? 1 : 0} ${leave} ${y}`
}

function lengthOf(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = lengthOf(from, to)
  const share = length === 0 ? 0 : distance / length
  return [round(from[0] + (to[0] - from[0]) * share), round(from[1] + (to[1] - from[1]) * share)]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
