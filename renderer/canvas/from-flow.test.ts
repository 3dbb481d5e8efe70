import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { setCollapsed } from '../../shared/design/edit/place.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { carriedBy, freezePlaces, homeAfterDrop, movedPlaces, moveElements } from './from-flow.ts'

/** A platform with a card in it, a vendor beside it, and a card outside both. */
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
    { id: 'app', name: 'App', kind: 'orchestrator', in: 'inner' },
    { id: 'user', name: 'User', kind: 'user' },
  ],
  flows: [{ id: 'f', from: 'user', to: 'app' }],
  views: [
    {
      id: 'main',
      name: 'Everything',
      places: {
        platform: { x: 0, y: 0, w: 600, h: 400 },
        inner: { x: 40, y: 60, w: 300, h: 200 },
        vendor: { x: 800, y: 0, w: 300, h: 300 },
        app: { x: 60, y: 110 },
        user: { x: -400, y: 100 },
      },
    },
  ],
}
const places = placesOf(design)
const homeOf = (after: Design, id: string) =>
  [...(after.components ?? []), ...(after.boundaries ?? [])].find((element) => element.id === id)?.in

describe('a drag', () => {
  it('changes the place and nothing else while the card stays in its boundary', () => {
    const after = moveElements(design, places, new Map([['app', { x: 80, y: 120 }]]), ['app'])
    expect(after.components).toBe(design.components)
    expect(after.boundaries).toBe(design.boundaries)
    expect(after.views?.[0]?.places?.['app']).toEqual({ x: 80, y: 120 })
  })

  it('puts a card into the innermost boundary under its middle, and takes it out again', () => {
    const inside = moveElements(design, places, new Map([['user', { x: 80, y: 150 }]]), ['user'])
    expect(homeOf(inside, 'user')).toBe('inner')
    const back = moveElements(inside, placesOf(inside), new Map([['user', { x: -400, y: 100 }]]), ['user'])
    expect(back.components?.find((component) => component.id === 'user')).toEqual(design.components?.[1])
  })

  it('finds a place of its own for what falls into a collapsed boundary', () => {
    const collapsed = setCollapsed(design, { vendor: { x: 800, y: 0 } }, true)
    const drawn = foldDesign(collapsed, placesOf(collapsed))
    const onIt = new Map([['user', { x: 820, y: 10 }]])
    const after = moveElements(collapsed, placesOf(collapsed), onIt, ['user'], drawn)
    expect(homeOf(after, 'user')).toBe('vendor')
    expect(after.views?.[0]?.places?.['user']).toBeUndefined()
    expect(after.views?.[0]?.places?.['vendor']).toEqual({ x: 800, y: 0, w: 300, h: 300, collapsed: true })
    const beside = new Map([['user', { x: 850, y: 200 }]])
    expect(homeOf(moveElements(collapsed, placesOf(collapsed), beside, ['user'], drawn), 'user')).toBeUndefined()
  })

  it('moves what stands in a dragged boundary without changing where it belongs', () => {
    const moved = new Map([
      ['inner', { x: 840, y: 60 }],
      ['app', { x: 860, y: 110 }],
    ])
    const after = moveElements(design, places, moved, ['inner'])
    expect(homeOf(after, 'inner')).toBe('vendor')
    expect(homeOf(after, 'app')).toBe('inner')
  })

  it('never puts a boundary into itself or into what stands in it', () => {
    assert(
      property(integer({ min: -500, max: 1200 }), integer({ min: -500, max: 600 }), (x, y) => {
        const delta = { x, y }
        const moved = new Map([
          ['platform', delta],
          ['inner', { x: 40 + x, y: 60 + y }],
          ['app', { x: 60 + x, y: 110 + y }],
        ])
        const after = moveElements(design, places, moved, ['platform'])
        expect(['vendor', undefined]).toContain(homeOf(after, 'platform'))
        expect(homeOf(after, 'inner')).toBe('platform')
      }),
    )
  })

  it('changes no membership when nothing is dropped: nudging, aligning, laying out', () => {
    assert(
      property(integer({ min: -900, max: 1500 }), integer({ min: -500, max: 600 }), (x, y) => {
        const after = moveElements(design, places, new Map([['app', { x, y }]]), [])
        expect(after.components).toBe(design.components)
        expect(after.boundaries).toBe(design.boundaries)
      }),
    )
  })

  it('lets a boundary of stated size grow around what was dropped at its edge, and those around it', () => {
    const after = moveElements(design, places, new Map([['user', { x: 220, y: 210 }]]), ['user'])
    const grown = after.views?.[0]?.places?.['inner']
    expect(homeOf(after, 'user')).toBe('inner')
    expect((grown?.x ?? 0) + (grown?.w ?? 0)).toBeGreaterThanOrEqual(420)
  })

  it('leaves everything else where it was seen, also what had no stated place', () => {
    const { views: _views, ...unplaced } = design
    const before = placesOf(unplaced)
    const after = placesOf(moveElements(unplaced, before, new Map([['user', { x: -700, y: 40 }]]), ['user']))
    expect(after['app']).toMatchObject({ x: before['app']?.x, y: before['app']?.y })
    expect(after['vendor']).toMatchObject({ x: before['vendor']?.x, y: before['vendor']?.y })
  })
})

describe('freezing places', () => {
  it('writes down only what nobody stated', () => {
    expect(freezePlaces(design, places)).toBe(design)
  })
})

describe('where a drop would land', () => {
  it('is said while the card is still in the hand', () => {
    const now = movedPlaces(places, new Map([['user', { x: 850, y: 100 }]]))
    expect(homeAfterDrop(design, now, 'user', carriedBy(design, ['user']))).toBe('vendor')
  })
})
