import type { Band } from '../../shared/estimate/estimate.ts'
import type { Unit } from '../../shared/kinds/field.ts'
import {
  formatBand as writeBand,
  formatCount,
  formatMs,
  formatShare as writeShare,
  formatUsd,
  groupThousands,
  thinSpace,
} from '../../shared/kinds/number-format.ts'
import type { Formatter } from '../../shared/kinds/number-format.ts'

/** A number ready to show: "$4.6k" with the band "3.9–5.8" beside it. */
export interface ShownNumber {
  readonly text: string
  /** Absent when nothing is uncertain at the digits shown. */
  readonly band?: string
}

const msPer: Partial<Record<Unit, number>> = { ms: 1, s: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

function formatterOf(unit: Unit): Formatter {
  if (unit in msPer) return formatMs
  if (unit === 'share') return writeShare
  return unit.startsWith('USD') ? formatUsd : formatCount
}

/** As many digits as the band allows, with the band apart, so that it can stand in small type. */
export function formatBand(band: Band, unit: Unit): ShownNumber {
  const base = msPer[unit] ?? 1
  const { value, low, high, atLeast } = band
  const scaled = {
    value: value * base,
    low: low * base,
    high: high * base,
    ...(atLeast === undefined ? {} : { atLeast }),
  }
  const whole = writeBand(scaled, formatterOf(unit))
  const match = /^(.*) \((.*)\)$/.exec(whole)
  const [, text, ends] = match ?? []
  return text === undefined || ends === undefined ? { text: whole } : { text, band: ends }
}

/** One number in the unit a reader expects, to three significant digits: "1.8 s", "$310", "4 %", "1.2k". */
export function formatQuantity(value: number, unit: Unit): string {
  if (unit === 'count' && Math.abs(value) >= 99_950) return formatLarge(value)
  return trimZeros(formatterOf(unit)(value * (msPer[unit] ?? 1)))
}

/** "36.5k", "1.2M": where a column has no room for all digits and nobody needs them. */
function formatLarge(value: number): string {
  return Math.abs(value) >= 999_500
    ? `${trimZeros(formatCount(value / 1e6))}M`
    : `${trimZeros(formatCount(value / 1000))}k`
}

/** "4.00 s" says no more than "4 s" where no band is shown. */
function trimZeros(text: string): string {
  return text.replace(/(\d)\.(\d*?)0+(?!\d)/, (_, whole: string, rest: string) =>
    rest === '' ? whole : `${whole}.${rest}`,
  )
}

/** US dollars to the cent, or as far as a tiny amount needs: the ledger is exact. */
export function formatUsdExact(usd: number): string {
  const size = Math.abs(usd)
  const digits = size === 0 || size >= 1 ? 2 : Math.min(10, 3 - Math.floor(Math.log10(size)))
  return `${usd < 0 ? '−' : ''}$${groupThousands(size.toFixed(digits), thinSpace)}`
}

/** 0.1234 as "12 %", 0.004 as "0.4 %": a part of a whole, to two digits. */
export function formatShare(share: number): string {
  const percent = share * 100
  const text =
    percent >= 10 || percent === 0 ? percent.toFixed(0) : trimZeros(percent.toPrecision(percent >= 1 ? 2 : 1))
  return `${text}${thinSpace}%`
}

/** 0.99912 as "99.91 %": as many nines as count. */
export function formatAvailability(value: number): string {
  return writeShare(value)
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
