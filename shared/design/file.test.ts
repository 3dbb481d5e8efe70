import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from './design.ts'
import { type ParseOptions, parseDesign, printDesign } from './file.ts'
import type { Migration } from './migrations.ts'
import type { Problem } from './problem.ts'
import { arbitraryDesign, runs } from './testing/arbitrary-design.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'testing', `${name}.json`), 'utf8')

function opened(
  text: string,
  options?: ParseOptions,
): { design: Design; readOnly: boolean; problems: readonly Problem[] } {
  const result = parseDesign(text, options)
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  return { ...result.value, problems: result.problems }
}

function refusal(text: string, options?: ParseOptions): Problem | undefined {
  const result = parseDesign(text, options)
  return result.ok ? undefined : result.problems[0]
}

/** A design of a few lines, with something put into its one component. */
const small = (inside: string): string => `{
  "format": "lintel/design",
  "version": 1,
  "id": "d-1",
  "name": "Small",
  "components": [
    {
      "id": "llm",
      "name": "Answer model",
      "kind": "llm-api",
      ${inside}
    }
  ]
}`

describe('the printed file', () => {
  it('reads as the same design, unknown keys kept, and prints as the same text', () => {
    assert(
      property(arbitraryDesign, (design) => {
        const text = printDesign(design)
        const again = opened(text)
        expect(again.problems.filter((problem) => problem.level === 'error')).toEqual([])
        expect(again.design).toEqual(design)
        expect(printDesign(again.design)).toBe(text)
      }),
      runs(120),
    )
  })

  it.each(['research-rag', 'support-agent'])('is how %s is kept', (name) => {
    const text = fixture(name)
    const { design, readOnly, problems } = opened(text)
    expect(problems).toEqual([])
    expect(readOnly).toBe(false)
    expect(printDesign(design)).toBe(text)
  })

  it('puts known keys in the order of the schema, unknown ones after them, sorted', () => {
    const text = small('"zeta": 1, "alpha": { "b": 1, "a": 2 }, "in": "x", "settings": { "z": 1, "a": 2 }')
    const component = printDesign(opened(text).design).slice(printDesign(opened(text).design).indexOf('"llm"'))
    const keys = [...component.matchAll(/^ {6}"(\w+)":/gm)].map(([, key]) => key)
    expect(keys).toEqual(['name', 'kind', 'in', 'settings', 'alpha', 'zeta'])
    expect(component).toContain('"settings": { "z": 1, "a": 2 }')
  })

  it('changes one line for one small change', () => {
    const { design } = opened(fixture('support-agent'))
    const changed = {
      ...design,
      boundaries: design.boundaries?.map((boundary) =>
        boundary.id === 'saas' ? { ...boundary, trust: 50 } : boundary,
      ),
    } as Design
    const before = printDesign(design).split('\n')
    const after = printDesign(changed).split('\n')
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1)
  })
})

describe('a file that is no design', () => {
  it.each([
    ['', 'This file is empty. Choose another copy of it, or one of the backups.'],
    [
      '[1, 2]',
      'This is JSON, but no design. A design is an object that begins with {"format": "lintel/design", "version": 1.',
    ],
    [
      '{"format": "lintel/fragment"}',
      'This is a "lintel/fragment", a part of a design. Open a design and paste it there.',
    ],
    ['{"summary": {}}', 'This is JSON, but no Lintel design: it says no format.'],
    ['{"format": "tm/2"}', 'The format of this file is "tm/2"; a Lintel design has "lintel/design".'],
  ])('%s', (text, sentence) => {
    expect(refusal(text)?.sentence).toContain(sentence)
  })

  it('says where a text was cut off', () => {
    const text = fixture('research-rag')
    const problem = refusal(text.slice(0, text.indexOf('"guard-in"')))
    expect(problem).toMatchObject({ code: 'file', level: 'error' })
    expect(problem?.sentence).toMatch(/^This file was cut off: it ends on line \d+, in "components\[4\].+Get it again/)
    expect(problem?.line).toBe(text.slice(0, text.indexOf('"guard-in"')).split('\n').length)
  })

  it.each([
    ['"settings": {"a": 1,}', 11, 'there is a comma too many before "}"'],
    ['"settings": {"a": 1} // note', 11, 'JSON has no comments'],
    ["'in': 1", 11, 'expected a name in double quotes, found "\'in\':"'],
    ['"in" "vpc"', 11, 'expected a colon after "in"'],
    ['"in": vpc', 11, 'expected a value, found "vpc"'],
    ['"in": "a\\q"', 11, 'a backslash in the text'],
    ['"in": "a\nb"', 11, 'a text in quotes is broken over two lines'],
    ['"in": 01', 11, 'expected a comma or "}"'],
  ])('says what is no JSON: %s', (inside, line, sentence) => {
    const problem = refusal(small(inside))
    expect(problem?.sentence).toContain(sentence)
    expect(problem?.line).toBe(line)
  })

  it('is over the limit', () => {
    const text = small(`"notes": "${'ü'.repeat(600)}"`)
    expect(refusal(text, { maximumBytes: 1000 })?.sentence).toMatch(
      /^This file has 1,\d\d\d bytes; 1,000 is the limit\./,
    )
    expect(refusal(text, { maximumBytes: 2000 })).toBeUndefined()
    expect(refusal(' '.repeat(50_000_001))?.sentence).toBe(
      'This file has 50,000,001 bytes; 50,000,000 is the limit. A design keeps no attachments: move large texts and pictures out of it, and link to them.',
    )
  })

  it('nests without end', () => {
    expect(refusal('['.repeat(100_000))?.sentence).toContain('nested more than 300 deep')
  })
})

describe('a file with faults', () => {
  it('of a newer version opens read-only and keeps what is new in it', () => {
    const text = small('"holographic": {"a": [1]}').replace('"version": 1', '"version": 7')
    const { design, readOnly, problems } = opened(text)
    expect(readOnly).toBe(true)
    expect(problems).toMatchObject([{ level: 'warning', path: 'version', line: 3 }])
    expect(problems[0]?.sentence).toContain('version 7, newer than the 1')
    expect(design.components?.[0]).toHaveProperty('holographic')
  })

  it.each<[string, string, string, number]>([
    [
      '"settings": {"a": 1,\n "replicas": {"count": 2}}',
      'components[0].settings.replicas',
      '"replicas" of the component "Answer model" is an object; it takes a text, a number',
      12,
    ],
    [
      '"settings": {"usd": {"value": {}, "low": 1}}',
      'components[0].settings.usd.value',
      '"value" of the component "Answer model" is an object; it takes',
      11,
    ],
    [
      '"retries": 1, "product": null',
      'components[0].product',
      '"product" of the component "Answer model" is null. Leave it out, or write {"unknown": true}.',
      11,
    ],
    [
      '"product": 5',
      'components[0].product',
      '"product" of the component "Answer model" is 5; it takes a text, {"value": ..., "source": ...} or {"unknown": true}.',
      11,
    ],
    [
      '"holds": "docs"',
      'components[0].holds',
      '"holds" of the component "Answer model" is the text "docs"; it takes a list of ids.',
      11,
    ],
    ['"holds": [""]', 'components[0].holds[0]', 'it takes an id that is not empty', 11],
    [
      '"plans": [{"on": ["x"]}]',
      'components[0].plans[0].steps',
      '"steps" of the component "Answer model" is missing; it takes a list of steps.',
      11,
    ],
    [
      '"settings": {"a": NaN}',
      'components[0].settings.a',
      '"a" of the component "Answer model" is NaN, which is no number.',
      11,
    ],
    ['"settings": {"a": 1e999}', 'components[0].settings.a', 'is 1e999, which is no number', 11],
    [
      '"in": "a", "in": "b"',
      'components[0].in',
      '"in" of the component "Answer model" is written twice, on lines 11 and 11. The last one counts',
      11,
    ],
    [
      '"settings": {"__proto__": {"polluted": true}}',
      'components[0].settings.__proto__',
      'The name "__proto__" cannot be used',
      11,
    ],
  ])('%s', (inside, path, sentence, line) => {
    const { problems, design, readOnly } = opened(small(inside))
    const problem = problems.find((candidate) => candidate.path === path)
    expect(problem?.sentence).toContain(sentence)
    expect(problem).toMatchObject({ level: 'error', line })
    expect(readOnly).toBe(false)
    // The rest still opens.
    expect(design.components).toHaveLength(1)
    expect(parseDesign(printDesign(design)).problems.filter(({ code }) => code === 'file' || code === 'E13')).toEqual(
      [],
    )
  })

  it('keeps an element whose name or kind is missing, and leaves out one without what it is about', () => {
    const text = small('"in": "b"')
      .replace('"name": "Answer model",', '"name": 5,')
      .replace('"kind": "llm-api",', '')
      .replace('"components"', '"flows": [{"id": "f", "from": "llm"}], "components"')
    const { design, problems } = opened(text)
    expect(design.components?.[0]).toMatchObject({ name: 'Unnamed', kind: 'unknown' })
    expect(design.flows).toEqual([])
    expect(problems.map((problem) => problem.path)).toContain('flows[0].to')
    expect(problems.find((problem) => problem.path === 'components[0].name')?.sentence).toContain(
      'It opens as "Unnamed".',
    )
  })

  it('with a name beyond the limit opens read-only', () => {
    const long = 'n'.repeat(10_001)
    const { readOnly, problems, design } = opened(small('"in": "b"').replace('Answer model', long))
    expect(readOnly).toBe(true)
    expect(design.components?.[0]?.name).toHaveLength(10_001)
    const problem = problems.find((candidate) => candidate.code === 'E24')
    expect(problem).toMatchObject({ path: 'components[0].name', line: 9 })
    expect(problem?.sentence).toContain('has 10,001 characters; 10,000 is the limit.')
    expect(problem?.sentence.length).toBeLessThan(250)
    expect(opened(small('"in": "b"').replace('Answer model', 'n'.repeat(10_000))).readOnly).toBe(false)
  })

  it('with a null inside a variant is right: there null removes', () => {
    const text = small('"notes": "x"').replace(
      '"components"',
      '"variants": [{"id": "v", "name": "V", "type": "option", "changes": {"components": {"llm": {"notes": null, "settings": {"a": null}}}, "context": {"stage": null}}}], "components"',
    )
    expect(opened(text).problems).toEqual([])
  })

  it('gets all its problems, errors first, in the order of the lines', () => {
    const { problems } = opened(small('"settings": {"a": null},\n"holds": [\n5,\n"x"]'))
    expect(problems.map(({ line, level }) => [level, line])).toEqual([
      ['error', 11],
      ['error', 13],
      ['error', 14],
    ])
  })
})

describe('migrations', () => {
  const toTwo: Migration = {
    from: 1,
    summary: 'A name becomes a title.',
    migrate: ({ name, ...rest }) => ({ ...rest, name: `${String(name)} (migrated)` }),
  }
  const toThree: Migration = {
    from: 2,
    summary: 'Adds a summary.',
    migrate: (document) => ({ ...document, summary: 'new' }),
  }

  it('are applied one after the other, keep unknown keys, and are told', () => {
    const result = parseDesign(small('"later": true'), { migrations: [toTwo, toThree], version: 3 })
    expect(result).toMatchObject({
      ok: true,
      value: {
        readOnly: false,
        migratedFrom: 1,
        design: { version: 3, name: 'Small (migrated)', summary: 'new', components: [{ later: true }] },
      },
    })
  })

  it('leave a file of today alone', () => {
    const result = parseDesign(small('"later": true'))
    expect(result).toMatchObject({ ok: true, value: { readOnly: false } })
    expect(result).not.toHaveProperty('value.migratedFrom')
  })

  it('never skip a version', () => {
    expect(() => parseDesign(small('"a": 1'), { migrations: [toThree], version: 3 })).toThrow('from version 1')
  })
})
