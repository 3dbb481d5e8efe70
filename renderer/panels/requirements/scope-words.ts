import type { Design, Id, Requirement } from '../../../shared/design/design.ts'
import { nameOf } from '../../../shared/design/collections.ts'
import { kinds } from '../../../shared/kinds/index.ts'
import { traitWords } from '../../../shared/kinds/trait-words.ts'
import { chooseElements } from '../../../shared/requirements/chosen.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { sayScope } from '../../../shared/requirements/scope-sentence.ts'
import type { Graph } from '../../../shared/graph/graph.ts'
import type { Metric, MetricScope } from '../../../shared/requirements/metric.ts'

export interface ScopeGroup {
  readonly title: string
  readonly options: readonly { readonly id: Id; readonly label: string }[]
}

const titles: Readonly<Record<Exclude<MetricScope, 'design'>, string>> = {
  actions: 'Actions',
  workloads: 'Workloads',
  flows: 'Arrows',
  components: 'Components',
  boundaries: 'Boundaries',
  data: 'Data',
}

/** What a requirement on this metric can name: a workload stands for its actions, a boundary for its components. */
export function scopeGroups(design: Design, metric: Metric | undefined): readonly ScopeGroup[] {
  const scopes: readonly MetricScope[] = metric?.scopes ?? ['actions', 'flows', 'components']
  const wider = scopes.flatMap((scope): readonly MetricScope[] =>
    scope === 'actions' ? ['actions', 'workloads'] : scope === 'components' ? ['components', 'boundaries'] : [scope],
  )
  return [...new Set(wider)].flatMap((scope) => {
    if (scope === 'design') return []
    const options = (design[scope] ?? []).map(({ id }) => ({ id, label: nameOf(design, id) }))
    return options.length === 0 ? [] : [{ title: titles[scope], options }]
  })
}

/** What a requirement speaks of, in as few words as tell it. */
export function scopeLabel(design: Design, { on = [], where, metric }: Requirement): string {
  const [first, ...others] = on
  if (first !== undefined)
    return others.length === 0 ? nameOf(design, first) : `${nameOf(design, first)} +${others.length}`
  return where === undefined || where.trim() === '' ? 'The design' : asTitle(sayScope(where, findMetric(metric)))
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A live word on what a rule chooses: "Every component that stores data: 4 elements.", what nobody can tell, or why it cannot be read. */
export function chosenWords(
  where: string,
  metric: Metric,
  graph: Graph,
): { readonly words: string; readonly ids: readonly Id[]; readonly isFault: boolean } {
  if (where.trim() === '') return { words: 'Say which elements are meant.', ids: [], isFault: false }
  const chosen = chooseElements(
    { id: '', metric: metric.id, is: '<=', target: 0, priority: 'must', where },
    metric,
    graph,
  )
  if (!chosen.ok) return { words: chosen.sentence, ids: [], isFault: true }
  const open = new Set(chosen.asks.map(({ on }) => on)).size
  const unclear = open === 0 ? '' : ` Of ${open} more nobody can tell yet.`
  const nouns = chosen.on.length === 1 ? 'element' : 'elements'
  return {
    words: `${asTitle(sayScope(where, metric))}: ${chosen.on.length} ${nouns}.${unclear}`,
    ids: chosen.on,
    isFault: false,
  }
}

/** Conditions that can be picked: kinds and traits of what is drawn first, as they are written. */
export function conditionOffers(graph: Graph): readonly { readonly text: string; readonly label: string }[] {
  const drawn = [...new Set(graph.components.map(({ kind }) => kind))]
  const kindOffers = drawn.flatMap((id) => {
    const kind = kinds.find((each) => each.id === id)
    return kind === undefined ? [] : [{ text: `kind = ${id}`, label: `Kind: ${kind.title}` }]
  })
  const traits = [...new Set(graph.components.flatMap((component) => graph.kindOf(component).traits))].toSorted()
  return [...kindOffers, ...traits.map((trait) => ({ text: `trait = ${trait}`, label: asTitle(traitWords[trait]) }))]
}
