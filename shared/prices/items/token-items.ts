import type { PriceItem } from './price-item.ts'

const words: Readonly<Record<string, string>> = {
  input: 'input',
  output: 'output',
  'cache-read': 'cache read',
  'cache-write': 'cache write',
  'cache-write-1h': 'cache write (kept for 1 h)',
}

/** A tier, how its price reads, and what it prices. `long`: the prompt is above the product's `longContextTokens`. */
const tiers: readonly (readonly [suffix: string, price: string, kinds: readonly string[]])[] = [
  ['', 'Price', ['input', 'output', 'cache-read', 'cache-write', 'cache-write-1h']],
  ['-batch', 'Batch price', ['input', 'output']],
  ['-flex', 'Flex price', ['input', 'output', 'cache-read', 'cache-write']],
  ['-priority', 'Priority price', ['input', 'output', 'cache-read', 'cache-write']],
  ['-long', 'Long-prompt price', ['input', 'output', 'cache-read', 'cache-write', 'cache-write-1h']],
  ['-long-flex', 'Flex long-prompt price', ['input', 'output', 'cache-read', 'cache-write']],
  ['-long-priority', 'Priority long-prompt price', ['input', 'output', 'cache-read']],
]

/**
 * Prices of model tokens: `llm.<kind><tier>`, for example 'llm.input', 'llm.output-batch', 'llm.cache-write-1h-long'.
 * A tier that has no row falls back to the plain one: no price, no reduction.
 */
export const tokenItems: Readonly<Record<string, PriceItem>> = Object.fromEntries(
  tiers.flatMap(([suffix, price, kinds]) =>
    kinds.map((kind): [string, PriceItem] => [
      `llm.${kind}${suffix}`,
      {
        label: `${price} per 1M ${words[kind] ?? kind} tokens`,
        unit: 'USD/1M tokens',
        ...(suffix === '' && kind !== 'cache-write-1h' ? {} : { optional: true }),
      },
    ]),
  ),
)
