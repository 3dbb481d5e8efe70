import type { Design, Stated } from '../../design/design.ts'
import { isStated, known } from '../../design/value.ts'
import { type Formatter, formatUsd, groupThousands, scaledFormatter, thinSpace, withPrefix } from './number-format.ts'

/** The currency that amounts are shown in. Inside, everything stays in USD; the rate is used at the last moment. */
export interface ShownCurrency {
  /** ISO 4217. */
  readonly code: string
  readonly unitsPerUsd: number
}

/** Signs that stand before an amount; other currencies stand there by their code. */
const signs: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  KRW: '₩',
  CAD: 'CA$',
  AUD: 'A$',
  NZD: 'NZ$',
  SGD: 'S$',
  HKD: 'HK$',
  CNY: 'CN¥',
}

function currencySign(code: string): string {
  return signs[code] ?? `${code}${thinSpace}`
}

/** What a design's amounts are shown in; undefined for USD, and while nobody has stated a usable rate. */
export function shownCurrency({ currency }: Pick<Design, 'currency'>): ShownCurrency | undefined {
  if (currency === undefined || currency.code === 'USD') return undefined
  const unitsPerUsd = known(currency.unitsPerUsd)
  return unitsPerUsd !== undefined && unitsPerUsd > 0 && Number.isFinite(unitsPerUsd)
    ? { code: currency.code, unitsPerUsd }
    : undefined
}

/** Formats USD in a currency: "€4.3k"; without one "$4.6k". */
export function moneyFormatter(currency?: ShownCurrency): Formatter {
  if (currency === undefined) return formatUsd
  const { code, unitsPerUsd } = currency
  return scaledFormatter(withPrefix(formatUsd, currencySign(code)), unitsPerUsd)
}

/** To the cent, or as far as a tiny amount needs: "€4 243.50", "$0.1137". */
export function formatMoneyExact(usd: number, currency?: ShownCurrency): string {
  const amount = usd * (currency?.unitsPerUsd ?? 1)
  const size = Math.abs(amount)
  const places = size === 0 || size >= 1 ? 2 : Math.min(10, 3 - Math.floor(Math.log10(size)))
  const sign = currencySign(currency?.code ?? 'USD')
  return `${amount < 0 ? '−' : ''}${sign}${groupThousands(size.toFixed(places), thinSpace)}`
}

/** "EUR at 0.92 a USD (ECB, 2026-11-20)": said once wherever amounts stand; undefined for USD. */
export function currencyNote(design: Pick<Design, 'currency'>): string | undefined {
  const shown = shownCurrency(design)
  if (shown === undefined) return undefined
  const rate = design.currency?.unitsPerUsd
  const about = isStated(rate) ? sourceOf(rate) : ''
  return `${shown.code} at ${Number(shown.unitsPerUsd.toPrecision(8))} a USD${about}`
}

function sourceOf({ source, asOf }: Stated<number>): string {
  const words = [source, asOf].filter((word) => word !== undefined && word !== '')
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}

/** What is wrong with a design's currency, as a sentence with the remedy. */
export function currencyFault(design: Pick<Design, 'currency'>): string | undefined {
  const { currency } = design
  if (currency === undefined || currency.code === 'USD') return undefined
  if (shownCurrency(design) === undefined) {
    return `Nobody has said how many ${currency.code} a USD buys, so that amounts read in USD. State the rate in the price book.`
  }
  const rate = currency.unitsPerUsd
  if (isStated(rate) && rate.asOf !== undefined) return undefined
  return `The rate of ${currency.code} has no date. State in the price book of which day it is.`
}
