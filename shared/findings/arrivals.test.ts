import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { type Arrival, arrivalsAt, keptIn } from './arrivals.ts'
import { extended, loadedSearch, scoringService } from './testing/data-bases.ts'
import { arrow, box, call, data, edited, plan } from './testing/mini-design.ts'

const studied = (design: Design) => {
  const graph = buildGraph(design, kinds, products)
  return { graph, lineage: buildLineage(graph) }
}
const at = (design: Design, component: string): readonly Arrival[] => arrivalsAt(studied(design), component)
const assets = (arrivals: readonly Arrival[]): readonly string[] =>
  [...new Set(arrivals.map(({ asset }) => asset))].toSorted()

describe('what arrives at a component', () => {
  it('is what calls bring and what answers bring back, with its roots', () => {
    expect(assets(at(loadedSearch, 'c-model'))).toEqual(['d-chunks', 'd-question'])
    const answered = at(loadedSearch, 'c-service').find(({ from }) => from === 'c-index')
    expect(answered).toMatchObject({ asset: 'd-chunks', origins: ['d-documents'], flow: 'a-service-index' })
  })

  it('comes offline as it is drawn, from the tail to the head', () => {
    expect(assets(at(scoringService, 'c-training'))).toEqual(['d-loans'])
    expect(at(scoringService, 'c-warehouse')).toEqual([])
  })

  it('is all that the source has where an offline arrow states nothing, also by way of a third', () => {
    const silent = edited(scoringService, 'a-warehouse-training', { request: undefined })
    expect(assets(at(silent, 'c-training'))).toEqual(['d-loans'])
    const chain = extended(edited(silent, 'c-warehouse', { holds: [] }), {
      components: [box('c-source', 'relational-db', { holds: ['d-loans'] })],
      flows: [arrow('c-source', 'c-warehouse', { mode: 'offline', pull: false })],
    })
    expect(assets(at(chain, 'c-training'))).toEqual(['d-loans'])
  })

  it('ends where offline arrows go in a circle', () => {
    const circle = extended(edited(scoringService, 'a-warehouse-training', { request: undefined }), {
      flows: [arrow('c-training', 'c-warehouse', { mode: 'offline', pull: false })],
    })
    expect(assets(at(circle, 'c-training'))).toEqual(['d-loans'])
  })

  it('is masked once a gate that looks for personal data has certainly seen it', () => {
    const gated = (checks: readonly string[]): Design =>
      edited(
        extended(loadedSearch, {
          components: [box('c-gate', 'guardrail', { in: 'b-platform', settings: { checks: [...checks] } })],
          flows: [arrow('c-service', 'c-gate', { mode: 'sync' })],
        }),
        'c-service',
        plan(call('a-service-index'), call('a-service-gate'), call('a-service-model')),
      )
    const masked = (design: Design): readonly boolean[] =>
      at(design, 'c-model').flatMap(({ asset, isMasked }) => (asset === 'd-chunks' ? [isMasked] : []))
    expect(masked(gated(['pii']))).toEqual([true])
    expect(masked(gated(['content']))).toEqual([false])
  })

  it('is masked when it comes from a log that says it removes names', () => {
    const traced = (redaction: boolean): Design =>
      extended(loadedSearch, {
        components: [
          box('c-traces', 'observability', { holds: ['d-trace'], settings: { redaction } }),
          box('c-judge', 'evaluation'),
        ],
        flows: [arrow('c-service', 'c-traces'), arrow('c-traces', 'c-judge', { mode: 'offline', pull: false })],
        data: [data('d-trace', { type: 'log', personal: 'personal' })],
      })
    const fromLog = (design: Design) => at(design, 'c-judge').find(({ asset }) => asset === 'd-trace')?.isMasked
    expect(fromLog(traced(true))).toBe(true)
    expect(fromLog(traced(false))).toBe(false)
  })

  it('is masked when it comes from a warehouse that masks personal data', () => {
    const masking = (masked: boolean) =>
      at(edited(scoringService, 'c-warehouse', { kind: 'data-warehouse', settings: { masked } }), 'c-training').map(
        ({ isMasked }) => isMasked,
      )
    expect(masking(true)).toEqual([true])
    expect(masking(false)).toEqual([false])
  })
})

it('keeps what a box holds and what is written to it, not what is only asked of it', () => {
  expect(keptIn(studied(loadedSearch), 'c-index')).toEqual(['d-chunks'])
  expect(keptIn(studied(loadedSearch), 'c-library')).toEqual(['d-documents'])
})
