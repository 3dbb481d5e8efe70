import type { Component, Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Judged, Measured, Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

const recovered = {
  unit: 'hours',
  category: 'reliability.recoverability',
  scopes: ['design', 'components'],
  aggregates: [],
  verification: 'attribute',
} as const

/**
 * Hours until a store serves again after it failed: what it states itself, else what the copies around it state for
 * taking over.
 */
export const recoveryTime: Metric = {
  ...recovered,
  id: 'recovery.rto',
  title: 'Recovery time (RTO)',
  usual: { is: '<=', target: 4 },
  verify: ({ on }, context) =>
    storesIn(on, 'rtoHours', context).map((store) => {
      const { name, id } = store
      const own = context.graph.settings(store).number('rtoHours')
      const { hours, plate } = own === undefined ? takeOver(id, context.graph) : { hours: own, plate: undefined }
      const subject = `Recovery time of "${name}"${plate === undefined ? '' : ` (its copies in "${context.graph.name(plate)}" take over)`}`
      const question = `After a failure of "${name}", within how many hours does it serve again?`
      return measure(id, 'rtoHours', hours, subject, question)
    }),
}

/** Hours of data that are lost at worst when a store fails: as stated for the store. */
export const recoveryPoint: Metric = {
  ...recovered,
  id: 'recovery.rpo',
  title: 'Data loss after a failure (RPO)',
  usual: { is: '<=', target: 1 },
  verify: ({ on }, context) =>
    storesIn(on, 'rpoHours', context).map((store) => {
      const hours = context.graph.settings(store).number('rpoHours')
      const question = `How many hours of data may be lost when "${store.name}" fails?`
      return measure(store.id, 'rpoHours', hours, `Data loss of "${store.name}" after a failure`, question)
    }),
}

/** Named stores, or all that keep something that cannot be had again from elsewhere: a cache can be filled anew. */
function storesIn(on: readonly Id[] | undefined, field: string, { graph }: MetricContext): readonly Component[] {
  const isAsked = (store: Component): boolean => field in graph.kindOf(store).settings
  if (on === undefined) {
    return graph.with('stores-data').filter((store) => isAsked(store) && !graph.has(store, 'caches'))
  }
  const named = componentsIn(on, graph)
  return graph.components.filter((store) => named.includes(store.id) && isAsked(store))
}

function takeOver(id: Id, graph: Graph): { readonly hours: number | undefined; readonly plate?: Id } {
  for (const { id: plate, copies } of graph.boundariesOf(id)) {
    if (copies === undefined || copies.of === 'tenant' || copies.mode === 'separate') continue
    const seconds = known(copies.failoverS)
    if (seconds !== undefined && numberOr(copies.count, 1) > 1) return { hours: seconds / 3600, plate }
  }
  return { hours: undefined }
}

function measure(
  id: Id,
  field: string,
  hours: number | undefined,
  subject: string,
  question: string,
): Measured | Judged {
  if (hours !== undefined) {
    return { type: 'measured', band: { value: hours, low: hours, high: hours }, subject, elements: [id] }
  }
  return {
    type: 'judged',
    verdict: 'unknown',
    arithmetic: `${subject}: nobody has said it.`,
    elements: [id],
    question,
    asks: [{ on: id, field: `settings.${field}` }],
  }
}
