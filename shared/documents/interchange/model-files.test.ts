import { readFileSync, readdirSync } from 'node:fs'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Design, manualThreatRule, type Treatment } from '../../design/design.ts'
import { diffDesigns } from '../../design/diff.ts'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'
import { listAt, textAt } from '../../interchange/foreign-values.ts'
import { importText } from '../../interchange/index.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'
import type { DocumentFormat } from '../document.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const folder = 'resources/templates'
const templates = readdirSync(folder)
  .filter((name) => name.endsWith('.lintel.json'))
  .map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Design] as const)

async function fileOf(id: string, design: Design, format: DocumentFormat): Promise<string> {
  const document = findDocument(id)
  if (document === undefined) throw new Error(id)
  return String(await writeDocument(buildDocument(document, contextFor(design, prices)), format))
}

const models = [
  ['threat-dragon', 'json'],
  ['otm', 'json'],
  ['otm', 'yaml'],
] as const

describe.each(models)('%s as %s', (id, format) => {
  it.each(templates)(
    '%s leaves with the threats that rules found, and comes back without a difference',
    async (_, design) => {
      const read = importText(await fileOf(id, design, format), 'd-back')
      if (!read.ok) throw new Error(read.problems[0]?.sentence)
      const { shown, variants: _variants, ...drawn } = design
      expect(shown).toBeUndefined()
      expect(diffDesigns(design, read.value.design)).toEqual([])
      expect(drawn.components?.length).toBe(read.value.design.components?.length)
    },
  )
})

describe('a Threat Dragon model', () => {
  it('holds the threats of the rules, numbered, on what they are about; what is decided elsewhere comes back', async () => {
    const text = await fileOf('threat-dragon', supportAgentDesign, 'json')
    const file = JSON.parse(text) as {
      detail: {
        threatTop: number
        diagrams: { cells: { data: { threats?: { number: number; status: string; studio: { rule?: string } }[] } }[] }[]
      }
    }
    const threats = file.detail.diagrams.flatMap(({ cells }) => cells.flatMap(({ data }) => data.threats ?? []))
    expect(threats.length).toBeGreaterThan(0)
    expect(threats.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(threats.map((_, index) => index + 1))
    expect(file.detail.threatTop).toBe(threats.length)
    const [first] = threats
    if (first === undefined) throw new Error('no threat')
    first.status = 'Avoided'
    const read = importText(JSON.stringify(file), 'd-back')
    if (!read.ok) throw new Error('not read')
    const added = diffDesigns(supportAgentDesign, read.value.design)
    expect(added).toHaveLength(1)
    expect(added[0]).toMatchObject({
      type: 'added',
      collection: 'treatments',
      after: { response: 'avoid', rule: first.studio.rule },
    })
  })
})

describe.each(models)('threats that people wrote down, in %s as %s', (id, format) => {
  const about = [supportAgentDesign.components?.[0]?.id ?? '']
  const cell = { on: about[0] ?? '', method: 'stride', letter: 'T' } as const
  const decide = (name: string, treatment: Partial<Treatment>): Treatment =>
    ({ id: `t-${name}`, rule: manualThreatRule, on: [`r-${name}`], reason: 'Said so', ...treatment }) as Treatment
  const treatments = [
    decide('expired', { response: 'accept', approver: 'Ann', until: '2026-01-01' }),
    decide('unsigned', { response: 'accept', until: '2027-01-01' }),
    decide('signed', { response: 'accept', approver: 'Ann', until: '2027-01-01' }),
    decide('moved', { response: 'transfer', status: 'inProgress' }),
    decide('left', { response: 'avoid' }),
    decide('planned', { response: 'mitigate', status: 'inProgress' }),
    decide('done', { response: 'mitigate', status: 'done' }),
  ]
  const design: Design = {
    ...supportAgentDesign,
    risks: [
      ...treatments.map(({ on }) => ({ id: on[0] ?? '', name: on[0] ?? '', statement: 'It happens.', about, cell })),
      { id: 'r-grammar', statement: '', about, grammar: { source: 'customer', action: 'order twice' } },
    ],
    treatments,
  }

  it('stand as they do in every other document of the day, and come back without a difference', async () => {
    const text = await fileOf(id, design, format)
    const said = statesIn(parse(text))
    for (const { rule, anchors, status } of contextFor(design, prices).analysis.findings) {
      if (rule !== manualThreatRule || anchors[0] === 'r-grammar') continue
      expect([anchors[0], said.get(anchors[0] ?? '')]).toEqual([anchors[0], foreignWords[status]?.[id]])
    }
    expect(said.get('A customer can order twice')).toBe(foreignWords['open']?.[id])
    const read = importText(text, 'd-back')
    if (!read.ok) throw new Error('not read')
    expect(diffDesigns(design, read.value.design)).toEqual([])
  })
})

const foreignWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  open: { 'threat-dragon': 'Open', otm: 'exposed' },
  mitigated: { 'threat-dragon': 'Mitigated', otm: 'mitigated' },
  accepted: { 'threat-dragon': 'Accepted', otm: 'accepted' },
  transferred: { 'threat-dragon': 'Transferred', otm: 'transferred' },
  avoided: { 'threat-dragon': 'Avoided', otm: 'avoided' },
}

/** The state of each threat of a file by its title, of either format. */
function statesIn(file: unknown): ReadonlyMap<string, string> {
  const model = listAt(file, 'detail', 'diagrams').flatMap((diagram) =>
    listAt(diagram, 'cells').flatMap((drawn) => listAt(drawn, 'data', 'threats')),
  )
  if (model.length > 0) return new Map(model.map((each) => [textAt(each, 'title') ?? '', textAt(each, 'status') ?? '']))
  const states = new Map(
    ['components', 'dataflows'].flatMap((list) =>
      listAt(file, list).flatMap((item) =>
        listAt(item, 'threats').map((each) => [textAt(each, 'threat'), textAt(each, 'state') ?? ''] as const),
      ),
    ),
  )
  return new Map(
    listAt(file, 'threats').map((each) => [textAt(each, 'name') ?? '', states.get(textAt(each, 'id')) ?? '']),
  )
}

describe('threats as SARIF', () => {
  it('tell each way of attack as a flow of code, step by step', async () => {
    const log = JSON.parse(await fileOf('threat-results', supportAgentDesign, 'sarif')) as Log
    const paths = contextFor(supportAgentDesign, prices).analysis.findings.filter(
      ({ lenses, path = [] }) => lenses.includes('threat') && path.length > 1,
    )
    expect(paths.length).toBeGreaterThan(0)
    const told = (log.runs[0]?.results ?? []).filter(({ codeFlows }) => codeFlows !== undefined)
    expect(told).toHaveLength(paths.length)
    for (const result of told) {
      const path = paths.find(({ id }) => id === result.partialFingerprints?.['lintel/v1'])?.path ?? []
      const locations = result.codeFlows?.[0]?.threadFlows[0]?.locations ?? []
      expect(locations.map(({ location }) => location?.logicalLocations?.[0]?.name)).toEqual(path)
      expect(locations.every(({ location }) => (location?.physicalLocation?.region?.startLine ?? 0) > 1)).toBe(true)
    }
  })
})

describe('names that are programs elsewhere', () => {
  const evil = '=HYPERLINK("http://x","y")<img src=x onerror=alert(1)>'
  const named = <Element extends { readonly id: string }>(elements: readonly Element[] = []): readonly Element[] =>
    elements.map((element) => ({ ...element, name: evil }))
  const [first] = supportAgentDesign.components ?? []
  const design: Design = {
    ...supportAgentDesign,
    name: evil,
    boundaries: named(supportAgentDesign.boundaries),
    components: named(supportAgentDesign.components),
    flows: named(supportAgentDesign.flows),
    data: named(supportAgentDesign.data),
    risks: [{ id: 't-evil', name: evil, statement: evil, about: [first?.id ?? ''], grammar: { source: evil } }],
  }

  it('are words in a table', async () => {
    const text = await fileOf('threat-table', design, 'csv')
    expect(text).toContain('HYPERLINK')
    for (const cell of text.split(/\r\n|(?<=^|[^"](?:"")*"),/)) expect(cell).not.toMatch(/^"?[=+@]/)
  })

  it('are words in issues', async () => {
    const text = await fileOf('threat-issues', design, 'markdown')
    expect(text).toContain('HYPERLINK')
    expect(text).not.toMatch(/(?<!\\)<img/)
  })

  it('are words in a Threat Dragon model: text of labels and fields, which that tool shows as text', async () => {
    const file: unknown = JSON.parse(await fileOf('threat-dragon', design, 'json'))
    const keys = new Set(keysOf(file, evil))
    // No field that a reader takes for an address, a script or markup holds a name.
    expect([...keys].toSorted()).toEqual(['description', 'mitigation', 'name', 'source', 'statement', 'text', 'title'])
  })

  it('are quoted in YAML where an older reader takes them for something else', async () => {
    const [user] = supportAgentDesign.components ?? []
    if (user === undefined) throw new Error('no component')
    for (const word of ['no', 'Off', '1:30', '2026-11-22', 'null', '!!python/object:os.system', '*a']) {
      const said = { ...supportAgentDesign, components: [{ ...user, name: word }], flows: [] }
      const text = await fileOf('otm', said, 'yaml')
      expect([word, /^ {4}name: (.*)$/m.exec(text.slice(text.search(/^components:/m)))?.[1]]).toEqual([
        word,
        JSON.stringify(word),
      ])
    }
  })

  it.each(models)('come back as they were: %s as %s', async (id, format) => {
    const read = importText(await fileOf(id, design, format), 'd-back')
    if (!read.ok) throw new Error('not read')
    expect(diffDesigns(design, read.value.design)).toEqual([])
  })
})

/** The names of the fields in which a text stands somewhere. */
function keysOf(json: unknown, text: string, key = ''): readonly string[] {
  if (typeof json === 'string') return json.includes(text) ? [key] : []
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([name, value]) => keysOf(value, text, Array.isArray(json) ? key : name))
}
