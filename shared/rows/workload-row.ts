import type { OpenArrivals } from '../design/design.ts'
import { addWorkload } from '../design/edit/index.ts'
import { month } from '../kinds/figures/month.ts'
import { formatCount, formatExact } from '../kinds/figures/number-format.ts'
import { type Amount, readAmount } from './amount.ts'
import type { RowCells, RowKind } from './row.ts'

type Per = OpenArrivals['per']
const periods: readonly (readonly [RegExp, Per])[] = [
  [/\b(?:second|sec|s|rps|qps|tps)\b/u, 'second'],
  [/\b(?:minute|min|rpm)\b/u, 'minute'],
  [/\b(?:hour|hours|h)\b/u, 'hour'],
  [/\b(?:day|daily|d)\b/u, 'day'],
  [/\b(?:month|monthly|mo)\b/u, 'month'],
]

const often = ['requests', 'queries', 'calls', 'volume']

/** The words of a heading that names the period itself: "Requests per day", "monthly queries", "calls/hour". */
function headingsOf(per: Per, ...others: readonly string[]): readonly string[] {
  return [...often.flatMap((what) => [`${what} per ${per}`, `${what} a ${per}`, `${what}/${per}`]), ...others]
}

const ratePer: Readonly<Record<string, Per>> = {
  ratePerSecond: 'second',
  ratePerMinute: 'minute',
  ratePerHour: 'hour',
  ratePerDay: 'day',
  ratePerMonth: 'month',
}

/** A peak as a number of requests in a period, by the period. */
const peakPer: Readonly<Record<string, Per>> = {
  peakPerSecond: 'second',
  peakPerMinute: 'minute',
  peakPerHour: 'hour',
  peakPerDay: 'day',
}

/** "Peak per second", "Peak requests per second", "Max RPS". */
function peakHeadingsOf(per: Per, ...short: readonly string[]): readonly string[] {
  return ['peak', 'max', 'maximum'].flatMap((most) => [
    ...headingsOf(per, ...short).map((words) => `${most} ${words}`),
    `${most} per ${per}`,
    `${most} a ${per}`,
    `${most}/${per}`,
  ])
}

const perMonth: Readonly<Record<Per, number>> = {
  second: month.seconds,
  minute: month.minutes,
  hour: month.hours,
  day: month.days,
  month: 1,
}

interface StatedRate {
  readonly amount: Amount
  readonly period: Per
}

/** How many times the mean: what a heading or the cell gives as requests in a period is divided by the mean. */
function peakOf(amount: Amount, heading: Per | undefined, mean: StatedRate): number {
  const period = periodIn(amount.unit) ?? heading
  if (period === undefined) return amount.value
  const times = (amount.value * perMonth[period]) / (mean.amount.value * perMonth[mean.period])
  return Number(times.toPrecision(3))
}

function periodIn(words: string): Per | undefined {
  return periods.find(([pattern]) => pattern.test(words.replaceAll('/', ' ')))?.[1]
}

/** A workload over all actions of the design: so many requests in a period. */
export const workloadRow: RowKind = {
  fields: {
    name: ['workload', 'use case', 'load'],
    rate: often,
    ratePerSecond: headingsOf('second', 'rps', 'qps', 'tps'),
    ratePerMinute: headingsOf('minute', 'rpm'),
    ratePerHour: headingsOf('hour', 'hourly requests'),
    ratePerDay: headingsOf('day', 'daily requests', 'daily queries', 'daily volume'),
    ratePerMonth: headingsOf('month', 'monthly requests', 'monthly queries', 'monthly volume'),
    per: ['period', 'unit', 'every'],
    peakFactor: ['peak', 'peak factor', 'peak to mean', 'peak load', 'peak rate', 'peak requests'],
    peakPerSecond: peakHeadingsOf('second', 'rps', 'qps', 'tps'),
    peakPerMinute: peakHeadingsOf('minute', 'rpm'),
    peakPerHour: peakHeadingsOf('hour'),
    peakPerDay: peakHeadingsOf('day'),
    notes: ['description', 'comment', 'comments', 'note'],
  },
  tells: ['rate', ...Object.keys(ratePer), 'peakFactor', ...Object.keys(peakPer)],
  plan: (cells, line) => {
    const { name, per = '', notes } = cells
    const stated = Object.keys(ratePer).find((field) => cells.rate === undefined && cells[field] !== undefined)
    const rate = cells[stated ?? 'rate'] ?? ''
    if (name === undefined) return { line, name: '', takenFor: 'nothing', doubts: ['The row has no name.'] }
    const read = readAmount(rate)
    if (read === undefined || read.value < 0)
      return { line, name, takenFor: 'nothing', doubts: [`"${rate}" is no number of requests.`] }
    // What a cell says of itself counts more than its heading.
    const period = periodIn(`${read.unit} ${per.toLowerCase()}`) ?? ratePer[stated ?? '']
    // In some countries the point stands between thousands, and nobody counts thousandths of a request a day.
    const isPointed = /^\D*\d{1,3}\.\d{3}(?!\d)/u.test(rate)
    const amount = isPointed && period !== 'second' ? (readAmount(rate.replace('.', '')) ?? read) : read
    const words = (value: number): string => formatExact(value, formatCount)
    const peak = readPeak(cells, { amount, period: period ?? 'day' })
    return {
      line,
      name,
      takenFor: `${words(amount.value)} ${amount.value === 1 ? 'request' : 'requests'} a ${period ?? 'day'}${peak.factor === undefined ? '' : `, peak ${words(peak.factor)} times the mean`}`,
      doubts: [
        ...(isPointed ? [`“${rate}” was read as ${words(amount.value)}.`] : []),
        ...(period === undefined ? ['No period is named: a day was taken.'] : []),
        ...peak.doubts,
      ],
      add: (design, newId) =>
        addWorkload(design, {
          id: newId('workload'),
          name,
          mix: Object.fromEntries((design.actions ?? []).map(({ id }) => [id, 1])),
          arrivals: {
            rate: amount.value,
            per: period ?? 'day',
            ...(peak.factor === undefined ? {} : { peakFactor: peak.factor }),
          },
          ...(notes === undefined ? {} : { notes }),
        }),
    }
  },
}

/** The peak over the mean as the row gives it, and what of it was not understood. */
function readPeak(
  cells: RowCells,
  mean: StatedRate,
): { readonly factor?: number | undefined; readonly doubts: readonly string[] } {
  const field = ['peakFactor', ...Object.keys(peakPer)].find((one) => cells[one] !== undefined)
  const cell = cells[field ?? '']
  if (field === undefined || cell === undefined) return { doubts: [] }
  const amount = readAmount(cell)
  if (amount === undefined) return { doubts: [`“${cell}” is no peak: the usual one counts.`] }
  const factor = peakOf(amount, peakPer[field], mean)
  if (factor >= 1 && Number.isFinite(factor)) return { factor, doubts: [] }
  return { doubts: [`The peak “${cell}” is below the mean: the usual one counts.`] }
}
