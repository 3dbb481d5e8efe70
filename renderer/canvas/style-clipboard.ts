import type { Boundary, Place } from '../../shared/design/design.ts'
import { setPlaces } from '../../shared/design/edit/place.ts'
import { designStore, editDesign } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { canvasStore } from './canvas-store.ts'
import { freezePlaces, growBoundaries } from './from-flow.ts'

/** How an element looks, apart from what it says: a boundary's tint and size, and whether it is locked in place. */
interface Style {
  readonly locked: boolean
  readonly boundary: { readonly label: string | undefined; readonly w: number; readonly h: number } | undefined
}

let copied: Style | undefined

export function copyStyle(): void {
  const [id] = viewStore.getState().selection
  const place = canvasStore.getState().places[id ?? '']
  if (place === undefined) return
  const boundary = designStore.getState().design.boundaries?.find((each) => each.id === id)
  copied = {
    locked: place.locked === true,
    boundary: boundary && { label: boundary.label, w: place.w, h: place.h },
  }
  showToast(
    boundary === undefined
      ? 'Copied whether it is locked. A component has no other looks of its own.'
      : 'Copied its tint, its size and whether it is locked.',
  )
}

/** Gives the selection the looks that were copied; one step to take back. */
export function pasteStyle(): void {
  const style = copied
  if (style === undefined) {
    showToast('Copy how an element looks first.')
    return
  }
  const { places } = canvasStore.getState()
  const chosen = viewStore.getState().selection.filter((id) => places[id] !== undefined)
  const { boundaries = [], components = [] } = designStore.getState().design
  const restyled = new Set(
    style.boundary === undefined ? [] : boundaries.map(({ id }) => id).filter((id) => chosen.includes(id)),
  )
  const next: Record<string, Place> = {}
  for (const id of chosen) {
    const place = places[id]
    if (place === undefined) continue
    const size = restyled.has(id) && style.boundary !== undefined ? { w: style.boundary.w, h: style.boundary.h } : {}
    next[id] = { x: place.x, y: place.y, ...size, locked: style.locked }
  }
  // A boundary takes the size only as far as what is inside it allows.
  const inside = [...components, ...boundaries].flatMap((each) =>
    each.in !== undefined && restyled.has(each.in) ? [each.id] : [],
  )
  editDesign('Paste how it looks', (design) => {
    const placed = setPlaces(freezePlaces(design, places), next)
    const after = Object.fromEntries(Object.entries(places).map(([id, place]) => [id, { ...place, ...next[id] }]))
    const grown = growBoundaries(placed, after, inside)
    if (style.boundary === undefined) return grown
    const { label } = style.boundary
    return {
      ...grown,
      boundaries: (grown.boundaries ?? []).map((each) => (restyled.has(each.id) ? tinted(each, label) : each)),
    }
  })
}

function tinted(boundary: Boundary, label: string | undefined): Boundary {
  const { label: _before, ...rest } = boundary
  return label === undefined ? rest : { ...rest, label }
}
