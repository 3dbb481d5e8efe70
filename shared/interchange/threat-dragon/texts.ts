import type { Json } from '../../design/design.ts'
import { overlaps } from '../../layout/box.ts'
import { cardHeight, cardWidth } from '../../layout/card.ts'
import type { Cell } from './cells.ts'
import type { Box, Diagram } from './diagram.ts'

type Area = Pick<Cell, 'x' | 'y' | 'w' | 'h'>

/**
 * Text blocks with their places: their words stand in the notes of the view as well. Where the drawing was spread for
 * cards of ours, or such a card, larger than the shape, would cover it, a text goes along with the element that it stands
 * nearest to, on the same side of it.
 *
 * @param spread how far the drawing was spread; 1: not at all
 */
export function textsOf(cells: readonly Cell[], { components, view }: Diagram, spread: number): Json | undefined {
  const texts = cells.filter(({ shape, name }) => shape === 'text' && name !== undefined)
  if (texts.length === 0) return undefined
  return texts.map(({ name = '', spelling = name, foreign, hasOwnId, x, y, w, h }) => {
    const area = { x, y, w, h }
    const said = { ...(hasOwnId ? { id: foreign } : {}), text: spelling }
    const shape = nearestTo(area, components)
    const place = shape === undefined ? undefined : view.places[shape.id]
    if (shape === undefined || place === undefined) return { ...said, ...area }
    const card = { x: place.x, y: place.y, w: cardWidth, h: cardHeight }
    if (spread === 1 && !overlaps(area, card)) return { ...said, ...area }
    return { ...said, ...movedAlong(area, shape, card, spread) }
  })
}

function nearestTo(area: Area, shapes: readonly Box[]): Box | undefined {
  return shapes
    .map((shape) => ({ shape, far: gapBetween(area, shape) }))
    .toSorted((one, other) => one.far - other.far)[0]?.shape
}

/** How far two areas are from one another; nothing where they lie on one another. */
function gapBetween(one: Area, other: Area): number {
  const across = Math.max(other.x - one.x - one.w, one.x - other.x - other.w, 0)
  const down = Math.max(other.y - one.y - one.h, one.y - other.y - other.h, 0)
  return Math.hypot(across, down)
}

function movedAlong(text: Area, shape: Area, card: Area, spread: number): Area {
  const x = startBeside([text.x, text.w], [shape.x, shape.w], [card.x, card.w], spread)
  const y = startBeside([text.y, text.h], [shape.y, shape.h], [card.y, card.h], spread)
  return { ...text, x: Math.round(x), y: Math.round(y) }
}

/** From where, and how far. */
type Side = readonly [start: number, length: number]

/** Where a text begins on one axis: before or behind the card as it was before or behind the shape, else with it. */
function startBeside([text, length]: Side, [shape, width]: Side, [card, cardLength]: Side, spread: number): number {
  const before = shape - text - length
  if (before >= 0) return card - before * spread - length
  const behind = text - shape - width
  return behind >= 0 ? card + cardLength + behind * spread : card + text - shape
}
