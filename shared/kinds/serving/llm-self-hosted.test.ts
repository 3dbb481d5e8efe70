import { describe, expect, it } from 'vitest'
import type { Settings } from '../../design/design.ts'
import { readFields } from '../fields/field-reader.ts'
import { evaluate, input } from '../formula/formula.ts'
import { findKind, findProduct } from '../index.ts'
import type { CallContext, Capacity, PriceLookup } from '../kind.ts'

const kind = findKind('llm-self-hosted')

/** A book with one price for each GPU and seller that is asked for here. */
const prices: PriceLookup = {
  find: (item, product) => {
    const usd: Readonly<Record<string, number>> = {
      'gpu.hour gpu/h100': 6.88,
      'gpu.hour gpu/h100@lambda': 3.99,
      'gpu.hour-spot gpu/h100@gcp': 2.91,
      'gpu.hour-spot gpu/h100@coreweave': 2.46,
    }
    const value = usd[`${item} ${product ?? ''}`]
    const node = input(item, value ?? 0, 'USD/hour', { from: 'price' })
    return value === undefined ? { ...node, missing: true } : node
  },
}

function contextOf(product: string | undefined, settings: Settings, call: Settings = {}, peak?: number): CallContext {
  const known = findProduct(product)
  const layer = (stated: Settings) => [{ settings: stated, from: 'box' }]
  return {
    component: 'box',
    product,
    settings: readFields({ element: 'box', layers: layer(settings), fields: kind.settings, product: known }),
    call: readFields({ element: 'arrow', layers: layer(call), fields: kind.call, product: known }),
    hand: { tokens: 0, pages: 0, items: 0, bytes: 0 },
    ...(peak === undefined ? {} : { peakCallsPerSecond: peak }),
  }
}

function served(product: string | undefined, settings: Settings, call: Settings = {}, peak?: number) {
  const found = kind.serving?.(contextOf(product, settings, call, peak), prices)
  if (!found) throw new Error('The kind serves nothing.')
  return found
}

const llama = 'meta/llama-3.3-70b'
const twoH100 = { gpu: 'h100', gpus: 2 }
const chat = { inputTokens: 1024, outputTokens: 1024 }

describe('what fits', () => {
  it('says what a model needs, what there is, and what would do', () => {
    const { fits, problems } = served(llama, { gpu: 'h100', gpus: 1, precision: 'bf16' }, chat)
    expect(fits).toBe(false)
    expect(problems).toEqual([
      {
        field: 'gpus',
        sentence: 'Llama 3.3 70B at bf16 needs 141 GB; one H100 80 GB has 75 GB for it. Take 2 of them or fp8.',
      },
    ])
  })

  it('names the longest call, where only the cache has no room', () => {
    const { fits, problems } = served(llama, { ...twoH100, precision: 'fp8' }, { ...chat, inputTokens: 900_000 })
    expect(fits).toBe(false)
    // 0.9 x 160 GB - 70.55 GB - 4 GB at 327,680 bytes a token.
    const room = (0.9 * 160e9 - 70.55e9 - 4e9) / 327_680
    expect(Math.floor(room / 10_000) * 10_000).toBe(210_000)
    expect(problems[0]?.sentence).toContain('the cache of one call of this length does not fit beside it')
    expect(problems[0]?.sentence).toContain('or calls of at most 210,000 tokens.')
  })

  it('takes no call where it does not fit, whatever was measured elsewhere', () => {
    const settings = { gpu: 'h100', gpus: 1, precision: 'bf16', tokensPerSecond: 50 }
    expect(kind.capacity?.(contextOf(llama, settings, chat))).toBeUndefined()
    expect(kind.capacity?.(contextOf(llama, { ...settings, gpus: 4 }, chat))).toBeDefined()
  })

  it('has slots, seats and memory where it fits', () => {
    const found = served(llama, twoH100, chat)
    expect(found).toMatchObject({ fits: true, problems: [], gpusPerReplica: 2, memoryGigabytes: 160 })
    expect(found.weightsGigabytes).toBeCloseTo(70.55, 9)
    expect(found.cacheGigabytes).toBeCloseTo(144 - 70.55 - 4, 9)
    expect(found.slots).toBe(Math.floor(69.45e9 / (327_680 * 1536)))
    expect(found.seats).toBe(found.slots)
    expect(served(llama, { ...twoH100, maxConcurrency: 8 }, chat).seats).toBe(8)
  })
})

describe('at the load', () => {
  it('runs as many sequences as Little says: arrivals times the time that a call then takes', () => {
    for (const perSecond of [0.1, 0.5, 1.5, 2.5]) {
      const found = served(llama, twoH100, chat, perSecond)
      const seconds = (found.ttftMs.value + 1023 * found.tpotMs.value) / 1000
      expect(found.running).toBeCloseTo(perSecond * (found.running < 1 ? seconds : seconds), 3)
      expect(found.queueing).toBe(false)
    }
  })

  it('gets slower as more arrives, and says when more arrives than it serves', () => {
    const at = (perSecond: number) => served(llama, twoH100, chat, perSecond)
    const speeds = [0.01, 0.5, 1, 2, 3].map((perSecond) => at(perSecond).tpotMs.value)
    expect(speeds).toEqual(speeds.toSorted((a, b) => a - b))
    const full = at(1000)
    expect(full).toMatchObject({ queueing: true, running: full.seats })
    expect(at(full.callsPerSecond * 0.99).queueing).toBe(false)
  })

  it('shares the load among replicas', () => {
    const one = served(llama, twoH100, chat, 1)
    const two = served(llama, { ...twoH100, replicas: 2 }, chat, 2)
    expect(two.tpotMs.value).toBeCloseTo(one.tpotMs.value, 9)
  })

  it('sustains the seats over the time of one call when all are taken', () => {
    const limits = [kind.capacity?.(contextOf(llama, { ...twoH100, replicas: 3 }, chat)) ?? []].flat()
    const limit = limits[0] as Capacity
    const found = served(llama, twoH100, chat)
    expect(limit.limitedBy).toBe('gpus')
    expect(limit.servers).toBe(3 * found.seats)
    expect(limit.callsPerSecond).toBeCloseTo(3 * found.callsPerSecond, 9)
  })

  it('skips the prefill of what the prefix cache has', () => {
    const long = { inputTokens: 20_000, outputTokens: 200 }
    const cold = served(llama, twoH100, long).ttftMs.value
    const warm = served(llama, { ...twoH100, prefixCacheHitShare: 0.9 }, long).ttftMs.value
    expect(warm).toBeLessThan(cold / 2)
  })
})

describe('times', () => {
  it('prefers what somebody measured', () => {
    const time = kind.time?.(contextOf(llama, { ...twoH100, ttftP50Ms: 200, tokensPerSecond: 50 }, chat))
    expect(time?.first.p50Ms).toBe(200)
    expect(time?.rest?.p50Ms).toBeCloseTo(1023 * 20, 9)
    const limits = [
      kind.capacity?.(contextOf(llama, { ...twoH100, tokensPerSecond: 50, ttftP50Ms: 0, maxConcurrency: 10 }, chat)) ??
        [],
    ]
    expect(limits.flat()[0]?.callsPerSecond).toBeCloseTo((10 * 50) / 1024, 9)
  })

  it('carries its error as a band: what was measured closely is known better than what was not', () => {
    const near = served(llama, twoH100, chat)
    const far = served('qwen/qwen3-14b', { gpu: 'l40s', gpus: 2 }, chat)
    const width = (node: { low?: number; high?: number; value: number }) =>
      ((node.high ?? 0) - (node.low ?? 0)) / node.value
    expect(near.extrapolated).toBeUndefined()
    expect(near.error).toBeLessThan(0.1)
    expect(width(near.tpotMs)).toBeCloseTo(2 * near.error, 9)
    expect(width(near.ttftMs)).toBeCloseTo(0.8, 9)
    const sglang = served(llama, { ...twoH100, engine: 'sglang' }, chat)
    const { error, low, high } = sglang.firstToken
    expect(error).toBeGreaterThan(0.4)
    expect(high).toBeGreaterThan(4)
    expect(sglang.ttftMs.low).toBeCloseTo(low * sglang.ttftMs.value, 9)
    expect(sglang.ttftMs.high).toBeCloseTo(high * sglang.ttftMs.value, 9)
    expect(far.extrapolated).toBe('Qwen3 14B and the L40S 48 GB were not among what was measured.')
    expect(width(far.tpotMs)).toBeCloseTo(0.5, 9)
  })

  it('puts reasoning before the first visible token', () => {
    const plain = kind.time?.(contextOf(llama, twoH100, chat))
    const thinking = kind.time?.(contextOf(llama, twoH100, { ...chat, reasoningTokens: 1000 }))
    expect(thinking?.first.p50Ms).toBeGreaterThan((plain?.first.p50Ms ?? 0) + 10_000)
    expect(thinking?.rest?.p50Ms).toBeGreaterThan(0)
  })
})

describe('money', () => {
  const perHour = (settings: Settings) => served(llama, { ...twoH100, ...settings }, chat).usdPerGpuHour
  it('takes the large cloud, a seller, spot, or what somebody pays', () => {
    expect(perHour({}).value).toBe(6.88)
    expect(perHour({ seller: 'lambda' }).value).toBe(3.99)
    expect(perHour({ purchase: 'spot' }).value).toBe(2.46)
    expect(perHour({ purchase: 'spot', seller: 'gcp' }).value).toBe(2.91)
    expect(perHour({ usdPerGpuHour: 1.5 }).value).toBe(1.5)
    expect(perHour({ purchase: 'spot', seller: 'azure' })).toMatchObject({ missing: true })
  })

  it('pays GPUs and a share of an engineer each month', () => {
    const { settings, component, product } = contextOf(llama, { ...twoH100, replicas: 3 })
    const callsPerMonth = input('Calls', 0, 'calls/month', { from: 'derived' })
    const month = { component, product, settings, callsPerMonth, peakCallsPerSecond: 0, copies: 1 }
    const lines = kind.costPerMonth?.(month, prices) ?? []
    expect(lines.map((line) => [line.headline, evaluate(line.usd)])).toEqual([
      ['technology', 3 * 2 * 730 * 6.88],
      ['people', 1800],
    ])
  })
})

describe('bad input', () => {
  it.each([
    ['a GPU that nobody knows', llama, { gpu: 'abacus' }, 'gpu', 'Nothing is known of the GPU "abacus"'],
    ['no GPU', llama, { gpus: 0 }, 'gpus', 'at least one GPU'],
    ['no replica', llama, { ...twoH100, replicas: 0 }, 'replicas', 'No replica runs'],
    ['no call at once', llama, { ...twoH100, maxConcurrency: 0 }, 'maxConcurrency', 'at least one call at once'],
    ['a model that nobody knows', 'nobody/model', {}, 'parametersBillion', 'structure of nobody/model is not known'],
    ['no parameters', undefined, { parametersBillion: 0 }, 'parametersBillion', 'more than no parameters'],
    ['absurdly many parameters', undefined, { parametersBillion: 1e12 }, 'gpus', 'Take a GPU with more memory'],
    ['a negative count', llama, { gpus: -3 }, 'gpus', 'at least one GPU'],
  ])('%s: a sentence at the field, and numbers that are numbers', (_, product, settings, field, words) => {
    const found = served(product, settings, { inputTokens: 1e7, outputTokens: 1e6 }, 1e6)
    expect(found.problems.find((each) => each.field === field)?.sentence).toContain(words)
    for (const value of Object.values(found)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
    const time = kind.time?.(contextOf(product, settings, {}, 1e6))
    expect(Number.isFinite(time?.first.p50Ms) && Number.isFinite(time?.rest?.p95Ms)).toBe(true)
    for (const limit of [kind.capacity?.(contextOf(product, settings)) ?? []].flat()) {
      expect(limit.callsPerSecond).toBeGreaterThan(0)
    }
  })
})
