import { type Covered, measureCoverage } from '../coverage.ts'
import type { Metric } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/** The share of predictive models whose inputs and results are watched for drift, by their own word or a monitor's. */
export const driftCoverage: Metric = {
  id: 'drift.coverage',
  title: 'Models watched for drift',
  unit: 'share',
  category: 'reliability.robustness',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '>=', target: 1 },
  verification: 'attribute',
  verify(requirement, { graph }) {
    const named = requirement.on === undefined ? undefined : componentsIn(requirement.on, graph)
    const covered = graph.components
      .filter((model) => named?.includes(model.id) !== false && 'driftMonitored' in graph.kindOf(model).settings)
      .map((model): Covered => {
        const is = graph.settings(model).truth('driftMonitored')
        return { id: model.id, name: model.name, is, ask: { on: model.id, field: 'settings.driftMonitored' } }
      })
    return measureCoverage(requirement, covered, {
      subject: 'Models watched for drift',
      noun: ['model', 'models'],
      question: (names) => `Is drift of the inputs and results of ${names} watched?`,
    })
  },
}
