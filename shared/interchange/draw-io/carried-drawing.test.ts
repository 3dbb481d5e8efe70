import { deflateRawSync, deflateSync } from 'node:zlib'
import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../design/testing/arbitrary-design.ts'
import { drawIo } from '../draw-io.ts'
import { drawingInPng } from './carried-drawing.ts'
import { escape, arrow, model, file, read, two, png } from '../testing/draw-io.ts'

describe('a picture with its drawing in it', () => {
  const text = file(['Flows', model(...two, arrow('f', 'a', 'b', 'asks'))])
  const encoded = Buffer.from(encodeURIComponent(text))

  it('is read, as SVG', () => {
    const svg = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg version="1.1" content="${escape(text)}" width="9"><g/></svg>`
    expect(read(svg).arrows).toEqual(['Agent > Vector store asks'])
    for (const other of ['<svg/>', '<svg content="&lt;p&gt;"/>', `<html>${svg.slice(200)}</html>`])
      expect(drawIo.recognises(other)).toBe(false)
  })

  it.each([
    ['as it is', 'tEXt', Buffer.concat([Buffer.from('mxfile\0'), encoded])],
    ['packed', 'zTXt', Buffer.concat([Buffer.from('mxGraphModel\0\0'), deflateRawSync(encoded)])],
    ['packed as the standard says', 'zTXt', Buffer.concat([Buffer.from('mxfile\0\0'), deflateSync(encoded)])],
  ])('is read, as PNG: %s', (_, type, words) => {
    expect(drawingInPng(png(type, words))).toBe(text)
  })

  it('is none where the picture carries other words, or is damaged', () => {
    const whole = png('tEXt', Buffer.concat([Buffer.from('mxfile\0'), encoded]))
    expect(drawingInPng(png('tEXt', Buffer.from('Author\0Ada')))).toBeUndefined()
    expect(drawingInPng(png('zTXt', Buffer.from('mxfile\0\0no deflate')))).toBeUndefined()
    expect(drawingInPng(Buffer.from(text))).toBeUndefined()
    assert(
      property(integer({ min: 0, max: whole.length }), integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = Uint8Array.from(whole.subarray(0, at))
        if (at > 12) broken[at % 12] = byte
        drawingInPng(broken)
      }),
      runs(200),
    )
  })
})
