import { describe, expect, it } from 'vitest'
import { reachableFrom, shortestPath } from './paths.ts'
import { arrow, box, draw, graphOf } from './testing/draw.ts'
import { minimumVertexCut } from './vertex-cut.ts'

/** a to d by b, by c, and by b and c; e hangs off d; db answers d. */
const graph = graphOf(
  draw(['a', 'b', 'c', 'd', 'e'].map((id) => box(id, 'service')).concat(box('db', 'store')), [
    arrow('a>b'),
    arrow('a>c'),
    arrow('b>c'),
    arrow('b>d'),
    arrow('c>d'),
    arrow('d>e'),
    arrow('d>db'),
    arrow('e>a as late', { mode: 'offline' }),
  ]),
)

describe('paths', () => {
  it('takes the shortest, the first by id among equals', () => {
    expect(shortestPath(graph, 'a', 'e')).toEqual(['a', 'a-b', 'b', 'b-d', 'd', 'd-e', 'e'])
    expect(shortestPath(graph, 'e', 'a')).toBeUndefined()
    expect(shortestPath(graph, 'a', 'e', { unless: (id) => id === 'b' })).toEqual([
      'a',
      'a-c',
      'c',
      'c-d',
      'd',
      'd-e',
      'e',
    ])
  })
  it('goes back along responses and along data both ways', () => {
    expect(shortestPath(graph, 'db', 'a', { along: 'responses' })).toEqual(['db', 'd-db', 'd', 'b-d', 'b', 'a-b', 'a'])
    expect(shortestPath(graph, 'e', 'a', { along: 'data', using: (flow) => flow.mode === 'offline' })).toEqual([
      'e',
      'late',
      'a',
    ])
  })
  it('knows what can be reached', () => {
    expect(reachableFrom(graph, 'c')).toEqual(['c', 'd', 'db', 'e'])
  })
})

describe('cuts', () => {
  it('finds the fewest components that break every path, nearest to the source', () => {
    expect(minimumVertexCut(graph, 'a', 'e')).toEqual(['d'])
    expect(minimumVertexCut(graph, 'a', 'd')).toEqual(['b', 'c'])
    expect(minimumVertexCut(graph, 'd', 'e')).toBeUndefined()
    expect(minimumVertexCut(graph, 'e', 'a')).toEqual([])
  })
})
