import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from './box.ts'
import { routeEdges } from './routes.ts'
import { changedFlows, rerouteEdges } from './reroute.ts'
import { dropPiece, pointAlong, pullPiece, routeThrough, shareNearest } from './waypoints.ts'

const a = { x: 0, y: 0, w: 200, h: 72 }
const b = { x: 600, y: 0, w: 200, h: 72 }

describe('an arrow that was bent by hand', () => {
  it('runs through what was stated, and meets the cards straight', () => {
    expect(
      routeThrough(a, b, [
        [300, 200],
        [500, 200],
      ]),
    ).toEqual([
      [200, 36],
      [300, 36],
      [300, 200],
      [500, 200],
      [500, 36],
      [600, 36],
    ])
    expect(
      routeThrough(a, b, [
        [100, 200],
        [700, 200],
      ]),
    ).toEqual([
      [100, 72],
      [100, 200],
      [700, 200],
      [700, 72],
    ])
  })

  it('is undefined without points', () => {
    expect(routeThrough(a, b, [])).toBeUndefined()
  })

  it('is level or upright all along, begins and ends at the borders, and has no needless point', () => {
    const points = array(tuple(integer({ min: -500, max: 1500 }), integer({ min: -500, max: 900 })), {
      minLength: 1,
      maxLength: 5,
    })
    assert(
      property(points, (through) => {
        const route = routeThrough(a, b, through) ?? []
        for (let index = 1; index < route.length; index += 1) {
          const [p, q, r] = [route[index - 1], route[index], route[index + 1]]
          expect(p?.[0] === q?.[0] || p?.[1] === q?.[1]).toBe(true)
          if (r !== undefined) expect(p?.[0] === q?.[0] && q?.[0] === r[0]).toBe(false)
        }
        expect(onBorder(route[0], a)).toBe(true)
        expect(onBorder(route.at(-1), b)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('gets two bends where its only piece is pulled aside, and loses them again', () => {
    const straight: readonly Point[] = [
      [200, 36],
      [600, 36],
    ]
    const through = pullPiece(straight, 0, [0, 100])
    expect(through).toEqual([
      [224, 136],
      [576, 136],
    ])
    const route = routeThrough(a, b, through) ?? []
    expect(route).toHaveLength(6)
    expect(dropPiece(route, 2)).toEqual([
      [224, 36],
      [576, 36],
    ])
    expect(routeThrough(a, b, dropPiece(route, 2))).toEqual(straight)
  })

  it('moves a piece across its own direction only', () => {
    const route: readonly Point[] = [
      [200, 36],
      [400, 36],
      [400, 236],
      [600, 236],
    ]
    expect(pullPiece(route, 1, [50, 99])).toEqual([
      [450, 36],
      [450, 236],
    ])
  })

  it('keeps its points among all others, and after a card has moved', () => {
    const cards = { a, b, c: { x: 300, y: 150, w: 200, h: 72 } }
    const flows = [
      {
        id: 'ab',
        from: 'a',
        to: 'b',
        through: [
          [300, 120],
          [500, 120],
        ] as const,
      },
    ]
    const routes = routeEdges(cards, flows)
    expect(routes['ab']).toContainEqual([300, 120])
    const before = { cards, flows, routes }
    const moved = { ...cards, b: { ...b, y: 40 } }
    expect(rerouteEdges(moved, flows, before)['ab']).toContainEqual([500, 120])
    expect(changedFlows(cards, [{ id: 'ab', from: 'a', to: 'b' }], before)).toHaveLength(1)
  })
})

describe('a label along its arrow', () => {
  const route: readonly Point[] = [
    [0, 0],
    [100, 0],
    [100, 100],
  ]

  it('stands at its share of the length, and the share is found again', () => {
    expect(pointAlong(route, 0.25)).toEqual([50, 0])
    expect(pointAlong(route, 0.75)).toEqual([100, 50])
    for (const share of [0, 0.1, 0.5, 0.9, 1]) expect(shareNearest(route, pointAlong(route, share))).toBeCloseTo(share)
    expect(shareNearest(route, [50, 30])).toBeCloseTo(0.25)
  })
})

function onBorder(point: Point | undefined, { x, y, w, h }: typeof a): boolean {
  if (point === undefined) return false
  const [px, py] = point
  const within = px >= x && px <= x + w && py >= y && py <= y + h
  return within && (px === x || px === x + w || py === y || py === y + h)
}
