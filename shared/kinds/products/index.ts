import type { Product } from '../product.ts'
import { agentProducts } from './agent-stack.ts'
import { dataProducts } from './data.ts'
import { engineeringProducts } from './engineering.ts'
import { modelsHostedElsewhere } from './hosted-elsewhere.ts'
import { infrastructureProducts } from './infrastructure.ts'
import { languageModels } from './language-models.ts'
import { mediaProducts } from './media-models.ts'
import { nameModels } from './model-names.ts'
import { openWeights } from './open-weights.ts'
import { retrievalProducts, searchProducts } from './retrieval.ts'

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

/** All products that a kind can be: those it names first, then the rest in the order of the catalogue. */
export function productsOf(kind: { readonly id: string; readonly products: readonly string[] }): readonly Product[] {
  const first = kind.products.flatMap((id) => byId.get(id) ?? [])
  return [...first, ...products.filter((product) => product.kinds.includes(kind.id) && !first.includes(product))]
}
