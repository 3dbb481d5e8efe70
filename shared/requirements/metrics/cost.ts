import type { Measured, Metric } from '../metric.ts'

/** Technology and people together: what the month costs. */
export const costMonth: Metric = {
  id: 'cost.month',
  title: 'Cost per month',
  unit: 'USD/month',
  category: 'cost',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '<=', target: 10_000 },
  verification: 'computed',
  verify({ on }, { graph, estimate }) {
    if (!estimate.meaningful) return []
    const costly = estimate.components.toSorted((one, other) => other.usdPerMonth - one.usdPerMonth)
    if (on === undefined || on.length === 0) {
      const elements = costly.slice(0, 3).map((component) => component.component)
      return [{ type: 'measured', band: estimate.totalUsdPerMonth, subject: 'Cost per month', elements }]
    }
    return on.flatMap((id): Measured[] => {
      const lines = estimate.lines.filter((line) => line.component === id && line.recurrence === 'month')
      if (lines.length === 0) return []
      const add = (end: 'value' | 'low' | 'high'): number => lines.reduce((total, line) => total + line.usd[end], 0)
      const open = lines.some((line) => line.usd.atLeast === true)
      const band = { value: add('value'), low: add('low'), high: add('high'), ...(open ? { atLeast: true } : {}) }
      return [{ type: 'measured', band, subject: `Cost of "${graph.name(id)}" per month`, elements: [id] }]
    })
  },
}

/** Cost of one run of an action, people included. */
export const costRequest: Metric = {
  id: 'cost.request',
  title: 'Cost per request',
  unit: 'USD',
  category: 'cost',
  scopes: ['actions', 'design'],
  aggregates: [],
  usual: { is: '<=', target: 0.05 },
  verification: 'computed',
  verify: ({ on }, { estimate }) =>
    estimate.actions
      .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
      .map((action) => ({
        type: 'measured',
        band: action.usdPerRequest,
        subject: `Cost of one "${action.name}"`,
        elements: [action.action],
      })),
}

export const costPerThousand: Metric = {
  ...costRequest,
  id: 'cost.per1k',
  title: 'Cost per 1,000 requests',
  usual: { is: '<=', target: 50 },
  verify: (requirement, context) =>
    costRequest.verify(requirement, context).map((result) => {
      if (result.type === 'judged') return result
      const { value, low, high } = result.band
      const band = { ...result.band, value: value * 1000, low: low * 1000, high: high * 1000 }
      return { ...result, band, subject: result.subject.replace('one', '1,000 of') }
    }),
}
