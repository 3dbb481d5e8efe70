import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Design } from '../design/design.ts'
import { diffDesigns } from '../design/diff.ts'
import { parseDesign } from '../design/file.ts'
import { arbitraryDesign, runs } from '../design/testing/arbitrary-design.ts'
import { vocabulary } from '../vocabulary.ts'
import { decodeText } from './decode-text.ts'
import { listAt, textAt, valueAt } from './foreign-values.ts'
import type { Format } from './format.ts'
import { formats, importText, recogniseFormat } from './index.ts'

const samples = new URL('../../../shared/samples/', import.meta.url)
const isPresent = existsSync(samples)
const templates = new URL('../../resources/templates/', import.meta.url)
const writing = formats.filter((format) => format.write !== undefined)

function written(format: Format, design: Design): object {
  const { write } = format
  if (write === undefined) throw new Error(`${format.id} does not write`)
  return write(design, [])
}

function readBack(text: string): Design {
  const read = importText(text, 'd-imported')
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  return read.value.design
}

function template(name: string): Design {
  const read = parseDesign(readFileSync(new URL(name, templates), 'utf8'), { vocabulary })
  if (!read.ok) throw new Error(name)
  return read.value.design
}

const templateNames = readdirSync(templates).filter((name) => name.endsWith('.lintel.json'))

/** A design with a threat of each way out, so that what people wrote down makes the trip too. */
function withThreats(design: Design): Design {
  const [first, second] = design.components ?? []
  if (first === undefined) return design
  const about = second === undefined ? [first.id] : [first.id, second.id]
  return {
    ...design,
    risks: [
      {
        id: 't-1',
        name: '=cmd()',
        statement: 'Somebody <b>reads</b> it.',
        about,
        likelihood: 4,
        impact: 5,
        cell: { on: first.id, method: 'stride', letter: 'I' },
      },
      { id: 't-2', statement: 'Nobody judged it.', about, grammar: { goal: 'money', source: 'a clerk' } },
      { id: 't-3', statement: 'About nothing that is drawn.', likelihood: 1, impact: 1, grammar: {} },
      { id: 't-4', statement: 'A risk of the project, no threat.' },
    ],
    treatments: [
      { id: 'x-1', rule: 'manual-threat', on: ['t-1'], response: 'mitigate', status: 'inProgress', reason: 'Keys.' },
      {
        id: 'x-2',
        rule: 'manual-threat',
        on: ['t-2'],
        response: 'accept',
        reason: 'Cheap.',
        approver: 'Ada',
        until: '2027-01-01',
      },
    ],
  }
}

describe.each(writing.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it.each(templateNames)('template %s comes back as it went', (name) => {
    const design = withThreats(template(name))
    expect(diffDesigns(design, readBack(JSON.stringify(written(format, design))))).toEqual([])
  })

  it('any design comes back as it went, as JSON and as YAML', () => {
    assert(
      property(arbitraryDesign, (drawn) => {
        const design = withThreats(drawn)
        const content = written(format, design)
        expect(diffDesigns(design, readBack(JSON.stringify(content)))).toEqual([])
        expect(diffDesigns(design, readBack(stringify(content)))).toEqual([])
      }),
      runs(60),
    )
  })

  it('is the same bytes each time', () => {
    const design = template(templateNames[0] ?? '')
    expect(JSON.stringify(written(format, design))).toBe(JSON.stringify(written(format, design)))
  })
})

/** Ids of boxes and boundaries of a Threat Dragon file, and of what an Open Threat Model lists. */
function idsIn(content: unknown): readonly unknown[] {
  const diagrams = listAt(content, 'detail', 'diagrams')
  const cells = diagrams.flatMap((each) => listAt(valueAt(each, 'diagramJson') ?? each, 'cells'))
  const boxes = cells.filter((cell) =>
    /^(tm\.)?(actor|process|store)$|boundary-?box/i.test(textAt(cell, 'shape') ?? textAt(cell, 'type') ?? ''),
  )
  const lists = ['assets', 'trustZones', 'components', 'dataflows', 'threats']
  return [...boxes, ...lists.flatMap((list) => listAt(content, list))].map((each) => valueAt(each, 'id'))
}

describe('what another tool changed in a file of ours', () => {
  const design = withThreats(template('customer-support-agent.lintel.json'))

  it('wins, and the rest stays', () => {
    const [dragon] = formats.filter(({ id }) => id === 'threat-dragon')
    if (dragon === undefined) throw new Error('no Threat Dragon')
    const file = JSON.parse(JSON.stringify(written(dragon, design))) as {
      detail: {
        diagrams: {
          cells: {
            shape: string
            data: { name: string; threats: { title: string; status: string }[]; studio: { id: string } }
          }[]
        }[]
      }
    }
    const cells = file.detail.diagrams[0]?.cells ?? []
    const agent = cells.find(({ shape }) => shape === 'process')
    const threatened = cells.find(({ data }) => data.threats.some(({ title }) => title === '=cmd()'))
    if (agent === undefined || threatened === undefined) throw new Error('no cell')
    agent.data.name = 'Renamed elsewhere'
    for (const threat of threatened.data.threats) if (threat.title === '=cmd()') threat.status = 'Transferred'
    const changes = diffDesigns(design, readBack(JSON.stringify(file)))
    expect(changes.map(({ collection, field, after }) => [collection, field, after])).toEqual(
      expect.arrayContaining([
        ['components', 'name', 'Renamed elsewhere'],
        ['treatments', 'response', 'transfer'],
      ]),
    )
    expect(changes.filter(({ collection }) => collection !== 'treatments' && collection !== 'risks')).toHaveLength(1)
  })

  it('takes an element away with what hangs on it, and says so where more than that goes', () => {
    const [otm] = formats.filter(({ id }) => id === 'otm')
    if (otm === undefined) throw new Error('no OTM')
    const file = JSON.parse(JSON.stringify(written(otm, design))) as { components: { id: string }[] }
    const gone = design.components?.[0]?.id
    file.components = file.components.filter(({ id }) => id !== gone)
    const read = importText(JSON.stringify(file), 'd-2')
    if (!read.ok) throw new Error('not read')
    expect(read.value.design.components?.some(({ id }) => id === gone)).toBe(false)
    expect(read.value.design.flows?.some(({ from, to }) => from === gone || to === gone)).toBe(false)
    expect(read.value.leftOut.join(' ')).toContain('is not a component of the file')
    const again = parseDesign(JSON.stringify(read.value.design), { vocabulary })
    expect(again.problems.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe.skipIf(!isPresent)('files of others (skipped where the folder of samples is absent)', () => {
  const files = isPresent
    ? ['threat-dragon', 'otm'].flatMap((folder) =>
        readdirSync(new URL(`${folder}/`, samples))
          .filter((name) => !/schema|malformed/.test(name))
          .map((name) => `${folder}/${name}`),
      )
    : []

  it.each(files)('%s is read, written and read again without a difference', (path) => {
    const design = readBack(readFileSync(new URL(path, samples), 'utf8'))
    const checked = parseDesign(JSON.stringify(design), { vocabulary })
    expect(checked.problems.filter(({ level }) => level === 'error')).toEqual([])
    for (const format of writing) {
      expect(diffDesigns(design, readBack(JSON.stringify(written(format, design))))).toEqual([])
    }
  })

  it.each(files)('%s goes back under the ids of its owner', (path) => {
    const decoded = decodeText(readFileSync(new URL(path, samples), 'utf8'))
    const content = decoded.ok ? decoded.value : undefined
    const format = recogniseFormat(content)
    if (format === undefined) throw new Error(path)
    const read = format.read(content, 'd-imported')
    if (!read.ok) throw new Error(path)
    const back: unknown = JSON.parse(JSON.stringify(written(format, read.value.design)))
    expect(idsIn(content).length).toBeGreaterThan(0)
    expect(idsIn(back)).toEqual(expect.arrayContaining([...idsIn(content)]))
  })

  const schemas: Readonly<Record<string, string>> = {
    'threat-dragon': 'threat-dragon/threat-dragon-v2.schema.json',
    otm: 'otm/otm_schema.json',
  }
  const validatorOf = (id: string): ValidateFunction => {
    const schema = JSON.parse(readFileSync(new URL(schemas[id] ?? '', samples), 'utf8')) as object
    return new Ajv({ strict: false, allErrors: true }).compile(schema)
  }
  const faultsIn = (validate: ValidateFunction, file: object): readonly string[] => {
    validate(JSON.parse(JSON.stringify(file)))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

  it.each(Object.keys(isPresent ? schemas : {}))('%s files are valid against the official schema', (id) => {
    const format = formats.find((each) => each.id === id)
    if (format === undefined) throw new Error(id)
    const validate = validatorOf(id)
    const designs = [
      ...templateNames.map((name) => withThreats(template(name))),
      ...files.map((path) => readBack(readFileSync(new URL(path, samples), 'utf8'))),
    ]
    for (const design of designs) expect(faultsIn(validate, written(format, design)), design.name).toEqual([])
    assert(
      property(arbitraryDesign, (design) => {
        expect(faultsIn(validate, written(format, withThreats(design)))).toEqual([])
      }),
      runs(40),
    )
  })

  it('a schema notices what it does not allow', () => {
    const cell = { id: 'ab', shape: 'flow', zIndex: 1, source: { x: 1.5 }, data: { type: 'x' } }
    const diagram = { id: 0, title: 't', diagramType: 'STRIDE', thumbnail: '', version: '2', cells: [cell] }
    const detail = { contributors: [], diagramTop: 0, reviewer: '', threatTop: 0, diagrams: [diagram] }
    const dragon = { version: '2.5.0', summary: { title: 'x' }, detail }
    expect(faultsIn(validatorOf('threat-dragon'), dragon)).toEqual(
      expect.arrayContaining([
        "/detail/diagrams/0/cells/0/data must have required property 'hasOpenThreats'",
        '/detail/diagrams/0/cells/0/source/x must be integer',
      ]),
    )
    const components = [{ id: 'c', name: 'c', type: 't', parent: {} }]
    expect(faultsIn(validatorOf('otm'), { otmVersion: '0.2.0', project: { name: 'a', id: 'b' }, components })).toEqual(
      expect.arrayContaining(['/components/0/parent must match exactly one schema in oneOf']),
    )
  })
})
