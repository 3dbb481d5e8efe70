import type { Id } from '../../design/design.ts'
import type { Point } from './cells.ts'

/** A line that flows are drawn across. */
export interface DrawnFlow {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  /** From middle to middle, by its bends. */
  readonly line: readonly Point[]
}

/** The flows that a drawn boundary line crosses, by their lines and not by the boxes around them. */
export function crossedBy(curve: readonly Point[], flows: readonly DrawnFlow[]): readonly DrawnFlow[] {
  return flows.filter(({ line }) => linesMeet(curve, line))
}

function linesMeet(one: readonly Point[], other: readonly Point[]): boolean {
  return segments(one).some(([a, b]) => segments(other).some(([c, d]) => segmentsMeet(a, b, c, d)))
}

function segments(line: readonly Point[]): readonly (readonly [Point, Point])[] {
  return line.slice(1).map((point, index) => [line[index] ?? point, point])
}

function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [first, second] = [side(a, b, c) * side(a, b, d), side(c, d, a) * side(c, d, b)]
  return first <= 0 && second <= 0 && boxesMeet(a, b, c, d)
}

function side([ax, ay]: Point, [bx, by]: Point, [px, py]: Point): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}

function boxesMeet([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [dx, dy]: Point): boolean {
  const overlap = (p: number, q: number, r: number, s: number): boolean =>
    Math.max(Math.min(p, q), Math.min(r, s)) <= Math.min(Math.max(p, q), Math.max(r, s))
  return overlap(ax, bx, cx, dx) && overlap(ay, by, cy, dy)
}

/**
 * What a boundary line cuts off: without the crossed flows the elements fall apart, and the part with fewer elements is
 * what it stands around. Undefined where they do not fall apart in two, or where a part ends on both sides of the line.
 */
export function cutOff(
  crossed: readonly DrawnFlow[],
  flows: readonly DrawnFlow[],
  elements: readonly Id[],
): readonly Id[] | undefined {
  if (crossed.length === 0) return undefined
  const kept = flows.filter((flow) => !crossed.includes(flow))
  const parts = partsOf(elements, kept)
  const heads = new Set(crossed.map(({ to }) => parts.get(to)))
  const tails = new Set(crossed.map(({ from }) => parts.get(from)))
  const involved = new Set([...heads, ...tails])
  if (involved.size !== 2 || crossed.some(({ from, to }) => parts.get(from) === parts.get(to))) return undefined
  const sides = [...involved].map((part) => elements.filter((id) => parts.get(id) === part))
  const [smaller, larger] = sides.toSorted((one, other) => one.length - other.length)
  return smaller === undefined || larger === undefined || smaller.length === larger.length ? undefined : smaller
}

/** The part that each element belongs to, named by one of its elements. */
function partsOf(elements: readonly Id[], flows: readonly DrawnFlow[]): ReadonlyMap<Id, Id> {
  const parts = new Map(elements.map((id) => [id, id]))
  const rootOf = (id: Id): Id => {
    let root = id
    for (let next = parts.get(root); next !== undefined && next !== root; next = parts.get(root)) root = next
    return root
  }
  for (const { from, to } of flows) parts.set(rootOf(from), rootOf(to))
  return new Map(elements.map((id) => [id, rootOf(id)]))
}
