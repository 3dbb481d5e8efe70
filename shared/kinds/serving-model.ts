/**
 * A first analytic model of self-hosted serving: a decode step sweeps the weights once and pays a fixed time per layer;
 * a prefill is bound by compute. Constants for dense models on any engine were fitted on public measurements
 * (NVIDIA AIConfigurator silicon data, Apache-2.0): memory use 0.85, compute use 0.75 in prefill and 0.30 in decode,
 * 67 microseconds a layer. Not in it yet: KV cache traffic and slots, tensor-parallel communication, mixture of
 * experts beyond active parameters; they belong here.
 */
export interface Serving {
  readonly parametersBillion: number
  /** Parameters that one token touches; all of them in a dense model. */
  readonly activeBillion: number
  readonly bytesPerParameter: number
  readonly gpu: Gpu
  readonly gpus: number
}

export interface Gpu {
  readonly title: string
  readonly memoryGigabytes: number
  readonly terabytesPerSecond: number
  /** Dense peak at bf16; fp8 doubles it where the GPU has it. */
  readonly teraflops: number
}

/** Dense peaks and memory, from AIConfigurator's system files (Apache-2.0). */
export const gpus: Readonly<Record<string, Gpu>> = {
  t4: { title: 'T4 16 GB', memoryGigabytes: 16, terabytesPerSecond: 0.32, teraflops: 65 },
  l4: { title: 'L4 24 GB', memoryGigabytes: 24, terabytesPerSecond: 0.3, teraflops: 121 },
  a10g: { title: 'A10G 24 GB', memoryGigabytes: 24, terabytesPerSecond: 0.6, teraflops: 70 },
  l40s: { title: 'L40S 48 GB', memoryGigabytes: 45, terabytesPerSecond: 0.864, teraflops: 362 },
  a100: { title: 'A100 80 GB', memoryGigabytes: 80, terabytesPerSecond: 2.039, teraflops: 312 },
  h100: { title: 'H100 80 GB', memoryGigabytes: 80, terabytesPerSecond: 3.35, teraflops: 989 },
  h200: { title: 'H200 141 GB', memoryGigabytes: 141, terabytesPerSecond: 4.8, teraflops: 989 },
  b200: { title: 'B200 180 GB', memoryGigabytes: 180, terabytesPerSecond: 7.7, teraflops: 2250 },
}

const memoryUse = 0.85
const prefillUse = 0.75
const decodeUse = 0.3
const secondsPerLayer = 67e-6
const firstTokenOffsetSeconds = 0.08

/** Layers by size, through 32 at 8B and 126 at 405B (Llama 3); a few layers more or less move a step by a millisecond. */
function layersOf(parametersBillion: number): number {
  return 32 * (Math.max(parametersBillion, 0.1) / 8) ** 0.35
}

/** Seconds of one decode step with `batch` sequences running: each of them gets one token out of it. */
export function decodeStepSeconds(serving: Serving, batch: number): number {
  const { gpu, gpus: count, bytesPerParameter, activeBillion, parametersBillion } = serving
  const touched = batch > 1 ? Math.min(parametersBillion, activeBillion * batch) : activeBillion
  const sweep = (touched * 1e9 * bytesPerParameter) / (count * gpu.terabytesPerSecond * 1e12 * memoryUse)
  const compute = (2 * activeBillion * 1e9 * batch) / (count * peakFlops(serving) * decodeUse)
  return Math.max(sweep, compute) + layersOf(parametersBillion) * secondsPerLayer
}

/** Seconds from the call to the first token on an idle server. */
export function firstTokenSeconds(serving: Serving, promptTokens: number): number {
  const flops = 2 * serving.activeBillion * 1e9 * promptTokens
  const prefill = flops / (serving.gpus * peakFlops(serving) * prefillUse)
  return firstTokenOffsetSeconds + prefill + decodeStepSeconds(serving, 1)
}

/** Whether the weights fit, leaving 10 % of the memory and 2 GB a GPU free. */
export function fitsInMemory({ gpu, gpus: count, parametersBillion, bytesPerParameter }: Serving): boolean {
  return parametersBillion * bytesPerParameter <= count * (gpu.memoryGigabytes * 0.9 - 2)
}

function peakFlops({ gpu, bytesPerParameter }: Serving): number {
  return gpu.teraflops * 1e12 * (bytesPerParameter < 2 ? 2 : 1)
}
