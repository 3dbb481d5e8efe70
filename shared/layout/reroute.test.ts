import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFlows, rerouteEdges } from './reroute.ts'
import { routeEdges } from './routes.ts'

const box = (x: number, y: number) => ({ x, y, w: 200, h: 72 })
const cards = { a: box(0, 0), b: box(600, 0), c: box(0, 800), d: box(600, 800), e: box(-2000, 400) }
const flows = [
  { id: 'ab', from: 'a', to: 'b' },
  { id: 'cd', from: 'c', to: 'd' },
  { id: 'ae', from: 'a', to: 'e' },
]
const before = { cards, flows, routes: routeEdges(cards, flows) }
const idsOf = (changed: readonly { readonly id: string }[]) => changed.map(({ id }) => id)

describe('routing again', () => {
  it('finds nothing to do where nothing changed, and keeps every line as it is', () => {
    expect(changedFlows(cards, flows, before)).toEqual([])
    const after = rerouteEdges(cards, flows, before)
    for (const { id } of flows) expect(after[id]).toBe(before.routes[id])
  })

  it('routes the arrows of a moved card, and no others', () => {
    const moved = { ...cards, b: box(640, 40) }
    expect(idsOf(changedFlows(moved, flows, before))).toEqual(['ab'])
    const after = rerouteEdges(moved, flows, before)
    expect(after['cd']).toBe(before.routes['cd'])
    expect(after['ab']).not.toEqual(before.routes['ab'])
  })

  it('routes an arrow that a card was put on, around it', () => {
    const moved = { ...cards, e: box(300, 800) }
    expect(idsOf(changedFlows(moved, flows, before))).toContain('cd')
    const route = rerouteEdges(moved, flows, before)['cd'] ?? []
    expect(route.length).toBeGreaterThan(2)
  })

  it('routes new and reconnected arrows, and forgets those that went', () => {
    const next = [flows[0], { id: 'cd', from: 'c', to: 'b' }, { id: 'new', from: 'd', to: 'b' }].flatMap(
      (flow) => flow ?? [],
    )
    expect(idsOf(changedFlows(cards, next, before))).toEqual(['cd', 'new'])
    expect(Object.keys(rerouteEdges(cards, next, before)).toSorted()).toEqual(['ab', 'cd', 'new'])
  })

  it('always runs level or upright, from border to border, wherever a card is put', () => {
    assert(
      property(integer({ min: -600, max: 1400 }), integer({ min: -300, max: 1300 }), (x, y) => {
        const after = rerouteEdges({ ...cards, b: box(x, y) }, flows, before)
        for (const route of Object.values(after)) {
          for (let index = 1; index < route.length; index += 1) {
            const [p, q] = [route[index - 1], route[index]]
            expect(p?.[0] === q?.[0] || p?.[1] === q?.[1]).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
