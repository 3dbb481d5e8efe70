import { describe, expect, it } from 'vitest'
import type { OpenArrivals } from '../../../shared/design/design.ts'
import { assumedWeights, peakOf, presets, profileSentence, roundWeight, topOf, weightsOf } from './profile-edits.ts'

const daily: OpenArrivals = { rate: 1000, per: 'day' }

describe('profile', () => {
  it('starts as the estimate assumes it: with the stated peak, or three times the average', () => {
    expect(peakOf(assumedWeights('hours', daily))).toBeCloseTo(3, 1)
    expect(peakOf(assumedWeights('hours', { ...daily, peakFactor: 2 }))).toBeCloseTo(2, 1)
    expect(assumedWeights('hours', daily)).toHaveLength(24)
    expect(assumedWeights('weekdays', daily)).toHaveLength(7)
  })

  it('has a bar for everything, whatever the file says', () => {
    expect(weightsOf('weekdays', [1, -2])).toEqual([1, 0, 0, 0, 0, 0, 0])
    expect(
      weightsOf(
        'hours',
        Array.from({ length: 30 }, () => 1),
      ),
    ).toHaveLength(24)
    for (const part of ['hours', 'weekdays'] as const)
      for (const { weights } of presets[part]) expect(weightsOf(part, weights)).toEqual(weights)
  })

  it('ends its scale at a round number that holds all bars', () => {
    expect([[0, 0], [1, 0.5], [9], [10], [11], [60_000], [0.3]].map(topOf)).toEqual([10, 1, 10, 10, 20, 100_000, 0.5])
  })

  it('keeps a hundredth of the scale and nothing below zero', () => {
    expect(roundWeight(3.123, 10)).toBe(3.1)
    expect(roundWeight(-1, 10)).toBe(0)
    expect(roundWeight(0.123, 1)).toBe(0.12)
  })

  it('says which hour is the busiest, and whether a stated peak counts instead', () => {
    const weights = Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 2 : 1))
    expect(profileSentence('hours', weights, daily)).toBe('Busiest: 09:00–10:00, 1.92× the average.')
    expect(profileSentence('hours', weights, { ...daily, peakFactor: 3 })).toContain('peak of 3× is higher and counts')
    expect(profileSentence('weekdays', [1, 1, 1, 1, 1, 1, 1], daily)).toBe('Every day the same.')
    expect(profileSentence('weekdays', [0, 0, 0, 0, 0, 0, 0], daily)).toContain('counts as even')
  })
})
