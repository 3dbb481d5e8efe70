import type { Band } from '../../estimate/estimate.ts'

/** Keeps a number and its unit on one line. */
const space = '\u00a0'

interface Scale {
  readonly per: number
  readonly prefix: string
  readonly suffix: string
}
const dollars: readonly Scale[] = [
  { per: 1e9, prefix: '$', suffix: 'bn' },
  { per: 1e6, prefix: '$', suffix: 'M' },
  { per: 1e3, prefix: '$', suffix: 'k' },
  { per: 1, prefix: '$', suffix: '' },
]
const durations: readonly Scale[] = [
  { per: 86_400_000, prefix: '', suffix: `${space}d` },
  { per: 3_600_000, prefix: '', suffix: `${space}h` },
  { per: 60_000, prefix: '', suffix: `${space}min` },
  { per: 1000, prefix: '', suffix: `${space}s` },
  { per: 1, prefix: '', suffix: `${space}ms` },
]

/** "$4.6k": as many digits as the band allows, three without one. */
export function formatUsd(value: number, band?: Band): string {
  return write(value, scaleOf(dollars, value), band)
}

/** "9.1 s", "850 ms", "4 h". */
export function formatDuration(ms: number, band?: Band): string {
  return write(ms, scaleOf(durations, ms), band)
}

/** "$4.6k (3.9 to 5.8k)", "at least $4.6k (...)" when a price is missing; no bracket when the band is thin. */
export function usdBand(band: Band): string {
  return withBand(band, scaleOf(dollars, band.value))
}

/** "9.1 s (8.2 to 10.4)". */
export function durationBand(band: Band): string {
  return withBand(band, scaleOf(durations, band.value))
}

/** 0.1234 as "12 %", 0.004 as "0.4 %". */
export function formatShare(share: number): string {
  const percent = share * 100
  return `${trimZeros(percent.toFixed(percent >= 10 || percent === 0 ? 0 : percent >= 1 ? 1 : 2))}${space}%`
}

/** 0.99912 as "99.91 %": two digits of what is missing to a whole. */
export function formatAvailability(value: number): string {
  const missing = 1 - value
  if (missing <= 0) return `100${space}%`
  const digits = Math.max(1, Math.min(6, -Math.floor(Math.log10(missing)) - 1))
  return `${(value * 100).toFixed(digits)}${space}%`
}

/** A count with thousands apart: "12 000". */
export function formatCount(value: number): string {
  return groupThousands(trimZeros(value.toFixed(Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2)))
}

/** A count for a sentence: "61 million", "37 000". */
export function formatLargeCount(value: number): string {
  const scale = [
    { per: 1e9, word: 'billion' },
    { per: 1e6, word: 'million' },
  ].find(({ per }) => value >= per)
  return scale === undefined
    ? formatCount(value)
    : `${formatCount(Number((value / scale.per).toPrecision(3)))}${space}${scale.word}`
}

/** "one component", "3 components", "no components". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? `no ${many}` : count === 1 ? `one ${one}` : `${formatCount(count)} ${many}`
}

/** "a", "a and b", "a, b and c"; above `most`, "a, b and 3 more". */
export function listWords(words: readonly string[], most = Infinity): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

function scaleOf(scales: readonly Scale[], value: number): Scale {
  // Ninety seconds and thirty-six hours are still read in the smaller unit.
  const found = scales.find(
    (scale) => Math.abs(value) >= scale.per * (scale.per >= 60_000 && scale.prefix === '' ? 2 : 1),
  )
  return found ?? scales[scales.length - 1] ?? { per: 1, prefix: '', suffix: '' }
}

function withBand(band: Band, scale: Scale): string {
  const start = band.atLeast === true ? 'at least ' : ''
  const value = write(band.value, scale, band)
  const low = bare(band.low, scale, band)
  const high = bare(band.high, scale, band)
  if (low === high) return start + value
  return `${start}${value} (${low} to ${high}${scale.prefix === '' ? '' : scale.suffix})`
}

function write(value: number, scale: Scale, band?: Band): string {
  return `${value < 0 ? '-' : ''}${scale.prefix}${bare(Math.abs(value), scale, band)}${scale.suffix}`
}

function bare(value: number, scale: Scale, band?: Band): string {
  const scaled = value / scale.per
  return groupThousands(
    band === undefined ? trimZeros(scaled.toFixed(decimals(scaled, 0))) : scaled.toFixed(bandDecimals(band, scale)),
  )
}

function bandDecimals(band: Band, scale: Scale): number {
  return decimals(Math.abs(band.value) / scale.per, (band.high - band.low) / scale.per)
}

/** The last digit stands for at least a quarter of the band; three significant digits at most. */
function decimals(value: number, width: number): number {
  if (value === 0) return 0
  const three = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  const allowed = width > 0 ? Math.max(0, -Math.floor(Math.log10(width / 4))) : three
  return Math.min(three, allowed, 6)
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function groupThousands(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, space) : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
