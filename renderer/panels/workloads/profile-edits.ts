import type { OpenArrivals } from '../../../shared/design/design.ts'
import { numberOr } from '../../../shared/design/value.ts'
import { humpOfDay } from '../../../shared/estimate/demand/week-profile.ts'
import { formatNumber } from '../../ui/index.ts'

/** Which of the two profiles of an open workload. */
export type ProfilePart = 'hours' | 'weekdays'

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const usualPeak = 3
const usualTop = 10

const hourOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** What each bar stands for: "08:00–09:00", "Monday". */
export const barNames: Readonly<Record<ProfilePart, readonly string[]>> = {
  hours: Array.from({ length: 24 }, (_, hour) => `${hourOf(hour)}–${hourOf(hour + 1)}`),
  weekdays: weekdayNames,
}

export interface Preset {
  readonly label: string
  readonly weights: readonly number[]
}

/** Shapes to start from, to be changed bar by bar. */
export const presets: Readonly<Record<ProfilePart, readonly Preset[]>> = {
  hours: [
    { label: 'Office hours', weights: [0, 0, 0, 0, 0, 0, 0, 1, 4, 8, 10, 10, 7, 8, 10, 9, 8, 5, 2, 1, 1, 0, 0, 0] },
    { label: 'Day and evening', weights: [1, 1, 0, 0, 0, 1, 2, 4, 5, 6, 6, 7, 7, 7, 6, 6, 7, 8, 9, 10, 10, 8, 5, 2] },
    { label: 'Even', weights: Array.from({ length: 24 }, () => 5) },
  ],
  weekdays: [
    { label: 'Monday to Friday', weights: [10, 10, 10, 10, 10, 0, 0] },
    { label: 'Every day', weights: [10, 10, 10, 10, 10, 10, 10] },
  ],
}

/** Every bar of the part, whatever the file says: what is missing or negative is 0, as it is to the estimate. */
export function weightsOf(part: ProfilePart, weights: readonly number[]): readonly number[] {
  return barNames[part].map((_, index) => Math.max(0, weights[index] ?? 0))
}

/** What the estimate assumes until somebody says more, in weights up to ten, so that stating it moves little by itself. */
export function assumedWeights(part: ProfilePart, arrivals: OpenArrivals): readonly number[] {
  if (part === 'weekdays') return presets.weekdays[0]?.weights ?? []
  const hump = humpOfDay(numberOr(arrivals.peakFactor, usualPeak))
  const most = Math.max(...hump)
  return hump.map((weight) => Math.round((weight / most) * usualTop * 10) / 10)
}

/** The end of the scale: the first of 1, 2, 5, 10, 20, 50 ... that holds all weights. */
export function topOf(weights: readonly number[]): number {
  const most = Math.max(0, ...weights)
  if (most === 0) return usualTop
  const ten = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * ten).find((step) => step >= most * (1 - 1e-9)) ?? ten * 10
}

/** A weight as it is kept: a hundredth of the scale is as fine as anybody knows it. */
export function roundWeight(weight: number, top: number): number {
  const step = top / 100
  return Number((Math.max(0, Math.round(weight / step)) * step).toPrecision(6))
}

/** The busiest over the mean; undefined when all weights are 0, which says nothing. */
export function peakOf(weights: readonly number[]): number | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return total > 0 ? (Math.max(...weights) * weights.length) / total : undefined
}

/** What the profile says in a sentence, and what of it counts beside the stated peak. */
export function profileSentence(part: ProfilePart, weights: readonly number[], arrivals: OpenArrivals): string {
  const peak = peakOf(weights)
  if (peak === undefined) return 'All of it is 0, so it counts as even.'
  const most = Math.max(...weights)
  const ties = weights.filter((weight) => weight === most).length - 1
  const busiest = `${barNames[part][weights.indexOf(most)] ?? ''}${ties === 0 ? '' : ` and ${ties} more`}`
  const factor = `${formatNumber(peak, 3)}×`
  if (peak < 1 + 1e-9) return part === 'hours' ? 'Every hour the same.' : 'Every day the same.'
  const says = `Busiest: ${busiest}, ${factor} the average.`
  const stated = numberOr(arrivals.peakFactor, 0)
  return part === 'hours' && stated > peak * (1 + 1e-9)
    ? `${says} The stated peak of ${formatNumber(stated, 3)}× is higher and counts.`
    : says
}
