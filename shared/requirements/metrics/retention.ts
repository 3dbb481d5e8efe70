import type { Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import type { Judged, Measured, Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/**
 * Days for which data are kept: what the asset itself states, else what each store that holds it states. A limit
 * ("at most") holds for every store; a duty to keep ("at least") is met by the store that keeps them longest.
 */
export const retention: Metric = {
  id: 'retention',
  title: 'Retention',
  unit: 'days',
  category: 'compliance',
  scopes: ['data', 'components', 'design'],
  aggregates: [],
  usual: { is: '<=', target: 365 },
  verification: 'attribute',
  verify({ on, is, target }, context) {
    const { graph } = context
    const asked = on ?? (graph.design.data ?? []).map((asset) => asset.id)
    return asked.flatMap((id) => {
      const places = placesOf(id, context)
      if (is !== '>=') return places.map(measure)
      const longest = places.toSorted((one, other) => (other.days ?? 0) - (one.days ?? 0)).slice(0, 1)
      const isMet = (longest[0]?.days ?? 0) >= numberOr(target, Number.POSITIVE_INFINITY)
      const unclear = places.filter((place) => place.days === undefined)
      return (isMet || unclear.length === 0 ? longest : unclear).map(measure)
    })
  },
}

/** Somewhere that something is kept, for how long if anybody said. */
interface Keeping {
  readonly what: string
  readonly days?: number
  readonly elements: readonly Id[]
  /** Where the days would be stated. */
  readonly asks: { readonly on: Id; readonly field: string }
}

function placesOf(id: Id, { graph }: MetricContext): readonly Keeping[] {
  const asset = graph.asset(id)
  const name = `"${graph.name(id)}"`
  if (asset === undefined) {
    return componentsIn([id], graph).map((store) => ({
      what: `what "${graph.name(store)}" holds`,
      ...daysIn(store, graph),
      elements: [store],
      asks: { on: store, field: 'settings.retentionDays' },
    }))
  }
  const own = known(asset.facts?.['retentionDays'])
  const asks = { on: id, field: 'facts.retentionDays' }
  if (typeof own === 'number') return [{ what: name, days: own, elements: [id], asks }]
  const stores = graph.holders(id)
  if (stores.length === 0) return [{ what: name, elements: [id], asks }]
  return stores.map((store) => ({
    what: `${name} in "${store.name}"`,
    ...daysIn(store.id, graph),
    elements: [id, store.id],
    asks: { on: store.id, field: 'settings.retentionDays' },
  }))
}

function daysIn(store: Id, graph: MetricContext['graph']): Pick<Keeping, 'days'> {
  const days = known(graph.stated(store, 'retentionDays'))
  return typeof days === 'number' ? { days } : {}
}

function measure({ what, days, elements, asks }: Keeping): Measured | Judged {
  if (days !== undefined) {
    return { type: 'measured', band: { value: days, low: days, high: days }, subject: `Retention of ${what}`, elements }
  }
  return {
    type: 'judged',
    verdict: 'unknown',
    arithmetic: `Nobody has said how long ${what} is kept.`,
    elements,
    question: `For how many days is ${what} kept?`,
    asks: [asks],
  }
}
