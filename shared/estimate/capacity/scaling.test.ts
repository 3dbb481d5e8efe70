import { describe, expect, it } from 'vitest'
import type { Component, Settings, Workload } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { draw } from '../../graph/testing/draw.ts'
import { kinds, products } from '../../kinds/index.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'
import { anyPrice } from '../testing/estimate-drawing.ts'

/** Twelve busy hours of each day, and none in between. */
const busyHalf = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0 : 1))

/** A box that is asked for `perSecond` on average, all of it in the busy half of each day. */
function estimateAt(perSecond: number, box: Component, call: Settings = {}, workload: Partial<Workload> = {}) {
  const design = draw(
    [{ id: 'app', name: 'App', kind: 'orchestrator' }, box],
    [{ id: 'f', from: 'app', to: box.id, call }],
    {
      actions: [{ id: 'go', name: 'Go', starts: 'app' }],
      workloads: [
        {
          id: 'w',
          name: 'W',
          mix: { go: 1 },
          arrivals: { rate: perSecond, per: 'second', hours: busyHalf },
          ...workload,
        },
      ],
    },
  )
  return estimateDesign(buildGraph(design, kinds, products), anyPrice(1))
}

/** An endpoint whose workers take 100 ms each; called in twelve hours of the day alone, 14 times a second. */
function endpoint(settings: Settings) {
  const estimate = estimateAt(7, {
    id: 'score',
    name: 'Score',
    kind: 'ml-endpoint',
    settings: { workers: 1, p50Ms: 100, p95Ms: 100, ...settings },
  })
  const usdOfMachines = estimate.lines
    .filter((line) => line.component === 'score' && line.recurrence === 'month')
    .reduce((sum, line) => sum + line.usd.value, 0)
  return { scaling: estimate.scaling.find((one) => one.component === 'score'), usdOfMachines }
}

describe('replicas that scale', () => {
  it('cost their mean over the week, those that do not cost what is drawn', () => {
    // 14 calls a second in the busy half, 10 x 70 % a replica: two; one stays in the idle half.
    const fixed = endpoint({ replicas: 4 })
    expect(fixed.usdOfMachines).toBeCloseTo(4 * 730, 6)
    expect(fixed.scaling).toMatchObject({ replicas: 4, replicasAtPeak: 2, replicasMean: 1.5, isScaled: false })
    const scaled = endpoint({ replicas: 4, autoscaled: true })
    expect(scaled.usdOfMachines).toBeCloseTo(1.5 * 730, 6)
    expect(scaled.scaling).toMatchObject({ isScaled: true, usdPerMonthPerReplica: 730 })
  })
})

describe('scaling that ends', () => {
  /** Each replica takes 10 calls a second, and is kept 70 % busy; the busy half of the day brings twice `perSecond`. */
  const at = (perSecond: number, settings: Settings) =>
    estimateAt(perSecond, {
      id: 'score',
      name: 'Score',
      kind: 'ml-endpoint',
      settings: { workers: 1, p50Ms: 100, p95Ms: 100, autoscaled: true, ...settings },
    })

  it('lets a box fill up and be unstable, where it may have no more', () => {
    const free = at(21, {})
    expect(free.scaling[0]).toMatchObject({ replicasAtPeak: 6 })
    expect(free.actions[0]?.full).toBeDefined()
    expect(free.capacity.components.find(({ component }) => component === 'score')).toMatchObject({ scales: true })

    const capped = at(21, { mostReplicas: 4 })
    expect(capped.scaling[0]).toMatchObject({ replicasAtPeak: 4, mostReplicas: 4 })
    const score = capped.capacity.components.find(({ component }) => component === 'score')
    expect(score).toMatchObject({ knee: 'unstable' })
    expect(score?.utilisation).toBeCloseTo(42 / 40, 9)
    expect(score).not.toHaveProperty('scales')
    expect(capped.actions[0]).toMatchObject({ unstable: ['score'] })
    expect(capped.capacity.saturatesFirst).toBe('score')
    expect(capped.capacity.sustainedFactor).toBeCloseTo(40 / 42, 9)
  })

  it('limits growth by the most that there may be, not by what runs now', () => {
    const { capacity } = at(7, { mostReplicas: 4 })
    // 14 a second at the peak on two replicas; four sustain 40.
    expect(capacity.components.find(({ component }) => component === 'score')).toMatchObject({ scales: true })
    expect(capacity.saturatesFirst).toBe('score')
    expect(capacity.sustainedFactor).toBeCloseTo(40 / 14, 9)
    expect(at(7, {}).capacity.saturatesFirst).not.toBe('score')
  })
})

/** Two H100 a replica; the model of tests. */
const served = (settings: Settings): Component => ({
  id: 'model',
  name: 'Model',
  kind: 'llm-self-hosted',
  product: 'meta/llama-3.3-70b',
  settings: { gpu: 'h100', gpus: 2, replicas: 1, ...settings },
})
const prompt = { inputTokens: 1500, outputTokens: 300 }

describe('own GPUs that scale', () => {
  const gpuCost = (estimate: Estimate): number =>
    estimate.lines.find((line) => line.id.endsWith('/gpus'))?.usd.value ?? Number.NaN

  it('cost their mean over the week; those provisioned for the peak cost the peak', () => {
    const drawn = estimateAt(12, served({}), prompt)
    const [scaling] = drawn.scaling
    const each = drawn.serving[0]?.callsPerSecondPerReplica ?? Number.NaN
    const atPeak = Math.ceil(24 / (0.7 * each))
    expect(atPeak).toBeGreaterThan(3)
    expect(scaling).toMatchObject({ replicas: 1, replicasAtPeak: atPeak, replicasMean: (atPeak + 1) / 2 })
    expect(gpuCost(drawn)).toBeCloseTo(1 * 2 * 730, 6)

    const provisioned = estimateAt(12, served({ replicas: atPeak }), prompt)
    expect(gpuCost(provisioned)).toBeCloseTo(atPeak * 2 * 730, 6)
    const scaled = estimateAt(12, served({ autoscaled: true }), prompt)
    expect(gpuCost(scaled)).toBeCloseTo(((atPeak + 1) / 2) * 2 * 730, 6)
    expect(scaled.scaling[0]).toMatchObject({ ...scaling, isScaled: true, usdPerMonthPerReplica: 2 * 730 })
  })

  it('answer as fast as if the peak were provisioned, however few are drawn', () => {
    const few = estimateAt(12, served({}), prompt)
    expect(few.capacity.components.find((one) => one.component === 'model')?.knee).toBe('unstable')
    const scaled = estimateAt(12, served({ autoscaled: true }), prompt)
    const replicas = scaled.scaling[0]?.replicasAtPeak ?? Number.NaN
    const provisioned = estimateAt(12, served({ replicas }), prompt)
    expect(scaled.actions[0]?.full).toEqual(provisioned.actions[0]?.full)
    expect(scaled.actions[0]?.full).toBeDefined()
    expect(scaled.serving[0]).toMatchObject({ replicas, queueing: false })
    const used = scaled.capacity.components.find((one) => one.component === 'model')
    expect(used).toMatchObject({ scales: true, knee: 'free' })
    expect(used?.utilisation).toBeLessThanOrEqual(0.7)
  })

  it('take no more than the peak needs, however many are drawn', () => {
    const many = estimateAt(12, served({ autoscaled: true, replicas: 400 }), prompt)
    const few = estimateAt(12, served({ autoscaled: true }), prompt)
    expect(many.actions[0]?.full).toEqual(few.actions[0]?.full)
    expect(many.technologyUsdPerMonth.value).toBe(few.technologyUsdPerMonth.value)
    expect(many.capacity.components).toEqual(few.capacity.components)
  })
})

describe('boxes that scale', () => {
  const store = (settings: Settings): Component => ({
    id: 'store',
    name: 'Store',
    kind: 'vector-store',
    settings: { replicas: 2, callsPerSecond: 10, ...settings },
  })

  it('limit no growth: what else is drawn saturates first, or nothing does', () => {
    expect(estimateAt(7, store({})).capacity).toMatchObject({ saturatesFirst: 'store' })
    const { saturatesFirst, sustainedFactor, kneeFactor } = estimateAt(7, store({ autoscaled: true })).capacity
    expect([saturatesFirst, sustainedFactor, kneeFactor]).toEqual([undefined, undefined, undefined])
  })

  it('grow a stated rate, which is that of the replicas drawn', () => {
    // 14 a second in the busy half; two sustain 10 together, so one is planned for 3.5: four.
    const { capacity } = estimateAt(7, store({ autoscaled: true }))
    expect(capacity.components[0]?.sustainedPerSecond).toBeCloseTo(20, 9)
    expect(capacity.components[0]).toMatchObject({ scales: true, knee: 'free' })
  })

  it('are up as often as the least number of replicas, since more of them come and go', () => {
    const up = (settings: Settings) => estimateAt(7, store({ availability: 0.99, ...settings })).availability?.value
    expect(up({ autoscaled: true })).toBe(up({ replicas: 1 }))
    expect(up({ autoscaled: true, leastReplicas: 2 })).toBe(up({ replicas: 2 }))
  })

  it('are planned for what users would ask if nobody made them wait', () => {
    const users = { arrivals: { users: 40, thinkTimeS: 1 } }
    const slow = served({ maxConcurrency: 2 })
    const waiting = estimateAt(1, slow, prompt, users)
    const scaled = estimateAt(1, { ...slow, settings: { ...slow.settings, autoscaled: true } }, prompt, users)
    const median = (estimate: Estimate): number => estimate.actions[0]?.full?.p50.value ?? Number.NaN
    expect(scaled.scaling[0]?.replicasAtPeak).toBeGreaterThan(1)
    expect(median(scaled)).toBeLessThan(median(waiting) / 2)
  })
})
