import { findProduct, products } from '../../kinds/products/index.ts'
import type { PriceBookFile } from '../price-row.ts'

/** What a cell with a product means. */
export interface NamedProduct {
  /** The id; absent where none can be told. */
  readonly product?: string
  /** A sentence where nothing known is called so. */
  readonly doubt?: string
  /** A sentence why no id can be told. */
  readonly refusal?: string
}

/**
 * Which product a price is for. Ids of the catalogue and of the book stand as they are ("openai/gpt-4.1",
 * "gpu/h100@aws"); other names that people use ("GPT-4.1", "gpt-4.1") are turned into the one id that they can mean,
 * products that the book prices this item of before all others. What nobody knows is kept as written: a component may
 * name it exactly so, which is worth a doubt and no refusal.
 */
export function nameProduct(base: PriceBookFile, item: string, cell: string): NamedProduct {
  if (findProduct(cell) !== undefined || base.rows.some(({ product }) => product === cell)) return { product: cell }
  const meant = productsCalled(cell)
  const priced = meant.filter((id) => base.rows.some((row) => row.item === item && row.product === id))
  const [found, other] = priced.length > 0 ? priced : meant
  if (found === undefined)
    return {
      product: cell,
      doubt: `no product is called "${cell}". The price counts only where a component names its product exactly like this.`,
    }
  if (other === undefined) return { product: found }
  return { refusal: `"${cell}" may mean ${orWords(priced.length > 0 ? priced : meant)}. Write one of them.` }
}

/** Ids of what is called so: by title or by the end of the id, else by another name that people use. */
function productsCalled(name: string): readonly string[] {
  const word = name.toLowerCase()
  const own = products.filter(({ id, title }) => title.toLowerCase() === word || id.split('/').at(-1) === word)
  const called =
    own.length > 0 ? own : products.filter(({ names = [] }) => names.some((one) => one.toLowerCase() === word))
  return called.map(({ id }) => id)
}

const mostNamed = 4

function orWords(ids: readonly string[]): string {
  const shown = ids.slice(0, mostNamed).map((id) => `"${id}"`)
  return ids.length > mostNamed
    ? `${shown.join(', ')} or another`
    : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}
