import type { Scalar } from '../../design/design.ts'
import type { Product, ProductFact } from '../product.ts'

/** A fact of a product with who says so and when. */
export function known(value: Scalar, source: string, asOf: string, confidence: 'A' | 'B' | 'C'): ProductFact {
  return { value, source, asOf, confidence }
}

const feed = (value: Scalar): ProductFact => known(value, 'LiteLLM', '2026-08-01', 'B')

/**
 * Median time to first token and output speed of the few models that are common enough to deserve it; single figures,
 * cited, because the table they stand in is not openly licensed. No p95 is published.
 */
export function measured(ttftP50Ms: number, tokensPerSecond: number): Product['facts'] {
  const cited = (value: number): ProductFact => known(value, 'Artificial Analysis median, cited', '2026-07-05', 'B')
  return { ttftP50Ms: cited(ttftP50Ms), tokensPerSecond: cited(tokensPerSecond) }
}

export function contextOf(tokens: number): Product['facts'] {
  return { contextTokens: feed(tokens) }
}

export function cacheMinimum(tokens: number, source = 'LiteLLM', asOf = '2026-08-01'): Product['facts'] {
  return { promptCacheMinTokens: known(tokens, source, asOf, 'B') }
}

/** A model that a vendor runs: it brings the vendor's organisation. */
export function hosted(id: string, title: string, vendor: string, ...facts: readonly Product['facts'][]): Product {
  return {
    id,
    title,
    vendor,
    kinds: ['llm-api'],
    organisation: vendor,
    facts: Object.assign({}, ...facts) as Product['facts'],
  }
}
