import type { Component, Id } from '../../design/design.ts'
import { type Covered, measureCoverage } from '../coverage.ts'
import type { Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/**
 * The share of answering models whose answers come with what they rest on: scores with their reasons, texts whose cited
 * sources a gate checks.
 */
export const explanationCoverage: Metric = {
  id: 'explanation.coverage',
  title: 'Answers with reasons or sources',
  unit: 'share',
  category: 'interaction-capability.transparency',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '>=', target: 1 },
  verification: 'attribute',
  verify(requirement, context) {
    const { graph } = context
    const named = requirement.on === undefined ? undefined : componentsIn(requirement.on, graph)
    const models = graph.components.filter(
      (model) => named?.includes(model.id) !== false && graph.callsTo(model.id).length > 0 && isAsked(model, context),
    )
    const covered = models.map((model): Covered => {
      if (!('explains' in graph.kindOf(model).settings)) {
        // A gate that checks citations proves them; without one they may still be asked for in the prompt.
        return { id: model.id, name: model.name, is: isCited(model.id, context) ? true : undefined }
      }
      const is = graph.settings(model).truth('explains')
      return { id: model.id, name: model.name, is, ask: { on: model.id, field: 'settings.explains' } }
    })
    return measureCoverage(requirement, covered, {
      subject: 'Answers with reasons or sources',
      noun: ['model', 'models'],
      question: (names) => `Do the answers of ${names} come with reasons or sources, and what checks that?`,
    })
  },
}

function isAsked(model: Component, { graph }: MetricContext): boolean {
  return graph.has(model, 'generates-text') || 'explains' in graph.kindOf(model).settings
}

const citing: ReadonlySet<string> = new Set(['citations', 'grounding'])

/** Whether a gate that looks for sources sees what the model wrote. */
function isCited(model: Id, { graph, lineage }: MetricContext): boolean {
  return lineage.calls.some(
    ({ callee, carried }) =>
      graph.has(callee, 'gates') &&
      graph
        .settings(callee)
        .list('checks')
        ?.some((check) => citing.has(check)) === true &&
      carried.some(({ through }) => through.includes(model)),
  )
}
