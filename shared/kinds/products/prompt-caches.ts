import type { Product } from '../product.ts'
import { known } from './declare-product.ts'

// How vendors cache prompts. What a vendor does not publish is left to the usual 5 minutes of the kind, as assumed.

type Facts = Product['facts']

interface CacheFacts {
  readonly by: 'itself' | 'request'
  readonly minimum?: number
  readonly minimumSource?: readonly [source: string, asOf: string]
  readonly block?: number
  readonly keptS?: number
}

const feed = ['LiteLLM', '2026-08-01'] as const

function cache(source: string, asOf: string, { by, minimum, minimumSource, block, keptS }: CacheFacts): Facts {
  const [minimumFrom, minimumAsOf] = minimumSource ?? [source, asOf]
  return {
    promptCacheBy: known(by, source, asOf, 'A'),
    ...(minimum === undefined ? {} : { promptCacheMinTokens: known(minimum, minimumFrom, minimumAsOf, 'B') }),
    ...(block === undefined ? {} : { promptCacheBlockTokens: known(block, source, asOf, 'B') }),
    ...(keptS === undefined ? {} : { promptCacheTtlS: known(keptS, source, asOf, 'B') }),
  }
}

/** By itself from 1,024 tokens, in blocks of 128, for 5 to 10 minutes after the last use: the shorter counts. */
export const openAiCache = cache('OpenAI prompt caching guide', '2026', {
  by: 'itself',
  minimum: 1024,
  block: 128,
  keptS: 300,
})

/** The same on Azure. */
export const azureCache = cache('Microsoft Learn, prompt caching', '2026', {
  by: 'itself',
  minimum: 1024,
  block: 128,
  keptS: 300,
})

/** When a call asks for it, for 5 minutes after the last use, or an hour at a higher write price. */
export function claudeCache(minimum: number): Facts {
  return cache('Anthropic prompt caching guide', '2026', {
    by: 'request',
    minimum,
    minimumSource: feed,
    keptS: 300,
  })
}

/** Claude on Bedrock, by the same rules. */
export function bedrockCache(minimum: number): Facts {
  const source = 'Amazon Bedrock user guide, prompt caching'
  return cache(source, '2026', { by: 'request', minimum, minimumSource: feed, keptS: 300 })
}

/** Claude on Vertex AI, by the same rules. */
export function vertexClaudeCache(minimum: number): Facts {
  const source = 'Google Cloud documentation, Claude prompt caching'
  return cache(source, '2026', { by: 'request', minimum, minimumSource: feed, keptS: 300 })
}

/** By itself, without a promise of how long; the guide does not list the smallest models. */
export function geminiCache(minimum: number | undefined): Facts {
  const source = 'Gemini API guide, context caching'
  return cache(source, '2026-07-07', { by: 'itself', ...(minimum === undefined ? {} : { minimum }) })
}

/** By itself, in blocks of 128, without a promise of how long. */
export const grokCache = cache('xAI guide, prompt caching', '2026-08-19', { by: 'itself', block: 128 })

/** By itself, on disk, in units of 64; "a few hours to a few days": one hour is certain. */
export const deepSeekCache = cache('DeepSeek guide, context caching', '2026', { by: 'itself', block: 64, keptS: 3600 })

/** By itself, until two hours without use. */
export const groqCache = cache('Groq guide, prompt caching', '2026', { by: 'itself', keptS: 7200 })

/** When a call names a key, without a promise of how long. */
export const mistralCache = cache('Mistral guide, prompt caching', '2026', { by: 'request' })
