import { assert, constantFrom, integer, property, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Places } from './places.ts'
import { rankStack, restack } from './stacking.ts'

const card = (x: number, z?: number) => ({ x, y: 0, w: 200, h: 72, ...(z === undefined ? {} : { z }) })
const order = ['a', 'b', 'c', 'd']

describe('the stack', () => {
  it('brings to the front and sends to the back, once', () => {
    const places: Places = { a: card(0), b: card(50), c: card(100, 4) }
    expect(restack(places, order, new Set(['a']), 'front')).toEqual({ a: 5 })
    expect(restack(places, order, new Set(['c']), 'back')).toEqual({ c: -1 })
    expect(restack({ ...places, a: card(0, 5) }, order, new Set(['a']), 'front')).toEqual({})
  })

  it('goes one step past what it touches, and not past what it does not', () => {
    const places: Places = { a: card(0), b: card(50), c: card(100, 2), d: card(900, 1) }
    expect(restack(places, order, new Set(['a']), 'forward')).toEqual({ a: 1 })
    expect(restack(places, order, new Set(['c']), 'backward')).toEqual({ c: -1 })
    expect(restack(places, order, new Set(['d']), 'forward')).toEqual({})
  })

  it('keeps the order of those that go to the front together, above all others', () => {
    const anyPlaces = record({
      a: integer({ min: -3, max: 3 }),
      b: integer({ min: -3, max: 3 }),
      c: integer({ min: -3, max: 3 }),
      d: integer({ min: -3, max: 3 }),
    })
    assert(
      property(
        anyPlaces,
        subarray(order, { minLength: 1, maxLength: 3 }),
        constantFrom('front', 'back'),
        (zs, ids, to) => {
          const places: Places = Object.fromEntries(Object.entries(zs).map(([id, z]) => [id, card(0, z)]))
          const after = { ...zs, ...restack(places, order, new Set(ids), to) } as Record<string, number>
          const moved = ids.map((id) => after[id] ?? 0)
          const rest = order.filter((id) => !ids.includes(id)).map((id) => after[id] ?? 0)
          if (to === 'front') expect(Math.min(...moved)).toBeGreaterThan(Math.max(...rest))
          else expect(Math.max(...moved)).toBeLessThan(Math.min(...rest))
        },
      ),
    )
  })

  it('is drawn with ranks that keep the order, however far apart the numbers are', () => {
    const rank = rankStack({ a: card(0, -900), b: card(0), c: card(0, 7), d: card(0, 90_000) })
    expect(order.map(rank)).toEqual([-1, 0, 1, 2])
  })
})
