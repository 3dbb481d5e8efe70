import type { Id } from '../../design/design.ts'
import type { Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/** How many of 100 requests a person sees: what review costs and how long it takes follow from it. */
export const reviewShare: Metric = {
  id: 'people.reviewShare',
  title: 'Share of requests that people see',
  unit: 'share',
  category: 'interaction-capability.user-controllability',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '<=', target: 0.05 },
  verification: 'computed',
  verify({ on }, context) {
    const { graph, estimate } = context
    const asked = on === undefined ? undefined : componentsIn(on, graph)
    return estimate.components.flatMap(({ component, callsPerMonth }) => {
      if (!graph.has(component, 'human-gate') || asked?.includes(component) === false) return []
      const requests = requestsPast(component, context)
      if (requests <= 0) return []
      const share = callsPerMonth / requests
      const subject = `The share of requests that "${graph.name(component)}" sees`
      return [
        {
          type: 'measured' as const,
          band: { value: share, low: share, high: share },
          subject,
          elements: [component],
        },
      ]
    })
  },
}

/** Requests a month of the actions that can come to this desk: a nightly load that never does is no request past it. */
function requestsPast(desk: Id, { graph, estimate }: MetricContext): number {
  const reaching = graph.actions.filter(({ runs }) => Object.values(runs).some((run) => run.component === desk))
  const ids = new Set(reaching.map((runs) => runs.action))
  return estimate.actions
    .filter(({ action }) => ids.has(action))
    .reduce((total, action) => total + action.requestsPerMonth, 0)
}
