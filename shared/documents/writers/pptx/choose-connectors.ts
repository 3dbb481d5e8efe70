import type { Id } from '../../../design/design.ts'
import type { Connector, Spot } from './connector.ts'
import { slantedBetween, waysBetween } from './connector.ts'
import type { Area } from './frame.ts'

interface Joined {
  readonly id: Id
  readonly from: Id
  readonly to: Id
}
interface Piece {
  readonly start: Spot
  readonly end: Spot
  readonly edge: Joined
}

/** What a fault of a way costs, in inches of detour. */
const costs = {
  throughCard: 60,
  overTitle: 7,
  overlap: 6,
  sharedTrunk: 0.5,
  crossing: 1.1,
  bend: 0.45,
  besideCard: 3,
  offMiddle: 0.4,
  around: 3,
  /** Some readers (LibreOffice 7) know no adjusted bends and put them in the middle: a card in that way counts a little. */
  throughCardThere: 7,
}

/**
 * Chooses for every arrow the way that runs through no card, crosses least and bends least; short ones first, each
 * knowing those before it. Deterministic.
 */
export function chooseConnectors(
  edges: readonly Joined[],
  cards: Readonly<Record<Id, Area>>,
  titles: readonly Area[],
): ReadonlyMap<Id, Connector> {
  const chosen = new Map<Id, Connector>()
  const pieces: Piece[] = []
  const obstacles = Object.entries(cards)
  const distance = ({ from, to }: Joined): number => {
    const [a, b] = [cards[from], cards[to]]
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y)
  }
  for (const edge of edges.toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))) {
    const from = cards[edge.from]
    const to = cards[edge.to]
    if (from === undefined || to === undefined || edge.from === edge.to) continue
    let best = slantedBetween(from, to)
    let least = costOf(best, edge, obstacles, titles, pieces) + 12
    for (const way of waysBetween(from, to)) {
      const cost = costOf(way, edge, obstacles, titles, pieces)
      if (cost < least - 1e-9) {
        best = way
        least = cost
      }
    }
    chosen.set(edge.id, best)
    for (const [start, end] of piecesOf(best)) pieces.push({ start, end, edge })
  }
  return chosen
}

function piecesOf({ points }: Connector): readonly (readonly [Spot, Spot])[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1]
    return next === undefined ? [] : [[point, next] as const]
  })
}

function costOf(
  way: Connector,
  edge: Joined,
  obstacles: readonly (readonly [Id, Area])[],
  titles: readonly Area[],
  placed: readonly Piece[],
): number {
  let cost = (way.points.length - 2) * costs.bend
  if (way.bend !== undefined && Math.abs(way.bend - 0.5) > 0.01)
    cost += way.bend < 0 || way.bend > 1 ? costs.around : costs.offMiddle
  for (const [start, end] of piecesOf(way)) {
    cost += Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1])
    for (const [id, box] of obstacles) {
      const own = id === edge.from || id === edge.to
      if (touches(start, end, box, own ? -0.02 : 0)) cost += costs.throughCard
      else if (!own && touches(start, end, box, 0.07)) cost += costs.besideCard
    }
    for (const title of titles) if (touches(start, end, title, 0)) cost += costs.overTitle
    for (const piece of placed) cost += conflict(start, end, piece, edge)
  }
  for (const [start, end] of piecesOf({ ...way, points: withoutAdjustment(way) })) {
    for (const [id, box] of obstacles) {
      if (id !== edge.from && id !== edge.to && touches(start, end, box, 0)) cost += costs.throughCardThere
    }
  }
  return cost
}

/** The way as a reader draws it that ignores where the bend was put: in the middle, and flat for a U. */
function withoutAdjustment({ points, bend, from }: Connector): readonly Spot[] {
  const [start, , , end] = points
  if (bend === undefined || Math.abs(bend - 0.5) < 0.01 || start === undefined || end === undefined) return []
  const level = from === 1 || from === 3
  const middle = level ? (start[0] + end[0]) / 2 : (start[1] + end[1]) / 2
  const at = (spot: Spot): Spot => (level ? [middle, spot[1]] : [spot[0], middle])
  return [start, at(start), at(end), end]
}

/** Whether a piece enters a box grown by a margin. For slanted pieces, samples stand in for exact geometry. */
function touches(start: Spot, end: Spot, box: Area, margin: number): boolean {
  const slanted = start[0] !== end[0] && start[1] !== end[1]
  if (slanted) {
    return Array.from({ length: 19 }, (_, index) => (index + 1) / 20).some((share) => {
      const x = start[0] + (end[0] - start[0]) * share
      const y = start[1] + (end[1] - start[1]) * share
      return x > box.x - margin && x < box.x + box.w + margin && y > box.y - margin && y < box.y + box.h + margin
    })
  }
  return (
    Math.max(start[0], end[0]) > box.x - margin &&
    Math.min(start[0], end[0]) < box.x + box.w + margin &&
    Math.max(start[1], end[1]) > box.y - margin &&
    Math.min(start[1], end[1]) < box.y + box.h + margin
  )
}

function conflict(start: Spot, end: Spot, piece: Piece, edge: Joined): number {
  const level = Math.abs(start[1] - end[1]) < 0.005
  const otherLevel = Math.abs(piece.start[1] - piece.end[1]) < 0.005
  if (level === otherLevel) {
    const axis = level ? 0 : 1
    if (Math.abs(start[1 - axis]! - piece.start[1 - axis]!) > 0.05) return 0
    const shared =
      Math.min(Math.max(start[axis], end[axis]), Math.max(piece.start[axis], piece.end[axis])) -
      Math.max(Math.min(start[axis], end[axis]), Math.min(piece.start[axis], piece.end[axis]))
    if (shared <= 0.01) return 0
    // Arrows out of one card (or into one) may share their trunk, as in an organisation chart.
    const trunk = edge.from === piece.edge.from || edge.to === piece.edge.to
    return shared * (trunk ? costs.sharedTrunk : costs.overlap)
  }
  const [across, down] = level ? [{ start, end }, piece] : [piece, { start, end }]
  const x = down.start[0]
  const y = across.start[1]
  const crosses =
    x > Math.min(across.start[0], across.end[0]) &&
    x < Math.max(across.start[0], across.end[0]) &&
    y > Math.min(down.start[1], down.end[1]) &&
    y < Math.max(down.start[1], down.end[1])
  return crosses ? costs.crossing : 0
}
