import type { Design, Id } from '../design/design.ts'
import type { Link } from './layering.ts'

/** What stands in what. The design itself is the container with the id undefined. */
export interface Hierarchy {
  readonly components: readonly Id[]
  readonly boundaries: readonly Id[]
  isBoundary(id: Id): boolean
  /** Ids directly inside, sorted. */
  childrenOf(container: Id | undefined): readonly Id[]
  /** The boundary around it; undefined at the top, and where boundaries stand in each other in a circle. */
  parentOf(id: Id): Id | undefined
  /** Outermost first, with the element itself at the end. */
  chainOf(id: Id): readonly Id[]
  /** The arrows as they look from inside a container: between its direct children. */
  linksIn(container: Id | undefined): readonly Link[]
}

/** What stands in what. A boundary that stands in itself, by way of others too, stands in nothing. */
export function hierarchyOf(design: Pick<Design, 'boundaries' | 'components' | 'flows'>): Hierarchy {
  const boundaries = (design.boundaries ?? []).map((boundary) => boundary.id)
  const components = (design.components ?? []).map((component) => component.id)
  const isBoundary = new Set(boundaries)
  const parents = new Map<Id, Id>()
  for (const { id, in: parent } of [...(design.boundaries ?? []), ...(design.components ?? [])]) {
    if (parent !== undefined && isBoundary.has(parent)) parents.set(id, parent)
  }
  for (const id of boundaries.toSorted()) if (standsInItself(id, parents)) parents.delete(id)

  const children = new Map<Id | undefined, Id[]>()
  for (const id of [...boundaries, ...components].toSorted()) {
    const parent = parents.get(id)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [id])
    else siblings.push(id)
  }
  const chainOf = (id: Id): readonly Id[] => {
    const chain = [id]
    for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) chain.unshift(parent)
    return chain
  }
  const links = liftLinks(design, chainOf)
  return {
    components,
    boundaries,
    isBoundary: (id) => isBoundary.has(id),
    childrenOf: (container) => children.get(container) ?? [],
    parentOf: (id) => parents.get(id),
    chainOf,
    linksIn: (container) => links.get(container) ?? [],
  }
}

function standsInItself(id: Id, parents: ReadonlyMap<Id, Id>): boolean {
  const seen = new Set<Id>()
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

/** Each arrow belongs to the innermost container of both its ends, between the two children that hold them. */
function liftLinks(
  design: Pick<Design, 'components' | 'flows'>,
  chainOf: (id: Id) => readonly Id[],
): ReadonlyMap<Id | undefined, readonly Link[]> {
  const chains = new Map((design.components ?? []).map(({ id }) => [id, chainOf(id)]))
  const links = new Map<Id | undefined, Link[]>()
  for (const flow of design.flows ?? []) {
    const from = chains.get(flow.from)
    const to = chains.get(flow.to)
    if (from === undefined || to === undefined || flow.from === flow.to) continue
    let depth = 0
    while (from[depth] !== undefined && from[depth] === to[depth]) depth += 1
    const link = { from: from[depth] ?? flow.from, to: to[depth] ?? flow.to }
    const container = depth === 0 ? undefined : from[depth - 1]
    const known = links.get(container)
    if (known === undefined) links.set(container, [link])
    else known.push(link)
  }
  return links
}
