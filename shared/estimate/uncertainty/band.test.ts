import { describe, expect, it } from 'vitest'
import { input, product, sum, type InputNode } from '../../kinds/formula/formula.ts'
import { partOf, sumBand } from './band.ts'

const unknown = (label: string, value: number, low: number, high: number): InputNode => ({
  ...input(label, value, 'count', { from: 'default', on: label, field: 'value', confidence: 'C' }),
  low,
  high,
})

describe('the band of a sum', () => {
  it('joins what is independent as a root of squares', () => {
    const band = sumBand([partOf(sum(unknown('a', 100, 70, 130), unknown('b', 100, 60, 140)))])
    expect(band.low).toBeCloseTo(150, 9)
    expect(band.high).toBeCloseTo(250, 9)
  })

  it('never comes down to nothing for factors that are all above it', () => {
    const band = sumBand([partOf(product(unknown('a', 10, 1, 20), unknown('b', 10, 2, 20), unknown('c', 10, 2, 20)))])
    // By logarithms: the three factors lie 2.3, 1.61 and 1.61 below.
    expect(band.low).toBeCloseTo(1000 * Math.exp(-Math.hypot(Math.log(10), Math.log(5), Math.log(5))), 9)
  })

  it('has no step where one answer takes over from the other', () => {
    const lowWith = (least: number): number =>
      sumBand([partOf(product(unknown('a', 10, least, 20), unknown('b', 10, 5, 20)))]).low
    for (let least = 4; least > 0; least -= 0.05) {
      const step = lowWith(least) - lowWith(least - 0.05)
      expect(step).toBeGreaterThanOrEqual(0)
      expect(step).toBeLessThan(2.5)
    }
  })

  it('comes down to nothing when an input can be nothing', () => {
    expect(sumBand([partOf(product(unknown('a', 10, 0, 20), unknown('b', 10, 2, 20)))]).low).toBe(0)
  })
})
