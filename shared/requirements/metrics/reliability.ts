import type { Measured, Metric } from '../metric.ts'

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
  verify: ({ on }, { estimate }) =>
    estimate.actions
      .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
      .flatMap(({ action, name, availability: found }): Measured[] =>
        found ? [{ type: 'measured', band: found, subject: `Availability of "${name}"`, elements: [action] }] : [],
      ),
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
  verify: ({ on }, { estimate }) =>
    estimate.actions
      .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
      .flatMap(({ action, name, availability: found }): Measured[] => {
        if (!found) return []
        const minutes = (up: number): number => (1 - up) * minutesPer30Days
        const band = { value: found.downMinutesPer30Days, low: minutes(found.high), high: minutes(found.low) }
        const spent = found.downBy.slice(0, 3).map((each) => each.on)
        const elements = [action, ...spent.filter((id) => estimate.components.some((each) => each.component === id))]
        return [{ type: 'measured', band, subject: `Time down of "${name}" in 30 days`, elements }]
      }),
}
const minutesPer30Days = 30 * 24 * 60
