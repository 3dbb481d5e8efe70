import { describe, expect, it } from 'vitest'
import { chooseConnectors } from './choose-connectors.ts'
import type { Area } from './frame.ts'
import { distanceToBox, isSlanted, linesOf } from './line-geometry.ts'

const slide: Area = { x: 0.6, y: 1.6, w: 12.1, h: 5 }
const card = (x: number, y: number): Area => ({ x, y, w: 1.5, h: 0.5 })
const arrow = (from: string, to: string) => ({ id: `${from}-${to}`, from, to })

describe('arrows on a slide', () => {
  // The way from one to four is barred by two and three, which are not quite level.
  const cards = { one: card(1, 3), two: card(4, 3), three: card(7, 3.2), four: card(10, 3), five: card(7, 4.2) }
  const edges = [arrow('one', 'two'), arrow('two', 'three'), arrow('one', 'four'), arrow('two', 'four')]

  it('run level and upright around what stands in the way, or in a curve', () => {
    for (const { connectors } of chooseConnectors(edges, cards, [], slide).values()) {
      const straight = connectors.filter(({ shape }) => shape !== 'curvedConnector3')
      expect(straight.flatMap(({ points }) => linesOf(points)).filter(isSlanted)).toEqual([])
    }
  })

  it('go straight across where nothing stands between, whatever else wants the place', () => {
    const ways = chooseConnectors([...edges, arrow('five', 'one'), arrow('five', 'two')], cards, [], slide)
    expect(ways.get('one-two')?.connectors.map(({ shape }) => shape)).toEqual(['straightConnector1'])
  })

  it('bend clear of every card', () => {
    for (const way of chooseConnectors(edges, cards, [], slide).values()) {
      if (way.dot === undefined) continue
      const middle = [way.dot.x + way.dot.w / 2, way.dot.y + way.dot.h / 2] as const
      for (const box of Object.values(cards)) expect(distanceToBox(box, middle)).toBeGreaterThan(0.05)
    }
  })
})
