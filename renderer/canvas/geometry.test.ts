import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import type { Places } from '../../shared/layout/places.ts'
import { aligned, outermostOf, spaced } from './arrange-edits.ts'
import { arrowPath } from './arrow-path.ts'
import { freeSpot } from './free-spot.ts'
import { arrowAt, boundaryAt, componentAt } from './hit-test.ts'
import { interimRoutes, routingOf } from './interim-routes.ts'

const box = (x: number, y: number, w = 200, h = 72) => ({ x, y, w, h })
const places: Places = {
  outer: box(0, 0, 800, 600),
  inner: box(100, 100, 300, 200),
  card: box(120, 140),
  far: box(900, 0),
}
const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  boundaries: [
    { id: 'outer', name: 'Outer' },
    { id: 'inner', name: 'Inner', in: 'outer' },
  ],
  components: [
    { id: 'card', name: 'Card', kind: 'cache' },
    { id: 'far', name: 'Far', kind: 'cache' },
  ],
  flows: [{ id: 'f', from: 'card', to: 'far' }],
}

describe('what lies under a point', () => {
  it('is the innermost boundary, those in the hand left out', () => {
    expect(boundaryAt(design, places, { x: 200, y: 200 })).toBe('inner')
    expect(boundaryAt(design, places, { x: 200, y: 200 }, new Set(['inner']))).toBe('outer')
    expect(boundaryAt(design, places, { x: 5000, y: 0 })).toBeUndefined()
  })

  it('is a card, also a little beside it', () => {
    expect(componentAt(design, places, { x: 130, y: 150 })).toBe('card')
    expect(componentAt(design, places, { x: 112, y: 150 })).toBeUndefined()
    expect(componentAt(design, places, { x: 112, y: 150 }, 10)).toBe('card')
  })

  it('is the nearest arrow within reach', () => {
    const routes = {
      a: [
        [0, 0],
        [100, 0],
      ] as const,
      b: [
        [0, 10],
        [100, 10],
      ] as const,
    }
    expect(arrowAt(routes, { x: 50, y: 7 }, 14)).toBe('b')
    expect(arrowAt(routes, { x: 50, y: 7 }, 14, new Set(['b']))).toBe('a')
    expect(arrowAt(routes, { x: 50, y: 60 }, 14)).toBeUndefined()
  })
})

describe('an arrow', () => {
  it('has rounded corners and its label on the longest level piece', () => {
    const path = arrowPath([
      [0, 0],
      [100, 0],
      [100, 120],
    ])
    expect(path.line).toBe('M0 0L92 0Q100 0 100 8L100 120')
    expect(path.label).toEqual({ x: 50, y: 0 })
  })

  it('keeps its line until the worker has answered, unless an end moved', () => {
    const ends = (design.components ?? []).map(({ id }) => id)
    const before = routingOf(ends, design.flows, places)
    const route = [
      [320, 176],
      [900, 36],
    ] as const
    expect(interimRoutes(before, before, { f: route })['f']).toBe(route)
    const after = routingOf(ends, design.flows, { ...places, card: box(0, 500) })
    expect(after.key).not.toBe(before.key)
    expect(interimRoutes(after, before, { f: route })['f']).not.toBe(route)
  })
})

describe('a new card', () => {
  it('covers no other card', () => {
    expect(freeSpot(places, { x: 5000, y: 5000 })).toEqual({ x: 5000, y: 5000 })
    const spot = freeSpot(places, { x: 120, y: 140 })
    expect(spot).not.toEqual({ x: 120, y: 140 })
  })
})

describe('spacing evenly', () => {
  it('makes the gaps equal and leaves the outermost where they are', () => {
    const row = [
      { id: 'a', ...box(0, 0, 100) },
      { id: 'b', ...box(110, 0, 50) },
      { id: 'c', ...box(400, 0, 100) },
    ]
    expect(spaced(row, 'x').map(({ id, x }) => [id, x])).toEqual([
      ['a', 0],
      ['b', 225],
      ['c', 400],
    ])
  })
})

describe('aligning', () => {
  it('moves edges to the outermost one, whatever the sizes', () => {
    const standing = [
      { id: 'a', x: 0, y: 10, w: 200, h: 72 },
      { id: 'b', x: 50, y: 40, w: 300, h: 90 },
    ]
    expect(aligned(standing, 'x', 'end').map(({ x, w }) => x + w)).toEqual([350, 350])
    expect(aligned(standing, 'y', 'end').map(({ y, h }) => y + h)).toEqual([130, 130])
    expect(aligned(standing, 'x', 'start').map(({ x }) => x)).toEqual([0, 0])
  })

  it('leaves what stands in a selected boundary where it is in there', () => {
    const nested: Design = {
      format: 'lintel/design',
      version: 1,
      id: 'd',
      name: 'D',
      boundaries: [
        { id: 'zone', name: 'Zone' },
        { id: 'inner', name: 'Inner', in: 'zone' },
      ],
      components: [
        { id: 'deep', name: 'Deep', kind: 'cache', in: 'inner' },
        { id: 'alone', name: 'Alone', kind: 'cache' },
      ],
    }
    const all = ['deep', 'inner', 'alone', 'zone'].map((id) => ({ id }))
    expect(outermostOf(nested, all).map(({ id }) => id)).toEqual(['alone', 'zone'])
    expect(outermostOf(nested, [{ id: 'deep' }, { id: 'alone' }])).toHaveLength(2)
  })
})
