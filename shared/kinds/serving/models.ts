/** How a model keeps its past: heads that share keys and values, or one compressed vector a layer (MLA). */
export type Attention =
  | { readonly type: 'grouped'; readonly keyValueHeads: number; readonly headDimension: number }
  | { readonly type: 'latent'; readonly latentDimension: number }

/** Of a mixture: each token passes `perToken` of `count` experts a layer. */
export interface Experts {
  readonly count: number
  readonly perToken: number
  /** Parameters in all experts together, without what every token passes. */
  readonly parametersBillion: number
}

/** What serving a model depends on: sizes from its card, nothing measured. */
export interface ModelStructure {
  readonly title: string
  readonly parametersBillion: number
  readonly activeBillion: number
  readonly layers: number
  readonly hidden: number
  /** Width of all query heads together: what attention over the prompt costs. */
  readonly queryWidth: number
  readonly attention: Attention
  readonly experts?: Experts
  readonly source: string
  readonly confidence: 'A' | 'B' | 'C'
}

const files = { source: 'NVIDIA AIConfigurator model files (Apache-2.0)', confidence: 'A' } as const
const card = { source: 'model card', confidence: 'B' } as const
/** MLA of DeepSeek and Kimi: 512 for keys and values, 64 for positions. */
const latent = { type: 'latent', latentDimension: 576 } as const

/** By product id. A new open model is one entry here and one line in the catalogue of open weights. */
export const modelStructures: Readonly<Record<string, ModelStructure>> = {
  'meta/llama-3.2-3b': dense('Llama 3.2 3B', 3.21, [28, 3072, 3072], grouped(8, 128), card),
  'meta/llama-3.1-8b': dense('Llama 3.1 8B', 8.03, [32, 4096, 4096], grouped(8, 128), files),
  'meta/llama-3.3-70b': dense('Llama 3.3 70B', 70.55, [80, 8192, 8192], grouped(8, 128), files),
  'meta/llama-3.1-70b': dense('Llama 3.1 70B', 70.55, [80, 8192, 8192], grouped(8, 128), files),
  'meta/llama-3.1-405b': dense('Llama 3.1 405B', 405.9, [126, 16_384, 16_384], grouped(8, 128), files),
  'meta/llama-4-scout': mixture('Llama 4 Scout', [109, 17], [48, 5120, 5120], grouped(8, 128), [16, 1, 96.6], card),
  'qwen/qwen2.5-7b': dense('Qwen2.5 7B', 7.62, [28, 3584, 3584], grouped(4, 128), card),
  'qwen/qwen2.5-72b': dense('Qwen2.5 72B', 72.7, [80, 8192, 8192], grouped(8, 128), card),
  'qwen/qwen3-4b': dense('Qwen3 4B', 4.02, [36, 2560, 4096], grouped(8, 128), card),
  'qwen/qwen3-8b': dense('Qwen3 8B', 8.2, [36, 4096, 4096], grouped(8, 128), files),
  'qwen/qwen3-14b': dense('Qwen3 14B', 14.8, [40, 5120, 5120], grouped(8, 128), card),
  'qwen/qwen3-32b': dense('Qwen3 32B', 32.8, [64, 5120, 8192], grouped(8, 128), files),
  'qwen/qwen3-30b-a3b': mixture('Qwen3 30B-A3B', [30.5, 3.3], [48, 2048, 4096], grouped(4, 128), [128, 8, 29], files),
  'qwen/qwen3-235b-a22b': mixture(
    'Qwen3 235B-A22B',
    [235, 22],
    [94, 4096, 8192],
    grouped(4, 128),
    [128, 8, 227.1],
    files,
  ),
  'openai/gpt-oss-20b': mixture('gpt-oss-20b', [21, 3.6], [24, 2880, 4096], grouped(8, 64), [32, 4, 19.1], files),
  'openai/gpt-oss-120b': mixture('gpt-oss-120b', [117, 5.1], [36, 2880, 4096], grouped(8, 64), [128, 4, 114.7], files),
  'mistral/mistral-small-24b': dense('Mistral Small 24B', 23.6, [40, 5120, 4096], grouped(8, 128), card),
  'mistral/mixtral-8x7b': mixture('Mixtral 8x7B', [46.7, 12.9], [32, 4096, 4096], grouped(8, 128), [8, 2, 45.1], files),
  'mistral/mixtral-8x22b': mixture('Mixtral 8x22B', [141, 39], [56, 6144, 6144], grouped(8, 128), [8, 2, 135.3], files),
  'google/gemma-3-27b': dense('Gemma 3 27B', 27.4, [62, 5376, 4096], grouped(16, 128), card),
  'microsoft/phi-4': dense('Phi-4 14B', 14.7, [40, 5120, 5120], grouped(10, 128), card),
  'deepseek/deepseek-v3': mixture('DeepSeek V3', [671, 37], [61, 7168, 20_480], latent, [256, 8, 653.9], files),
  'deepseek/deepseek-r1': mixture('DeepSeek R1', [671, 37], [61, 7168, 20_480], latent, [256, 8, 653.9], files),
  'moonshot/kimi-k2': mixture('Kimi K2', [1026, 32], [61, 7168, 10_240], latent, [384, 8, 1014.7], files),
  'minimax/minimax-m2.5': mixture('MiniMax M2.5', [229, 10], [62, 3072, 6144], grouped(8, 128), [256, 8, 224.7], files),
}

/**
 * A dense model of which only the size is known: layers through 32 at 8B and 126 at 405B as in Llama 3, width from the
 * size (parameters are near 12 x layers x width squared), 8 key-value heads of 128. A mixture of which only the active
 * part is known keeps 95 % of the rest in 128 experts.
 */
export function structureOfSize(parametersBillion: number, activeBillion: number): ModelStructure {
  const total = Math.max(parametersBillion, 0.01)
  const active = Math.min(Math.max(activeBillion, 0.01), total)
  const layers = Math.max(4, Math.round(32 * (total / 8) ** 0.35))
  const hidden = Math.max(256, Math.round(Math.sqrt((active * 1e9) / (12 * layers)) / 128) * 128)
  const experts = 128
  const inExperts = (0.95 * (total - active)) / (1 - 8 / experts)
  return {
    title: `A model of ${total} billion parameters`,
    parametersBillion: total,
    activeBillion: active,
    layers,
    hidden,
    queryWidth: hidden,
    attention: grouped(8, 128),
    ...(active < total * 0.9
      ? { experts: { count: experts, perToken: 8, parametersBillion: Math.min(inExperts, total * 0.98) } }
      : {}),
    source: 'assumed: structure of a Llama of this size',
    confidence: 'C',
  }
}

type Shape = readonly [layers: number, hidden: number, queryWidth: number]
type From = Pick<ModelStructure, 'source' | 'confidence'>

function dense(title: string, billion: number, shape: Shape, attention: Attention, from: From): ModelStructure {
  const [layers, hidden, queryWidth] = shape
  return { title, parametersBillion: billion, activeBillion: billion, layers, hidden, queryWidth, attention, ...from }
}

function mixture(
  title: string,
  [total, active]: readonly [number, number],
  shape: Shape,
  attention: Attention,
  [count, perToken, parametersBillion]: readonly [number, number, number],
  from: From,
): ModelStructure {
  const model = dense(title, total, shape, attention, from)
  return { ...model, activeBillion: active, experts: { count, perToken, parametersBillion } }
}

function grouped(keyValueHeads: number, headDimension: number): Attention {
  return { type: 'grouped', keyValueHeads, headDimension }
}
