import { describe, expect, it } from 'vitest'
import type { Settings } from '../design/design.ts'
import { readFields } from './fields/field-reader.ts'
import { findKind, kinds } from './index.ts'
import type { CallContext, PlanArrow } from './kind.ts'
import { defaultPlan } from './parts/plan-steps.ts'
import { medianFromMean, tailWhenOnlyMedianIsKnown } from './parts/service-time.ts'

function contextOf(id: string, settings: Settings = {}, call: Settings = {}, handTokens = 0): CallContext {
  const kind = findKind(id)
  const box = { settings, from: 'box' }
  return {
    component: 'box',
    product: undefined,
    settings: readFields({ element: 'box', layers: [box], fields: kind.settings, product: undefined }),
    call: readFields({
      element: 'arrow',
      layers: [{ settings: call, from: 'arrow' }, box],
      fields: kind.call,
      product: undefined,
    }),
    hand: { tokens: handTokens, pages: 0, items: 0, bytes: 0 },
  }
}

function planOf(id: string, callees: readonly string[], settings: Settings = {}) {
  const arrows: readonly PlanArrow[] = callees.map((callee) => ({
    flow: `to-${callee}`,
    kind: findKind(callee),
    mode: findKind(callee).mode,
  }))
  return defaultPlan(findKind(id), arrows, contextOf(id, settings).settings)
}

describe('default plans', () => {
  it('an orchestrator calls each once, in the order given', () => {
    expect(planOf('orchestrator', ['guardrail', 'llm-api'])).toEqual([{ call: 'to-guardrail' }, { call: 'to-llm-api' }])
  })

  it('an agent loops over its model and one tool, keeping what came before', () => {
    const [guard, recall, loop, trace] = planOf(
      'agent',
      ['guardrail', 'memory', 'tool', 'mcp-server', 'llm-api', 'observability'],
      { steps: 12 },
    )
    expect([guard, recall, trace]).toEqual([
      { call: 'to-guardrail' },
      { call: 'to-memory' },
      { call: 'to-observability' },
    ])
    expect(loop).toMatchObject({ times: { value: 12 }, keeps: 'all' })
    expect(loop && 'steps' in loop ? loop.steps : []).toEqual([
      { call: 'to-llm-api' },
      { label: 'one tool', choose: [{ call: 'to-tool' }, { call: 'to-mcp-server' }] },
    ])
  })

  it('an agent without a model has nothing to loop over, and one behind a gateway loops over the gateway', () => {
    expect(planOf('agent', ['tool'])).toEqual([{ call: 'to-tool' }])
    expect(planOf('agent', ['tool', 'model-gateway'])).toMatchObject([{ keeps: 'all' }])
  })

  it('a model gateway falls back along its models', () => {
    expect(planOf('model-gateway', ['guardrail', 'llm-api', 'llm-self-hosted', 'observability'])).toEqual([
      { call: 'to-guardrail' },
      { call: 'to-llm-api', orElse: [{ call: 'to-llm-self-hosted' }] },
      { call: 'to-observability' },
    ])
  })

  it('a cache in the path calls on in the share that it does not find; beside the path it ends that share', () => {
    const settings = { hitShare: { value: 0.3, low: 0.1, high: 0.5, source: 'pilot' } }
    expect(planOf('cache', ['llm-api'], settings)).toMatchObject([
      { steps: [{ call: 'to-llm-api' }], share: { value: 0.7, low: 0.5, high: 0.9, source: 'pilot' } },
    ])
    const cache = findKind('cache')
    const ends = cache.ends?.(contextOf('cache', settings).settings)
    expect(ends).toMatchObject({ value: 0.3 })
    const beside: PlanArrow = { flow: 'to-cache', kind: cache, mode: 'sync', ...(ends ? { ends } : {}) }
    const { settings: ours } = contextOf('orchestrator')
    expect(defaultPlan(findKind('orchestrator'), [beside], ours)).toMatchObject([
      { call: 'to-cache', ends: { value: 0.3 } },
    ])
  })

  it('a cache of data ends nothing', () => {
    expect(findKind('cache').ends?.(contextOf('cache', { keeps: 'data' }).settings)).toBeUndefined()
  })
})

describe('what an answer does to what is in hand', () => {
  const effect = (id: string, settings: Settings, call: Settings, hand: number) =>
    findKind(id).answers(contextOf(id, settings, call, hand))

  it('a search adds its hits; the same store written to adds nothing', () => {
    expect(effect('vector-store', { chunkTokens: 400 }, { topK: 40 }, 60)).toMatchObject({
      type: 'adds',
      hand: { tokens: 16_000, items: 40 },
    })
    expect(effect('vector-store', {}, { vectors: 23 }, 60)).toEqual({ type: 'nothing' })
    const write = { ...contextOf('memory'), does: ['write'] as const }
    expect(findKind('memory').answers(write)).toEqual({ type: 'nothing' })
  })

  it('a reranker keeps its best documents and the question', () => {
    const call = { documents: 40, topN: 6, chunkTokens: 400 }
    expect(effect('reranker', {}, call, 16_060)).toMatchObject({ type: 'replaces', hand: { tokens: 2460, items: 6 } })
  })

  it('a chunker repeats the overlap', () => {
    const settings = { chunkTokens: 400, overlapTokens: 40 }
    expect(effect('chunker', settings, {}, 9000)).toMatchObject({
      type: 'replaces',
      hand: { tokens: 10_000, items: 25 },
    })
  })

  it('guards, judges, embeddings and logs add nothing', () => {
    for (const id of ['guardrail', 'policy-gate', 'evaluation', 'embedding', 'observability', 'human-approval']) {
      expect(effect(id, {}, {}, 500), id).toEqual({ type: 'nothing' })
    }
  })

  it('a model adds its visible answer, up to the cap', () => {
    expect(effect('llm-api', {}, { outputTokens: 450, maxOutputTokens: 300 }, 0)).toMatchObject({
      type: 'adds',
      hand: { tokens: 300 },
    })
  })
})

describe('time', () => {
  it('keeps the shape of the default when only a median is stated, and a stated p95 as stated', () => {
    const time = (settings: Settings) => findKind('vector-store').time?.(contextOf('vector-store', settings)).first
    expect(time({})).toMatchObject({ p50Ms: 23, p95Ms: 182 })
    expect(time({ p50Ms: 46 })).toMatchObject({ p50Ms: 46, p95Ms: 364 })
    expect(time({ p50Ms: 46, p95Ms: 80 })).toMatchObject({ p50Ms: 46, p95Ms: 80, source: 'stated' })
  })

  it('spreads a model known by its median alone', () => {
    const { first } = findKind('llm-api').time?.(contextOf('llm-api', { ttftP50Ms: 1000 })) ?? {}
    expect(first?.p95Ms).toBeCloseTo(1000 * tailWhenOnlyMedianIsKnown, 9)
  })

  it('takes the minutes of people as a mean', () => {
    const { first } = findKind('human-review').time?.(contextOf('human-review', {}, { minutes: 4 })) ?? {}
    const sigma = Math.log((first?.p95Ms ?? 0) / (first?.p50Ms ?? 1)) / 1.6448536269514722
    expect((first?.p50Ms ?? 0) * Math.exp((sigma * sigma) / 2)).toBeCloseTo(240_000, 6)
    expect(medianFromMean(10, 1)).toBe(10)
  })
})

describe('capacity', () => {
  const capacity = (id: string, settings: Settings, call: Settings = {}) =>
    [findKind(id).capacity?.(contextOf(id, settings, call)) ?? []].flat()[0]

  it('people, workers, quotas', () => {
    expect(capacity('human-review', { reviewers: 2 }, { minutes: 4 })?.callsPerSecond).toBeCloseTo(2 / 240, 12)
    const alike = { workers: 8, replicas: 1, p50Ms: 15, p95Ms: 15 }
    expect(capacity('ml-endpoint', alike)?.callsPerSecond).toBeCloseTo(533.333, 3)
    // Workers are busy for the mean, e^(sigma^2 / 2) times the median.
    const sigma = Math.log(3) / 1.6448536269514722
    expect(capacity('ml-endpoint', { ...alike, p95Ms: 45 })?.callsPerSecond).toBeCloseTo(
      533.333 / Math.exp((sigma * sigma) / 2),
      3,
    )
    expect(capacity('llm-api', {}, { instructionTokens: 900, outputTokens: 100 })).toBeUndefined()
    const quota = capacity('llm-api', { quotaTokensPerMinute: 60_000 }, { instructionTokens: 900, outputTokens: 100 })
    expect(quota?.callsPerSecond).toBe(1)
  })
})

describe('release', () => {
  it('holds unless stated otherwise, for guards and people alike', () => {
    for (const kind of kinds.filter((each) => each.traits.includes('gates'))) {
      expect(kind.release?.(contextOf(kind.id).settings), kind.id).toBe('held')
      expect(kind.release?.(contextOf(kind.id, { release: 'streamed' }).settings), kind.id).toBe('streamed')
    }
  })
})
