import { assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinched, pinchOf } from './touching.ts'

const point = record({ x: integer({ min: 0, max: 1000 }), y: integer({ min: 0, max: 1000 }) })

describe('two fingers', () => {
  it('are none when there is one', () => {
    expect(pinchOf([{ x: 1, y: 1 }])).toBeUndefined()
    expect(pinchOf([])).toBeUndefined()
  })

  it('pan when they stay as far apart', () => {
    const before = { middle: { x: 100, y: 100 }, apart: 80 }
    const after = { middle: { x: 130, y: 90 }, apart: 80 }
    expect(pinched({ x: 10, y: 20, zoom: 0.5 }, before, after)).toEqual({ x: 40, y: 10, zoom: 0.5 })
  })

  it('keep between them what lay there, however far apart they go', () => {
    const on = (camera: { x: number; y: number; zoom: number }, at: { x: number; y: number }) => ({
      x: (at.x - camera.x) / camera.zoom,
      y: (at.y - camera.y) / camera.zoom,
    })
    assert(
      property(point, point, point, point, (a, b, c, d) => {
        const [before, after] = [pinchOf([a, b]), pinchOf([c, d])]
        if (before === undefined || after === undefined) throw new Error('two fingers are a pinch')
        const camera = { x: 40, y: -30, zoom: 0.8 }
        const next = pinched(camera, before, after)
        const [was, is] = [on(camera, before.middle), on(next, after.middle)]
        expect(is.x).toBeCloseTo(was.x, 6)
        expect(is.y).toBeCloseTo(was.y, 6)
        expect(next.zoom).toBeGreaterThanOrEqual(0.02)
        expect(next.zoom).toBeLessThanOrEqual(4)
      }),
    )
  })
})
