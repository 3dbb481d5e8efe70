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
import { claudeCache, deepSeekCache, geminiCache, grokCache, mistralCache, openAiCache } from './prompt-caches.ts'

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

const gemini = (
  id: string,
  title: string,
  minimum: number | undefined,
  ...facts: readonly Product['facts'][]
): Product => hosted(`google/${id}`, title, 'Google', contextOf(1_048_576), geminiCache(minimum), ...facts)

const mistral = (id: string, title: string, ...facts: readonly Product['facts'][]): Product => ({
  ...hosted(`mistral/${id}`, title, 'Mistral', mistralCache, ...facts),
  region: 'EU',
})

const uplift = regionalUplift(1.1, 1.1)

/** Models that those who made them run. Prices are in the price book under the same ids. */
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
  openAi('gpt-5-codex', 'GPT-5 Codex', large, contextOf(272_000)),
  openAi('gpt-5-pro', 'GPT-5 Pro', reasoning, thinksAt('high'), contextOf(400_000)),
  openAi('gpt-5-mini', 'GPT-5 mini', small, contextOf(272_000)),
  openAi('gpt-5-nano', 'GPT-5 nano', small, contextOf(272_000)),
  openAi('gpt-5.1', 'GPT-5.1', large, contextOf(272_000)),
  openAi('gpt-5.1-codex', 'GPT-5.1 Codex', large, contextOf(272_000)),
  openAi('gpt-5.1-codex-mini', 'GPT-5.1 Codex mini', small, contextOf(272_000)),
  openAi('gpt-5.2', 'GPT-5.2', large, contextOf(272_000)),
  openAi('gpt-5.2-pro', 'GPT-5.2 Pro', reasoning, thinksAt('high'), contextOf(272_000)),
  openAi('gpt-5.3-codex', 'GPT-5.3 Codex', large, contextOf(272_000)),
  openAi('gpt-5.4', 'GPT-5.4', large, contextOf(1_050_000), longAbove(272_000), uplift),
  openAi('gpt-5.4-mini', 'GPT-5.4 mini', small, contextOf(272_000), uplift),
  openAi('gpt-5.4-nano', 'GPT-5.4 nano', small, contextOf(272_000), uplift),
  openAi('gpt-5.4-pro', 'GPT-5.4 Pro', reasoning, thinksAt('high'), contextOf(1_050_000), longAbove(272_000), uplift),
  openAi(
    'gpt-5.5',
    'GPT-5.5',
    measured(915, 70),
    thinking(915, { low: [1330, 71], medium: [4100, 70], high: [9000, 80], xhigh: [29_400, 92] }),
    contextOf(1_050_000),
    longAbove(272_000),
    uplift,
  ),
  openAi('gpt-5.5-pro', 'GPT-5.5 Pro', reasoning, thinksAt('high'), contextOf(1_050_000), longAbove(272_000), uplift),
  openAi('gpt-5.6-sol', 'GPT-5.6 Sol', large, contextOf(1_050_000), longAbove(272_000), uplift),
  openAi('gpt-5.6-terra', 'GPT-5.6 Terra', mid, contextOf(1_050_000), longAbove(272_000), uplift),
  openAi('gpt-5.6-luna', 'GPT-5.6 Luna', small, contextOf(1_050_000), longAbove(272_000), uplift),
  hosted('openai/gpt-3.5-turbo', 'GPT-3.5 Turbo', 'OpenAI', small, contextOf(16_385)),
  openAi('o1', 'o1', reasoning, thinksAt('medium'), contextOf(200_000)),
  openAi('o3-mini', 'o3-mini', reasoning, thinksAt('medium'), contextOf(200_000)),
  openAi('o3-pro', 'o3-pro', reasoning, thinksAt('high'), contextOf(200_000)),
  openAi('o3-deep-research', 'o3 deep research', reasoning, thinksAt('high'), contextOf(200_000)),
  openAi('o4-mini-deep-research', 'o4-mini deep research', reasoning, thinksAt('high'), contextOf(200_000)),
  openAi('o3', 'o3', reasoning, thinksAt('medium'), contextOf(200_000)),
  openAi('o4-mini', 'o4-mini', reasoning, thinksAt('medium'), contextOf(200_000)),
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
  claude('claude-opus-4-1', 'Claude Opus 4.1', 1024, large, contextOf(200_000)),
  claude('claude-opus-4-6', 'Claude Opus 4.6', 4096, large, contextOf(1_000_000)),
  claude('claude-opus-4-7', 'Claude Opus 4.7', 2048, large, contextOf(1_000_000)),
  claude('claude-fable-5', 'Claude Fable 5', 512, large, contextOf(1_000_000)),
  claude('claude-opus-4-5', 'Claude Opus 4.5', 4096, large, contextOf(200_000)),
  claude('claude-opus-4-8', 'Claude Opus 4.8', 1024, large, contextOf(1_000_000)),
  claude('claude-opus-5', 'Claude Opus 5', 512, large, contextOf(1_000_000)),
  hosted('google/gemini-2.0-flash', 'Gemini 2.0 Flash', 'Google', small, contextOf(1_048_576)),
  gemini('gemini-3-flash', 'Gemini 3 Flash (preview)', 1024, small),
  gemini('gemini-3.1-flash-lite', 'Gemini 3.1 Flash-Lite', undefined, small),
  gemini('gemini-3.5-flash-lite', 'Gemini 3.5 Flash-Lite', undefined, small),
  gemini('gemini-3.6-flash', 'Gemini 3.6 Flash', 4096, small),
  gemini('gemini-2.5-flash', 'Gemini 2.5 Flash', 2048, small),
  gemini('gemini-2.5-flash-lite', 'Gemini 2.5 Flash-Lite', undefined, small),
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
  mistral('codestral', 'Codestral', small, contextOf(256_000)),
  mistral('devstral', 'Devstral 2', small, contextOf(256_000)),
  mistral('magistral-medium', 'Magistral Medium', reasoning, thinksAt('medium'), contextOf(40_000)),
  mistral('magistral-small', 'Magistral Small', reasoning, thinksAt('medium'), contextOf(40_000)),
  mistral('ministral-3-3b', 'Ministral 3 3B', small, contextOf(131_072)),
  mistral('ministral-3-8b', 'Ministral 3 8B', small, contextOf(262_144)),
  mistral('ministral-3-14b', 'Ministral 3 14B', small, contextOf(262_144)),
  hosted(
    'deepseek/deepseek-reasoner',
    'DeepSeek Reasoner',
    'DeepSeek',
    reasoning,
    thinksAt('medium'),
    contextOf(131_072),
    deepSeekCache,
  ),
  hosted('deepseek/deepseek-v4-pro', 'DeepSeek V4 Pro', 'DeepSeek', large, contextOf(1_000_000), deepSeekCache),
  hosted('deepseek/deepseek-chat', 'DeepSeek Chat', 'DeepSeek', large, contextOf(131_072), deepSeekCache),
  hosted('deepseek/deepseek-v4-flash', 'DeepSeek V4 Flash', 'DeepSeek', small, contextOf(1_000_000), deepSeekCache),
  hosted('amazon/nova-pro', 'Amazon Nova Pro', 'AWS', mid, contextOf(300_000)),
  hosted('amazon/nova-lite', 'Amazon Nova Lite', 'AWS', small, contextOf(300_000)),
  hosted('amazon/nova-micro', 'Amazon Nova Micro', 'AWS', small, contextOf(128_000)),
  hosted('amazon/nova-premier', 'Amazon Nova Premier', 'AWS', large, contextOf(1_000_000)),
  hosted('amazon/nova-2-lite', 'Amazon Nova 2 Lite', 'AWS', small, contextOf(1_000_000)),
  hosted('cohere/command-r', 'Command R', 'Cohere', small, contextOf(128_000)),
  hosted('cohere/command-r-plus', 'Command R+', 'Cohere', mid, contextOf(128_000)),
  hosted('cohere/command-r7b', 'Command R7B', 'Cohere', small, contextOf(128_000)),
  hosted('cohere/command-a', 'Command A', 'Cohere', mid, contextOf(256_000)),
  hosted('xai/grok-4', 'Grok 4', 'xAI', reasoning, contextOf(256_000), longAbove(128_000), grokCache),
  hosted('xai/grok-4.5', 'Grok 4.5', 'xAI', large, contextOf(500_000), longAbove(200_000), grokCache),
  hosted('xai/grok-4.3', 'Grok 4.3', 'xAI', large, contextOf(1_000_000), longAbove(200_000), grokCache),
  hosted('moonshot/kimi-k2.6', 'Kimi K2.6', 'Moonshot', large, contextOf(262_144)),
  hosted('zai/glm-5', 'GLM-5', 'Z.ai', mid, contextOf(200_000)),
  hosted('zai/glm-4.7', 'GLM-4.7', 'Z.ai', mid, contextOf(200_000)),
  hosted('zai/glm-4.5-air', 'GLM-4.5 Air', 'Z.ai', small, contextOf(128_000)),
  hosted('minimax/minimax-m3', 'MiniMax M3', 'MiniMax', mid, contextOf(1_000_000), longAbove(512_000)),
  hosted('alibaba/qwen-max', 'Qwen Max', 'Alibaba', mid, contextOf(30_720)),
  hosted('alibaba/qwen-plus', 'Qwen Plus', 'Alibaba', small, contextOf(129_024)),
  hosted('alibaba/qwen3.7-max', 'Qwen3.7 Max', 'Alibaba', large, contextOf(991_808)),
  hosted('perplexity/sonar', 'Sonar', 'Perplexity', small, contextOf(128_000)),
  hosted('perplexity/sonar-pro', 'Sonar Pro', 'Perplexity', mid, contextOf(200_000)),
  hosted(
    'perplexity/sonar-reasoning-pro',
    'Sonar Reasoning Pro',
    'Perplexity',
    reasoning,
    thinksAt('medium'),
    contextOf(128_000),
  ),
  hosted(
    'perplexity/sonar-deep-research',
    'Sonar Deep Research',
    'Perplexity',
    reasoning,
    thinksAt('high'),
    contextOf(128_000),
  ),
  hosted('moonshot/kimi-k2.5', 'Kimi K2.5', 'Moonshot', large, contextOf(262_144)),
]
