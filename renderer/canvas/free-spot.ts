import { overlaps } from '../../shared/layout/box.ts'
import { cardHeight, cardWidth } from '../../shared/layout/card.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { XY } from './hit-test.ts'

const gap = 24
const mostTries = 60

/** The wanted corner, or the nearest one below or beside it where a card covers no other card. */
export function freeSpot(places: Places, wanted: XY): XY {
  // Boundaries are ground to stand on, not in the way; they are taller or wider than a card.
  const cards = Object.values(places).filter((place) => place.w <= cardWidth && place.h <= cardHeight)
  const free = ({ x, y }: XY): boolean =>
    cards.every((card) => !overlaps({ x, y, w: cardWidth, h: cardHeight }, card, gap / 2))
  for (let turn = 0; turn < mostTries; turn += 1) {
    const column = Math.floor(turn / 6)
    const row = turn % 6
    const spot = { x: wanted.x + column * (cardWidth + gap), y: wanted.y + row * (cardHeight + gap) }
    if (free(spot)) return spot
  }
  return wanted
}
