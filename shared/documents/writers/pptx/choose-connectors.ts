import type { Id } from '../../../design/design.ts'
import type { Connector, Spot } from './connector.ts'
import { shortestBetween, waysBetween } from './connector.ts'
import type { Area } from './frame.ts'
import type { Line } from './line-geometry.ts'
import {
  crosses,
  distanceTo,
  distanceToBox,
  enters,
  isSlanted,
  lengthOf,
  linesOf,
  sharedLength,
} from './line-geometry.ts'

interface Joined {
  readonly id: Id
  readonly from: Id
  readonly to: Id
}

/** An arrow's way: one connector, or two by way of a small dot where no single one keeps clear of the cards. */
export interface Way {
  readonly connectors: readonly [Connector] | readonly [Connector, Connector]
  /** Where the dot stands that both are glued to. */
  readonly dot?: Area
}

interface Placed {
  readonly edge: Joined
  readonly lines: readonly Line[]
  readonly dot?: Spot
}

interface Surroundings {
  readonly cards: Readonly<Record<Id, Area>>
  readonly titles: readonly Area[]
  /** The others' ways. */
  readonly placed: readonly Placed[]
}

/** What a fault of a way costs, in inches of detour. Cards hide what runs behind them: nothing is worse. */
const costs = {
  throughCard: 60,
  overTitle: 7,
  /** Closer than a twentieth of an inch, and than a tenth. */
  besideCard: 3,
  nearCard: 0.3,
  overlap: 6,
  sharedTrunk: 0.3,
  crossing: 1.1,
  bend: 0.35,
  slant: 4,
  curve: 1,
  /** One arrow ends where another begins: heads and tails blur. */
  sharedSite: 1,
  dot: 2.2,
  throughDot: 5,
}
/** Hardly wider than the line: it marks a bend, not a junction. */
const dotSize = 0.03
/** How far beside a card a dot may stand, in inches: a lane, or a gap in which there is no room for one. */
const besideCard = [0.16, 0.06]

/**
 * Chooses for every arrow the way that runs behind no card, crosses least and bends least; short ones first, each
 * knowing those before it, then once more knowing all. Deterministic. `area`: where dots may stand.
 */
export function chooseConnectors(
  edges: readonly Joined[],
  cards: Readonly<Record<Id, Area>>,
  titles: readonly Area[],
  area: Area,
): ReadonlyMap<Id, Way> {
  const distance = ({ from, to }: Joined): number => {
    const [a, b] = [cards[from], cards[to]]
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y)
  }
  const ordered = edges
    .filter(({ from, to }) => from !== to && cards[from] !== undefined && cards[to] !== undefined)
    .toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))
  const chosen = new Map<Id, Way>()
  const placed = new Map<Id, Placed>()
  const spots = dotSpots(Object.values(cards), area)
  for (let round = 0; round < 2; round += 1) {
    for (const edge of ordered) {
      // What goes straight across stays: whatever bends anyway gives way to it.
      if (placed.get(edge.id)?.lines.length === 1 && !placed.get(edge.id)?.lines.some(isSlanted)) continue
      placed.delete(edge.id)
      const way = chooseWay(edge, { cards, titles, placed: [...placed.values()] }, spots)
      if (way === undefined) continue
      chosen.set(edge.id, way)
      placed.set(edge.id, {
        edge,
        lines: way.connectors.flatMap(({ points }) => linesOf(points)),
        ...(way.dot === undefined ? {} : { dot: [way.dot.x + way.dot.w / 2, way.dot.y + way.dot.h / 2] as const }),
      })
    }
  }
  return chosen
}

function chooseWay(edge: Joined, around: Surroundings, spots: readonly Spot[]): Way | undefined {
  const from = around.cards[edge.from]
  const to = around.cards[edge.to]
  if (from === undefined || to === undefined) return undefined
  const direct = cheapest(waysBetween(from, to), edge, around)
  const least = direct?.cost ?? Infinity
  // Only what would run behind a card or at an angle goes by way of a dot.
  const isGood = direct !== undefined && least < costs.throughCard && !isAskew(direct.connector)
  const detour = isGood ? undefined : wayByDot(edge, from, to, around, spots, Math.min(least, costs.throughCard))
  if (detour !== undefined) return detour
  return { connectors: [direct?.connector ?? shortestBetween(from, to)] }
}

const isAskew = ({ shape, points }: Connector): boolean =>
  shape === 'straightConnector1' && linesOf(points).some(isSlanted)

interface Priced {
  readonly connector: Connector
  readonly cost: number
}

function cheapest(ways: readonly Connector[], edge: Joined, around: Surroundings): Priced | undefined {
  let best: Priced | undefined
  for (const connector of ways) {
    const cost = costOf(connector, edge, around, best?.cost ?? Infinity)
    if (best === undefined || cost < best.cost - 1e-9) best = { connector, cost }
  }
  return best
}

/** The cheapest way by a dot that costs less than `limit`; undefined where there is none. */
function wayByDot(
  edge: Joined,
  from: Area,
  to: Area,
  around: Surroundings,
  spots: readonly Spot[],
  limit: number,
): Way | undefined {
  let best: Way | undefined
  let least = limit
  const others = around.placed.filter(({ edge: other }) => !sharesEnd(edge, other)).flatMap(({ lines }) => lines)
  for (const spot of spots) {
    // No way is shorter than the straight ones to the dot and on.
    if (distanceToBox(from, spot) + distanceToBox(to, spot) + costs.dot >= least) continue
    if (others.some((line) => distanceTo(line, spot) < 0.1)) continue
    const dot = { x: spot[0] - dotSize / 2, y: spot[1] - dotSize / 2, w: dotSize, h: dotSize }
    const first = cheapest(waysBetween(from, dot).filter(isPlain), edge, around)
    if (first === undefined || first.cost + costs.dot >= least) continue
    const ways = waysBetween(dot, to).filter((way) => isPlain(way) && way.from !== first.connector.to)
    const second = cheapest(ways, edge, around)
    if (second === undefined) continue
    const cost = first.cost + second.cost + costs.dot
    if (cost < least - 1e-9) {
      least = cost
      best = { connectors: [first.connector, second.connector], dot }
    }
  }
  return best
}

/** Straight, or with one bend. */
const isPlain = ({ shape }: Connector): boolean => shape === 'straightConnector1' || shape === 'bentConnector2'
const sharesEnd = (a: Joined, b: Joined): boolean => a.from === b.from || a.to === b.to

/** Places between the columns and rows of cards, and beside each card, that no card covers. */
function dotSpots(cards: readonly Area[], area: Area): readonly Spot[] {
  const lanes = (edges: readonly (readonly [number, number])[]): readonly number[] => {
    // Exactly in line with the middles of cards: a line that is nearly level is seen to be askew.
    const found = edges.flatMap(([low, size]) => [
      low + size / 2,
      ...besideCard.flatMap((distance) => [low - distance, low + size + distance]),
    ])
    return [...new Map(found.map((value) => [Math.round(value * 500), value])).values()].toSorted((a, b) => a - b)
  }
  const xs = lanes(cards.map(({ x, w }) => [x, w]))
  const ys = lanes(cards.map(({ y, h }) => [y, h]))
  const free = ([x, y]: Spot): boolean =>
    x > area.x &&
    x < area.x + area.w &&
    y > area.y &&
    y < area.y + area.h &&
    cards.every((box) => distanceToBox(box, [x, y]) > 0.05)
  return xs.flatMap((x) => ys.map((y): Spot => [x, y])).filter(free)
}

/** The cost of a connector; once it is at `limit` the rest is not counted. */
function costOf(way: Connector, edge: Joined, { cards, titles, placed }: Surroundings, limit: number): number {
  const lines = linesOf(way.points)
  let cost = 0
  if (way.shape === 'curvedConnector3') cost += costs.curve
  else cost += (lines.length - 1) * costs.bend
  for (const line of lines) cost += lengthOf(line)
  if (isAskew(way)) cost += costs.slant
  for (const [id, box] of Object.entries(cards)) {
    const own = id === edge.from || id === edge.to
    if (lines.some((line) => enters(line, box, own ? -0.02 : 0))) cost += costs.throughCard
    else if (!own && lines.some((line) => enters(line, box, 0.05))) cost += costs.besideCard
    else if (!own && lines.some((line) => enters(line, box, 0.1))) cost += costs.nearCard
    if (cost >= limit) return cost
  }
  for (const title of titles) if (lines.some((line) => enters(line, title))) cost += costs.overTitle
  let trunk = 0
  for (const other of placed) {
    if (cost >= limit) return cost
    cost += conflict(lines, edge, other)
    if (sharesEnd(edge, other.edge)) trunk = Math.max(trunk, overlapOf(lines, other.lines))
  }
  return cost + trunk * costs.sharedTrunk
}

const overlapOf = (some: readonly Line[], others: readonly Line[], beside = false): number =>
  some.reduce((sum, line) => sum + others.reduce((part, other) => part + sharedLength(line, other, beside), 0), 0)

function conflict(lines: readonly Line[], edge: Joined, other: Placed): number {
  // Arrows out of one card (or into one) may share their trunk, as in an organisation chart.
  const trunk = sharesEnd(edge, other.edge)
  let cost = overlapOf(lines, other.lines, true) * costs.overlap
  if (!trunk) cost += overlapOf(lines, other.lines) * costs.overlap
  const [start, end] = [lines[0]?.[0], lines.at(-1)?.[1]]
  if (meets(start, other.lines.at(-1)?.[1]) || meets(end, other.lines[0]?.[0])) cost += costs.sharedSite
  for (const line of lines) {
    for (const piece of other.lines) if (crosses(line, piece)) cost += costs.crossing
    if (other.dot !== undefined && !trunk && distanceTo(line, other.dot) < 0.08) cost += costs.throughDot
  }
  return cost
}

const meets = (a: Spot | undefined, b: Spot | undefined): boolean =>
  a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.01
