import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinSpace } from '../../shared/kinds/figures/number-format.ts'
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
    ['0,5', 0.5],
    ['3,25', 3.25],
    ['0,125', 0.125],
    ['1,200', 1200],
    ['1.200,50', 1200.5],
    ['1.200.000', 1_200_000],
    ["1'200", 1200],
    ['200 €', 200],
  ])('reads %s', (text, number) => {
    expect(parseNumber(text)).toBe(number)
  })

  it.each([
    ['4 s', 'ms', 4000],
    ['4s', 'ms', 4000],
    ['400 ms', 'ms', 400],
    ['0,5 s', 'ms', 500],
    ['2 min', 'ms', 120_000],
    ['5 m', 'minutes', 5],
    ['1500 ms', 's', 1.5],
    ['3 days', 'hours', 72],
    ['12 h', 'days', 0.5],
    ['3 MB', 'bytes', 3_000_000],
    ['2 TB', 'GB', 2000],
    ['800 tokens', 'tokens', 800],
    ['3 × average', '× average', 3],
    ['12k', 'ms', 12_000],
  ])('reads %s where %s are asked for', (text, unit, number) => {
    expect(parseNumber(text, unit)).toBe(number)
  })

  it.each([
    ['2 000 €', 'EUR/month', 2000],
    ['2,000 EUR', 'EUR/month', 2000],
    ['EUR 2000', 'EUR/month', 2000],
    ['€2k', 'EUR/month', 2000],
    ['2k€', 'EUR/month', 2000],
    ['2000 €/month', 'EUR/month', 2000],
    ['2000 eur/month', 'EUR/month', 2000],
    ['2000', 'EUR/month', 2000],
    ['$1,000', 'EUR/month', 920],
    ['1000 USD', 'EUR/month', 920],
    ['$2', 'USD/1M tokens', 2],
    ['$0.0004', 'USD', 0.0004],
  ])('reads %s in a field of %s', (text, unit, number) => {
    expect(parseNumber(text, unit, { USD: 0.92 })).toBe(number)
  })

  it.each([
    ['2 100 €', 'USD/month'],
    ['2 100 £', 'EUR/month'],
    ['CHF 2100', 'EUR/month'],
    ['2100 apples', 'EUR/month'],
    ['$', 'EUR/month'],
  ])('refuses %s in a field of %s: nobody has said what it is worth', (text, unit) => {
    expect(parseNumber(text, unit, { USD: 0.92 })).toBeUndefined()
  })

  it.each([
    ['4 s', ''],
    ['4 s', 'USD'],
    ['4 GB', 'ms'],
    ['under 4 s', 'ms'],
    ['4 ss', 'ms'],
  ])('refuses %s where "%s" is asked for', (text, unit) => {
    expect(parseNumber(text, unit)).toBeUndefined()
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
