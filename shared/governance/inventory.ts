import type { Component, Id } from '../design/design.ts'
import { isUnknown, known } from '../design/value.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import { findProduct, productIdFor } from '../kinds/products/index.ts'
import { dataAt } from './flow-facts.ts'
import { modelBoxes } from './model-boxes.ts'

/** What an inventory must say of each model. */
export type InventoryField = 'version' | 'owner' | 'purpose' | 'data'

/** One model of the design. What nobody stated is absent, never guessed. */
export interface ModelRow {
  readonly component: Id
  readonly name: string
  readonly kind: string
  /** The product, as its vendor calls it. */
  readonly model?: string
  /** Its id with the version that the vendor gives it. */
  readonly version?: string
  readonly pinned?: boolean
  readonly provider?: string
  readonly hosting?: 'vendor' | 'own'
  readonly region?: string
  readonly purpose?: string
  readonly data: readonly Id[]
  readonly owner?: string
  /** ISO date on which the vendor takes it out of service, by price book or catalogue. */
  readonly endOfLife?: string
  /** What measures it: evaluations and requirements of quality. */
  readonly evaluatedBy: readonly Id[]
  readonly status: 'idea' | 'poc' | 'pilot' | 'production' | 'unknown'
  readonly lacks: readonly InventoryField[]
}

/** Every model of the drawing with what is known of it. `estimate` brings the days of retirement that a price book has. */
export function modelInventory(
  graph: Graph,
  lineage: Lineage,
  estimate?: Pick<Estimate, 'retired'>,
): readonly ModelRow[] {
  return modelBoxes(graph).map((box) => rowOf(graph, lineage, box, estimate))
}

function rowOf(graph: Graph, lineage: Lineage, box: Component, estimate?: Pick<Estimate, 'retired'>): ModelRow {
  const chosen = productIdFor(known(box.product), graph.kindOf(box))
  const product = findProduct(chosen)
  const facts = graph.facets(box.id)
  const isVendors = graph.has(box, 'vendor-hosted') || product?.organisation !== undefined
  const hosting = isVendors ? 'vendor' : graph.has(box, 'self-hosted') ? 'own' : undefined
  const versions = (box.holds ?? []).flatMap((id) => known(graph.asset(id)?.facts?.['version']) ?? [])
  const version = chosen ?? (versions.length > 0 ? versions.join(', ') : undefined)
  const provider = product?.vendor ?? facts.organisation.value
  const purpose = purposeOf(graph, box)
  const data = dataAt(graph, lineage, box.id)
  const endOfLife = estimate?.retired.find(({ component }) => component === box.id)?.on ?? product?.retiredOn
  const pinned = graph.settings(box).truth('pinned')
  const stage = known(graph.design.context?.['stage'])
  const isOwned = (box.owner ?? '').trim() !== ''
  const lacks: readonly InventoryField[] = [
    ...(version === undefined ? (['version'] as const) : []),
    ...(isOwned ? [] : (['owner'] as const)),
    ...(purpose === undefined ? (['purpose'] as const) : []),
    ...(data.length === 0 ? (['data'] as const) : []),
  ]
  return {
    component: box.id,
    name: box.name,
    kind: graph.kindOf(box).title,
    ...(chosen === undefined ? {} : { model: product?.title ?? chosen }),
    ...(version === undefined ? {} : { version }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(provider === undefined ? {} : { provider }),
    ...(hosting === undefined ? {} : { hosting }),
    ...(facts.region.value === undefined ? {} : { region: facts.region.value }),
    ...(purpose === undefined ? {} : { purpose }),
    data,
    ...(isOwned ? { owner: box.owner ?? '' } : {}),
    ...(endOfLife === undefined ? {} : { endOfLife }),
    evaluatedBy: evaluatorsOf(graph, box.id),
    status: stage === 'idea' || stage === 'poc' || stage === 'pilot' || stage === 'production' ? stage : 'unknown',
    lacks,
  }
}

/** What the architect wrote of it, else what its arrows are called: nothing is made up from kinds. */
function purposeOf(graph: Graph, box: Component): string | undefined {
  const notes = (box.notes ?? '').trim()
  if (notes !== '') return notes.split('\n')[0]
  const names = graph.callsTo(box.id).flatMap(({ flow }) => flow.name ?? [])
  if (names.length > 0) return [...new Set(names)].join(', ')
  const actions = graph.actions
    .filter(({ derived, runs }) => !derived && Object.values(runs).some(({ component }) => component === box.id))
    .map(({ name }) => name)
  return actions.length === 0 ? undefined : actions.join(', ')
}

/** Evaluations that stand beside it or beside who calls it, and requirements of quality on what it takes part in. */
function evaluatorsOf(graph: Graph, model: Id): readonly Id[] {
  const callers = graph.callsTo(model).map(({ caller }) => caller)
  const around = new Set([model, ...callers])
  const judges = graph.with('evaluates').filter(({ id }) => {
    const sides = [...graph.callsFrom(id).map(({ callee }) => callee), ...graph.callsTo(id).map(({ caller }) => caller)]
    return sides.some((side) => around.has(side))
  })
  const taking = new Set(
    graph.actions
      .filter(({ runs }) => Object.values(runs).some(({ component }) => component === model))
      .map(({ action }) => action),
  )
  const wanted = (graph.design.requirements ?? []).filter(
    ({ metric, on, target }) =>
      metric.startsWith('quality.') && !isUnknown(target) && (on ?? []).some((id) => id === model || taking.has(id)),
  )
  return [...judges.map(({ id }) => id), ...wanted.map(({ id }) => id)]
}
