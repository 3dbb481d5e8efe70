import type { Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import type { Judged, Metric, MetricContext } from '../metric.ts'

/** Days for which data are kept: the asset's own fact, else that of the stores that hold it. */
export const retention: Metric = {
  id: 'retention',
  title: 'Retention',
  unit: 'days',
  category: 'compliance',
  scopes: ['data', 'components', 'design'],
  aggregates: [],
  usual: { is: '<=', target: 365 },
  verification: 'attribute',
  verify(requirement, context) {
    const { graph } = context
    const kept = requirement.on ?? (graph.design.data ?? []).map((asset) => asset.id)
    const target = numberOr(requirement.target, Number.POSITIVE_INFINITY)
    return kept.map((id) => judge(id, target, context))
  },
}

function judge(id: Id, target: number, { graph }: MetricContext): Judged {
  const days = daysOf(id, { graph })
  const name = graph.name(id)
  if (days === undefined) {
    return {
      type: 'judged',
      verdict: 'unknown',
      arithmetic: `Nobody has said how long "${name}" is kept.`,
      elements: [id],
      question: `How many days is "${name}" kept?`,
    }
  }
  return {
    type: 'judged',
    verdict: days <= target ? 'pass' : 'fail',
    arithmetic: `"${name}" is kept for ${days} days; the limit is ${target} days.`,
    elements: [id],
  }
}

function daysOf(id: Id, { graph }: Pick<MetricContext, 'graph'>): number | undefined {
  const own = known(graph.asset(id)?.facts?.['retentionDays'])
  if (typeof own === 'number') return own
  const stores = graph.components.filter((component) => component.id === id || component.holds?.includes(id))
  const stated = stores.map((store) => known(graph.stated(store, 'retentionDays')))
  const days = stated.filter((value): value is number => typeof value === 'number')
  return days.length === 0 || days.length < stores.length ? undefined : Math.max(...days)
}
