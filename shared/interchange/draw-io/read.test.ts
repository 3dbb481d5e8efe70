import { existsSync, readFileSync } from 'node:fs'
import { array, assert, constantFrom, integer, oneof, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../design/testing/arbitrary-design.ts'
import { drawIo } from '../draw-io.ts'
import { shape, arrow, model, file, pack, read, sentenceOf, two, sample } from '../testing/draw-io.ts'

describe('a drawing', () => {
  it('is known by how it begins', () => {
    const known = [
      '<mxfile/>',
      '\uFEFF<?xml version="1.0"?>\n<!-- saved --><mxfile host="x">',
      ' <mxGraphModel dx="1">',
    ]
    for (const text of known) expect(drawIo.recognises(text)).toBe(true)
    for (const content of ['<svg/>', '<mxfiles/>', 'graph TD', '', {}, 3])
      expect(drawIo.recognises(content)).toBe(false)
  })

  it('is the same, plain, compressed, and as a model alone', () => {
    const plain = model(...two, arrow('f', 'a', 'b', 'asks'))
    const read1 = read(file(['Flows', plain]))
    expect(read1.arrows).toEqual(['Agent > Vector store asks'])
    expect(read1.kinds).toEqual({ Agent: 'agent', 'Vector store': 'vector-store' })
    expect(read(file(['Flows', pack(plain)])).design).toEqual(read1.design)
    expect(read(file(['Flows', encodeURIComponent(plain)])).design).toEqual(read1.design)
    expect(read(`\uFEFF<?xml version="1.0"?>${plain}`).arrows).toEqual(read1.arrows)
  })

  it('is its first page with shapes; the others are named', () => {
    const { design, leftOut } = read(file(['Cover', model()], ['Now', model(...two)], ['Later', model(...two)]))
    expect(design.name).toBe('Now')
    expect(leftOut).toEqual([expect.stringContaining('"Later" was left out')])
  })
})

describe('what is refused, in one sentence', () => {
  const nested = Array.from({ length: 70 }, (_, level) =>
    shape(`n${level}`, 'Box', [0, 0, 9, 9], '', level === 0 ? '1' : `n${level - 1}`),
  )
  it.each([
    ['a document type', () => `<!DOCTYPE mxfile [<!ENTITY a "b">]>${file(['A', model(...two)])}`, /document type/],
    ['XML that does not end', () => '<mxfile><diagram>', /damaged/],
    ['no page', () => '<mxfile/>', /no page/],
    ['no shape', () => file(['A', model()]), /no shapes/],
    ['no name', () => model(shape('a', '', [0, 0, 9, 9])), /has a name/],
    ['damaged packing', () => file(['A', 'bm90IGRlZmxhdGVk']), /Compressed/],
    ['a bomb', () => file(['A', pack(model(' '.repeat(10_000_000)))]), /cannot be unpacked/],
    ['11 million characters', () => `<mxfile>${' '.repeat(11_000_000)}</mxfile>`, /10 million/],
    ['too many cells', () => model('<mxCell vertex="1" value="a"/>'.repeat(5001)), /5,000/],
    ['too deep', () => model(...nested), /60 levels/],
  ])('%s', (_, text, sentence) => {
    expect(sentenceOf(text())).toMatch(sentence)
  })
})

describe('any content, however broken', () => {
  const id = constantFrom('0', '1', 'a', 'b', 'c', 'd', '__proto__')
  const style = constantFrom(
    '',
    'text;',
    'swimlane;',
    'group',
    'container=1;',
    'shape=table;',
    'shape=cylinder3;',
    'endArrow=none;',
  )
  const size = oneof(integer({ min: -50, max: 400 }), constantFrom(1e9, -1e308, 0))
  const cell = record({
    id,
    parent: id,
    source: id,
    target: id,
    style,
    x: size,
    y: size,
    w: size,
    h: size,
    label: constantFrom('', 'Agent', 'S3'),
  }).chain(({ id: own, parent, source, target, style: look, x, y, w, h, label }) =>
    constantFrom(
      shape(own, label, [x, y, w, h], look, parent),
      arrow(own, source, target, label, look),
      shape(own, label, [x, y, w, h], look, parent, 'collapsed="1"'),
    ),
  )

  it('is read to a sound design or refused, and never throws', () => {
    assert(
      property(array(cell, { maxLength: 9 }), (cells) => {
        const text = model(...cells)
        const result = drawIo.read(text, 'd-1')
        if (result.ok) read(text)
        else expect(result.problems).toHaveLength(1)
      }),
      runs(1500),
    )
  })

  it('does not throw where the text is cut, doubled or strewn with other signs', () => {
    const whole = file(['Flows', model(...two, arrow('f', 'a', 'b'))], ['Packed', pack(model(...two))])
    assert(
      property(
        integer({ min: 0, max: whole.length }),
        integer({ min: 0, max: 40 }),
        string({ maxLength: 12 }),
        (at, cut, put) => {
          const result = drawIo.read(whole.slice(0, at) + put + whole.slice(at + cut), 'd-1')
          if (!result.ok) expect(result.problems).toHaveLength(1)
        },
      ),
      runs(1000),
    )
    assert(
      property(string(), (text) => {
        expect(drawIo.recognises(text)).toBe(false)
        expect(drawIo.read(`<mxfile>${text}`, 'd-1').ok).toBe(false)
      }),
      runs(300),
    )
  })
})

it.skipIf(!existsSync(sample))('a drawing of others (skipped where the folder of samples is absent)', () => {
  const { design, leftOut, inside } = read(readFileSync(sample, 'utf8'))
  expect(design.components).toHaveLength(16)
  expect(design.boundaries).toHaveLength(4)
  expect(design.flows).toHaveLength(17)
  expect(leftOut).toEqual([])
  expect(inside['Audit DB']).toBe('VPC')
})
