import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../design/design.ts'
import { readFields } from '../fields/field-reader.ts'
import { machineFields } from './priced-lines.ts'
import { readScaled, replicasOverWeek } from './scaling.ts'

const reader = (settings: Settings = {}) =>
  readFields({ element: 'box', layers: [{ settings, from: 'box' }], fields: machineFields(4), product: undefined })

/** Half of the hours at `busy` calls a second, the other half at none. */
const halves = (busy: number) => Array.from({ length: 168 }, (_, hour) => (hour % 2 === 0 ? busy : 0))

describe('replicas over a week', () => {
  it('follow the hours, each busy up to its target, with one that stays ready', () => {
    // 70 calls a second, 10 x 70 % each: ten replicas; idle: one.
    expect(replicasOverWeek(reader(), halves(70), 70, 10)).toEqual({ mean: 5.5, atPeak: 10 })
  })

  it('end at the most that there may be, as soon as it scales', () => {
    const most = { autoscaled: true, mostReplicas: 4 }
    expect(replicasOverWeek(reader(most), halves(70), 70, 10)).toEqual({ mean: 2.5, atPeak: 4, most: 4 })
    expect(replicasOverWeek(reader({ ...most, autoscaled: false }), halves(70), 70, 10)).toEqual({
      mean: 5.5,
      atPeak: 10,
    })
  })

  it('sleep when they may', () => {
    expect(replicasOverWeek(reader({ leastReplicas: 0 }), halves(70), 70, 10)).toEqual({ mean: 5, atPeak: 10 })
  })

  it('are not known when nobody knows what one sustains', () => {
    expect(replicasOverWeek(reader(), halves(70), 70, 0)).toBeUndefined()
  })

  it('are never more on average than at the peak, and never fewer with more calls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 168, maxLength: 168 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (hours, each, times) => {
          const week = replicasOverWeek(reader(), hours, Math.max(...hours), each)
          const more = replicasOverWeek(
            reader(),
            hours.map((perSecond) => perSecond * times),
            Math.max(...hours) * times,
            each,
          )
          expect(week?.mean).toBeLessThanOrEqual(week?.atPeak ?? Number.NaN)
          expect(more?.mean).toBeGreaterThanOrEqual(week?.mean ?? Number.NaN)
        },
      ),
    )
  })

  it('stand in prices as their mean', () => {
    const scaled = readScaled(reader({ replicas: 10 }), { mean: 5.5, atPeak: 10 })
    expect(scaled.input('replicas')).toMatchObject({ value: 5.5, provenance: { from: 'derived', field: 'replicas' } })
    expect(scaled.number('leastReplicas')).toBe(1)
  })
})
