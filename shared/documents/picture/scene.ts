import type { Boundary, Component, Design, Flow, FlowMode, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import { findProduct, productIdFor } from '../../kinds/products/index.ts'
import type { Family } from '../../kinds/kind.ts'
import { listWords } from '../text/numbers.ts'
import type { PictureBoundary } from '../outline.ts'

/** What a picture needs to know about a design, with words chosen but nothing placed. */
export interface Scene {
  readonly nodes: readonly SceneNode[]
  readonly boundaries: readonly SceneBoundary[]
  readonly flows: readonly SceneFlow[]
}
export interface SceneNode {
  readonly id: Id
  readonly title: string
  readonly subtitle?: string
  readonly family: Family
  readonly icon: string
  readonly in?: Id
}
interface SceneBoundary {
  readonly id: Id
  readonly title: string
  readonly subtitle?: string
  readonly tone: PictureBoundary['tone']
  readonly in?: Id
}
export interface SceneFlow {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  readonly label?: string
  /** In the place of a label that is too long: "Questions +2". */
  readonly short?: string
  readonly style: FlowMode
}

/** The part of a graph that drawing reads. */
export type DrawnGraph = Pick<Graph, 'design' | 'kindOf' | 'flow'>

/** `names`: what an arrow is called; `data`: what it carries; `none`: bare arrows. */
export type FlowLabels = 'names' | 'data' | 'none'

/** `only`: these components, with the boundaries around them and the arrows between them; all when absent. */
export function sceneOf(graph: DrawnGraph, labels: FlowLabels = 'names', only?: readonly Id[]): Scene {
  const { design } = graph
  const chosen = only === undefined ? undefined : new Set(only)
  const components = (design.components ?? []).filter(({ id }) => chosen === undefined || chosen.has(id))
  const drawn = new Set(components.map(({ id }) => id))
  const boundaries = new Map((design.boundaries ?? []).map((boundary) => [boundary.id, boundary]))
  const around = new Set<Id>()
  for (const component of components) for (const { id } of chainOf(component.in, boundaries)) around.add(id)
  return {
    nodes: components.map((component) => sceneNode(component, graph)),
    boundaries: (design.boundaries ?? [])
      .filter(({ id }) => chosen === undefined || around.has(id))
      .map((boundary) => sceneBoundary(boundary, boundaries)),
    flows: (design.flows ?? [])
      .filter(({ from, to }) => from !== to && drawn.has(from) && drawn.has(to))
      .map((flow) => sceneFlow(flow, graph, labels)),
  }
}

/** The part of a design's shape that layout needs, without places: a scene is laid out afresh. */
export function designOfScene(scene: Scene): Design {
  const within = (parent: Id | undefined) => (parent === undefined ? {} : { in: parent })
  return {
    format: 'lintel/design',
    version: 1,
    id: 'scene',
    name: 'scene',
    components: scene.nodes.map((node) => ({ id: node.id, name: node.title, kind: 'drawn', ...within(node.in) })),
    boundaries: scene.boundaries.map((boundary) => ({ id: boundary.id, name: boundary.title, ...within(boundary.in) })),
    flows: scene.flows.map(({ id, from, to }) => ({ id, from, to })),
  }
}

function sceneNode(component: Component, graph: DrawnGraph): SceneNode {
  const kind = graph.kindOf(component)
  const product = productIdFor(known(component.product), kind)
  const subtitle = product === undefined ? kind.title : productWords(product)
  return {
    id: component.id,
    title: component.name,
    // "Reranker" under "Reranker" would say nothing.
    ...(subtitle.toLowerCase() === component.name.toLowerCase() ? {} : { subtitle }),
    family: kind.family,
    icon: kind.icon,
    ...(component.in === undefined ? {} : { in: component.in }),
  }
}

/** As the catalogue calls it; one that is not in it, such as 'acme/own-model', reads "own-model (acme)". */
function productWords(product: string): string {
  const listed = findProduct(product)
  if (listed !== undefined) return listed.title
  const [vendor = '', ...rest] = product.split('/')
  return rest.length === 0 ? product : `${rest.join('/')} (${vendor})`
}

function sceneFlow(flow: Flow, graph: DrawnGraph, labels: FlowLabels): SceneFlow {
  const cargo = labels === 'data' ? cargoOf(flow, graph.design) : []
  const label = labels === 'none' ? undefined : cargo.length > 0 ? listWords(cargo, 2) : flow.name
  return {
    id: flow.id,
    from: flow.from,
    to: flow.to,
    style: graph.flow(flow.id)?.mode ?? flow.mode ?? 'sync',
    ...(label === undefined || label === '' ? {} : { label }),
    ...(cargo.length < 2 ? {} : { short: `${cargo[0]} +${cargo.length - 1}` }),
  }
}

/** The names of what it carries there; of what comes back when nothing is stated for the way there. */
export function cargoOf(flow: Flow, design: Design): readonly string[] {
  const ids = flow.request?.data ?? []
  const shown = ids.length > 0 ? ids : (flow.response?.data ?? [])
  return shown.flatMap((id) => design.data?.find((asset) => asset.id === id)?.name ?? [])
}

function sceneBoundary(boundary: Boundary, boundaries: ReadonlyMap<Id, Boundary>): SceneBoundary {
  const chain = chainOf(boundary.id, boundaries)
  const facet = <T>(read: (each: Boundary) => T | undefined): T | undefined => {
    for (const each of chain) {
      const value = read(each)
      if (value !== undefined) return value
    }
    return undefined
  }
  const trust = facet((each) => known(each.trust))
  const network = facet((each) => known(each.network))
  const copies = boundary.copies === undefined ? undefined : known(boundary.copies.count)
  const words = [
    boundary.label,
    trust === undefined ? undefined : `trust ${trust}`,
    known(boundary.region),
    network,
    copies === undefined ? undefined : `${copies} × ${boundary.copies?.of ?? 'copy'}`,
  ].filter((word) => word !== undefined && word !== boundary.name)
  return {
    id: boundary.id,
    title: boundary.name,
    tone: toneOf(trust, network),
    ...(words.length === 0 ? {} : { subtitle: words.join(' · ') }),
    ...(boundary.in === undefined || !boundaries.has(boundary.in) ? {} : { in: boundary.in }),
  }
}

function toneOf(trust: number | undefined, network: string | undefined): PictureBoundary['tone'] {
  if (network === 'isolated' || (trust !== undefined && trust >= 90)) return 'restricted'
  if (trust === undefined) return network === 'public' ? 'partner' : 'internal'
  return trust <= 20 ? 'public' : trust <= 50 ? 'partner' : 'internal'
}

/** The boundary and those around it, innermost first; cut where boundaries stand in each other. */
function chainOf(id: Id | undefined, boundaries: ReadonlyMap<Id, Boundary>): readonly Boundary[] {
  const chain: Boundary[] = []
  for (let next = id; next !== undefined;) {
    const boundary = boundaries.get(next)
    if (boundary === undefined || chain.includes(boundary)) break
    chain.push(boundary)
    next = boundary.in
  }
  return chain
}
