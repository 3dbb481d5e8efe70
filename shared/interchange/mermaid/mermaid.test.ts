import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDesign } from '../../design/file.ts'
import { runs } from '../../design/testing/arbitrary-design.ts'
import { vocabulary } from '../../vocabulary.ts'
import { importText } from '../index.ts'

/** What is made of a text, which is a sound design in any case. */
function read(text: string) {
  const result = importText(text, 'd-1')
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  const { design, format } = result.value
  expect(format.id).toBe('mermaid')
  const again = parseDesign(JSON.stringify(design), { vocabulary })
  expect(again.problems.filter(({ level }) => level === 'error')).toEqual([])
  expect(again.ok && again.value.readOnly).toBe(false)
  return result.value
}

const flow = (...lines: readonly string[]): string => ['flowchart TD', ...lines].join('\n')
const namesOf = (text: string): readonly string[] => (read(text).design.components ?? []).map(({ name }) => name)

/** Arrows as "from > to: words", by the names of what they join. */
function arrowsOf(text: string): readonly string[] {
  const { design } = read(text)
  const nameOf = (id: string): string => design.components?.find((each) => each.id === id)?.name ?? id
  return (design.flows ?? []).map(
    ({ from, to, name }) => `${nameOf(from)} > ${nameOf(to)}${name === undefined ? '' : `: ${name}`}`,
  )
}

function sentenceOf(text: string): string {
  const result = importText(text, 'd-1')
  if (result.ok) throw new Error('was read')
  expect(result.problems).toHaveLength(1)
  return result.problems[0]?.sentence ?? ''
}

describe('how a text begins', () => {
  const chain = 'A[User] --> B[Agent]'
  it.each([
    ['flowchart', `flowchart LR\n${chain}`],
    ['graph and semicolons', `graph TD; ${chain};`],
    ['no direction', `flowchart\n${chain}`],
    ['an arrow as direction', `graph >\n${chain}`],
    ['another layout', `flowchart-elk TB\n${chain}`],
    ['blank lines, comments and settings', `\n\n%% old\n%%{init: {"theme":\n"dark"}}%%\ngraph RL\n${chain}`],
    ['carriage returns and a byte order mark', `\uFEFFflowchart BT\r\n  ${chain}\r\n`],
    ['a fence', `\`\`\`mermaid\nflowchart TB\n${chain}\n\`\`\`\n`],
    ['a fence of waves', `~~~ mermaid\ngraph TB\n${chain}\n~~~`],
  ])('%s', (_, text) => {
    expect(arrowsOf(text)).toEqual(['User > Agent'])
    expect(read(text).leftOut).toEqual([])
  })

  it('front matter names the design', () => {
    const text = `---\ntitle: "Ticket desk"\nconfig:\n  theme: dark\n---\nflowchart TD\n${chain}`
    expect(read(text).design.name).toBe('Ticket desk')
    expect(read(flow('accTitle: Desk', 'accDescr {\n Two\n boxes\n}', chain)).design).toMatchObject({
      name: 'Desk',
      summary: 'Two boxes',
    })
    expect(read(flow(chain)).design.name).toBe('Imported drawing')
  })

  it('what stands behind the first diagram of a Markdown text is said to be left out', () => {
    const { leftOut } = read(`\`\`\`mermaid\ngraph TD\n${chain}\n\`\`\`\n# Next`)
    expect(leftOut).toEqual(['What stands behind the first diagram was left out.'])
  })

  it.each([
    'sequenceDiagram\n A->>B: hi',
    'C4Context\n title x',
    'architecture-beta\n group api',
    'stateDiagram-v2\n [*] --> A',
    'mindmap\n  root',
    '```mermaid\nsomethingNew\n x\n```',
  ])('%s: only flowcharts are read, and it says so', (text) => {
    expect(sentenceOf(text)).toMatch(/^This is a [\w-]+ of Mermaid; only flowcharts are read\./)
  })

  it.each(['graph of sales: 3', 'graph theory', 'timeline: soon', 'flowcharts are fine', 'pie and mash'])(
    '"%s" is no diagram',
    (text) => expect(sentenceOf(text)).toMatch(/none that can be read/),
  )
})

describe('nodes', () => {
  it('of every bracket are named by what stands in them', () => {
    const brackets = ['[X]', '(X)', '([X])', '[[X]]', '[(X)]', '((X))', '(((X)))', '>X]', '{X}', '{{X}}']
    const slanted = ['[/X/]', '[\\X\\]', '[/X\\]', '[\\X/]', '(-X-)']
    const all = [...brackets, ...slanted]
    const labels = all.map((bracket, index) => bracket.replace('X', `Name ${index}`))
    expect(namesOf(flow(...labels.map((bracket, index) => `n${index}${bracket}`)))).toEqual(
      all.map((_, index) => `Name ${index}`),
    )
  })

  it('keep what quotes, Markdown, entities, breaks and tags say', () => {
    const text = flow(
      'a["Ask (now) --> ; #quot;it#quot; & #35;1 #lt;b#gt;"]',
      'b["`**Bold** and\n*slanted*`"]',
      'c[API<br/>gateway<br>two]',
      'd["fa:fa-user <b>Staff</b>"]',
      'e[" "]',
      'ünïcode-id.x',
    )
    expect(namesOf(text)).toEqual([
      'Ask (now) --> ; "it" & #1 <b>',
      'Bold and slanted',
      'API gateway two',
      'Staff',
      'e',
      'ünïcode-id.x',
    ])
  })

  it('with attributes are read like those with brackets', () => {
    const { design, readings } = read(
      flow(
        'A@{ shape: cyl, label: "Orders, all" }',
        'B@{\n shape: rect\n label: Agent\n}',
        'A e1@--> B',
        'e1@{ animate: true }',
      ),
    )
    expect(design.components?.map(({ name, kind }) => [name, kind])).toEqual([
      ['Orders, all', 'relational-db'],
      ['Agent', 'agent'],
    ])
    expect(readings[0]).toMatchObject({
      confidence: 'guess',
      why: 'It is drawn as a cylinder; its name says nothing more.',
    })
    expect(design.flows).toHaveLength(1)
  })

  it('are one however often they are named, and the last label holds', () => {
    expect(namesOf(flow('A --> B', 'A[First]', 'A[Second] --> C', 'B'))).toEqual(['Second', 'B', 'C'])
  })

  it('are taken for what their words, ids and classes speak of', () => {
    const { design, readings } = read(
      flow(
        'A[Pinecone] --> LLM[Answering] --> S3[Step three]',
        'W[(Worker config)]:::box --> Q[(Redis)]',
        'X[Thing]:::queue',
        'class S3 reranker',
        'classDef box fill:#f9f',
      ),
    )
    const kindOf = (name: string) => design.components?.find((each) => each.name === name)?.kind
    expect(['Pinecone', 'Answering', 'Step three', 'Worker config', 'Redis', 'Thing'].map(kindOf)).toEqual([
      'vector-store',
      'llm-api',
      'reranker',
      'relational-db',
      'cache',
      'queue',
    ])
    expect(readings.find(({ name }) => name === 'Answering')?.why).toBe('Its id or class says "llm".')
    expect(read(flow('A[Thing]')).readings[0]).toMatchObject({ takenFor: 'unknown', confidence: 'guess' })
    expect(read(flow('S3[Thing]')).readings[0]?.takenFor).toBe('unknown')
  })

  it('with a very long label keep all of it in the notes', () => {
    const long = 'word '.repeat(60).trim()
    const [component] = read(flow(`A["${long}"]`)).design.components ?? []
    expect(component?.name.length).toBeLessThanOrEqual(120)
    expect(component?.notes).toBe(long)
  })

  it('that are programs elsewhere stay the words they are', () => {
    expect(namesOf(flow('a["<img src=x onerror=alert(1)>"] --> __proto__ --> constructor'))).toEqual([
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('arrows', () => {
  it.each([
    '-->',
    '--->',
    '---',
    '==>',
    '===',
    '-.->',
    '-..->',
    '-.-',
    '--o',
    '--x',
    '<-->',
    'o--o',
    'x--x',
    '<==>',
    '<-.->',
  ])('%s joins two nodes, with and without space around', (line) => {
    expect(arrowsOf(flow(`A ${line} B`))).toEqual(['A > B'])
    expect(arrowsOf(flow(`A ${line}|one way| B`))).toEqual(['A > B: one way'])
    expect(read(flow(`A[Agent]${line}B[Queue]`)).design.flows).toHaveLength(1)
  })

  it.each([
    '-- asks for -->',
    '== asks for ==>',
    '-. asks for .->',
    '--"asks for"-->',
    '<-- asks for -->',
    '-->|"asks for"|',
  ])('%s carries its words', (line) => expect(arrowsOf(flow(`A ${line} B`))).toEqual(['A > B: asks for']))

  it('of chains and groups join each with each', () => {
    expect(arrowsOf(flow('A --> B & C --> D'))).toEqual(['A > B', 'A > C', 'B > D', 'C > D'])
    expect(arrowsOf(flow('A-->B-->C'))).toEqual(['A > B', 'B > C'])
  })

  it('without a head, with two, and back along an earlier one say how sure they are', () => {
    const { design, readings } = read(flow('A --- B', 'C <--> D', 'E --> F', 'F --> E'))
    const arrows = readings.filter(({ collection }) => collection === 'flows')
    expect(arrows.map(({ confidence }) => confidence)).toEqual(['guess', 'likely', 'certain', 'likely'])
    expect(design.flows?.map(({ mode }) => mode)).toEqual([undefined, undefined, undefined, 'offline'])
  })

  it('that nobody sees only push nodes apart', () => {
    expect(read(flow('A ~~~ B', 'A --> A')).design.flows).toHaveLength(1)
  })
})

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
