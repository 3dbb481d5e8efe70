import type { Id } from '../../design/design.ts'
import type { ActionEstimate } from '../../estimate/estimate.ts'
import type { Chart } from '../outline.ts'
import { roundMean } from '../text/numbers.ts'

const mostBars = 8
const units = [
  { title: 'hours', ms: 3_600_000 },
  { title: 'minutes', ms: 60_000 },
  { title: 'seconds', ms: 1000 },
]

/** What each component adds to the mean time, the largest first; undefined where there is nothing to compare. */
export function latencyChart({ shares }: ActionEstimate, nameOf: (id: Id) => string): Chart | undefined {
  const parts = shares.filter(({ meanMs }) => meanMs > 0).toSorted((a, b) => b.meanMs - a.meanMs)
  const [first] = parts
  if (first === undefined || parts.length < 2) return undefined
  const unit = units.find(({ ms }) => first.meanMs >= ms) ?? { title: 'milliseconds', ms: 1 }
  // In the digits that the words beside it have.
  const scaled = (ms: number): number => Number((roundMean(ms) / unit.ms).toPrecision(3))
  const shown = parts.length > mostBars ? parts.slice(0, mostBars - 1) : parts
  const rest = parts.slice(shown.length).reduce((sum, { meanMs }) => sum + meanMs, 0)
  return {
    type: 'bar',
    categories: [...shown.map(({ component }) => nameOf(component)), ...(rest > 0 ? ['All others'] : [])],
    series: [
      {
        name: 'Mean time',
        values: [...shown.map(({ meanMs }) => scaled(meanMs)), ...(rest > 0 ? [scaled(rest)] : [])],
        tone: 'accent',
      },
    ],
    unit: unit.title,
  }
}
