import type { Product } from '../product.ts'
import {
  contextOf,
  hosted,
  longAbove,
  measured,
  regionalUplift,
  thinking,
  thinksAt,
  usualTimes,
} from './declare-product.ts'
import {
  azureCache,
  bedrockCache,
  claudeCache,
  deepSeekCache,
  geminiCache,
  grokCache,
  groqCache,
  mistralCache,
  openAiCache,
} from './prompt-caches.ts'

const million = contextOf(1_047_576)
const small = usualTimes('small')
const mid = usualTimes('mid')
const large = usualTimes('large')
const reasoning = usualTimes('reasoning')

/** A model of OpenAI's own API. */
const openAi = (id: string, title: string, ...facts: readonly Product['facts'][]): Product =>
  hosted(`openai/${id}`, title, 'OpenAI', openAiCache, ...facts)

/** A Claude on Anthropic's own API; `minimum`: the shortest prompt that it caches. */
const claude = (id: string, title: string, minimum: number, ...facts: readonly Product['facts'][]): Product =>
  hosted(`anthropic/${id}`, title, 'Anthropic', claudeCache(minimum), ...facts)

const gemini = (id: string, title: string, minimum: number, ...facts: readonly Product['facts'][]): Product =>
  hosted(`google/${id}`, title, 'Google', contextOf(1_048_576), geminiCache(minimum), ...facts)

const mistral = (id: string, title: string, ...facts: readonly Product['facts'][]): Product => ({
  ...hosted(`mistral/${id}`, title, 'Mistral', mistralCache, ...facts),
  region: 'EU',
})

const uplift = regionalUplift(1.1, 1.1)

/** Models that vendors run. Prices are in the price book under the same ids. */
export const languageModels: readonly Product[] = [
  openAi('gpt-4.1', 'GPT-4.1', measured(595, 131), million),
  openAi('gpt-4.1-mini', 'GPT-4.1 mini', measured(630, 87), million),
  openAi('gpt-4.1-nano', 'GPT-4.1 nano', small, million),
  openAi('gpt-4o', 'GPT-4o', mid, contextOf(128_000)),
  openAi('gpt-4o-mini', 'GPT-4o mini', measured(602, 74), contextOf(128_000)),
  openAi(
    'gpt-5',
    'GPT-5',
    measured(925, 71),
    thinking(925, { low: [9000, 81], medium: [38_500, 79], high: [87_600, 92] }),
    contextOf(272_000),
  ),
  openAi('gpt-5-mini', 'GPT-5 mini', small, contextOf(272_000)),
  openAi('gpt-5-nano', 'GPT-5 nano', small, contextOf(272_000)),
  openAi('gpt-5.4', 'GPT-5.4', large, contextOf(1_050_000), longAbove(272_000), uplift),
  openAi('gpt-5.4-mini', 'GPT-5.4 mini', small, contextOf(272_000), uplift),
  openAi(
    'gpt-5.5',
    'GPT-5.5',
    measured(915, 70),
    thinking(915, { low: [1330, 71], medium: [4100, 70], high: [9000, 80], xhigh: [29_400, 92] }),
    contextOf(1_050_000),
    longAbove(272_000),
    uplift,
  ),
  openAi('gpt-5.6-luna', 'GPT-5.6 Luna', small, contextOf(1_050_000), longAbove(272_000), uplift),
  openAi('o3', 'o3', reasoning, thinksAt('medium'), contextOf(200_000)),
  openAi('o4-mini', 'o4-mini', reasoning, thinksAt('medium'), contextOf(200_000)),
  hosted('azure/gpt-4.1', 'GPT-4.1 on Azure', 'Microsoft', mid, million, azureCache),
  claude('claude-haiku-4-5', 'Claude Haiku 4.5', 4096, measured(630, 97), contextOf(200_000)),
  claude('claude-sonnet-4-5', 'Claude Sonnet 4.5', 1024, mid, contextOf(200_000), longAbove(200_000)),
  claude('claude-sonnet-4-6', 'Claude Sonnet 4.6', 1024, measured(1070, 47), contextOf(1_000_000)),
  claude(
    'claude-sonnet-5',
    'Claude Sonnet 5',
    1024,
    mid,
    thinking(700, { low: [1520, 60], high: [4190, 61], max: [137_000, 79] }),
    contextOf(1_000_000),
  ),
  claude('claude-opus-4-5', 'Claude Opus 4.5', 4096, large, contextOf(200_000)),
  claude('claude-opus-4-8', 'Claude Opus 4.8', 1024, large, contextOf(1_000_000)),
  claude('claude-opus-5', 'Claude Opus 5', 512, large, contextOf(1_000_000)),
  {
    ...hosted('aws/bedrock-claude-sonnet-4-6-eu', 'Claude Sonnet 4.6 on Bedrock, EU', 'AWS', mid, bedrockCache(1024)),
    region: 'EU',
  },
  gemini('gemini-2.5-flash', 'Gemini 2.5 Flash', 2048, small),
  gemini('gemini-2.5-flash-lite', 'Gemini 2.5 Flash-Lite', 2048, small),
  gemini('gemini-2.5-pro', 'Gemini 2.5 Pro', 2048, large, longAbove(200_000)),
  {
    ...gemini('gemini-3-pro', 'Gemini 3 Pro (preview)', 4096, reasoning, longAbove(200_000)),
    retiredOn: '2026-03-09',
  },
  gemini('gemini-3.1-pro', 'Gemini 3.1 Pro', 4096, reasoning, longAbove(200_000)),
  gemini('gemini-3.5-flash', 'Gemini 3.5 Flash', 4096, small),
  mistral('mistral-large-3', 'Mistral Large 3', large, contextOf(262_144)),
  mistral('mistral-medium-3-5', 'Mistral Medium 3.5', mid, contextOf(262_144)),
  mistral('mistral-small', 'Mistral Small', small, contextOf(131_072)),
  hosted('deepseek/deepseek-chat', 'DeepSeek Chat', 'DeepSeek', large, contextOf(131_072), deepSeekCache),
  hosted('deepseek/deepseek-v4-flash', 'DeepSeek V4 Flash', 'DeepSeek', small, contextOf(1_000_000), deepSeekCache),
  hosted('amazon/nova-pro', 'Amazon Nova Pro', 'AWS', mid, contextOf(300_000)),
  hosted('amazon/nova-lite', 'Amazon Nova Lite', 'AWS', small, contextOf(300_000)),
  hosted('amazon/nova-micro', 'Amazon Nova Micro', 'AWS', small, contextOf(128_000)),
  hosted('cohere/command-a', 'Command A', 'Cohere', mid, contextOf(256_000)),
  hosted('xai/grok-4.3', 'Grok 4.3', 'xAI', large, contextOf(1_000_000), longAbove(200_000), grokCache),
  hosted('moonshot/kimi-k2.5', 'Kimi K2.5', 'Moonshot', large, contextOf(262_144)),
  hosted('groq/llama-3.3-70b', 'Llama 3.3 70B on Groq', 'Groq', small, contextOf(128_000), groqCache),
  hosted('groq/gpt-oss-120b', 'gpt-oss-120b on Groq', 'Groq', small, contextOf(131_072), groqCache),
]
