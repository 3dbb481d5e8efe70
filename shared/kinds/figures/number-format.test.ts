import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBand,
  formatCount,
  formatExact,
  formatMs,
  formatShare,
  formatDifference,
  formatSince,
  formatUsd,
  formatUsdExact,
  formatterOf,
  splitBand,
  type Formatter,
  type ShownBand,
} from './number-format.ts'

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
    [2_000_000_000, '$2bn'],
    [-310, '−$310'],
  ])('%d USD reads %s', (value, text) => expect(plain(formatUsd(value))).toBe(text))

  it.each([
    [12, '12 ms'],
    [850, '850 ms'],
    [1800, '1.8 s'],
    [9100, '9.1 s'],
    [237_000, '3.95 min'],
    [14_400_000, '4 h'],
    [129_600_000, '36 h'],
    [259_200_000, '3 days'],
  ])('%d ms reads %s', (value, text) => expect(plain(formatMs(value))).toBe(text))

  it('separates thousands by a narrow space that does not break', () => {
    expect(formatCount(36_500, 1)).toBe('36\u202f500')
    expect(formatCount(1_234_567, 1)).toBe('1\u202f234\u202f567')
  })

  it.each([
    [0, '0 %'],
    [0.004, '0.4 %'],
    [0.04, '4 %'],
    [0.123, '12 %'],
    [0.5, '50 %'],
    [0.999, '99.9 %'],
    [0.9878, '98.8 %'],
    [0.9995, '99.95 %'],
    [1, '100 %'],
    [1.234, '123 %'],
  ])('a share of %d reads %s', (value, text) => expect(plain(formatShare(value))).toBe(text))
})

describe('bands', () => {
  it('show as many digits as the band allows', () => {
    expect(plain(formatBand({ value: 4580, low: 3900, high: 5800 }, formatUsd))).toBe('$4.6k ($3.9k–5.8k)')
    expect(plain(formatBand({ value: 9123, low: 8200, high: 10_400 }, formatMs))).toBe('9.1 s (8.2–10.4 s)')
    expect(plain(formatBand({ value: 1934.2, low: 1932, high: 1937 }, formatUsd))).toBe('$1.934k ($1.932k–1.937k)')
    expect(plain(formatBand({ value: 41_234, low: 20_000, high: 90_000 }, formatCount))).toBe('40 000 (20 000–90 000)')
  })

  it('never round the number itself away', () => {
    expect(plain(formatBand({ value: 3, low: 1, high: 400 }, formatUsd))).toBe('$3 ($1–400)')
    expect(plain(formatBand({ value: 0, low: 0, high: 400 }, formatUsd))).toBe('$0 ($0–400)')
  })

  it('round to whole powers of ten in minutes and hours too', () => {
    expect(plain(formatBand({ value: 237_000, low: 100_000, high: 600_000 }, formatMs))).toBe('4 min (2–10 min)')
  })

  it('change to the larger unit when rounding makes it one', () => {
    expect(plain(formatBand({ value: 970, low: 500, high: 1900 }, formatUsd))).toBe('$1.0k ($0.5k–1.9k)')
  })

  it('come apart for small type', () => {
    expect(splitBand({ value: 4580, low: 3900, high: 5800 }, formatUsd)).toEqual({
      text: '$4.6k',
      range: '$3.9k–5.8k',
    })
    expect(splitBand({ value: 45, low: 45, high: 45 }, formatUsd)).toEqual({ text: '$45' })
  })

  it('carry their unit: they are read alone, too', () => {
    const alone = (band: ShownBand, format: Formatter): string => plain(splitBand(band, format).range ?? '')
    expect(alone({ value: 4336, low: 930, high: 11_200 }, formatUsd)).toBe('$0.9k–11k')
    expect(alone({ value: 800, low: 604, high: 1090 }, formatUsd)).toBe('$600–1 100')
    expect(alone({ value: 6200, low: 5230, high: 7810 }, formatMs)).toBe('5.2–7.8 s')
    expect(alone({ value: 0.991, low: 0.986, high: 0.994 }, formatShare)).toBe('98.6–99.4 %')
    expect(alone({ value: 0, low: 0, high: 400 }, formatUsd)).toBe('$0–400')
  })

  it('show more digits where a comparison needs them', () => {
    expect(plain(formatBand({ value: 9040, low: 8040, high: 12_000 }, formatMs, 10))).toBe('9.04 s (8.04–12.00 s)')
    expect(plain(formatBand({ value: 0.99701, low: 0.99701, high: 0.99701 }, formatShare, 1e-5))).toBe('99.701 %')
  })

  it('always contain their number, as shown', () => {
    const formatters = [formatUsd, formatMs, formatCount, formatShare, formatterOf('minutes'), formatterOf('days')]
    const size = fc.double({ min: 0, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...formatters), fc.tuple(size, size, size), (format, ends) => {
        const [low = 0, value = 0, high = 0] = ends.toSorted((a, b) => a - b)
        const { text, range } = splitBand({ value, low, high }, format)
        if (range === undefined) return
        const [from = '', to = ''] = range.split('–')
        expect(numberIn(from), `${text} (${range})`).toBeLessThanOrEqual(numberIn(text))
        expect(numberIn(to), `${text} (${range})`).toBeGreaterThanOrEqual(numberIn(text))
        expect(from).not.toBe(to)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  it('show one number when there is nothing that we do not know, and say "at least" when a price is missing', () => {
    expect(plain(formatBand({ value: 45, low: 45, high: 45 }, formatUsd))).toBe('$45')
    expect(plain(formatBand({ value: 45, low: 45, high: 45, atLeast: true }, formatUsd))).toBe('at least $45')
  })
})

describe('a number of then', () => {
  const now: ShownBand = { value: 512, low: 300, high: 900 }
  it.each([
    [514, '$500', 'under $100'],
    [455, '$500', 'under $100'],
    [333, '$300', '+$200'],
    [1240, '$1.2k', '−$700'],
    [34, '$30', '+$470'],
  ])('of $%d beside a $500 of today', (was, then, difference) => {
    const said = formatSince(was, now, formatUsd)
    expect([plain(said.was), plain(said.difference)]).toEqual([then, difference])
  })

  it('keeps its digits where today is exact', () => {
    const said = formatSince(12, { value: 15, low: 15, high: 15 }, formatCount)
    expect([said.was, said.difference]).toEqual(['12', '+3'])
  })
})

describe('a difference of two runs', () => {
  it('has three digits, and none finer than a hundredth of the last place of the number', () => {
    const cost = { value: 31_000, low: 21_000, high: 59_000 }
    expect(formatDifference(19_823, cost, formatUsd)).toBe('+$19.8k')
    expect(formatDifference(-1370, cost, formatUsd)).toBe('−$1.37k')
    expect(formatDifference(-3, cost, formatUsd)).toBe('under $10')
    const up = { value: 0.9985, low: 0.9968, high: 0.9993 }
    expect(plain(formatDifference(-4.5e-7, up, formatShare))).toBe('under 0.0001 %')
  })

  it('of exact counts is the count', () => {
    expect(formatDifference(2, { value: 2, low: 2, high: 2 }, formatCount)).toBe('+2')
  })
})

describe('numbers in a unit', () => {
  it.each([
    [90, 'minutes', '90 min'],
    [3, 'hours', '3 h'],
    [1, 'days', '1 day'],
    [365, 'days', '365 days'],
    [0.05, 'share', '5 %'],
    [310, 'USD/month', '$310'],
    [36_500, 'calls', '36 500'],
  ] as const)('%d %s read %s', (value, unit, text) => expect(plain(formatterOf(unit)(value))).toBe(text))
})

describe('exact numbers', () => {
  it.each([
    [12_345, formatUsd, '$12.345k'],
    [8000, formatMs, '8 s'],
    [0.9995, formatShare, '99.95 %'],
    [1536, formatCount, '1 536'],
    [200_000, formatMs, '3.33 min'],
    [0, formatCount, '0'],
  ])('%d keeps its digits', (value, format, text) => expect(plain(formatExact(value, format))).toBe(text))

  it('are to the cent in the ledger, further for tiny amounts', () => {
    expect(plain(formatUsdExact(4612.5))).toBe('$4 612.50')
    expect(plain(formatUsdExact(0.113_722_5))).toBe('$0.1137')
    expect(plain(formatUsdExact(-3))).toBe('−$3.00')
    expect(plain(formatUsdExact(0))).toBe('$0.00')
  })
})

function numberIn(text: string): number {
  return Number(text.replaceAll('\u202f', '').replace(/[^\d.]/g, ''))
}
