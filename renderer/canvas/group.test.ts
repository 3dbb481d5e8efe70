import { describe, expect, it } from 'vitest'
import type { Design, Place } from '../../shared/design/design.ts'
import { encloses, overlaps } from '../../shared/layout/box.ts'
import type { Places } from '../../shared/layout/places.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { drawBoundaryAround, frameBoundary } from './group.ts'

const card = (id: string, home?: string) => ({
  id,
  name: id,
  kind: 'orchestrator',
  ...(home === undefined ? {} : { in: home }),
})

function designOf(places: Readonly<Record<string, Place>>, change: Partial<Design> = {}): Design {
  return {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    components: [card('a'), card('b'), card('between')],
    views: [{ id: 'main', name: 'Everything', places }],
    ...change,
  }
}
const group = { id: 'group', name: 'Group' }
const grouped = (design: Design, ...chosen: readonly string[]): Places =>
  placesOf(drawBoundaryAround(design, placesOf(design), chosen, group))

function box(places: Places, id: string) {
  const place = places[id]
  if (place === undefined) throw new Error(`${id} has no place`)
  return place
}

describe('a boundary drawn around a selection', () => {
  it('holds what was chosen where it stood, and pushes what stands between out', () => {
    const design = designOf({ a: { x: 0, y: 0 }, b: { x: 600, y: 0 }, between: { x: 300, y: 40 } })
    const after = grouped(design, 'a', 'b')
    expect(box(after, 'a')).toMatchObject({ x: 0, y: 0 })
    expect(box(after, 'b')).toMatchObject({ x: 600, y: 0 })
    expect(encloses(box(after, 'group'), box(after, 'b'))).toBe(true)
    expect(overlaps(box(after, 'group'), box(after, 'between'))).toBe(false)
  })

  it('moves a boundary in the way with all that is in it', () => {
    const design = designOf(
      { a: { x: 0, y: 0 }, b: { x: 0, y: 400 }, vendor: { x: -40, y: 180, w: 300, h: 160 }, between: { x: 0, y: 220 } },
      { boundaries: [{ id: 'vendor', name: 'Vendor' }], components: [card('a'), card('b'), card('between', 'vendor')] },
    )
    const after = grouped(design, 'a', 'b')
    const [vendor, between] = [box(after, 'vendor'), box(after, 'between')]
    expect(overlaps(box(after, 'group'), vendor)).toBe(false)
    expect([between.x - vendor.x, between.y - vendor.y]).toEqual([40, 40])
  })

  it('grows the boundary around it, which then stands on nobody either', () => {
    const components = [card('a', 'home'), card('b', 'home'), card('between')]
    const design = designOf(
      { home: { x: -12, y: -32, w: 460, h: 120 }, a: { x: 0, y: 0 }, b: { x: 230, y: 0 }, between: { x: 460, y: 0 } },
      { boundaries: [{ id: 'home', name: 'Home' }], components },
    )
    const after = grouped(design, 'a', 'b')
    expect(encloses(box(after, 'home'), box(after, 'group'))).toBe(true)
    expect(overlaps(box(after, 'home'), box(after, 'between'))).toBe(false)
  })

  it('leaves what is locked where it is', () => {
    const design = designOf({ a: { x: 0, y: 0 }, b: { x: 600, y: 0 }, between: { x: 300, y: 40, locked: true } })
    expect(box(grouped(design, 'a', 'b'), 'between')).toMatchObject({ x: 300, y: 40 })
  })
})

describe('another frame around a boundary', () => {
  const design = designOf(
    { zone: { x: 0, y: 0, w: 300, h: 200 }, a: { x: 40, y: 60 }, b: { x: 340, y: 60 }, between: { x: 700, y: 60 } },
    { boundaries: [group, { id: 'zone', name: 'Zone' }], components: [card('a', 'zone'), card('b'), card('between')] },
  )
  const homes = (frame: { x: number; y: number; w: number; h: number }) =>
    frameBoundary(design, placesOf(design), 'zone', frame).components?.map((component) => component.in)

  it('takes in what is now wholly inside, and nothing that it only touches', () => {
    expect(homes({ x: 0, y: 0, w: 600, h: 200 })).toEqual(['zone', 'zone', undefined])
    expect(homes({ x: 0, y: 0, w: 500, h: 200 })).toEqual(['zone', undefined, undefined])
  })

  it('leaves outside what covered it all the time without belonging to it', () => {
    const covered = designOf(
      { zone: { x: 0, y: 0, w: 600, h: 200 }, a: { x: 40, y: 60 }, b: { x: 340, y: 60 } },
      { boundaries: [{ id: 'zone', name: 'Zone' }], components: [card('a', 'zone'), card('b')] },
    )
    const wider = frameBoundary(covered, placesOf(covered), 'zone', { x: 0, y: 0, w: 700, h: 200 })
    expect(wider.components?.[1]?.in).toBeUndefined()
  })
})
