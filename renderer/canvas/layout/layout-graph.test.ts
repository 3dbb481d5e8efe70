import { describe, expect, it } from 'vitest'
import ElkBundled from 'elkjs/lib/elk.bundled.js'
import type { Design } from '../../../shared/design/design.ts'
import { setPlaces } from '../../../shared/design/edit/place.ts'
import { overlaps } from '../../../shared/layout/box.ts'
import { placesOf } from '../../../shared/layout/places.ts'
import { layoutGraph, layoutTasks, placesFromLayout } from './layout-graph.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  boundaries: [
    { id: 'platform', name: 'Platform' },
    { id: 'inner', name: 'Inner', in: 'platform' },
    { id: 'vendor', name: 'Vendor' },
  ],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'orchestrator', in: 'inner' },
    { id: 'store', name: 'Store', kind: 'vector-store', in: 'inner' },
    { id: 'gate', name: 'Gate', kind: 'api-gateway', in: 'platform' },
    { id: 'model', name: 'Model', kind: 'llm-api', in: 'vendor' },
  ],
  flows: [
    { id: 'f1', from: 'user', to: 'gate' },
    { id: 'f2', from: 'gate', to: 'app' },
    { id: 'f3', from: 'app', to: 'store' },
    { id: 'f4', from: 'app', to: 'model' },
  ],
}

async function laidOut(of: Design, wanted: readonly string[] = []): Promise<Design> {
  const places = placesOf(of)
  let next = of
  for (const task of layoutTasks(of, wanted)) {
    const graph = await new ElkBundled().layout(
      structuredClone(layoutGraph(of, places, task)) as Parameters<InstanceType<typeof ElkBundled>['layout']>[0],
    )
    next = setPlaces(next, placesFromLayout(of, places, task, graph))
  }
  return next
}

function lockedAt(of: Design, id: string, x: number, y: number): Design {
  return setPlaces(of, { [id]: { x, y, locked: true } })
}

describe('what is laid out', () => {
  it('is everything at the top, a selection in each of its homes, or the inside of one boundary', () => {
    expect(layoutTasks(design, [])).toEqual([
      { container: undefined, ids: ['platform', 'vendor', 'user'], anchors: [] },
    ])
    expect(layoutTasks(design, ['user', 'app', 'store'])).toEqual([
      { container: undefined, ids: ['user'], anchors: [] },
      { container: 'inner', ids: ['app', 'store'], anchors: [] },
    ])
    expect(layoutTasks(design, ['platform'])).toEqual([{ container: 'platform', ids: ['inner', 'gate'], anchors: [] }])
  })

  it('leaves what is locked, with the boundaries around it', () => {
    const tasks = layoutTasks(lockedAt(design, 'app', 0, 0), [])
    expect(tasks).toEqual([
      { container: undefined, ids: ['vendor', 'user'], anchors: [] },
      { container: 'inner', ids: ['store'], anchors: ['app'] },
      { container: 'platform', ids: ['gate'], anchors: [] },
    ])
  })
})

describe('a layout', () => {
  it('goes from left to right along the arrows, and no card lies on another', async () => {
    const places = placesOf(await laidOut(design))
    const x = (id: string): number => places[id]?.x ?? Number.NaN
    expect(x('user')).toBeLessThan(x('gate'))
    expect(x('gate')).toBeLessThan(x('app'))
    expect(x('app')).toBeLessThan(x('model'))
    const cards = (design.components ?? []).flatMap(({ id }) => places[id] ?? [])
    for (const [index, card] of cards.entries()) {
      expect(cards.slice(index + 1).every((other) => !overlaps(card, other))).toBe(true)
    }
  })

  it('keeps everything inside its boundary', async () => {
    const places = placesOf(await laidOut(design))
    for (const [id, home] of [
      ['app', 'inner'],
      ['inner', 'platform'],
      ['model', 'vendor'],
    ] as const) {
      const [card, around] = [places[id], places[home]]
      if (card === undefined || around === undefined) throw new Error('Everything has a place')
      expect(card.x).toBeGreaterThanOrEqual(around.x)
      expect(card.y + card.h).toBeLessThanOrEqual(around.y + around.h)
    }
  })

  it('moves nothing that is locked and lays nothing on it', async () => {
    const locked = lockedAt(setPlaces(design, { user: { x: 40, y: 300 } }), 'gate', 700, 500)
    const places = placesOf(await laidOut(locked))
    expect(places['gate']).toMatchObject({ x: 700, y: 500 })
    const gate = places['gate']
    for (const id of ['user', 'app', 'store', 'model']) {
      const card = places[id]
      if (card === undefined || gate === undefined) throw new Error('Everything has a place')
      expect(overlaps(card, gate)).toBe(false)
    }
  })

  it('puts what is free around a locked card as the arrows go', async () => {
    const flat = {
      ...design,
      boundaries: [],
      components: (design.components ?? []).map(({ in: _home, ...card }) => card),
    }
    const places = placesOf(await laidOut(lockedAt(flat, 'gate', 700, 500)))
    const x = (id: string): number => places[id]?.x ?? Number.NaN
    expect(places['gate']).toMatchObject({ x: 700, y: 500 })
    expect(x('user')).toBeLessThan(700)
    expect(x('app')).toBeGreaterThan(700)
    expect(x('model')).toBeGreaterThan(x('app'))
  })

  it('is the same each time', async () => {
    expect(await laidOut(design)).toEqual(await laidOut(design))
  })
})
