import { assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encloses } from './box.ts'
import { resizeBox, resizeCorners } from './resize.ts'

const box = { x: 100, y: 100, w: 400, h: 200 }
const least = { w: 140, h: 100 }
const open = { inside: undefined, least }

describe('resizing', () => {
  it('pulls a corner and leaves the opposite one where it is', () => {
    expect(resizeBox(box, 'bottom-right', { x: 600, y: 360 }, {}, open)).toEqual({ x: 100, y: 100, w: 500, h: 260 })
    expect(resizeBox(box, 'top-left', { x: 50, y: 80 }, {}, open)).toEqual({ x: 50, y: 80, w: 450, h: 220 })
  })

  it('keeps the ratio by the side that is pulled further', () => {
    expect(resizeBox(box, 'bottom-right', { x: 900, y: 310 }, { ratio: true }, open)).toMatchObject({ w: 800, h: 400 })
  })

  it('grows on both sides from the centre', () => {
    expect(resizeBox(box, 'bottom-right', { x: 550, y: 320 }, { fromCentre: true }, open)).toEqual({
      x: 50,
      y: 80,
      w: 500,
      h: 240,
    })
  })

  it('stops at what is inside', () => {
    const inside = { x: 140, y: 130, w: 220, h: 120 }
    expect(resizeBox(box, 'bottom-right', { x: 0, y: 0 }, {}, { inside, least })).toEqual({
      x: 100,
      y: 100,
      w: 260,
      h: 150,
    })
  })

  it('leaves a side alone that what is inside already hangs over', () => {
    const inside = { x: 120, y: 120, w: 500, h: 100 }
    expect(resizeBox(box, 'bottom-right', { x: 300, y: 250 }, {}, { inside, least }).w).toBe(400)
  })

  it('never crops what is inside, never falls below the least size, and keeps the ratio when asked', () => {
    const inner = record({
      x: integer({ min: 100, max: 300 }),
      y: integer({ min: 100, max: 200 }),
      w: integer({ min: 0, max: 200 }),
      h: integer({ min: 0, max: 100 }),
    })
    const point = record({ x: integer({ min: -900, max: 1500 }), y: integer({ min: -900, max: 1500 }) })
    const wishes = record({ ratio: boolean(), fromCentre: boolean() })
    assert(
      property(constantFrom(...resizeCorners), point, wishes, inner, (corner, to, wish, inside) => {
        const after = resizeBox(box, corner, to, wish, { inside, least })
        expect(encloses(after, inside)).toBe(true)
        expect(after.w).toBeGreaterThanOrEqual(least.w)
        expect(after.h).toBeGreaterThanOrEqual(least.h)
        if (wish.ratio) expect(after.w / after.h).toBeCloseTo(2)
        if (wish.fromCentre) expect(after.x + after.w / 2).toBeCloseTo(300)
      }),
    )
  })
})
