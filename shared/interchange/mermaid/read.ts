import type { Id } from '../../design/design.ts'
import { shorten } from '../../design/wording.ts'
import { finish, startAssembly, tell } from '../assembly.ts'
import type { Assembly } from '../assembly.ts'
import type { Imported } from '../format.ts'
import { unnamedDrawing } from '../../design/unnamed.ts'
import { recogniseKind, recogniseStore } from '../recognise-kind.ts'
import type { Flowchart, Link, Node, Subgraph } from './flowchart.ts'
import { plainWords } from './words.ts'

/** Longer names leave no room for what else a card says; all of it stands in the notes then. */
const longestName = 120
const mostUnreadTold = 20

/** What a flowchart becomes: nodes without places, which are laid out when it is first shown. */
export function makeDesign(chart: Flowchart, designId: Id, title: string | undefined): Imported {
  const assembly = startAssembly()
  const boundaries = addBoundaries(chart, assembly)
  const components = new Map<string, Id>()
  for (const node of chart.nodes.values()) components.set(node.id, addComponent(node, boundaries, assembly))
  for (const link of chart.links) addFlow(link, components, chart, assembly)
  assembly.leftOut.push(...unreadSentences(chart))
  assembly.views.push({ id: assembly.ids.give('main', 'main', 'view'), name: 'Everything', places: {}, notes: [] })
  const name = [title, chart.accessibleTitle].map((words) => plainWords(words ?? '')).find((words) => words !== '')
  const { summary } = chart
  return finish(assembly, designId, {
    name: shorten(name ?? unnamedDrawing, 200),
    ...(summary === '' ? {} : { summary }),
  })
}

function addBoundaries({ subgraphs }: Flowchart, assembly: Assembly): ReadonlyMap<Subgraph, Id> {
  const ids = new Map([...subgraphs.values()].map((each) => [each, assembly.ids.give(undefined, each.id, 'zone')]))
  for (const [subgraph, id] of ids) {
    const outer = subgraph.in === undefined ? undefined : ids.get(subgraph.in)
    const boundary = { id, ...namedBy(subgraph.title), ...(outer === undefined ? {} : { in: outer }) }
    assembly.boundaries.push(boundary)
    tell(assembly, 'boundaries', boundary, 'Boundary', 'certain', 'It is drawn as a subgraph.')
  }
  return ids
}

function addComponent(node: Node, boundaries: ReadonlyMap<Subgraph, Id>, assembly: Assembly): Id {
  const id = assembly.ids.give(undefined, node.id, 'component')
  const named = namedBy(labelOf(node))
  const { kind, confidence, why } = recogniseNode(node, named.name)
  const zone = node.in === undefined ? undefined : boundaries.get(node.in)
  const component = { id, ...named, kind, ...(zone === undefined ? {} : { in: zone }) }
  assembly.components.push(component)
  tell(assembly, 'components', component, kind, confidence, why)
  return id
}

/** A cylinder keeps something; of any other shape everybody has an own understanding. */
function recogniseNode({ id, classes, isStore }: Node, name: string) {
  // A, B1 or S3 is a place in the alphabet, and no word.
  const hints = [...(/^[a-z]\d*$/i.test(id) ? [] : [id]), ...classes].join(' ')
  const where = 'id or class'
  return isStore
    ? recogniseStore(name, hints, 'It is drawn as a cylinder', where)
    : recogniseKind(name, hints, 'unknown', 'Neither name nor id or class says what it is.', where)
}

function addFlow(link: Link, components: ReadonlyMap<string, Id>, chart: Flowchart, assembly: Assembly): void {
  const [from, to] = [components.get(link.from), components.get(link.to)]
  if (link.heads === 'hidden') return
  const words = plainWords(link.label ?? '')
  if (from === undefined || to === undefined) {
    const [start, end] = [link.from, link.to].map((id) => endName(id, chart))
    const which = words === '' ? 'The arrow' : `The arrow "${shorten(words)}"`
    assembly.leftOut.push(
      `${which} from ${start} to ${end} was left out: arrows join components. Draw it to the one inside that is meant.`,
    )
    return
  }
  const flow = {
    id: assembly.ids.give(undefined, `${link.from} ${link.to}`, 'flow'),
    ...(words === '' ? {} : namedBy(words)),
    from,
    to,
  }
  assembly.flows.push(flow)
  const name = flow.name ?? `${labelOf(chart.nodes.get(link.from))} to ${labelOf(chart.nodes.get(link.to))}`
  tell(assembly, 'flows', { id: flow.id, name: shorten(name, longestName) }, 'Arrow', ...standingOf(link))
}

function standingOf({ heads }: Link): readonly ['certain' | 'likely' | 'guess', string] {
  if (heads === 'both') return ['likely', 'It has a head at both ends: the first asks, the second answers.']
  if (heads === 'none') return ['guess', 'It is a line without a head: taken to lead from the first to the second.']
  return ['certain', 'It is drawn as an arrow.']
}

function endName(id: string, { subgraphs, nodes }: Flowchart): string {
  const subgraph = subgraphs.get(id)
  return subgraph === undefined ? `"${shorten(labelOf(nodes.get(id)))}"` : `the subgraph "${shorten(subgraph.title)}"`
}

function labelOf(node: Node | undefined): string {
  const words = plainWords(node?.label ?? '')
  return words === '' ? (node?.id ?? '') : words
}

function namedBy(words: string): { readonly name: string; readonly notes?: string } {
  return words.length <= longestName ? { name: words } : { name: shorten(words, longestName), notes: words }
}

function unreadSentences({ unread, clicks }: Flowchart): readonly string[] {
  const told = unread.slice(0, mostUnreadTold)
  const more = unread.length - told.length
  return [
    ...told.map(({ line, text }) => `Line ${line} could not be read: "${shorten(text.replaceAll(/\s+/g, ' '))}".`),
    ...(more === 0 ? [] : [`${more} more ${more === 1 ? 'line' : 'lines'} could not be read.`]),
    ...(clicks === 0 ? [] : [`What a click opens was left out (${clicks === 1 ? 'one line' : `${clicks} lines`}).`]),
  ]
}
