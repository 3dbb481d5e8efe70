import type { RouteGrid } from './route-grid.ts'
import type { Port } from './route-ports.ts'

/** The ways into a card on one of its sides. */
interface Side {
  /** Travelling right or left on arrival, rather than down or up. */
  readonly across: boolean
  /** Whether that is to the right, or down. */
  readonly forwards: boolean
  readonly direction: number
  /** Where all ports of the side lie along the direction of travel, and the stretch they take across it. */
  readonly line: number
  readonly low: number
  readonly high: number
  /** Of the cheapest port. */
  readonly cost: number
}

/**
 * The least that a route can still cost from where it is to any of these ports, as if nothing stood in its way: the
 * length, the bends that its direction makes necessary, and the cheapest port of the side. Never above what the route
 * comes to, so that the search ends with the cheapest one; the nearer to it, the less is looked at in vain.
 */
export function costAhead(
  grid: RouteGrid,
  ports: readonly Port[],
  costOfBend: number,
): (x: number, y: number, direction: number) => number {
  const sides = [0, 1, 2, 3].flatMap((direction) => sideOf(grid, ports, direction) ?? [])
  return (x, y, direction) => {
    let least = Infinity
    for (const side of sides) {
      const along = side.across ? x : y
      const beside = side.across ? y : x
      const aside = beside < side.low ? side.low - beside : beside > side.high ? beside - side.high : 0
      const length = Math.abs(side.line - along) + aside
      if (length + side.cost >= least) continue
      const cost = length + side.cost + costOfBend * bendsTo(side, along, beside, aside, direction)
      if (cost < least) least = cost
    }
    return least
  }
}

/** The fewest bends with which a line that runs in a direction comes to arrive at a side in the side's own direction. */
function bendsTo(side: Side, along: number, beside: number, aside: number, direction: number): number {
  const isBefore = side.forwards ? along < side.line : along > side.line
  if (direction === side.direction) {
    if (aside === 0 && (isBefore || along === side.line)) return 0
    return isBefore ? 2 : 4
  }
  if ((direction + side.direction) % 2 === 0) return 2
  if (!isBefore) return 3
  // Down and right come first: 0 and 1 run with the coordinates, 2 and 3 against them.
  return (direction < 2 ? beside <= side.high : beside >= side.low) ? 1 : 3
}

function sideOf(grid: RouteGrid, ports: readonly Port[], direction: number): Side | undefined {
  const own = ports.filter((port) => (port.direction + 2) % 4 === direction)
  const [first] = own
  if (first === undefined) return undefined
  const across = direction % 2 === 0
  const width = grid.xs.length
  const xOf = (port: Port): number => grid.xs[port.crossing % width] ?? 0
  const yOf = (port: Port): number => grid.ys[Math.floor(port.crossing / width)] ?? 0
  const besides = own.map(across ? yOf : xOf)
  return {
    across,
    forwards: direction < 2,
    direction,
    line: across ? xOf(first) : yOf(first),
    low: Math.min(...besides),
    high: Math.max(...besides),
    cost: Math.min(...own.map((port) => port.cost)),
  }
}
