import type { Band } from '../../shared/estimate/estimate.ts'
import type { Unit } from '../../shared/kinds/field.ts'
import { formatNumber } from '../ui/numbers.ts'
import {
  currencyNote,
  formatMoneyExact as writeMoneyExact,
  moneyFormatter,
  shownCurrency,
} from '../../shared/kinds/money-format.ts'
import { type Formatter, formatterOf, formatCount, splitBand } from '../../shared/kinds/number-format.ts'
import { designStore } from '../store/design-store.ts'

export { formatShare, formatUsdExact } from '../../shared/kinds/number-format.ts'

/**
 * How values in a unit are written, amounts in the currency of the open design. A change of the currency is an edit of
 * the design, after which every number is computed and shown again.
 */
export function formatterFor(unit: Unit | undefined): Formatter {
  return formatterOf(unit, moneyFormatter(shownCurrency(designStore.getState().document)))
}

/** The code of the currency that amounts are shown in. */
export function currencyCode(): string {
  return shownCurrency(designStore.getState().document)?.code ?? 'USD'
}

/** "EUR at 0.92 a USD (ECB, 2026-11-20)"; nothing for USD. */
export function currencyWords(): string | undefined {
  return currencyNote(designStore.getState().document)
}

/** An amount to the cent in the design's currency; formulas and the price book stay in USD. */
export function formatMoneyExact(usd: number): string {
  return writeMoneyExact(usd, shownCurrency(designStore.getState().document))
}

/** A number ready to show: "$4.6k" with the band "$3.9k–5.8k" beside it, which is also read alone. */
export interface ShownNumber {
  readonly text: string
  /** Absent when nothing is uncertain at the digits shown. */
  readonly band?: string
}

/** As many digits as the band allows, with the band apart, so that it can stand in small type. */
export function formatBand(band: Band, unit: Unit): ShownNumber {
  const { text, rangeWithUnit } = splitBand(band, formatterFor(unit))
  return rangeWithUnit === undefined ? { text } : { text, band: rangeWithUnit }
}

/** One number in the unit a reader expects, to three significant digits: "1.8 s", "$310", "4 %", "1.2k". */
export function formatQuantity(value: number, unit: Unit): string {
  if (unit === 'count' && Math.abs(value) >= 99_950) return formatLarge(value)
  return formatterFor(unit)(value)
}

/** "365k", "1.2M": where a column has no room for all digits and nobody needs them. */
function formatLarge(value: number): string {
  return Math.abs(value) >= 999_500 ? `${formatCount(value / 1e6)}M` : `${formatCount(value / 1000)}k`
}

/**
 * How far a headline moved, when it left the band it had: "+$310", "−1.2 s". Undefined when the move is within what we
 * do not know anyway, or below half a per cent.
 */
export function formatMove(before: Band, after: Band, unit: Unit): string | undefined {
  const move = after.value - before.value
  const withinBand = after.value >= before.low && after.value <= before.high
  if (withinBand || Math.abs(move) < Math.abs(before.value) * 0.005) return undefined
  return `${move > 0 ? '+' : '−'}${formatQuantity(Math.abs(move), unit)}`
}

/** So many times the stated traffic: "0.25×", "5×", "100×". */
export function formatTraffic(factor: number): string {
  return `${formatNumber(factor, factor < 1 ? 2 : factor < 10 ? 2 : 3)}×`
}
