import type { Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'

/** Documents of which somebody said how many there are, and the way on which they get into an index. */
export interface Corpus {
  /** Where the documents are kept; its setting `documents` is stated. */
  readonly source: Id
  /** What reads them there and sends them on their way, one document a run. */
  readonly loader: Id
  /** Other places that the same loader reads: no part of this one's load. */
  readonly others: readonly Id[]
  /** What is searched later, and filled on this way. */
  readonly indexes: readonly Id[]
}

const loads: readonly Trait[] = ['ingests', 'splits-documents']

/** The corpora of a design with everything that loads them; one without a way into an index is no load. */
export function findCorpora(graph: Graph): readonly Corpus[] {
  const places = graph.with('stores-data').filter((box) => graph.kindOf(box).settings['documents'] !== undefined)
  const corpora: Corpus[] = []
  for (const { id: source } of places) {
    if (typeof known(graph.stated(source, 'documents')) !== 'number') continue
    for (const loader of callersOf(graph, source)) {
      const indexes = indexesBehind(graph, loader)
      const others = places.flatMap(({ id }) => (id !== source && callersOf(graph, id).has(loader) ? [id] : []))
      if (indexes.length > 0) corpora.push({ source, loader, others, indexes })
    }
  }
  return corpora
}

function callersOf(graph: Graph, component: Id): ReadonlySet<Id> {
  return new Set(graph.callsTo(component).map(({ caller }) => caller))
}

/** What is searched and what the loader fills; an application that looks into the documents and searches fills nothing. */
function indexesBehind(graph: Graph, loader: Id): readonly Id[] {
  const isLoader = loads.some((trait) => graph.has(loader, trait))
  const found = new Set<Id>()
  const seen = new Set<Id>([loader])
  const ahead = [loader]
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const { callee, does } of graph.callsFrom(at)) {
      if (graph.has(callee, 'answers-search') && (isLoader || does.includes('write'))) found.add(callee)
      if (seen.has(callee)) continue
      seen.add(callee)
      ahead.push(callee)
    }
  }
  return [...found].toSorted()
}
