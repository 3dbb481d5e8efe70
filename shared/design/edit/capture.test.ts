import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import { parseDesign } from '../file.ts'
import { printDesign } from '../print.ts'
import { blankDesign } from './blank.ts'
import { capture, captureTypes, readCapture } from './capture.ts'

describe('a typed line', () => {
  it.each([
    ['d: host it ourselves', 'decision', 'host it ourselves'],
    ['Decision: host it ourselves', 'decision', 'host it ourselves'],
    ['! host it ourselves', 'decision', 'host it ourselves'],
    ['a: 9,000 tokens a document', 'assumption', '9,000 tokens a document'],
    ['? who owns the index', 'question', 'who owns the index'],
    ['Who owns the index?', 'question', 'Who owns the index?'],
    ['R: the vendor retires the model', 'risk', 'the vendor retires the model'],
    ['later: voice input', 'parked', 'voice input'],
  ])('"%s" is a %s', (line, type, text) => {
    expect(readCapture(line)).toEqual({ type, text })
  })
  it('says nothing of its type when it does not open with one', () => {
    expect(readCapture(' documents stay in the EU ')).toEqual({ text: 'documents stay in the EU' })
    expect(readCapture('design: by March')).toEqual({ text: 'design: by March' })
  })
})

describe('what is captured', () => {
  const blank: Design = { ...blankDesign('d', 'Room'), components: [{ id: 'llm', name: 'Model', kind: 'llm' }] }
  it.each(captureTypes)('is kept as %s, on the selection, with person and date, and survives the file', (type) => {
    const said = { by: 'Ada', date: '2026-11-21' }
    const design = capture(blank, { id: 'new', type, text: 'Words', about: ['llm'], ...said })
    const collection = type === 'parked' ? 'parked' : (`${type}s` as const)
    const [record, ...others] = design[collection] ?? []
    expect(others).toEqual([])
    expect(record).toMatchObject({ id: 'new', ...said })
    expect(JSON.stringify(record)).toContain('Words')
    expect(JSON.stringify(record)).toContain('"llm"')
    expect(parseDesign(printDesign(design))).toMatchObject({ ok: true, value: { design } })
  })
  it('needs neither selection nor name', () => {
    const design = capture(blank, { id: 'new', type: 'parked', text: 'Words', about: [] })
    expect(design.parked).toEqual([{ id: 'new', text: 'Words' }])
  })
})
