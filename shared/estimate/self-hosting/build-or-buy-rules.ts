import { fewestGpus } from '../../kinds/serving/fit.ts'
import { gpus } from '../../kinds/serving/gpus.ts'
import { modelStructures } from '../../kinds/serving/models.ts'
import { secondsPerToken, serviceSeconds, slotsOf } from '../../kinds/serving/serving-model.ts'
import type { Lengths, Serving } from '../../kinds/serving/serving-model.ts'

/** What stands in for what when a design draws only one of the two: rules of ours, named as assumptions in the result. */

/** The smallest open model that is commonly held against an API, by the API's price of a million answer tokens. */
const openModels = [
  { below: 1, model: 'meta/llama-3.1-8b' },
  { below: 6, model: 'qwen/qwen3-32b' },
  { below: Infinity, model: 'meta/llama-3.3-70b' },
] as const

/** The open model to hold against a hosted one, by the USD that a million of its answer tokens cost. */
export function openModelFor(usdPerMillionOutput: number): string {
  return openModels.find(({ below }) => usdPerMillionOutput < below)?.model ?? 'meta/llama-3.3-70b'
}

/** Where the same weights are sold by the token. */
const hostedCopies: Readonly<Record<string, string>> = {
  'meta/llama-3.3-70b': 'groq/llama-3.3-70b',
  'meta/llama-3.1-70b': 'groq/llama-3.3-70b',
  'openai/gpt-oss-120b': 'groq/gpt-oss-120b',
  'deepseek/deepseek-v3': 'deepseek/deepseek-chat',
  'deepseek/deepseek-r1': 'deepseek/deepseek-chat',
}
const apisBySize = [
  { below: 15, api: 'openai/gpt-4.1-nano' },
  { below: 45, api: 'openai/gpt-4.1-mini' },
  { below: Infinity, api: 'openai/gpt-4.1' },
] as const

/** An API to hold against an open model: the same weights where somebody sells them, else one of its size. */
export function apiFor(model: string | undefined, parametersBillion: number): string {
  const copy = model === undefined ? undefined : hostedCopies[model]
  return copy ?? apisBySize.find(({ below }) => parametersBillion < below)?.api ?? 'openai/gpt-4.1'
}

/** As fast as people read aloud: an answer that comes slower is no replacement. */
const slowestTokenSeconds = 0.1
const mostSeats = 256

/** How an open model is served in a comparison: fp8 weights on vLLM. Undefined: nothing is known of the model or the GPU. */
export function usualServer(model: string, gpu: string, count: number): Serving | undefined {
  const structure = modelStructures[model]
  const accelerator = gpus[gpu]
  if (!structure || !accelerator) return undefined
  return { model: structure, gpu: accelerator, gpus: count, precision: 'fp8', cachePrecision: 'auto', engine: 'vllm' }
}

/**
 * Calls per second of one replica with as many sequences as memory holds, at most 256, and few enough that each gets ten
 * tokens a second. 0 when it cannot serve a single call so.
 */
export function usualRate(serving: Serving, lengths: Lengths): number {
  let seats = Math.min(mostSeats, slotsOf(serving, lengths))
  while (seats >= 1 && secondsPerToken(serving, lengths, seats) > slowestTokenSeconds) seats = Math.floor(seats / 2)
  return seats >= 1 ? seats / serviceSeconds(serving, lengths, seats) : 0
}

const counts = [1, 2, 4, 8]

/** GPUs and how many of each make a replica that fits and is fast enough. */
export function usualServers(model: string, gpuIds: readonly string[], lengths: Lengths): readonly UsualServer[] {
  return gpuIds.flatMap((gpu) => {
    const single = usualServer(model, gpu, 1)
    const fewest = single && fewestGpus(single, lengths)
    return counts.flatMap((count): readonly UsualServer[] => {
      if (!single || fewest === undefined || count < fewest || count > 2 * fewest) return []
      const callsPerSecond = usualRate({ ...single, gpus: count }, lengths)
      return callsPerSecond > 0 ? [{ gpu, gpusPerReplica: count, callsPerSecond }] : []
    })
  })
}

export interface UsualServer {
  readonly gpu: string
  readonly gpusPerReplica: number
  readonly callsPerSecond: number
}
