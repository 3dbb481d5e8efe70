import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinSpace } from '../../shared/kinds/number-format.ts'
import { formatNumber, parseNumber } from './numbers.ts'

describe('numbers in fields', () => {
  it('group thousands by thin spaces and keep whole digits', () => {
    expect(formatNumber(1_234_567, 4)).toBe(`1${thinSpace}234${thinSpace}567`)
    expect(formatNumber(0.000_123_4, 2)).toBe('0.00012')
    expect(formatNumber(2.5)).toBe('2.5')
    expect(formatNumber(-1200)).toBe(`−1${thinSpace}200`)
    expect(formatNumber(0)).toBe('0')
  })

  it.each([
    ['1 200', 1200],
    ['1,200.5', 1200.5],
    ['12k', 12_000],
    ['1.5M', 1_500_000],
    ['$ 40', 40],
    ['4 %', 4],
    ['.5', 0.5],
    ['1e3', 1000],
    ['−7', -7],
  ])('reads %s', (text, number) => {
    expect(parseNumber(text)).toBe(number)
  })

  it.each(['', 'many', '1.2.3', '12 apples', '--3'])('refuses %s', (text) => {
    expect(parseNumber(text)).toBeUndefined()
  })

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (number) => {
        expect(parseNumber(formatNumber(number / 100, 12))).toBeCloseTo(number / 100, 6)
      }),
    )
  })
})
