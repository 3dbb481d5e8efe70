import type { Id } from '../../design/design.ts'
import type { ActionEstimate } from '../../estimate/estimate.ts'
import type { Chart } from '../outline.ts'
import { roundMean } from '../text/numbers.ts'

const mostBars = 8
/** A part that is a smaller share of the whole is a hair: it is counted with the others. */
export const leastPart = 0.005
const units = [
  { title: 'hours', ms: 3_600_000 },
  { title: 'minutes', ms: 60_000 },
  { title: 'seconds', ms: 1000 },
]

/**
 * What each component adds to the mean time of a request, as a waterfall: one after the other in the order in which they
 * are first asked, up to the whole. A moment counts once, for whoever is waited for. Undefined where one does it all.
 */
export function latencyChart(action: ActionEstimate, nameOf: (id: Id) => string): Chart | undefined {
  const { shares, spans = [] } = action
  const parts = shares.filter(({ meanMs }) => meanMs > 0).toSorted((a, b) => b.meanMs - a.meanMs)
  if (parts.length < 2) return undefined
  const wholeMs = parts.reduce((sum, { meanMs }) => sum + meanMs, 0)
  const seen = parts.filter(({ meanMs }) => meanMs >= leastPart * wholeMs)
  // One small part alone keeps its name.
  const large = seen.length >= parts.length - 1 ? parts : seen
  const shown = large.length > mostBars || large.length < parts.length ? large.slice(0, mostBars - 1) : large
  const restMs = parts.filter((part) => !shown.includes(part)).reduce((sum, { meanMs }) => sum + meanMs, 0)
  const firstAsked = (id: Id): number =>
    Math.min(...spans.flatMap(({ component, startMs }) => (component === id ? [startMs] : [])), wholeMs)
  const steps = [
    ...shown
      .toSorted((a, b) => firstAsked(a.component) - firstAsked(b.component))
      .map(({ component, meanMs }) => ({ name: nameOf(component), ms: meanMs })),
    ...(restMs > 0 ? [{ name: 'All others', ms: restMs }] : []),
  ]
  const unit = units.find(({ ms }) => wholeMs >= ms) ?? { title: 'milliseconds', ms: 1 }
  // In the digits that the words beside it have.
  const scaled = (ms: number): number => Number((roundMean(ms) / unit.ms).toPrecision(3))
  const lengths = steps.map(({ ms }) => scaled(ms))
  // By the lengths as shown, so that each bar begins where the one above it is seen to end.
  let until = 0
  const begins = lengths.map((length) => {
    const begin = Number(until.toPrecision(6))
    until += length
    return begin
  })
  return {
    type: 'waterfall',
    categories: [...steps.map(({ name }) => name), 'In all'],
    begins: [...begins, 0],
    series: [
      { name: 'Mean time', values: [...lengths, 0], tone: 'accent' },
      { name: 'In all', values: [...steps.map(() => 0), scaled(wholeMs)], tone: 'neutral' },
    ],
    unit: unit.title,
  }
}
