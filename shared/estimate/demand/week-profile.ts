import type { BatchArrivals } from '../../design/design.ts'
import { month } from '../../kinds/figures/month.ts'

/** Weights of the 168 hours of a week, Monday 00:00 first, with a mean of 1. */
export type WeekProfile = readonly number[]

const hoursPerWeek = 168

/** The same all the time. */
export const evenWeek: WeekProfile = Array.from({ length: hoursPerWeek }, () => 1)

/** Hours of the day times days of the week; what is left out is even. Weights below 0 count as 0. */
export function weekProfile(
  hours: readonly number[] | undefined,
  weekdays: readonly number[] | undefined,
): WeekProfile {
  const byHour = leveled(hours, 24)
  const byDay = leveled(weekdays, 7)
  return byDay.flatMap((day) => byHour.map((hour) => hour * day))
}

/** Scaled to a mean of 1; even without a profile, or with one that says nothing. */
function leveled(weights: readonly number[] | undefined, length: number): readonly number[] {
  const kept = Array.from({ length }, (_, index) => Math.max(0, weights?.[index] ?? 0))
  const mean = kept.reduce((sum, weight) => sum + weight, 0) / length
  return mean > 0 ? kept.map((weight) => weight / mean) : kept.map(() => 1)
}

const humps = new Map<number, readonly number[]>()
const remembered = 100

/**
 * A day of which only the peak over the mean is known: one hump around 14:00, (1 + cos)^k, with the k that gives this
 * peak. An assumption about the shape, none about the volume.
 */
export function humpOfDay(peakOverMean: number): readonly number[] {
  const factor = Math.min(23.9, Math.max(1, peakOverMean))
  const known = humps.get(factor)
  if (known) return known
  const hump = (power: number): readonly number[] =>
    leveled(
      Array.from({ length: 24 }, (_, hour) => (0.5 + 0.5 * Math.cos(((hour - 14) * Math.PI) / 12)) ** power),
      24,
    )
  let low = 0
  let high = 1000
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    if ((hump(middle)[14] ?? 1) < factor) low = middle
    else high = middle
  }
  const made = hump((low + high) / 2)
  if (humps.size >= remembered) humps.clear()
  humps.set(factor, made)
  return made
}

/**
 * A batch from midnight on, in as many hours as it may take: each day, or from Monday on each week. A batch each month
 * stands in a mean week with the share of a month that a week is.
 */
export function batchWeek(every: BatchArrivals['every'], withinHours: number): WeekProfile {
  const length = { once: hoursPerWeek, hour: 1, day: 24, week: hoursPerWeek, month: month.hours }[every]
  const within = Math.min(length, Math.max(1e-6, withinHours))
  if (every === 'once' || every === 'hour' || within >= hoursPerWeek) return evenWeek
  const period = Math.min(length, hoursPerWeek)
  return Array.from({ length: hoursPerWeek }, (_, hour) => {
    const worked = Math.max(0, Math.min(1, within - (hour % period)))
    return (worked * period) / within
  })
}
