import { assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, Id } from '../design/design.ts'
import { setCollapsed, setPlaces } from '../design/edit/place.ts'
import { foldDesign } from './fold.ts'
import { placesOf } from './places.ts'

/** Platform holds Retrieval (search, index) and an app; a user and a vendor's model stand outside. */
const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  boundaries: [
    { id: 'platform', name: 'Platform' },
    { id: 'retrieval', name: 'Retrieval', in: 'platform' },
  ],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'orchestrator', in: 'platform' },
    { id: 'search', name: 'Search', kind: 'retriever', in: 'retrieval' },
    { id: 'index', name: 'Index', kind: 'vector-store', in: 'retrieval' },
    { id: 'model', name: 'Model', kind: 'llm-api' },
  ],
  flows: [
    { id: 'f1', from: 'user', to: 'app', name: 'asks' },
    { id: 'f2', from: 'app', to: 'search' },
    { id: 'f3', from: 'app', to: 'index' },
    { id: 'f4', from: 'search', to: 'index' },
    { id: 'f5', from: 'index', to: 'app' },
    { id: 'f6', from: 'app', to: 'model' },
  ],
}

function collapse(...ids: readonly Id[]): Design {
  const places = placesOf(design)
  return setPlaces(
    design,
    Object.fromEntries(ids.map((id) => [id, { x: places[id]?.x ?? 0, y: places[id]?.y ?? 0, collapsed: true }])),
  )
}

function folded(...ids: readonly Id[]) {
  const whole = collapse(...ids)
  return foldDesign(whole, placesOf(whole))
}

describe('a design with collapsed boundaries', () => {
  it('is the design itself while none is collapsed', () => {
    const places = placesOf(design)
    expect(foldDesign(design, places).design).toBe(design)
    expect(foldDesign(design, places).places).toBe(places)
  })

  it('draws arrows to the boundary, several between the same two ends as one, and none inside', () => {
    const { design: drawn, bundles, shownAs, inside } = folded('retrieval')
    expect(drawn.components?.map(({ id }) => id)).toEqual(['user', 'app', 'model'])
    expect(drawn.flows).toEqual([
      { id: 'f1', from: 'user', to: 'app', name: 'asks' },
      { id: 'f6', from: 'app', to: 'model' },
      { id: 'f2', from: 'app', to: 'retrieval', name: '2 arrows' },
      { id: 'f5', from: 'retrieval', to: 'app' },
    ])
    expect(bundles.get('f2')).toEqual(['f2', 'f3'])
    expect(shownAs.get('f3')).toBe('f2')
    expect(shownAs.get('f4')).toBe('retrieval')
    expect(inside.get('retrieval')).toBe(2)
  })

  it('shows the outermost one where one collapsed boundary stands in another', () => {
    const { design: drawn, shownAs, inside, places } = folded('platform', 'retrieval')
    expect(drawn.boundaries?.map(({ id }) => id)).toEqual(['platform'])
    expect(shownAs.get('index')).toBe('platform')
    expect(shownAs.get('retrieval')).toBe('platform')
    expect(inside.get('platform')).toBe(3)
    expect(Object.keys(places).toSorted()).toEqual(['model', 'platform', 'user'])
  })

  it('is a card in size, at the corner where it stood', () => {
    const whole = collapse('retrieval')
    const { x, y } = placesOf(whole)['retrieval'] ?? { x: 0, y: 0 }
    expect(foldDesign(whole, placesOf(whole)).places['retrieval']).toMatchObject({ x, y, w: 200, h: 72 })
  })

  it('is expanded to the same design that was collapsed, and stands where it stood', () => {
    assert(
      property(subarray(['platform', 'retrieval'], { minLength: 1 }), (ids) => {
        const places = placesOf(design)
        const placed = setPlaces(
          design,
          Object.fromEntries(Object.entries(places).map(([id, { x, y }]) => [id, { x, y }])),
        )
        const corners = Object.fromEntries(ids.map((id) => [id, places[id] ?? { x: 0, y: 0 }]))
        const collapsed = setCollapsed(placed, corners, true)
        expect(foldDesign(collapsed, placesOf(collapsed)).inside.size).toBe(ids.includes('platform') ? 1 : ids.length)
        expect(setCollapsed(collapsed, corners, false)).toEqual(placed)
        for (const [id, { x, y, w, h }] of Object.entries(placesOf(placed))) {
          expect(placesOf(collapsed)[id]).toMatchObject({ x, y, w, h })
        }
      }),
    )
  })

  it('survives boundaries that stand in each other in a circle', () => {
    const circle: Design = {
      ...design,
      boundaries: [
        { id: 'a', name: 'A', in: 'b' },
        { id: 'b', name: 'B', in: 'a' },
      ],
      components: [{ id: 'app', name: 'App', kind: 'orchestrator', in: 'a' }],
      flows: [],
      views: [{ id: 'main', name: 'Everything', places: { a: { x: 0, y: 0, collapsed: true } } }],
    }
    expect(foldDesign(circle, placesOf(circle)).shownAs.get('app')).toBe('a')
  })

  it('loses no element: each is drawn, or something that is drawn shows it', () => {
    const all = [...(design.components ?? []), ...(design.boundaries ?? []), ...(design.flows ?? [])].map(
      ({ id }) => id,
    )
    assert(
      property(subarray(['platform', 'retrieval']), constantFrom(...all), (ids, id) => {
        const { design: drawn, shownAs } = folded(...ids)
        const there = new Set(
          [...(drawn.components ?? []), ...(drawn.boundaries ?? []), ...(drawn.flows ?? [])].map((one) => one.id),
        )
        return there.has(shownAs.get(id) ?? id)
      }),
    )
  })
})
