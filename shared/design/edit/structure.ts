import type { Boundary, Component, Design, Flow, Id } from '../design.ts'
import { ancestorsOf } from '../nesting.ts'
import { addElement, updateElement } from './element.ts'
import { type NewPlace, setPlace } from './place.ts'

/** A new box, and where it stands in the picture if that is known. */
export function addComponent(design: Design, component: Component, place?: NewPlace): Design {
  const added = addElement(design, 'components', component)
  return place ? setPlace(added, component.id, place.place, place.view) : added
}

/** A new box around others, and where it stands in the picture if that is known. */
export function addBoundary(design: Design, boundary: Boundary, place?: NewPlace): Design {
  const added = addElement(design, 'boundaries', boundary)
  return place ? setPlace(added, boundary.id, place.place, place.view) : added
}

/** A new arrow. No plan lists it: it is called too, and shown as "not placed yet". */
export function addFlow(design: Design, flow: Flow): Design {
  return addElement(design, 'flows', flow)
}

/**
 * Puts components and boundaries into a boundary, or outside all (undefined). Only `in` changes: facts change by
 * inheritance. A boundary is never put into itself or into what stands inside it.
 */
export function moveToBoundary(design: Design, ids: readonly Id[], boundary: Id | undefined): Design {
  const around = new Set(boundary === undefined ? [] : [boundary, ...ancestorsOf(design, boundary).map(({ id }) => id)])
  return ids.reduce((moved, id) => {
    if (around.has(id)) return moved
    const inComponents = updateElement(moved, 'components', id, (component) => standIn(component, boundary))
    return updateElement(inComponents, 'boundaries', id, (element) => standIn(element, boundary))
  }, design)
}

/**
 * Draws a boundary around elements: it takes the place of the innermost boundary that holds them all, and of the
 * elements only the outermost move, so that what stands in them stays there.
 */
export function groupIntoBoundary(design: Design, ids: readonly Id[], boundary: Boundary, place?: NewPlace): Design {
  const chosen = new Set(ids)
  const outermost = ids.filter((id) => !ancestorsOf(design, id).some((ancestor) => chosen.has(ancestor.id)))
  const parent = commonAncestor(design, outermost)
  const added = addBoundary(design, parent === undefined ? boundary : { ...boundary, in: parent }, place)
  return moveToBoundary(added, outermost, boundary.id)
}

function commonAncestor(design: Design, ids: readonly Id[]): Id | undefined {
  const [first, ...others] = ids.map((id) => ancestorsOf(design, id).map((boundary) => boundary.id))
  return first?.find((candidate) => others.every((chain) => chain.includes(candidate)))
}

/** Lifts what stands in a box into `in`; the same object when it stands there already. */
function standIn<E extends Component | Boundary>(element: E, boundary: Id | undefined): E {
  if (element.in === boundary) return element
  if (boundary !== undefined) return { ...element, in: boundary }
  const { in: _outside, ...rest } = element
  return rest as E
}
