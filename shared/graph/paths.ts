import type { Id } from '../design/design.ts'
import type { Graph, GraphFlow } from './graph.ts'

/** One way of going from a component to a neighbour, along an arrow. */
export interface Move {
  readonly from: Id
  readonly flow: Id
  readonly to: Id
}

/**
 * Which way one moves: as calls go, as answers come back, as data can travel (both, offline arrows as drawn), or as goods
 * are handed on: to whom they are written, from where they are read, offline as drawn.
 */
export type Direction = 'requests' | 'responses' | 'data' | 'goods'

export interface PathSearch {
  readonly along?: Direction
  /** Components that a path must not pass through; its ends are not asked. */
  readonly unless?: (component: Id) => boolean
  /** Arrows that a path may use; all by default, offline ones only along data and goods. */
  readonly using?: (flow: GraphFlow) => boolean
}

/** Components and arrows in turn, from the first component to the last. */
export type Path = readonly Id[]

const remembered = new WeakMap<Graph, Map<Direction, ReadonlyMap<Id, readonly Move[]>>>()

/**
 * All moves out of each component, sorted by arrow, then by where it leads. Those along all arrows are listed once for
 * each graph, as a graph never changes.
 */
export function listMoves(graph: Graph, search: PathSearch = {}): ReadonlyMap<Id, readonly Move[]> {
  const along = search.along ?? 'requests'
  if (search.using !== undefined) return readMoves(graph, along, search.using)
  const known = remembered.get(graph) ?? new Map<Direction, ReadonlyMap<Id, readonly Move[]>>()
  remembered.set(graph, known)
  const moves = known.get(along) ?? readMoves(graph, along)
  known.set(along, moves)
  return moves
}

function readMoves(
  graph: Graph,
  along: Direction,
  using: (flow: GraphFlow) => boolean = () => true,
): ReadonlyMap<Id, readonly Move[]> {
  const moves = new Map<Id, Move[]>()
  const add = (from: Id, flow: Id, to: Id): void => {
    const known = moves.get(from)
    if (known) known.push({ from, flow, to })
    else moves.set(from, [{ from, flow, to }])
  }
  for (const flow of graph.flows) {
    if (!using(flow)) continue
    if (flow.mode === 'offline') {
      if (along === 'data' || along === 'goods') add(flow.flow.from, flow.id, flow.flow.to)
      continue
    }
    if (along === 'goods') {
      if (flow.does.includes('write')) add(flow.caller, flow.id, flow.callee)
      if (flow.does.includes('read') && flow.mode !== 'async') add(flow.callee, flow.id, flow.caller)
      continue
    }
    if (along !== 'responses') add(flow.caller, flow.id, flow.callee)
    if (along === 'responses' || (along === 'data' && flow.mode !== 'async')) add(flow.callee, flow.id, flow.caller)
  }
  return moves
}

/** A shortest path from one component to another, the first by arrow ids among equals; undefined when there is none. */
export function shortestPath(graph: Graph, from: Id, to: Id, search: PathSearch = {}): Path | undefined {
  return shortestAmong(listMoves(graph, search), from, to, search)
}

function shortestAmong(
  moves: ReadonlyMap<Id, readonly Move[]>,
  from: Id,
  to: Id,
  search: PathSearch,
): Path | undefined {
  const reachedBy = new Map<Id, Move>()
  let edge: readonly Id[] = [from]
  const seen = new Set<Id>([from])
  while (edge.length > 0) {
    const next: Id[] = []
    for (const component of edge) {
      for (const move of moves.get(component) ?? []) {
        if (seen.has(move.to)) continue
        if (move.to !== to && search.unless?.(move.to)) continue
        seen.add(move.to)
        reachedBy.set(move.to, move)
        if (move.to === to) return backTrack(reachedBy, from, to)
        next.push(move.to)
      }
    }
    edge = next
  }
  return undefined
}

function backTrack(reachedBy: ReadonlyMap<Id, Move>, from: Id, to: Id): Path {
  const path: Id[] = [to]
  let at = to
  while (at !== from) {
    const move = reachedBy.get(at)
    if (!move) break
    path.unshift(move.from, move.flow)
    at = move.from
  }
  return path
}

/** Every component that can be reached from this one, itself included, sorted. */
export function reachableFrom(graph: Graph, from: Id, search: PathSearch = {}): readonly Id[] {
  const moves = listMoves(graph, search)
  const seen = new Set<Id>([from])
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const move of moves.get(at) ?? []) {
      if (seen.has(move.to) || search.unless?.(move.to)) continue
      seen.add(move.to)
      waiting.push(move.to)
    }
  }
  return [...seen].toSorted()
}
