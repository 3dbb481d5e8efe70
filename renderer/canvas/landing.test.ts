import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { landingAt } from './landing.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Landing',
  boundaries: [{ id: 'zone', name: 'Zone' }],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'model', name: 'Model', kind: 'llm-api', in: 'zone' },
  ],
}
const card = { w: 200, h: 72 }
const places = {
  zone: { x: 300, y: 0, w: 400, h: 300 },
  user: { x: 0, y: 100, ...card },
  model: { x: 400, y: 100, ...card },
}
const drawn = foldDesign(design, places)
const land = (x: number, y: number) => landingAt(drawn, 'user', 'to', { x, y })

describe('where an arrow in the hand lands', () => {
  it('ends anywhere on a card, and a little beside it', () => {
    expect(land(500, 130)).toEqual({ on: 'model' })
    expect(land(392, 130)).toEqual({ on: 'model' })
    expect(land(384, 130)).toEqual({})
  })

  it('says why it does not end at its own card, nor at the title of a boundary', () => {
    expect(land(100, 130)).toEqual({ on: 'user', refused: expect.stringMatching(/onto itself/) })
    expect(land(190, 130).begun).toBe(true)
    expect(land(350, 10)).toMatchObject({ on: 'zone', refused: expect.stringMatching(/Zone is a boundary/) })
    expect(landingAt(drawn, 'model', 'to', { x: 350, y: 10 }).refused).toMatch(/stands in Zone/)
  })

  it('leaves the ground of a boundary free for something new', () => {
    expect(land(350, 250)).toEqual({})
  })

  it('refuses a collapsed boundary all over', () => {
    const folded = foldDesign(design, { ...places, zone: { ...places.zone, collapsed: true } })
    expect(landingAt(folded, 'user', 'to', { x: 400, y: 60 }).refused).toMatch(/Zone is a boundary/)
  })
})
