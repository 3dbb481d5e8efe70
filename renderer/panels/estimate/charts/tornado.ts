import type { Tornado, TornadoBar } from '../../../../shared/estimate/estimate-parts.ts'
import type { BarRow, BarSeries } from './bars.ts'

/** The piece on each side of the result says which end of the input it belongs to by its colour. */
export const tornadoSeries: readonly BarSeries[] = [
  { key: 'offset', name: '', colour: 'none' },
  { key: 'leftLow', name: 'Input at its low', colour: 'var(--chart-low)' },
  { key: 'leftHigh', name: 'Input at its high', colour: 'var(--chart-high)' },
  { key: 'rightLow', name: 'Input at its low', colour: 'var(--chart-low)' },
  { key: 'rightHigh', name: 'Input at its high', colour: 'var(--chart-high)' },
]

/** A bar from the lower to the higher of both results, parted at the result as it is. */
export function tornadoRow(bar: TornadoBar, value: number, note: string): BarRow {
  const { resultAtLow, resultAtHigh } = bar
  const least = Math.min(resultAtLow, resultAtHigh, value)
  const most = Math.max(resultAtLow, resultAtHigh, value)
  const isLowLeft = resultAtLow <= resultAtHigh
  const left = value - least
  const right = most - value
  return {
    id: barId(bar),
    name: bar.label,
    values: {
      offset: least,
      ...(isLowLeft ? { leftLow: left, rightHigh: right } : { leftHigh: left, rightLow: right }),
    },
    note,
    hideValues: true,
  }
}

export function barId({ on, field }: TornadoBar): string {
  return `${on} ${field}`
}

/** An axis around all bars, never across 0 for what cannot be negative. */
export function tornadoDomain({ bars, value }: Tornado): readonly [number, number] {
  const ends = [value, ...bars.flatMap((bar) => [bar.resultAtLow, bar.resultAtHigh])]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const room = (most - least) * 0.04 || Math.abs(value) * 0.05 || 1
  return [Math.max(0, least - room), most + room]
}
