import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Arrivals, Settings, Workload } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw, graphOf } from '../../graph/testing/draw.ts'
import { kinds, products } from '../../kinds/index.ts'
import { evaluate } from '../../kinds/formula/formula.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'
import { anyPrice, estimateOf } from '../testing/estimate-drawing.ts'

const workload = (
  arrivals: Arrivals,
  mix: Workload['mix'] = { 'user-app': 1 },
): { readonly workloads: readonly Workload[] } => ({
  workloads: [{ id: 'w', name: 'W', mix, arrivals }],
})
const perSecond = (rate: number): Arrivals => ({ rate, per: 'second', peakFactor: 1 })

/** User to app to store; each sustains so many calls a second. */
const chain = (arrivals: Arrivals, app: Settings, store: Settings): Estimate =>
  estimateOf(
    [box('user', 'actor'), box('app', 'service', { settings: app }), box('store', 'store', { settings: store })],
    [arrow('user>app'), arrow('app>store')],
    workload(arrivals),
  )

/** Reviewers of the real catalogue, asked so often. */
function reviewed(settings: Settings, minutes: number, arrivals: Arrivals): Estimate {
  const design = draw(
    [
      { id: 'user', name: 'User', kind: 'end-user' },
      { id: 'app', name: 'App', kind: 'orchestrator' },
      { id: 'desk', name: 'Desk', kind: 'human-review', settings },
    ],
    [
      { id: 'ask', from: 'user', to: 'app' },
      { id: 'review', from: 'app', to: 'desk', call: { minutes } },
    ],
    { ...workload(arrivals, { go: 1 }), actions: [{ id: 'go', name: 'Go', starts: 'ask' }] },
  )
  return estimateDesign(buildGraph(design, kinds, products), anyPrice(1))
}

describe('capacity', () => {
  it('names what saturates first, how far traffic can grow, and by which rate', () => {
    const { capacity } = chain(perSecond(4), { perSecond: 10 }, { perSecond: 5 })
    expect(capacity.components.map(({ component, utilisation, knee }) => [component, utilisation, knee])).toEqual([
      ['store', 0.8, 'amber'],
      ['app', 0.4, 'free'],
    ])
    expect(capacity.saturatesFirst).toBe('store')
    expect(capacity.sustainedFactor).toBeCloseTo(1.25, 12)
    expect(capacity.kneeFactor).toBeCloseTo(0.875, 12)
    expect(capacity.sustainedPerSecond).toBeCloseTo(5, 12)
    for (const { formula, utilisation } of capacity.components) expect(evaluate(formula)).toBe(utilisation)
  })
  it('gives waits below 100 % and none above', () => {
    const [busy] = chain(perSecond(4), { ms: 100, perSecond: 5 }, {}).capacity.components
    // M/M/1 at 0.8: 80 % wait, 800 ms on average over all.
    expect(busy?.wait?.share).toBeCloseTo(0.8, 9)
    expect(busy?.wait?.meanMs).toBeCloseTo(800, 6)
    expect(busy?.wait?.p95Ms).toBeCloseTo(1000 * Math.log(16), 6)
    const full = chain(perSecond(5), { ms: 100, perSecond: 5 }, {})
    expect(full.capacity.components[0]).toMatchObject({ knee: 'unstable', utilisation: 1 })
    expect(full.capacity.components[0]?.wait).toBeUndefined()
    expect(full.actions[0]?.full).toBeUndefined()
    expect(full.actions[0]?.unstable).toEqual(['app'])
  })
  it.each([
    [0.7, 'free'],
    [0.71, 'amber'],
    [0.86, 'red'],
    [1, 'unstable'],
  ])('at %d is %s', (used, knee) => {
    expect(chain(perSecond(used), { perSecond: 1 }, {}).capacity.components[0]?.knee).toBe(knee)
  })
  it('is exact in traffic: at the sustained factor the first component is at 100 %', () => {
    const components = [
      box('user', 'actor'),
      box('app', 'service', { settings: { perSecond: 10 } }),
      box('store', 'store', { settings: { perSecond: 7 } }),
    ]
    const flows = [arrow('user>app'), arrow('app>store')]
    const design = draw(components, flows, workload(perSecond(1.3)))
    const at = (traffic: number) => estimateDesign(graphOf(design), anyPrice(1), { traffic })
    const factor = at(1).capacity.sustainedFactor ?? 0
    expect(at(factor).capacity.components[0]?.utilisation).toBeCloseTo(1, 12)
    expect(at(factor * 0.999).actions[0]?.full).toBeDefined()
    expect(at(factor * 1.001).actions[0]?.unstable).toEqual(['store'])
  })
  it('keeps an answer that does not wait for what is full', () => {
    const found = estimateOf(
      [
        box('user', 'actor'),
        box('app', 'service', { settings: { ms: 100 } }),
        box('log', 'service', { settings: { ms: 10, perSecond: 1 } }),
      ],
      [arrow('user>app'), arrow('app>log', { mode: 'async' })],
      workload(perSecond(2)),
    )
    expect(found.actions[0]?.full?.p95.value).toBeCloseTo(100, 6)
    expect(found.actions[0]?.overloaded).toEqual(['log'])
    expect(found.actions[0]?.unstable).toBeUndefined()
    expect(found.flowsDone).toEqual([{ flow: 'app-log', action: 'user-app', unstable: ['log'] }])
  })
  it('counts people', () => {
    const found = reviewed({ reviewers: 2, hoursPerDay: 24 }, 4, perSecond(0.004)).capacity.components[0]
    expect(found).toMatchObject({ component: 'desk', limitedBy: 'people', why: '2 people on duty at 4 minutes each' })
    expect(found?.utilisation).toBeCloseTo((0.004 * 240) / 2, 12)
  })
  it('adds up unlike calls by what each takes', () => {
    const design = draw(
      [
        { id: 'app', name: 'App', kind: 'orchestrator' },
        { id: 'desk', name: 'Desk', kind: 'human-review', settings: { reviewers: 3, hoursPerDay: 24 } },
      ],
      [
        { id: 'short', from: 'app', to: 'desk', call: { minutes: 2 } },
        { id: 'long', from: 'app', to: 'desk', call: { minutes: 10 } },
      ],
      { ...workload(perSecond(0.003), { go: 1 }), actions: [{ id: 'go', name: 'Go', starts: 'app' }] },
    )
    const [desk] = estimateDesign(buildGraph(design, kinds, products), anyPrice(1)).capacity.components
    // Each request takes 12 minutes of three people; the mix sustains 3 / 360 calls a second.
    expect(desk?.utilisation).toBeCloseTo((0.003 * 720) / 3, 12)
    expect(desk?.sustainedPerSecond).toBeCloseTo(3 / 360, 12)
  })
  it('lets what a day brings fit in the hours that people work', () => {
    const even = { rate: 240, per: 'day', peakFactor: 1, hours: Array.from({ length: 24 }, () => 1) } as const
    const found = reviewed({ reviewers: 4, hoursPerDay: 8 }, 4, even).capacity.components[0]
    // 240 x 4 minutes = 16 hours of work for 4 x 8 hours.
    expect(found?.utilisation).toBeCloseTo(0.5, 12)
    expect(found?.outsideHours?.share).toBeCloseTo(16 / 24, 9)
    expect(found?.outsideHours?.longestMs).toBe(16 * 3_600_000)
    expect(found && evaluate(found.formula)).toBeCloseTo(0.5, 12)
    const [done] = reviewed({ reviewers: 4, hoursPerDay: 8 }, 4, even).flowsDone
    expect(done?.outsideHours).toMatchObject([{ component: 'desk', longestMs: 16 * 3_600_000 }])
    expect(done?.outsideHours?.[0]?.share).toBeCloseTo(16 / 24, 9)
    const office = { ...even, hours: Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 17 ? 1 : 0)) }
    expect(reviewed({ reviewers: 4, hoursPerDay: 8 }, 4, office).capacity.components[0]).toMatchObject({
      outsideHours: { share: 0 },
    })
  })
  it('tells when growth leads to the knee and to the end', () => {
    const growing: Arrivals = { ...perSecond(2), growthPerMonth: 0.1 }
    const { growth } = chain(growing, { perSecond: 10 }, {}).capacity
    expect(growth?.perMonth).toBeCloseTo(0.1, 12)
    expect(growth?.monthsUntilKnee).toBeCloseTo(Math.log(3.5) / Math.log(1.1), 6)
    expect(growth?.monthsUntilUnstable).toBeCloseTo(Math.log(5) / Math.log(1.1), 6)
    expect(growth?.inputs.map(({ value, provenance }) => [value, provenance.on, provenance.field])).toEqual([
      [0.1, 'w', 'growthPerMonth'],
    ])
    expect(chain(perSecond(2), { perSecond: 10 }, {}).capacity.growth).toBeUndefined()
    expect(chain({ ...growing, growthPerMonth: -0.1 }, { perSecond: 10 }, {}).capacity.growth).toEqual({
      perMonth: -0.1,
      inputs: growth?.inputs.map((node) => ({ ...node, value: -0.1 })),
    })
  })
  it('lists what nobody has said a limit of', () => {
    expect(chain(perSecond(1), {}, { perSecond: 2 }).capacity.unlimited).toEqual(['app'])
  })
  it.each([1e12, 1e300, 0, -5])('computes the rest at %d requests a day', (rate) => {
    const found = chain({ rate, per: 'day' }, { ms: 10, perSecond: 10 }, { ms: 5 })
    const numbers = [
      found.totalUsdPerMonth.value,
      found.availability?.value ?? 1,
      ...found.capacity.components.map(({ utilisation }) => utilisation),
      ...found.components.map(({ callsPerMonth }) => callsPerMonth),
    ]
    expect(numbers.every((number) => Number.isFinite(number) && number >= 0)).toBe(true)
    expect(found.actions[0]?.unstable).toEqual(rate > 1e6 ? ['app'] : undefined)
    expect(found.actions[0]?.full === undefined).toBe(rate > 1e6)
  })
})

describe('users who wait for the answer before they think', () => {
  const users = (count: number, perSecondOfApp: number): Estimate =>
    chain(
      { users: count, thinkTimeS: 10 },
      { ms: 200, perSecond: perSecondOfApp },
      { ms: 500, p95Ms: 500, perSecond: 2 },
    )
  it('ask as often as exact mean value analysis says', () => {
    // Two single servers of 0.2 and 0.5 s, 20 users who think for 10 s.
    const found = users(20, 5)
    expect(found.actions[0]?.peakPerSecond).toBeCloseTo(1.652403, 6)
    expect(found.capacity.closedMethod).toBe('exact')
    expect(users(1e7, 5).capacity.closedMethod).toBe('approximate')
    expect(found.actions[0]?.requestsPerMonth).toBeCloseTo(1.652403 * 730 * 3600, -1)
    expect(found.components.find(({ component }) => component === 'store')?.utilisation).toBeCloseTo(1.652403 * 0.5, 6)
    // Mean answer: the times with their waits.
    expect((found.actions[0]?.full?.meanMs ?? 0) / 1000).toBeCloseTo(2.103588, 2)
  })
  it('are never too many: they slow down together', () => {
    const found = users(10_000, 5)
    expect(found.actions[0]?.unstable).toBeUndefined()
    expect(found.actions[0]?.peakPerSecond).toBeLessThanOrEqual(2 * (1 + 1e-9))
    expect(found.capacity.components[0]?.knee).toBe('red')
    // Both asymptotes meet where all users would keep the slowest server busy.
    expect(users(20, 5).capacity.sustainedFactor).toBeCloseTo(10.7 / (20 * 0.5), 9)
  })
  it('wait no shorter when they are more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const now = users(count, 5).actions[0]
        const more = users(count + 5, 5).actions[0]
        expect(more?.peakPerSecond ?? 0).toBeGreaterThanOrEqual((now?.peakPerSecond ?? 0) - 1e-9)
        expect(more?.full?.meanMs ?? 0).toBeGreaterThanOrEqual((now?.full?.meanMs ?? 0) * (1 - 1e-3))
      }),
      { seed: 20261121, numRuns: 15 },
    )
  })
})
