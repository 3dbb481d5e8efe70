import { describe, expect, it } from 'vitest'
import type { Component, Design, Settings } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { draw } from '../../graph/testing/draw.ts'
import { input } from '../../kinds/formula/formula.ts'
import { kinds, products } from '../../kinds/index.ts'
import { cheapestChoice, compareBuildOrBuy } from './compare-build-or-buy.ts'
import { type DatedPrices, estimateDesign } from '../estimate-design.ts'
import type { BuildOrBuy } from '../self-hosting-parts.ts'
import { servingProblems } from './serving-problems.ts'

/** USD an hour of two GPUs, and USD a million tokens of one API and of one copy of open weights. */
const book: Readonly<Record<string, number>> = {
  'gpu.hour gpu/l40s': 1.861,
  'gpu.hour gpu/h100': 6.88,
  'llm.input openai/gpt-4.1-mini': 0.4,
  'llm.output openai/gpt-4.1-mini': 1.6,
  'llm.input groq/llama-3.3-70b': 0.59,
  'llm.output groq/llama-3.3-70b': 0.79,
}
const prices: DatedPrices = {
  date: '2026-11-21',
  find: (item, product) => {
    const value = book[`${item} ${product ?? ''}`]
    const node = input(item, value ?? 0, item.startsWith('gpu') ? 'USD/hour' : 'USD/1M tokens', { from: 'price' })
    return value === undefined ? { ...node, missing: true } : node
  },
}

const served: Component = {
  id: 'model',
  name: 'Model',
  kind: 'llm-self-hosted',
  product: 'meta/llama-3.3-70b',
  settings: { gpu: 'h100', gpus: 2, replicas: 1 },
}
const bought: Component = { id: 'model', name: 'Model', kind: 'llm-api', product: 'openai/gpt-4.1-mini' }

function estimateAt(
  component: Component,
  perSecond: number,
  call: Settings = { inputTokens: 1500, outputTokens: 300 },
) {
  const workloads: Design['workloads'] = [
    { id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate: perSecond, per: 'second', peakFactor: 1 } },
  ]
  const design = draw(
    [{ id: 'app', name: 'App', kind: 'orchestrator' }, component],
    [{ id: 'f', from: 'app', to: 'model', call }],
    { actions: [{ id: 'ask', name: 'Ask', starts: 'app' }], workloads },
  )
  return estimateDesign(buildGraph(design, kinds, products), prices)
}

const servedWith = (settings: Settings): Component => ({ ...served, settings: { ...served.settings, ...settings } })

describe('serving in a design', () => {
  it('runs what the peak brings: Little holds between rate, batch and time', () => {
    const [found] = estimateAt(served, 0.5).serving
    const seconds = ((found?.ttftMs?.value ?? 0) + 299 * (found?.tpotMs?.value ?? 0)) / 1000
    expect(found?.running).toBeCloseTo(0.5 * seconds, 3)
    expect(found).toMatchObject({ component: 'model', gpu: 'h100', fits: true, queueing: false, problems: [] })
    expect(found?.gpusNeeded).toBe(2)
  })

  it('makes the action slower under load, and shows in its percentiles', () => {
    const full = (perSecond: number) => estimateAt(served, perSecond).actions[0]?.full?.p50.value ?? 0
    expect(full(2)).toBeGreaterThan(full(0.01) * 1.1)
  })

  it('counts the GPUs that a peak needs, and says that one replica queues', () => {
    const estimate = estimateAt(served, 40)
    const [found] = estimate.serving
    expect(found?.queueing).toBe(true)
    expect(found?.gpusNeeded).toBe(2 * Math.ceil(40 / ((found?.callsPerSecondPerReplica ?? 1) * 0.7)))
    expect(estimate.capacity?.components.find((one) => one.component === 'model')).toMatchObject({
      limitedBy: 'gpus',
      knee: 'unstable',
    })
    const enough = servedWith({ replicas: Math.ceil((found?.gpusNeeded ?? 0) / 2) })
    expect(estimateAt(enough, 40).serving[0]?.queueing).toBe(false)
  })

  it('prices a million tokens by GPUs, hours and what a full replica gives at 70 %', () => {
    const [found] = estimateAt(served, 1).serving
    const perHour = (found?.tokensPerSecondPerReplica ?? 0) * 3600 * 0.7
    expect(found?.usdPerMillionOutputTokens?.value).toBeCloseTo((2 * 6.88 * 1e6) / perHour, 9)
    const [price, time] = [found?.usdPerMillionOutputTokens, found?.tpotMs]
    if (price === undefined || time === undefined) throw new Error('Nothing is served')
    // A price per token cannot be better known than the time per token that it follows from.
    expect(price.high / price.value).toBeGreaterThanOrEqual(time.high / time.value)
    expect(price.low / price.value).toBeLessThanOrEqual(time.low / time.value)
    const unpriced = estimateAt(servedWith({ gpu: 'b200', gpus: 1 }), 1).serving[0]
    expect(unpriced).not.toHaveProperty('usdPerMillionOutputTokens')
  })

  it('has no time, no capacity and no price per token where it does not fit, and the GPUs are paid for all the same', () => {
    const estimate = estimateAt(servedWith({ gpus: 1, precision: 'bf16' }), 1)
    const [action] = estimate.actions
    expect(action).toMatchObject({ misfits: ['model'], shares: [] })
    for (const absent of ['first', 'full', 'unattended', 'spans', 'unstable']) expect(action).not.toHaveProperty(absent)
    const [found] = estimate.serving
    for (const absent of [
      'ttftMs',
      'tpotMs',
      'tokensPerSecondPerReplica',
      'callsPerSecondPerReplica',
      'usdPerMillionOutputTokens',
      'usdPerMillionFormula',
      'gpusNeeded',
    ]) {
      expect(found).not.toHaveProperty(absent)
    }
    expect(found).toMatchObject({ running: 0, queueing: false })
    const model = estimate.components.find(({ component }) => component === 'model')
    expect(model).toMatchObject({
      misfit: true,
      usdPerMonth: { value: expect.closeTo(730 * 6.88 + 1800, 6) as number },
    })
    expect(model).not.toHaveProperty('utilisation')
    expect(model).not.toHaveProperty('timeShare')
    expect(estimate.capacity).toMatchObject({ misfits: ['model'] })
    expect(estimate.capacity.unlimited).not.toContain('model')
    expect(estimate.capacity).not.toHaveProperty('sustainedFactor')
    expect(estimate.tornados.map(({ headline }) => headline)).not.toContain('full')
    const fits = estimateAt(servedWith({ gpus: 2 }), 1)
    expect(fits.actions[0]?.full?.p95.value).toBeGreaterThan(0)
    expect(fits.capacity).not.toHaveProperty('misfits')
  })

  it('leaves the time of an answer alone that nobody waits at the misfit for', () => {
    const design = draw(
      [{ id: 'app', name: 'App', kind: 'orchestrator' }, servedWith({ gpus: 1, precision: 'bf16' })],
      [{ id: 'f', from: 'app', to: 'model', mode: 'async' }],
      { actions: [{ id: 'ask', name: 'Ask', starts: 'app' }] },
    )
    const estimate = estimateDesign(buildGraph(design, kinds, products), prices)
    expect(estimate.actions[0]?.full).toBeDefined()
    expect(estimate.actions[0]).not.toHaveProperty('misfits')
    expect(estimate.flowsDone).toEqual([{ flow: 'f', action: 'ask', misfits: ['model'] }])
  })

  it('says at the field what does not fit, and computes the rest', () => {
    const estimate = estimateAt(servedWith({ gpus: 1, precision: 'bf16' }), 1)
    expect(estimate.serving[0]).toMatchObject({ fits: false, problems: [{ field: 'gpus' }] })
    expect(estimate.technologyUsdPerMonth.value).toBeCloseTo(730 * 6.88, 9)
    expect(estimate.buildOrBuy).toEqual([])
  })

  it('names the component and its field where a model does not fit', () => {
    const design = draw([servedWith({ gpus: 1, precision: 'bf16' })], [])
    const graph = buildGraph(design, kinds, products)
    expect(servingProblems(design, graph, estimateDesign(graph, prices))).toEqual([
      {
        code: 'E12',
        level: 'error',
        sentence:
          '"Model": Llama 3.3 70B at bf16 needs 141 GB; one H100 80 GB has 75 GB for it. Take 2 of them or fp8.',
        path: 'components[0].settings.gpus',
        element: 'model',
      },
    ])
  })

  it('describes a model that nobody calls yet', () => {
    const graph = buildGraph(draw([served], []), kinds, products)
    expect(estimateDesign(graph, prices).serving[0]).toMatchObject({ fits: true, running: 0, queueing: false })
  })
})

describe('bought against built in a design', () => {
  const only = (found: readonly BuildOrBuy[]): BuildOrBuy => {
    if (found.length !== 1 || !found[0]) throw new Error('One comparison was expected.')
    return found[0]
  }

  it('holds an API against the smallest sensible open model on the cheapest machines with a price', () => {
    const found = only(estimateAt(bought, 1).buildOrBuy)
    expect(found).toMatchObject({ apiProduct: 'openai/gpt-4.1-mini', selfHostedProduct: 'qwen/qwen3-32b', gpu: 'l40s' })
    expect(found.callsPerMonth).toBeCloseTo(2_628_000, 3)
    expect(found.usdPerCallBought).toBeCloseTo(0.00108, 12)
    expect(found.usdPerMonthBought).toBeCloseTo(2_628_000 * 0.00108, 6)
    expect(found.usdPerMonthEngineering).toBe(1800)
    const { replicasNeeded, usdPerMonthPerReplica, choice } = found
    expect(usdPerMonthPerReplica).toBeCloseTo(choice.gpusPerReplica * 730 * 1.861, 9)
    expect(found.usdPerMonthBuilt).toBeCloseTo(replicasNeeded * usdPerMonthPerReplica + 1800, 6)
    expect(found.assumptions.join(' ')).toContain('Qwen3 32B stands in')
  })

  it('holds own machines against the same weights by the token', () => {
    const found = only(estimateAt(served, 1).buildOrBuy)
    expect(found).toMatchObject({
      apiProduct: 'groq/llama-3.3-70b',
      selfHostedProduct: 'meta/llama-3.3-70b',
      gpu: 'h100',
    })
    expect(found.usdPerCallBought).toBeCloseTo((1500 * 0.59 + 300 * 0.79) / 1e6, 12)
    expect(found.usdPerMonthBuilt).toBeCloseTo(
      found.replicasNeeded * found.usdPerMonthPerReplica + found.usdPerMonthEngineering,
      6,
    )
  })

  it('plans for the peak', () => {
    const calm = only(estimateAt(bought, 1).buildOrBuy).basis
    expect(calm.peakOverMean).toBeCloseTo(1, 9)
    const choice = cheapestChoice(calm, 'qwen/qwen3-32b')
    if (!choice) throw new Error('Machines were expected.')
    const replicas = (basis: typeof calm) => {
      const compared = compareBuildOrBuy(basis, choice)
      return compared.ok ? compared.result.replicasNeeded : Number.NaN
    }
    expect(replicas({ ...calm, peakOverMean: 3 })).toBeGreaterThan(replicas(calm))
  })

  it('answers another choice of model and machines, or says why it cannot', () => {
    const { basis } = only(estimateAt(bought, 1).buildOrBuy)
    const choice = { model: 'meta/llama-3.3-70b', gpu: 'h100', gpusPerReplica: 2, leastReplicas: 2 }
    expect(compareBuildOrBuy(basis, choice)).toMatchObject({ ok: true, result: { gpu: 'h100' } })
    const problem = (change: Partial<typeof choice>) => {
      const compared = compareBuildOrBuy(basis, { ...choice, ...change })
      return compared.ok ? 'none' : compared.problem
    }
    expect(problem({ model: 'nobody/model' })).toContain('Nothing is known of nobody/model')
    expect(problem({ gpu: 'b200' })).toContain('No price is known of the B200')
    expect(problem({ gpu: 'l40s', gpusPerReplica: 1 })).toContain('needs 71 GB')
    expect(problem({ gpu: 'l40s', gpusPerReplica: 0 })).toContain('needs 71 GB')
    expect(problem({ gpu: 'l40s', gpusPerReplica: Number.NaN })).not.toBe('none')
  })
})
