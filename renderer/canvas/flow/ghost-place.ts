import { type Box, overlaps } from '../../../shared/layout/box.ts'
import type { XY } from '../hit-test.ts'

/** Two lines of what a control is called and two of what it costs, in the size of the cards around it. */
export const ghostSize = { w: 304, h: 88 }

/** A card on the canvas, and whether what is shown concerns it. */
interface Card {
  readonly box: Box
  readonly isLit: boolean
}

/** Between the proposed control and what it goes above. */
const gap = 12
/** Above a card that is lit up stand the names of its legs. */
const legs = 24
const stepsAcross = [0, -1, 1, -2, 2]
const stepsDown = [0, -1, 1, -2, 2, -3, 3, -4, 4]
const step = { x: ghostSize.w / 2, y: 48 }

/**
 * Where a proposed control is shown: above `at`, or as near to it as it covers no card that is part of what is shown and
 * as few others as can be.
 *
 * @param at the middle of an arrow, or of the upper edge of a card
 */
export function ghostPlace(at: XY, cards: readonly Card[]): Box {
  const wanted = { x: at.x - ghostSize.w / 2, y: at.y - ghostSize.h - gap, ...ghostSize }
  const near = cards.filter(({ box }) => overlaps(box, reach(wanted)))
  const places = stepsDown.flatMap((down) =>
    stepsAcross.map((across) => ({ ...wanted, x: wanted.x + across * step.x, y: wanted.y + down * step.y })),
  )
  let best = wanted
  let lowest = Infinity
  for (const place of places) {
    const cost = coverCost(place, near) + Math.hypot(place.x - wanted.x, place.y - wanted.y)
    if (cost >= lowest) continue
    best = place
    lowest = cost
  }
  return best
}

/** In pixels that one would go to avoid it: far for a card that is part of what is shown, less for any other. */
function coverCost(place: Box, cards: readonly Card[]): number {
  let cost = 0
  for (const { box, isLit } of cards) {
    const kept = isLit ? { ...box, y: box.y - legs, h: box.h + legs } : box
    if (overlaps(place, kept)) cost += isLit ? 10_000 : 160
  }
  return cost
}

function reach({ x, y, w, h }: Box): Box {
  const across = 2 * step.x
  const down = 4 * step.y
  return { x: x - across, y: y - down - legs, w: w + 2 * across, h: h + 2 * down + 2 * legs }
}
