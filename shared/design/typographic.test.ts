import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typographic } from './typographic.ts'

describe('marks of a sentence for readers', () => {
  it.each([
    ['"Chat" calls "Model" ("GPT-4.1")', '“Chat” calls “Model” (“GPT-4.1”)'],
    ["What the agent's people said isn't known", 'What the agent’s people said isn’t known'],
    ["'Ask' of the users' portal", '‘Ask’ of the users’ portal'],
    ['a/"b"/c–"d"', 'a/“b”/c–“d”'],
    ['"“Both” at once"', '““Both” at once”'],
    ['no marks', 'no marks'],
  ])('%s', (straight, printed) => {
    expect(typographic(straight)).toBe(printed)
  })

  it('knows by what stands before it whether a piece of a sentence opens or closes', () => {
    expect(typographic('"', 'the name is ')).toBe('“')
    expect(typographic('" ends', 'the name is “Chat')).toBe('” ends')
  })

  it('leaves no straight mark, changes nothing else, and nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', "'", 'a', ' ', '(', '5', '-') }), (text) => {
        const printed = typographic(text)
        expect(printed).not.toMatch(/["']/)
        expect(printed.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")).toBe(text)
        expect(typographic(printed)).toBe(printed)
      }),
    )
  })
})
