import { amount, assumed, option, published, share } from '../fields/declare-field.ts'
import type { Fields } from '../fields/field.ts'
import { engines } from './constants.ts'
import { gpus } from './gpus.ts'
import { cachePrecisions, precisions } from './precision.ts'

export const defaultGpu = 'l40s'

/** Who rents the machines out, as the price book names them. */
export const sellers = ['aws', 'azure', 'gcp', 'lambda', 'coreweave', 'runpod'] as const

/** What a model is served with: shown first. */
export const serverFields: Fields = {
  parametersBillion: amount('Parameters, billions', 'count', {
    first: true,
    ...assumed(8, 8, 32, 'a small open model'),
  }),
  gpu: option(
    'GPU',
    Object.fromEntries(Object.entries(gpus).map(([id, gpu]) => [id, gpu.title])),
    defaultGpu,
    'assumed: the smallest that serves 8B well',
    { first: true },
  ),
  gpus: amount('GPUs per replica', 'GPUs', {
    first: true,
    integer: true,
    min: 1,
    help: 'In tensor parallel: each holds a slice of every layer.',
    ...assumed(1, 1, 2),
  }),
  replicas: amount('Replicas', 'machines', { first: true, integer: true, ...assumed(1, 1, 2) }),
  precision: option('Precision', precisions, 'fp8', 'assumed: common in serving', { first: true }),
}

/** What an engine is told, and what the machines cost. */
export const engineFields: Fields = {
  maxConcurrency: amount('Calls at once per replica', 'calls', {
    integer: true,
    min: 1,
    help: 'At most; memory for the KV cache may allow fewer.',
    ...published(256, 'vLLM serves up to 256 sequences at once by itself', 64, 512),
  }),
  engine: option('Engine', engines, 'vllm', 'assumed: the most common open engine'),
  cachePrecision: option('Precision of the KV cache', cachePrecisions, 'auto', 'what the engine does by itself'),
  prefixCacheHitShare: share('Prompt found in the prefix cache', {
    help: 'Share of the prompt tokens that need no prefill, because an earlier call began alike.',
    default: 0,
    defaultSource: 'assumed: none until stated',
    defaultLow: 0,
    defaultHigh: 0.5,
  }),
  activeBillion: amount('Active parameters, billions', 'count', { help: 'Of a mixture of experts; without it: all.' }),
  purchase: option('GPUs are paid', { onDemand: 'On demand', spot: 'Spot' }, 'onDemand', 'list price until stated', {
    help: 'Spot machines can be taken away within minutes.',
  }),
  seller: option(
    'Rented from',
    {
      any: 'A large cloud',
      aws: 'AWS',
      azure: 'Azure',
      gcp: 'Google Cloud',
      lambda: 'Lambda',
      coreweave: 'CoreWeave',
      runpod: 'RunPod',
    },
    'any',
    'the cheapest large cloud until stated',
  ),
  usdPerGpuHour: amount('Price per GPU hour', 'USD/hour', { help: 'Over the price book.' }),
  engineeringShare: share('Engineer who runs it', {
    help: 'Share of one engineer: updates, incidents, new models.',
    ...assumed(0.15, 0.05, 0.5, 'one engineer runs about seven such services'),
  }),
  engineerUsdPerMonth: amount('Cost of an engineer', 'USD/month', {
    ...assumed(12_000, 8000, 18_000, 'loaded cost of an engineer'),
  }),
}
