import { describe, expect, it } from 'vitest'
import type { DesignCurrency } from '../../design/design.ts'
import { currencyFault, currencyNote, formatMoneyExact, moneyFormatter, shownCurrency } from './money-format.ts'
import { formatBand, formatterOf, formatUsd, thinSpace } from './number-format.ts'

const euro: DesignCurrency = {
  code: 'EUR',
  unitsPerUsd: { value: 0.5, source: 'ECB', asOf: '2026-11-20' },
}
const shown = shownCurrency({ currency: euro })
const inEuro = moneyFormatter(shown)

describe('amounts in the currency of a design', () => {
  it('are converted at the last moment, with the digits of the converted band', () => {
    expect(inEuro(9200)).toBe('€4.6k')
    expect(inEuro(-620)).toBe('−€310')
    expect(formatBand({ value: 9200, low: 7800, high: 11_600 }, inEuro)).toBe('€4.6k (€3.9k–5.8k)')
    expect(formatMoneyExact(9225.5, shown)).toBe(`€4${thinSpace}612.75`)
    expect(formatMoneyExact(0.002, shown)).toBe('€0.001000')
  })

  it('carry the code where a currency has no sign of its own', () => {
    const francs = moneyFormatter({ code: 'CHF', unitsPerUsd: 1 })
    expect(francs(4600)).toBe(`CHF${thinSpace}4.6k`)
  })

  it('are USD without a currency, with the same digits as ever', () => {
    expect(moneyFormatter()).toBe(formatUsd)
    expect(shownCurrency({})).toBeUndefined()
    expect(shownCurrency({ currency: { code: 'USD', unitsPerUsd: 1 } })).toBeUndefined()
    expect(formatMoneyExact(4612.5)).toBe(`$4${thinSpace}612.50`)
  })

  it('touch no other unit', () => {
    expect(formatterOf('ms', inEuro)(1800)).toBe(formatterOf('ms')(1800))
    expect(formatterOf('USD/month', inEuro)(9200)).toBe('€4.6k')
  })

  it('name the rate, its source and day once', () => {
    expect(currencyNote({ currency: euro })).toBe('EUR at 0.5 a USD (ECB, 2026-11-20)')
    expect(currencyNote({})).toBeUndefined()
  })
})

describe('a rate', () => {
  it.each([{ unknown: true } as const, 0, -1, { value: Number.NaN }])(
    'that cannot be used (%o) shows USD and says so',
    (rate) => {
      const currency = { code: 'EUR', unitsPerUsd: rate }
      expect(shownCurrency({ currency })).toBeUndefined()
      expect(currencyFault({ currency })).toContain('amounts read in USD')
    },
  )

  it('needs a day', () => {
    expect(currencyFault({ currency: { code: 'EUR', unitsPerUsd: 0.9 } })).toContain('no date')
    expect(currencyFault({ currency: euro })).toBeUndefined()
    expect(currencyFault({})).toBeUndefined()
  })
})
