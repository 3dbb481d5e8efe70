import type { Id } from '../design/design.ts'
import type { Graph, GraphFlow } from './graph.ts'
import { listMoves, reachableFrom } from './paths.ts'

/** How far somebody gets who controls one component, as drawn. All lists are sorted by id. */
export interface BlastRadius {
  readonly from: Id
  /** What it can call, directly or through what it calls; without itself. */
  readonly commands: readonly Id[]
  /** Who reads what it says: its callers, theirs, and what is loaded from it offline; without itself. */
  readonly misleads: readonly Id[]
  /** Data kept in it and in what it can call. */
  readonly assets: readonly Id[]
}

export interface RadiusSearch {
  /** Arrows along which control spreads; all by default. Leave out those that a firm gate stands on. */
  readonly using?: (flow: GraphFlow) => boolean
}

/**
 * The blast radius of a component: what falls with it. Taking an arrow away never makes it larger.
 * Linear in the arrows of the drawing.
 */
export function blastRadius(graph: Graph, from: Id, { using }: RadiusSearch = {}): BlastRadius {
  const search = using === undefined ? {} : { using }
  const commands = reachableFrom(graph, from, { ...search, along: 'requests' })
  const assets = commands.flatMap((component) => graph.component(component)?.holds ?? [])
  return {
    from,
    commands: commands.filter((id) => id !== from),
    misleads: listenersOf(graph, from, search),
    assets: [...new Set(assets)].toSorted(),
  }
}

/** Answers go back to callers, offline arrows as drawn. */
function listenersOf(graph: Graph, from: Id, search: RadiusSearch): readonly Id[] {
  const answers = listMoves(graph, { ...search, along: 'responses' })
  const loads = listMoves(graph, {
    along: 'data',
    using: (flow) => flow.mode === 'offline' && (search.using?.(flow) ?? true),
  })
  const heard = new Set<Id>([from])
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { to } of [...(answers.get(at) ?? []), ...(loads.get(at) ?? [])]) {
      if (heard.has(to)) continue
      heard.add(to)
      waiting.push(to)
    }
  heard.delete(from)
  return [...heard].toSorted()
}

/** By what they command, then by whom they mislead, the largest first; ties by id. */
export function furthestFirst(a: BlastRadius, b: BlastRadius): number {
  return b.commands.length - a.commands.length || b.misleads.length - a.misleads.length || (a.from < b.from ? -1 : 1)
}
