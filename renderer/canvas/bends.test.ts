import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { straighten } from './arrow-edits.ts'
import { bendsOf } from './bends.ts'
import { moveElements } from './from-flow.ts'

const card = { w: 200, h: 72 }
const places = {
  zone: { x: -40, y: -60, w: 800, h: 300 },
  a: { x: 0, y: 0, ...card },
  b: { x: 400, y: 0, ...card },
}
const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Bends',
  boundaries: [{ id: 'zone', name: 'Zone' }],
  components: [
    { id: 'a', name: 'A', kind: 'user', in: 'zone' },
    { id: 'b', name: 'B', kind: 'client', in: 'zone' },
  ],
  flows: [{ id: 'ab', from: 'a', to: 'b' }],
  views: [{ id: 'main', name: 'Everything', places, routes: { ab: { points: [[300, 200]], labelAt: 0.5 } } }],
}
const routeAfter = (moved: Record<string, { x: number; y: number }>) =>
  moveElements(design, places, new Map(Object.entries(moved)), []).views?.[0]?.routes?.['ab']

describe('bends of arrows', () => {
  it('come along when both ends move, and stay when one does', () => {
    expect(routeAfter({ a: { x: 40, y: 20 }, b: { x: 440, y: 20 } })).toEqual({ points: [[340, 220]], labelAt: 0.5 })
    expect(routeAfter({ a: { x: 40, y: 20 } })).toEqual({ points: [[300, 200]], labelAt: 0.5 })
    expect(routeAfter({ a: { x: 40, y: 20 }, b: { x: 400, y: 90 } })).toEqual({ points: [[300, 200]], labelAt: 0.5 })
  })

  it('rest while an end is within a collapsed boundary', () => {
    expect(bendsOf(foldDesign(design, places)).get('ab')).toEqual([[300, 200]])
    const one = {
      ...design,
      components: (design.components ?? []).map((each) => (each.id === 'a' ? { ...each, in: undefined } : each)),
    }
    const folded = foldDesign(one as Design, { ...places, zone: { ...places.zone, collapsed: true } })
    expect(folded.design.flows).toHaveLength(1)
    expect(bendsOf(folded).size).toBe(0)
  })

  it('go when the arrow is straightened; its label stays where it was put', () => {
    expect(straighten(design, () => true).views?.[0]?.routes).toEqual({ ab: { labelAt: 0.5 } })
    expect(straighten(design, () => false)).toBe(design)
  })
})
