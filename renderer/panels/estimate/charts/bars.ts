/** One row of a chart. */
export interface BarRow {
  readonly id: string
  readonly name: string
  /** The length of each series' piece; the pieces stand behind one another. */
  readonly values: Readonly<Record<string, number>>
  /** Nobody waits for it, or it is not what one looks at. */
  readonly faded?: boolean
  /** A sentence under its name in the tip. */
  readonly note?: string
  /** The note says it all. */
  readonly hideValues?: boolean
}

export interface BarSeries {
  readonly key: string
  readonly name: string
  /** A token; 'none' takes room and is not drawn. */
  readonly colour: string
}

export interface BarsProps {
  readonly label: string
  readonly rows: readonly BarRow[]
  readonly series: readonly BarSeries[]
  readonly format: (value: number) => string
  /** On the axis, where it reads otherwise than in a tip. */
  readonly formatTick?: (value: number) => string
  readonly ticks?: readonly number[]
  readonly domain?: readonly [number, number]
  readonly zones?: readonly { readonly from: number; readonly to: number; readonly colour: string }[]
  readonly baseline?: number
  readonly onPick?: (id: string) => void
}

/** Rows of text beside the bars keep to these. */
export const rowHeight = 26
export const axisHeight = 22

/**
 * Round ends for an axis from 0: 1, 2, 2.5 or 5 times a power of ten, in four to six steps. `scale`: what a number is
 * multiplied by before it is read, as USD are for another currency; the ticks are round as they read.
 */
export function roundTicks(most: number, scale = 1): readonly number[] {
  if (scale !== 1) return roundTicks(most * scale).map((tick) => tick / scale)
  if (!(most > 0)) return [0, 1]
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10)
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** Round ticks within an axis that does not begin at 0. */
export function roundTicksBetween(least: number, most: number, scale = 1): readonly number[] {
  if (scale !== 1) return roundTicksBetween(least * scale, most * scale).map((tick) => tick / scale)
  const [, step = 1] = roundTicks(most - least)
  const first = Math.ceil(least / step - 1e-9)
  const count = Math.floor(most / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Units of an axis of time, largest first, from the length at which each is read with ease. */
const timeUnits = [
  { from: 7_200_000, ms: 3_600_000, suffix: 'h' },
  { from: 120_000, ms: 60_000, suffix: 'min' },
  { from: 2000, ms: 1000, suffix: 's' },
  { from: 0, ms: 1, suffix: 'ms' },
] as const

/** An axis of time: round ticks in one unit for all of it. */
export function timeAxis(mostMs: number): {
  readonly ticks: readonly number[]
  readonly format: (ms: number) => string
} {
  const unit = timeUnits.find((one) => mostMs >= one.from) ?? timeUnits[3]
  const ticks = roundTicks(mostMs / unit.ms).map((tick) => tick * unit.ms)
  return { ticks, format: (ms) => (ms === 0 ? '0' : `${Number((ms / unit.ms).toPrecision(4))}\u202f${unit.suffix}`) }
}
