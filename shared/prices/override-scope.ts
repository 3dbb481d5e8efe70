import { priceItems } from './items/items.ts'

/** An item's family ("llm" of "llm.input"), and the sign for all of them. */
const anyFamily = '*'
const families: ReadonlySet<string> = new Set(Object.keys(priceItems).map(familyOf))

/** What is before the first dot of an item. */
function familyOf(item: string): string {
  return item.split('.')[0] ?? item
}

/** Who sends the bill: the seller of "gpu/h100@aws", else the first part of "openai/gpt-4.1". */
export function vendorOf(product: string): string {
  return product.split('@')[1] ?? product.split('/')[0] ?? product
}

/** Item and product of an override; a vendor stands in the product's place without a slash. */
export function split(item: string): readonly [item: string, product: string | undefined] {
  const at = item.indexOf(':')
  return at < 0 ? [item, undefined] : [item.slice(0, at), item.slice(at + 1)]
}

/** Whether an override speaks of many prices at once: "llm", "llm:openai/gpt-4.1", "llm:openai", "*:openai". */
export function isWide(override: string): boolean {
  const [name, of] = split(override)
  return families.has(name) || (name === anyFamily && of !== undefined)
}

/**
 * The keys under which an override speaks of a price, the one that counts first: the price of that product, the item
 * for all products, all prices of the product, all of the vendor in the family, all of the vendor, the family.
 */
export function scopesOf(item: string, product: string | undefined): readonly string[] {
  const family = familyOf(item)
  if (product === undefined) return [item, family]
  const vendor = vendorOf(product)
  return [
    `${item}:${product}`,
    item,
    `${family}:${product}`,
    `${family}:${vendor}`,
    `${anyFamily}:${product}`,
    `${anyFamily}:${vendor}`,
    family,
  ]
}

/** The key of an override over all prices of a product in one family, and over all prices of its vendor. */
export function productScope(item: string, product: string): string {
  return `${familyOf(item)}:${product}`
}
/** The scope of an override for all that a product's vendor sells. */
export function vendorScope(product: string): string {
  return `${anyFamily}:${vendorOf(product)}`
}
