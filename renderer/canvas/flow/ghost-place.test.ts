import { describe, expect, it } from 'vitest'
import { type Box, overlaps } from '../../../shared/layout/box.ts'
import { ghostPlace, ghostSize } from './ghost-place.ts'

const card = (x: number, y: number): Box => ({ x, y, w: 192, h: 72 })

describe('the place of a proposed control', () => {
  it('is above the middle of its arrow where nothing is in the way', () => {
    expect(ghostPlace({ x: 500, y: 300 }, [])).toEqual({ x: 348, y: 200, ...ghostSize })
  })

  it('covers neither the cards of the way that is shown nor the names above them', () => {
    const lit = [card(300, 200), card(560, 180), card(560, 300)]
    const place = ghostPlace(
      { x: 520, y: 260 },
      lit.map((box) => ({ box, isLit: true })),
    )
    for (const box of lit) expect(overlaps(place, { ...box, y: box.y - 24, h: box.h + 24 })).toBe(false)
  })

  it('would rather cover a card that is not concerned than one that is', () => {
    const [dimmed, lit] = [card(400, 60), card(400, 220)]
    const place = ghostPlace({ x: 496, y: 212 }, [
      { box: dimmed, isLit: false },
      { box: lit, isLit: true },
    ])
    expect(overlaps(place, lit)).toBe(false)
  })

  it('is the wanted one where every place covers something', () => {
    const everywhere = { x: -5000, y: -5000, w: 10_000, h: 10_000 }
    expect(ghostPlace({ x: 0, y: 0 }, [{ box: everywhere, isLit: true }])).toEqual({ x: -152, y: -100, ...ghostSize })
  })
})
