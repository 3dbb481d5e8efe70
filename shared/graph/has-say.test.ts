import { describe, expect, it } from 'vitest'
import type { Flow } from '../design/design.ts'
import { hasSay } from './has-say.ts'
import { arrow, box, draw, graphOf } from './testing/draw.ts'

/** Which boxes have a say, asked in the order of `asked`. */
function speakers(flows: readonly Flow[], asked: readonly string[]): readonly string[] {
  const boxes = ['a', 'b', 'c'].map((id) => box(id, 'service'))
  const graph = graphOf(draw([box('user', 'actor'), ...boxes, box('llm', 'model')], [arrow('user>a'), ...flows]))
  const [runs] = graph.actions
  const all = Object.values(runs?.runs ?? {})
  const found = asked.flatMap((id) => all.filter(({ component }) => component === id))
  return found.flatMap((run) => (runs !== undefined && hasSay(graph, runs, run) ? [run.component] : [])).toSorted()
}

describe('who has a say', () => {
  it('is a model, and whoever waits for one', () => {
    const flows = [arrow('a>b'), arrow('b>llm'), arrow('a>c')]
    expect(speakers(flows, ['a', 'b', 'c', 'llm'])).toEqual(['a', 'b', 'llm'])
  })
  it('is nobody who only sends something to one', () => {
    expect(speakers([arrow('a>b'), arrow('b>llm', { mode: 'async' })], ['a', 'b', 'llm'])).toEqual(['llm'])
  })
  it('does not depend on whom is asked about first, where boxes call one another', () => {
    const flows = [arrow('a>b'), arrow('b>a'), arrow('a>llm')]
    expect(speakers(flows, ['a', 'b'])).toEqual(speakers(flows, ['b', 'a']))
  })
})
