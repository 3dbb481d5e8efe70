import { describe, expect, it } from 'vitest'
import { formatBand, formatCount, formatMs, formatShare, formatUsd } from './number-format.ts'

/** Narrow spaces as ordinary ones, to be read in a test. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ')

describe('numbers', () => {
  it.each([
    [0, '$0'],
    [0.0048825, '$0.00488'],
    [0.99, '$0.99'],
    [38.4, '$38.4'],
    [999.6, '$1k'],
    [4560, '$4.56k'],
    [18_250, '$18.3k'],
    [1_234_567, '$1.23M'],
    [-310, '-$310'],
  ])('%d USD reads %s', (value, text) => expect(plain(formatUsd(value))).toBe(text))

  it.each([
    [12, '12 ms'],
    [850, '850 ms'],
    [1800, '1.8 s'],
    [9100, '9.1 s'],
    [237_000, '3.95 min'],
    [14_400_000, '4 h'],
  ])('%d ms reads %s', (value, text) => expect(plain(formatMs(value))).toBe(text))

  it('separates thousands by a narrow space that does not break', () => {
    expect(formatCount(36_500, 1)).toBe('36\u202f500')
    expect(formatCount(1_234_567, 1)).toBe('1\u202f234\u202f567')
  })

  it.each([
    [0, '0 %'],
    [0.04, '4.0 %'],
    [0.123, '12 %'],
    [0.5, '50 %'],
    [0.999, '99.9 %'],
    [0.9995, '99.95 %'],
    [1, '100 %'],
  ])('a share of %d reads %s', (value, text) => expect(plain(formatShare(value))).toBe(text))
})

describe('bands', () => {
  it('show as many digits as the band allows', () => {
    expect(plain(formatBand({ value: 4580, low: 3900, high: 5800 }, formatUsd))).toBe('$4.6k (3.9–5.8)')
    expect(plain(formatBand({ value: 9123, low: 8200, high: 10_400 }, formatMs))).toBe('9.1 s (8.2–10.4)')
    expect(plain(formatBand({ value: 1934.2, low: 1932, high: 1937 }, formatUsd))).toBe('$1.934k (1.932–1.937)')
    expect(plain(formatBand({ value: 41_234, low: 20_000, high: 90_000 }, formatCount))).toBe('40 000 (20 000–90 000)')
  })

  it('show one number when there is nothing that we do not know, and say "at least" when a price is missing', () => {
    expect(plain(formatBand({ value: 45, low: 45, high: 45 }, formatUsd))).toBe('$45')
    expect(plain(formatBand({ value: 45, low: 45, high: 45, atLeast: true }, formatUsd))).toBe('at least $45')
  })
})
