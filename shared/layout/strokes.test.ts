import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from './box.ts'
import { passesNear, slimStroke, strokeLine } from './strokes.ts'

describe('a stroke', () => {
  test('keeps its corners and drops what lies on the way', () => {
    const drawn: readonly Point[] = [
      [0, 0],
      [10, 0.1],
      [20, 0],
      [20, 15],
      [20, 30],
    ]
    expect(slimStroke(drawn)).toEqual([
      [0, 0],
      [20, 0],
      [20, 30],
    ])
  })

  test('passes near all that was drawn, however much of it is dropped', () => {
    const point = tuple(integer({ min: 0, max: 300 }), integer({ min: 0, max: 300 }))
    assert(
      property(array(point, { minLength: 1, maxLength: 60 }), (drawn) => {
        const kept = slimStroke(drawn)
        expect(drawn.every((at) => passesNear(kept, at, 1))).toBe(true)
      }),
    )
  })

  test('is met by an eraser that touches it, and not by one beside it', () => {
    const stroke: readonly Point[] = [
      [0, 0],
      [100, 0],
    ]
    expect(passesNear(stroke, [50, 6], 8)).toBe(true)
    expect(passesNear(stroke, [50, 12], 8)).toBe(false)
    expect(passesNear([[5, 5]], [9, 5], 8)).toBe(true)
  })

  test('is drawn smooth, and one point is a dot', () => {
    expect(strokeLine([[3, 4]])).toBe('M3 4h0.01')
    expect(
      strokeLine([
        [0, 0],
        [10, 0],
        [10, 20],
      ]),
    ).toBe('M0 0Q10 0 10 10L10 20')
    expect(strokeLine([])).toBe('')
  })
})
