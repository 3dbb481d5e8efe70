import type { ActionEstimate, Availability, Band } from '../../estimate/estimate.ts'
import type { Judged, Measured, Metric } from '../metric.ts'
import { findUnserved } from '../unserved.ts'

/** Share of the time (or of the requests) in which the main way through the design works. */
export const availability: Metric = {
  id: 'availability',
  title: 'Availability',
  unit: 'share',
  category: 'reliability.availability',
  scopes: ['design', 'actions'],
  aggregates: [],
  usual: { is: '>=', target: 0.995 },
  verification: 'computed',
  verify: ofActions((found, { action, name }) => ({
    band: found,
    subject: `Availability of "${name}"`,
    elements: [action],
  })),
}

/** Minutes of 30 days in which it does not: what an error budget is spent on. */
export const downtime: Metric = {
  id: 'downtime',
  title: 'Time down in 30 days',
  unit: 'minutes',
  category: 'reliability.availability',
  scopes: ['design', 'actions'],
  aggregates: [],
  usual: { is: '<=', target: 43.2 },
  verification: 'computed',
  verify: ofActions((found, { action, name }, isComponent) => {
    const minutes = (up: number): number => (1 - up) * minutesPer30Days
    const band = { value: found.downMinutesPer30Days, low: minutes(found.high), high: minutes(found.low) }
    const spent = found.downBy.slice(0, 3).map((each) => each.on)
    return { band, subject: `Time down of "${name}" in 30 days`, elements: [action, ...spent.filter(isComponent)] }
  }),
}
const minutesPer30Days = 30 * 24 * 60

interface Said {
  readonly band: Band
  readonly subject: string
  readonly elements: Measured['elements']
}

/** The metric of the actions asked for, or of the main one; what nobody answers yet is asked about instead of passed. */
function ofActions(
  say: (found: Availability, action: ActionEstimate, isComponent: (id: string) => boolean) => Said,
): Metric['verify'] {
  return ({ on }, { estimate, graph }) =>
    estimate.actions
      .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
      .flatMap((action): (Measured | Judged)[] => {
        const open = findUnserved(action, graph)
        const found = action.availability
        if (found) {
          const said = say(found, action, (id) => graph.component(id) !== undefined)
          return [{ type: 'measured', ...said, ...(open ? { leavesOpen: open } : {}) }]
        }
        if (!open) return []
        const { sentence: arithmetic, question } = open
        return [{ type: 'judged', verdict: 'unknown', arithmetic, question, elements: [action.action] }]
      })
}
