import type { Boundary, Network, Value } from '../design/design.ts'
import { isUnknown, known } from '../design/value.ts'
import type { Facets, Graph, GraphFlow } from '../graph/graph.ts'
import type { Perspective } from './perspective.ts'

/** The facets that say where something runs and whose it is. */
const facets = ['region', 'organisation', 'network'] as const
type PlaceFacet = (typeof facets)[number]

const facetWords: Readonly<Record<PlaceFacet, string>> = {
  region: 'region',
  organisation: 'organisation',
  network: 'network',
}
const networkWords: Readonly<Record<Network, string>> = {
  public: 'public network',
  private: 'private network',
  isolated: 'isolated network',
}

/** Where everything runs: what boundaries state is written on them, and arrows from one place to another stand out. */
export const deployment = {
  id: 'deployment',
  label: 'Deployment by boundary',
  description: 'Region, organisation and network of every boundary, and the arrows that lead from one to another.',
  look: (graph) => {
    const crossing = new Map(
      graph.flows.flatMap((flow) => {
        const crossed = facets.filter((facet) => graph.crosses(flow, facet) === true)
        return crossed.length === 0 ? [] : [[flow.id, crossingWords(graph, flow, crossed)] as const]
      }),
    )
    const undecided = graph.flows.filter((flow) => facets.some((facet) => isUndecided(graph, flow, facet)))
    return {
      lit: new Set(crossing.keys()),
      calm: new Set([...graph.components, ...undecided].map(({ id }) => id)),
      headers: new Map(
        (graph.design.boundaries ?? []).flatMap((boundary) => {
          const header = headerOf(boundary)
          return header === '' ? [] : [[boundary.id, header] as const]
        }),
      ),
      labels: crossing,
      says: saysOf(crossing.size, graph.flows.length),
    }
  },
} as const satisfies Perspective

/** One end is placed and the other is not: nothing is known of such an arrow, so it does not recede as one that stays inside. */
function isUndecided(graph: Graph, { caller, callee }: GraphFlow, facet: PlaceFacet): boolean {
  const [from, to] = [graph.facets(caller)[facet], graph.facets(callee)[facet]]
  return from.from !== to.from && (from.value === undefined || to.value === undefined)
}

function saysOf(crossing: number, all: number): string {
  if (all === 0) return 'Nothing is connected yet'
  const verb = crossing === 1 ? 'crosses' : 'cross'
  return `${crossing} of ${all} ${all === 1 ? 'arrow' : 'arrows'} ${verb} a region, an organisation or a network`
}

/** "eu-central-1, Acme, private network": what the boundary itself states, unknown where somebody said so. */
function headerOf({ region, organisation, network }: Boundary): string {
  const net = known(network)
  return [
    stated(region, 'region'),
    stated(organisation, 'organisation'),
    net === undefined ? stated(network, 'network') : networkWords[net],
  ]
    .filter((words) => words !== undefined)
    .join(', ')
}

function stated(value: Value<string> | undefined, facet: PlaceFacet): string | undefined {
  return isUnknown(value) ? `${facetWords[facet]} unknown` : known(value)
}

/** "eu-central-1 to us-east-1": by the first facet that differs; the others in words. */
function crossingWords(graph: Graph, { caller, callee }: GraphFlow, crossed: readonly PlaceFacet[]): string {
  const [first, ...others] = crossed
  if (first === undefined) return ''
  const words = (end: Facets): string => end[first].value ?? ''
  const also = others.length === 0 ? '' : `, other ${others.map((facet) => facetWords[facet]).join(' and ')}`
  return `${words(graph.facets(caller))} to ${words(graph.facets(callee))}${also}`
}
