import type { Product } from '../product.ts'
import { languageModels } from './language-models.ts'
import { openWeights } from './open-weights.ts'
import { platformProducts, retrievalProducts } from './platform.ts'

/** Every product that a component can name. A product that is not here is kept as written; it brings no facts. */
export const products: readonly Product[] = [
  ...languageModels,
  ...openWeights,
  ...retrievalProducts,
  ...platformProducts,
]

const byId: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.id, product]))

export function findProduct(id: string | undefined): Product | undefined {
  return id === undefined ? undefined : byId.get(id)
}
