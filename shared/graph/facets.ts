import type { Boundary, Component, Id, Value } from '../design/design.ts'
import { isUnknown, known } from '../design/value.ts'
import type { Product } from '../kinds/product.ts'
import type { Facets, FacetValue } from './graph.ts'

/** Boundaries around an element, innermost first; a boundary that stands inside itself ends the chain. */
export function boundariesAround(start: Id | undefined, boundaries: ReadonlyMap<Id, Boundary>): readonly Boundary[] {
  const around: Boundary[] = []
  let next = start
  while (next !== undefined) {
    const boundary = boundaries.get(next)
    if (!boundary || around.includes(boundary)) break
    around.push(boundary)
    next = boundary.in
  }
  return around
}

/**
 * The four facets of a component. A vendor's product brings its organisation and region; everything else comes from the
 * nearest boundary that says something about the facet, be it that nobody knows.
 */
export function facetsOf(component: Component, around: readonly Boundary[], product: Product | undefined): Facets {
  return {
    trust: inherit(around, (boundary) => boundary.trust),
    organisation: ownOr(component.id, product?.organisation, () =>
      inherit(around, (boundary) => boundary.organisation),
    ),
    region: ownOr(component.id, product?.region, () =>
      inherit([{ id: component.id, region: component.region }, ...around], (place) => place.region),
    ),
    network: inherit(around, (boundary) => boundary.network),
  }
}

function ownOr<T>(from: Id, own: T | undefined, inherited: () => FacetValue<T>): FacetValue<T> {
  return own === undefined ? inherited() : { value: own, from }
}

/** What says something about a facet: a boundary, or the component itself. */
type Place = Pick<Boundary, 'id'> & { readonly region?: Value<string> | undefined }

function inherit<P extends Place, T extends string | number>(
  around: readonly P[],
  read: (place: P) => Value<T> | undefined,
): FacetValue<T> {
  for (const boundary of around) {
    const value = read(boundary)
    if (value === undefined) continue
    if (!isUnknown(value)) return { value: known(value), from: boundary.id }
    return {
      value: undefined,
      from: boundary.id,
      unknown: true,
      ...(value.ask === undefined ? {} : { ask: value.ask }),
    }
  }
  return { value: undefined }
}

/** Three-valued: an end that nobody knows leaves the crossing unknown. */
export function crossesFacet<T>(from: FacetValue<T>, to: FacetValue<T>): boolean | undefined {
  if (from.value === undefined || to.value === undefined) return undefined
  return from.value !== to.value
}
