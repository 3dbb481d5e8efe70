import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../design/testing/arbitrary-design.ts'
import { importText } from '../index.ts'
import { read, flow, sentenceOf } from '../testing/mermaid.ts'

describe('subgraphs', () => {
  it('nest, are named by title or id, and hold what they name first', () => {
    const { design, leftOut } = read(
      flow(
        'subgraph vpc [Private network]',
        '  direction LR',
        '  A --> B',
        '  subgraph "Data zone"',
        '    B --> C[(Store)]',
        '  end',
        'end',
        'subgraph Other',
        '  A --> D',
        'end',
        'subgraph Outer',
        '  Other',
        'end',
      ),
    )
    const boundaries = design.boundaries ?? []
    const nameOf = (id: string | undefined) => boundaries.find((each) => each.id === id)?.name
    expect(boundaries.map(({ name, in: outer }) => [name, nameOf(outer)])).toEqual([
      ['Private network', undefined],
      ['Data zone', 'Private network'],
      ['Other', 'Outer'],
      ['Outer', undefined],
    ])
    expect(design.components?.map(({ name, in: outer }) => [name, nameOf(outer)])).toEqual([
      ['A', 'Private network'],
      ['B', 'Data zone'],
      ['Store', 'Data zone'],
      ['D', 'Other'],
    ])
    expect(leftOut).toEqual([])
  })

  it('that an arrow leads to are no components: the arrow is listed', () => {
    const { design, leftOut } = read(flow('U[User] -->|asks| S', 'subgraph S [Backend]', 'A', 'end'))
    expect(design.components?.map(({ name }) => name)).toEqual(['User', 'A'])
    expect(design.flows).toBeUndefined()
    expect(leftOut).toEqual([
      'The arrow "asks" from "User" to the subgraph "Backend" was left out: arrows join components. Draw it to the one inside that is meant.',
    ])
  })

  it('of the same id are one, and none stands in itself', () => {
    const { design } = read(flow('subgraph S', 'subgraph S', 'A', 'end', 'end', 'subgraph S', 'B', 'end'))
    expect(design.boundaries).toHaveLength(2)
    const circle = read(flow('subgraph S', 'T', 'end', 'subgraph T', 'S', 'A', 'end'))
    expect(circle.design.boundaries).toHaveLength(2)
  })
})

describe('what says nothing about a system', () => {
  it('looks and comments go without a word', () => {
    const { design, leftOut } = read(
      flow(
        '%% a comment',
        'A --> B',
        'style A fill:#fff',
        'linkStyle 0 stroke:#000',
        'classDef x fill:#fff',
        'class A,B x',
      ),
    )
    expect(design.components).toHaveLength(2)
    expect(leftOut).toEqual([])
  })

  it('clicks and lines that nobody understands are listed, with what was read before them', () => {
    const { design, leftOut } = read(
      flow('A --> B', 'click A "https://example.com"', 'A --> C ?!? D', '<<<', 'E[never closed'),
    )
    expect(design.components?.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
    expect(leftOut).toEqual([
      'Line 4 could not be read: "?!? D".',
      'Line 5 could not be read: "<<<".',
      'Line 6 could not be read: "E[never closed".',
      'What a click opens was left out (one line).',
    ])
    const many = read(flow('A', ...Array.from({ length: 50 }, () => '<<<')))
    expect(many.leftOut).toHaveLength(21)
    expect(many.leftOut.at(-1)).toBe('30 more lines could not be read.')
  })
})

describe('a flowchart that is none, or too much', () => {
  const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `n${index}`)
  it.each([
    ['nothing in it', () => flow('%% empty'), /no nodes/],
    ['too long', () => flow('A'.repeat(600_000)), /longer than 500000 characters/],
    ['too many nodes', () => flow(...numbers(2100)), /more than 2000 nodes/],
    [
      'a product of arrows',
      () => flow(`${numbers(900).join(' & ')} --> ${numbers(900).join(' & ')}`),
      /more than 5000 arrows/,
    ],
    ['nested deeply', () => flow(...numbers(500).map((id) => `subgraph ${id}`)), /more than 20 subgraphs/],
    [
      'nested deeply by names',
      () => flow(...numbers(30).flatMap((id, index) => [`subgraph ${id}`, `n${index + 1}`, 'end'])),
      /more than 20 subgraphs/,
    ],
  ])('%s', (_, text, sentence) => {
    expect(sentenceOf(text())).toMatch(sentence)
  })
})

describe('what is made to take long is answered all the same', () => {
  it.each([
    ['dots without an end', `A -${'.'.repeat(490_000)}`],
    ['brackets that stay open', '[\n'.repeat(240_000)],
    ['classes on one node', `A${':::c'.repeat(120_000)}`],
    ['halves of arrows', `A ${'-- B '.repeat(90_000)}`],
    ['marks of Markdown', `A["\`${'*a __b_ '.repeat(60_000)}\`"]`],
    ['subgraphs with many statements', `${'subgraph\nend\n'.repeat(1500)}${'A\n'.repeat(150_000)}`],
  ])('%s', (_, body) => {
    const result = importText(flow(body), 'd-1')
    expect(result.ok || result.problems.length === 1).toBe(true)
  })
})

describe('any text', () => {
  const pieces = constantFrom(
    'A',
    'B',
    'S',
    '-->',
    '---',
    '-. x .->',
    '-- x -->',
    '<-->',
    '~~~',
    '&',
    '|',
    '"',
    '`',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '[(',
    ')]',
    '@{ shape: cyl }',
    '@{',
    ':::c',
    ';',
    '\n',
    '\n',
    '\n',
    ' ',
    ' ',
    'subgraph ',
    'subgraph S',
    'end',
    '#quot;',
    '#1114112;',
    'click A x',
    'class A b',
    '%%',
    '<br/>',
    '__proto__',
    '>',
    '\\',
    '/',
    'accDescr {',
    'accTitle: ',
  )

  it('is read to a sound design or refused in one sentence, and never throws', () => {
    let [designs, refusals] = [0, 0]
    assert(
      property(
        array(oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: string({ unit: 'binary' }) }), {
          maxLength: 40,
        }),
        (list) => {
          const text = flow('Start --> A', list.join(''))
          const result = importText(text, 'd-1')
          if (result.ok) {
            designs += 1
            read(text)
          } else {
            refusals += 1
            expect(result.problems).toHaveLength(1)
          }
        },
      ),
      runs(1000),
    )
    expect(designs).toBeGreaterThan(refusals)
  })

  it('of any letters at all is answered', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (text) => {
        const result = importText(text, 'd-1')
        expect(result.ok || result.problems.length === 1).toBe(true)
        expect(importText(`\`\`\`mermaid\n${text}`, 'd-1').problems.length).toBeLessThanOrEqual(1)
      }),
      runs(500),
    )
  })
})
