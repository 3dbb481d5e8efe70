import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../analyse.ts'
import type { DataAsset, Design } from '../design/design.ts'
import { area, arrow, box, call, data, miniDesign, plan } from '../findings/testing/mini-design.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { type DataTrace, traceData } from './trace-data.ts'

const design: Design = miniDesign({
  boundaries: [
    area('b-house', { organisation: 'House', region: 'eu-west-1' }),
    area('b-vendor', { organisation: 'Vendor', region: 'us-east-1' }),
    area('b-anywhere', { organisation: { unknown: true, ask: 'Legal' } }),
  ],
  components: [
    box('c-user', 'user', { in: 'b-house' }),
    box('c-app', 'orchestrator', {
      in: 'b-house',
      ...plan(call('a-app-records'), call('a-app-model'), call('a-app-log')),
    }),
    box('c-records', 'relational-db', { in: 'b-house', holds: ['d-record'] }),
    box('c-model', 'llm-api', { in: 'b-vendor' }),
    box('c-log', 'observability', { in: 'b-anywhere', settings: { retentionDays: 30 } }),
    box('c-lake', 'object-store', { in: 'b-house' }),
    box('c-pages', 'object-store', { in: 'b-house', holds: ['d-pages'] }),
  ],
  flows: [
    arrow('c-user', 'c-app', { request: { data: ['d-question'] } }),
    arrow('c-app', 'c-records', { response: { data: ['d-record'] } }),
    arrow('c-app', 'c-model', { request: { data: ['d-summary', 'd-question'] } }),
    arrow('c-app', 'c-log', { mode: 'async', request: { data: ['d-record'] }, does: ['write'] }),
    arrow('c-records', 'c-lake', { mode: 'offline', request: { data: ['d-record'] } }),
  ],
  data: [
    data('d-record', { personal: 'personal', facts: { retentionDays: 365 } }),
    data('d-summary', { derivedFrom: ['d-record'] }),
    data('d-question'),
    data('d-pages'),
  ],
})
const fromRecord = (asset: DataAsset): DataAsset =>
  asset.id === 'd-pages' ? { ...asset, derivedFrom: ['d-record'] } : asset
const traceOf = (asset: string, of: Design = design): DataTrace => {
  const graph = readGraph(of)
  const trace = traceData(graph, buildLineage(graph), asset)
  if (trace === undefined) throw new Error('The asset is there')
  return trace
}

describe('the trace of a data asset', () => {
  const trace = traceOf('d-record')

  it('follows it and what is derived from it, and nothing else', () => {
    expect(trace.assets).toEqual(['d-record', 'd-summary'])
    expect(traceOf('d-summary').assets).toEqual(['d-summary'])
    expect(traceData(readGraph(design), buildLineage(readGraph(design)), 'd-none')).toBeUndefined()
    expect(trace.elements).not.toContain('c-pages')
    const still = traceOf('d-pages')
    expect([still.flows, still.stores.map(({ component }) => component)]).toEqual([[], ['c-pages']])
  })

  it('meets each arrow that carries it, there or back or outside requests, with the way it came', () => {
    const arrows = trace.flows.map(({ flow, direction, assets }) => `${direction} ${flow} ${assets.join('+')}`)
    expect(arrows.toSorted()).toEqual([
      'offline a-records-lake d-record',
      'request a-app-log d-record',
      'request a-app-model d-summary',
      'response a-app-model d-summary',
      'response a-app-records d-record',
      'response a-user-app d-record+d-summary',
    ])
    expect(trace.flows.map(({ flow, from, to }) => `${flow} ${from} ${to}`).slice(0, 2)).toEqual([
      'a-app-records c-records c-app',
      'a-records-lake c-records c-lake',
    ])
    const way = (flow: string): readonly string[] => trace.flows.find((each) => each.flow === flow)?.path ?? []
    expect(way('a-app-records')).toEqual(['c-records', 'a-app-records', 'c-app'])
    expect(way('a-app-model').at(-1)).toBe('c-model')
    expect(way('a-app-model')[0]).toBe('c-records')
    expect(way('a-records-lake')).toEqual(['c-records', 'a-records-lake', 'c-lake'])
  })

  it('meets each store with how long it stays there: the store’s word, else the asset’s, else nobody’s', () => {
    const kept = trace.stores.map(
      ({ component, isSource, retentionDays }) => `${component} ${isSource} ${retentionDays}`,
    )
    expect(kept.toSorted()).toEqual(['c-lake false 365', 'c-log false 30', 'c-records true 365'])
    expect(traceOf('d-pages').stores).toMatchObject([
      { component: 'c-pages', isSource: true, retentionDays: undefined },
    ])
    const path = trace.stores.find(({ component }) => component === 'c-log')?.path ?? []
    expect([path[0], path.at(-1)]).toEqual(['c-records', 'c-log'])
  })

  it('calls only what holds it its source, not what holds something made from it', () => {
    const made = { ...design, data: (design.data ?? []).map(fromRecord) }
    expect(traceOf('d-record', made).stores).toContainEqual(
      expect.objectContaining({ component: 'c-pages', isSource: false, path: ['c-pages'] }),
    )
  })

  it('meets organisations and regions; one that nobody stated is undefined, not left out', () => {
    const listed = (places: DataTrace['regions']): unknown =>
      places
        .map(({ name, components }) => [name, components.toSorted()])
        .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
    expect(listed(trace.organisations)).toEqual([
      [undefined, ['c-log']],
      ['House', ['c-app', 'c-lake', 'c-records', 'c-user']],
      ['Vendor', ['c-model']],
    ])
    expect(listed(trace.regions)).toEqual([
      [undefined, ['c-log']],
      ['eu-west-1', ['c-app', 'c-lake', 'c-records', 'c-user']],
      ['us-east-1', ['c-model']],
    ])
    expect(trace.organisations.find(({ name }) => name === 'Vendor')?.assets).toEqual(['d-summary'])
  })

  it('cuts circles of derivation', () => {
    const circle = {
      ...design,
      data: [data('d-one', { derivedFrom: ['d-two'] }), data('d-two', { derivedFrom: ['d-one'] })],
    }
    expect(traceOf('d-one', circle).assets.toSorted()).toEqual(['d-one', 'd-two'])
  })
})

describe('the traces of the templates', () => {
  const folder = join(import.meta.dirname, '../../resources/templates')
  const templates = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Design)

  it.each(templates.map((each) => [each.name, each] as const))(
    '%s: every way leads along the drawing to where it says',
    (_name, each) => {
      const graph = readGraph(each)
      const lineage = buildLineage(graph)
      for (const { id } of each.data ?? []) {
        const trace = traceData(graph, lineage, id)
        if (trace === undefined) throw new Error('The asset is there')
        const drawn = (element: string): boolean =>
          graph.component(element) !== undefined || graph.flow(element) !== undefined
        expect(trace.elements.filter((element) => !drawn(element))).toEqual([])
        for (const { flow, direction, path } of trace.flows) {
          const ends = graph.flow(flow)
          expect(path).toContain(flow)
          if (direction !== 'offline') expect(path.at(-1)).toBe(direction === 'response' ? ends?.caller : ends?.callee)
        }
        for (const { component, path } of trace.stores) expect(path.at(-1) ?? component).toBe(component)
        const met = trace.organisations.flatMap(({ components }) => components)
        expect(new Set(met).size).toBe(met.length)
        expect(met.toSorted()).toEqual(trace.regions.flatMap(({ components }) => components).toSorted())
      }
    },
  )
})
