import type { Metric } from '../metric.ts'

/** How many of 100 requests a person sees: what review costs and how long it takes follow from it. */
export const reviewShare: Metric = {
  id: 'people.reviewShare',
  title: 'Share of requests that people see',
  unit: 'share',
  category: 'interaction capability: user engagement',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '<=', target: 0.05 },
  verification: 'computed',
  verify({ on }, { graph, estimate }) {
    const requests = estimate.actions.find((action) => action.action === estimate.mainAction)?.requestsPerMonth ?? 0
    if (requests <= 0) return []
    const desks = estimate.components.filter(
      ({ component }) =>
        graph.has(component, 'human-gate') && (on === undefined || on.length === 0 || on.includes(component)),
    )
    return desks.map(({ component, callsPerMonth }) => {
      const share = callsPerMonth / requests
      const subject = `The share of requests that "${graph.name(component)}" sees`
      return { type: 'measured', band: { value: share, low: share, high: share }, subject, elements: [component] }
    })
  },
}
