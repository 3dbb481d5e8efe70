import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf, housePalette, paletteOf, toneLook } from './palette.ts'

describe('the palette of a client', () => {
  it('keeps an accent that can be read', () => {
    expect(paletteOf({ accent: '#00695c' })).toMatchObject({ accent: '#00695c', accentDark: '#00695c' })
  })

  it('darkens what is too light to be seen or read, whatever the colour', () => {
    expect(contrastOf('#ffb81c', '#ffffff')).toBeLessThan(2)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const { accent, accentDark, accentSoft } = paletteOf({ accent: `#${number.toString(16).padStart(6, '0')}` })
        expect(contrastOf(accent, '#ffffff')).toBeGreaterThanOrEqual(3)
        expect(contrastOf(accentDark, '#ffffff')).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(accentDark, accentSoft)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it("is the house's own without an accent, or with one that is no colour", () => {
    expect(paletteOf(undefined)).toBe(housePalette)
    expect(paletteOf({ accent: 'red; } body { display: none' })).toBe(housePalette)
  })

  it('colours notes of the accent alone', () => {
    const palette = paletteOf({ accent: '#c8102e' })
    expect(toneLook('accent', palette)).toEqual({ strong: palette.accentDark, soft: palette.accentSoft })
    expect(toneLook('critical', palette)).toEqual(toneLook('critical', housePalette))
  })
})
