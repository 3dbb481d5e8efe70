import { array, assert, boolean, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from './box.ts'
import { hopsOf } from './hops.ts'
import { roundedLine } from './rounded-line.ts'

const level: readonly Point[] = [
  [0, 50],
  [200, 50],
]
const upright = (x: number, top = 0, bottom = 100): readonly Point[] => [
  [x, top],
  [x, bottom],
]

describe('where arrows hop', () => {
  test('the level line hops over the upright one, which runs on straight', () => {
    const hops = hopsOf({ level, upright: upright(100) })
    expect([...hops]).toEqual([['level', [{ piece: 0, left: 95, right: 105 }]]])
  })

  test('lines that meet, touch or run along each other do not cross', () => {
    expect(hopsOf({ level, meets: upright(100, 50, 150) }).size).toBe(0)
    expect(hopsOf({ level, atItsEnd: upright(200) }).size).toBe(0)
    expect(hopsOf({ level, nearItsBend: upright(8) }).size).toBe(0)
    expect(hopsOf({ level, same: level }).size).toBe(0)
  })

  test('an arrow does not hop over itself', () => {
    const loop: readonly Point[] = [...level, [200, 0], [100, 0], [100, 100]]
    expect(hopsOf({ loop }).size).toBe(0)
  })

  test('uprights that stand close share one hop, and hops follow the way of the arrow', () => {
    const routes = { level, one: upright(80), two: upright(86), three: upright(150) }
    expect(hopsOf(routes).get('level')).toEqual([
      { piece: 0, left: 75, right: 91 },
      { piece: 0, left: 145, right: 155 },
    ])
    expect(
      hopsOf({ ...routes, level: level.toReversed() })
        .get('level')
        ?.map(({ left }) => left),
    ).toEqual([145, 75])
  })

  test('the order in which arrows are known changes nothing', () => {
    const line = tuple(integer({ min: 0, max: 40 }), integer({ min: 0, max: 40 }), boolean())
    assert(
      property(array(line, { maxLength: 12 }), (lines) => {
        const routes = lines.map(([at, from, isLevel], index): [string, readonly Point[]] => {
          const ends = [from * 10, from * 10 + 120] as const
          return [`f${index}`, ends.map((end): Point => (isLevel ? [end, at * 10] : [at * 10, end]))]
        })
        const forward = hopsOf(Object.fromEntries(routes))
        const backward = hopsOf(Object.fromEntries(routes.toReversed()))
        expect(Object.fromEntries(backward)).toEqual(Object.fromEntries(forward))
      }),
    )
  })
})

describe('a rounded line', () => {
  test('arches upwards where it hops, in both directions', () => {
    const hops = [{ piece: 0, left: 95, right: 105 }]
    expect(roundedLine(level, hops)).toBe('M0 50L95 50A5 5 0 0 1 105 50L200 50')
    expect(roundedLine(level.toReversed(), hops)).toBe('M200 50L105 50A5 5 0 0 0 95 50L0 50')
  })

  test('rounds its corners, the shorter the piece the less', () => {
    const corner: readonly Point[] = [
      [0, 0],
      [100, 0],
      [100, 10],
    ]
    expect(roundedLine(corner)).toBe('M0 0L95 0Q100 0 100 5L100 10')
  })

  test('has nothing to say without points', () => {
    expect(roundedLine([])).toBe('')
  })
})
