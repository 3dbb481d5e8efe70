import { describe, expect, it } from 'vitest'
import { importText } from './index.ts'
import { read } from './testing/read-sound.ts'

/** Two processes and an arrow, with what a case adds or replaces. */
function dragon(cells: readonly object[], version = '2.5.0'): string {
  const diagram = { id: 0, title: 'Flows', diagramType: 'STRIDE', cells }
  return JSON.stringify({ version, summary: { title: 'Bad' }, detail: { diagrams: [diagram] } })
}
const box = (id: string, name: string, x = 0, shape = 'process'): object => ({
  id,
  shape,
  position: { x, y: 0 },
  size: { width: 100, height: 100 },
  data: { name },
})
const flow = (id: string, source: object, target: object): object => ({
  id,
  shape: 'flow',
  source,
  target,
  data: { name: id },
})
const otm = (more: object): string => JSON.stringify({ otmVersion: '0.2.0', project: { id: 'p', name: 'P' }, ...more })

function sentenceOf(text: string): string {
  const result = importText(text, 'd-1')
  if (result.ok) throw new Error('was read')
  expect(result.problems).toHaveLength(1)
  return result.problems[0]?.sentence ?? ''
}

describe('a file that is none is refused with one sentence', () => {
  const laughs = (indent: string): string =>
    Array.from(
      { length: 12 },
      (_, level) =>
        `${indent}a${level}: &a${level} [${Array.from({ length: 9 }, () => (level === 0 ? 'lol' : `*a${level - 1}`)).join(', ')}]`,
    ).join('\n')
  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ['empty', () => '', /is empty/],
    ['only white space and a byte order mark', () => '\uFEFF \r\n\r\n', /is empty/],
    ['100 MB', () => 'x'.repeat(100_000_000), /holds 100 million characters; at most 20 million/],
    ['100 MB that begin as a model', () => `{"summary":${' '.repeat(100_000_000)}`, /holds 100 million/],
    ['large YAML', () => `otmVersion: 0.2.0\n${'# filler\n'.repeat(400_000)}`, /at most 2.0 million/],
    [
      'XML bomb',
      () =>
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">${'<!ENTITY b "&a;&a;&a;&a;&a;">'.repeat(50)}]><x>&b;</x>`,
      /is XML or HTML/,
    ],
    ['YAML bomb', () => `otmVersion: 0.2.0\nproject:\n${laughs('  ')}`, /repeats parts of itself/],
    [
      'JSON nested deeply',
      () => `{"otmVersion":"1","project":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      /levels deep/,
    ],
    ['YAML nested deeply in brackets', () => `otmVersion: 1\nproject: ${'['.repeat(100_000)}`, /levels deep/],
    [
      'YAML nested deeply by indentation',
      () => Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      /levels deep/,
    ],
    ['YAML nested deeply by dashes', () => `${'- '.repeat(50_000)}a`, /levels deep/],
    ['JSON cut off', () => '{"otmVersion": "0.2.0", "project": {', /not valid JSON/],
    ['YAML cut off', () => 'otmVersion: 0.2.0\nproject: {', /not valid YAML/],
    ['neither', () => '@nobody [', /neither JSON nor YAML/],
    [
      'a word',
      () => 'hello',
      /none that can be read. Known are designs of Lintel and files of Open Threat Model, OWASP Threat Dragon/,
    ],
    ['a list', () => '[1, 2]', /none that can be read/],
    [
      'Threat Dragon without diagrams',
      () => '{"version": "2.1.3", "summary": {"titled": "x"}, "details": {}}',
      /no list "detail.diagrams"/,
    ],
    ['Threat Dragon with nothing in it', () => dragon([]), /nothing to import/],
    [
      'Threat Dragon with more than anybody looks at',
      () => dragon(Array.from({ length: 10_001 }, (_, index) => box(`b${index}`, 'Agent'))),
      /draws 10,001 elements; at most 10,000 are read\. Split/,
    ],
    [
      'Open Threat Model with more than anybody looks at',
      () => otm({ components: Array.from({ length: 10_001 }, (_, index) => ({ id: `c${index}`, name: 'Agent' })) }),
      /draws 10,001 elements/,
    ],
    ['Open Threat Model with nothing in it', () => otm({}), /nothing to import/],
    ['Open Threat Model without project', () => '{"otmVersion": "0.2.0"}', /no "project"/],
  ]
  it.each(cases)('%s', (_, text, sentence) => {
    expect(sentenceOf(text())).toMatch(sentence)
  })
})

describe('what is odd in a file is read as far as it goes, and said', () => {
  it('byte order mark and carriage returns', () => {
    const pretty = JSON.stringify(JSON.parse(dragon([box('a', 'Agent')])), undefined, 2).replaceAll('\n', '\r\n')
    expect(read(`\uFEFF${pretty}`).design.components?.[0]?.kind).toBe('agent')
    const yaml =
      '\uFEFFotmVersion: 0.2.0\r\nproject:\r\n  id: p\r\n  name: P\r\ncomponents:\r\n  - id: c\r\n    name: Agent\r\n    type: x\r\n'
    expect(read(yaml).design.components?.[0]?.name).toBe('Agent')
  })

  it('dangling ends: near an element they mean it, elsewhere the flow is listed', () => {
    const { design, readings, leftOut } = read(
      dragon([
        box('a', 'Agent'),
        box('b', 'Queue', 300),
        flow('near', { cell: 'a' }, { x: 290, y: 50 }),
        flow('far', { cell: 'a' }, { x: 900, y: 900 }),
        flow('gone', { cell: 'a' }, { cell: 'nobody' }),
        flow('loose', { x: -900, y: 0 }, {}),
      ]),
    )
    expect(design.flows?.map(({ name }) => name)).toEqual(['near'])
    expect(readings.find(({ name }) => name === 'near')?.confidence).toBe('guess')
    expect(leftOut.filter((sentence) => /far|gone|loose/.test(sentence))).toHaveLength(3)
  })

  it('duplicate ids: both arrive, arrows lead to the first', () => {
    const { design, leftOut } = read(
      dragon([box('a', 'One'), box('a', 'Two', 300), box('b', 'Three', 600), flow('f', { cell: 'a' }, { cell: 'b' })]),
    )
    expect(design.components?.map(({ name }) => name)).toEqual(['One', 'Two', 'Three'])
    expect(design.flows?.[0]?.from).toBe(design.components?.[0]?.id)
    expect(leftOut.join(' ')).toContain('Two elements have the id "a"')
    const twins = read(
      otm({
        components: [
          { id: 'c', name: 'One' },
          { id: 'c', name: 'Two' },
        ],
        trustZones: [
          { id: 'z', name: 'Z' },
          { id: 'z', name: 'Y' },
        ],
      }),
    )
    expect(twins.design.components).toHaveLength(2)
    expect(twins.leftOut.filter((sentence) => sentence.includes('Two items have the id'))).toHaveLength(2)
  })

  it.each(['trust-boundary-curve', 'trust-broundary-curve'])('%s: what its flows cut off', (shape) => {
    const curve = { id: 'k', shape, source: { x: 200, y: -50 }, target: { x: 200, y: 300 }, data: { name: 'Outside' } }
    const { design, readings } = read(
      dragon([
        box('a', 'Customer', 0, 'actor'),
        box('b', 'Server', 300),
        box('c', 'Database', 600, 'store'),
        flow('f', { cell: 'a' }, { cell: 'b' }),
        flow('g', { cell: 'b' }, { cell: 'c' }),
        curve,
      ]),
    )
    expect(design.boundaries).toHaveLength(1)
    expect(design.components?.filter((each) => each.in !== undefined).map(({ name }) => name)).toEqual(['Customer'])
    expect(readings.find(({ collection }) => collection === 'boundaries')).toMatchObject({ confidence: 'guess' })
  })

  it('a line around whose box a flow passes, and which it does not cross, cuts nothing off', () => {
    // The box around the line covers the flow; the line itself bends away from it.
    const curve = {
      id: 'k',
      shape: 'trust-boundary-curve',
      source: { x: 150, y: -200 },
      vertices: [{ x: 150, y: -100 }],
      target: { x: 800, y: -100 },
      data: { name: 'Bent' },
    }
    const { design, leftOut } = read(
      dragon([box('a', 'Customer', 0), box('b', 'Server', 300), flow('f', { cell: 'a' }, { cell: 'b' }), curve]),
    )
    expect(design.boundaries).toBeUndefined()
    expect(leftOut.join(' ')).toContain('no flow crosses it')
  })

  it('dangling references of Open Threat Model', () => {
    const { leftOut } = read(
      otm({
        trustZones: [
          { id: 'a', name: 'A', parent: { trustZone: 'b' } },
          { id: 'b', name: 'B', parent: { trustZone: 'a' } },
          { id: 'c', name: 'C', parent: { trustZone: 'nobody' } },
        ],
        components: [
          {
            id: 'x',
            name: 'X',
            parent: { trustZone: 'nobody' },
            assets: { stored: ['gold'] },
            threats: [{ threat: 't9', state: 'exposed' }],
          },
          { id: 'y', name: 'Y', parent: { component: 'y' } },
        ],
        dataflows: [{ id: 'f', name: 'F', source: 'x', destination: 'nobody' }],
        mitigations: [{ id: 'm', name: 'M' }],
      }),
    )
    for (const word of [
      'stands inside it',
      'parent that is not there',
      'names the zone "nobody"',
      'gold',
      '"t9"',
      'its destination',
      '"M" was left out',
    ]) {
      expect(leftOut.join(' ')).toContain(word)
    }
  })

  it('a shape of tomorrow and a threat without words are listed', () => {
    const { leftOut } = read(
      dragon([
        box('a', 'Agent'),
        { ...box('b', 'Cloud'), shape: 'cloud' },
        { ...box('c', 'Store', 300, 'store'), data: { name: 'Store', threats: [{ severity: 'High' }] } },
      ]),
    )
    expect(leftOut).toEqual([
      expect.stringContaining('the unknown shape "cloud"'),
      expect.stringContaining('neither title nor description'),
    ])
  })

  it('names that are programs elsewhere stay the words they are', () => {
    const name = '<img src=x onerror=alert(1)>=HYPERLINK("x")'
    const { design } = read(
      dragon([
        box('__proto__', name),
        box('constructor', '=1+1', 300),
        flow('f', { cell: '__proto__' }, { cell: 'constructor' }),
      ]),
    )
    expect(design.components?.[0]?.name).toBe(name)
    expect(design.flows).toHaveLength(1)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
