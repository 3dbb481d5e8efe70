import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design, Element } from '../design/design.ts'
import { formats, recogniseFormat } from './index.ts'
import { recogniseKind } from './recognise-kind.ts'

const samples = new URL('../../../shared/samples/', import.meta.url)
const present = existsSync(samples)

function readSample(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, samples), 'utf8'))
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
    expect(readings.length).toBe(nodes.length + (design.boundaries?.length ?? 0))
  })

  it('Threat Dragon: containment is read from the drawing', () => {
    const { design } = importSample('threat-dragon/three-tier-web-app.json')
    const cloud = design.boundaries?.find((boundary) => boundary.name === 'Public Cloud')
    const database = design.components?.find((component) => component.name === 'PostgresSQL')
    expect(database?.in).toBe(cloud?.id)
    expect(database?.kind).toBe('relational-db')
  })

  it('Threat Dragon 1 gets a sentence with the way out', () => {
    const content = readSample('threat-dragon/v1-demo-threat-model.json')
    const result = recogniseFormat(content)?.read(content, 'd-1')
    expect(result?.ok).toBe(false)
    expect(result?.problems[0]?.sentence).toContain('Open it in Threat Dragon 2')
  })

  it.each(['otm/mobile-cloud.otm.json', 'otm/nested_tz.otm'])('Open Threat Model: %s arrives whole', (path) => {
    const { design } = importSample(path)
    expectWhole(design)
    const content = readSample(path) as { components: unknown[]; trustZones: unknown[] }
    expect(design.components?.length).toBe(content.components.length)
    expect(design.boundaries?.length).toBe(content.trustZones.length)
  })

  it('Open Threat Model: what is left out is said', () => {
    const { leftOut } = importSample('otm/mobile-cloud.otm.json')
    expect(leftOut.join(' ')).toContain('43 threats')
  })
})

describe('recognising kinds', () => {
  it.each([
    ['Weaviate', 'store', 'vector-store'],
    ['Answer model (GPT-4.1)', 'process', 'llm-api'],
    ['Accounting PostgreSQL', 'CD-AZURE-DB', 'relational-db'],
    ['Thing', 'mystery', 'unknown'],
  ])('%s (%s) is taken for %s', (name, type, kind) => {
    expect(recogniseKind(name, type, 'unknown').kind).toBe(kind)
  })
})
