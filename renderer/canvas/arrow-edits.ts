import type { Design, Flow, Id } from '../../shared/design/design.ts'
import { mainView, setRoute } from '../../shared/design/edit/place.ts'
import type { Point } from '../../shared/layout/box.ts'
import { designStore, editDesign } from '../store/design-store.ts'

/** Bends an arrow so that it goes through points; without any it finds its own way again. */
export function bendArrow(id: Id, through: readonly Point[]): void {
  editDesign('Bend the arrow', (design) => withBends(design, id, through))
}

/** Whether somebody bent this arrow; else it finds its own way. */
export function isBent(id: Id): boolean {
  return (mainView(designStore.getState().design)?.routes?.[id]?.points ?? []).length > 0
}

/** Lets the selected arrows find their own way again, their labels where there is room. */
export function straightenArrows(ids: readonly Id[]): boolean {
  const wanted = new Set(ids)
  return editDesign('Straighten the arrow', (design) =>
    [...wanted].reduce((next, id) => (mainView(next)?.routes?.[id] ? setRoute(next, id, undefined) : next), design),
  )
}

/** Fixes the label of an arrow at a share of its length. */
export function slideLabel(id: Id, share: number): void {
  editDesign('Move the label', (design) =>
    setRoute(design, id, { ...mainView(design)?.routes?.[id], labelAt: Math.round(share * 1000) / 1000 }),
  )
}

/** A design in which some arrows have no bends any more. */
export function straighten(design: Design, which: (flow: Flow) => boolean): Design {
  return (design.flows ?? []).filter(which).reduce((next, { id }) => withBends(next, id, []), design)
}

function withBends(design: Design, id: Id, through: readonly Point[]): Design {
  const before = mainView(design)?.routes?.[id]
  if (before === undefined && through.length === 0) return design
  const { points: _old, ...label } = before ?? {}
  const points = through.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  if (points.length > 0) return setRoute(design, id, { ...label, points })
  return setRoute(design, id, label.labelAt === undefined ? undefined : label)
}
