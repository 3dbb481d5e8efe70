import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflateRuns } from './deflate-runs.ts'
import { encodePng } from './encode-png.ts'
import { plainLetters } from './plain-letters.ts'

describe('deflateRuns', () => {
  it('comes back as it was, whatever the runs', () => {
    const runs = fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 700 })), { maxLength: 40 })
    fc.assert(
      fc.property(runs, (each) => {
        const data = Uint8Array.from(each.flatMap(([byte, length]) => Array.from({ length }, () => byte)))
        expect(Buffer.compare(inflateSync(deflateRuns(data)), data)).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('makes an empty plane a small part of its size', () => {
    expect(deflateRuns(new Uint8Array(1_000_000)).length).toBeLessThan(10_000)
  })
})

describe('encodePng', () => {
  it('keeps every point, row by row', () => {
    const points = Uint8Array.from({ length: 7 * 5 }, (_, index) => (index * index) % 3)
    const file = encodePng({ width: 7, height: 5, points, palette: ['#ffffff', '#102030', '#a0b0c0'] })
    const text = Buffer.from(file)
    const at = text.indexOf('IDAT')
    const rows = inflateSync(text.subarray(at + 4, at + 4 + text.readUInt32BE(at - 4)))
    const seen = new Uint8Array(points.length)
    for (let row = 0; row < 5; row += 1) {
      expect(rows[row * 8]).toBe(2)
      for (let column = 0; column < 7; column += 1) {
        const above = row === 0 ? 0 : (seen[(row - 1) * 7 + column] ?? 0)
        seen[row * 7 + column] = ((rows[row * 8 + 1 + column] ?? 0) + above) & 255
      }
    }
    expect(seen).toEqual(points)
  })
})

describe('plainLetters', () => {
  it('writes what the dot matrix has, and no question mark for what it has not', () => {
    expect(plainLetters('Zürich → “Straße”')).toBe('Zurich -> "Strasse"')
    expect(plainLetters('Store 数据库')).toBe('Store')
    expect(plainLetters('مخزن البيانات')).toBe('')
    expect(plainLetters('Why?')).toBe('Why?')
  })
})
