import { describe, expect, it } from 'vitest'
import { input } from '../kinds/formula/formula.ts'
import { ageShare, daysBetween, widenByAge } from './age.ts'

const price = input('Price', 10, 'USD', { from: 'price', source: 'a list', confidence: 'A' })

describe('the age of a price', () => {
  it('counts from the first day of a month or a year that stands alone', () => {
    expect(daysBetween('2026-08-01', '2026-11-21')).toBe(112)
    expect(daysBetween('2026-08', '2026-08-31')).toBe(30)
    expect(daysBetween('2026', '2026-01-31')).toBe(30)
    expect(daysBetween('2027-01-01', '2026-11-21')).toBe(0)
  })

  it('widens by 2 % per 90 days beyond the first 30', () => {
    expect(ageShare('2026-08-01', '2026-08-31')).toBe(0)
    expect(ageShare('2026-08-01', '2026-11-29')).toBeCloseTo(0.02, 12)
    expect(widenByAge(price, '2026-08-01', '2026-11-29')).toMatchObject({
      low: expect.closeTo(9.8 * 0.98, 10) as number,
      high: expect.closeTo(10.2 * 1.02, 10) as number,
      value: 10,
    })
    expect(widenByAge(price, '2026-11-01', '2026-11-21')).toBe(price)
  })
})
