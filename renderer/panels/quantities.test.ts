import { describe, expect, it } from 'vitest'
import { designStore } from '../store/design-store.ts'
import {
  formatBand,
  formatBandRough,
  formatMoneyRough,
  formatMove,
  formatPart,
  formatQuantity,
  formatRate,
  formatRough,
  formatShare,
  formatTraffic,
  formatUsdExact,
  typedAs,
} from './quantities.ts'

/** Thin spaces read as plain ones here. */
const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ')

describe('quantities', () => {
  it('show as many digits as the band allows, with the band apart', () => {
    expect(formatBand({ value: 4612, low: 3900, high: 5800 }, 'USD')).toEqual({ text: '$4.6k', band: '$3.9k–5.8k' })
  })
  it('show no band when nothing is uncertain, and say when a price is missing', () => {
    expect(formatBand({ value: 40, low: 40, high: 40 }, 'USD')).toEqual({ text: '$40' })
    expect(formatBand({ value: 40, low: 40, high: 40, atLeast: true }, 'USD').text).toBe('at least $40')
  })
  it('take the unit that a reader expects', () => {
    expect(plain(formatQuantity(1800, 'ms'))).toBe('1.8 s')
    expect(plain(formatQuantity(4, 'hours'))).toBe('4 h')
    expect(plain(formatQuantity(90, 's'))).toBe('90 s')
    expect(plain(formatQuantity(310, 'USD'))).toBe('$310')
    expect(plain(formatQuantity(36_500, 'count'))).toBe('36 500')
    expect(plain(formatQuantity(1_216_667, 'count'))).toBe('1.22M')
  })
  it('are exact in the ledger', () => {
    expect(plain(formatUsdExact(4612.5))).toBe('$4 612.50')
    expect(plain(formatUsdExact(0.113_722_5))).toBe('$0.1137')
    expect(plain(formatUsdExact(0))).toBe('$0.00')
  })
  it('say shares and availability with the digits that count', () => {
    expect(plain(formatShare(0.1234))).toBe('12 %')
    expect(plain(formatShare(0.004))).toBe('0.4 %')
    expect(plain(formatShare(0.9995))).toBe('99.95 %')
  })
  it('show two digits where no band is known, and no part of a cent or of a tenth of a per cent', () => {
    expect(plain(formatRough(4182, 'ms'))).toBe('4.2 s')
    expect(plain(formatRough(147.4, 'USD'))).toBe('$147')
    expect(plain(formatRough(0, 'ms'))).toBe('0 ms')
    expect(formatMoneyRough(0.006_39)).toBe('<$0.01')
    expect(formatMoneyRough(0)).toBe('$0')
    expect(plain(formatPart(0.000_000_9))).toBe('<0.1 %')
    expect(plain(formatPart(0.0044))).toBe('0.4 %')
    expect(plain(formatPart(0))).toBe('0 %')
  })
  it('end at a cent of the currency that is shown', () => {
    const before = designStore.getState()
    const currency = { code: 'EUR', unitsPerUsd: { value: 0.92, asOf: '2026-11-20' } }
    designStore.setState({ document: { ...before.document, currency } })
    expect(formatMoneyRough(0.006_39)).toBe('<€0.01')
    expect(formatBandRough({ value: 0.0105, low: 0.01, high: 0.02 }).text).toBe('<€0.01')
    designStore.setState(before, true)
  })
  it('are typed in USD or, as targets, in the currency of the design, and read in the other too', () => {
    expect(typedAs('share')).toEqual({ suffix: '%', scale: 100 })
    expect(typedAs('count')).toEqual({ suffix: undefined, scale: 1 })
    expect(typedAs('USD/month', true)).toEqual({ suffix: 'USD/month', scale: 1 })
    const before = designStore.getState()
    const currency = { code: 'EUR', unitsPerUsd: 0.5 }
    designStore.setState({ document: { ...before.document, currency } })
    expect(typedAs('USD/month', true)).toEqual({ suffix: 'EUR/month', scale: 0.5, others: { USD: 0.5 } })
    expect(typedAs('USD/hour')).toEqual({ suffix: 'USD/hour', scale: 1, others: { EUR: 2 } })
    expect(typedAs('ms', true)).toEqual({ suffix: 'ms', scale: 1 })
    designStore.setState(before, true)
  })
  it('say rates in the unit in which they are numbers to speak of', () => {
    expect([83.3, 0.316, 0.0174, 0.0001, 0].map((rate) => plain(formatRate(rate)))).toEqual([
      '83 a second',
      '19 a minute',
      '1.0 a minute',
      '8.6 a day',
      '0 a second',
    ])
    expect(formatTraffic(0.000_007_8)).toBe('<0.01×')
    expect(formatTraffic(0.054)).toBe('0.054×')
  })
  it('say nothing without a unit of thousands', () => {
    expect(formatBand({ value: 2000, low: 0, high: 17_000 }, 'USD').band).toBe('$0–17k')
  })
})

describe('a headline that moved', () => {
  const before = { value: 1900, low: 1600, high: 2200 }
  it('says by how much when it left its band', () => {
    expect(formatMove(before, { value: 2210, low: 1900, high: 2500 }, 'USD')).toBe('+$300')
    expect(formatMove(before, { value: 900, low: 800, high: 1000 }, 'USD')).toBe('−$1.0k')
    const nothing = { value: 0, low: 0, high: 0 }
    expect(formatMove(nothing, { value: 73.58, low: 40, high: 180 }, 'USD')).toBe('+$70')
    expect(formatMove(nothing, { value: 434_000, low: 90_000, high: 1_100_000 }, 'USD')).toBe('+$400k')
    expect(formatMove(nothing, { value: 73.58, low: 73.5, high: 73.7 }, 'USD')).toBe('+$74')
  })
  it('says nothing within what is not known anyway', () => {
    expect(formatMove(before, { value: 2000, low: 1700, high: 2300 }, 'USD')).toBeUndefined()
    expect(
      formatMove({ value: 10, low: 10, high: 10 }, { value: 10.01, low: 10.01, high: 10.01 }, 'USD'),
    ).toBeUndefined()
  })
})
