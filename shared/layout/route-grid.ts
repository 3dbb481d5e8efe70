import type { Box } from './box.ts'

/** Lines along which arrows may run, with what stands in the way. Crossings are numbered row by row. */
export interface RouteGrid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Crossings too near to a card. */
  readonly blocked: Uint8Array
  /** Extra cost of a crossing, in pixels: near a card, or on something to avoid. */
  readonly extra: Float32Array
  /** Arrows already on the piece to the right of, and below, a crossing. */
  readonly usedAcross: Uint8Array
  readonly usedDown: Uint8Array
  /** Arrow ends on a card's border, by border position. */
  readonly usedPorts: Map<string, number>
}

/** Distance of the nearest track from a card; arrow heads need the room. */
export const stub = 16
const clearance = 8
const trackSpacing = 10
const smallestSpacing = 7

/** The grid for some cards; undefined when it would have more crossings than `most`. */
export function gridFor(cards: readonly Box[], avoid: readonly Box[], most: number): RouteGrid | undefined {
  const xs = linesAlong(cards.map((card) => ({ start: card.x, size: card.w })))
  const ys = linesAlong(cards.map((card) => ({ start: card.y, size: card.h })))
  const size = xs.length * ys.length
  if (size > most) return undefined
  const blocked = new Uint8Array(size)
  const extra = new Float32Array(size)
  const mark = (box: Box, margin: number, each: (index: number) => void): void => {
    for (const [row, y] of ys.entries()) {
      if (y <= box.y - margin || y >= box.y + box.h + margin) continue
      for (const [column, x] of xs.entries()) {
        if (x > box.x - margin && x < box.x + box.w + margin) each(row * xs.length + column)
      }
    }
  }
  for (const card of cards) {
    mark(card, stub - 1, (index) => (extra[index] = (extra[index] ?? 0) + 14))
    mark(card, clearance, (index) => (blocked[index] = 1))
  }
  for (const box of avoid) mark(box, 2, (index) => (extra[index] = (extra[index] ?? 0) + 40))
  return {
    xs,
    ys,
    blocked,
    extra,
    usedAcross: new Uint8Array(size),
    usedDown: new Uint8Array(size),
    usedPorts: new Map(),
  }
}

/** Middles first (straight arrows between aligned cards), then ports beside them, then tracks in the gaps. */
function linesAlong(spans: readonly { readonly start: number; readonly size: number }[]): readonly number[] {
  const chosen: number[] = []
  const add = (at: number): void => {
    if (chosen.every((line) => Math.abs(line - at) >= smallestSpacing)) chosen.push(at)
  }
  for (const { start, size } of spans) add(start + size / 2)
  for (const { start, size } of spans) {
    for (const offset of [stub, stub + trackSpacing, stub + 2 * trackSpacing, stub + 3 * trackSpacing]) {
      add(start - offset)
      add(start + size + offset)
    }
  }
  for (const { start, size } of spans) {
    const ports = size > 120 ? [24, 48, 72] : [12, 24]
    for (const offset of ports) {
      add(start + size / 2 - offset)
      add(start + size / 2 + offset)
    }
  }
  return chosen.toSorted((a, b) => a - b)
}

/** Enters a line that is there already into the grid, so that others keep off its track where they can. */
export function markRoute(grid: RouteGrid, route: readonly (readonly [number, number])[]): void {
  const { xs, ys, usedAcross, usedDown } = grid
  for (let index = 1; index < route.length; index += 1) {
    const [a, b] = [route[index - 1], route[index]]
    if (a === undefined || b === undefined) continue
    const across = a[1] === b[1]
    const line = nearest(across ? ys : xs, across ? a[1] : a[0])
    if (line === undefined) continue
    const along = across ? xs : ys
    const [start, end] = across
      ? [Math.min(a[0], b[0]), Math.max(a[0], b[0])]
      : [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
    for (let at = 0; at < along.length - 1; at += 1) {
      if ((along[at + 1] ?? 0) <= start || (along[at] ?? 0) >= end) continue
      const crossing = across ? line * xs.length + at : at * xs.length + line
      const used = across ? usedAcross : usedDown
      used[crossing] = Math.min(9, (used[crossing] ?? 0) + 1)
    }
  }
}

/** The grid line within a track's width of a coordinate. */
function nearest(lines: readonly number[], at: number): number | undefined {
  const index = lines.findIndex((line) => Math.abs(line - at) <= smallestSpacing / 2)
  return index < 0 ? undefined : index
}
