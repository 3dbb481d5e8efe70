import type { Measured, Metric } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/** Share of the time (or of the requests) in which the main way through the design works. */
export const availability: Metric = {
  id: 'availability',
  title: 'Availability',
  unit: 'share',
  category: 'reliability: availability',
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

/** The busiest component at the peak, people included: 1 is full. */
export const utilisation: Metric = {
  id: 'capacity.utilisation',
  title: 'Use of capacity at the peak',
  unit: 'share',
  category: 'performance efficiency: capacity',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '<=', target: 0.7 },
  verification: 'computed',
  verify({ on }, { graph, estimate }) {
    const asked = on === undefined ? undefined : componentsIn(on, graph)
    const limited = estimate.components.flatMap(({ component, utilisation: used }) =>
      used === undefined || asked?.includes(component) === false ? [] : [{ id: component, used }],
    )
    const busiest = on === undefined ? limited.toSorted((one, other) => other.used - one.used).slice(0, 1) : limited
    return busiest.map(({ id, used }) => ({
      type: 'measured',
      band: { value: used, low: used, high: used },
      subject: `Use of "${graph.name(id)}" at the peak`,
      elements: [id],
    }))
  },
}
