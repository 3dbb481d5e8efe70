import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { readGraph } from '../../analyse.ts'
import { withNextUsual } from './next-usual.ts'

const blank: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Ask' }
const rag: Design = {
  ...blank,
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'orchestrator' },
    { id: 'store', name: 'Store', kind: 'vector-store' },
    { id: 'model', name: 'Model', kind: 'llm-api' },
  ],
  flows: [
    { id: 'ask', from: 'user', to: 'app' },
    { id: 'search', from: 'app', to: 'store' },
    { id: 'write', from: 'app', to: 'model' },
  ],
}

describe('one more requirement', () => {
  it('is the next one of the set that fits the drawing', () => {
    let design = rag
    for (const id of ['r1', 'r2', 'r3']) design = withNextUsual(design, readGraph(design), id)
    expect(design.requirements?.map(({ id, metric }) => [id, metric])).toEqual([
      ['r1', 'latency.first'],
      ['r2', 'latency.full'],
      ['r3', 'quality.groundedness'],
    ])
  })

  it('asks how long an answer takes where nothing is drawn yet', () => {
    expect(withNextUsual(blank, readGraph(blank), 'r1').requirements).toMatchObject([
      { id: 'r1', metric: 'latency.full' },
    ])
  })
})
