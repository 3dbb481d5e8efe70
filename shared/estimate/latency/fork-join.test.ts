import { describe, expect, it } from 'vitest'
import { exponentialWait } from '../distribution/distribution.ts'
import { type Clock, idle, joined } from './clock.ts'
import { percentile } from './time.ts'

/** The answer of one M/M/1 queue, service of one second on average: exponential with 1 / (1 - utilisation). */
const answerOf = (utilisation: number): Clock => idle(exponentialWait(1, 1000 / (1 - utilisation)))
const bothOf = (utilisation: number): Clock => joined([answerOf(utilisation), answerOf(utilisation)], 2)

describe('a parallel group of two exponential branches', () => {
  it('has the mean and the percentiles of the closed form of their maximum, to 0.2 %', () => {
    const { time } = bothOf(0)
    expect(time.meanMs / 1500).toBeGreaterThan(0.998)
    expect(time.meanMs / 1500).toBeLessThan(1.002)
    for (const [share, ms] of [
      [0.5, 1227.947],
      [0.95, 3676.138],
      [0.99, 5295.808],
    ] as const) {
      expect(Math.abs(percentile(time, share) / ms - 1), `${share}`).toBeLessThan(0.002)
    }
  })
  it('is not shorter than fork and join, (12 - u) / 8 of one branch, and longer by no more than a part in eleven', () => {
    // Branches that are sent off together wait together; the group takes them as independent.
    for (const utilisation of [0, 0.2, 0.5, 0.8, 0.95]) {
      const exact = ((12 - utilisation) / 8) * (1000 / (1 - utilisation))
      const ratio = bothOf(utilisation).time.meanMs / exact
      expect(ratio).toBeGreaterThan(0.998)
      expect(ratio / (12 / (12 - utilisation))).toBeGreaterThan(0.998)
      expect(ratio / (12 / (12 - utilisation))).toBeLessThan(1.002)
      expect(ratio).toBeLessThan(12 / 11 + 0.002)
    }
    // 2.875 at half of the capacity (reference value); taken as independent: 3.
    expect(((12 - 0.5) / 8) * 2).toBe(2.875)
    expect(bothOf(0.5).time.meanMs / 3000).toBeCloseTo(1, 2)
  })
})
