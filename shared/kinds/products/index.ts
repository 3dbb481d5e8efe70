import { isProductOf, type Product } from '../product.ts'
import { agentProducts } from './agent-stack.ts'
import { dataProducts } from './data.ts'
import { engineeringProducts } from './engineering.ts'
import { modelsHostedElsewhere } from './hosted-elsewhere.ts'
import { infrastructureProducts } from './infrastructure.ts'
import { languageModels } from './language-models.ts'
import { mediaProducts } from './media-models.ts'
import { nameModels } from './model-names.ts'
import { openWeights } from './open-weights.ts'
import { retrievalProducts } from './retrieval.ts'
import { searchProducts } from './search.ts'

/** Every product that a component can name. A product that is not here is kept as written; it brings no facts. */
export const products: readonly Product[] = [
  ...nameModels(languageModels),
  ...nameModels(modelsHostedElsewhere),
  ...nameModels(openWeights),
  ...retrievalProducts,
  ...searchProducts,
  ...infrastructureProducts,
  ...dataProducts,
  ...mediaProducts,
  ...agentProducts,
  ...engineeringProducts,
]

const byId: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.id, product]))

export function findProduct(id: string | undefined): Product | undefined {
  return id === undefined ? undefined : byId.get(id)
}

/**
 * What a box of this kind names as its product: an id of the catalogue, or a name that is not in it, as written.
 * Undefined where the catalogue knows the product as one that this kind cannot be (see `isProductOf`).
 */
export function productIdFor(
  id: string | undefined,
  kind: { readonly id: string; readonly products: readonly string[] },
): string | undefined {
  const product = findProduct(id)
  return product === undefined || isProductOf(product, kind) ? id : undefined
}

/** All products that a kind can be: those it names first, then the rest in the order of the catalogue. */
export function productsOf(kind: { readonly id: string; readonly products: readonly string[] }): readonly Product[] {
  const first = kind.products.flatMap((id) => byId.get(id) ?? [])
  return [...first, ...products.filter((product) => product.kinds.includes(kind.id) && !first.includes(product))]
}
