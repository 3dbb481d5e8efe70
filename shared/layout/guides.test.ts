import { array, assert, integer, pre, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from './box.ts'
import { indexGuides } from './guides.ts'

const card = (x: number, y: number, w = 200, h = 72): Box => ({ x, y, w, h })
const anyBox = record({
  x: integer({ min: -500, max: 500 }),
  y: integer({ min: -500, max: 500 }),
  w: integer({ min: 10, max: 200 }).map((half) => half * 2),
  h: integer({ min: 10, max: 100 }).map((half) => half * 2),
})
const anyBoxes = array(anyBox, { minLength: 1, maxLength: 6 })

describe('a guide', () => {
  it('lines up left edges, and is drawn through all boxes that lie on it', () => {
    const { by, guides } = indexGuides([card(100, 0), card(100, 400)]).snap(card(104, 200), 6)
    expect(by).toEqual({ x: -4, y: 0 })
    expect(guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 472 })
  })

  it('lines up a middle with a middle, whatever the sizes', () => {
    expect(indexGuides([card(0, 0, 200)]).snap(card(47, 300, 100), 6).by.x).toBe(3)
  })

  it('is not there beyond reach', () => {
    expect(indexGuides([card(0, 0)]).snap(card(47, 300, 90, 30), 1)).toMatchObject({ by: { x: 0, y: 0 }, guides: [] })
  })

  it('makes the gap after two boxes as wide as the one between them', () => {
    const { by, gaps } = indexGuides([card(0, 0), card(260, 30)]).snap(card(523, 14), 6)
    expect(by.x).toBe(-3)
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [200, 260],
      [460, 520],
    ])
  })

  it('makes the gaps on both sides equal between two boxes', () => {
    const { by, gaps } = indexGuides([card(0, 0), card(600, 20)]).snap(card(298, 10), 6)
    expect(by.x).toBe(2)
    expect(gaps.map(({ from, to }) => to - from)).toEqual([100, 100])
  })

  it('is where the box and the others go, wherever the drawing lies', () => {
    const distance = record({ x: integer({ min: -9000, max: 9000 }), y: integer({ min: -9000, max: 9000 }) })
    assert(
      property(anyBoxes, anyBox, distance, (boxes, box, by) => {
        const moved = (one: Box): Box => ({ ...one, x: one.x + by.x, y: one.y + by.y })
        expect(indexGuides(boxes.map(moved)).snap(moved(box), 8).by).toEqual(indexGuides(boxes).snap(box, 8).by)
      }),
    )
  })

  it('is the same seen in a mirror, unless two are equally near on opposite sides', () => {
    const mirrored = (one: Box): Box => ({ ...one, x: -one.x - one.w })
    assert(
      property(anyBoxes, anyBox, (boxes, box) => {
        // Boxes in a row that overlap one another are taken in order, which a mirror turns round.
        pre(boxes.every((one) => boxes.every((two) => one === two || one.y + one.h <= two.y || two.y + two.h <= one.y)))
        const here = indexGuides(boxes).snap(box, 8).by.x
        const there = indexGuides(boxes.map(mirrored)).snap(mirrored(box), 8).by.x
        expect(Math.abs(here)).toBe(Math.abs(there))
      }),
    )
  })

  it('never moves a box by more than the reach, and holds on to where it snapped', () => {
    assert(
      property(anyBoxes, anyBox, integer({ min: 1, max: 12 }), (boxes, box, reach) => {
        const index = indexGuides(boxes)
        const { by, found } = index.snap(box, reach)
        expect(Math.abs(by.x)).toBeLessThanOrEqual(reach)
        const there = { ...box, x: box.x + by.x }
        if (found.x) expect(Math.abs(index.snap(there, reach).by.x)).toBeLessThan(0.01)
      }),
    )
  })
})

describe('an edge that is pulled', () => {
  const index = indexGuides([card(0, 0, 300, 200), card(500, 300, 300, 200)])

  it('stops at the edge of another box, not at its middle', () => {
    expect(index.edgeNear('x', 304, 6)).toBe(300)
    expect(index.edgeNear('x', 150, 6)).toBeUndefined()
    expect(index.edgeNear('y', 496, 6)).toBe(500)
    expect(index.edgeNear('x', 307, 6)).toBeUndefined()
    expect(indexGuides([]).edgeNear('x', 0, 6)).toBeUndefined()
  })

  it('shows the line through all boxes that end there, where it really ends there', () => {
    expect(index.throughEdge(card(100, 600, 200, 100), 'x', 300)).toEqual([{ axis: 'x', at: 300, from: 0, to: 700 }])
    expect(index.throughEdge(card(100, 600, 240, 100), 'x', 300)).toEqual([])
  })
})
