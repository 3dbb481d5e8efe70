import type { Band } from '../../estimate/estimate.ts'
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
      const elements = models.map(({ component }) => component)
      const { tokensPerRequest: all } = estimate
      return all ? [measured(all, `Tokens of one "${name}"`, elements)] : []
    }
    const asked = componentsIn(on, graph)
    return models.flatMap(({ component, tokensPerRequest: own }) =>
      asked.includes(component) && own
        ? [measured(own, `Tokens of "${graph.name(component)}" in one "${name}"`, [component])]
        : [],
    )
  },
}

/** Whole tokens, with what nobody knows of them. */
function measured(band: Band, subject: string, elements: Measured['elements']): Measured {
  const { value, low, high } = band
  const whole = { ...band, value: Math.round(value), low: Math.floor(low), high: Math.ceil(high) }
  return { type: 'measured', band: whole, subject, elements }
}
