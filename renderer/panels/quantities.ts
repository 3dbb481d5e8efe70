import type { Band } from '../../shared/estimate/estimate.ts'
import type { Unit } from '../../shared/kinds/fields/field.ts'
import { formatNumber } from '../ui/numbers.ts'
import {
  currencyNote,
  formatMoneyExact as writeMoneyExact,
  moneyFormatter,
  shownCurrency,
} from '../../shared/kinds/figures/money-format.ts'
import {
  type Formatter,
  formatterOf,
  formatCount,
  formatShare,
  splitBand,
  thinSpace,
  stepOf,
} from '../../shared/kinds/figures/number-format.ts'
import { designStore } from '../store/design-store.ts'

export { formatUsdExact } from '../../shared/kinds/figures/number-format.ts'
export { formatShare }

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

/** What USD are multiplied by to be shown. */
export function moneyScale(): number {
  return shownCurrency(designStore.getState().document)?.unitsPerUsd ?? 1
}

/** How the number of a field is typed: its unit, how often it is multiplied by, and the other currencies it is read in. */
export interface Typed {
  readonly suffix: string | undefined
  readonly scale: number
  readonly others?: Readonly<Record<string, number>>
}

/**
 * A share is typed as per cent. An amount is typed in USD, as prices are, or with `isShown` in the currency of the
 * design, as a target is that a client names; either is read in the other too.
 */
export function typedAs(unit: Unit | undefined, isShown = false): Typed {
  if (unit === 'share') return { suffix: '%', scale: 100 }
  if (unit?.startsWith('USD') !== true) return { suffix: unit === 'count' ? undefined : unit, scale: 1 }
  const [code, perUsd] = [currencyCode(), moneyScale()]
  if (code === 'USD') return { suffix: unit, scale: 1 }
  return isShown
    ? { suffix: unit.replace('USD', code), scale: perUsd, others: { USD: perUsd } }
    : { suffix: unit, scale: 1, others: { [code]: 1 / perUsd } }
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
  const { text, range } = splitBand(band, formatterFor(unit))
  return range === undefined ? { text } : { text, band: range }
}

/** One number in the unit a reader expects, to three significant digits: "1.8 s", "$310", "4 %", "1.2k". */
export function formatQuantity(value: number, unit: Unit): string {
  if (unit === 'count' && Math.abs(value) >= 99_950) return formatLarge(value)
  return formatterFor(unit)(value)
}

/**
 * One number of which no band is known, to two digits: "4.2 s", "$6.1k". What is computed from inputs with bands has no
 * third digit to show.
 */
export function formatRough(value: number, unit: Unit): string {
  const size = Math.abs(value)
  if (unit === 'share' || size === 0) return formatQuantity(value, unit)
  const format = formatterFor(unit)
  // Whole numbers of what is shown stay whole: $147 is no $150.
  return format(value, Math.min(format.shape(value).scale, placeOf(size, format)))
}

/** The place of the second digit of a number as it is shown. */
function placeOf(size: number, format: Formatter): number {
  const { scale } = format.shape(size)
  return 10 ** (Math.floor(Math.log10(size / scale) + 1e-9) - 1) * scale
}

/** A part of a whole in a column of many: one digit after the point, and what is less says so. */
export function formatPart(share: number): string {
  return share > 0 && share < 0.0005 ? `<0.1${thinSpace}%` : formatShare(Math.round(share * 1000) / 1000)
}

/** Money in a column of many: nobody reads parts of a cent, of whichever currency it is. */
export function formatMoneyRough(usd: number): string {
  return formatRoughFrom(centInUsd(), usd, 'USD')
}

function centInUsd(): number {
  return 0.01 / moneyScale()
}

/** Money in a column of many with its band apart; nobody reads parts of a cent. */
export function formatBandRough(band: Band): ShownNumber {
  const least = band.atLeast === true ? 'at least ' : ''
  return band.value < centInUsd() ? { text: `${least}${formatMoneyRough(band.value)}` } : formatBand(band, 'USD')
}

/** A number in a column of many: below the least that anybody reads it is only said to be there. */
export function formatRoughFrom(least: number, value: number, unit: Unit): string {
  return value > 0 && value < least ? `<${formatQuantity(least, unit)}` : formatRough(value, unit)
}

/** How often, in the unit in which it is a number to speak of: "83 a second", "19 a minute", "63 an hour". */
export function formatRate(perSecond: number): string {
  if (perSecond >= 0.95 || perSecond === 0) return `${formatRoughCount(perSecond)} a second`
  if (perSecond * 60 >= 0.95) return `${formatRoughCount(perSecond * 60)} a minute`
  if (perSecond * 3600 >= 0.95) return `${formatRoughCount(perSecond * 3600)} an hour`
  return `${formatRoughCount(perSecond * 86_400)} a day`
}

/** A plain number of which no band is known: "83", "365k". */
export function formatRoughCount(count: number): string {
  return count >= 99_950 ? formatQuantity(count, 'count') : formatRough(count, 'count')
}

/** "365k", "1.2M": where a column has no room for all digits and nobody needs them. */
function formatLarge(value: number): string {
  return Math.abs(value) >= 999_500 ? `${formatCount(value / 1e6)}M` : `${formatCount(value / 1000)}k`
}

/**
 * How far a headline moved, when it left the band it had: "+$300", "−1.2 s". Undefined when the move is within what we
 * do not know anyway, or below half a per cent.
 */
export function formatMove(before: Band, after: Band, unit: Unit): string | undefined {
  const move = after.value - before.value
  const withinBand = after.value >= before.low && after.value <= before.high
  if (withinBand || Math.abs(move) < Math.abs(before.value) * 0.005) return undefined
  const format = formatterFor(unit)
  const size = Math.abs(move)
  // Two digits, and none finer than the number beside it: "+$70" beside "$70", where "+$74" would be more than there is.
  const shown = stepOf(after, format)
  return `${move > 0 ? '+' : '−'}${format(size, size < shown ? placeOf(size, format) : Math.max(shown, placeOf(size, format)))}`
}

/** So many times the stated traffic: "0.25×", "5×", "100×". */
export function formatTraffic(factor: number): string {
  if (factor > 0 && factor < 0.01) return '<0.01×'
  return `${formatNumber(factor, factor < 1 ? 2 : factor < 10 ? 2 : 3)}×`
}
