import type { Id } from '../design/design.ts'
import type { Graph } from './graph.ts'
import { listMoves, type PathSearch } from './paths.ts'

/**
 * The fewest components whose control breaks every path from source to sink (the ends themselves do not count), the
 * nearest to the source among equals, sorted by id; undefined when the ends are joined directly, which no component
 * between them can break. Menger's theorem by augmenting paths on split vertices.
 */
export function minimumVertexCut(
  graph: Graph,
  source: Id,
  sink: Id,
  search: PathSearch = {},
): readonly Id[] | undefined {
  const moves = listMoves(graph, search)
  const neighbours = new Map<Id, ReadonlySet<Id>>()
  for (const [from, all] of moves) {
    const allowed = all.filter((move) => move.to === sink || !search.unless?.(move.to)).map((move) => move.to)
    neighbours.set(from, new Set(allowed))
  }
  if (source === sink || neighbours.get(source)?.has(sink)) return undefined

  const flow = new SplitFlow(neighbours, source, sink)
  while (flow.augment());
  return flow.cut()
}

type Side = 'in' | 'out'
const node = (id: Id, side: Side): string => `${side}:${id}`

/** Unit capacity through each component, unlimited along arrows. */
class SplitFlow {
  private readonly capacity = new Map<string, Map<string, number>>()
  private readonly source: string
  private readonly sink: string
  private readonly components = new Set<Id>()

  constructor(neighbours: ReadonlyMap<Id, ReadonlySet<Id>>, source: Id, sink: Id) {
    this.source = node(source, 'out')
    this.sink = node(sink, 'in')
    for (const [from, to] of neighbours) for (const id of [from, ...to]) this.components.add(id)
    for (const id of this.components) if (id !== source && id !== sink) this.add(node(id, 'in'), node(id, 'out'), 1)
    for (const [from, all] of neighbours) for (const to of all) this.add(node(from, 'out'), node(to, 'in'), Infinity)
  }

  private add(from: string, to: string, capacity: number): void {
    this.edges(from).set(to, (this.edges(from).get(to) ?? 0) + capacity)
    if (!this.edges(to).has(from)) this.edges(to).set(from, 0)
  }
  private edges(of: string): Map<string, number> {
    const found = this.capacity.get(of) ?? new Map<string, number>()
    this.capacity.set(of, found)
    return found
  }

  /** Pushes one more unit along a shortest path with room left. */
  augment(): boolean {
    const before = this.search()
    if (!before.has(this.sink)) return false
    for (let at = this.sink; at !== this.source;) {
      const from = before.get(at)
      if (from === undefined) return false
      this.edges(from).set(at, (this.edges(from).get(at) ?? 0) - 1)
      this.edges(at).set(from, (this.edges(at).get(from) ?? 0) + 1)
      at = from
    }
    return true
  }

  private search(): ReadonlyMap<string, string> {
    const before = new Map<string, string>([[this.source, this.source]])
    const waiting = [this.source]
    for (let next = 0; next < waiting.length; next += 1) {
      const at = waiting[next] ?? this.source
      for (const [to, room] of [...this.edges(at)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        if (room <= 0 || before.has(to)) continue
        before.set(to, at)
        waiting.push(to)
      }
    }
    return before
  }

  /** Components whose way in can still be reached, while their way out cannot. */
  cut(): readonly Id[] {
    const reached = this.search()
    return [...this.components].filter((id) => reached.has(node(id, 'in')) && !reached.has(node(id, 'out'))).toSorted()
  }
}
