import { describe, expect, it } from 'vitest'
import { cornerFor, isMereDrawing, wordsFor, wordsLeftOut } from './paste-drawing.ts'

describe('where a pasted drawing goes', () => {
  const size = { x: 0, y: 0, w: 400, h: 200 }
  const card = { x: 1000, y: 50, w: 200, h: 72 }

  it('is around the pointer where that covers nothing', () => {
    expect(cornerFor(size, [card], { x: 300, y: 300 })).toEqual({ x: 100, y: 200 })
    expect(cornerFor(size, [card], { x: 900, y: 100 })).toEqual({ x: 1320, y: 50 })
  })

  it('is beside all that stands there when nobody points', () => {
    expect(cornerFor(size, [card, { ...card, x: 0, y: -10 }], undefined)).toEqual({ x: 1320, y: -10 })
    expect(cornerFor(size, [], undefined)).toEqual({ x: 0, y: 0 })
  })
})

describe('what is no mere drawing becomes a design of its own', () => {
  const design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' } as const
  const view = { id: 'main', name: 'Everything' }

  it.each([
    ['several diagrams', { views: [view, { ...view, id: 'two' }] }],
    ['notes of a view', { views: [{ ...view, notes: 'Read me' }] }],
    ['threats', { risks: [{ id: 'r', name: 'Forged', statement: 'Anyone writes.', status: 'open' } as const] }],
  ])('%s', (_, more) => {
    expect(isMereDrawing({ ...design, views: [view] })).toBe(true)
    expect(isMereDrawing({ ...design, ...more })).toBe(false)
  })
})

describe('what a pasted drawing is called and says of itself', () => {
  const design = { format: 'lintel/design', version: 1, id: 'd', name: 'Untitled design 2' } as const
  const words = { name: 'Claims', summary: 'How a claim is settled.' }

  it('becomes the name and the summary of a design that has none', () => {
    expect(wordsFor(design, words)).toEqual(words)
    expect(wordsLeftOut(design, words)).toEqual([])
    expect(wordsFor(design, { name: 'Imported drawing' })).toEqual({})
    expect(wordsLeftOut(design, { name: 'Imported drawing' })).toEqual([])
  })

  it('is told where the design has its own', () => {
    const named = { ...design, name: 'Back office', summary: 'Everything.' }
    expect(wordsFor(named, words)).toEqual({})
    expect(wordsLeftOut(named, words)).toEqual([
      'The title "Claims" was left out: this design has a name.',
      'The description "How a claim is settled." was left out: this design has a summary.',
    ])
  })
})
