/** Model prices of the second source, in the units of the book. Data of the installed @pydantic/genai-prices (MIT). */
import { readFileSync } from 'node:fs'
import { calcPrice } from '@pydantic/genai-prices'
import { at } from './set-up/paths.mjs'

const { version } = JSON.parse(readFileSync(at('node_modules/@pydantic/genai-prices/package.json'), 'utf8'))
export const secondSource = { title: `@pydantic/genai-prices ${version}`, asOf: '2026-09-23', licence: 'MIT' }

/** Who sells the product there, by the first part of our product id. */
const providers = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  aws: 'aws',
  amazon: 'aws',
  google: 'google',
  mistral: 'mistral',
  deepseek: 'deepseek',
  cohere: 'cohere',
  xai: 'x-ai',
  moonshot: 'moonshotai',
  minimax: 'minimax',
  perplexity: 'perplexity',
  groq: 'groq',
  cerebras: 'cerebras',
  together: 'together',
  fireworks: 'fireworks',
  voyage: 'voyageai',
}

/** Item of the book to field of the source, and whether the long price of it is meant. */
const fields = {
  'llm.input': ['input_mtok'],
  'llm.output': ['output_mtok'],
  'llm.cache-read': ['cache_read_mtok'],
  'llm.cache-write': ['cache_write_mtok'],
  'llm.cache-write-1h': ['cache_write_1h_mtok'],
  'llm.input-long': ['input_mtok', 'long'],
  'llm.output-long': ['output_mtok', 'long'],
  'llm.cache-read-long': ['cache_read_mtok', 'long'],
  'llm.cache-write-long': ['cache_write_mtok', 'long'],
  'embedding.tokens': ['input_mtok'],
  'reranker.tokens': ['input_mtok'],
}

/** The price of an item for a model of our table; undefined where the source does not know both. */
export function secondPrice(item, { product, key, second, region }) {
  const [field, long] = fields[item] ?? []
  const providerId = providers[product.split('/')[0]]
  // Regional prices differ from those of the source, which names no region.
  if (field === undefined || providerId === undefined || region !== undefined) return undefined
  const name =
    second ??
    key.replace(
      /^(azure|azure_ai|gemini|vertex_ai|xai|mistral|deepseek|moonshot|groq|cerebras|together_ai|fireworks_ai|perplexity|voyage|minimax|cohere)\//,
      '',
    )
  const found = priceOf(name, providerId)
  const price = found?.[field]
  if (typeof price === 'number') return long ? undefined : price
  return long ? price?.tiers.at(-1)?.price : price?.base
}

function priceOf(name, providerId) {
  // Some prices depend on the hour: a fixed one keeps the book the same from build to build.
  const timestamp = new Date(`${secondSource.asOf}T12:00:00Z`)
  const result = calcPrice({ input_tokens: 1, output_tokens: 1 }, name, { providerId, timestamp })
  return result?.model_price
}
