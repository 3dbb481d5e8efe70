import type { Design } from '../../shared/design/design.ts'
import { copyFragment } from '../../shared/design/edit/index.ts'
import { shorten } from '../../shared/design/wording.ts'
import { isUnnamed, unnamedDrawing } from '../../shared/design/unnamed.ts'
import { boxAround, overlaps } from '../../shared/layout/box.ts'
import type { Box } from '../../shared/layout/box.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { designStore } from '../store/design-store.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { insertFragment } from './clipboard.ts'
import { freezePlaces } from './from-flow.ts'
import type { XY } from './hit-test.ts'

/** Between what stands there and a drawing that is put beside it. */
const apart = 120

/** Whether nothing of a design is lost where its elements and arrows are taken alone: more than that is no mere drawing. */
export function isMereDrawing({ views = [], risks, treatments, controls }: Design): boolean {
  const judged = [risks, treatments, controls].some((list) => (list ?? []).length > 0)
  return !judged && views.length <= 1 && views.every(({ notes }) => notes === undefined)
}

/** What a drawing says of itself as a whole: its title and its description. */
type Words = Pick<Design, 'name' | 'summary'>

/** The words of a drawing that a design takes over: those that it has none of its own for. */
export function wordsFor(design: Design, { name, summary }: Words): Partial<Words> {
  const isFree = isUnnamed(design.name) && name !== unnamedDrawing
  return {
    ...(isFree ? { name } : {}),
    ...(summary !== undefined && design.summary === undefined ? { summary } : {}),
  }
}

/** A sentence for each word of a drawing that a design has no place for. */
export function wordsLeftOut(design: Design, drawing: Words): readonly string[] {
  const { name, summary } = drawing
  const taken = wordsFor(design, drawing)
  return [
    ...(taken.name === undefined && name !== unnamedDrawing
      ? [`The title "${shorten(name)}" was left out: this design has a name.`]
      : []),
    ...(taken.summary === undefined && summary !== undefined
      ? [`The description "${shorten(summary)}" was left out: this design has a summary.`]
      : []),
  ]
}

/**
 * Puts a drawing into the open design, as one step: around a point where that covers nothing, otherwise to the right of
 * all that stands there. Then all of it is brought into sight.
 */
export function pasteDrawing(drawing: Design, wanted: XY | undefined): void {
  const drawn = placesOf(drawing)
  const box = boxAround(Object.values(drawn))
  if (box === undefined) return
  const elements = [...(drawing.boundaries ?? []), ...(drawing.components ?? [])].map(({ id }) => id)
  const fragment = copyFragment(freezePlaces(drawing, drawn), elements)
  const corner = cornerFor(box, Object.values(canvasStore.getState().drawn.places), wanted)
  const words = wordsFor(designStore.getState().design, drawing)
  const offset = { x: corner.x - box.x, y: corner.y - box.y }
  const pasted = insertFragment('Paste drawing', fragment, offset, { also: (design) => ({ ...design, ...words }) })
  // Places are known once it is drawn.
  if (pasted !== undefined) requestAnimationFrame(() => requestAnimationFrame(() => canvasControls()?.fit(pasted)))
}

/** Where a box of this size goes: its top left corner. */
export function cornerFor({ w, h }: Box, taken: readonly Box[], wanted: XY | undefined): XY {
  if (wanted !== undefined) {
    const around = { x: Math.round(wanted.x - w / 2), y: Math.round(wanted.y - h / 2) }
    if (!taken.some((other) => overlaps({ ...around, w, h }, other))) return around
  }
  const all = boxAround(taken)
  return all === undefined ? { x: 0, y: 0 } : { x: all.x + all.w + apart, y: all.y }
}
