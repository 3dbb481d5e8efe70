import type { Id } from '../../shared/design/design.ts'
import type { PictureBoundary, PictureEdge, PictureNode } from '../../shared/documents/outline.ts'
import { chipWidth, labelShares, labelSize, placeLabels } from '../../shared/documents/picture/place-labels.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { Point } from '../../shared/layout/box.ts'
import { textWidth } from '../../shared/layout/text-width.ts'
import type { ArrowFacts, Chip } from './drawing-types.ts'
import type { DrawnDesign } from './drawn-design.ts'

export interface ChipInputs {
  readonly design: DrawnDesign
  readonly places: Places
  readonly routes: Readonly<Record<Id, readonly Point[]>>
  readonly facts: ReadonlyMap<Id, ArrowFacts>
  /** Numbers on the shown path. */
  readonly steps: ReadonlyMap<Id, readonly number[]> | undefined
}

const mostLabelled = 400
const none: ReadonlyMap<Id, Chip> = new Map()
const padlockWidth = 15
const dotWidth = 8
const space = textWidth(' ', labelSize)

/** A spot for each label on its own line, clear of cards and of one another; a label that finds none is not drawn. */
export function placeChips({ design, places, routes, facts, steps }: ChipInputs): ReadonlyMap<Id, Chip> {
  // Among so many arrows nobody reads labels; the search would be felt. The pointed-at arrow still shows its own.
  if (design.flows.length > mostLabelled) return none
  const edges = design.flows.flatMap((flow): PictureEdge[] => {
    const points = routes[flow.id]
    if (points === undefined) return []
    const label = labelFor(facts.get(flow.id)?.says ?? flow.name ?? '', facts.get(flow.id))
    const step = steps?.get(flow.id)?.[0]
    return [
      {
        id: flow.id,
        from: flow.from,
        to: flow.to,
        style: 'sync',
        points,
        ...(label === '' ? {} : { label }),
        ...(step === undefined ? {} : { step }),
      },
    ]
  })
  // Steps first: their numbers are what the reader follows.
  const ordered = edges.toSorted((a, b) => (a.step ?? Infinity) - (b.step ?? Infinity) || (a.id < b.id ? -1 : 1))
  const fixed = labelShares(design.views[0]?.routes ?? {})
  const placed = placeLabels(ordered, cardsOf(design, places), boundariesOf(design, places), fixed)
  return new Map(
    placed.flatMap((edge) =>
      edge.labelAt === undefined ? [] : [[edge.id, { x: edge.labelAt[0], y: edge.labelAt[1], width: chipWidth(edge) }]],
    ),
  )
}

/** The name, and blanks as wide as the signs beside it: the finder of spots knows text only. */
function labelFor(name: string, facts: ArrowFacts | undefined): string {
  const signs = (facts?.padlock === undefined ? 0 : padlockWidth) + Math.min(4, facts?.data.length ?? 0) * dotWidth
  return `${name}${' '.repeat(Math.ceil(signs / space))}`
}

function cardsOf(design: DrawnDesign, places: Places): readonly PictureNode[] {
  const collapsed = design.boundaries.filter(({ id }) => places[id]?.collapsed === true)
  return [...design.components, ...collapsed].flatMap(({ id, name }) => {
    const place = places[id]
    if (place === undefined) return []
    const { x, y, w, h } = place
    return [{ id, title: name, family: 'operations', icon: '', x, y, width: w, height: h }]
  })
}

function boundariesOf(design: DrawnDesign, places: Places): readonly PictureBoundary[] {
  return design.boundaries.flatMap(({ id, name }) => {
    const place = places[id]
    if (place === undefined || place.collapsed === true) return []
    const { x, y, w, h } = place
    return [{ id, title: name, depth: 0, x, y, width: w, height: h, tone: 'internal' }]
  })
}
