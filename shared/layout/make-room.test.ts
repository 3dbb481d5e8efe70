import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from './box.ts'
import { encloses, overlaps } from './box.ts'
import { frameAround, pushOut } from './make-room.ts'

const members: Box = { x: 0, y: 0, w: 200, h: 72 }

describe('the frame around members', () => {
  it('has the usual padding where nobody stands', () => {
    expect(frameAround(members, [])).toEqual({ x: -28, y: -40, w: 256, h: 140 })
    expect(frameAround(members, [{ x: 600, y: 0, w: 200, h: 72 }])).toEqual(frameAround(members, []))
  })

  it('is narrower towards a neighbour in the padding, and leaves its title its room', () => {
    const right = { x: 220, y: 0, w: 200, h: 72 }
    expect(frameAround(members, [right])).toEqual({ x: -28, y: -40, w: 244, h: 140 })
    const above = { x: 0, y: -108, w: 200, h: 72 }
    expect(frameAround(members, [above])).toEqual({ x: -28, y: -32, w: 256, h: 132 })
  })

  it('does not give way to what stands too close: that is pushed out', () => {
    const touching = { x: 205, y: 0, w: 200, h: 72 }
    const frame = frameAround(members, [touching])
    expect(frame).toEqual(frameAround(members, []))
    expect(pushOut(frame, new Map([['touching', touching]]))).toEqual(new Map([['touching', [252, 0]]]))
  })
})

describe('pushing out of a frame', () => {
  it('goes the shortest way that is free, and leaves what is held', () => {
    const frame = { x: 0, y: 0, w: 600, h: 200 }
    const card = { x: 590, y: 50, w: 200, h: 72 }
    expect(pushOut(frame, new Map([['a', card]])).get('a')).toEqual([624, 50])
    const wall = { x: 820, y: -2000, w: 50, h: 4000 }
    const beside = new Map([
      ['a', card],
      ['wall', wall],
    ])
    expect(pushOut(frame, beside).get('a')).toEqual([590, -96])
    expect(pushOut(frame, new Map([['a', card]]), new Set(['a'])).size).toBe(0)
  })

  it('leaves the frame empty, covers nothing and moves nobody else', () => {
    const box = record({
      x: integer({ min: -900, max: 900 }),
      y: integer({ min: -900, max: 900 }),
      w: integer({ min: 20, max: 700 }),
      h: integer({ min: 20, max: 500 }),
    })
    assert(
      property(array(box, { minLength: 1, maxLength: 4 }), array(box, { maxLength: 25 }), (chosen, outside) => {
        const [first = members, ...rest] = chosen
        const frame = frameAround(first, [...outside, ...rest])
        expect(encloses(frame, first)).toBe(true)
        const others = new Map(outside.map((each, index) => [index, each]))
        const corners = pushOut(frame, others)
        const after = new Map([...others].map(([id, each]) => [id, moved(each, corners.get(id))]))
        for (const [id, each] of after) {
          expect(overlaps(frame, each)).toBe(false)
          expect(corners.has(id)).toBe(overlaps(frame, others.get(id) ?? each))
          if (!corners.has(id)) continue
          for (const [other, place] of after) if (other !== id) expect(overlaps(each, place)).toBe(false)
        }
      }),
    )
  })
})

function moved(box: Box, corner: readonly [number, number] | undefined): Box {
  return corner === undefined ? box : { ...box, x: corner[0], y: corner[1] }
}
