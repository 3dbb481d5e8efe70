import type { Area } from './frame.ts'

/** Connection sites of rectangles in OOXML: 0 top, 1 left, 2 bottom, 3 right. */
type Site = 0 | 1 | 2 | 3
export type Spot = readonly [number, number]

/**
 * A connector from site to site, in inches. Only shapes that every reader draws alike: PowerPoint follows the adjusted
 * bend of a connector, LibreOffice 7 puts it in the middle and draws a bent U flat, through the cards. So bends stand in
 * the middle, and a U is a curve, whose depth both know.
 */
export interface Connector {
  readonly from: Site
  readonly to: Site
  readonly shape: 'straightConnector1' | 'bentConnector2' | 'bentConnector3' | 'curvedConnector3'
  /** For a U: how far it reaches beyond its sites, in inches. */
  readonly depth?: number
  /** The line as it is drawn; of a curve, points on it. */
  readonly points: readonly Spot[]
}

const outward: Readonly<Record<Site, Spot>> = { 0: [0, -1], 1: [-1, 0], 2: [0, 1], 3: [1, 0] }
const sites: readonly Site[] = [3, 1, 2, 0]

function siteOf(box: Area, site: Site): Spot {
  const [dx, dy] = outward[site]
  return [box.x + (box.w / 2) * (1 + dx), box.y + (box.h / 2) * (1 + dy)]
}

/** Smallest piece between a card and the first bend: an arrow head must fit. */
const shortest = 0.1
/** LibreOffice reaches half a centimetre out, whatever the file says. */
const curveDepth = 0.197

/** Every way to join two boxes by glued sites: straight, with one bend or two, or around the same side. */
export function waysBetween(from: Area, to: Area): readonly Connector[] {
  return sites.flatMap((a) =>
    sites.flatMap((b) => {
      const start = siteOf(from, a)
      const end = siteOf(to, b)
      const bent = isLevel(a) === isLevel(b) ? sameAxis(a, b, start, end) : corner(a, b, start, end)
      const straight = slanted(a, b, start, end)
      return straight === undefined ? bent : [...bent, straight]
    }),
  )
}

const isLevel = (site: Site): boolean => site === 1 || site === 3

/** Both sites look along one axis: straight or a Z between facing sides, a curve around the same side. */
function sameAxis(a: Site, b: Site, start: Spot, end: Spot): readonly Connector[] {
  const axis = isLevel(a) ? 0 : 1
  const along = outward[a][axis] ?? 0
  const facing = (outward[b][axis] ?? 0) === -along
  const distance = (end[axis] - start[axis]) * along
  const sideways = Math.abs(end[1 - axis]! - start[1 - axis]!)
  if (facing) {
    if (distance < 2 * shortest) return []
    if (sideways < 0.01) return [{ from: a, to: b, shape: 'straightConnector1', points: [start, end] }]
    const middle = (start[axis] + end[axis]) / 2
    const at = (point: Spot): Spot => (axis === 0 ? [middle, point[1]] : [point[0], middle])
    return [{ from: a, to: b, shape: 'bentConnector3', points: [start, at(start), at(end), end] }]
  }
  // Readers agree on a U only where both its sites stand on one line.
  if (a !== b || Math.abs(distance) > 0.01 || sideways < 0.3) return []
  return [
    {
      from: a,
      to: b,
      shape: 'curvedConnector3',
      depth: curveDepth,
      points: curve(start, end, axis, along * curveDepth),
    },
  ]
}

/** Points on the two cubic curves of OOXML's `curvedConnector3`, out by `reach` along the axis. */
function curve(start: Spot, end: Spot, axis: 0 | 1, reach: number): readonly Spot[] {
  const half = [0, 0.25, 0.5, 0.75, 1].map((t): Spot => {
    const back = 1 - t
    const out = 3 * back * back * t * (reach / 2) + 3 * back * t * t * reach + t ** 3 * reach
    const side = 3 * back * t * t * 0.25 + t ** 3 * 0.5
    return [out, side]
  })
  const shares = [...half, ...half.toReversed().map(([out, side]): Spot => [out, 1 - side])]
  const span = end[1 - axis]! - start[1 - axis]!
  return shares.map(([out, side]) => {
    const level = start[axis] + out
    const across = start[1 - axis]! + span * side
    return axis === 0 ? [level, across] : [across, level]
  })
}

/** One site looks along, the other across: an L. */
function corner(a: Site, b: Site, start: Spot, end: Spot): readonly Connector[] {
  const bendAt: Spot = isLevel(a) ? [end[0], start[1]] : [start[0], end[1]]
  const ahead = (bendAt[0] - start[0]) * outward[a][0] + (bendAt[1] - start[1]) * outward[a][1]
  const into = (bendAt[0] - end[0]) * outward[b][0] + (bendAt[1] - end[1]) * outward[b][1]
  if (ahead < shortest || into < shortest) return []
  return [{ from: a, to: b, shape: 'bentConnector2', points: [start, bendAt, end] }]
}

/** A straight line at an angle, where it leaves and enters by the sides that face each other. */
function slanted(a: Site, b: Site, start: Spot, end: Spot): Connector | undefined {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const length = Math.hypot(dx, dy)
  if (length < 0.05 || Math.abs(dx) < 0.01 || Math.abs(dy) < 0.01) return undefined
  const leaves = (dx * outward[a][0] + dy * outward[a][1]) / length
  const enters = -(dx * outward[b][0] + dy * outward[b][1]) / length
  if (leaves < 0.15 || enters < 0.15) return undefined
  return { from: a, to: b, shape: 'straightConnector1', points: [start, end] }
}

/** The shortest straight line between two boxes, for boxes so close together that nothing else fits. */
export function shortestBetween(from: Area, to: Area): Connector {
  const [best] = sites
    .flatMap((a) =>
      sites.map((b): Connector => {
        return { from: a, to: b, shape: 'straightConnector1', points: [siteOf(from, a), siteOf(to, b)] }
      }),
    )
    .toSorted((a, b) => lengthOf(a) - lengthOf(b))
  return best ?? { from: 3, to: 1, shape: 'straightConnector1', points: [siteOf(from, 3), siteOf(to, 1)] }
}

function lengthOf({ points: [start = [0, 0], end = [0, 0]] }: Connector): number {
  return Math.hypot(end[0] - start[0], end[1] - start[1])
}
