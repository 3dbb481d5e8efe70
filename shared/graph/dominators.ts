import type { Id } from '../design/design.ts'
import type { Graph } from './graph.ts'
import { listMoves, type PathSearch, reachableFrom } from './paths.ts'

/**
 * The components that stand on every path from one component to another, both ends included, in order of passing;
 * empty when there is no path. Says whether a control cannot be walked around.
 * A component dominates when the target is out of reach without it: linear work for each candidate on one path, which
 * is exact and small for drawings.
 */
export function dominatorsOf(graph: Graph, from: Id, to: Id, search: PathSearch = {}): readonly Id[] {
  const blocked = (component: Id, without: Id | undefined): boolean =>
    component === without || (component !== to && (search.unless?.(component) ?? false))
  const reaches = (without: Id | undefined): boolean =>
    reachableFrom(graph, from, { ...search, unless: (component) => blocked(component, without) }).includes(to)
  if (from === to) return [from]
  if (!reaches(undefined)) return []
  const candidates = anyPath(graph, from, to, search).slice(1, -1)
  return [from, ...candidates.filter((candidate) => !reaches(candidate)), to]
}

/** Whether every path passes through one of these components; true when there is no path at all. */
export function allPathsPass(graph: Graph, from: Id, to: Id, through: readonly Id[], search: PathSearch = {}): boolean {
  if (through.includes(from) || through.includes(to)) return true
  const wall = new Set(through)
  const reached = reachableFrom(graph, from, {
    ...search,
    unless: (component) => wall.has(component) || (component !== to && (search.unless?.(component) ?? false)),
  })
  return !reached.includes(to)
}

/** Components of one path; every dominator lies on it, in the order in which it is passed. */
function anyPath(graph: Graph, from: Id, to: Id, search: PathSearch): readonly Id[] {
  const moves = listMoves(graph, search)
  const seen = new Set<Id>([from])
  const walk = (at: Id, path: readonly Id[]): readonly Id[] | undefined => {
    for (const move of moves.get(at) ?? []) {
      if (move.to === to) return [...path, to]
      if (seen.has(move.to) || search.unless?.(move.to)) continue
      seen.add(move.to)
      const found = walk(move.to, [...path, move.to])
      if (found) return found
    }
    return undefined
  }
  return walk(from, [from]) ?? []
}
