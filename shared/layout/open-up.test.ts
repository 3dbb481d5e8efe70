import { assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps } from './box.ts'
import { movedBy, roomBetween, stretchedBy } from './open-up.ts'

const card = { w: 200, h: 72 }

describe('room between two boxes', () => {
  it('is there already where they stand far apart', () => {
    const room = roomBetween({ x: 0, y: 0, ...card }, { x: 600, y: 40, ...card }, card)
    expect(room).toEqual({ corner: { x: 300, y: 20 } })
  })

  it('opens between columns as far as is missing, whichever way the arrow leads', () => {
    const [left, right] = [
      { x: 0, y: 0, ...card },
      { x: 280, y: 0, ...card },
    ]
    const room = { corner: { x: 264, y: 0 }, opening: { axis: 'x', at: 280, by: 248 } }
    expect(roomBetween(left, right, card)).toEqual(room)
    expect(roomBetween(right, left, card)).toEqual(room)
  })

  it('opens between rows where they stand below one another', () => {
    const room = roomBetween({ x: 0, y: 0, ...card }, { x: 20, y: 120, ...card }, card)
    expect(room).toEqual({ corner: { x: 12, y: 120 }, opening: { axis: 'y', at: 120, by: 120 } })
  })

  it('is nowhere between two that overlap', () => {
    expect(roomBetween({ x: 0, y: 0, ...card }, { x: 20, y: 20, ...card }, card)).toBeUndefined()
  })

  it('takes what it was made for, wherever the two stand', () => {
    const spot = record({ x: integer({ min: -900, max: 900 }), y: integer({ min: -900, max: 900 }) })
    assert(
      property(spot, spot, (one, other) => {
        const [a, b] = [
          { ...one, ...card },
          { ...other, ...card },
        ]
        const room = roomBetween(a, b, card)
        if (room === undefined) return overlaps(a, b)
        const [x, y] = room.opening === undefined ? [a, b] : [movedBy(room.opening, a), movedBy(room.opening, b)]
        const between = { ...room.corner, ...card }
        return !overlaps(between, x, 20) && !overlaps(between, y, 20)
      }),
    )
  })
})

describe('a drawing that opens', () => {
  const opening = { axis: 'x', at: 300, by: 100 } as const

  it('moves what lies beyond the line', () => {
    expect(movedBy(opening, { x: 300, y: 5, ...card })).toEqual({ x: 400, y: 5, ...card })
    expect(movedBy(opening, { x: 299, y: 5, ...card })).toEqual({ x: 299, y: 5, ...card })
  })

  it('stretches the frames across the line', () => {
    expect(stretchedBy(opening, { x: 0, y: 0, w: 400, h: 200 })).toEqual({ x: 0, y: 0, w: 500, h: 200 })
    expect(stretchedBy(opening, { x: 0, y: 0, w: 300, h: 200 })).toEqual({ x: 0, y: 0, w: 300, h: 200 })
    expect(stretchedBy(opening, { x: 320, y: 0, w: 300, h: 200 })).toEqual({ x: 420, y: 0, w: 300, h: 200 })
  })
})
