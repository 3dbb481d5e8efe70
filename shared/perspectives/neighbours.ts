import type { Id } from '../design/design.ts'
import { insideOf } from '../design/nesting.ts'
import type { Graph } from '../graph/graph.ts'
import type { Focus, Look } from './perspective.ts'
import type { Perspective } from './perspective.ts'

/** What is selected, what it calls and what calls it. */
export const neighbours = {
  id: 'neighbours',
  label: 'Selection and its neighbours',
  description: 'Only what is selected and what an arrow joins to it.',
  of: 'selection',
  look: (graph, focus) => lookWithin(graph, focus, 1),
} as const satisfies Perspective

/** As `neighbours`, one arrow further. */
export const secondNeighbours = {
  id: 'neighbours-2',
  label: 'Selection, two arrows around',
  description: 'Only what is selected and what at most two arrows join to it.',
  of: 'selection',
  look: (graph, focus) => lookWithin(graph, focus, 2),
} as const satisfies Perspective

function lookWithin(graph: Graph, { about }: Focus, arrows: number): Look {
  const centre = componentsOf(graph, about)
  if (centre.size === 0) return { says: 'What this was about is not drawn any more' }
  const reached = new Set(centre)
  let border: ReadonlySet<Id> = centre
  for (let step = 0; step < arrows; step += 1) {
    border = new Set([...border].flatMap((id) => joined(graph, id)).filter((id) => !reached.has(id)))
    for (const id of border) reached.add(id)
  }
  const around = reached.size - centre.size
  const [first = ''] = centre
  const name = centre.size === 1 ? graph.name(first) : `${centre.size} components`
  return { only: reached, says: `${name} and ${around} ${around === 1 ? 'neighbour' : 'neighbours'}` }
}

/** Boundaries stand for what is in them, arrows for their ends. */
function componentsOf(graph: Graph, ids: readonly Id[]): ReadonlySet<Id> {
  const found = ids.flatMap((id) => {
    const flow = graph.flow(id)
    if (flow !== undefined) return [flow.caller, flow.callee]
    return graph.boundary(id) === undefined ? [id] : [...insideOf(graph.design, id)]
  })
  return new Set(found.filter((id) => graph.component(id) !== undefined))
}

function joined(graph: Graph, id: Id): readonly Id[] {
  return [...graph.callsFrom(id).map(({ callee }) => callee), ...graph.callsTo(id).map(({ caller }) => caller)]
}
