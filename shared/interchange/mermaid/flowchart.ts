import { limits } from '../../design/invariants/sizes.ts'
import type { Line } from './read-link.ts'
import type { Mention } from './read-node.ts'

/** More than anybody draws by text; Mermaid itself refuses 50,000 characters and 500 arrows unless it is told otherwise. */
export const flowchartLimits = { characters: 500_000, nodes: 2000, arrows: 5000, nesting: limits.nesting }

export interface Node {
  readonly id: string
  label?: string
  isStore: boolean
  readonly classes: Set<string>
  /** The innermost subgraph that names it. */
  in?: Subgraph
}

export interface Subgraph {
  readonly id: string
  readonly title: string
  in?: Subgraph
  /** Ids of nodes and of other subgraphs that stand in it. */
  readonly names: Set<string>
}

export interface Link extends Line {
  readonly from: string
  readonly to: string
}

/** What a flowchart says, before anything is made of it. A reader fills it. */
export interface Flowchart {
  readonly nodes: Map<string, Node>
  readonly subgraphs: Map<string, Subgraph>
  readonly links: Link[]
  readonly linkIds: Set<string>
  /** Subgraphs that are open, the innermost last. */
  readonly open: Subgraph[]
  accessibleTitle?: string
  summary?: string
  clicks: number
  /** What could not be read, with its line. */
  readonly unread: { readonly line: number; readonly text: string }[]
}

export function startFlowchart(): Flowchart {
  return {
    nodes: new Map(),
    subgraphs: new Map(),
    links: [],
    linkIds: new Set(),
    open: [],
    clicks: 0,
    unread: [],
  }
}

/** A node is one however often it is named: what is said last about it holds. */
export function addMention({ id, label, isStore, classes }: Mention, chart: Flowchart): void {
  const node = chart.nodes.get(id) ?? { id, isStore: false, classes: new Set<string>() }
  chart.nodes.set(id, node)
  if (label !== undefined) node.label = label
  if (isStore !== undefined) node.isStore = isStore
  for (const name of classes) node.classes.add(name)
  chart.open.at(-1)?.names.add(id)
}

/** Opens a subgraph; one of the same id is the same again, unless it would stand in itself. */
export function openSubgraph(id: string | undefined, title: string, chart: Flowchart): void {
  const known = id === undefined ? undefined : chart.subgraphs.get(id)
  if (known !== undefined && !chart.open.includes(known)) {
    chart.open.push(known)
    return
  }
  const outer = chart.open.at(-1)
  const subgraph: Subgraph = {
    id: id === undefined || known !== undefined ? `subgraph ${chart.subgraphs.size + 1}` : id,
    title,
    ...(outer === undefined ? {} : { in: outer }),
    names: new Set(),
  }
  chart.subgraphs.set(subgraph.id, subgraph)
  chart.open.push(subgraph)
}

/** Closes the innermost subgraph: what it names stands in it, unless it stands in another one already. */
export function closeSubgraph(chart: Flowchart): void {
  const subgraph = chart.open.pop()
  if (subgraph === undefined) return
  for (const id of subgraph.names) {
    const node = chart.nodes.get(id)
    if (node !== undefined) node.in ??= subgraph
  }
}

/**
 * Closes what is still open, and tells nodes from subgraphs, which may be named before they are drawn: what a subgraph
 * names that is a subgraph itself stands in it.
 */
export function settleSubgraphs(chart: Flowchart): void {
  while (chart.open.length > 0) closeSubgraph(chart)
  for (const subgraph of chart.subgraphs.values()) {
    for (const id of subgraph.names) {
      const inner = chart.subgraphs.get(id)
      if (inner !== undefined && inner.in === undefined && !around(subgraph).includes(inner)) inner.in = subgraph
    }
  }
  for (const id of chart.subgraphs.keys()) chart.nodes.delete(id)
}

/** A subgraph and those that it stands in, from the inside out. */
function around(subgraph: Subgraph): readonly Subgraph[] {
  const chain: Subgraph[] = []
  for (let at: Subgraph | undefined = subgraph; at !== undefined; at = at.in) chain.push(at)
  return chain
}

/** Arrows from each of some nodes to each of others; no more than it takes to see that there are too many. */
export function addLinks(
  from: readonly Mention[],
  line: Line,
  to: readonly Mention[],
  { links, linkIds }: Flowchart,
): void {
  if (line.id !== undefined) linkIds.add(line.id)
  for (const start of from) {
    for (const end of to) {
      if (links.length > flowchartLimits.arrows) return
      links.push({ ...line, from: start.id, to: end.id })
    }
  }
}

/** What the chart has too much of, as one sentence; undefined while it is within the limits. */
export function beyondLimits({ nodes, links, subgraphs, open }: Flowchart, isRead = false): string | undefined {
  const { nodes: mostNodes, arrows, nesting } = flowchartLimits
  const refuse = (what: string): string => `This flowchart has more than ${what}. Split it, and import the parts.`
  if (nodes.size + subgraphs.size > mostNodes) return refuse(`${mostNodes} nodes and subgraphs`)
  if (links.length > arrows) return refuse(`${arrows} arrows`)
  // Those that are open while it is read; how deep they stand at the end is known then.
  const isTooDeep =
    open.length > nesting || (isRead && [...subgraphs.values()].some((each) => around(each).length > nesting))
  return isTooDeep ? refuse(`${nesting} subgraphs around one another`) : undefined
}
