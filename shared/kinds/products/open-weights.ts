import type { Product } from '../product.ts'
import { modelStructures } from '../serving/models.ts'
import { known } from './declare-product.ts'

/** Who made the weights, by the first part of the id. */
const makers: Readonly<Record<string, string>> = {
  meta: 'Meta',
  qwen: 'Alibaba',
  openai: 'OpenAI',
  mistral: 'Mistral',
  google: 'Google',
  microsoft: 'Microsoft',
  deepseek: 'DeepSeek',
  moonshot: 'Moonshot',
  minimax: 'MiniMax',
}

/**
 * Open weights that a client can run: every model whose structure is known. They bring no organisation, because they run
 * where they are drawn.
 */
export const openWeights: readonly Product[] = Object.entries(modelStructures).map(([id, structure]) => {
  const { title, parametersBillion, activeBillion, source, confidence, experts } = structure
  const card = (value: number) => known(value, source, '2026', confidence)
  return {
    id,
    title,
    vendor: makers[id.split('/')[0] ?? ''] ?? '',
    kinds: ['llm-self-hosted'],
    facts: { parametersBillion: card(parametersBillion), ...(experts ? { activeBillion: card(activeBillion) } : {}) },
  }
})
