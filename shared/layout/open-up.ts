import type { Box } from './box.ts'

/** A drawing that opens along a line: what lies beyond it moves on. */
export interface Opening {
  readonly axis: 'x' | 'y'
  /** Where it opens, in CSS pixels along the axis. */
  readonly at: number
  /** How far apart, in CSS pixels. */
  readonly by: number
}

export interface Room {
  /** The corner of what is set between the two, in the middle of the room. */
  readonly corner: { readonly x: number; readonly y: number }
  /** Absent where there is room enough already. */
  readonly opening?: Opening
}

/** Between the newcomer and each of the two: an arrow and its name. */
const clear = { x: 64, y: 48 }
const step = 4

/**
 * Room for something between two boxes, along the axis on which they stand further apart.
 *
 * `size`: of what is set between them. Undefined where the two overlap, so that nothing is between them.
 */
export function roomBetween(a: Box, b: Box, size: Pick<Box, 'w' | 'h'>): Room | undefined {
  const gap = { x: gapAlong(a.x, a.w, b.x, b.w), y: gapAlong(a.y, a.h, b.y, b.h) }
  const axis = gap.x >= gap.y ? 'x' : 'y'
  if (gap[axis] < 0) return undefined
  const length = axis === 'x' ? 'w' : 'h'
  const [first, second] = a[axis] <= b[axis] ? [a, b] : [b, a]
  const by = Math.max(0, onStep(size[length] + 2 * clear[axis] - gap[axis]))
  const along = first[axis] + first[length] + (gap[axis] + by - size[length]) / 2
  const middle = axis === 'x' ? (a.y + a.h / 2 + b.y + b.h / 2) / 2 : (a.x + a.w / 2 + b.x + b.w / 2) / 2
  const across = middle - (axis === 'x' ? size.h : size.w) / 2
  const corner = axis === 'x' ? { x: onStep(along), y: onStep(across) } : { x: onStep(across), y: onStep(along) }
  return by === 0 ? { corner } : { corner, opening: { axis, at: second[axis], by } }
}

/** A box after its drawing opened: beyond the line it moves on, across it it stays, as large as before. */
export function movedBy({ axis, at, by }: Opening, box: Box): Box {
  return box[axis] >= at ? { ...box, [axis]: box[axis] + by } : box
}

/** A frame after the drawing opened: beyond the line it moves on, across it it grows. */
export function stretchedBy(opening: Opening, frame: Box): Box {
  const { axis, at, by } = opening
  const length = axis === 'x' ? 'w' : 'h'
  const isAcross = frame[axis] < at && frame[axis] + frame[length] > at
  return isAcross ? { ...frame, [length]: frame[length] + by } : movedBy(opening, frame)
}

function gapAlong(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(b - a - aLength, a - b - bLength)
}

function onStep(value: number): number {
  return Math.round(value / step) * step
}
