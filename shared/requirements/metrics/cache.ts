import type { Component, Id } from '../../design/design.ts'
import type { Band } from '../../estimate/estimate.ts'
import type { Judged, Measured, Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

const reused = {
  unit: 'share',
  category: 'performance-efficiency.resource-utilisation',
  scopes: ['design', 'components'],
  aggregates: [],
  verification: 'computed',
} as const

/** The share of look-ups that a cache of answers finds, as it is stated or assumed: what saves the calls behind it. */
export const cacheHits: Metric = {
  ...reused,
  id: 'cache.hits',
  title: 'Answers from a cache',
  usual: { is: '>=', target: 0.2 },
  verify: ({ on }, context) =>
    inScope(on, context)
      .filter((component) => context.graph.has(component, 'caches'))
      .flatMap((cache) => hitsOf(cache, context)),
}

/** The share of the prompt tokens of a month that models read back from the provider's cache at the lower price. */
export const cachedPrompts: Metric = {
  ...reused,
  id: 'cache.prompts',
  title: 'Prompt tokens read from a cache',
  usual: { is: '>=', target: 0.3 },
  verify: ({ on }, context) => {
    const asked = inScope(on, context).map(({ id }) => id)
    const models = context.estimate.components.filter(({ component }) => asked.includes(component))
    const tokens = models.flatMap(({ tokensPerMonth }) => (tokensPerMonth === undefined ? [] : [tokensPerMonth]))
    const read = tokens.reduce((total, each) => total + each.cachedRead, 0)
    const all = tokens.reduce((total, each) => total + each.input + each.cachedRead + each.cachedWrite, 0)
    if (all <= 0) return []
    const elements = models.filter(({ tokensPerMonth }) => tokensPerMonth !== undefined).map((each) => each.component)
    return [
      {
        type: 'measured',
        band: exactly(read / all),
        subject: 'The share of prompt tokens read from a cache',
        elements,
      },
    ]
  },
}

function inScope(on: readonly Id[] | undefined, { graph }: MetricContext): readonly Component[] {
  const named = on === undefined ? undefined : componentsIn(on, graph)
  return graph.components.filter(({ id }) => named?.includes(id) !== false)
}

function hitsOf(cache: Component, { graph }: MetricContext): readonly (Measured | Judged)[] {
  const settings = graph.settings(cache)
  // A cache of data saves reads behind it, and answers nothing.
  if (settings.text('keeps') === 'data' || settings.number('hitShare') === undefined) return []
  const found = settings.input('hitShare')
  const { value, low = value, high = value } = found
  const isAssumed = found.provenance.from === 'default'
  const guess = { on: cache.id, field: 'hitShare', label: found.label, unit: 'share' as const, value }
  const band: Band = {
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    ...(isAssumed
      ? {
          makeup: { assumed: 1 },
          guesses: { below: { ...guess, end: low, by: value - low }, above: { ...guess, end: high, by: high - value } },
        }
      : {}),
  }
  return [
    { type: 'measured', band, subject: `The share of look-ups that "${cache.name}" answers`, elements: [cache.id] },
  ]
}

function exactly(value: number): Band {
  return { value, low: value, high: value }
}
