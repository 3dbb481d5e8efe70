import { known } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import { findProduct } from '../kinds/products/index.ts'
import type { RetiredProduct } from './estimate-parts.ts'

/**
 * The components whose product has a day on which its vendor takes it out of service: the price book's day, which an
 * import may bring, before the catalogue's. Days to come are listed too; whoever reads this knows today.
 */
export function findRetired(
  graph: Graph,
  retiredOn: (product: string) => string | undefined,
): readonly RetiredProduct[] {
  return graph.components.flatMap((component) => {
    const product = known(component.product)
    if (product === undefined || component.outOfScope !== undefined) return []
    const listed = findProduct(product)
    const on = retiredOn(product) ?? listed?.retiredOn
    return on === undefined ? [] : [{ component: component.id, product, title: listed?.title ?? product, on }]
  })
}
