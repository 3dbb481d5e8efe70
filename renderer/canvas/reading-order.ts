import type { Design, Id } from '../../shared/design/design.ts'
import { cardHeight } from '../../shared/layout/card.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { XY } from './hit-test.ts'

/** From the top left to the bottom right, in bands of about a card's height. */
export function compareByReading(a: XY, b: XY): number {
  return bandOf(a) - bandOf(b) || a.x - b.x
}

function bandOf({ y }: XY): number {
  return Math.floor(y / cardHeight)
}

/** All elements as one would read them out: boundaries and components by where they stand, then the arrows of each. */
export function readingOrder({ boundaries, components, flows }: Design, places: Places): readonly Id[] {
  const standing = [...(boundaries ?? []), ...(components ?? [])]
    .flatMap(({ id }) => (places[id] === undefined ? [] : [{ id, place: places[id] }]))
    .toSorted((a, b) => compareByReading(a.place, b.place))
    .map(({ id }) => id)
  const turn = new Map(standing.map((id, index) => [id, index]))
  const turnOf = (end: Id): number => turn.get(end) ?? Infinity
  const arrows = (flows ?? [])
    .filter(({ from, to }) => turn.has(from) && turn.has(to))
    .toSorted((a, b) => turnOf(a.from) - turnOf(b.from) || turnOf(a.to) - turnOf(b.to))
  return [...standing, ...arrows.map(({ id }) => id)]
}

/** The one that is read after an element, or before it; undefined at the ends. Without an element the first. */
export function nextInReading(order: readonly Id[], id: Id | undefined, back: boolean): Id | undefined {
  if (id === undefined) return back ? order.at(-1) : order[0]
  const at = order.indexOf(id)
  if (at < 0) return undefined
  return back ? order[at - 1] : order[at + 1]
}
