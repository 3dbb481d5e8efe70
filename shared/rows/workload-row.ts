import type { OpenArrivals } from '../design/design.ts'
import { addWorkload } from '../design/edit/index.ts'
import { readAmount } from './amount.ts'
import type { RowKind } from './row.ts'

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
    peakFactor: ['peak', 'peak factor', 'peak to mean'],
    notes: ['description', 'comment', 'comments', 'note'],
  },
  tells: ['rate', ...Object.keys(ratePer), 'peakFactor'],
  plan: (cells, line) => {
    const { name, per = '', peakFactor, notes } = cells
    const stated = Object.keys(ratePer).find((field) => cells.rate === undefined && cells[field] !== undefined)
    const rate = cells[stated ?? 'rate'] ?? ''
    if (name === undefined) return { line, name: '', takenFor: 'nothing', doubts: ['The row has no name.'] }
    const amount = readAmount(rate)
    if (amount === undefined || amount.value < 0)
      return { line, name, takenFor: 'nothing', doubts: [`"${rate}" is no number of requests.`] }
    const words = `${amount.unit.replaceAll('/', ' ')} ${per.toLowerCase()}`
    // What a cell says of itself counts more than its heading.
    const period = periods.find(([pattern]) => pattern.test(words))?.[1] ?? ratePer[stated ?? '']
    const peak = peakFactor === undefined ? undefined : readAmount(peakFactor)?.value
    return {
      line,
      name,
      takenFor: `${amount.value} ${amount.value === 1 ? 'request' : 'requests'} a ${period ?? 'day'}`,
      doubts: period === undefined ? ['No period is named: a day was taken.'] : [],
      add: (design, newId) =>
        addWorkload(design, {
          id: newId('workload'),
          name,
          mix: Object.fromEntries((design.actions ?? []).map(({ id }) => [id, 1])),
          arrivals: {
            rate: amount.value,
            per: period ?? 'day',
            ...(peak === undefined || peak < 1 ? {} : { peakFactor: peak }),
          },
          ...(notes === undefined ? {} : { notes }),
        }),
    }
  },
}
