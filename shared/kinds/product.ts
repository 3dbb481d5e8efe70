import type { Scalar } from '../design/design.ts'

/** A product that a component can be. Its facts fill what settings leave open; they are never copied into the design. */
export interface Product {
  /** 'vendor/name', part of the file format. */
  readonly id: string
  readonly title: string
  readonly vendor: string
  /** What else people call it: search finds it by any of them. */
  readonly names?: readonly string[]
  /** Kind ids it can stand for. */
  readonly kinds: readonly string[]
  /** Vendor-hosted products bring their organisation, so that an API drawn outside every box still crosses. */
  readonly organisation?: string
  readonly region?: string
  /** Settings by name, with source and date; `p95` etc. as the kind's fields name them. */
  readonly facts: Readonly<Record<string, ProductFact>>
  readonly retiredOn?: string
}
export interface ProductFact {
  readonly value: Scalar
  readonly source: string
  readonly asOf: string
  readonly confidence: 'A' | 'B' | 'C'
  /** What we do not know about it (P10 and P90), when its source or its class says so. */
  readonly low?: number
  readonly high?: number
  /** Nobody published it: the usual number of products of its class stands in, and counts as assumed. */
  readonly assumed?: true
}

/**
 * Whether a box of this kind can be this product. What a box was before its kind changed is kept, in case that kind
 * returns, and until then brings no facts along: a model on own machines has not the speed of a vendor's.
 */
export function isProductOf(
  { id, kinds }: Product,
  kind: { readonly id: string; readonly products: readonly string[] },
): boolean {
  return kinds.includes(kind.id) || kind.products.includes(id)
}
