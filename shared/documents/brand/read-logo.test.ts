import { assert, boolean, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onePixel } from '../testing/brand-files.ts'
import { readLogo } from './read-logo.ts'

/** A PNG's header that says so many pixels. */
function pngOf(width: number, height: number, length = 100): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set(onePixel.subarray(0, 33))
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
/** A JPEG with a segment before its frame. */
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x01, 0x02, 0xff, 0xff, 0xc2, 0x00, 0x11, 0x08, 0x00, 0x50, 0x01, 0x40, 0x03,
  0x00, 0x00, 0x00,
])
const ofText = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a logo', () => {
  it('is measured by its own header', () => {
    const read = readLogo(onePixel)
    expect(read).toEqual({ ok: true, logo: { type: 'image/png', bytes: onePixel, width: 1, height: 1 } })
    expect(readLogo(jpeg)).toMatchObject({ ok: true, logo: { type: 'image/jpeg', width: 320, height: 80 } })
  })

  it('that is too large may be scaled down, and says what is allowed', () => {
    for (const bytes of [pngOf(4097, 10), pngOf(10, 9000), pngOf(1000, 1000, 10_000_000)])
      expect(readLogo(bytes)).toMatchObject({
        ok: false,
        reason: 'tooLarge',
        problem: expect.stringMatching(/4096 pixels .* 2 MB/),
      })
    expect(readLogo(pngOf(4096, 4096))).toMatchObject({ ok: true })
    expect(readLogo(pngOf(10, 10, 50_000_001))).toMatchObject({ ok: false, reason: 'refused' })
  })

  it('of another kind is refused with the reason', () => {
    const faults: readonly (readonly [Uint8Array, RegExp])[] = [
      [ofText('GIF89a'), /GIF/],
      [ofText('RIFF1234WEBPVP8 '), /WebP/],
      [ofText('hello'), /neither PNG nor JPEG/],
      [new Uint8Array(), /empty/],
      [pngOf(0, 10), /damaged/],
      [onePixel.subarray(0, 20), /damaged/],
      [jpeg.subarray(0, 10), /damaged/],
    ]
    for (const [bytes, words] of faults)
      expect(readLogo(bytes)).toMatchObject({ ok: false, reason: 'refused', problem: expect.stringMatching(words) })
  })

  it('of lines may be drawn as a picture by whoever can draw, and says what to do where nobody can', () => {
    for (const start of [
      '<?xml version="1.0"?><svg onload="alert(1)"/>',
      '<!-- made by hand --><svg viewBox="0 0 4 1">',
    ])
      expect(readLogo(ofText(start))).toMatchObject({
        ok: false,
        reason: 'drawing',
        problem: expect.stringMatching(/SVG.*export screen.*PNG/),
      })
    expect(readLogo(ofText(`<svg>${'x'.repeat(2_000_000)}</svg>`))).toMatchObject({ reason: 'refused' })
    expect(readLogo(ofText('a note that says <svgs> are fine'))).toMatchObject({ reason: 'refused' })
  })

  it('never throws, whatever follows the signature', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), boolean(), (noise, isPng) => {
        const start = isPng ? onePixel.subarray(0, 8) : jpeg.subarray(0, 3)
        const read = readLogo(Uint8Array.from([...start, ...noise]))
        return read.ok ? read.logo.width > 0 : read.problem.endsWith('.')
      }),
    )
  })
})
