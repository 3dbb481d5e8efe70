import type { Id } from '../../shared/design/design.ts'
import type { Point } from '../../shared/layout/box.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import type { Hop } from '../../shared/layout/hops.ts'
import type { SizedPlace } from '../../shared/layout/places.ts'
import type { Look } from '../../shared/perspectives/index.ts'
import type { Badges } from '../analysis/badges.ts'
import type { Heat } from '../analysis/heat.ts'
import type { ArrowFacts, Chip, Highlight } from './drawing-types.ts'
import type { DrawnDesign } from './drawn-design.ts'
import type { XY } from './hit-test.ts'
import type { SpatialIndex } from './spatial-index.ts'

export interface Resized extends XY {
  readonly id: Id
  readonly w: number
  readonly h: number
}

/** All that decides what is drawn, near and far. What lasts only as long as a gesture stands apart from what it changes. */
export interface Scene extends Omit<Folded, 'design'> {
  readonly design: DrawnDesign
  readonly routes: Readonly<Record<Id, readonly Point[]>>
  /** Where arrows that stand still hop over others; empty while that is not drawn. */
  readonly hops: ReadonlyMap<Id, readonly Hop[]>
  /** Components by where they stand, and arrows by where they run. */
  readonly cardIndex: SpatialIndex
  readonly arrowIndex: () => SpatialIndex
  readonly badges: ReadonlyMap<Id, Badges>
  /** Empty while nothing lies over the canvas. */
  readonly heats: ReadonlyMap<Id, Heat>
  readonly overlaid: boolean
  /** How the perspective that is on shows what is drawn. */
  readonly look: Look
  readonly selection: ReadonlySet<Id>
  readonly highlight: Highlight | undefined
  /** The boundary or arrow that takes what is being dragged. */
  readonly target: Id | undefined
  readonly readOnly: boolean
  /** New corners of what is in the hand. */
  readonly moved: ReadonlyMap<Id, XY>
  readonly resized: Resized | undefined
  /** Lines of the arrows of what is in the hand. */
  readonly bent: ReadonlyMap<Id, readonly Point[]>
}

/** What only cards that can be read show of arrows. */
export interface ArrowDetails {
  readonly facts: ReadonlyMap<Id, ArrowFacts>
  readonly chips: ReadonlyMap<Id, Chip>
}

/** Where an element is at this moment. */
export function placeNow(
  { places, moved, resized }: Pick<Scene, 'places' | 'moved' | 'resized'>,
  id: Id,
): SizedPlace | undefined {
  const place = places[id]
  if (place === undefined) return undefined
  if (resized?.id === id) return { ...place, x: resized.x, y: resized.y, w: resized.w, h: resized.h }
  const at = moved.get(id)
  return at === undefined ? place : { ...place, x: at.x, y: at.y }
}

/** The line of an arrow at this moment. */
export function routeNow({ routes, bent }: Pick<Scene, 'routes' | 'bent'>, id: Id): readonly Point[] | undefined {
  return bent.get(id) ?? routes[id]
}

/** Where an arrow hops over others; one whose line follows the hand hops nowhere. */
export function hopsNow({ hops, bent }: Pick<Scene, 'hops' | 'bent'>, id: Id): readonly Hop[] | undefined {
  return bent.has(id) ? undefined : hops.get(id)
}
