import {
  type Formatter,
  formatBand,
  formatMs,
  formatCount as writeCount,
  formatExact,
  formatShare as writeShare,
  formatterOf,
  stepOf,
  thinSpace,
} from '../../kinds/figures/number-format.ts'
import type { Design } from '../../design/design.ts'
import { currencyNote, moneyFormatter, type ShownCurrency } from '../../kinds/figures/money-format.ts'
import type { Band } from '../../estimate/estimate.ts'
import type { Unit } from '../../kinds/fields/field.ts'

/** Numbers read in documents as everywhere else, but for the space: office fonts do not have the narrow one. */
const space = '\u00a0'

/** "$4.6k": as many digits as the band allows, three without one. */
export function formatUsd(value: number, band?: Band, currency?: ShownCurrency): string {
  return write(value, moneyFormatter(currency), band)
}

/** "9.1 s", "850 ms", "4 h", "3 days". */
export function formatDuration(ms: number, band?: Band): string {
  return write(ms, formatMs, band)
}

/** "$4.6k ($3.9k–5.8k)", "at least $4.6k (...)" when a price is missing; no bracket when nothing is uncertain. */
export function usdBand(band: Band, currency?: ShownCurrency): string {
  return widen(formatBand(band, moneyFormatter(currency)))
}

/** "$4.6k", "at least $4.6k" when a price is missing: the number without its band. */
export function leastUsd(band: Band, currency?: ShownCurrency): string {
  return `${band.atLeast === true ? 'at least ' : ''}${formatUsd(band.value, band, currency)}`
}

/** Beside the date of the prices, where amounts are not in USD: ", shown in EUR at 0.92 a USD (ECB, 2026-11-20)". */
export function currencyWords(design: Design): string {
  const note = currencyNote(design)
  return note === undefined ? '' : `, shown in ${note}`
}

/** "9.1 s (8.2–10.4 s)"; `finest`: the place of the last digit where a comparison needs more of them. */
export function durationBand(band: Band, finest?: number): string {
  return widen(formatBand(band, formatMs, finest))
}

/** 0.1234 as "12 %", 0.004 as "0.4 %", 0.99912 as "99.91 %". */
export function formatShare(share: number): string {
  return widen(writeShare(share))
}

/** A part of something estimated, in whole percent, since tenths are not known: "90 %"; one digit at the ends: "0.3 %", "99.8 %". */
export function formatPart(part: number): string {
  const rest = Math.min(part, 1 - part)
  return widen(writeShare(part, rest > 0 && rest < 0.005 ? 10 ** Math.floor(Math.log10(rest)) : 0.01))
}

/** A mean, in two digits or whole units: "6.2 s", "37 ms", "312 ms". No band says how well it is known, and it is known no better. */
export function formatMean(ms: number): string {
  return widen(formatMs(ms, meanStep(ms)))
}

/** The same as a number, for a chart beside the words. */
export function roundMean(ms: number): number {
  const step = meanStep(ms)
  return step === 0 ? 0 : Math.round(ms / step) * step
}

function meanStep(ms: number): number {
  return ms > 0 ? Math.min(10 ** (Math.floor(Math.log10(ms)) - 1), formatMs.shape(ms).scale) : 0
}

/** A number that somebody stated, with all its digits: "2.5 s", "$12.345k", "95 %". */
export function formatStated(value: number, unit: Unit | undefined, currency?: ShownCurrency): string {
  return widen(formatExact(value, formatterOf(unit, moneyFormatter(currency))))
}

/** A count with thousands apart and all its digits: "12 000". */
export function formatCount(value: number): string {
  return widen(formatExact(value, writeCount))
}

/** A count for a sentence: "61 million", "37 000". */
export function formatLargeCount(value: number): string {
  const scale = [
    { per: 1e9, word: 'billion' },
    { per: 1e6, word: 'million' },
  ].find(({ per }) => value >= per)
  return scale === undefined ? formatCount(value) : `${widen(writeCount(value / scale.per))}${space}${scale.word}`
}

/** "one component", "3 components", "no components". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? `no ${many}` : count === 1 ? `one ${one}` : `${formatCount(count)} ${many}`
}

/** "1 more is in the threat model", "3 more are in the threat model". */
export function moreIn(count: number, where: string): string {
  return `${formatCount(count)} more ${count === 1 ? 'is' : 'are'} in ${where}`
}

/** What is said of some out of several: "2 of them severe", "none of them severe"; of one alone "severe", "not severe". */
export function someOf(several: number, some: number, what: string): string {
  if (several === 1) return some === 1 ? what : `not ${what}`
  return `${some === 0 ? 'none' : some === several ? 'all' : formatCount(some)} of them ${what}`
}

/** "a", "a and b", "a, b and c"; above `most`, "a, b and 3 more". */
export function listWords(words: readonly string[], most = Infinity): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

function write(value: number, format: Formatter, band: Band | undefined): string {
  if (band === undefined || value === 0) return widen(format(value))
  // A difference, or the lower end of a band, keeps its first digit.
  return widen(format(value, Math.min(stepOf(band, format), 10 ** Math.floor(Math.log10(Math.abs(value))))))
}

/** The number that words of the same band say: a chart beside them shows no other. */
export function roundWithin(value: number, band: Band, unit: Unit): number {
  if (value === 0) return 0
  const step = Math.min(stepOf(band, formatterOf(unit)), 10 ** Math.floor(Math.log10(Math.abs(value))))
  return step > 0 ? Math.round(value / step) * step : value
}

export function widen(text: string): string {
  return text.replaceAll(thinSpace, space)
}
