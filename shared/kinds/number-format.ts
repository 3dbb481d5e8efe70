/** How numbers read everywhere outside the exact ledger: as many digits as what we know allows, never more. */

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
}

export interface ShownBand {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly atLeast?: boolean
}

/** "$4.6k", "$38", "$0.0049". */
export const formatUsd: Formatter = formatter((value) => {
  const size = Math.abs(value)
  if (size >= 999_500) return { prefix: '$', suffix: 'M', scale: 1e6 }
  return size >= 999.5 ? { prefix: '$', suffix: 'k', scale: 1000 } : { prefix: '$', suffix: '', scale: 1 }
})

/** "850 ms", "1.8 s", "12 min", "4.2 h". */
export const formatMs: Formatter = formatter((value) => {
  const size = Math.abs(value)
  if (size >= 7_200_000) return { prefix: '', suffix: `${thinSpace}h`, scale: 3_600_000 }
  if (size >= 120_000) return { prefix: '', suffix: `${thinSpace}min`, scale: 60_000 }
  return size >= 999.5
    ? { prefix: '', suffix: `${thinSpace}s`, scale: 1000 }
    : { prefix: '', suffix: `${thinSpace}ms`, scale: 1 }
})

/** "36 500". */
export const formatCount: Formatter = formatter(() => ({ prefix: '', suffix: '', scale: 1 }))

/** "12 %"; close to 1 with as many nines as count: "99.95 %". Say beside it of what. */
export const formatShare: Formatter = Object.assign(
  (share: number, step?: number): string => {
    const away = Math.min(Math.abs(share), Math.abs(1 - share))
    const nines = share > 0.9 && share < 1 && away > 0 ? lastPlace(away, 1) : lastPlace(share, 2)
    return `${digits(share * 100, (step ?? nines) * 100)}${thinSpace}%`
  },
  { shape: (): Shape => ({ prefix: '', suffix: `${thinSpace}%`, scale: 0.01 }) },
)

/**
 * A number with its band: "$4.6k (3.9–5.8)". The last digit shown is the largest power of ten within a quarter of the
 * band; a band of nothing shows the number alone; a total with an unknown price reads "at least".
 */
export function formatBand({ value, low, high, atLeast }: ShownBand, format: Formatter): string {
  const lead = atLeast === true ? 'at least ' : ''
  const width = high - low
  if (!(width > Math.abs(value) * 1e-9)) return lead + format(value)
  const step = 10 ** Math.floor(Math.log10(width / 4) + 1e-9)
  const { scale } = format.shape(value)
  const bare = (end: number): string => digits(end / scale, step / scale)
  return `${lead}${format(value, step)} (${bare(low)}–${bare(high)})`
}

function formatter(shape: (value: number) => Shape): Formatter {
  const format = (value: number, step?: number): string => {
    const { prefix, suffix, scale } = shape(value)
    const size = Math.abs(value) / scale
    const shown = step === undefined ? withoutZeros(digits(size, lastPlace(size, 3))) : digits(size, step / scale)
    return `${value < 0 && Number(shown.replaceAll(thinSpace, '')) !== 0 ? '-' : ''}${prefix}${shown}${suffix}`
  }
  return Object.assign(format, { shape })
}

/** The place of the last of `significant` digits: 100 for 45,678 and three. */
function lastPlace(value: number, significant: number): number {
  const size = Number(Math.abs(value).toPrecision(significant))
  return size > 0 ? 10 ** (Math.floor(Math.log10(size) + 1e-12) - significant + 1) : 1
}

/** Rounded to a step that is a power of ten, with thin thousands separators. */
function digits(value: number, step: number): string {
  const places = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)))
  const rounded = step > 1 ? Math.round(value / step) * step : value
  return groupThousands(rounded.toFixed(places), thinSpace)
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
