import type { Measured, Metric } from '../metric.ts'
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
  verify: ({ on }, { estimate, graph }) =>
    estimate.actions
      .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
      .flatMap((each): Measured[] => {
        const { action, name, availability: found } = each
        if (!found) return []
        const subject = `Availability of "${name}"`
        const leavesOpen = findUnserved(each, graph)
        const open = leavesOpen ? { leavesOpen } : {}
        return [{ type: 'measured', band: found, subject, elements: [action], ...open }]
      }),
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
  verify: ({ on }, { estimate, graph }) =>
    estimate.actions
      .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
      .flatMap((each): Measured[] => {
        const { action, name, availability: found } = each
        if (!found) return []
        const minutes = (up: number): number => (1 - up) * minutesPer30Days
        const band = { value: found.downMinutesPer30Days, low: minutes(found.high), high: minutes(found.low) }
        const spent = found.downBy.slice(0, 3).map((each) => each.on)
        const elements = [action, ...spent.filter((id) => estimate.components.some((each) => each.component === id))]
        const leavesOpen = findUnserved(each, graph)
        const open = leavesOpen ? { leavesOpen } : {}
        return [{ type: 'measured', band, subject: `Time down of "${name}" in 30 days`, elements, ...open }]
      }),
}
const minutesPer30Days = 30 * 24 * 60
