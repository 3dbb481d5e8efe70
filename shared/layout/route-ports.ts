import type { Box, Point } from './box.ts'
import type { RouteGrid } from './route-grid.ts'
import { stub } from './route-grid.ts'

/** A crossing beside a card's border where an arrow may leave or reach it. */
export interface Port {
  readonly crossing: number
  /** Direction of travel away from the card: right, down, left, up. */
  readonly direction: number
  readonly border: Point
  readonly cost: number
  readonly key: string
}

/** Costs in pixels of detour that they are worth. */
const costs = { usedPort: 70, offCentre: 0.35, shortSide: 18, edgeOfSide: 14 }

/** Where an arrow may leave or reach a card: on each side, wherever a grid line meets the border away from corners. */
export function portsOf(grid: RouteGrid, card: Box): readonly Port[] {
  const { xs, ys } = grid
  const ports: Port[] = []
  const right = xs.findIndex((x) => x >= card.x + card.w + stub - 1)
  const left = xs.findLastIndex((x) => x <= card.x - stub + 1)
  const below = ys.findIndex((y) => y >= card.y + card.h + stub - 1)
  const above = ys.findLastIndex((y) => y <= card.y - stub + 1)
  const add = (column: number, row: number, direction: number, border: Point, offset: number, size: number): void => {
    if (column < 0 || row < 0) return
    const crossing = row * xs.length + column
    if (grid.blocked[crossing] === 1) return
    const key = `${card.x},${card.y},${direction},${border[0]},${border[1]}`
    const cost =
      Math.abs(offset) * costs.offCentre +
      (Math.abs(offset) > size / 3 ? costs.edgeOfSide : 0) +
      (direction % 2 === 1 ? costs.shortSide : 0) +
      (grid.usedPorts.get(key) ?? 0) * costs.usedPort +
      stub
    ports.push({ crossing, direction, border, cost, key })
  }
  for (const [row, y] of ys.entries()) {
    if (y < card.y + 10 || y > card.y + card.h - 10) continue
    const offset = y - card.y - card.h / 2
    add(right, row, 0, [card.x + card.w, y], offset, card.h)
    add(left, row, 2, [card.x, y], offset, card.h)
  }
  for (const [column, x] of xs.entries()) {
    if (x < card.x + 16 || x > card.x + card.w - 16) continue
    const offset = x - card.x - card.w / 2
    add(column, below, 1, [x, card.y + card.h], offset, card.w)
    add(column, above, 3, [x, card.y], offset, card.w)
  }
  return ports
}
