import type { DataAsset, Id } from '../design/design.ts'
import { arrivalsAt } from '../findings/arrivals.ts'
import type { RuleContext } from '../findings/rule.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'

/** A root of what models read or learn from. */
export interface ModelSource {
  readonly asset: DataAsset
  /** Models, indexes and trainings that it reaches. */
  readonly uses: readonly Id[]
}

/**
 * What models are grounded in and trained on, by its roots: data that somebody keeps or writes. What people say in a
 * request, prompts, code, secrets, models and logs are none. In the order of the drawing's ids.
 */
export function sourcesOfModels({ graph, lineage }: Pick<RuleContext, 'graph' | 'lineage'>): readonly ModelSource[] {
  const found = remembered.get(lineage) ?? findSources(graph, lineage)
  remembered.set(lineage, found)
  return found
}

const remembered = new WeakMap<Lineage, readonly ModelSource[]>()

function findSources(graph: Graph, lineage: Lineage): readonly ModelSource[] {
  const asked = new Set(
    lineage.calls
      .filter((call) => graph.has(call.caller, 'starts-requests'))
      .flatMap((call) => call.carried.flatMap((carried) => carried.origins)),
  )
  const uses = new Map<Id, Set<Id>>()
  const readers = graph.components.filter((component) =>
    (['generates-text', 'plans-actions', 'predicts', 'trains', 'answers-search'] as const).some((trait) =>
      graph.has(component, trait),
    ),
  )
  for (const reader of readers) {
    const held = graph.has(reader, 'answers-search')
      ? (reader.holds ?? []).flatMap((asset) => graph.rootsOf(asset))
      : []
    const arrived = arrivalsAt({ graph, lineage }, reader.id).flatMap(({ origins }) => origins)
    for (const origin of [...arrived, ...held]) {
      if (asked.has(origin)) continue
      uses.set(origin, (uses.get(origin) ?? new Set()).add(reader.id))
    }
  }
  return [...uses]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, readersOfIt]) => {
      const asset = graph.asset(id)
      const isContent = asset?.type === undefined || asset.type === 'records' || asset.type === 'documents'
      return asset === undefined || !isContent ? [] : [{ asset, uses: [...readersOfIt].toSorted() }]
    })
}
