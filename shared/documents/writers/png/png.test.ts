import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../layout/text-width.ts'
import { coverShape } from './cover-shape.ts'
import { encodePng } from './encode-png.ts'
import { shapeOf } from './letters/letter-shapes.ts'
import { plainLetters } from './plain-letters.ts'

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

describe('coverShape', () => {
  it('covers as much as an outline holds, wherever it lies', () => {
    const corner = fc.tuple(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: -20, max: 20, noNaN: true }),
    )
    fc.assert(
      fc.property(corner, corner, corner, (a, b, c) => {
        const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
        const covered: readonly number[] = [...(coverShape([[a, b, c]])?.shares ?? [])]
        expect(covered.reduce((sum, share) => sum + share, 0)).toBeCloseTo(area, 1)
      }),
    )
  })

  it('leaves a hole where an inner outline runs the other way round', () => {
    const square = (from: number, to: number): readonly (readonly [number, number])[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ]
    const { shares, width } = coverShape([square(0, 9), square(3, 6).toReversed()])!
    expect(shares[width + 1]).toBe(1)
    expect(shares[4 * width + 4]).toBe(0)
  })
})

describe('letters', () => {
  it('have the widths that lines are fitted by, within what Inter is wider', () => {
    for (const bold of [false, true]) {
      const words = 'The quick brown fox jumps over 13 lazy dogs: Größe, Łódź, 5 % – “ok”'
      const wide = Array.from(words).reduce((sum, letter) => sum + (shapeOf(letter, bold)?.advance ?? 0), 0)
      expect(wide / textWidth(words, 1, bold)).toBeGreaterThan(0.95)
      expect(wide / textWidth(words, 1, bold)).toBeLessThan(1.1)
    }
  })

  it('stand on their line, and within their width', () => {
    for (const letter of 'AEHIMNTZehilmnz0123456789') {
      const { advance, outlines } = shapeOf(letter, true)!
      const points = outlines.flat()
      expect(Math.max(...points.map(([, y]) => y))).toBeLessThan(0.03)
      expect(Math.max(...points.map(([x]) => x))).toBeLessThan(advance)
    }
  })
})

describe('plainLetters', () => {
  it('keeps letters whose outlines are at hand, and writes no question mark for others', () => {
    expect(plainLetters('Zürich → “Straße”')).toBe('Zürich -> “Straße”')
    expect(plainLetters('Łódź, Αθήνα, София')).toBe('Łódź, Αθήνα, София')
    expect(plainLetters('Hà Nội')).toBe('Hà Noi')
    expect(plainLetters('Store 数据库')).toBe('Store')
    expect(plainLetters('مخزن البيانات')).toBe('')
    expect(plainLetters('Why?')).toBe('Why?')
  })
})
