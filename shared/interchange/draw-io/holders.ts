import { encloses } from '../../layout/box.ts'
import type { Drawing, Shape } from './drawing.ts'
import { isOnlyText } from './style.ts'

/** What shape each shape stands in: where the file puts it, else the smallest one that it is drawn wholly inside. */
export type Holders = Map<Shape, Shape>

/** Deeper no drawing nests; the boundaries of a design would as well. */
const mostDepth = 60

/** Never a circle: what is drawn inside something that the file puts into it stands in nothing, as what is too deep. */
export function holdersOf({ shapes }: Drawing): Holders {
  const byCell = new Map(shapes.map((shape) => [shape.cell, shape]))
  const frames = shapes.filter(({ cell, isRow, w, h }) => !isOnlyText(cell.style) && !isRow && w > 0 && h > 0)
  const bySize = frames.toSorted((one, other) => one.w * one.h - other.w * other.h)
  const holders: Holders = new Map()
  for (const shape of shapes) {
    const stated = shape.parent && byCell.get(shape.parent)
    const holder = stated ?? bySize.find((frame) => frame.w * frame.h > shape.w * shape.h && encloses(frame, shape))
    if (holder !== undefined && holder !== shape) holders.set(shape, holder)
  }
  for (const shape of shapes) {
    const around = holdersAround(shape, holders)
    if (around.includes(shape) || around.length >= mostDepth) holders.delete(shape)
  }
  return holders
}

/** What is around a shape, the nearest first. */
export function holdersAround(shape: Shape, holders: Holders): readonly Shape[] {
  const around = new Set<Shape>()
  let at = holders.get(shape)
  while (at !== undefined && !around.has(at) && around.size < mostDepth) {
    around.add(at)
    at = holders.get(at)
  }
  return [...around]
}

/** What stands directly in each shape. */
export function heldBy(holders: Holders): ReadonlyMap<Shape, readonly Shape[]> {
  const held = new Map<Shape, Shape[]>()
  for (const [shape, holder] of holders) {
    const list = held.get(holder)
    if (list === undefined) held.set(holder, [shape])
    else list.push(shape)
  }
  return held
}
