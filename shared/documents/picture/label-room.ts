import type { Stroke } from '../../design/design.ts'
import type { Picture } from '../outline.ts'
import { chipWidth, labelHeight } from './place-labels.ts'

/** Between a label and the edge of the picture, in pixels. */
const edge = 2

/**
 * The picture, larger on each side by what its labels stand out there: an arrow may run along the edge, and what lies
 * beyond the edge is cut. Whole pixels.
 */
export function withLabelRoom(picture: Picture): Picture {
  const { width, height, nodes, boundaries, edges, strokes } = picture
  const chips = edges.flatMap((each) => {
    const w = chipWidth(each)
    if (each.labelAt === undefined || w === 0) return []
    const [x, y] = each.labelAt
    return [{ left: x - w / 2, right: x + w / 2, top: y - labelHeight / 2, bottom: y + labelHeight / 2 }]
  })
  const beyond = (distances: readonly number[]): number =>
    Math.max(0, ...distances.map((distance) => (distance > -edge ? Math.ceil(distance + edge) : 0)))
  const left = beyond(chips.map((chip) => -chip.left))
  const top = beyond(chips.map((chip) => -chip.top))
  const right = beyond(chips.map((chip) => chip.right - width))
  const bottom = beyond(chips.map((chip) => chip.bottom - height))
  if (left + top + right + bottom === 0) return picture
  const shift = ([x, y]: readonly [number, number]): readonly [number, number] => [x + left, y + top]
  const moved = <Thing extends { readonly x: number; readonly y: number }>(thing: Thing): Thing => ({
    ...thing,
    x: thing.x + left,
    y: thing.y + top,
  })
  return {
    ...picture,
    width: width + left + right,
    height: height + top + bottom,
    nodes: nodes.map(moved),
    boundaries: boundaries.map(moved),
    edges: edges.map((each) => ({
      ...each,
      points: each.points.map(shift),
      ...(each.labelAt === undefined ? {} : { labelAt: shift(each.labelAt) }),
    })),
    ...(strokes === undefined
      ? {}
      : { strokes: strokes.map((stroke): Stroke => ({ ...stroke, points: stroke.points.map(shift) })) }),
  }
}
