import type { Area } from './frame.ts'

/** Connection sites of rectangles in OOXML: 0 top, 1 left, 2 bottom, 3 right. */
type Site = 0 | 1 | 2 | 3
export type Spot = readonly [number, number]

/** A connector from site to site, in inches, with the bends that PowerPoint draws itself. */
export interface Connector {
  readonly from: Site
  readonly to: Site
  readonly shape: 'straightConnector1' | 'bentConnector2' | 'bentConnector3'
  /** For three pieces: where the middle one stands, as a share of the way from start to end (beyond it for a U). */
  readonly bend?: number
  /** Corners, start and end. */
  readonly points: readonly Spot[]
}

const outward: Readonly<Record<Site, Spot>> = { 0: [0, -1], 1: [-1, 0], 2: [0, 1], 3: [1, 0] }
const sites: readonly Site[] = [3, 1, 2, 0]

function siteOf(box: Area, site: Site): Spot {
  const [dx, dy] = outward[site]
  return [box.x + (box.w / 2) * (1 + dx), box.y + (box.h / 2) * (1 + dy)]
}

/** Smallest piece between a card and the first bend: an arrow head must fit. */
const shortest = 0.14

/** Every way to join two boxes by glued sites, straight or with one or two bends. */
export function waysBetween(from: Area, to: Area): readonly Connector[] {
  const ways: Connector[] = []
  for (const a of sites) {
    for (const b of sites) {
      const start = siteOf(from, a)
      const end = siteOf(to, b)
      ways.push(...(isLevel(a) === isLevel(b) ? sameAxis(a, b, start, end) : corner(a, b, start, end)))
    }
  }
  return ways
}

const isLevel = (site: Site): boolean => site === 1 || site === 3

/** Both sites look along one axis: straight, a Z between facing sides, or a U around the same side. */
function sameAxis(a: Site, b: Site, start: Spot, end: Spot): readonly Connector[] {
  const axis = isLevel(a) ? 0 : 1
  const along = outward[a][axis] ?? 0
  const facing = (outward[b][axis] ?? 0) === -along
  const distance = (end[axis] - start[axis]) * along
  const sideways = end[1 - axis]! - start[1 - axis]!
  const three = (middle: number): Connector => {
    const span = end[axis] - start[axis]
    const at = (point: Spot): Spot => (axis === 0 ? [middle, point[1]] : [point[0], middle])
    // A U between level sites has no span; PowerPoint gives it one of a point.
    return {
      from: a,
      to: b,
      shape: 'bentConnector3',
      bend: (middle - start[axis]) / (Math.abs(span) < 1 / 72 ? 1 / 72 : span),
      points: [start, at(start), at(end), end],
    }
  }
  if (facing) {
    if (distance < 2 * shortest) return []
    if (Math.abs(sideways) < 0.01) return [{ from: a, to: b, shape: 'straightConnector1', points: [start, end] }]
    return [0.5, 0.3, 0.7, 0.15, 0.85]
      .map((share) => start[axis] + (end[axis] - start[axis]) * share)
      .filter((middle) => Math.abs(middle - start[axis]) >= shortest && Math.abs(end[axis] - middle) >= shortest)
      .map(three)
  }
  if ((outward[b][axis] ?? 0) !== along || Math.abs(sideways) < 0.05) return []
  const edge = along > 0 ? Math.max(start[axis], end[axis]) : Math.min(start[axis], end[axis])
  return [0.22, 0.36, 0.5].map((depth) => three(edge + along * depth))
}

/** One site looks along, the other across: an L. */
function corner(a: Site, b: Site, start: Spot, end: Spot): readonly Connector[] {
  const bendAt: Spot = isLevel(a) ? [end[0], start[1]] : [start[0], end[1]]
  const ahead = (bendAt[0] - start[0]) * outward[a][0] + (bendAt[1] - start[1]) * outward[a][1]
  const into = (bendAt[0] - end[0]) * outward[b][0] + (bendAt[1] - end[1]) * outward[b][1]
  if (ahead < shortest || into < shortest) return []
  return [{ from: a, to: b, shape: 'bentConnector2', points: [start, bendAt, end] }]
}

/** Straight lines at any angle, for boxes so close together that nothing else fits. */
export function slantedBetween(from: Area, to: Area): Connector {
  let best: Connector | undefined
  let shortestSoFar = Infinity
  for (const a of sites) {
    for (const b of sites) {
      const start = siteOf(from, a)
      const end = siteOf(to, b)
      const length = Math.hypot(end[0] - start[0], end[1] - start[1])
      if (length < shortestSoFar) {
        shortestSoFar = length
        best = { from: a, to: b, shape: 'straightConnector1', points: [start, end] }
      }
    }
  }
  return best ?? { from: 3, to: 1, shape: 'straightConnector1', points: [siteOf(from, 3), siteOf(to, 1)] }
}
