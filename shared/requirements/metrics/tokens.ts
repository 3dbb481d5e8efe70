import type { ComponentEstimate } from '../../estimate/estimate.ts'
import type { Measured, Metric } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/** Tokens that one request of the main action has models read and write, all calls and turns together. */
export const tokensPerRequest: Metric = {
  id: 'tokens.request',
  title: 'Tokens per request',
  unit: 'tokens',
  category: 'performance-efficiency.resource-utilisation',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '<=', target: 10_000 },
  verification: 'computed',
  verify({ on }, { graph, estimate }): readonly Measured[] {
    const models = estimate.components.filter(({ tokenParts }) => tokenParts !== undefined)
    const name = graph.actions.find(({ action }) => action === estimate.mainAction)?.name ?? ''
    if (on === undefined) {
      const value = models.reduce((total, model) => total + tokensOf(model), 0)
      const elements = models.map(({ component }) => component)
      return value > 0 ? [measured(value, `Tokens of one "${name}"`, elements)] : []
    }
    const asked = componentsIn(on, graph)
    return models
      .filter((model) => asked.includes(model.component) && tokensOf(model) > 0)
      .map((model) =>
        measured(tokensOf(model), `Tokens of "${graph.name(model.component)}" in one "${name}"`, [model.component]),
      )
  },
}

function tokensOf({ tokenParts = [] }: ComponentEstimate): number {
  return tokenParts.reduce((total, { perRequest }) => total + perRequest, 0)
}

function measured(tokens: number, subject: string, elements: Measured['elements']): Measured {
  const value = Math.round(tokens)
  return { type: 'measured', band: { value, low: value, high: value }, subject, elements }
}
