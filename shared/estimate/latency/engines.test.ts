import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Step } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { allSampled, clocksOf } from '../testing/clocks-of.ts'
import { isSampled, percentile } from './time.ts'

/** What a plan does with its calls, each called once: everything that times can be composed by. */
const shapes: Readonly<Record<string, (calls: readonly Step[]) => readonly Step[]>> = {
  sequence: (calls) => calls,
  parallel: (calls) => [{ parallel: calls }],
  anyOf: (calls) => [{ parallel: calls, join: 'any' }],
  twoOf: (calls) => [{ parallel: calls, join: 2 }],
  choice: (calls) => [{ choose: calls }],
  seldom: ([first, ...rest]) => [...(first ? [{ steps: [first], share: 0.3 }] : []), ...rest],
  ends: ([first, ...rest]) => [...(first ? [{ steps: [first], ends: 0.4 }] : []), ...rest],
  loop: ([first, ...rest]) => [...(first ? [{ steps: [first], times: 4 }] : []), ...rest],
  geometric: ([first, ...rest]) => [
    ...(first ? [{ steps: [first], times: 3, spread: 'geometric' as const }] : []),
    ...rest,
  ],
  rounds: ([first, ...rest]) => [...(first ? [{ steps: [first], times: 6, atOnce: 3 }] : []), ...rest],
}

const limits: readonly Partial<Flow>[] = [
  {},
  {},
  { retries: 2, backoffMs: 200 },
  { timeoutMs: 2500, retries: 1 },
  { hedgeAfterMs: 400 },
  { timeoutMs: 2500 },
]

const drawing: fc.Arbitrary<Design> = fc
  .record({
    shape: fc.constantFrom(...Object.keys(shapes)),
    inner: fc.constantFrom(...Object.keys(shapes)),
    boxes: fc.array(
      fc.record({
        kind: fc.constantFrom('service', 'store', 'search', 'model', 'gate'),
        ms: fc.integer({ min: 20, max: 1500 }),
        tail: fc.double({ min: 1.3, max: 3, noNaN: true }),
        restMs: fc.constantFrom(0, 0, 400),
        limit: fc.constantFrom(...limits),
        up: fc.constantFrom(1, 1, 0.9),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  })
  .map(({ shape, inner, boxes }) => {
    const half = Math.ceil(boxes.length / 2)
    const calls = boxes.map((_, index): Step => ({ call: `f${index}` }))
    const plan = (which: string, own: readonly Step[]) => [{ steps: [...(shapes[which]?.(own) ?? own)] }]
    const components: Component[] = [
      box('user', 'actor'),
      box('app', 'service', {
        settings: { ms: 30, p95Ms: 60 },
        plans: plan(shape, [...calls.slice(0, half), { call: 'on' }]),
      }),
      box('next', 'service', { settings: { ms: 20, p95Ms: 50 }, plans: plan(inner, calls.slice(half)) }),
      ...boxes.map(({ kind, ms, tail, restMs, up }, index) =>
        box(`c${index}`, kind, { settings: { ms, p95Ms: ms * tail, restMs, availability: up } }),
      ),
    ]
    const flows = [
      arrow('user>app'),
      arrow('app>next as on'),
      ...boxes.map(({ limit }, index) => arrow(`${index < half ? 'app' : 'next'}>c${index} as f${index}`, limit)),
    ]
    return draw(components, flows)
  })

describe('both engines', () => {
  it('give the same percentiles for the same drawing', () => {
    fc.assert(
      fc.property(drawing, (design) => {
        const onGrid = clocksOf(design)
        const onPaths = clocksOf(design, allSampled)
        for (const clock of ['first', 'full'] as const) {
          const exact = onGrid[clock]?.time
          const sampled = onPaths[clock]?.time
          if (!exact || !sampled || isSampled(exact)) throw new Error('Every drawing is answered on a grid.')
          expect(Math.abs(sampled.meanMs / exact.meanMs - 1)).toBeLessThan(0.01)
          for (const [share, tolerance] of [
            [0.5, 0.01],
            [0.95, 0.01],
            [0.99, 0.02],
          ] as const) {
            const found = percentile(sampled, share)
            // Where nothing takes between two times, either side of the gap is right: one request in 800 decides.
            const low = percentile(exact, share - 0.00125) * (1 - tolerance)
            const high = percentile(exact, share + 0.00125) * (1 + tolerance)
            expect(found, `${clock} p${share * 100} ${low} to ${high}`).toBeGreaterThanOrEqual(low)
            expect(found, `${clock} p${share * 100} ${low} to ${high}`).toBeLessThanOrEqual(high)
          }
        }
        expect(onPaths.failing).toBeCloseTo(onGrid.failing, 2)
      }),
      { numRuns: 120, seed: 20261121 },
    )
  })
  it('samples where it is asked to', () => {
    const design = draw(
      [box('user', 'actor'), box('app', 'service', { settings: { ms: 30, p95Ms: 60 } })],
      [arrow('user>app')],
    )
    const { full } = clocksOf(design, allSampled)
    expect(full && isSampled(full.time)).toBe(true)
  })
})
