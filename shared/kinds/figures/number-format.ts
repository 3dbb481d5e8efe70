import type { Unit } from '../fields/field.ts'

/**
 * The one way in which numbers read outside formulas, on the screen, in sentences and in documents: as many digits as
 * what we know allows, never more. Documents exchange the thin spaces for ordinary ones that do not break.
 */

/** Narrow no-break space: separates thousands, and a number from its unit. */
export const thinSpace = '\u202f'

interface Shape {
  readonly prefix: string
  readonly suffix: string
  /** What a number is divided by before it is shown ($4.6k: 1,000). */
  readonly scale: number
}

export interface Formatter {
  /** `step`: the place of the last digit that is shown; without it, at most three significant digits. */
  (value: number, step?: number): string
  /** Prefix, suffix and scale for a value of this size. */
  readonly shape: (value: number) => Shape
  /** The place of the last digit that is shown without a step. */
  readonly lastPlace: (value: number) => number
}

export interface ShownBand {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly atLeast?: boolean
}

/** "$4.6k", "$38", "$0.0049", "$1.2M", "$3bn". */
export const formatUsd: Formatter = formatter((value) => {
  const size = Math.abs(value)
  if (size >= 999_500_000) return { prefix: '$', suffix: 'bn', scale: 1e9 }
  if (size >= 999_500) return { prefix: '$', suffix: 'M', scale: 1e6 }
  return size >= 999.5 ? { prefix: '$', suffix: 'k', scale: 1000 } : { prefix: '$', suffix: '', scale: 1 }
})

const day = 86_400_000

/** "850 ms", "1.8 s", "12 min", "4.2 h", "3 days". Ninety seconds and thirty-six hours are read in the smaller unit. */
export const formatMs: Formatter = formatter((value) => {
  const size = Math.abs(value)
  if (size >= 2 * day) return { prefix: '', suffix: `${thinSpace}days`, scale: day }
  if (size >= 7_200_000) return { prefix: '', suffix: `${thinSpace}h`, scale: 3_600_000 }
  if (size >= 120_000) return { prefix: '', suffix: `${thinSpace}min`, scale: 60_000 }
  return size >= 999.5
    ? { prefix: '', suffix: `${thinSpace}s`, scale: 1000 }
    : { prefix: '', suffix: `${thinSpace}ms`, scale: 1 }
})

/** "90 days": for what is agreed in days, however long. */
const formatDays: Formatter = formatter((value) => ({
  prefix: '',
  suffix: `${thinSpace}${value === 1 ? 'day' : 'days'}`,
  scale: 1,
}))

/** "36 500". */
export const formatCount: Formatter = formatter(() => ({ prefix: '', suffix: '', scale: 1 }))

/** "12 %"; close to 1 with two digits of what is missing: "99.95 %". Say beside it of what. */
export const formatShare: Formatter = Object.assign(
  (share: number, step?: number): string => {
    const shown = digits(share * 100, (step ?? placeOfShare(share)) * 100)
    return `${step === undefined ? withoutZeros(shown) : shown}${thinSpace}%`
  },
  { shape: (): Shape => ({ prefix: '', suffix: `${thinSpace}%`, scale: 0.01 }), lastPlace: placeOfShare },
)

function placeOfShare(share: number): number {
  const isNines = share > 0.9 && share < 1
  return isNines ? lastPlace(1 - share, 2) : Math.min(0.01, lastPlace(share, 2))
}

const msPer: Partial<Record<Unit, number>> = { s: 1000, minutes: 60_000, hours: 3_600_000 }

/** The formatter for values in a unit, amounts by `money`: 90 minutes read "90 min", 0.05 of a share "5 %". Other units read as a count. */
export function formatterOf(unit: Unit | undefined, money: Formatter = formatUsd): Formatter {
  if (unit === undefined) return formatCount
  if (unit === 'ms') return formatMs
  if (unit === 'days') return formatDays
  if (unit === 'share') return formatShare
  const per = msPer[unit]
  if (per !== undefined) return scaledFormatter(formatMs, per)
  return unit.startsWith('USD') ? money : formatCount
}

/**
 * A number with its band: "$4.6k ($3.9k–5.8k)". The last digit shown is the largest power of ten within a quarter of the
 * band, and never beyond the first digit of the number; number and band end at the same place, so the number as shown
 * stands in the band as shown. A band of nothing shows the number alone; a total with an unknown price reads "at least".
 *
 * @param finest the place of the last digit to show at least, where a comparison needs more digits than the band allows
 */
export function formatBand(band: ShownBand, format: Formatter, finest = Infinity): string {
  const { text, range } = splitBand(band, format, finest)
  return range === undefined ? text : `${text} (${range})`
}

/**
 * The same with the band apart, so that it can stand in small type. No `range`: nothing is uncertain. It says its unit
 * itself ("$3.9k–5.8k", "5.2–7.8 s"), and shows the first digit of a low end that is smaller than the last place of the
 * number ("$0.9k–11k" beside "$4k").
 */
export function splitBand(
  band: ShownBand,
  format: Formatter,
  finest = Infinity,
): { readonly text: string; readonly range?: string } {
  const { value, low, high, atLeast } = band
  const lead = atLeast === true ? 'at least ' : ''
  const step = stepOf(band, format)
  if (!isWide(band, format)) return { text: lead + (finest < step * 0.99 ? format(value, finest) : format(value)) }
  const shown = Math.min(step, finest)
  const { prefix, suffix, scale } = format.shape(roundTo(value, shown))
  const bare = (end: number, place = shown): string => digits(end / scale, place / scale)
  // "$3.9k–5.8k", but "5.2–7.8 s": a letter belongs to each number, a word after a space to both.
  const onEach = suffix.startsWith(thinSpace) ? '' : suffix
  const isNothing = roundTo(low, low > 0 ? lastPlace(low / scale, 1) * scale : shown) === 0
  const lowStep = low > 0 ? Math.min(shown, lastPlace(low / scale, 1) * scale) : shown
  return {
    text: lead + format(value, shown),
    range: `${prefix}${bare(low, lowStep)}${isNothing ? '' : onEach}–${bare(high)}${suffix}`,
  }
}

/** The place of the last digit that `formatBand` shows of a number and its band. */
export function stepOf(band: ShownBand, format: Formatter): number {
  const { value, low, high } = band
  if (!isWide(band, format)) return format.lastPlace(value)
  const { scale } = format.shape(value)
  const first = value === 0 ? Infinity : powerWithin(Math.abs(value) / scale)
  return Math.min(powerWithin((high - low) / scale / 4), first) * scale
}

function isWide({ value, low, high }: ShownBand, format: Formatter): boolean {
  return high - low > Math.max(Math.abs(value), format.shape(value).scale * 0.1) * 1e-9
}

/**
 * A number of then and how far today's is from it, in the digits that today's is shown in, so that the three agree as
 * they are read: "$455" is "$500" beside a "$500" of today, and the difference "under $100".
 */
export function formatSince(
  was: number,
  now: ShownBand,
  format: Formatter,
): { readonly was: string; readonly difference: string } {
  const step = stepOf(now, format)
  // What is far smaller than today's keeps its first digit.
  const own = was === 0 ? step : Math.min(step, 10 ** Math.floor(Math.log10(Math.abs(was)) + 1e-9))
  const write = (value: number): string => (isWide(now, format) ? format(value, own) : format(value))
  const moved = roundTo(now.value, step) - roundTo(was, own)
  const size = write(Math.abs(moved) < own / 2 ? own : Math.abs(moved))
  return {
    was: write(roundTo(was, own)),
    difference: Math.abs(moved) < own / 2 ? `under ${size}` : `${moved > 0 ? '+' : '−'}${size}`,
  }
}

/**
 * How far one run is from another that shares what is not known with it: three digits, down to a hundredth of the
 * last place that the number itself is shown to. "+$19.8k", "−280 ms", "under 0.0001 %".
 *
 * @param now the number that the difference leads to, with its band
 */
export function formatDifference(delta: number, now: ShownBand, format: Formatter): string {
  const size = Math.abs(delta)
  const sign = delta > 0 ? '+' : '−'
  if (!isWide(now, format)) return `${sign}${format(size)}`
  const finest = stepOf(now, format) / 100
  if (size < finest / 2) return `under ${format(finest, finest)}`
  return `${sign}${format(size, Math.max(finest, powerWithin(size) / 100))}`
}

/** A number as somebody stated it, with all its digits: "$12.345k", "99.95 %", "1 536"; what never ends is cut to three. */
export function formatExact(value: number, format: Formatter): string {
  const { scale } = format.shape(value)
  const size = value / scale
  for (let places = 0; places <= 8; places += 1) {
    if (Math.abs(Number(size.toFixed(places)) - size) <= Math.abs(size) * 1e-9)
      return format(value, scale / 10 ** places)
  }
  return format(value)
}

/** US dollars to the cent, or as far as a tiny amount needs: "$4 612.50", "$0.1137". The ledger is exact. */
export function formatUsdExact(usd: number): string {
  const size = Math.abs(usd)
  const places = size === 0 || size >= 1 ? 2 : Math.min(10, 3 - Math.floor(Math.log10(size)))
  return `${usd < 0 ? '−' : ''}$${groupThousands(size.toFixed(places), thinSpace)}`
}

/** The same numbers with another sign before them. */
export function withPrefix({ shape }: Formatter, prefix: string): Formatter {
  return formatter((value) => ({ ...shape(value), prefix }))
}

function formatter(shape: (value: number) => Shape): Formatter {
  const format = (value: number, step?: number): string => {
    // $970 shown to the hundred is $1.0k, not $1 000.
    const { prefix, suffix, scale } = shape(step === undefined ? value : roundTo(value, step))
    const size = Math.abs(value) / scale
    const shown = step === undefined ? withoutZeros(digits(size, lastPlace(size, 3))) : digits(size, step / scale)
    return `${value < 0 && Number(shown.replaceAll(thinSpace, '')) !== 0 ? '−' : ''}${prefix}${shown}${suffix}`
  }
  const place = (value: number): number => {
    const { scale } = shape(value)
    return lastPlace(value / scale, 3) * scale
  }
  return Object.assign(format, { shape, lastPlace: place })
}

/** The same formatter for values in a larger unit. */
export function scaledFormatter(format: Formatter, per: number): Formatter {
  return Object.assign(
    (value: number, step?: number): string => format(value * per, step === undefined ? undefined : step * per),
    {
      shape: (value: number): Shape => {
        const { scale, ...words } = format.shape(value * per)
        return { ...words, scale: scale / per }
      },
      lastPlace: (value: number): number => format.lastPlace(value * per) / per,
    },
  )
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step
}

/** The largest power of ten within a size. */
function powerWithin(size: number): number {
  return size === Infinity ? Infinity : 10 ** Math.floor(Math.log10(size) + 1e-9)
}

/** The place of the last of `significant` digits: 100 for 45,678 and three. */
function lastPlace(value: number, significant: number): number {
  const size = Number(Math.abs(value).toPrecision(significant))
  return size > 0 ? 10 ** (Math.floor(Math.log10(size) + 1e-12) - significant + 1) : 1
}

/** Rounded to the power of ten within a step, with thin thousands separators. */
function digits(value: number, step: number): string {
  const places = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)))
  const power = powerWithin(step)
  const rounded = power > 1 ? Math.round(value / power) * power : value
  const shown = rounded.toFixed(places)
  return groupThousands(Number(shown) === 0 ? shown.replace('-', '') : shown, thinSpace)
}

function withoutZeros(shown: string): string {
  return shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown
}

/** Puts a separator between groups of three digits before the decimal point. */
export function groupThousands(number: string, separator: string): string {
  const [whole = '', fraction] = number.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator)
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
