import { describe, expect, it } from 'vitest'
import type { Place } from '../design/design.ts'
import { encloses, overlaps } from '../layout/box.ts'
import { cardHeight, cardWidth } from '../layout/card.ts'
import { startAssembly } from './assembly.ts'
import { fitDrawing } from './fit-drawing.ts'

/** Boxes and frames by id with where they stand: `in` is after the slash. */
function fitted(
  drawn: Readonly<Record<string, Place>>,
): Readonly<Record<string, Required<Pick<Place, 'x' | 'y' | 'w' | 'h'>>>> {
  const assembly = startAssembly()
  const places: Record<string, Place> = {}
  for (const [key, place] of Object.entries(drawn)) {
    const [id = key, outer] = key.split('/')
    const element = { id, name: id, ...(outer === undefined ? {} : { in: outer }) }
    if (place.w === undefined) assembly.components.push({ ...element, kind: 'orchestrator' })
    else assembly.boundaries.push(element)
    places[id] = place
  }
  fitDrawing({ id: 'v', name: 'Drawing', places, notes: [] }, assembly)
  return Object.fromEntries(
    Object.entries(places).map(([id, { x, y, w = cardWidth, h = cardHeight }]) => [id, { x, y, w, h }]),
  )
}

describe('a drawing of another tool', () => {
  it('stays as it is where cards have room', () => {
    const places = { f: { x: 0, y: 0, w: 300, h: 200 }, 'a/f': { x: 50, y: 60 }, b: { x: 400, y: 60 } }
    expect(fitted(places)).toMatchObject({ f: places.f, a: places['a/f'], b: places.b })
  })

  it('gets frames that hold what stands in them, and in frames of theirs', () => {
    const { f, g, a } = fitted({
      f: { x: 0, y: 0, w: 100, h: 100 },
      'g/f': { x: 10, y: 10, w: 80, h: 80 },
      'a/g': { x: 20, y: 20 },
    })
    expect([f, g, a].every((box) => box !== undefined)).toBe(true)
    if (f !== undefined && g !== undefined && a !== undefined) {
      expect(encloses(g, a)).toBe(true)
      expect(encloses(f, g)).toBe(true)
    }
  })

  it('is spread until no card lies on another, nor in a frame of others', () => {
    const boxes = fitted({
      f: { x: 0, y: 0, w: 120, h: 100 },
      'a/f': { x: 10, y: 40 },
      b: { x: 130, y: 40 },
      c: { x: 230, y: 40 },
    })
    const { f, b, c } = boxes
    if (f === undefined || b === undefined || c === undefined) throw new Error('missing')
    expect([overlaps(f, b), overlaps(b, c), overlaps(f, c)]).toEqual([false, false, false])
  })

  it('keeps what lies on one spot, and frames in a circle, without an end that never comes', () => {
    const boxes = fitted({
      'f/g': { x: 0, y: 0, w: 10, h: 10 },
      'g/f': { x: 0, y: 0, w: 10, h: 10 },
      'a/f': { x: 5, y: 5 },
      'b/g': { x: 5, y: 5 },
    })
    expect(boxes['a']).toMatchObject({ x: 5, y: 5 })
  })

  it('does not move again what it has moved', () => {
    const once = fitted({ f: { x: 3, y: 7, w: 90, h: 90 }, 'a/f': { x: 13, y: 17 }, b: { x: 103, y: 21 } })
    const again = fitted(
      Object.fromEntries(
        Object.entries(once).map(([id, { x, y, w, h }]) => [
          id === 'a' ? 'a/f' : id,
          id === 'f' ? { x, y, w, h } : { x, y },
        ]),
      ),
    )
    expect(again).toEqual(once)
  })
})
