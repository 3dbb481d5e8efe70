import type { Engine } from './constants.ts'
import type { Gpu } from './gpus.ts'

/** Formats of the weights. fp4 carries a scale for every 16 numbers; int4 packs the weights alone and computes in bf16. */
export const precisions = { bf16: 'bf16', fp8: 'fp8', fp4: 'fp4', int4: 'int4, weights only' } as const
export type Precision = keyof typeof precisions

export const bytesPerWeight: Readonly<Record<Precision, number>> = { bf16: 2, fp8: 1, fp4: 0.5625, int4: 0.5625 }

export const cachePrecisions = { auto: 'As the engine does', bf16: 'bf16', fp8: 'fp8' } as const
export type CachePrecision = keyof typeof cachePrecisions

/**
 * Bytes of one number in the KV cache. By itself vLLM and SGLang keep bf16; TensorRT-LLM takes the fp8 scales that
 * checkpoints of fp8 and fp4 bring.
 */
export function bytesPerCached(cache: CachePrecision, weights: Precision, engine: Engine): number {
  if (cache !== 'auto') return cache === 'fp8' ? 1 : 2
  return engine === 'trtllm' && (weights === 'fp8' || weights === 'fp4') ? 1 : 2
}

/** Peak in operations a second: a format that the GPU lacks is computed in the next wider one. */
export function peakFlops({ teraflops }: Gpu, precision: Precision): number {
  const { bf16, fp8 = bf16, fp4 = fp8 } = teraflops
  return { bf16, int4: bf16, fp8, fp4 }[precision] * 1e12
}
