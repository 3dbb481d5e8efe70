import type { Band } from '../../shared/estimate/estimate.ts'
import type { Unit } from '../../shared/kinds/field.ts'
import { formatNumber, groupThousands, thinSpace } from '../ui/numbers.ts'

/** A number ready to show: "$4.6k" with the band "3.9–5.8k" beside it. */
export interface ShownBand {
  readonly text: string
  /** Absent when nothing is uncertain at the digits shown. */
  readonly band?: string
}

/** The unit a reader expects for a size: 1,800 ms is 1.8 s. `per` is how many base units one of it holds. */
interface Scale {
  readonly per: number
  readonly prefix: string
  readonly suffix: string
}

const durations: readonly Scale[] = [
  { per: 86_400_000, prefix: '', suffix: `${thinSpace}d` },
  { per: 3_600_000, prefix: '', suffix: `${thinSpace}h` },
  { per: 60_000, prefix: '', suffix: `${thinSpace}min` },
  { per: 1000, prefix: '', suffix: `${thinSpace}s` },
  { per: 1, prefix: '', suffix: `${thinSpace}ms` },
]
const dollars: readonly Scale[] = [
  { per: 1e9, prefix: '$', suffix: 'bn' },
  { per: 1e6, prefix: '$', suffix: 'M' },
  { per: 1e3, prefix: '$', suffix: 'k' },
  { per: 1, prefix: '$', suffix: '' },
]
const counts: readonly Scale[] = [
  { per: 1e9, prefix: '', suffix: 'bn' },
  { per: 1e6, prefix: '', suffix: 'M' },
  { per: 1e3, prefix: '', suffix: 'k' },
  { per: 1, prefix: '', suffix: '' },
]

/** Milliseconds per unit of time; other units are shown as they are. */
const msPer: Partial<Record<Unit, number>> = { ms: 1, s: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

function scaleFor(size: number, unit: Unit): Scale {
  if (unit in msPer) {
    // Two days are still read in hours, ninety seconds still in seconds.
    return durations.find((scale) => size >= scale.per * (scale.per >= 60_000 ? 2 : 1)) ?? durations[4]!
  }
  if (unit === 'share') return { per: 0.01, prefix: '', suffix: `${thinSpace}%` }
  const table = unit.startsWith('USD') ? dollars : counts
  return table.find((scale) => size >= scale.per) ?? table[3]!
}

/**
 * As many digits as the band allows: the last digit stands for at most a quarter of the band, so 4,612 between 3,900
 * and 5,800 reads "$4.6k". Without a band, three significant digits.
 */
export function formatBand(band: Band, unit: Unit): ShownBand {
  const base = msPer[unit] ?? 1
  const [value, low, high] = [band.value * base, band.low * base, band.high * base]
  const scale = scaleFor(Math.abs(value), unit)
  const width = high - low
  const digits = decimalsFor(width > 0 ? width / scale.per : 0, Math.abs(value) / scale.per)
  const write = (number: number) => groupThousands((number / scale.per).toFixed(digits).replace('-', '−'))
  const sign = band.atLeast === true ? '≥\u00a0' : ''
  const text = `${sign}${scale.prefix}${write(value)}${scale.suffix}`
  const [shownLow, shownHigh] = [write(low), write(high)]
  return shownLow === shownHigh ? { text } : { text, band: `${shownLow}–${shownHigh}` }
}

function decimalsFor(width: number, value: number): number {
  if (value === 0) return 0
  const threeDigits = 2 - Math.floor(Math.log10(value))
  const byBand = width > 0 ? -Math.floor(Math.log10(width / 4)) : threeDigits
  return Math.max(0, Math.min(byBand, Math.max(threeDigits, 0), 8))
}

/** One number in the unit a reader expects, to three significant digits: "1.8 s", "$310", "4 %", "1.2M tokens". */
export function formatQuantity(value: number, unit: Unit): string {
  const { text } = formatBand({ value, low: value, high: value }, unit)
  const trimmed = text.replace(/(\.\d*?)0+(?=\D*$)/, '$1').replace(/\.(?=\D*$)/, '')
  const word = unitWord(unit)
  return word === '' ? trimmed : `${trimmed}${thinSpace}${word}`
}

/** The word after a number whose scale does not say it already. */
function unitWord(unit: Unit): string {
  if (unit in msPer || unit === 'share' || unit === 'USD' || unit === 'count') return ''
  if (unit === 'USD/month') return '/month'
  if (unit.startsWith('USD/')) return `per ${unit.slice(4)}`
  return unit
}

/** US dollars to the cent, or as far as a tiny amount needs: the ledger is exact. */
export function formatUsdExact(usd: number): string {
  const size = Math.abs(usd)
  const digits = size === 0 || size >= 1 ? 2 : Math.min(10, 3 - Math.floor(Math.log10(size)))
  return `${usd < 0 ? '−' : ''}$${groupThousands(size.toFixed(digits))}`
}

/** 0.1234 as "12 %", 0.004 as "0.4 %". */
export function formatShare(share: number): string {
  const percent = share * 100
  return `${percent >= 10 || percent === 0 ? percent.toFixed(0) : formatNumber(percent, 2)}${thinSpace}%`
}

/** 0.99912 as "99.91 %": two significant digits of what is missing to a whole. */
export function formatAvailability(value: number): string {
  const missing = 1 - value
  if (missing <= 0) return `100${thinSpace}%`
  const digits = Math.max(1, Math.min(6, -Math.floor(Math.log10(missing)) - 1))
  return `${(value * 100).toFixed(digits)}${thinSpace}%`
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
