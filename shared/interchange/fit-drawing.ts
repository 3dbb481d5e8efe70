import type { Boundary, Component, Id, Place } from '../design/design.ts'
import { type Box, boxAround, encloses, overlaps } from '../layout/box.ts'
import { cardHeight, cardWidth } from '../layout/card.ts'
import type { Assembly, ReadView } from './assembly.ts'

/** How far a drawing may be spread, the least first. */
const spreads = [1, 1.15, 1.3, 1.5, 1.75, 2, 2.4, 3, 4] as const
/** Between what was moved apart, and around what stands in a frame; above it there is a title. */
const gap = 8
const padding = 16
const titleHeight = 36
/** Above this many boxes a drawing is taken as it is: comparing all of them would take too long. */
const mostCompared = 400

/** What stands on a drawing, and in what; frames from the inside out. */
interface Standing {
  readonly cards: ReadonlyMap<Id, Place>
  readonly frames: readonly (readonly [id: Id, place: Place])[]
  /** The boundary around a box or a frame; undefined where there is none on this drawing. */
  readonly around: ReadonlyMap<Id, Id>
}

/**
 * Makes a drawing of another tool fair with cards of ours, which are larger than most shapes there: it is spread evenly,
 * by as little as keeps cards off one another and out of frames that they do not belong to, and each frame grows around
 * what stands in it. A drawing that no spread makes fair gets the one with the fewest overlaps.
 *
 * Answers how far it was spread: 1 where it stays as large as it was.
 */
export function fitDrawing(view: ReadView, { boundaries, components }: Assembly): number {
  const standing = standingOn(view, boundaries, components)
  if (standing.cards.size === 0) return 1
  const isLarge = standing.cards.size + standing.frames.length > mostCompared
  let best = boxesAt(standing, 1)
  let chosen = 1
  let fewest = isLarge ? 0 : countOverlaps(best, standing, 0)
  for (const spread of spreads) {
    if (fewest === 0) break
    const boxes = boxesAt(standing, spread)
    const overlapping = countOverlaps(boxes, standing, gap)
    if (overlapping < fewest) [best, fewest, chosen] = [boxes, overlapping, spread]
  }
  for (const [id, { x, y, w, h }] of best) {
    const size = standing.cards.has(id) ? {} : { w, h }
    view.places[id] = { ...view.places[id], x, y, ...size }
  }
  return chosen
}

function standingOn({ places }: ReadView, boundaries: readonly Boundary[], components: readonly Component[]): Standing {
  const drawn = <Element extends { readonly id: Id }>(all: readonly Element[]): readonly (Element & Placed)[] =>
    all.flatMap((each) => {
      const place = places[each.id]
      return place === undefined ? [] : [{ ...each, place }]
    })
  const frames = drawn(boundaries)
  const cards = drawn(components)
  const framed = new Set(frames.map(({ id }) => id))
  const around = new Map(
    [...frames, ...cards].flatMap(({ id, in: outer }) =>
      outer === undefined || !framed.has(outer) || outer === id ? [] : [[id, outer] as const],
    ),
  )
  const depth = (id: Id): number => framesAround(id, around).length
  return {
    cards: new Map(cards.map(({ id, place }) => [id, place])),
    frames: frames.toSorted((a, b) => depth(b.id) - depth(a.id)).map(({ id, place }) => [id, place] as const),
    around,
  }
}
interface Placed {
  readonly place: Place
}

/** The frames around something, from the inside out. A file whose frames stand in one another in a circle has an end, too. */
function framesAround(id: Id, around: ReadonlyMap<Id, Id>): readonly Id[] {
  const frames: Id[] = []
  for (let at = around.get(id); at !== undefined && !frames.includes(at); at = around.get(at)) frames.push(at)
  return frames
}

/** Whole pixels; frames grow outwards. */
function boxesAt({ cards, frames, around }: Standing, spread: number): ReadonlyMap<Id, Box> {
  const boxes = new Map<Id, Box>()
  const inside = new Map<Id, Box[]>()
  const put = (id: Id, box: Box): void => {
    boxes.set(id, box)
    const outer = around.get(id)
    if (outer === undefined) return
    const members = inside.get(outer)
    if (members === undefined) inside.set(outer, [box])
    else members.push(box)
  }
  for (const [id, { x, y }] of cards)
    put(id, { x: Math.round(x * spread), y: Math.round(y * spread), w: cardWidth, h: cardHeight })
  for (const [id, { x, y, w = 1, h = 1 }] of frames) {
    const own = { x: x * spread, y: y * spread, w: w * spread, h: h * spread }
    const members = boxAround(inside.get(id) ?? [])
    const needed = members === undefined ? own : frameFor(members)
    const grown = encloses(own, needed) ? own : (boxAround([own, needed]) ?? own)
    const [left, top] = [Math.floor(grown.x), Math.floor(grown.y)]
    put(id, { x: left, y: top, w: Math.ceil(grown.x + grown.w) - left, h: Math.ceil(grown.y + grown.h) - top })
  }
  return boxes
}

function frameFor({ x, y, w, h }: Box): Box {
  return { x: x - padding, y: y - titleHeight, w: w + 2 * padding, h: h + titleHeight + padding }
}

/** Pairs that lie on one another and of which neither stands in the other. */
function countOverlaps(boxes: ReadonlyMap<Id, Box>, { around }: Standing, apart: number): number {
  const all = [...boxes]
  const outer = new Map(all.map(([id]) => [id, new Set(framesAround(id, around))]))
  let count = 0
  for (const [index, [id, box]] of all.entries())
    for (const [other, otherBox] of all.slice(index + 1)) {
      const isNested = outer.get(id)?.has(other) === true || outer.get(other)?.has(id) === true
      if (!isNested && overlaps(box, otherBox, apart)) count += 1
    }
  return count
}
