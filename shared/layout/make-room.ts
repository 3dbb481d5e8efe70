import type { Box, Point } from './box.ts'
import { overlaps } from './box.ts'
import { boundaryPadding, boundaryTitleHeight } from './card.ts'

/** The least that a frame leaves around its members where neighbours stand close. */
const leastPadding = 12
const leastTitleHeight = 32
/** Between the edge of a frame and a neighbour that it was drawn in for. */
const closest = 4
/** Between a frame and what was pushed out of it. */
const clearance = 24

/**
 * The frame of a boundary around its members. Where a neighbour stands in the usual padding, that side is narrower, as
 * far as its title and the edges of its members can still be seen; what remains in the frame has to be pushed out.
 *
 * `members`: the box around all of them. `neighbours`: boxes of what does not belong to it.
 */
export function frameAround(members: Box, neighbours: readonly Box[]): Box {
  const side = { left: boundaryPadding, right: boundaryPadding, top: boundaryTitleHeight, bottom: boundaryPadding }
  const most = framed(members, side)
  for (const other of neighbours) {
    if (!overlaps(most, other)) continue
    const apart = [
      ['left', members.x - other.x - other.w],
      ['right', other.x - members.x - members.w],
      ['top', members.y - other.y - other.h],
      ['bottom', other.y - members.y - members.h],
    ] as const
    const [name, gap] = apart.reduce((best, each) => (each[1] > best[1] ? each : best))
    const room = gap - closest
    if (room >= (name === 'top' ? leastTitleHeight : leastPadding)) side[name] = Math.min(side[name], room)
  }
  const { x, y, w, h } = framed(members, side)
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) }
}

type Sides = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>

function framed({ x, y, w, h }: Box, { left, right, top, bottom }: Sides): Box {
  return { x: x - left, y: y - top, w: w + left + right, h: h + top + bottom }
}

/**
 * New corners for those that stand in a frame: each goes straight out by the shortest way to where it covers nothing.
 * Whatever does not stand in the frame stays.
 *
 * `others`: boxes by id of what does not belong in the frame. `held`: those of them that may not move.
 */
export function pushOut<Id>(
  frame: Box,
  others: ReadonlyMap<Id, Box>,
  held: ReadonlySet<Id> = new Set(),
): ReadonlyMap<Id, Point> {
  const inTheWay = [...others].filter(([id, box]) => !held.has(id) && overlaps(frame, box))
  const staying = [...others].filter(([id, box]) => held.has(id) || !overlaps(frame, box)).map(([, box]) => box)
  const obstacles = [{ box: frame, gap: clearance }, ...staying.map((box) => ({ box, gap: clearance / 2 }))]
  const corners = new Map<Id, Point>()
  const nearestFirst = inTheWay.toSorted(([, a], [, b]) => wayOut(a, frame) - wayOut(b, frame))
  for (const [id, box] of nearestFirst) {
    const free = directions
      .map((direction) => firstFree(box, direction, obstacles))
      .reduce((best, each) => (distance(box, each) < distance(box, best) ? each : best))
    corners.set(id, [free.x, free.y])
    obstacles.push({ box: free, gap: clearance / 2 })
  }
  return corners
}

interface Obstacle {
  readonly box: Box
  readonly gap: number
}

type Direction = (typeof directions)[number]
const directions = ['right', 'down', 'left', 'up'] as const

/** Straight on past one obstacle after the other; each is passed once, so there is an end. */
function firstFree(start: Box, direction: Direction, obstacles: readonly Obstacle[]): Box {
  let box = start
  for (;;) {
    const hit = obstacles.find((each) => overlaps(box, each.box, each.gap))
    if (hit === undefined) return box
    box = past(box, hit, direction)
  }
}

function past(box: Box, { box: other, gap }: Obstacle, direction: Direction): Box {
  if (direction === 'right') return { ...box, x: other.x + other.w + gap }
  if (direction === 'left') return { ...box, x: other.x - gap - box.w }
  if (direction === 'down') return { ...box, y: other.y + other.h + gap }
  return { ...box, y: other.y - gap - box.h }
}

function wayOut(box: Box, frame: Box): number {
  return Math.min(...directions.map((direction) => distance(box, past(box, { box: frame, gap: 0 }, direction))))
}

function distance(a: Box, b: Box): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}
