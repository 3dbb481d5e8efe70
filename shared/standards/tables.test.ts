import { csvParseRows } from 'd3-dsv'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readControls, writeControls } from './control-table.ts'
import type { Technology } from './standards.ts'
import { readTechnologies, writeTechnologies } from './technology-table.ts'

describe('a technology list as a table', () => {
  it('is read with the words that people use, in any order, by any separator', () => {
    const text =
      '\uFEFFStatus;Product;Valid until;Replaced by;Comment\nAllowed;OpenAI;;;\nphase-out;GPT-4.1;31.1.2027;GPT-5;"old; slow"\n\nBANNED;anthropic/*;;;\n'
    expect(readTechnologies(text)).toEqual({
      technologies: [
        { name: 'OpenAI', status: 'approved' },
        { name: 'GPT-4.1', status: 'tolerated', until: '2027-01-31', instead: 'GPT-5', reason: 'old; slow' },
        { name: 'anthropic/*', status: 'forbidden' },
      ],
      problems: [],
    })
  })

  it('names each line that it cannot use, and reads the others', () => {
    const text =
      'name,status,until\nA,maybe,\nB,approved,2027-02-30\n,approved,\nC,approved,\nc,forbidden,\n(x+)+,approved,\n'
    const { technologies, problems } = readTechnologies(text)
    expect(technologies).toEqual([{ name: 'C', status: 'approved' }])
    expect(problems.map(({ line, sentence }) => [line, sentence])).toEqual([
      [2, expect.stringContaining('"maybe" is no status of "A". Take approved, tolerated or forbidden.')],
      [3, expect.stringContaining('"2027-02-30" is no date')],
      [4, expect.stringContaining('names no technology')],
      [6, expect.stringContaining('stands on line 5 already')],
      [7, expect.stringContaining('run for ever')],
    ])
  })

  it('says which columns it lacks', () => {
    expect(readTechnologies('product,vendor\nA,B').problems[0]?.sentence).toContain('no column "status"')
    expect(readTechnologies('').problems[0]?.sentence).toContain('no column "name" and no column "status"')
  })

  it('is the same after it was written and read again, and opens no formula', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 12 })
      .map((each) => `x${each.replaceAll(/[*\\\])}(.+]/gu, '')}`.trim())
    const sign = fc.constantFrom('=1', '-a', '@b', "'=c", '+')
    const line: fc.Arbitrary<Technology> = fc.record(
      {
        name: word,
        status: fc.constantFrom('approved' as const, 'tolerated' as const, 'forbidden' as const),
        until: fc.constantFrom('2027-01-31', '2028-02-29'),
        instead: word,
        reason: fc.oneof(word, sign),
      },
      { requiredKeys: ['name', 'status'] },
    )
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ name }) => name.toLowerCase() }), (technologies) => {
        const text = writeTechnologies(technologies)
        expect(readTechnologies(text)).toEqual({ technologies, problems: [] })
        expect(
          csvParseRows(text)
            .flat()
            .filter((cell) => /^[=+@-]/u.test(cell)),
        ).toEqual([])
      }),
    )
  })
})

describe('mandatory controls as a table', () => {
  it('are read by id or title, with a condition', () => {
    const text =
      'Measure\tApplies to\tPolicy\nStop switch\ttrait = plans-actions\t7.1\nencrypt-at-rest\tin trust < 50\t\n'
    const { controls, problems } = readControls(text)
    expect(problems).toEqual([])
    expect(controls).toEqual([
      { control: 'kill-switch', where: { trait: 'plans-actions' }, reason: '7.1' },
      { control: 'encrypt-at-rest', where: { inside: { field: 'trust', is: '<', value: 50 } } },
    ])
    expect(readControls(writeControls(controls)).controls).toEqual(controls)
  })

  it('names what it cannot use', () => {
    const { controls, problems } = readControls(
      'control,where\nkill switches,name = *\nkill-switch,kind = robot\nkill-switch,\n',
    )
    expect(controls).toEqual([])
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Line 2: There is no control "kill-switches". Did you mean "kill-switch"?'),
      expect.stringContaining('There is no kind "robot"'),
      expect.stringContaining('write: name = *'),
    ])
  })
})
