import type { Box } from './box.ts'
import type { RouteGrid } from './route-grid.ts'
import { stub } from './route-grid.ts'
import type { Point } from './box.ts'

/** Costs in pixels of detour that they are worth. */
const costs = { bend: 28, sameTrack: 160, crossing: 16, usedPort: 70, offCentre: 0.35, shortSide: 18, edgeOfSide: 14 }

/** Right, down, left, up. */
const stepsAcross = [1, 0, -1, 0]
const stepsDown = [0, 1, 0, -1]

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
    const other = ends.get(state)
    if (other === undefined || other.cost > port.cost) ends.set(state, port)
  }
  const { xs, ys } = grid
  const width = xs.length
  const height = ys.length
  const known = knownOf(grid)
  const startPorts = new Map<number, Port>()
  const queue = new Queue()
  const target = { x: to.x + to.w / 2, y: to.y + to.h / 2 }
  const remaining = (crossing: number): number =>
    Math.max(0, Math.abs((xs[crossing % width] ?? 0) - target.x) - to.w / 2) +
    Math.max(0, Math.abs((ys[Math.floor(crossing / width)] ?? 0) - target.y) - to.h / 2)
  for (const port of starts) {
    const state = port.crossing * 4 + port.direction
    if (port.cost >= known.costOf(state)) continue
    known.reach(state, port.cost, nowhere)
    startPorts.set(state, port)
    queue.push(port.cost + remaining(port.crossing), state)
  }
  let done: { readonly state: number; readonly port: Port; readonly cost: number } | undefined
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    const soFar = known.costOf(state)
    const crossing = state >> 2
    if (queue.cost > soFar + remaining(crossing) + 1e-6) continue
    if (done !== undefined && queue.cost >= done.cost) break
    const end = ends.get(state)
    if (end !== undefined && (done === undefined || soFar + end.cost < done.cost)) {
      done = { state, port: end, cost: soFar + end.cost }
    }
    const direction = state & 3
    const column = crossing % width
    const row = (crossing - column) / width
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (direction + 2) % 4) continue
      const nextColumn = column + (stepsAcross[turn] ?? 0)
      const nextRow = row + (stepsDown[turn] ?? 0)
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= width || nextRow >= height) continue
      const next = nextRow * width + nextColumn
      if (grid.blocked[next] === 1) continue
      const length =
        turn % 2 === 0
          ? Math.abs((xs[nextColumn] ?? 0) - (xs[column] ?? 0))
          : Math.abs((ys[nextRow] ?? 0) - (ys[row] ?? 0))
      const cost = soFar + pieceCost(grid, crossing, next, turn, length) + (turn === direction ? 0 : costs.bend)
      const nextState = next * 4 + turn
      if (cost >= known.costOf(nextState) - 1e-9) continue
      known.reach(nextState, cost, state)
      startPorts.delete(nextState)
      queue.push(cost + remaining(next), nextState)
    }
  }
  if (done === undefined) return undefined
  return record(grid, done.state, done.port, known, startPorts)
}

function pieceCost(grid: RouteGrid, from: number, to: number, direction: number, length: number): number {
  const across = direction % 2 === 0
  const first = Math.min(from, to)
  const width = grid.xs.length
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
  known: Known,
  startPorts: ReadonlyMap<number, Port>,
): readonly Point[] | undefined {
  const width = grid.xs.length
  const states: number[] = [last]
  for (let state = known.before(last); state !== nowhere; state = known.before(state)) states.push(state)
  states.reverse()
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

/** Before a start there is no state. */
const nowhere = -1

/**
 * The cheapest cost at which each state of a grid was reached, and from where. One for all searches of a grid, in arrays:
 * a large drawing has a million states and hundreds of arrows. What an earlier search wrote counts as not reached.
 */
class Known {
  private readonly best: Float64Array
  private readonly cameFrom: Int32Array
  private readonly writtenIn: Uint32Array
  private search = 0

  constructor(states: number) {
    this.best = new Float64Array(states)
    this.cameFrom = new Int32Array(states)
    this.writtenIn = new Uint32Array(states)
  }

  startSearch(): void {
    this.search += 1
  }

  costOf(state: number): number {
    return this.writtenIn[state] === this.search ? (this.best[state] ?? Infinity) : Infinity
  }

  before(state: number): number {
    return this.writtenIn[state] === this.search ? (this.cameFrom[state] ?? nowhere) : nowhere
  }

  reach(state: number, cost: number, from: number): void {
    this.best[state] = cost
    this.cameFrom[state] = from
    this.writtenIn[state] = this.search
  }
}

const knownByGrid = new WeakMap<RouteGrid, Known>()

function knownOf(grid: RouteGrid): Known {
  const known = knownByGrid.get(grid) ?? new Known(grid.xs.length * grid.ys.length * 4)
  knownByGrid.set(grid, known)
  known.startSearch()
  return known
}

/** A binary heap; equal costs leave in the order in which they came, so that results do not depend on chance. */
class Queue {
  private readonly costs: number[] = []
  private readonly orders: number[] = []
  private readonly items: number[] = []
  private pushed = 0
  /** Of the item that left last. */
  cost = 0

  push(cost: number, item: number): void {
    let at = this.items.length
    const order = (this.pushed += 1)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.isBehind(parent, cost, order)) break
      this.move(parent, at)
      at = parent
    }
    this.put(at, cost, order, item)
  }

  /** The item with the lowest cost; -1 when there is none. */
  pop(): number {
    const item = this.items[0]
    if (item === undefined) return -1
    this.cost = this.costs[0] ?? 0
    const [cost, order, last] = [this.costs.pop() ?? 0, this.orders.pop() ?? 0, this.items.pop() ?? 0]
    const size = this.items.length
    if (size === 0) return item
    let at = 0
    for (;;) {
      let least = 2 * at + 1
      if (least >= size) break
      const right = least + 1
      if (right < size && this.isBehind(least, this.costs[right] ?? 0, this.orders[right] ?? 0)) least = right
      if (this.isBehind(least, cost, order)) break
      this.move(least, at)
      at = least
    }
    this.put(at, cost, order, last)
    return item
  }

  /** Whether what stands there leaves after something with this cost that came in this order. */
  private isBehind(at: number, cost: number, order: number): boolean {
    const own = this.costs[at] ?? 0
    return own > cost || (own === cost && (this.orders[at] ?? 0) > order)
  }

  private move(from: number, to: number): void {
    this.put(to, this.costs[from] ?? 0, this.orders[from] ?? 0, this.items[from] ?? 0)
  }

  private put(at: number, cost: number, order: number, item: number): void {
    this.costs[at] = cost
    this.orders[at] = order
    this.items[at] = item
  }
}
