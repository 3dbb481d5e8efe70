import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { draw } from '../../graph/testing/draw.ts'
import { kinds, products } from '../../kinds/index.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Band } from '../estimate.ts'
import { anyPrice } from '../testing/estimate-drawing.ts'
import { shareLeft } from '../uncertainty/band.ts'

/** A tool that takes `p50Ms`, called so many times: its time is the product of two unknowns. */
function timeOf(p50Ms: Value<number>, times: Value<number>): Band {
  const design = draw(
    [
      { id: 'app', name: 'App', kind: 'orchestrator', settings: { p50Ms: 0, p95Ms: 0 } },
      { id: 'tool', name: 'Tool', kind: 'tool', settings: { p50Ms, p95Ms: typeof p50Ms === 'number' ? p50Ms : 0 } },
    ],
    [{ id: 'call', from: 'app', to: 'tool' }],
    { actions: [{ id: 'ask', name: 'Ask', starts: 'app' }] },
  )
  const components = (design.components ?? []).map((component) =>
    component.id === 'app' ? { ...component, plans: [{ steps: [{ call: 'call', times }] }] } : component,
  )
  const { actions } = estimateDesign(buildGraph({ ...design, components }, kinds, products), anyPrice(1))
  const full = actions[0]?.full
  if (!full) throw new Error('There is a time.')
  return full.p95
}
const around = (value: number, low: number, high: number) => ({ value, low, high })

describe('the band of a time', () => {
  it('leaves what one unknown alone leaves', () => {
    const { value, low, high } = timeOf(around(1000, 1000, 1000), around(6, 2, 12))
    expect(low / value).toBeCloseTo(2 / 6, 6)
    expect(high / value).toBeCloseTo(2, 6)
  })
  it('multiplies what two unknowns leave, where their differences would leave nothing', () => {
    const { value, low } = timeOf(around(600, 100, 900), around(6, 2, 12))
    // The differences: 1 - sqrt((5/6)^2 + (4/6)^2) is below 0. The ratios, as lognormals:
    expect(low / value).toBeCloseTo(Math.exp(-Math.hypot(Math.log(6), Math.log(3))), 6)
    expect(low / value).toBeGreaterThan(0.12)
  })
  it('never ends at no time, whatever somebody calls possible', () => {
    const { value, low } = timeOf(around(600, 0, 900), around(6, 0, 12))
    expect(low).toBeGreaterThan(value / 500)
  })
  it('is never narrower than that of its widest unknown, nor reaches beyond all of them together', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), (shares) => {
        const left = shareLeft(shares)
        expect(left).toBeLessThanOrEqual(Math.min(...shares) + 1e-12)
        expect(left).toBeGreaterThanOrEqual(shares.reduce((product, share) => product * share, 1) - 1e-12)
      }),
    )
  })
})
