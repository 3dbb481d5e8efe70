import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from './box.ts'
import type { Point } from './box.ts'
import { routeEdges } from './routes.ts'
import { fitText, textWidth, wrapText } from './text-width.ts'

const card = (x: number, y: number): Box => ({ x, y, w: 200, h: 72 })
const onBorder = ([x, y]: Point, box: Box): boolean =>
  ((x === box.x || x === box.x + box.w) && y >= box.y && y <= box.y + box.h) ||
  ((y === box.y || y === box.y + box.h) && x >= box.x && x <= box.x + box.w)

/** Whether a horizontal or vertical piece runs through the inside of a box. */
const cuts = (a: Point, b: Point, box: Box): boolean =>
  Math.max(a[0], b[0]) > box.x + 1 &&
  Math.min(a[0], b[0]) < box.x + box.w - 1 &&
  Math.max(a[1], b[1]) > box.y + 1 &&
  Math.min(a[1], b[1]) < box.y + box.h - 1

describe('routeEdges', () => {
  it('joins aligned cards by one straight line between their middles', () => {
    const routes = routeEdges({ a: card(0, 0), b: card(400, 0) }, [{ id: 'f', from: 'a', to: 'b' }])
    expect(routes['f']).toEqual([
      [200, 36],
      [400, 36],
    ])
  })

  it('goes around a card that stands between', () => {
    const cards = { a: card(0, 0), wall: card(300, 0), b: card(600, 0) }
    const route = routeEdges(cards, [{ id: 'f', from: 'a', to: 'b' }])['f']!
    for (const [index, point] of route.entries()) {
      const next = route[index + 1]
      if (next !== undefined) expect(cuts(point, next, cards.wall)).toBe(false)
    }
  })

  it('spreads parallel and opposite arrows between the same cards', () => {
    const routes = routeEdges({ a: card(0, 0), b: card(400, 0) }, [
      { id: 'f', from: 'a', to: 'b' },
      { id: 'g', from: 'a', to: 'b' },
      { id: 'h', from: 'b', to: 'a' },
    ])
    expect(new Set(Object.values(routes).map((route) => route[0]![1])).size).toBe(3)
  })

  it('draws nothing for an arrow to itself or without an end', () => {
    expect(
      routeEdges({ a: card(0, 0) }, [
        { id: 'f', from: 'a', to: 'a' },
        { id: 'g', from: 'a', to: 'gone' },
      ]),
    ).toEqual({})
  })

  it('runs from border to border through no card, the same whatever the order', () => {
    const scenes = fc.record({
      cells: fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), {
        minLength: 2,
        maxLength: 12,
        selector: (cell) => cell.join(),
      }),
      arrows: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 16 }),
    })
    fc.assert(
      fc.property(scenes, ({ cells, arrows }) => {
        const cards = Object.fromEntries(
          cells.map(([column, row], index) => [`c${index}`, card(column * 296, row * 108)]),
        )
        const flows = arrows
          .filter(([from, to]) => from < cells.length && to < cells.length && from !== to)
          .map(([from, to], index) => ({ id: `f${index}`, from: `c${from}`, to: `c${to}` }))
        const routes = routeEdges(cards, flows)
        expect(routeEdges(cards, flows.toReversed())).toEqual(routes)
        for (const flow of flows) {
          const route = routes[flow.id]!
          expect(onBorder(route[0]!, cards[flow.from]!)).toBe(true)
          expect(onBorder(route.at(-1)!, cards[flow.to]!)).toBe(true)
          for (const [index, point] of route.entries()) {
            const next = route[index + 1]
            if (next === undefined) continue
            expect(point[0] === next[0] || point[1] === next[1]).toBe(true)
            for (const box of Object.values(cards)) expect(cuts(point, next, box)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('text widths', () => {
  it('fits text with an ellipsis and never wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 30, max: 400 }), (text, width) => {
        expect(textWidth(fitText(text, width, 14), 14)).toBeLessThanOrEqual(width)
        for (const line of wrapText(text, width, 14)) expect(textWidth(line, 14)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('says that something is left over', () => {
    const lines = wrapText('one two three four five six seven eight', 60, 14, { mostLines: 2 })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })
})
