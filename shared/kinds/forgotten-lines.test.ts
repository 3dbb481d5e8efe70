import { describe, expect, it } from 'vitest'
import type { Settings } from '../design/design.ts'
import { readFields } from './fields/field-reader.ts'
import { constant, evaluate, hasMissing, input, inputsOf } from './formula/formula.ts'
import { findKind, findProduct } from './index.ts'
import type { CallContext, PriceLookup } from './kind.ts'

/** Prices by item and product, so that a line can be worked out by hand; what is not listed is not known. */
function book(prices: Readonly<Record<string, number>>): PriceLookup {
  return {
    find(item, product) {
      const usd = prices[`${item}:${product ?? ''}`] ?? prices[item]
      const node = input(item, usd ?? 0, 'USD', { from: 'price', source: 'test' })
      return usd === undefined ? { ...node, missing: true } : node
    },
  }
}

interface Asked {
  readonly product?: string
  readonly settings?: Settings
  readonly call?: Settings
  readonly calls?: number
  readonly does?: CallContext['does']
}

/** Lines of a month and of a call, in USD by their id. */
function linesOf(id: string, prices: Readonly<Record<string, number>>, asked: Asked = {}) {
  const kind = findKind(id)
  const product = findProduct(asked.product)
  const box = { settings: asked.settings, from: 'box' }
  const settings = readFields({ element: 'box', layers: [box], fields: kind.settings, product })
  const layers = [{ settings: asked.call, from: 'arrow' }, box]
  const call = readFields({ element: 'arrow', layers, fields: kind.call, product })
  const callsPerMonth = input('Calls', asked.calls ?? 0, 'calls/month', { from: 'derived' })
  const context = { component: 'box', product: asked.product, settings }
  const month = kind.costPerMonth?.({ ...context, callsPerMonth, peakCallsPerSecond: 1, copies: 1 }, book(prices)) ?? []
  const hand = { tokens: 0, pages: 0, items: 0, bytes: 0 }
  const does = asked.does ? { does: asked.does } : {}
  const each = kind.costPerCall?.({ ...context, call, hand, ...does }, book(prices)) ?? []
  const usd = new Map([...month, ...each].map((line) => [line.id, evaluate(line.usd)]))
  const missing = [...month, ...each].filter((line) => hasMissing(line.usd)).map((line) => line.id)
  return { usd, missing, month, each }
}

describe('lines that estimates forget', () => {
  it('test runs before releases: 200 cases x 4 a month x what the system and the judge read and write', () => {
    const { usd } = linesOf('evaluation', { 'llm.input': 2, 'llm.output': 8 })
    expect(usd.get('test-runs')).toBeCloseTo(200 * 4 * ((6500 * 2 + 550 * 8) / 1e6), 9)
    expect(usd.has('calibration')).toBe(false)
    const read = linesOf('evaluation', {}, { settings: { humanMinutesPerMonth: 120 } })
    expect(read.usd.get('calibration')).toBe(80)
    const stated = { cases: 50, releasesPerMonth: 2, usdPerCase: 0.05 }
    expect(linesOf('evaluation', {}, { settings: stated }).usd.get('test-runs')).toBeCloseTo(5, 9)
    expect(linesOf('evaluation', {}, { settings: { measures: 'online' } }).usd.has('test-runs')).toBe(false)
  })

  it('a question that nobody measured: 50 tokens, assumed, a field away; none where somebody stated none', () => {
    const { usd, each } = linesOf('embedding', { 'embedding.tokens': 2 })
    expect(usd.get('tokens')).toBeCloseTo((50 * 2) / 1e6, 12)
    const [assumed] = inputsOf(each[0]?.usd ?? constant('none', 0)).filter(({ unit }) => unit === 'tokens')
    expect(assumed).toMatchObject({ low: 15, high: 200, provenance: { from: 'default', on: 'box', field: 'tokens' } })
    expect(linesOf('embedding', { 'embedding.tokens': 2 }, { call: { tokens: 0 } }).usd.get('tokens')).toBe(0)
    expect(linesOf('guardrail', { 'guardrail.content': 0.15 }).usd.get('text')).toBeGreaterThan(0)
  })

  it('units of tracing: the trace, each span and each score count', () => {
    const prices = { 'observability.base': 29, 'observability.units': 8 }
    const { usd } = linesOf('observability', prices, { calls: 50_000 })
    expect(usd.get('telemetry')).toBeCloseTo(29 + ((50_000 * (1 + 6 + 1) - 100_000) / 100_000) * 8, 9)
    const few = { spansPerCall: 2, scoresPerCall: 0 }
    expect(linesOf('observability', prices, { calls: 50_000, settings: few }).usd.get('telemetry')).toBeCloseTo(33, 9)
  })

  it('idle machines: what calls keep busy and what waits for them are the whole bill', () => {
    const settings = { replicas: 2, workers: 4, p50Ms: 36, p95Ms: 36 }
    const prices = { 'ml-endpoint.machine-hour': 1 }
    const { usd } = linesOf('ml-endpoint', prices, { settings, calls: 14_600_000 })
    const busyShare = (14_600_000 * 36) / (2 * 4 * 730 * 3_600_000)
    expect(usd.get('machines')).toBeCloseTo(2 * 730 * busyShare, 6)
    expect((usd.get('machines') ?? 0) + (usd.get('idle') ?? 0)).toBeCloseTo(1460, 6)
    const full = linesOf('ml-endpoint', prices, { settings, calls: 1e12 }).usd
    expect(full.get('idle')).toBe(0)
    expect(full.get('machines')).toBe(1460)
    const { usd: nodes } = linesOf('kubernetes-cluster', {
      'compute.machine-hour': 1,
      'cluster.control-plane-hour': 0.1,
      'compute.disk': 0.1,
    })
    expect(nodes.get('idle')).toBeCloseTo(3 * 730 * 0.3, 9)
    expect(nodes.get('control-plane')).toBeCloseTo(73, 9)
  })

  it('backups of every store that keeps gigabytes', () => {
    const prices = { 'store.backup': 0.03 }
    for (const id of [
      'relational-db',
      'nosql-database',
      'graph-database',
      'data-warehouse',
      'lakehouse',
      'search-index',
    ]) {
      const { usd } = linesOf(id, prices, { settings: { gigabytes: 200, backupCopies: 2 } })
      expect(usd.get('backups'), id).toBeCloseTo(200 * 2 * 0.03, 9)
    }
  })

  it('the way out: gateways by the hour, and each gigabyte that passes', () => {
    const { usd } = linesOf('nat-gateway', { 'nat.hour': 0.045, 'nat.gigabytes': 0.045 })
    expect(usd.get('gateways')).toBeCloseTo(2 * 730 * 0.045, 9)
    expect(usd.get('data')).toBeCloseTo((30 / 1e6) * 0.045, 15)
  })
})

describe('how things are paid', () => {
  it('functions by calls and by the time of the whole run', () => {
    const prices = { 'function.requests': 0.2, 'function.gigabyte-seconds': 16.6667 }
    const { usd } = linesOf('serverless-function', prices, { settings: { billedSeconds: 3, memoryGb: 2 } })
    expect(usd.get('requests')).toBeCloseTo(0.2e-6, 15)
    expect(usd.get('duration')).toBeCloseTo(6 * 16.6667e-6, 12)
  })

  it('containers by vCPU and memory', () => {
    const prices = { 'container.vcpu-hour': 0.04048, 'container.memory-hour': 0.004445 }
    const { usd } = linesOf('container-service', prices)
    expect(usd.get('machines')).toBeCloseTo(2 * 730 * (0.04048 + 2 * 0.004445), 9)
  })

  it('streams by what the product bills: brokers, shards or gigabytes', () => {
    const prices = { 'stream.hour': 0.05, 'stream.storage': 0.1, 'stream.requests': 0.014, 'stream.gigabytes': 0.04 }
    const million = { calls: 1e6, settings: { kilobytesPerEvent: 10, retentionDays: 365 / 12 } }
    const brokers = linesOf('event-stream', prices, { ...million, product: 'aws/msk' }).usd
    expect(brokers.get('units')).toBeCloseTo(3 * 730 * 0.05, 9)
    expect(brokers.get('storage')).toBeCloseTo(10 * 0.1, 9)
    const shards = linesOf('event-stream', prices, { ...million, product: 'aws/kinesis' }).usd
    expect([...shards.keys()]).toEqual(['units', 'messages'])
    const taken = linesOf('event-stream', prices, { ...million, product: 'google/pubsub' }).usd
    expect([...taken]).toEqual([['taken-in', expect.closeTo(0.4, 9)]])
  })

  it('tuning by the work of the GPUs: 4 operations per parameter and token with adapters, 6 with all weights', () => {
    const settings = { parametersBillion: 8, gpu: 'h100', useShare: 0.35 }
    const call = { millionTokens: 10, epochs: 3 }
    const hours = (operations: number) => (operations * 8e9 * 30e6) / (989e12 * 0.35 * 3600)
    const prices = { 'gpu.hour:gpu/h100': 4 }
    expect(linesOf('fine-tuning', prices, { settings, call }).usd.get('gpus')).toBeCloseTo(hours(4) * 4, 9)
    const full = { ...settings, method: 'full' }
    expect(linesOf('fine-tuning', prices, { settings: full, call }).usd.get('gpus')).toBeCloseTo(hours(6) * 4, 9)
  })

  it('reads and writes apart', () => {
    const prices = { 'nosql.reads': 0.125, 'nosql.writes': 0.625 }
    expect(linesOf('nosql-database', prices, { does: ['read'] }).each.map(({ id }) => id)).toEqual(['reads'])
    expect(linesOf('nosql-database', prices, { does: ['write'] }).each.map(({ id }) => id)).toEqual(['writes'])
  })

  it('rented software without a price is missing; what is stated counts; what is there already does not', () => {
    expect(linesOf('data-catalogue', {}).month).toEqual([])
    const collibra = linesOf('data-catalogue', {}, { product: 'collibra/platform' })
    expect(collibra.missing).toEqual(['subscription'])
    const stated = linesOf('data-catalogue', {}, { product: 'collibra/platform', settings: { usdPerMonth: 5000 } })
    expect(stated.missing).toEqual([])
    expect(stated.usd.get('subscription')).toBe(5000)
    const ours = linesOf('data-catalogue', { 'compute.machine-hour': 0.1 }, { product: 'datahub/datahub' })
    expect(ours.usd.get('machines')).toBeCloseTo(73, 9)
    const seats = { product: 'langchain/langsmith', settings: { seats: 5 } }
    expect(linesOf('prompt-registry', { 'subscription.seat': 39 }, seats).usd.get('seats')).toBe(195)
  })

  it('hosted models by use, the same model on our machines by the hour', () => {
    const prices = { 'embedding.tokens': 0.13, 'compute.machine-hour': 0.1 }
    expect([...linesOf('embedding', prices).usd.keys()]).toEqual(['tokens'])
    expect([...linesOf('embedding', prices, { product: 'baai/bge-m3' }).usd]).toEqual([
      ['machines', expect.closeTo(73, 9)],
    ])
    expect([...linesOf('guardrail', prices, { product: 'protectai/llm-guard' }).usd.keys()]).toEqual(['machines'])
  })

  it('ranking by searches of 100 documents, or by tokens where the vendor says so', () => {
    const call = { documents: 40, chunkTokens: 500 }
    expect(linesOf('reranker', { 'reranker.searches': 2 }, { call }).usd.get('searches')).toBeCloseTo(0.002, 12)
    expect(linesOf('reranker', { 'reranker.tokens': 0.05 }, { call }).usd.get('searches')).toBeCloseTo(0.001, 12)
  })
})

describe('a cold start', () => {
  it('takes the time of the language, or what is stated', () => {
    const cold = (settings: Settings) => {
      const kind = findKind('serverless-function')
      const layers = [{ settings, from: 'box' }]
      const reader = readFields({ element: 'box', layers, fields: kind.settings, product: undefined })
      const call = readFields({ element: 'arrow', layers: [], fields: kind.call, product: undefined })
      const hand = { tokens: 0, pages: 0, items: 0, bytes: 0 }
      return kind.time?.({ component: 'box', product: undefined, settings: reader, call, hand }).cold
    }
    expect(cold({})).toMatchObject({ share: 0.01, extra: { p50Ms: 86 } })
    expect(cold({ runtime: 'java' })?.extra.p50Ms).toBe(231)
    expect(cold({ coldStartMs: 3110 })?.extra.p50Ms).toBe(3110)
  })
})
