import { describe, expect, it } from 'vitest'
import { priceItems } from './items/items.ts'
import { convertUnit } from './price-unit.ts'
import { readAmount } from './import/read-amount.ts'

describe('units of prices', () => {
  it.each([
    ['USD/1M tokens', 'USD/1M tokens', 1],
    ['USD/token', 'USD/1M tokens', 1e6],
    ['USD per 1k tokens', 'USD/1M tokens', 1000],
    ['$/million tokens', 'USD/1M tokens', 1],
    ['USD/1000 calls', 'USD/1k calls', 1],
    ['USD/query', 'USD/1k calls', 1000],
    ['USD/1k requests', 'USD/1M calls', 1000],
    ['usd/hr', 'USD/hour', 1],
    ['USD/GB-month', 'USD/GB-month', 1],
  ] as const)('%s becomes %s', (from, to, times) => expect(convertUnit(from, to)).toBeCloseTo(times, 12))

  it('are not turned into those of another thing', () => {
    expect(convertUnit('USD/page', 'USD/1M tokens')).toBeUndefined()
    expect(convertUnit('EUR/1M tokens', 'USD/1M tokens')).toBeUndefined()
    expect(convertUnit('tokens', 'USD/1M tokens')).toBeUndefined()
  })

  it('are all readable: each unit of the book is itself', () => {
    for (const { unit } of Object.values(priceItems)) {
      if (unit !== 'USD') expect(convertUnit(unit, unit), unit).toBe(1)
    }
  })
})

describe('amounts', () => {
  it.each([
    ['2', 2],
    ['$2.50', 2.5],
    ['1,234.50', 1234.5],
    ['0,15', 0.15],
    ['1.234,5', 1234.5],
    ['1 234,50 USD', 1234.5],
    ['2e-6', 0.000002],
  ])('%s', (text, number) => expect(readAmount(text)).toBeCloseTo(number, 12))

  it.each([
    ['', 'empty'],
    ['n/a', 'no number'],
    ['-1', 'below 0'],
    ['1,234', '1234 or as 1.234'],
  ])('"%s" is asked back', (text, words) => expect(readAmount(text)).toContain(words))
})
