import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design, Element } from '../design/design.ts'
import { findControl } from '../threats/controls.ts'
import { decodeText } from './decode-text.ts'
import { formats, recogniseFormat } from './index.ts'
import { recogniseKind } from './recognise-kind.ts'

const samples = new URL('../../../shared/samples/', import.meta.url)
const present = existsSync(samples)

function readSample(path: string): unknown {
  const decoded = decodeText(readFileSync(new URL(path, samples), 'utf8'))
  if (!decoded.ok) throw new Error(decoded.problems[0]?.sentence)
  return decoded.value
}

function importSample(path: string) {
  const content = readSample(path)
  const format = recogniseFormat(content)
  expect(format, path).toBeDefined()
  const result = format?.read(content, 'd-imported')
  if (result?.ok !== true) throw new Error(`${path}: ${result?.problems[0]?.sentence}`)
  return result.value
}

/** Every reference of an imported design leads somewhere, and ids are unique. */
function expectWhole(design: Design): void {
  const lists: readonly (readonly Element[] | undefined)[] = [
    design.boundaries,
    design.components,
    design.flows,
    design.data,
  ]
  const ids = lists.flatMap((list) => (list ?? []).map((element) => element.id))
  expect(new Set(ids).size).toBe(ids.length)
  const boundaries = new Set(design.boundaries?.map((boundary) => boundary.id))
  const components = new Set(design.components?.map((component) => component.id))
  for (const element of [...(design.boundaries ?? []), ...(design.components ?? [])]) {
    if (element.in !== undefined) expect(boundaries).toContain(element.in)
  }
  for (const flow of design.flows ?? []) {
    expect(components).toContain(flow.from)
    expect(components).toContain(flow.to)
  }
}

describe('foreign formats', () => {
  it('have unique ids and endings', () => {
    expect(new Set(formats.map((format) => format.id)).size).toBe(formats.length)
    for (const format of formats) expect(format.extensions.every((extension) => extension.startsWith('.'))).toBe(true)
  })

  it('recognise nothing in a file of no known format', () => {
    for (const content of [null, 3, 'text', [], {}, { nodes: [] }]) expect(recogniseFormat(content)).toBeUndefined()
  })

  it('answer a sentence, not an exception, for a hollow file', () => {
    const dragon = recogniseFormat({ summary: { title: 'Empty' }, detail: { diagrams: [] } })
    const result = dragon?.read({ summary: { title: 'Empty' }, detail: { diagrams: [] } }, 'd-1')
    expect(result?.ok).toBe(false)
    expect(result?.problems[0]?.sentence).toContain('nothing to import')
  })
})

describe.skipIf(!present)('sample files (skipped where the folder of samples is absent)', () => {
  const dragons = present
    ? readdirSync(new URL('threat-dragon/', samples)).filter((name) =>
        /^(?!v1|.*schema|.*malformed).*\.json$/.test(name),
      )
    : []

  it.each(dragons)('Threat Dragon: %s arrives whole', (name) => {
    const { design, readings } = importSample(`threat-dragon/${name}`)
    expectWhole(design)
    const content = readSample(`threat-dragon/${name}`) as { detail: { diagrams: { cells?: { shape: string }[] }[] } }
    const cells = content.detail.diagrams.flatMap((diagram) => diagram.cells ?? [])
    const nodes = cells.filter((cell) => ['actor', 'process', 'store'].includes(cell.shape))
    expect(design.components?.length).toBe(nodes.length)
    expect(readings.filter(({ collection }) => collection === 'components')).toHaveLength(nodes.length)
    for (const { why, confidence } of readings) expect([confidence, why.endsWith('.')]).toEqual([confidence, true])
  })

  it('Threat Dragon: containment is read from the drawing', () => {
    const { design } = importSample('threat-dragon/three-tier-web-app.json')
    const cloud = design.boundaries?.find((boundary) => boundary.name === 'Public Cloud')
    const database = design.components?.find((component) => component.name === 'PostgresSQL')
    expect(database?.in).toBe(cloud?.id)
    expect(database?.kind).toBe('relational-db')
  })

  it('Threat Dragon: the shape holds where the name speaks of another thing', () => {
    const kindOf = (name: string) =>
      importSample('threat-dragon/v2-threat-model.json').design.components?.find((one) => one.name === name)?.kind
    expect(kindOf('Worker Config')).toBe('relational-db')
    expect(kindOf('Message Queue')).toBe('queue')
    expect(kindOf('Browser')).toBe('client')
  })

  it('Threat Dragon 1 is read like 2: the same model in both', () => {
    const old = importSample('threat-dragon/v1-demo-threat-model.json').design
    const current = importSample('threat-dragon/v2-threat-model.json').design
    const names = (design: Design): readonly string[] => (design.components ?? []).map(({ name }) => name).toSorted()
    expect(names(old)).toEqual(names(current))
    expect(old.flows?.length).toBe(current.flows?.length)
    expect(old.risks?.map(({ name }) => name).toSorted()).toEqual(current.risks?.map(({ name }) => name).toSorted())
  })

  it('Threat Dragon: every threat arrives with its cell, rating and what was decided', () => {
    const { design, readings, leftOut } = importSample('threat-dragon/v2-threat-model.json')
    expect(design.risks).toHaveLength(14)
    expect(readings.filter(({ collection }) => collection === 'risks')).toHaveLength(14)
    const credentials = design.risks?.find(({ name }) => name === 'Accessing DB credentials')
    expect(credentials).toMatchObject({ likelihood: 4, impact: 4, cell: { method: 'stride', letter: 'I' } })
    const decided = design.treatments?.find(({ on }) => on.includes(credentials?.id ?? ''))
    expect(decided).toMatchObject({ response: 'mitigate', status: 'open' })
    expect(decided?.reason).toContain('Encrypt the DB credentials')
    expect(design.treatments?.filter(({ status }) => status === 'done')).toHaveLength(4)
    // Three boundary lines: what they cut off, or a sentence for each.
    const guessed = readings.filter(
      ({ collection, confidence }) => collection === 'boundaries' && confidence === 'guess',
    )
    expect(guessed.length + leftOut.filter((sentence) => sentence.includes('boundary line')).length).toBe(3)
    expect(design.views?.[0]?.notes).toContain('A Demo Threat Model')
  })

  it.each(['otm/mobile-cloud.otm.json', 'otm/nested_tz.otm'])('Open Threat Model: %s arrives whole', (path) => {
    const { design } = importSample(path)
    expectWhole(design)
    const content = readSample(path) as { components: unknown[]; trustZones: unknown[] }
    expect(design.components?.length).toBe(content.components.length)
    expect(design.boundaries?.length).toBe(content.trustZones.length)
  })

  it('Open Threat Model: threats and mitigations arrive, and no rule relies on them', () => {
    const { design } = importSample('otm/mobile-cloud.otm.json')
    expect(design.risks).toHaveLength(43)
    expect(design.controls).toHaveLength(43)
    expect(design.controls?.every(({ type, status }) => findControl(type) === undefined && status === 'proposed')).toBe(
      true,
    )
    const [risk] = design.risks ?? []
    expect(risk).toMatchObject({ likelihood: 5, impact: 5 })
  })

  it('Open Threat Model in YAML: assets, threats and places', () => {
    const { design, leftOut } = importSample('otm/EXAMPLE.yaml')
    expect(design.data?.map(({ classification }) => classification)).toEqual(['restricted', 'public'])
    expect(design.components?.find(({ name }) => name === 'Web Service')?.holds).toHaveLength(1)
    expect(leftOut.join(' ')).toContain('"Web Service" processes "Credit Card Data"')
    expect(leftOut.join(' ')).toContain('Application Code')
    const web = design.components?.find(({ name }) => name === 'Web Client')?.id ?? ''
    // Its zone stands at 600, 100 and it at 100, 100 in there; the drawing is spread to 2.4 times, for cards are larger.
    expect(design.views?.[0]?.places?.[web]).toEqual({ x: 700 * 2.4, y: 200 * 2.4 })
  })
})

describe('recognising kinds', () => {
  it.each([
    ['Weaviate', 'store', 'vector-store'],
    ['Answer model (GPT-4.1)', 'process', 'llm-api'],
    ['Accounting PostgreSQL', 'CD-AZURE-DB', 'relational-db'],
    ['SAP', 'ERP', 'external-system'],
    ['Jira', 'service', 'ticket-system'],
    ['Thing', 'mystery', 'unknown'],
  ])('%s (%s) is taken for %s', (name, type, kind) => {
    expect(recogniseKind(name, type, 'unknown').kind).toBe(kind)
  })
})
