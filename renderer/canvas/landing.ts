import type { Id } from '../../shared/design/design.ts'
import { whyNotConnect } from '../../shared/kinds/connectable.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boundaryTitleHeight } from '../../shared/layout/card.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { XY } from './hit-test.ts'
import { boundaryAt, componentAt } from './hit-test.ts'

/** A hand is not exact: so far beside a card still means the card. */
const snapReach = 12
/** So near its border an arrow has hardly left the card that it begins at. */
const hardlyOut = 14

/** Where an arrow in the hand would end: at an element, or nowhere yet. */
export interface Landing {
  readonly on?: Id
  /** Why it may not end there. */
  readonly refused?: string
  /** It has only just been taken: nobody asked yet why it may not end here. */
  readonly begun?: boolean
}

/**
 * What an arrow would do when it is let go at a point. The title of a boundary counts as the boundary; its ground does
 * not: a new component may be wanted there.
 *
 * `end`: which end of the arrow is in the hand; `fixed` is the component at the other end.
 */
export function landingAt(
  drawn: Pick<Folded, 'design' | 'places' | 'inside'>,
  fixed: Id,
  end: 'from' | 'to',
  point: XY,
): Landing {
  const on = componentAt(drawn.design, drawn.places, point, snapReach) ?? titleAt(drawn, point)
  if (on === undefined) return {}
  const refused = end === 'to' ? whyNotConnect(drawn.design, fixed, on) : whyNotConnect(drawn.design, on, fixed)
  if (refused === undefined) return { on }
  return { on, refused, ...(on === fixed && depthOf(drawn.places[on], point) < hardlyOut ? { begun: true } : {}) }
}

/** How far inside a box a point lies; below zero outside. */
function depthOf(box: Box | undefined, { x, y }: XY): number {
  if (box === undefined) return 0
  return Math.min(x - box.x, box.x + box.w - x, y - box.y, box.y + box.h - y)
}

function titleAt({ design, places, inside }: Pick<Folded, 'design' | 'places' | 'inside'>, point: XY): Id | undefined {
  const id = boundaryAt(design, places, point)
  const box = id === undefined ? undefined : places[id]
  if (id === undefined || box === undefined) return undefined
  return inside.has(id) || point.y <= box.y + boundaryTitleHeight * 0.75 ? id : undefined
}
