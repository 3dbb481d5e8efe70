import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Boundary, Component, Design, Flow, Place } from '../design/design.ts'
import { encloses, overlaps } from './box.ts'
import { cardHeight, cardWidth } from './card.ts'
import { placesOf } from './places.ts'

function designOf(parts: Partial<Design>): Design {
  return { format: 'lintel/design', version: 1, id: 'd', name: 'Test', ...parts }
}
const component = (id: string, within?: string): Component => ({
  id,
  name: id,
  kind: 'service',
  ...(within === undefined ? {} : { in: within }),
})
const flow = (from: string, to: string): Flow => ({ id: `${from}--${to}`, from, to })

/** Random designs: up to 14 components in up to 4 nested boundaries, some with places. */
const designs = fc
  .record({
    parents: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 14 }),
    nesting: fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 4 }),
    arrows: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 20 }),
    stated: fc.array(fc.nat(13), { maxLength: 5 }),
  })
  .map(({ parents, nesting, arrows, stated }) => {
    const boundaries: Boundary[] = nesting.map((parent, index) => ({
      id: `b${index}`,
      name: `b${index}`,
      ...(parent >= 0 && parent < index ? { in: `b${parent}` } : {}),
    }))
    const components = parents.map((parent, index) =>
      component(`c${index}`, parent >= 0 && parent < boundaries.length ? `b${parent}` : undefined),
    )
    const flows = arrows
      .filter(([from, to]) => from < components.length && to < components.length)
      .map(([from, to], index): Flow => ({ id: `f${index}`, from: `c${from}`, to: `c${to}` }))
    const places: Record<string, Place> = {}
    for (const index of stated) if (index < components.length) places[`c${index}`] = { x: index * 320, y: index * 130 }
    return designOf({ boundaries, components, flows, views: [{ id: 'v', name: 'v', places }] })
  })

describe('placesOf', () => {
  it('keeps stated places and sizes as they are', () => {
    const places = placesOf(
      designOf({
        components: [component('a'), component('b')],
        boundaries: [{ id: 'zone', name: 'Zone' }],
        views: [
          { id: 'v', name: 'v', places: { a: { x: 7, y: 9, locked: true }, zone: { x: 300, y: 0, w: 500, h: 400 } } },
        ],
      }),
    )
    expect(places['a']).toEqual({ x: 7, y: 9, w: cardWidth, h: cardHeight, locked: true })
    expect(places['zone']).toEqual({ x: 300, y: 0, w: 500, h: 400 })
  })

  it('shows a component in its own boundary where its place lies in another one', () => {
    const zones = { left: { x: 0, y: 0, w: 400, h: 400 }, right: { x: 600, y: 0, w: 400, h: 400 } }
    const boundaries: Boundary[] = [
      { id: 'left', name: 'Left' },
      { id: 'right', name: 'Right' },
    ]
    const drawn = (home: string) =>
      placesOf(
        designOf({
          components: [component('a', home)],
          boundaries,
          views: [{ id: 'v', name: 'v', places: { ...zones, a: { x: 80, y: 90 } } }],
        }),
      )
    expect(drawn('left')['a']).toMatchObject({ x: 80, y: 90 })
    expect(encloses(drawn('right')['right']!, drawn('right')['a']!)).toBe(true)
    expect(drawn('right')['left']).toEqual(zones.left)
  })

  it('reads from left to right along the arrows', () => {
    const places = placesOf(
      designOf({
        components: [component('a'), component('b'), component('c')],
        flows: [flow('c', 'b'), flow('b', 'a')],
      }),
    )
    expect(places['c']!.x).toBeLessThan(places['b']!.x)
    expect(places['b']!.x).toBeLessThan(places['a']!.x)
    expect(places['b']!.y).toBe(places['a']!.y)
  })

  it('puts a newcomer to the right of the component that calls it', () => {
    const places = placesOf(
      designOf({
        components: [component('a'), component('b')],
        flows: [flow('a', 'b')],
        views: [{ id: 'v', name: 'v', places: { a: { x: 1000, y: 2000 } } }],
      }),
    )
    expect(places['b']!.y).toBe(2000)
    expect(places['b']!.x).toBeGreaterThanOrEqual(1000 + cardWidth)
  })

  it('splits the column of a hub with many callees', () => {
    const callees = Array.from({ length: 20 }, (_, index) => `s${String(index).padStart(2, '0')}`)
    const places = placesOf(
      designOf({
        components: [component('hub'), ...callees.map((id) => component(id))],
        flows: callees.map((id) => flow('hub', id)),
      }),
    )
    expect(new Set(callees.map((id) => places[id]!.x)).size).toBeGreaterThan(2)
  })

  it('uses the places of the view that is asked for', () => {
    const design = designOf({
      components: [component('a')],
      views: [
        { id: 'one', name: 'One', places: { a: { x: 1, y: 1 } } },
        { id: 'two', name: 'Two', places: { a: { x: 2, y: 2 } } },
      ],
    })
    expect(placesOf(design)['a']).toMatchObject({ x: 1 })
    expect(placesOf(design, 'two')['a']).toMatchObject({ x: 2 })
  })

  it('survives boundaries that stand in each other', () => {
    const places = placesOf(
      designOf({
        boundaries: [
          { id: 'a', name: 'A', in: 'b' },
          { id: 'b', name: 'B', in: 'a' },
        ],
        components: [component('c', 'a')],
      }),
    )
    expect(Object.keys(places).toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('places everything with finite numbers, encloses what is inside, and no order of arrays matters', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const places = placesOf(design)
        for (const element of [...(design.components ?? []), ...(design.boundaries ?? [])]) {
          const place = places[element.id]
          expect(place).toBeDefined()
          expect([place!.x, place!.y, place!.w, place!.h].every(Number.isFinite)).toBe(true)
          if (element.in !== undefined) expect(encloses(places[element.in]!, place!)).toBe(true)
        }
        const reversed: Design = {
          ...design,
          components: design.components!.toReversed(),
          boundaries: design.boundaries!.toReversed(),
          flows: design.flows!.toReversed(),
        }
        expect(placesOf(reversed)).toEqual(places)
      }),
      { numRuns: 150 },
    )
  })

  it('never lays one component over another when none has a place', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const places = placesOf({ ...design, views: [] })
        const cards = (design.components ?? []).map(({ id }) => places[id]!)
        for (const [index, card] of cards.entries()) {
          for (const other of cards.slice(index + 1)) expect(overlaps(card, other, 20)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('finds a free place for every newcomer among components that have one', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const places = placesOf(design)
        const stated = design.views?.[0]?.places ?? {}
        const ids = (design.components ?? []).map(({ id }) => id)
        for (const id of ids.filter((each) => !(each in stated))) {
          for (const other of ids.filter((each) => each !== id))
            expect(overlaps(places[id]!, places[other]!)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('lays out two thousand components in a moment', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `c${index}`)
    const places = placesOf(
      designOf({
        components: ids.map((id) => component(id)),
        flows: ids.slice(1).map((id, index) => flow(`c${Math.floor(index / 3)}`, id)),
      }),
    )
    expect(Object.keys(places)).toHaveLength(2000)
  })
})
