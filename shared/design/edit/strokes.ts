import type { Design, Stroke } from '../design.ts'
import { updateElement } from './element.ts'
import { mainView, withView } from './place.ts'

const none: readonly Stroke[] = []

/** What was drawn by hand over the drawing itself, the oldest first. */
export function strokesOf(design: Design): readonly Stroke[] {
  return mainView(design)?.strokes ?? none
}

/** One more line over the drawing, above all others. A design without a view gets its first one. */
export function addStroke(design: Design, stroke: Stroke): Design {
  const [ready, view] = withView(design, undefined)
  return updateElement(ready, 'views', view, (old) => ({ ...old, strokes: [...(old.strokes ?? none), stroke] }))
}

/** Wipes lines off, by where they stand in `strokesOf`; without a list all of them. */
export function removeStrokes(design: Design, indexes?: ReadonlySet<number>): Design {
  const view = mainView(design)
  if (view?.strokes === undefined) return design
  const kept = indexes === undefined ? none : view.strokes.filter((_, index) => !indexes.has(index))
  if (kept.length === view.strokes.length) return design
  return updateElement(design, 'views', view.id, ({ strokes: _wiped, ...old }) =>
    kept.length === 0 ? old : { ...old, strokes: kept },
  )
}
