import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gpus } from './gpus.ts'
import { predictPoint } from './measured-points.ts'
import { modelStructures, structureOfSize } from './models.ts'
import type { Precision } from './precision.ts'
import {
  cacheBytes,
  cacheBytesPerToken,
  firstTokenSeconds,
  prefillSeconds,
  secondsPerToken,
  slotsOf,
  touchedBytes,
} from './serving-model.ts'
import type { Serving } from './serving-model.ts'

function serving(model: string, gpu: string, count = 1, precision: Precision = 'bf16'): Serving {
  const structure = modelStructures[model]
  const accelerator = gpus[gpu]
  if (!structure || !accelerator) throw new Error(`${model} or ${gpu} is not in the tables`)
  return { model: structure, gpu: accelerator, gpus: count, precision, cachePrecision: 'auto', engine: 'vllm' }
}

describe('memory', () => {
  it.each([
    ['meta/llama-3.1-8b', 131_072],
    ['meta/llama-3.3-70b', 327_680],
    ['meta/llama-3.1-405b', 516_096],
    ['mistral/mixtral-8x7b', 131_072],
    ['mistral/mixtral-8x22b', 229_376],
    ['qwen/qwen3-8b', 147_456],
    ['qwen/qwen3-32b', 262_144],
    ['qwen/qwen3-30b-a3b', 98_304],
    ['qwen/qwen3-235b-a22b', 192_512],
    ['deepseek/deepseek-r1', 70_272],
    ['openai/gpt-oss-120b', 73_728],
    ['openai/gpt-oss-20b', 49_152],
    ['moonshot/kimi-k2', 70_272],
  ])('keeps the bytes a token of %s: %i at bf16', (model, bytes) => {
    expect(cacheBytesPerToken(serving(model, 'h100'))).toBe(bytes)
  })

  it('counts the slots of 70B at fp8 on two H100 with 8,192 in and 1,024 out', () => {
    expect(slotsOf(serving('meta/llama-3.3-70b', 'h100', 2, 'fp8'), { prompt: 8192, answer: 1024 })).toBe(24)
  })

  it('has no slot where the weights do not fit', () => {
    const tooLarge = serving('meta/llama-3.3-70b', 'h100')
    expect(cacheBytes(tooLarge)).toBeLessThan(0)
    expect(slotsOf(tooLarge, { prompt: 1000, answer: 100 })).toBe(0)
  })

  it('reads all of a dense model in a step, and of a mixture the experts that are awake', () => {
    expect(touchedBytes(serving('meta/llama-3.1-8b', 'h100'), 1)).toBeCloseTo(16.06e9, -3)
    const oss = serving('openai/gpt-oss-120b', 'h100', 1, 'fp8')
    expect(touchedBytes(oss, 1)).toBeCloseTo((2.3 + (114.7 * 4) / 128) * 1e9, -3)
    expect(touchedBytes(oss, 1e6)).toBeCloseTo(117e9, -3)
  })
})

describe('published anchors', () => {
  /** Measured milliseconds per output token, and how far off the constants of the engine may be, in percent. */
  it.each([
    ['meta/llama-3.1-70b', 'h100', 2, 'fp8', 'vllm', 1024, 1024, 4, 17.41, 8],
    ['meta/llama-3.1-70b', 'h100', 2, 'fp8', 'vllm', 1024, 1024, 16, 19.74, 8],
    ['meta/llama-3.1-70b', 'h100', 2, 'fp8', 'vllm', 1024, 1024, 64, 28.77, 8],
    ['meta/llama-3.1-70b', 'h200', 2, 'fp8', 'vllm', 1024, 1024, 4, 13.91, 8],
    ['meta/llama-3.1-70b', 'h200', 2, 'fp8', 'vllm', 1024, 1024, 64, 22.71, 20],
    ['meta/llama-3.1-70b', 'h200', 2, 'fp8', 'vllm', 8192, 1024, 16, 27.47, 8],
    ['meta/llama-3.1-70b', 'b200', 1, 'fp8', 'vllm', 1024, 1024, 16, 17.67, 8],
    ['meta/llama-3.1-70b', 'b200', 1, 'fp8', 'vllm', 1024, 1024, 64, 23.1, 8],
    ['meta/llama-3.1-70b', 'b200', 1, 'fp8', 'vllm', 1024, 8192, 4, 16.67, 8],
    ['qwen/qwen3-32b', 'h100', 2, 'bf16', 'vllm', 1024, 1024, 16, 17.38, 8],
    ['qwen/qwen3-32b', 'h100', 2, 'bf16', 'vllm', 1024, 128, 64, 46.02, 10],
    ['qwen/qwen3-32b', 'h100', 1, 'fp8', 'trtllm', 1024, 128, 16, 24.25, 12],
    ['meta/llama-3.1-8b', 'h100', 1, 'bf16', 'trtllm', 1024, 128, 16, 9.77, 20],
    ['openai/gpt-oss-120b', 'h200', 1, 'fp4', 'vllm', 1024, 1024, 16, 12.65, 40],
    ['openai/gpt-oss-120b', 'b200', 1, 'fp4', 'vllm', 1024, 1024, 16, 5.84, 40],
    ['deepseek/deepseek-r1', 'h200', 8, 'fp8', 'sglang', 1024, 1024, 16, 16.63, 40],
    ['deepseek/deepseek-r1', 'h200', 8, 'fp8', 'sglang', 8192, 1024, 64, 50.24, 40],
  ] as const)('%s on %s x%i %s, %s, %i in, %i out, %i callers', (...anchor) => {
    const [model, gpu, gpusUsed, precision, engine, prompt, answer, concurrency, measuredMs, percent] = anchor
    const { tpotMs } = predictPoint({ model, gpu, gpus: gpusUsed, precision, prompt, answer, concurrency, engine })
    expect(Math.abs(100 * (tpotMs / measuredMs - 1))).toBeLessThanOrEqual(percent)
  })

  it('flags the queue behind 64 callers of 70B on two H100 with long prompts', () => {
    const point = { model: 'meta/llama-3.1-70b', gpu: 'h100', gpus: 2, precision: 'fp8', engine: 'vllm' } as const
    expect(predictPoint({ ...point, prompt: 8192, answer: 1024, concurrency: 64 }).queueing).toBe(true)
    expect(predictPoint({ ...point, prompt: 8192, answer: 1024, concurrency: 16 }).queueing).toBe(false)
  })

  /** NVIDIA NIM, Llama 3.3 70B with weights and cache at fp8 on two H100, 5,000 in and 500 out: not part of any fit. */
  it.each([
    [1, 18.58, 18.07],
    [5, 21.83, 21.37],
    [25, 38.75, 37.84],
    [50, 59.73, 58.44],
  ])('meets the NIM row at %i callers (%f ms) within 5 %%', (callers, measuredMs, publishedMs) => {
    const server = serving('meta/llama-3.3-70b', 'h100', 2, 'fp8')
    const nim = { ...server, engine: 'other', cachePrecision: 'fp8' } as const
    const predictedMs = 1000 * secondsPerToken(nim, { prompt: 5000, answer: 500 }, callers)
    expect(Math.abs(predictedMs / measuredMs - 1)).toBeLessThanOrEqual(0.05)
    expect(Math.abs(predictedMs / publishedMs - 1)).toBeLessThanOrEqual(0.005)
  })
})

describe('properties', () => {
  const anyServing = fc.record({
    model: fc.constantFrom(...Object.keys(modelStructures)),
    gpu: fc.constantFrom(...Object.keys(gpus)),
    count: fc.constantFrom(1, 2, 4, 8),
    precision: fc.constantFrom<Precision>('bf16', 'fp8', 'fp4', 'int4'),
    engine: fc.constantFrom('vllm', 'trtllm', 'sglang', 'other'),
  })
  const anyLengths = fc.record({
    prompt: fc.integer({ min: 1, max: 200_000 }),
    answer: fc.integer({ min: 1, max: 30_000 }),
  })
  const build = ({
    model,
    gpu,
    count,
    precision,
    engine,
  }: typeof anyServing extends fc.Arbitrary<infer T> ? T : never) =>
    ({ ...serving(model, gpu, count, precision), engine }) as Serving

  it('never gets faster per token with more sequences running', () => {
    fc.assert(
      fc.property(
        anyServing,
        anyLengths,
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        (...all) => {
          const [given, lengths, few, more] = all
          const server = build(given)
          const fewer = secondsPerToken(server, lengths, few)
          expect(secondsPerToken(server, lengths, few + more)).toBeGreaterThanOrEqual(fewer)
          expect(firstTokenSeconds(server, lengths, few + more)).toBeGreaterThanOrEqual(
            firstTokenSeconds(server, lengths, few) - 1e-12,
          )
          expect(Number.isFinite(fewer) && fewer > 0).toBe(true)
        },
      ),
    )
  })

  it('never gets slower with more bandwidth', () => {
    fc.assert(
      fc.property(
        anyServing,
        anyLengths,
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (...all) => {
          const [given, lengths, running, factor] = all
          const server = build(given)
          const faster = {
            ...server,
            gpu: { ...server.gpu, terabytesPerSecond: server.gpu.terabytesPerSecond * factor },
          }
          expect(secondsPerToken(faster, lengths, running)).toBeLessThanOrEqual(
            secondsPerToken(server, lengths, running),
          )
        },
      ),
    )
  })

  it('never prefills longer when more of the prompt is cached, and never has more slots for longer calls', () => {
    fc.assert(
      fc.property(anyServing, anyLengths, fc.double({ min: 0, max: 1, noNaN: true }), (given, lengths, cachedShare) => {
        const server = build(given)
        expect(prefillSeconds(server, { ...lengths, cachedShare })).toBeLessThanOrEqual(prefillSeconds(server, lengths))
        const longer = { ...lengths, prompt: lengths.prompt + 1000 }
        expect(slotsOf(server, longer)).toBeLessThanOrEqual(slotsOf(server, lengths))
      }),
    )
  })

  it('gives finite times for absurd sizes', () => {
    for (const size of [0, 1e-9, 1e12]) {
      const model = structureOfSize(size, size)
      const time = secondsPerToken({ ...serving('qwen/qwen3-8b', 't4'), model }, { prompt: 0, answer: 0 }, 0)
      expect(Number.isFinite(time) && time > 0).toBe(true)
    }
  })
})
