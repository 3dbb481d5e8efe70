import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Boundary, Component, Design, Flow } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import type { ActionClocks } from './action-clocks.ts'
import { clocksOf } from '../testing/clocks-of.ts'
import { percentile } from './time.ts'

const kinds = ['service', 'store', 'search', 'model', 'model', 'gate', 'person', 'cache', 'merge'] as const
const vendor: Boundary = { id: 'vendor', name: 'Vendor', organisation: 'V', region: 'us-east-1' }
const home: Boundary = { id: 'home', name: 'Home', organisation: 'H', region: 'eu-central-1' }

/** Drawings of two regions in which two models of one vendor may share their slow moments. */
const drawing: fc.Arbitrary<Design> = fc
  .record({
    boxes: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        ms: fc.integer({ min: 1, max: 3000 }),
        tail: fc.double({ min: 1, max: 3, noNaN: true }),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    ends: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 9 }),
  })
  .map(({ boxes, ends }) => {
    const components = boxes.map(({ kind, ms, tail }, index): Component =>
      box(`c${index}`, kind, {
        in: kind === 'model' ? 'vendor' : 'home',
        settings: { ms, p95Ms: ms * tail, ...(kind === 'cache' ? { hits: 0.4 } : {}) },
      }),
    )
    const flows = ends.flatMap(([from, to], index): readonly Flow[] =>
      from >= to || to >= boxes.length ? [] : [arrow(`c${from}>c${to} as f${index}`)],
    )
    return draw([box('user', 'actor'), ...components], [arrow('user>c0 as ask'), ...flows], {
      boundaries: [vendor, home],
    })
  })

const shares = [0.5, 0.9, 0.95, 0.99]
function digits({ first, full, unattended, done }: ActionClocks): readonly (readonly number[] | undefined)[] {
  const clocks = [first, full, unattended, ...done.map((each) => each.clock)]
  return clocks.map((clock) => clock && [clock.time.meanMs, ...shares.map((share) => percentile(clock.time, share))])
}

const settings = { numRuns: 80, seed: 20261121 }

describe('times of any drawing', () => {
  it('do not change by names, order, places, or a boundary that says nothing', () => {
    fc.assert(
      fc.property(drawing, (design) => {
        const before = digits(clocksOf(design))
        const components = (design.components ?? []).toReversed()
        const renamed = components.map((component, index) => ({ ...component, name: `n${index}` }))
        expect(digits(clocksOf({ ...design, components: renamed, flows: (design.flows ?? []).toReversed() }))).toEqual(
          before,
        )
        const wrap: Boundary = { id: 'wrap', name: 'Wrap', in: 'home' }
        const wrapped = components.map((component) =>
          component.in === 'home' ? { ...component, in: 'wrap' } : component,
        )
        expect(digits(clocksOf({ ...design, components: wrapped, boundaries: [vendor, home, wrap] }))).toEqual(before)
        const places = Object.fromEntries(components.map(({ id }, index) => [id, { x: 40 * index, y: 7 }]))
        expect(digits(clocksOf({ ...design, views: [{ id: 'v', name: 'V', places }] }))).toEqual(before)
      }),
      settings,
    )
  })
  it('never get shorter by a longer own time', () => {
    fc.assert(
      fc.property(drawing, fc.nat(6), fc.double({ min: 1.05, max: 3, noNaN: true }), (design, at, factor) => {
        const which = `c${at % Math.max(1, (design.components?.length ?? 1) - 1)}`
        const longer = (design.components ?? []).map((component) => {
          const { ms, p95Ms } = component.settings ?? {}
          if (component.id !== which || typeof ms !== 'number' || typeof p95Ms !== 'number') return component
          return { ...component, settings: { ...component.settings, ms: ms * factor, p95Ms: p95Ms * factor } }
        })
        const before = clocksOf(design)
        const after = clocksOf({ ...design, components: longer })
        for (const clock of ['first', 'full'] as const) {
          const [one, other] = [before[clock]?.time, after[clock]?.time]
          if (!one || !other) continue
          expect(other.meanMs).toBeGreaterThanOrEqual(one.meanMs * (1 - 1e-3))
          for (const share of shares) {
            expect(percentile(other, share), `${clock} p${share * 100}`).toBeGreaterThanOrEqual(
              percentile(one, share) * (1 - 2e-3),
            )
          }
        }
      }),
      settings,
    )
  })
})
