import type { Product } from '../product.ts'
import { known } from './declare-product.ts'

const weights = (id: string, title: string, vendor: string, total: number, active = total): Product => {
  const card = (value: number) => known(value, 'AIConfigurator model files (Apache-2.0)', '2026', 'A')
  return {
    id,
    title,
    vendor,
    kinds: ['llm-self-hosted'],
    facts: { parametersBillion: card(total), ...(active === total ? {} : { activeBillion: card(active) }) },
  }
}

/** Open weights that a client can run; they bring no organisation, because they run where they are drawn. */
export const openWeights: readonly Product[] = [
  weights('meta/llama-3.1-8b', 'Llama 3.1 8B', 'Meta', 8.03),
  weights('meta/llama-3.3-70b', 'Llama 3.3 70B', 'Meta', 70.55),
  weights('meta/llama-3.1-405b', 'Llama 3.1 405B', 'Meta', 405.9),
  weights('qwen/qwen3-8b', 'Qwen3 8B', 'Alibaba', 8.2),
  weights('qwen/qwen3-32b', 'Qwen3 32B', 'Alibaba', 32.8),
  weights('qwen/qwen3-30b-a3b', 'Qwen3 30B-A3B', 'Alibaba', 30.5, 3.3),
  weights('openai/gpt-oss-20b', 'gpt-oss-20b', 'OpenAI', 21, 3.6),
  weights('openai/gpt-oss-120b', 'gpt-oss-120b', 'OpenAI', 117, 5.1),
  weights('mistral/mixtral-8x7b', 'Mixtral 8x7B', 'Mistral', 46.7, 12.9),
]
