import type { Id, Place } from '../../design/design.ts'
import { boxAround } from '../../layout/box.ts'
import type { Box, Point } from '../../layout/box.ts'
import { boundaryPadding, boundaryTitleHeight, cardHeight, cardWidth, rowGap } from '../../layout/card.ts'

/** A drawn element with its place on the page. */
export interface Drawn {
  readonly id: Id
  readonly box: Box
  /** The boundary it stands in. */
  readonly around: Id | undefined
  readonly isLocked: boolean
  readonly isCollapsed: boolean
}

/** A drawing is spread by at most this. */
const mostSpread = 4

/** Places as absolute pixels, and how far the page was spread for them. */
export interface Placed {
  readonly places: Record<Id, Place>
  readonly spread: number
}

/**
 * Places for what was drawn. Cards have one size, and icons are smaller: the whole drawing is spread
 * evenly until no two cards lie on one another, so that it keeps its look. `boundaries` from the inside out; each covers
 * what it covered, and all that stands in it.
 */
export function placeCards(components: readonly Drawn[], boundaries: readonly Drawn[]): Placed {
  const spread = spreadOf(components.map(({ box }) => centreOf(box)))
  const boxes = new Map<Id, Box>()
  const inside = new Map<Id, Box[]>()
  const put = ({ id, around }: Drawn, box: Box): void => {
    boxes.set(id, box)
    if (around !== undefined) inside.set(around, [...(inside.get(around) ?? []), box])
  }
  for (const drawn of components) {
    const [x, y] = centreOf(drawn.box)
    put(drawn, { x: x * spread - cardWidth / 2, y: y * spread - cardHeight / 2, w: cardWidth, h: cardHeight })
  }
  for (const drawn of boundaries) {
    const { x, y, w, h } = drawn.box
    const own = { x: x * spread, y: y * spread, w: w * spread, h: h * spread }
    put(drawn, boxAround([own, ...(inside.get(drawn.id) ?? []).map(padded)]) ?? own)
  }
  const sized = new Set(boundaries.map(({ id }) => id))
  const places = [...components, ...boundaries].map(({ id, isLocked, isCollapsed }): [Id, Place] => {
    const box = boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 }
    const size = sized.has(id) ? { w: Math.max(1, Math.ceil(box.w)), h: Math.max(1, Math.ceil(box.h)) } : {}
    const flags = {
      ...(isLocked ? { locked: true } : {}),
      ...(isCollapsed && sized.has(id) ? { collapsed: true } : {}),
    }
    return [id, { x: Math.floor(box.x), y: Math.floor(box.y), ...size, ...flags }]
  })
  return { places: Object.fromEntries(places), spread }
}

/** How far the centres must move apart until every two cards have a row's gap between them, one way or the other. */
function spreadOf(centres: readonly Point[]): number {
  const byX = centres.toSorted(([one], [other]) => one - other)
  let spread = 1
  for (let index = 0; index < byX.length; index += 1) {
    const [x, y] = byX[index] ?? [0, 0]
    for (let next = index + 1; next < byX.length; next += 1) {
      const [otherX, otherY] = byX[next] ?? [0, 0]
      const across = (cardWidth + rowGap) / (otherX - x)
      // What stands further right is far enough as well.
      if (across <= spread) break
      const needed = Math.min(across, (cardHeight + rowGap) / Math.abs(y - otherY))
      // Two shapes on the same spot are moved apart by nothing.
      if (needed <= mostSpread) spread = Math.max(spread, needed)
    }
  }
  return spread
}

function centreOf({ x, y, w, h }: Box): Point {
  return [x + w / 2, y + h / 2]
}

function padded({ x, y, w, h }: Box): Box {
  return {
    x: x - boundaryPadding,
    y: y - boundaryTitleHeight,
    w: w + 2 * boundaryPadding,
    h: h + boundaryTitleHeight + boundaryPadding,
  }
}
