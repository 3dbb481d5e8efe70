import type { Box } from './box.ts'
import type { RouteGrid } from './route-grid.ts'
import { stub } from './route-grid.ts'
import type { Point } from './box.ts'

/** Costs in pixels of detour that they are worth. */
const costs = { bend: 28, sameTrack: 160, crossing: 16, usedPort: 70, offCentre: 0.35, shortSide: 18, edgeOfSide: 14 }

/** Right, down, left, up. */
const steps: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

interface Port {
  readonly crossing: number
  /** Direction of travel away from the card. */
  readonly direction: number
  readonly border: Point
  readonly cost: number
  readonly key: string
}

/** The cheapest route between two cards (A*), entered into the grid as used; undefined when every way is barred. */
export function findRoute(grid: RouteGrid, from: Box, to: Box): readonly Point[] | undefined {
  const starts = portsOf(grid, from)
  const ends = new Map<number, Port>()
  for (const port of portsOf(grid, to)) {
    const state = port.crossing * 4 + ((port.direction + 2) % 4)
    const known = ends.get(state)
    if (known === undefined || known.cost > port.cost) ends.set(state, port)
  }
  const { xs, ys } = grid
  const width = xs.length
  const best = new Map<number, number>()
  const before = new Map<number, number>()
  const startPorts = new Map<number, Port>()
  const queue = new Queue()
  const target = { x: to.x + to.w / 2, y: to.y + to.h / 2 }
  const remaining = (crossing: number): number =>
    Math.max(0, Math.abs((xs[crossing % width] ?? 0) - target.x) - to.w / 2) +
    Math.max(0, Math.abs((ys[Math.floor(crossing / width)] ?? 0) - target.y) - to.h / 2)
  for (const port of starts) {
    const state = port.crossing * 4 + port.direction
    if (port.cost >= (best.get(state) ?? Infinity)) continue
    best.set(state, port.cost)
    startPorts.set(state, port)
    queue.push(port.cost + remaining(port.crossing), state)
  }
  let done: { readonly state: number; readonly port: Port; readonly cost: number } | undefined
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const soFar = best.get(state.item) ?? Infinity
    const crossing = state.item >> 2
    if (state.cost > soFar + remaining(crossing) + 1e-6) continue
    if (done !== undefined && state.cost >= done.cost) break
    const end = ends.get(state.item)
    if (end !== undefined && (done === undefined || soFar + end.cost < done.cost)) {
      done = { state: state.item, port: end, cost: soFar + end.cost }
    }
    const direction = state.item & 3
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (direction + 2) % 4) continue
      const next = neighbour(grid, crossing, turn)
      if (next === undefined || grid.blocked[next] === 1) continue
      const cost = soFar + pieceCost(grid, crossing, next, turn) + (turn === direction ? 0 : costs.bend)
      const nextState = next * 4 + turn
      if (cost >= (best.get(nextState) ?? Infinity) - 1e-9) continue
      best.set(nextState, cost)
      before.set(nextState, state.item)
      startPorts.delete(nextState)
      queue.push(cost + remaining(next), nextState)
    }
  }
  if (done === undefined) return undefined
  return record(grid, done.state, done.port, before, startPorts)
}

function neighbour(grid: RouteGrid, crossing: number, direction: number): number | undefined {
  const [dx, dy] = steps[direction] ?? [0, 0]
  const column = (crossing % grid.xs.length) + dx
  const row = Math.floor(crossing / grid.xs.length) + dy
  if (column < 0 || row < 0 || column >= grid.xs.length || row >= grid.ys.length) return undefined
  return row * grid.xs.length + column
}

function pieceCost(grid: RouteGrid, from: number, to: number, direction: number): number {
  const across = direction % 2 === 0
  const first = Math.min(from, to)
  const width = grid.xs.length
  const length = across
    ? Math.abs((grid.xs[to % width] ?? 0) - (grid.xs[from % width] ?? 0))
    : Math.abs((grid.ys[Math.floor(to / width)] ?? 0) - (grid.ys[Math.floor(from / width)] ?? 0))
  const onTrack = (across ? grid.usedAcross : grid.usedDown)[first] ?? 0
  const crossed = across ? grid.usedDown : grid.usedAcross
  const crossings = (crossed[to] ?? 0) + (crossed[across ? to - width : to - 1] ?? 0) > 0 ? 1 : 0
  return length + onTrack * costs.sameTrack + crossings * costs.crossing + (grid.extra[to] ?? 0)
}

/** Where an arrow may leave or reach a card: on each side, wherever a grid line meets the border away from corners. */
function portsOf(grid: RouteGrid, card: Box): readonly Port[] {
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

/** Walks back from the end, marks what is used, and drops the points between two bends. */
function record(
  grid: RouteGrid,
  last: number,
  end: Port,
  before: ReadonlyMap<number, number>,
  startPorts: ReadonlyMap<number, Port>,
): readonly Point[] | undefined {
  const width = grid.xs.length
  const states: number[] = [last]
  for (let state = before.get(last); state !== undefined; state = before.get(state)) states.unshift(state)
  const start = startPorts.get(states[0] ?? -1)
  if (start === undefined) return undefined
  for (const port of [start, end]) grid.usedPorts.set(port.key, (grid.usedPorts.get(port.key) ?? 0) + 1)
  const crossings = states.map((state) => state >> 2)
  for (const [index, crossing] of crossings.entries()) {
    const next = crossings[index + 1]
    if (next === undefined) break
    const first = Math.min(crossing, next)
    const used = Math.abs(next - crossing) === 1 ? grid.usedAcross : grid.usedDown
    used[first] = Math.min(9, (used[first] ?? 0) + 1)
  }
  const points: Point[] = [
    start.border,
    ...crossings.map((crossing): Point => [grid.xs[crossing % width] ?? 0, grid.ys[Math.floor(crossing / width)] ?? 0]),
    end.border,
  ]
  return points.filter((point, index) => {
    const previous = points[index - 1]
    const next = points[index + 1]
    if (previous === undefined || next === undefined) return true
    const straight =
      (previous[0] === point[0] && point[0] === next[0]) || (previous[1] === point[1] && point[1] === next[1])
    return !straight
  })
}

/** A binary heap; equal costs leave in the order in which they came, so that results do not depend on chance. */
class Queue {
  private readonly entries: { cost: number; order: number; item: number }[] = []
  private pushed = 0

  push(cost: number, item: number): void {
    const { entries } = this
    entries.push({ cost, order: (this.pushed += 1), item })
    for (let at = entries.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.before(at, parent)) break
      this.swap(at, parent)
      at = parent
    }
  }

  pop(): { readonly cost: number; readonly item: number } | undefined {
    const { entries } = this
    const first = entries[0]
    const last = entries.pop()
    if (first === undefined || last === undefined || entries.length === 0) return first
    entries[0] = last
    for (let at = 0; ;) {
      const left = 2 * at + 1
      let least = at
      if (left < entries.length && this.before(left, least)) least = left
      if (left + 1 < entries.length && this.before(left + 1, least)) least = left + 1
      if (least === at) break
      this.swap(at, least)
      at = least
    }
    return first
  }

  private before(a: number, b: number): boolean {
    const first = this.entries[a]
    const second = this.entries[b]
    if (first === undefined || second === undefined) return false
    return first.cost < second.cost || (first.cost === second.cost && first.order < second.order)
  }

  private swap(a: number, b: number): void {
    const { entries } = this
    const first = entries[a]
    const second = entries[b]
    if (first === undefined || second === undefined) return
    entries[a] = second
    entries[b] = first
  }
}
