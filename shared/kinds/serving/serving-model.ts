import { constantsOf } from './constants.ts'
import type { Engine, ServingConstants } from './constants.ts'
import type { Gpu } from './gpus.ts'
import type { ModelStructure } from './models.ts'
import { bytesPerCached, bytesPerWeight, peakFlops } from './precision.ts'
import type { CachePrecision, Precision } from './precision.ts'

/**
 * The analytic model of self-hosted serving with continuous batching: a decode step sweeps the weights once and the KV
 * cache of every running sequence, a prefill is bound by compute, and each neighbour's prefill steals one slice of a
 * sequence's life. Formulas are of first order; six constants a class stand for all that kernels do (`constants.ts`).
 */
export interface Serving {
  readonly model: ModelStructure
  readonly gpu: Gpu
  /** GPUs of one replica, in tensor parallel. */
  readonly gpus: number
  readonly precision: Precision
  readonly cachePrecision: CachePrecision
  readonly engine: Engine
  /** In the place of the class's own, for fitting. */
  readonly constants?: ServingConstants
}

/** One call: tokens in, tokens out (reasoning included), and the share of the prompt that is found in the prefix cache. */
export interface Lengths {
  readonly prompt: number
  readonly answer: number
  readonly cachedShare?: number
}

/**
 * Memory that an engine may use of a GPU, and what it keeps for itself, in bytes. Whoever runs a model that leaves less
 * than a fiftieth for the cache gives the engine more than usual: DeepSeek R1 at fp8 was measured so on four B200.
 */
const usualShare = 0.9
const tightShare = 0.96
const leastCacheShare = 0.02
const reservedBytes = 2e9
/**
 * Tokenising, scheduling and sending the first token; and the part of the neighbours' prefills that one's own waits for.
 * One pair for all engines, fitted on half of the measured configurations (mean absolute logarithm of the error): a queue
 * weighted by how busy prefills keep the server was off by half as much again on the half that was not looked at.
 */
const firstTokenOffsetSeconds = 0.05
const prefillQueueing = 0.17

/** Bytes that one token leaves in the KV cache: 2 x layers x KV heads x head size, or one latent vector a layer. */
export function cacheBytesPerToken({ model, cachePrecision, precision, engine }: Serving): number {
  const { attention, layers } = model
  const elements =
    attention.type === 'latent'
      ? layers * attention.latentDimension
      : 2 * layers * attention.keyValueHeads * attention.headDimension
  return elements * bytesPerCached(cachePrecision, precision, engine)
}

/** Memory of the weights, in bytes. */
export function weightBytes({ model, precision }: Serving): number {
  return model.parametersBillion * 1e9 * bytesPerWeight[precision]
}

/**
 * Bytes left for the KV cache: 90 % of the memory (96 % where that is tight) without the weights and 2 GB a GPU; negative
 * when it does not fit.
 */
export function cacheBytes(serving: Serving): number {
  return cacheBytesAt(serving, isTight(serving) ? tightShare : usualShare)
}

/** Whether the weights leave hardly any room at the share of memory that engines take by themselves. */
export function isTight(serving: Serving): boolean {
  return cacheBytesAt(serving, usualShare) < leastCacheShare * totalBytes(serving)
}

function cacheBytesAt(serving: Serving, share: number): number {
  return share * totalBytes(serving) - weightBytes(serving) - reservedBytes * serving.gpus
}

function totalBytes({ gpu, gpus }: Serving): number {
  return gpu.memoryGigabytes * 1e9 * gpus
}

/** Sequences that the KV cache holds at once, at their mean length: the whole prompt and half of the answer. */
export function slotsOf(serving: Serving, lengths: Lengths): number {
  return Math.max(0, Math.floor(cacheBytes(serving) / (cacheBytesPerToken(serving) * Math.max(1, meanLength(lengths)))))
}

/**
 * Bytes of weights that one step with `batch` tokens reads: all of a dense model; of a mixture what every token passes
 * and the experts that at least one token is sent to, X (1 - (1 - k/E)^batch).
 */
export function touchedBytes(serving: Serving, batch: number): number {
  const { experts, parametersBillion } = serving.model
  if (!experts) return weightBytes(serving)
  const awake = 1 - (1 - experts.perToken / experts.count) ** batch
  const billions = parametersBillion - experts.parametersBillion * (1 - awake)
  return billions * 1e9 * bytesPerWeight[serving.precision]
}

/**
 * Seconds of one decode step with `batch` sequences running; each gets one token out of it. The larger of reading
 * (weights and caches over bandwidth) and computing (2 x active parameters a token), then the fixed time per layer and
 * the two exchanges a layer between GPUs.
 */
function decodeStepSeconds(serving: Serving, lengths: Lengths, batch: number): number {
  const { gpu, gpus, model } = serving
  const { memoryUse, decodeUse } = constantsFor(serving)
  const running = Math.max(1, batch)
  const read = touchedBytes(serving, running) + running * meanLength(lengths) * cacheBytesPerToken(serving)
  const reading = read / (gpus * gpu.terabytesPerSecond * 1e12 * memoryUse)
  const computing = (2 * model.activeBillion * 1e9 * running) / (gpus * peakFlops(gpu, serving.precision) * decodeUse)
  return Math.max(reading, computing) + fixedSeconds(serving, running)
}

/**
 * Seconds of one prompt's prefill: 2 x active parameters a token, and attention 2 x layers x query width x prompt^2 (half
 * of the square, because nobody looks ahead). Tokens of a cached prefix are not computed again. Never faster than one
 * sweep over the weights.
 */
export function prefillSeconds(serving: Serving, { prompt, cachedShare = 0 }: Lengths): number {
  const { gpu, gpus, model } = serving
  const { memoryUse, prefillUse } = constantsFor(serving)
  const cached = Math.min(Math.max(cachedShare, 0), 1) * prompt
  const fresh = Math.max(1, prompt - cached)
  const attention = 2 * model.layers * model.queryWidth * Math.max(0, prompt * prompt - cached * cached)
  const flops = 2 * model.activeBillion * 1e9 * fresh + attention
  const computing = flops / (gpus * peakFlops(gpu, serving.precision) * prefillUse)
  const sweep = touchedBytes(serving, fresh) / (gpus * gpu.terabytesPerSecond * 1e12 * memoryUse)
  return Math.max(computing, sweep) + fixedSeconds(serving, fresh)
}

/** Time per output token: a decode step, and the slices that the prefills of the neighbours steal. */
export function secondsPerToken(serving: Serving, lengths: Lengths, batch: number): number {
  const running = Math.max(1, batch)
  const stolen = ((running - 1) * prefillSeconds(serving, lengths)) / Math.max(1, lengths.answer)
  return decodeStepSeconds(serving, lengths, running) + stolen
}

/** Time to the first token once the sequence has a slot: offset, prefill, half a step to wait for, and the queue of prefills. */
export function firstTokenSeconds(serving: Serving, lengths: Lengths, batch: number): number {
  const running = Math.max(1, batch)
  const prefill = prefillSeconds(serving, lengths)
  const step = decodeStepSeconds(serving, lengths, running)
  const queue = (prefillQueueing * (running - 1) * prefill) / 2
  return firstTokenOffsetSeconds + prefill + step / 2 + queue
}

/** A whole call from slot to last token. */
export function serviceSeconds(serving: Serving, lengths: Lengths, batch: number): number {
  const rest = Math.max(0, lengths.answer - 1) * secondsPerToken(serving, lengths, batch)
  return firstTokenSeconds(serving, lengths, batch) + rest
}

/** Output tokens a second of one replica with `batch` sequences running all the time. */
export function tokensPerSecond(serving: Serving, lengths: Lengths, batch: number): number {
  return batch / secondsPerToken(serving, lengths, batch)
}

function meanLength({ prompt, answer }: Lengths): number {
  return prompt + answer / 2
}

/** What each step pays however little it carries: time per layer, and between GPUs two exchanges a layer (all-reduce). */
function fixedSeconds(serving: Serving, tokens: number): number {
  const { gpu, gpus, model } = serving
  const { layerSeconds, exchangeSeconds, linkUse } = constantsFor(serving)
  const layers = model.layers * layerSeconds
  if (gpus <= 1) return layers
  const bytes = tokens * model.hidden * 2
  const carried = ((2 * (gpus - 1)) / gpus) * (bytes / (gpu.linkGigabytesPerSecond * 1e9 * linkUse))
  return layers + 2 * model.layers * (exchangeSeconds + carried)
}

function constantsFor({ constants, engine, model }: Serving): ServingConstants {
  return constants ?? constantsOf(engine, model.experts !== undefined)
}
