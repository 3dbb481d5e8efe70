import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Flow, Workload } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw, graphOf } from '../../graph/testing/draw.ts'
import { kinds, products } from '../../kinds/index.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'
import { anyPrice } from '../testing/estimate-drawing.ts'

interface Drawing {
  readonly components: readonly Component[]
  readonly flows: readonly Flow[]
  readonly workloads: readonly Workload[]
}

/** Up to seven boxes with limits, arrows that retry, and open, closed or batch arrivals. */
const drawing: fc.Arbitrary<Drawing> = fc
  .record({
    boxes: fc.array(
      fc.record({
        kind: fc.constantFrom('service', 'store', 'model', 'person'),
        ms: fc.integer({ min: 1, max: 800 }),
        perSecond: fc.option(fc.double({ min: 0.5, max: 50, noNaN: true }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    ends: fc.array(
      fc.record({
        from: fc.nat(5),
        to: fc.nat(5),
        mode: fc.constantFrom(undefined, 'async' as const),
        timeoutMs: fc.constantFrom(undefined, 500, 2000),
        retries: fc.constantFrom(undefined, 1, 3),
      }),
      { maxLength: 8 },
    ),
    arrivals: fc.oneof(
      fc.record({
        rate: fc.double({ min: 0.01, max: 30, noNaN: true }),
        per: fc.constant('second' as const),
        peakFactor: fc.constantFrom(1, 3),
      }),
      fc.record({ users: fc.integer({ min: 1, max: 400 }), thinkTimeS: fc.integer({ min: 0, max: 30 }) }),
      fc.record({
        items: fc.integer({ min: 1, max: 100_000 }),
        every: fc.constant('day' as const),
        withinHours: fc.integer({ min: 1, max: 24 }),
      }),
    ),
  })
  .map(({ boxes, ends, arrivals }) => ({
    components: [
      box('user', 'actor'),
      ...boxes.map(({ kind, ms, perSecond }, index) =>
        box(`c${index}`, kind, {
          settings: { ms, p95Ms: ms * 2, ...(perSecond === undefined ? {} : { perSecond }) },
        }),
      ),
    ],
    flows: [
      arrow('user>c0 as ask'),
      ...ends.flatMap(({ from, to, mode, timeoutMs, retries }, index) =>
        from >= to || to >= boxes.length
          ? []
          : [
              arrow(`c${from}>c${to} as f${index}`, {
                ...(mode === undefined ? {} : { mode }),
                ...(timeoutMs === undefined ? {} : { timeoutMs }),
                ...(retries === undefined ? {} : { retries }),
              }),
            ],
      ),
    ],
    workloads: [{ id: 'w', name: 'W', mix: { ask: 1 }, arrivals }],
  }))

const settings = { numRuns: 60, seed: 20261121 }
const at = ({ components, flows, workloads }: Drawing, traffic = 1): Estimate =>
  estimateDesign(graphOf(draw(components, flows, { workloads })), anyPrice(1), { traffic })
const used = (found: Estimate): Readonly<Record<string, number>> =>
  Object.fromEntries(found.capacity.components.map(({ component, utilisation }) => [component, utilisation]))

describe('any drawing under load', () => {
  it('is never used less, nor faster, with more traffic', () => {
    fc.assert(
      fc.property(drawing, fc.double({ min: 1, max: 4, noNaN: true }), (drawn, more) => {
        const [now, then] = [at(drawn), at(drawn, more)]
        const after = used(then)
        for (const [component, utilisation] of Object.entries(used(now))) {
          expect(after[component] ?? 0).toBeGreaterThanOrEqual(utilisation * (1 - 1e-6))
        }
        const [before, full] = [now, then].map((found) => found.actions[0]?.full?.meanMs)
        // What was unstable stays so; what has a time is not faster.
        if (before === undefined) expect(full).toBeUndefined()
        else if (full !== undefined) expect(full).toBeGreaterThanOrEqual(before * (1 - 5e-3))
      }),
      settings,
    )
  })
  it('has finite numbers in their order, and no time where it is unstable', () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        const { capacity, actions } = at(drawn)
        const shares = capacity.components.map(({ utilisation }) => utilisation)
        expect(shares).toEqual(shares.toSorted((a, b) => b - a))
        expect(shares.every((share) => Number.isFinite(share) && share >= 0)).toBe(true)
        for (const { knee, wait } of capacity.components) if (knee === 'unstable') expect(wait).toBeUndefined()
        for (const action of actions)
          if (action.unstable) expect([action.first, action.full]).toEqual([undefined, undefined])
      }),
      settings,
    )
  })
  it('has the same capacity in any order, under any name and inside a neutral boundary', () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        const wrapped = drawn.components
          .toReversed()
          .map((component, index) => ({ ...component, name: `n${index}`, in: 'around' }))
        const design = draw(wrapped, drawn.flows.toReversed(), {
          workloads: drawn.workloads,
          boundaries: [{ id: 'around', name: 'Around' }],
        })
        const again = estimateDesign(graphOf(design), anyPrice(1)).capacity
        const first = at(drawn).capacity
        expect({ ...again, unlimited: again.unlimited.toSorted() }).toEqual({
          ...first,
          unlimited: first.unlimited.toSorted(),
        })
      }),
      settings,
    )
  })
  it('never waits longer with more servers', () => {
    const waitOf = (workers: number, ms: number, rate: number): number => {
      const design = draw(
        [
          { id: 'app', name: 'App', kind: 'orchestrator' },
          { id: 'score', name: 'Score', kind: 'ml-endpoint', settings: { workers, replicas: 1, p50Ms: ms } },
        ],
        [{ id: 'f', from: 'app', to: 'score' }],
        {
          actions: [{ id: 'go', name: 'Go', starts: 'app' }],
          workloads: [{ id: 'w', name: 'W', mix: { go: 1 }, arrivals: { rate, per: 'second', peakFactor: 1 } }],
        },
      )
      const found = estimateDesign(buildGraph(design, kinds, products), anyPrice(1)).capacity.components[0]
      return found?.knee === 'unstable' ? Infinity : (found?.wait?.meanMs ?? 0)
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.05, max: 1.2, noNaN: true }),
        (workers, ms, share) => {
          const rate = (workers * share * 1000) / ms
          const now = waitOf(workers, ms, rate)
          // A wait of less than a ten-thousandth of the calls is left out.
          expect(waitOf(workers + 1, ms, rate)).toBeLessThanOrEqual(now + 1e-4 * ms * workers)
        },
      ),
      { ...settings, numRuns: 40 },
    )
  })
})
