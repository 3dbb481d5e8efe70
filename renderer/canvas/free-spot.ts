import type { Box } from '../../shared/layout/box.ts'
import { overlaps } from '../../shared/layout/box.ts'
import { cardHeight, cardWidth } from '../../shared/layout/card.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { QuickAdd } from '../store/view-parts.ts'
import type { XY } from './hit-test.ts'

const gap = 24
const mostTries = 60

/** The side of a card on which another one goes. */
export type Side = NonNullable<QuickAdd['side']>

/** Between a card and the one that is added beside it: room for the arrow and its name. */
const apart = { across: 80, down: 56 }

/** A free corner beside a card; those that are there already have more and more of them around the middle. */
export function spotBeside(places: Places, { x, y, w, h }: Box, side: Side): XY {
  if (side === 'right') return freeSpot(places, { x: x + w + apart.across, y }, fanDown)
  if (side === 'left') return freeSpot(places, { x: x - cardWidth - apart.across, y }, fanDown)
  if (side === 'above') return freeSpot(places, { x, y: y - cardHeight - apart.down }, fanAcross)
  return freeSpot(places, { x, y: y + h + apart.down }, fanAcross)
}

/** The wanted corner, or the nearest one below or beside it where a card covers no other card. */
export function freeSpot(places: Places, wanted: XY, stepOf: (turn: number) => XY = columns): XY {
  // Boundaries are ground to stand on, not in the way; they are taller or wider than a card.
  const cards = Object.values(places).filter((place) => place.w <= cardWidth && place.h <= cardHeight)
  const free = ({ x, y }: XY): boolean =>
    cards.every((card) => !overlaps({ x, y, w: cardWidth, h: cardHeight }, card, gap / 2))
  for (let turn = 0; turn < mostTries; turn += 1) {
    const step = stepOf(turn)
    const spot = { x: wanted.x + step.x * (cardWidth + gap), y: wanted.y + step.y * (cardHeight + gap) }
    if (free(spot)) return spot
  }
  return wanted
}

/** Six below one another, then the next column. */
function columns(turn: number): XY {
  return { x: Math.floor(turn / 6), y: turn % 6 }
}

/** 0, 1 below, 1 above, 2 below, ... */
function fanDown(turn: number): XY {
  return { x: 0, y: fanned(turn) }
}

function fanAcross(turn: number): XY {
  return { x: fanned(turn), y: 0 }
}

function fanned(turn: number): number {
  return turn % 2 === 1 ? (turn + 1) / 2 : -turn / 2
}
