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

/** A workload over all actions of the design: so many requests in a period. */
export const workloadRow: RowKind = {
  fields: {
    name: ['workload', 'use case', 'load'],
    rate: ['requests', 'volume', 'queries', 'calls', 'requests per day', 'queries per day', 'requests a day'],
    per: ['period', 'unit', 'every'],
    peakFactor: ['peak', 'peak factor', 'peak to mean'],
    notes: ['description', 'comment', 'comments', 'note'],
  },
  tells: ['rate', 'peakFactor'],
  plan: ({ name, rate = '', per = '', peakFactor, notes }, line) => {
    if (name === undefined) return { line, name: '', takenFor: 'nothing', doubts: ['The row has no name.'] }
    const amount = readAmount(rate)
    if (amount === undefined || amount.value < 0)
      return { line, name, takenFor: 'nothing', doubts: [`"${rate}" is no number of requests.`] }
    const words = `${amount.unit.replaceAll('/', ' ')} ${per.toLowerCase()}`
    const period = periods.find(([pattern]) => pattern.test(words))?.[1]
    const peak = peakFactor === undefined ? undefined : readAmount(peakFactor)?.value
    return {
      line,
      name,
      takenFor: `${amount.value} requests a ${period ?? 'day'}`,
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
