import { assert, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encloses, overlaps } from '../../shared/layout/box.ts'
import { distanceAt, fitCamera, fitPadding, seenBox, toCanvas, toSurface } from './camera.ts'
import { shownWithin } from './shown.ts'
import { indexBoxes } from './spatial-index.ts'

const anyBox = record({
  x: integer({ min: -5000, max: 5000 }),
  y: integer({ min: -5000, max: 5000 }),
  w: integer({ min: 1, max: 4000 }),
  h: integer({ min: 1, max: 4000 }),
})

describe('near and far', () => {
  it('does not flicker: between the two thresholds everything stays as it is', () => {
    expect(distanceAt(0.39)).toBe('far')
    expect(distanceAt(0.41)).toBe('near')
    expect(distanceAt(0.42, 'far')).toBe('far')
    expect(distanceAt(0.42, 'near')).toBe('near')
    expect(distanceAt(0.44, 'far')).toBe('near')
    expect(distanceAt(0.39, 'near')).toBe('far')
  })
})

describe('the camera', () => {
  it('sees a fitted box whole, unless it would have to go further away than it can', () => {
    assert(
      property(anyBox, (box) => {
        const camera = fitCamera(box, { width: 900, height: 700 }, fitPadding, 1)
        expect(camera.zoom).toBeLessThanOrEqual(1)
        const seen = seenBox(camera, 0.001)
        expect(encloses(seen, box)).toBe(true)
      }),
    )
  })

  it('finds back to the point of the screen', () => {
    assert(
      property(integer({ min: -900, max: 900 }), double({ min: 0.05, max: 4, noNaN: true }), (at, zoom) => {
        const camera = { x: 120, y: -40, zoom, width: 800, height: 600 }
        const back = toSurface(camera, toCanvas(camera, { x: at, y: -at }))
        expect(back.x).toBeCloseTo(at, 6)
        expect(back.y).toBeCloseTo(-at, 6)
      }),
    )
  })
})

describe('the index of boxes', () => {
  it('finds what looking at every box finds, in the same order', () => {
    assert(
      property(anyBox, anyBox, anyBox, anyBox, (a, b, c, area) => {
        const boxes = [a, b, c].map((box, at) => [`b${at}`, box] as const)
        const expected = boxes.filter(([, box]) => overlaps(box, area)).map(([id]) => id)
        expect(indexBoxes(boxes).within(area)).toEqual(expected)
      }),
    )
  })
})

describe('what is drawn', () => {
  const place = (x: number, y: number) => ({ x, y, w: 200, h: 72 })
  const design = {
    boundaries: [],
    views: [],
    components: ['near', 'left', 'right', 'away'].map((id) => ({ id, name: id, kind: 'orchestrator' })),
    flows: [
      { id: 'through', from: 'left', to: 'right' },
      { id: 'elsewhere', from: 'away', to: 'right' },
    ],
  }
  const places = { near: place(0, 0), left: place(-3000, 200), right: place(3000, 200), away: place(3000, 4000) }
  const routes = {
    through: [
      [-2800, 236],
      [3000, 236],
    ] as const,
    elsewhere: [
      [3100, 4000],
      [3100, 272],
    ] as const,
  }
  const scene = {
    design,
    places,
    routes,
    resized: undefined,
    bent: new Map(),
    cardIndex: indexBoxes(Object.entries(places)),
    arrowIndex: () =>
      indexBoxes([
        ['through', { x: -2800, y: 236, w: 5800, h: 0 }],
        ['elsewhere', { x: 3100, y: 272, w: 0, h: 3728 }],
      ]),
  }
  const area = { x: -500, y: -300, w: 1500, h: 900 }

  it('is what touches the area, with the ends of arrows that pass through it', () => {
    const shown = shownWithin({ ...scene, moved: new Map() }, area)
    expect([...shown.cards]).toEqual(['near'])
    expect([...shown.arrows]).toEqual(['through'])
    expect([...shown.ends].toSorted()).toEqual(['left', 'right'])
  })

  it('follows what is in the hand', () => {
    const shown = shownWithin({ ...scene, moved: new Map([['away', { x: 100, y: 100 }]]) }, area)
    expect([...shown.cards]).toContain('away')
  })
})
