import type { Classification, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import { listNames } from '../coverage.ts'
import type { Judged, Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

const classes: readonly Classification[] = ['public', 'internal', 'confidential', 'restricted']

/**
 * The highest class of data that may come to a place: each asset that the components named hold, are sent or are answered
 * with, derived ones by the class of what they come from unless they state their own.
 */
export const classificationMaximum: Metric = {
  id: 'data.classification',
  title: 'Highest class of data there',
  category: 'security.confidentiality',
  scopes: ['components', 'design'],
  aggregates: [],
  usual: { is: '<=', target: 'internal' },
  words: classes,
  verification: 'structural',
  verify(requirement, context) {
    const { graph } = context
    const allowed = classes.findIndex((each) => each === known(requirement.target))
    if (allowed < 0) return [{ ...noTarget, elements: requirement.on ?? [] }]
    const places =
      requirement.on === undefined ? graph.components.map(({ id }) => id) : componentsIn(requirement.on, graph)
    const machines = places.filter((id) => graph.component(id) !== undefined && !graph.has(id, 'person'))
    const having = machines
      .map((id) => ({ id, assets: assetsAt(id, context) }))
      .filter(({ assets }) => assets.length > 0)
    return having.length === 0 ? [] : [judge(having, allowed, context)]
  },
}

const noTarget = {
  type: 'judged',
  verdict: 'unknown',
  arithmetic: `It names no class of data. Choose one of ${classes.join(', ')}.`,
  question: 'Up to which class may data come there?',
} as const

interface Place {
  readonly id: Id
  readonly assets: readonly Id[]
}

function judge(places: readonly Place[], allowed: number, { graph }: MetricContext): Judged {
  const limit = classes[allowed] ?? ''
  const named = (id: Id) => ({ id, name: graph.name(id) })
  const above = places.flatMap(({ id, assets }) =>
    assets.map((asset) => ({ id, asset, rank: rankOf(asset, graph) })).filter(({ rank }) => rank > allowed),
  )
  const [worst] = above.toSorted((one, other) => other.rank - one.rank)
  if (worst !== undefined) {
    const more = new Set(above.map(({ id }) => id)).size - 1
    const others = more === 0 ? '' : ` ${more} more ${more === 1 ? 'place has' : 'places have'} such data.`
    return {
      type: 'judged',
      verdict: 'fail',
      arithmetic: `"${graph.name(worst.id)}" gets "${graph.name(worst.asset)}", which is ${classes[worst.rank] ?? ''}; at most ${limit} may come there.${others}`,
      elements: [...new Set(above.flatMap(({ id, asset }) => [id, asset]))],
    }
  }
  const assets = [...new Set(places.flatMap((place) => place.assets))]
  const unclassed = [...new Set(assets.flatMap((asset) => unclassedOf(asset, graph)))]
  if (unclassed.length > 0 && allowed < classes.length - 1) {
    return {
      type: 'judged',
      verdict: 'unknown',
      arithmetic: `Nobody has classed ${listNames(unclassed.map(named))}.`,
      elements: unclassed,
      question: `Which class has ${listNames(unclassed.map(named))}?`,
      asks: unclassed.map((on) => ({ on, field: 'classification' })),
    }
  }
  const [whose, has] = places.length === 1 ? ['The one place', 'has'] : [`All ${places.length} places`, 'have']
  return {
    type: 'judged',
    verdict: 'pass',
    arithmetic: `${whose} with data ${has} none above ${limit}.`,
    elements: places.map(({ id }) => id),
  }
}

/** Held there, or in hand in any action; what the document does not list counts as what it was made of. */
function assetsAt(id: Id, { graph, lineage }: MetricContext): readonly Id[] {
  const held = graph.component(id)?.holds ?? []
  const carried = lineage
    .inHandOf(id)
    .flatMap(({ asset, origins }) => (graph.asset(asset) === undefined ? origins : [asset]))
  return [...new Set([...held, ...carried])].filter((asset) => graph.asset(asset) !== undefined)
}

function ownRank(asset: Id, graph: Graph): number {
  return classes.findIndex((each) => each === known(graph.asset(asset)?.classification))
}

/** The class of an asset: its own word, else the highest of what it comes from; -1 where nobody said. */
function rankOf(asset: Id, graph: Graph): number {
  const own = ownRank(asset, graph)
  return own >= 0 ? own : Math.max(-1, ...graph.rootsOf(asset).map((root) => ownRank(root, graph)))
}

function unclassedOf(asset: Id, graph: Graph): readonly Id[] {
  return ownRank(asset, graph) >= 0 ? [] : graph.rootsOf(asset).filter((root) => ownRank(root, graph) < 0)
}
