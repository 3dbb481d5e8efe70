import { describe, expect, it } from 'vitest'
import { readGraph } from '../analyse.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { arrow, box, call, data, miniDesign, plan } from './testing/mini-design.ts'
import { trailOf } from './trail.ts'

/** A form writes what people order to the log, once by itself and once by way of a service. */
const shop = miniDesign({
  components: [
    box('c-buyer', 'user'),
    box('c-form', 'orchestrator', plan(call('a-form-service'), call('a-form-log'))),
    box('c-service', 'orchestrator', plan(call('a-service-log'))),
    box('c-log', 'observability'),
  ],
  flows: [
    arrow('c-buyer', 'c-form', { request: { data: ['d-order'] } }),
    arrow('c-form', 'c-service', { mode: 'sync', request: { data: ['d-order'] } }),
    arrow('c-form', 'c-log', { mode: 'sync', request: { data: ['d-order'] } }),
    arrow('c-service', 'c-log', { mode: 'sync', request: { data: ['d-order'] } }),
  ],
  data: [data('d-order'), data('d-other')],
})
const lineage = buildLineage(readGraph(shop))
const toLog = lineage.into('c-log')

describe('the way of data to what a finding speaks of', () => {
  it('is the shortest of all, and names the others', () => {
    expect(trailOf(lineage, toLog, ['d-order'])).toEqual({
      trail: ['c-buyer', 'a-buyer-form', 'c-form', 'a-form-log', 'c-log'],
      otherTrails: [['c-buyer', 'a-buyer-form', 'c-form', 'a-form-service', 'c-service', 'a-service-log', 'c-log']],
    })
  })

  it('is alone where there is one way', () => {
    const byService = toLog.filter(({ caller }) => caller === 'c-service')
    expect(trailOf(lineage, byService, ['d-order'])).toEqual({
      trail: ['c-buyer', 'a-buyer-form', 'c-form', 'a-form-service', 'c-service', 'a-service-log', 'c-log'],
    })
  })

  it('is none of what does not travel there', () => {
    expect(trailOf(lineage, toLog, ['d-other'])).toEqual({})
    expect(trailOf(lineage, [], ['d-order'])).toEqual({})
  })
})
