import { describe, expect, it } from 'vitest'
import type { Arrivals, Settings, Value } from '../../design/design.ts'
import { arrow, box } from '../../graph/testing/draw.ts'
import { estimateOf } from '../testing/estimate-drawing.ts'

/** A user, and an app that is asked so often. */
function appAt(arrivals: Arrivals, settings: Settings, times?: Value<number>) {
  const { capacity } = estimateOf(
    [
      box('user', 'actor'),
      box('app', 'service', {
        plans: [{ steps: [{ call: 'app-store', ...(times === undefined ? {} : { times }) }] }],
      }),
      box('store', 'store', { settings }),
    ],
    [arrow('user>app'), arrow('app>store')],
    { workloads: [{ id: 'w', name: 'W', mix: { 'user-app': 1 }, arrivals }] },
  )
  const store = capacity.components.find(({ component }) => component === 'store')
  if (!store?.band) throw new Error('Its use has a band.')
  return { capacity, band: store.band }
}
const exactly = (value: number) => ({ value, low: value, high: value })
const rate = { value: 2, low: 1, high: 3 }
const perSecond = { value: 5, low: 4, high: 8 }

describe('the band of a use of capacity', () => {
  it('joins what is asked for and what can be done, as ratios', () => {
    const { band, capacity } = appAt({ rate, per: 'second', peakFactor: exactly(1) }, { perSecond })
    expect(band.value).toBeCloseTo(0.4, 12)
    expect(band.low).toBeCloseTo(0.4 * Math.exp(-Math.hypot(Math.log(1 / 2), Math.log(5 / 8))), 9)
    expect(band.high).toBeCloseTo(0.4 * Math.exp(Math.hypot(Math.log(3 / 2), Math.log(5 / 4))), 9)
    // How often it can be asked hangs on what it can do alone.
    expect(capacity.sustainedPerSecond).toBeCloseTo(5, 9)
    expect(capacity.sustainedRange?.low).toBeCloseTo(4, 9)
    expect(capacity.sustainedRange?.high).toBeCloseTo(8, 9)
  })
  it('moves with turns, in both: they take of the capacity', () => {
    const { band, capacity } = appAt(
      { rate: exactly(1), per: 'second', peakFactor: exactly(1) },
      { perSecond: exactly(10) },
      { value: 4, low: 2, high: 6 },
    )
    expect(band.low).toBeCloseTo(0.4 * 0.5, 9)
    expect(band.high).toBeCloseTo(0.4 * 1.5, 9)
    expect(capacity.sustainedRange?.low).toBeCloseTo(2.5 / 1.5, 9)
    expect(capacity.sustainedRange?.high).toBeCloseTo(2.5 / 0.5, 9)
  })
  it('moves with the peak over the mean: stated, and as it is assumed', () => {
    const at = (arrivals: { readonly peakFactor?: Value<number> }) =>
      appAt({ rate: exactly(1), per: 'second', ...arrivals }, { perSecond: exactly(10) }).band
    const stated = at({ peakFactor: { value: 2, low: 1.5, high: 4 } })
    expect([stated.low, stated.value, stated.high].map((used) => Math.round(used * 1e6) / 1e6)).toEqual([
      0.15, 0.2, 0.4,
    ])
    const assumed = at({})
    expect([assumed.low, assumed.value, assumed.high].map((used) => Math.round(used * 1e6) / 1e6)).toEqual([
      0.2, 0.3, 0.5,
    ])
    expect(assumed.guesses?.above).toMatchObject({ on: 'w', field: 'peakFactor', end: 5 })
  })
  it('says how often the present peak goes into what is sustained, and what is guessed of the rate', () => {
    const turns = { value: 4, low: 2, high: 6, confidence: 'C' as const }
    const { capacity } = appAt(
      { rate: exactly(1), per: 'second', peakFactor: exactly(1) },
      { perSecond: exactly(10) },
      turns,
    )
    expect(capacity.sustainedFactorRange?.low).toBeCloseTo(2.5 / 1.5, 9)
    expect(capacity.sustainedFactorRange?.high).toBeCloseTo(2.5 / 0.5, 9)
    // At twice the distance, 8 turns, half of the rate is left.
    expect(2 * (capacity.sustainedRange?.guesses?.below?.by ?? 0)).toBeCloseTo(2.5 / 2, 9)
  })
  it('is nothing where all of it is known', () => {
    const { band } = appAt(
      { rate: exactly(1), per: 'second', peakFactor: exactly(1) },
      { perSecond: exactly(10) },
      exactly(3),
    )
    expect(band).toMatchObject({ value: band.low, low: band.high })
  })
})
