import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Flow } from '../design/design.ts'
import { arrow, box } from '../graph/testing/draw.ts'
import type { Estimate } from './estimate.ts'
import { estimateOf } from './testing/estimate-drawing.ts'

const kinds = ['service', 'store', 'search', 'model', 'gate', 'queue', 'merge', 'person', 'cache'] as const

interface Drawing {
  readonly components: readonly Component[]
  readonly flows: readonly Flow[]
}

/** Drawings of up to nine boxes with any arrows between them, loops and self-made hubs included. */
const drawing: fc.Arbitrary<Drawing> = fc
  .record({
    boxes: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        ms: fc.integer({ min: 1, max: 3000 }),
        tail: fc.double({ min: 1, max: 4, noNaN: true }),
        usd: fc.double({ min: 0, max: 2, noNaN: true }),
        availability: fc.constantFrom(1, 0.99, 0.9),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    ends: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(undefined, 'async' as const, 'sync' as const)), {
      maxLength: 14,
    }),
  })
  .map(({ boxes, ends }) => {
    const components = boxes.map(({ kind, ms, tail, usd, availability }, index) =>
      box(`c${index}`, kind, { settings: { ms, p95Ms: ms * tail, usd, availability } }),
    )
    const flows = ends.flatMap(([from, to, mode], index) =>
      from === to || from >= boxes.length || to >= boxes.length
        ? []
        : [arrow(`c${from}>c${to} as f${index}`, mode === undefined ? {} : { mode })],
    )
    return { components: [box('user', 'actor'), ...components], flows: [arrow('user>c0 as ask'), ...flows] }
  })

const settings = { numRuns: 150, seed: 20261121 }
const estimate = ({ components, flows }: Drawing): Estimate => estimateOf(components, flows)

describe('any drawing', () => {
  it('has finite numbers in order', () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        const found = estimate(drawn)
        for (const action of found.actions) {
          if (!action.full || !action.first) continue
          const { p50, p95, p99 } = action.full
          expect([p50, p95, p99].every((band) => Number.isFinite(band.value) && band.value >= 0)).toBe(true)
          expect(p50.value <= p95.value && p95.value <= p99.value).toBe(true)
          expect(action.first.meanMs).toBeLessThanOrEqual(action.full.meanMs * 1.000001)
        }
        expect(Number.isFinite(found.totalUsdPerMonth.value)).toBe(true)
        expect(found.availability?.value ?? 1).toBeLessThanOrEqual(1)
        expect(found.availability?.value ?? 0).toBeGreaterThanOrEqual(0)
      }),
      settings,
    )
  })
  it('gives the same digits in any order and under any name', () => {
    fc.assert(
      fc.property(drawing, ({ components, flows }) => {
        const renamed = components.toReversed().map((component, index) => ({ ...component, name: `n${index}` }))
        expect(estimate({ components: renamed, flows: flows.toReversed() }).lines).toEqual(
          estimate({ components, flows }).lines,
        )
        const full = (found: Estimate) => found.actions.map((action) => action.full)
        expect(full(estimate({ components: renamed, flows: flows.toReversed() }))).toEqual(
          full(estimate({ components, flows })),
        )
      }),
      { ...settings, numRuns: 60 },
    )
  })
  it('never gets cheaper, faster or more available by one more component that is called', () => {
    fc.assert(
      fc.property(drawing, fc.nat(7), (drawn, at) => {
        const caller = drawn.components[1 + (at % (drawn.components.length - 1))]
        fc.pre(caller !== undefined && caller.kind !== 'store' && caller.kind !== 'search' && caller.kind !== 'cache')
        const more = {
          components: [
            ...drawn.components,
            box('extra', 'service', { settings: { ms: 100, usd: 0.5, availability: 0.99 } }),
          ],
          flows: [...drawn.flows, arrow(`${caller?.id}>extra as zz`)],
        }
        const before = estimate(drawn)
        const after = estimate(more)
        expect(after.totalUsdPerMonth.value).toBeGreaterThanOrEqual(before.totalUsdPerMonth.value - 1e-9)
        expect(after.actions[0]?.full?.meanMs ?? 0).toBeGreaterThanOrEqual(
          (before.actions[0]?.full?.meanMs ?? 0) * (1 - 1e-3),
        )
        expect(after.availability?.value ?? 1).toBeLessThanOrEqual((before.availability?.value ?? 1) + 1e-9)
      }),
      settings,
    )
  })
  it('never gets faster or cheaper with more load, nor dearer with more cache hits', () => {
    const at = (rate: number, hits: number): Estimate =>
      estimateOf(
        [
          box('user', 'actor'),
          box('app', 'service', { settings: { ms: 100, perSecond: 20 } }),
          box('keep', 'cache', { settings: { hits } }),
          box('llm', 'model', { settings: { ms: 500, usd: 0.01 } }),
        ],
        [arrow('user>app'), arrow('app>keep'), arrow('app>llm')],
        {
          workloads: [{ id: 'w', name: 'W', mix: { 'user-app': 1 }, arrivals: { rate, per: 'second', peakFactor: 1 } }],
        },
      )
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (rate, hits) => {
          expect(at(rate * 2, hits).actions[0]?.full?.meanMs ?? 0).toBeGreaterThanOrEqual(
            (at(rate, hits).actions[0]?.full?.meanMs ?? 0) - 1e-6,
          )
          expect(at(rate, hits + 0.1).totalUsdPerMonth.value).toBeLessThanOrEqual(
            at(rate, hits).totalUsdPerMonth.value + 1e-9,
          )
        },
      ),
      { ...settings, numRuns: 40 },
    )
  })
  it('says so instead of a number when more is asked for than is sustained', () => {
    const found = estimateOf(
      [box('user', 'actor'), box('app', 'service', { settings: { ms: 100, perSecond: 2 } })],
      [arrow('user>app')],
      {
        workloads: [
          { id: 'w', name: 'W', mix: { 'user-app': 1 }, arrivals: { rate: 3, per: 'second', peakFactor: 1 } },
        ],
      },
    )
    expect(found.actions[0]?.overloaded).toEqual(['app'])
    expect(found.components.find((component) => component.component === 'app')?.utilisation).toBeCloseTo(1.5, 9)
  })
})
