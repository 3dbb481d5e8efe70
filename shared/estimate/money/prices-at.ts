import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { PriceLookup } from '../../kinds/kind.ts'

/** The prices for a component: those of the region that it stands in, where the book and the drawing know one. */
export function pricesAt(graph: Graph, prices: PriceLookup, component: Id): PriceLookup {
  return prices.forRegion?.(graph.facets(component).region.value) ?? prices
}
