import type { Id } from '../design/design.ts'
import type { Point } from './box.ts'

/** A level stretch of an arrow that arches over the upright lines it crosses there. */
export interface Hop {
  /** The piece of the line, counted from 0, that it lies on. */
  readonly piece: number
  /** Where it begins and ends, left to right, whichever way the arrow runs. */
  readonly left: number
  readonly right: number
}

/** How high a hop rises, and how far it reaches to both sides of what it crosses. */
export const hopRadius = 5
/** A hop nearer to a bend or an end than this would run into the round corner or the head of the arrow. */
const leastFromBend = hopRadius + 9

/** So high is a band of the canvas: a level line looks at the uprights of its own band only. */
const bandHeight = 256

interface Upright {
  readonly route: Id
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/**
 * Where arrows cross, so that two lines that only pass each other are not read as joined: the level one hops over the
 * upright one, as in wiring diagrams. Lines that share an end, run along each other or meet in a corner do not cross.
 *
 * @param routes the lines of all arrows that are drawn, in CSS pixels of the canvas
 * @returns per arrow that crosses another its hops, along its line; several uprights that stand close share one hop
 */
export function hopsOf(routes: Readonly<Record<Id, readonly Point[]>>): ReadonlyMap<Id, readonly Hop[]> {
  const bands = uprightsByBand(routes)
  const hops = new Map<Id, readonly Hop[]>()
  if (bands.size === 0) return hops
  for (const route of Object.keys(routes)) {
    const own = (routes[route] ?? []).flatMap((to, index, points) => {
      const from = points[index - 1]
      if (from === undefined || from[1] !== to[1]) return []
      return hopsAlong(route, index - 1, [from, to], bands.get(bandOf(to[1])) ?? [])
    })
    if (own.length > 0) hops.set(route, own)
  }
  return hops
}

const bandOf = (y: number): number => Math.floor(y / bandHeight)

/** In each band sorted by x, so that those over a level piece lie side by side. */
function uprightsByBand(routes: Readonly<Record<Id, readonly Point[]>>): ReadonlyMap<number, readonly Upright[]> {
  const bands = new Map<number, Upright[]>()
  for (const route of Object.keys(routes)) {
    const points = routes[route] ?? []
    for (let index = 1; index < points.length; index += 1) {
      const [from, to] = [points[index - 1], points[index]]
      if (from === undefined || to === undefined || from[0] !== to[0]) continue
      const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
      if (bottom - top <= 2 * hopRadius) continue
      const upright = { route, x: from[0], top, bottom }
      for (let band = bandOf(top); band <= bandOf(bottom); band += 1) {
        const known = bands.get(band)
        if (known === undefined) bands.set(band, [upright])
        else known.push(upright)
      }
    }
  }
  for (const uprights of bands.values()) uprights.sort((a, b) => a.x - b.x)
  return bands
}

function hopsAlong(
  route: Id,
  piece: number,
  [from, to]: readonly [Point, Point],
  uprights: readonly Upright[],
): readonly Hop[] {
  const y = from[1]
  const [first, last] = [Math.min(from[0], to[0]) + leastFromBend, Math.max(from[0], to[0]) - leastFromBend]
  const hops: Hop[] = []
  for (let index = firstFrom(uprights, first); index < uprights.length; index += 1) {
    const upright = uprights[index]
    if (upright === undefined || upright.x > last) break
    const crosses = upright.top < y - hopRadius && upright.bottom > y + hopRadius
    if (!crosses || upright.route === route) continue
    const before = hops.at(-1)
    const [left, right] = [upright.x - hopRadius, upright.x + hopRadius]
    if (before !== undefined && left <= before.right) hops.splice(-1, 1, { ...before, right })
    else hops.push({ piece, left, right })
  }
  return from[0] <= to[0] ? hops : hops.toReversed()
}

/** The index of the first upright that stands at `x` or to the right of it. */
function firstFrom(uprights: readonly Upright[], x: number): number {
  let [low, high] = [0, uprights.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((uprights[middle]?.x ?? Infinity) < x) low = middle + 1
    else high = middle
  }
  return low
}
