import type { Box } from './box.ts'

type Axis = 'x' | 'y'

/** A line along which edges or middles of boxes lie: at `at` on its axis, from end to end on the other one. */
interface Guide {
  readonly axis: Axis
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Two gaps of one size between boxes in a row: where each begins and ends on the axis, and where it is drawn on the other. */
interface EqualGap {
  readonly axis: Axis
  readonly from: number
  readonly to: number
  readonly at: number
}

export interface Snap {
  /** How far to move the box so that it lies on the guides; 0 where nothing is near. */
  readonly by: { readonly x: number; readonly y: number }
  /** Whether an axis has something to snap to. */
  readonly found: { readonly x: boolean; readonly y: boolean }
  readonly guides: readonly Guide[]
  readonly gaps: readonly EqualGap[]
}

/** Answers, for one drag, what a moving box would line up with. */
export interface GuideIndex {
  /** `reach`: how far away something may be to be snapped to, in the units of the boxes. */
  readonly snap: (box: Box, reach: number) => Snap
  /** For an edge that is pulled along an axis: the nearest edge of another box; undefined where none is within reach. */
  readonly edgeNear: (axis: 'x' | 'y', at: number, reach: number) => number | undefined
  /** The line through that edge of the box and all others that lie on it; none where the box ends elsewhere. */
  readonly throughEdge: (box: Box, axis: 'x' | 'y', at: number) => readonly Guide[]
}

interface Line {
  readonly at: number
  readonly box: Box
}

const sizes = { x: 'w', y: 'h' } as const
const others = { x: 'y', y: 'x' } as const
/** Coordinates that differ by less are the same. */
const same = 0.01

/**
 * Looks for lines through edges and middles, and for places at which gaps become equal. Of several the nearest wins, a
 * line before a gap. `boxes`: what stands still.
 */
export function indexGuides(boxes: readonly Box[]): GuideIndex {
  const lines = { x: linesOf(boxes, 'x'), y: linesOf(boxes, 'y') }
  const edges = { x: linesOf(boxes, 'x', ends), y: linesOf(boxes, 'y', ends) }
  return {
    snap: (box, reach) => {
      const shifts = { x: nearest(box, 'x', reach), y: nearest(box, 'y', reach) }
      const by = { x: shifts.x ?? 0, y: shifts.y ?? 0 }
      const there = { ...box, x: box.x + by.x, y: box.y + by.y }
      const axes = (['x', 'y'] as const).filter((axis) => shifts[axis] !== undefined)
      return {
        by,
        found: { x: shifts.x !== undefined, y: shifts.y !== undefined },
        guides: axes.flatMap((axis) => guidesThrough(there, axis, lines[axis])),
        gaps: axes.flatMap((axis) => equalGaps(there, axis, rowOf(boxes, there, axis))),
      }
    },
    edgeNear: (axis, at, reach) => {
      const shift = nearestLine(edges[axis], at)
      return shift === undefined || Math.abs(shift) > reach ? undefined : at + shift
    },
    throughEdge: (box, axis, at) => {
      const own = linesOf([box], axis, ends)
      return own.some((line) => Math.abs(line.at - at) <= same) ? guideAt(at, box, axis, edges[axis]) : []
    },
  }

  function nearest(box: Box, axis: Axis, reach: number): number | undefined {
    const toLine = linesOf([box], axis).flatMap(({ at }) => nearestLine(lines[axis], at) ?? [])
    const toGap = gapShifts(box, axis, rowOf(boxes, box, axis))
    let best: number | undefined
    for (const shift of [...toLine, ...toGap]) {
      if (Math.abs(shift) <= reach && (best === undefined || Math.abs(shift) < Math.abs(best) - same)) best = shift
    }
    return best
  }
}

/** Where a box begins, has its middle and ends, as shares of its size; and its ends alone. */
const points = [0, 0.5, 1]
const ends = [0, 1]

/** The start, the middle and the end of each box, sorted; or those of them that are asked for. */
function linesOf(boxes: readonly Box[], axis: Axis, shares = points): readonly Line[] {
  const size = sizes[axis]
  return boxes
    .flatMap((box) => shares.map((share) => ({ at: box[axis] + box[size] * share, box })))
    .toSorted((a, b) => a.at - b.at)
}

function nearestLine(lines: readonly Line[], at: number): number | undefined {
  const index = firstFrom(lines, at)
  const [after, before] = [lines[index], lines[index - 1]]
  if (after === undefined) return before === undefined ? undefined : before.at - at
  if (before === undefined) return after.at - at
  return after.at - at <= at - before.at ? after.at - at : before.at - at
}

/** The first line at or after a coordinate. */
function firstFrom(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** One line for each coordinate at which the box lies on others, as long as all of them together. */
function guidesThrough(box: Box, axis: Axis, lines: readonly Line[]): readonly Guide[] {
  return linesOf([box], axis).flatMap(({ at }) => guideAt(at, box, axis, lines))
}

function guideAt(at: number, box: Box, axis: Axis, lines: readonly Line[]): readonly Guide[] {
  const across = others[axis]
  const size = sizes[across]
  const on: Box[] = []
  for (let index = firstFrom(lines, at - same); (lines[index]?.at ?? Infinity) <= at + same; index += 1) {
    const line = lines[index]
    if (line !== undefined) on.push(line.box)
  }
  if (on.length === 0) return []
  const all = [box, ...on]
  return [
    {
      axis,
      at,
      from: Math.min(...all.map((each) => each[across])),
      to: Math.max(...all.map((each) => each[across] + each[size])),
    },
  ]
}

/** The boxes beside the box along an axis, in order; of those that overlap one another along it, the first. */
function rowOf(boxes: readonly Box[], box: Box, axis: Axis): readonly Box[] {
  const across = others[axis]
  const size = sizes[across]
  const row = boxes
    .filter((each) => each[across] < box[across] + box[size] && box[across] < each[across] + each[size])
    .toSorted((a, b) => a[axis] - b[axis])
  const apart: Box[] = []
  for (const each of row) {
    const last = apart.at(-1)
    if (last === undefined || each[axis] >= last[axis] + last[sizes[axis]]) apart.push(each)
  }
  return apart
}

/** How far to go until the gaps beside the box are equal: between two boxes, or after or before them at their distance. */
function gapShifts(box: Box, axis: Axis, row: readonly Box[]): readonly number[] {
  const size = sizes[axis]
  const [start, length] = [box[axis], box[size]]
  return pairsOf(row).flatMap(([a, b]) => {
    const [end, begin] = [a[axis] + a[size], b[axis]]
    const gap = begin - end
    const after = b[axis] + b[size] + gap - start
    const before = a[axis] - gap - length - start
    const between = (end + begin - length) / 2 - start
    return gap > length ? [between, after, before] : [after, before]
  })
}

/** The pairs of equal gaps that the box is part of where it now is. */
function equalGaps(box: Box, axis: Axis, row: readonly Box[]): readonly EqualGap[] {
  const size = sizes[axis]
  const across = others[axis]
  const left = row.findLast((each) => each[axis] + each[size] <= box[axis] + same)
  const right = row.find((each) => each[axis] >= box[axis] + box[size] - same)
  const beyondLeft = left && row[row.indexOf(left) - 1]
  const beyondRight = right && row[row.indexOf(right) + 1]
  const gapBetween = (a: Box, b: Box): EqualGap => {
    const from = Math.max(a[across], b[across])
    const to = Math.min(a[across] + a[sizes[across]], b[across] + b[sizes[across]])
    return { axis, from: a[axis] + a[size], to: b[axis], at: (from + to) / 2 }
  }
  const pairs = [
    [beyondLeft && left && gapBetween(beyondLeft, left), left && gapBetween(left, box)],
    [left && gapBetween(left, box), right && gapBetween(box, right)],
    [right && gapBetween(box, right), beyondRight && right && gapBetween(right, beyondRight)],
  ]
  const equal = new Map<string, EqualGap>()
  for (const [one, other] of pairs) {
    if (one === undefined || other === undefined) continue
    if (one.to - one.from < 1 || Math.abs(one.to - one.from - (other.to - other.from)) > same) continue
    for (const gap of [one, other]) equal.set(`${gap.from} ${gap.to}`, gap)
  }
  return [...equal.values()]
}

function pairsOf(row: readonly Box[]): readonly (readonly [Box, Box])[] {
  return row.slice(1).flatMap((box, index) => {
    const before = row[index]
    return before === undefined ? [] : [[before, box] as const]
  })
}
