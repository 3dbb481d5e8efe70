import type { Product } from '../product.ts'
import { contextOf, hosted, longAbove, thinksAt, usualTimes } from './declare-product.ts'
import { azureCache, bedrockCache, groqCache, vertexClaudeCache } from './prompt-caches.ts'

type Facts = Product['facts']

const small = usualTimes('small')
const mid = usualTimes('mid')
const large = usualTimes('large')
const reasoning = usualTimes('reasoning')

/** A model that another company made, run by this one. */
const runBy =
  (prefix: string, vendor: string, suffix: string, ...always: readonly Facts[]) =>
  (id: string, title: string, tokens: number, ...facts: readonly Facts[]): Product =>
    hosted(`${prefix}${id}`, `${title} ${suffix}`, vendor, contextOf(tokens), ...always, ...facts)

const azure = runBy('azure/', 'Microsoft', 'on Azure', azureCache)
const bedrock = runBy('aws/bedrock-', 'AWS', 'on Bedrock')
const vertex = runBy('google/vertex-', 'Google', 'on Vertex AI')
const groq = runBy('groq/', 'Groq', 'on Groq', small, groqCache)
const cerebras = runBy('cerebras/', 'Cerebras', 'on Cerebras', small)
const together = runBy('together/', 'Together AI', 'on Together')
const fireworks = runBy('fireworks/', 'Fireworks AI', 'on Fireworks')

/** Models that clouds and other companies run, beside those who made them. Prices are in the price book. */
export const modelsHostedElsewhere: readonly Product[] = [
  azure('gpt-4.1', 'GPT-4.1', 1_047_576, mid),
  azure('gpt-4.1-mini', 'GPT-4.1 mini', 1_047_576, small),
  azure('gpt-4.1-nano', 'GPT-4.1 nano', 1_047_576, small),
  azure('gpt-4o', 'GPT-4o', 128_000, mid),
  azure('gpt-4o-mini', 'GPT-4o mini', 128_000, small),
  azure('gpt-5', 'GPT-5', 272_000, large),
  azure('gpt-5-mini', 'GPT-5 mini', 272_000, small),
  azure('gpt-5-nano', 'GPT-5 nano', 272_000, small),
  azure('gpt-5.1', 'GPT-5.1', 272_000, large),
  azure('gpt-5.2', 'GPT-5.2', 272_000, large),
  azure('gpt-5.4', 'GPT-5.4', 1_050_000, large, longAbove(272_000)),
  azure('gpt-5.4-mini', 'GPT-5.4 mini', 272_000, small),
  azure('gpt-5.5', 'GPT-5.5', 1_050_000, large, longAbove(272_000)),
  azure('gpt-5.6-luna', 'GPT-5.6 Luna', 1_050_000, small, longAbove(272_000)),
  azure('gpt-5.6-sol', 'GPT-5.6 Sol', 1_050_000, large, longAbove(272_000)),
  azure('o3', 'o3', 200_000, reasoning, thinksAt('medium')),
  azure('o4-mini', 'o4-mini', 200_000, reasoning, thinksAt('medium')),
  bedrock('claude-haiku-4-5', 'Claude Haiku 4.5', 200_000, small, bedrockCache(4096)),
  bedrock('claude-sonnet-4-6', 'Claude Sonnet 4.6', 1_000_000, mid, bedrockCache(1024)),
  {
    ...hosted('aws/bedrock-claude-sonnet-4-6-eu', 'Claude Sonnet 4.6 on Bedrock, EU', 'AWS', mid, bedrockCache(1024)),
    region: 'EU',
  },
  bedrock('claude-sonnet-5', 'Claude Sonnet 5', 1_000_000, mid, bedrockCache(1024)),
  bedrock('claude-opus-4-8', 'Claude Opus 4.8', 1_000_000, large, bedrockCache(1024)),
  bedrock('llama-3.3-70b', 'Llama 3.3 70B', 128_000, mid),
  bedrock('llama-3.1-8b', 'Llama 3.1 8B', 128_000, small),
  bedrock('gpt-oss-120b', 'gpt-oss-120b', 128_000, mid),
  bedrock('gpt-oss-20b', 'gpt-oss-20b', 128_000, small),
  bedrock('mistral-large-3', 'Mistral Large 3', 128_000, large),
  bedrock('qwen3-235b', 'Qwen3 235B-A22B', 262_144, mid),
  bedrock('deepseek-v3.2', 'DeepSeek V3.2', 163_840, large),
  vertex('claude-sonnet-4-6', 'Claude Sonnet 4.6', 1_000_000, mid, vertexClaudeCache(1024)),
  vertex('claude-haiku-4-5', 'Claude Haiku 4.5', 200_000, small, vertexClaudeCache(4096)),
  vertex('claude-opus-4-8', 'Claude Opus 4.8', 1_000_000, large, vertexClaudeCache(1024)),
  groq('llama-3.1-8b', 'Llama 3.1 8B', 128_000),
  groq('llama-3.3-70b', 'Llama 3.3 70B', 128_000),
  groq('llama-guard-4', 'Llama Guard 4', 8192),
  groq('gpt-oss-120b', 'gpt-oss-120b', 131_072),
  groq('gpt-oss-20b', 'gpt-oss-20b', 131_072),
  groq('qwen3-32b', 'Qwen3 32B', 131_000),
  cerebras('gpt-oss-120b', 'gpt-oss-120b', 131_072),
  cerebras('llama-3.3-70b', 'Llama 3.3 70B', 128_000),
  hosted('together/llama-3.3-70b', 'Llama 3.3 70B on Together', 'Together AI', mid),
  together('deepseek-v3.1', 'DeepSeek V3.1', 128_000, large),
  together('gpt-oss-120b', 'gpt-oss-120b', 131_072, mid),
  together('gpt-oss-20b', 'gpt-oss-20b', 128_000, small),
  together('qwen3-235b', 'Qwen3 235B-A22B', 262_000, mid),
  fireworks('llama-3.1-405b', 'Llama 3.1 405B', 128_000, large),
  fireworks('gpt-oss-120b', 'gpt-oss-120b', 131_072, mid),
  fireworks('deepseek-v3.2', 'DeepSeek V3.2', 163_840, large),
  fireworks('kimi-k2.6', 'Kimi K2.6', 262_144, large),
  fireworks('glm-4.7', 'GLM-4.7', 202_800, mid),
]
