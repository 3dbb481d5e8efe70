import type { Boundary, Component, Design, Flow, Id, View } from '../design/design.ts'
import { findKind } from '../kinds/index.ts'
import { placesOf } from '../layout/places.ts'
import type { SizedPlace } from '../layout/places.ts'

/** What one view draws, with a place for each box. */
export interface Drawn {
  readonly view: View | undefined
  readonly boundaries: readonly Boundary[]
  readonly components: readonly Component[]
  readonly flows: readonly Flow[]
  readonly placeOf: (id: Id) => SizedPlace
}

/** What each view of a design draws; one drawing of everything where there is no view. */
export function drawnViews(design: Design): readonly Drawn[] {
  const views: readonly (View | undefined)[] =
    design.views === undefined || design.views.length === 0 ? [undefined] : design.views
  return views.map((view) => {
    const only = view?.only === undefined ? undefined : new Set(view.only)
    const hidden = new Set(view?.hide)
    const isShown = ({ id }: { readonly id: Id }): boolean => !hidden.has(id) && (only === undefined || only.has(id))
    const boundaries = (design.boundaries ?? []).filter(isShown)
    const components = (design.components ?? []).filter(isShown)
    const ends = new Set(components.map(({ id }) => id))
    const flows = (design.flows ?? []).filter(({ id, from, to }) => ends.has(from) && ends.has(to) && !hidden.has(id))
    const places = placesOf(design, view?.id)
    const placeOf = (id: Id): SizedPlace => places[id] ?? { x: 0, y: 0, w: 200, h: 72 }
    return { view, boundaries, components, flows, placeOf }
  })
}

/** What a data-flow diagram draws a component as: by what it does, not by what it is called. */
export function shapeOf({ kind }: Pick<Component, 'kind'>): 'actor' | 'process' | 'store' {
  const { traits } = findKind(kind)
  if (traits.includes('stores-data') || traits.includes('keeps-secrets')) return 'store'
  return traits.includes('person') || traits.includes('starts-requests') ? 'actor' : 'process'
}
