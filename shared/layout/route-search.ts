import type { Box, Point } from './box.ts'
import { costAhead } from './route-ahead.ts'
import type { RouteGrid } from './route-grid.ts'
import type { Port } from './route-ports.ts'
import { portsOf } from './route-ports.ts'
import { Queue } from './route-queue.ts'

/** Costs in pixels of detour that they are worth. */
const costs = { bend: 28, joinTrack: 160, crossing: 16 }

/** Right, down, left, up. */
const stepsAcross = [1, 0, -1, 0]
const stepsDown = [0, 1, 0, -1]

/** The cheapest route between two cards (A*), entered into the grid as used; undefined when every way is barred. */
export function findRoute(grid: RouteGrid, from: Box, to: Box): readonly Point[] | undefined {
  const endPorts = portsOf(grid, to)
  const ends = new Map<number, Port>()
  for (const port of endPorts) {
    const state = port.crossing * 4 + ((port.direction + 2) % 4)
    const other = ends.get(state)
    if (other === undefined || other.cost > port.cost) ends.set(state, port)
  }
  const { xs, ys } = grid
  const width = xs.length
  const height = ys.length
  const reached = nothingReached(grid)
  const { cost: costOf } = reached
  const startPorts = new Map<number, Port>()
  const queue = new Queue()
  const ahead = costAhead(grid, endPorts, costs.bend)
  for (const port of portsOf(grid, from)) {
    const state = port.crossing * 4 + port.direction
    if (port.cost >= (costOf[state] ?? 0)) continue
    costOf[state] = port.cost
    reached.from[state] = nowhere
    startPorts.set(state, port)
    const [x, y] = [xs[port.crossing % width] ?? 0, ys[Math.floor(port.crossing / width)] ?? 0]
    queue.push(port.cost + ahead(x, y, port.direction), state)
  }
  let done: { readonly state: number; readonly port: Port; readonly cost: number } | undefined
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (done !== undefined && queue.cost >= done.cost) break
    if (reached.left[state] === 1) continue
    reached.left[state] = 1
    const soFar = costOf[state] ?? 0
    const end = ends.get(state)
    if (end !== undefined && (done === undefined || soFar + end.cost < done.cost)) {
      done = { state, port: end, cost: soFar + end.cost }
    }
    const crossing = state >> 2
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
      const nextState = next * 4 + turn
      const best = costOf[nextState] ?? 0
      if (best <= soFar) continue
      const x = xs[nextColumn] ?? 0
      const y = ys[nextRow] ?? 0
      const length = turn % 2 === 0 ? Math.abs(x - (xs[column] ?? 0)) : Math.abs(y - (ys[row] ?? 0))
      const cost = soFar + stepCost(grid, crossing, next, turn, length, turn === direction)
      if (cost >= best - 1e-9) continue
      // Whoever came here across this way goes on from here for a bend: half of the states need no look.
      const besides = nextState ^ 1
      const across = Math.min(costOf[besides] ?? 0, costOf[besides ^ 2] ?? 0)
      if (cost >= across + costs.bend && !ends.has(nextState)) continue
      costOf[nextState] = cost
      reached.from[nextState] = state
      reached.left[nextState] = 0
      if (best < Infinity) startPorts.delete(nextState)
      queue.push(cost + ahead(x, y, turn), nextState)
    }
  }
  if (done === undefined) return undefined
  return record(grid, done.state, done.port, reached.from, startPorts)
}

/** What a step costs. On a track with others its length counts once more for each of them, besides joining them. */
function stepCost(
  grid: RouteGrid,
  from: number,
  to: number,
  turn: number,
  length: number,
  isStraight: boolean,
): number {
  const across = turn % 2 === 0
  const width = grid.xs.length
  const used = across ? grid.usedAcross : grid.usedDown
  const crossed = across ? grid.usedDown : grid.usedAcross
  const crossings = (crossed[to] ?? 0) + (crossed[across ? to - width : to - 1] ?? 0) > 0 ? 1 : 0
  const alone = length + crossings * costs.crossing + (grid.extra[to] ?? 0) + (isStraight ? 0 : costs.bend)
  const onTrack = used[Math.min(from, to)] ?? 0
  if (onTrack === 0) return alone
  const before = from + from - to
  const isWithThem = isStraight && (used[Math.min(before, from)] ?? 0) >= onTrack
  return alone + onTrack * length + (isWithThem ? 0 : costs.joinTrack)
}

/** Walks back from the end, marks what is used, and drops the points between two bends. */
function record(
  grid: RouteGrid,
  last: number,
  end: Port,
  cameFrom: Int32Array,
  startPorts: ReadonlyMap<number, Port>,
): readonly Point[] | undefined {
  const width = grid.xs.length
  const states: number[] = [last]
  for (let state = cameFrom[last] ?? nowhere; state !== nowhere; state = cameFrom[state] ?? nowhere) states.push(state)
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
 * a large drawing has a quarter of a million states and hundreds of arrows.
 */
interface Reached {
  readonly cost: Float64Array
  readonly from: Int32Array
  /** 1 once a state was left at the cost it was reached at. */
  readonly left: Uint8Array
}

const reachedByGrid = new WeakMap<RouteGrid, Reached>()

function nothingReached(grid: RouteGrid): Reached {
  const states = grid.xs.length * grid.ys.length * 4
  const reached = reachedByGrid.get(grid) ?? {
    cost: new Float64Array(states),
    from: new Int32Array(states),
    left: new Uint8Array(states),
  }
  reachedByGrid.set(grid, reached)
  reached.cost.fill(Infinity)
  reached.left.fill(0)
  return reached
}
