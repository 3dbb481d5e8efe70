import { amount, assumed, availabilityField, fact, option, published } from './declare-field.ts'
import { product } from './formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, Capacity, FieldReader, Timing } from './kind.ts'
import { answerTokens, modelCall, modelFacts, slowSpeedRatio } from './llm.ts'
import { hoursPerMonth, priceOf, technology } from './priced-lines.ts'
import { decodeStepSeconds, firstTokenSeconds, gpus } from './serving-model.ts'
import type { Serving } from './serving-model.ts'
import { tailWhenOnlyMedianIsKnown, workedOutSpread } from './service-time.ts'
import { promptTokens, reasoningTokens, tokenUse, visibleTokens } from './token-use.ts'

const defaultGpu = 'l40s'
const bytesOf: Readonly<Record<string, number>> = { bf16: 2, fp8: 1, fp4: 0.5625 }

/** Self-hosted: no price per token, so batch and cache prices do not apply. */
const { batch: _batch, cacheHitShare: _cacheHitShare, ...call } = modelCall

export const llmSelfHosted = defineKind({
  id: 'llm-self-hosted',
  title: 'Self-hosted LLM',
  summary: 'A generative model on machines that this design pays for.',
  family: 'models',
  icon: 'cpu',
  keywords: ['open weights', 'llama', 'mistral', 'qwen', 'vllm', 'tgi', 'gpu', 'on-premises', 'gpt-oss'],
  traits: ['generates-text', 'self-hosted', 'streams'],
  products: ['meta/llama-3.1-8b', 'meta/llama-3.3-70b', 'qwen/qwen3-32b', 'openai/gpt-oss-120b'],
  settings: {
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
    gpus: amount('GPUs per replica', 'GPUs', { first: true, integer: true, min: 1, ...assumed(1, 1, 2) }),
    replicas: amount('Replicas', 'machines', { first: true, integer: true, ...assumed(1, 1, 2) }),
    maxConcurrency: amount('Calls at once per replica', 'calls', { first: true, integer: true, ...assumed(16, 8, 64) }),
    precision: option('Precision', { bf16: 'bf16', fp8: 'fp8', fp4: 'fp4' }, 'fp8', 'assumed: common in serving'),
    activeBillion: amount('Active parameters, billions', 'count', {
      help: 'Of a mixture of experts; without it: all.',
    }),
    ...modelFacts,
    signed: fact(
      'Weights are checked',
      'Are the weights checked by hash or signature before they are loaded?',
      'Engineering',
    ),
    minReplicas: amount('Replicas when idle', 'machines', {
      integer: true,
      fact: true,
      question: 'Does it scale down to nothing when idle?',
      ask: 'Platform team',
    }),
    reasoningEffort: option(
      'Reasoning effort',
      { none: 'None', low: 'Low', medium: 'Medium', high: 'High' },
      'none',
      'no reasoning until stated',
    ),
    ttftP50Ms: amount('Time to first token, median', 'ms', {
      help: 'Measured; without it: worked out from model and GPU.',
    }),
    ttftP95Ms: amount('Time to first token, 95th percentile', 'ms'),
    tokensPerSecond: amount('Output speed of one call', 'tokens/s', { help: 'Measured; without it: worked out.' }),
    usdPerGpuHour: amount('Price per GPU hour', 'USD/hour', { help: 'Over the price book.' }),
    contextTokens: amount('Context window', 'tokens', { integer: true }),
    ...availabilityField(0.995, 'assumed: one replica on one GPU machine', 0.98, 0.999),
    promptCacheMinTokens: amount(
      'Shortest prompt that is cached',
      'tokens',
      published(0, 'prefix caching works block by block'),
    ),
  },
  call,
  place: 70,
  mode: 'stream',
  time: servedTime,
  costPerMonth: ({ settings }, prices) => [
    technology(
      'gpus',
      'GPUs',
      product(
        settings.input('replicas'),
        settings.input('gpus'),
        hoursPerMonth,
        priceOf(settings, 'usdPerGpuHour', prices, 'gpu.hour', `gpu/${settings.text('gpu') ?? defaultGpu}`),
      ),
    ),
  ],
  capacity: slots,
  tokens: tokenUse,
  answers: answerTokens,
})

function servingOf(settings: FieldReader): Serving | undefined {
  const gpu = gpus[settings.text('gpu') ?? defaultGpu]
  if (!gpu) return undefined
  const parametersBillion = settings.input('parametersBillion').value
  return {
    gpu,
    gpus: Math.max(1, settings.input('gpus').value),
    parametersBillion,
    activeBillion: settings.number('activeBillion') ?? parametersBillion,
    bytesPerParameter: bytesOf[settings.text('precision') ?? 'fp8'] ?? 1,
  }
}

/** Measured numbers win; else the serving model, with half of the slots busy. */
function servedTime(context: CallContext): Timing {
  const { settings } = context
  const serving = servingOf(settings)
  const perToken = secondsPerToken(settings, serving, settings.input('maxConcurrency').value / 2)
  const measured = settings.number('ttftP50Ms')
  const toFirst = measured ?? (serving ? firstTokenSeconds(serving, promptTokens(context)) * 1000 : 0)
  const tail = settings.number('ttftP95Ms') ?? toFirst * tailWhenOnlyMedianIsKnown
  const thinking = (reasoningTokens(context)?.value ?? 0) * perToken * 1000
  const rest = visibleTokens(context.call).value * perToken * 1000
  const inputs = [settings.input(measured === undefined ? 'parametersBillion' : 'ttftP50Ms')]
  return {
    first: workedOutSpread({ value: toFirst + thinking }, tail + thinking * slowSpeedRatio, inputs),
    rest: workedOutSpread({ value: rest }, rest * slowSpeedRatio, inputs),
  }
}

function secondsPerToken(settings: FieldReader, serving: Serving | undefined, batch: number): number {
  const measured = settings.number('tokensPerSecond')
  if (measured !== undefined) return measured > 0 ? 1 / measured : 0
  return serving ? decodeStepSeconds(serving, Math.max(1, batch)) : 0
}

/** All slots busy: each gets a token per decode step, and an answer takes that many steps. */
function slots(context: CallContext): Capacity | undefined {
  const { settings } = context
  const servers = settings.input('maxConcurrency').value * settings.input('replicas').value
  const perToken = secondsPerToken(settings, servingOf(settings), settings.input('maxConcurrency').value)
  const seconds = tokenUse(context).output * perToken
  if (seconds <= 0) return undefined
  return { callsPerSecond: servers / seconds, servers, why: 'Calls at once over the time of one answer' }
}
