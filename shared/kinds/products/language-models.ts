import type { Product } from '../product.ts'
import { cacheMinimum, contextOf, hosted, known, measured } from './declare-product.ts'

/** OpenAI caches prompts of 1,024 tokens and more by itself, in blocks of 128. */
const openAiCache = {
  ...cacheMinimum(1024, 'OpenAI prompt caching guide', '2026'),
  promptCacheBlockTokens: known(128, 'OpenAI prompt caching guide', '2026', 'B'),
}
const million = contextOf(1_047_576)

/** Models that vendors run. Prices are in the price book under the same ids. */
export const languageModels: readonly Product[] = [
  hosted('openai/gpt-4.1', 'GPT-4.1', 'OpenAI', measured(595, 131), million, openAiCache),
  hosted('openai/gpt-4.1-mini', 'GPT-4.1 mini', 'OpenAI', measured(630, 87), million, openAiCache),
  hosted('openai/gpt-4.1-nano', 'GPT-4.1 nano', 'OpenAI', million, openAiCache),
  hosted('openai/gpt-4o', 'GPT-4o', 'OpenAI', contextOf(128_000), openAiCache),
  hosted('openai/gpt-4o-mini', 'GPT-4o mini', 'OpenAI', measured(602, 74), contextOf(128_000), openAiCache),
  hosted('openai/gpt-5', 'GPT-5', 'OpenAI', contextOf(272_000), openAiCache),
  hosted('openai/gpt-5-mini', 'GPT-5 mini', 'OpenAI', contextOf(272_000), openAiCache),
  hosted('openai/gpt-5-nano', 'GPT-5 nano', 'OpenAI', contextOf(272_000), openAiCache),
  hosted('openai/gpt-5.4', 'GPT-5.4', 'OpenAI', contextOf(1_050_000), openAiCache),
  hosted('openai/gpt-5.4-mini', 'GPT-5.4 mini', 'OpenAI', contextOf(272_000), openAiCache),
  hosted('openai/gpt-5.5', 'GPT-5.5', 'OpenAI', measured(915, 70), contextOf(1_050_000), openAiCache),
  hosted('openai/gpt-5.6-luna', 'GPT-5.6 Luna', 'OpenAI', contextOf(1_050_000), openAiCache),
  hosted('openai/o3', 'o3', 'OpenAI', contextOf(200_000), openAiCache),
  hosted('openai/o4-mini', 'o4-mini', 'OpenAI', contextOf(200_000), openAiCache),
  hosted('azure/gpt-4.1', 'GPT-4.1 on Azure', 'Microsoft', million, openAiCache),
  hosted(
    'anthropic/claude-haiku-4-5',
    'Claude Haiku 4.5',
    'Anthropic',
    measured(630, 97),
    contextOf(200_000),
    cacheMinimum(4096),
  ),
  hosted('anthropic/claude-sonnet-4-5', 'Claude Sonnet 4.5', 'Anthropic', contextOf(200_000), cacheMinimum(1024)),
  hosted(
    'anthropic/claude-sonnet-4-6',
    'Claude Sonnet 4.6',
    'Anthropic',
    measured(1070, 47),
    contextOf(1_000_000),
    cacheMinimum(1024),
  ),
  hosted('anthropic/claude-sonnet-5', 'Claude Sonnet 5', 'Anthropic', contextOf(1_000_000), cacheMinimum(1024)),
  hosted('anthropic/claude-opus-4-5', 'Claude Opus 4.5', 'Anthropic', contextOf(200_000), cacheMinimum(4096)),
  hosted('anthropic/claude-opus-4-8', 'Claude Opus 4.8', 'Anthropic', contextOf(1_000_000), cacheMinimum(1024)),
  hosted('anthropic/claude-opus-5', 'Claude Opus 5', 'Anthropic'),
  {
    ...hosted('aws/bedrock-claude-sonnet-4-6-eu', 'Claude Sonnet 4.6 on Bedrock, EU', 'AWS', cacheMinimum(1024)),
    region: 'EU',
  },
  hosted('google/gemini-2.5-flash', 'Gemini 2.5 Flash', 'Google', contextOf(1_048_576)),
  hosted('google/gemini-2.5-flash-lite', 'Gemini 2.5 Flash-Lite', 'Google', contextOf(1_048_576)),
  hosted('google/gemini-2.5-pro', 'Gemini 2.5 Pro', 'Google', contextOf(1_048_576)),
  {
    ...hosted('google/gemini-3-pro', 'Gemini 3 Pro (preview)', 'Google', contextOf(1_048_576)),
    retiredOn: '2026-03-09',
  },
  hosted('google/gemini-3.1-pro', 'Gemini 3.1 Pro', 'Google', contextOf(1_048_576)),
  hosted('google/gemini-3.5-flash', 'Gemini 3.5 Flash', 'Google', contextOf(1_048_576)),
  { ...hosted('mistral/mistral-large-3', 'Mistral Large 3', 'Mistral', contextOf(262_144)), region: 'EU' },
  { ...hosted('mistral/mistral-medium-3-5', 'Mistral Medium 3.5', 'Mistral', contextOf(262_144)), region: 'EU' },
  { ...hosted('mistral/mistral-small', 'Mistral Small', 'Mistral', contextOf(131_072)), region: 'EU' },
  hosted('deepseek/deepseek-chat', 'DeepSeek Chat', 'DeepSeek', contextOf(131_072)),
  hosted('deepseek/deepseek-v4-flash', 'DeepSeek V4 Flash', 'DeepSeek', contextOf(1_000_000)),
  hosted('amazon/nova-pro', 'Amazon Nova Pro', 'AWS', contextOf(300_000)),
  hosted('amazon/nova-lite', 'Amazon Nova Lite', 'AWS', contextOf(300_000)),
  hosted('amazon/nova-micro', 'Amazon Nova Micro', 'AWS', contextOf(128_000)),
  hosted('cohere/command-a', 'Command A', 'Cohere', contextOf(256_000)),
  hosted('xai/grok-4.3', 'Grok 4.3', 'xAI', contextOf(1_000_000)),
  hosted('moonshot/kimi-k2.5', 'Kimi K2.5', 'Moonshot', contextOf(262_144)),
  hosted('groq/llama-3.3-70b', 'Llama 3.3 70B on Groq', 'Groq', contextOf(128_000)),
  hosted('groq/gpt-oss-120b', 'gpt-oss-120b on Groq', 'Groq', contextOf(131_072)),
]
