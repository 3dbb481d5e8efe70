import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../design/testing/fixtures.ts'
import type { Brand } from './brand.ts'
import type { DocumentContext } from './document.ts'
import { buildDocument, documents, findDocument } from './index.ts'
import type { Block, Slide } from './outline.ts'
import { deckParts, deckPlans, onePixel, zipped } from './testing/brand-files.ts'
import { wordParts } from './testing/brand-word-file.ts'
import { contextFor } from './testing/context-for.ts'
import { partsOf } from './testing/office-parts.ts'
import { formats, writeDocument } from './writers/index.ts'
import { lintPackage } from './writers/ooxml/lint-package.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const empty: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Empty' }
const designs = [researchRagDesign, supportAgentDesign, ...templates]
const contexts = designs.map((design) => contextFor(design, prices))
const rag = contexts[0]!
const agent = contexts[1]!

const decided = (context: DocumentContext): boolean => (context.design.decisions ?? []).length > 0
const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks)
const slidesOf = (context: DocumentContext): readonly Slide[] =>
  buildDocument(findDocument('deck')!, context).blocks.filter((block): block is Slide => block.type === 'slide')

describe('every document', () => {
  it('has an id, a title and at least one known format', () => {
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
    for (const document of documents) {
      expect(document.title).not.toBe('')
      expect(document.summary).toMatch(/\.$/)
      for (const format of document.formats) expect(formats.map(({ id }) => id)).toContain(format)
    }
  })

  for (const document of documents) {
    for (const format of document.formats) {
      it(`${document.id} as ${format} can be written for every design, the same each time`, async () => {
        for (const context of contexts) {
          if (document.perDecision === true && !decided(context)) continue
          const outline = buildDocument(document, context)
          const first = await writeDocument(outline, format)
          // A table without a row has its head.
          expect(first.length).toBeGreaterThan(format === 'csv' ? 90 : 200)
          expect(await writeDocument(buildDocument(document, context), format)).toEqual(first)
          expect(document.fileName(context)).toMatch(/^[a-z0-9-]+$/)
        }
      })
    }
  }

  it('can be written for a design with nothing in it', async () => {
    const context = contextFor(empty, prices)
    for (const document of documents) {
      if (document.perDecision === true) continue
      const outline = buildDocument(document, context)
      for (const format of document.formats) expect((await writeDocument(outline, format)).length).toBeGreaterThan(90)
    }
  })

  it('never says undefined, NaN or [object Object]', () => {
    for (const context of contexts) {
      for (const document of documents) {
        if (document.perDecision === true && !decided(context)) continue
        expect(textOf(buildDocument(document, context).blocks)).not.toMatch(/undefined|NaN|\[object|Infinity/)
      }
    }
  })
})

describe('every document of a client', () => {
  const confidential = 'Strictly confidential & <internal>'
  const client = 'Müller & Söhne מים'
  let brand: Brand
  beforeAll(async () => {
    brand = {
      client,
      confidentiality: confidential,
      accent: '#ffb81c',
      fonts: { headings: 'Corporate Serif', text: 'Corporate Sans' },
      logo: { type: 'image/png', bytes: onePixel, width: 1, height: 1 },
      presentation: { fileName: 'house.potx', bytes: await zipped(deckParts(Object.values(deckPlans)[1]!)) },
      wordFile: { fileName: 'house.dotx', bytes: await zipped(wordParts()) },
    }
  })
  const escaped = 'Strictly confidential &amp; &lt;internal&gt;'
  /** The parts of an Office file that stand on pages, each of which says who may read it. */
  const pages: Readonly<Record<string, RegExp>> = {
    pptx: /^ppt\/slides\/slide\d+\.xml$/,
    docx: /^word\/.*footer.*\.xml$/,
    xlsx: /^xl\/worksheets\/sheet\d+\.xml$/,
  }

  for (const document of documents) {
    it(`${document.id} has the client's look in every format, and says on every page who may read it`, async () => {
      const context = { ...(document.perDecision === true ? rag : agent), brand }
      for (const format of document.formats) {
        const written = await writeDocument(buildDocument(document, context), format)
        expect(await writeDocument(buildDocument(document, context), format)).toEqual(written)
        if (format === 'html' || format === 'pdf') {
          const footer = /@bottom-left \{ content: "([^"]*)"/.exec(String(written))?.[1] ?? ''
          expect(footer).toContain('Strictly confidential & \\3c internal\\3e')
          expect(written).toContain('Corporate Sans')
        }
        if (typeof written === 'string') continue
        const parts = await partsOf(written)
        expect(lintPackage(parts)).toEqual([])
        const own = [...parts].filter(([path]) => pages[format]!.test(path))
        expect(own.length).toBeGreaterThan(0)
        for (const [, xml = ''] of own) {
          const words = format === 'xlsx' ? escaped.replaceAll('&amp;', '&amp;&amp;') : escaped
          expect(xml.includes(words)).toBe(true)
          expect(xml.includes('Design ')).toBe(true)
        }
      }
    })
  }
})

describe('the threat model', () => {
  const outlineOf = (context: DocumentContext) => buildDocument(findDocument('threat-model')!, context)

  it('has its chapters, and counts that agree with the analysis', () => {
    for (const context of contexts) {
      const { blocks } = outlineOf(context)
      const chapters = blocks.flatMap((block) => (block.type === 'heading' && block.level === 2 ? [block.text] : []))
      expect(chapters).toEqual([
        'Summary',
        'Scope and assumptions',
        'Data flows',
        'Trust boundaries',
        'Data',
        'Actors and identities',
        'Threats',
        'Controls and treatment',
        'Accepted risks',
        'Open questions',
        'Coverage',
        'Catalogues and editions',
        'Sources and dates',
      ])
      const threats = context.analysis.findings.filter(({ lenses }) => lenses.includes('threat'))
      const counts = blocks.find(
        (block) => block.type === 'table' && block.caption === 'Threats by severity and status',
      )
      const all =
        counts?.type === 'table' ? counts.rows.map((row) => Number(JSON.stringify(row.at(-1)).replace(/\D/g, ''))) : []
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(threats.length)
      for (const threat of threats) expect(textOf(blocks)).toContain(JSON.stringify(threat.title).slice(1, -1))
    }
  })

  it('draws the path of the worst threats with their numbered steps', () => {
    const pictures = outlineOf(agent).blocks.flatMap((block) => (block.type === 'diagram' ? [block.picture] : []))
    const path = pictures.find((picture) => picture.edges.some(({ step }) => step === 1))
    expect(path).toBeDefined()
    expect(path!.nodes.some(({ emphasis }) => emphasis === 'proposed')).toBe(true)
    expect(path!.nodes.some(({ badge }) => badge !== undefined)).toBe(true)
  })

  it('lists every question, with who would know, and never counts unknown as covered', () => {
    const text = textOf(outlineOf(agent).blocks)
    for (const { text: question } of agent.analysis.questions)
      expect(text).toContain(JSON.stringify(question).slice(1, -1))
    expect(text).toContain('a fact that nobody knows counts as a question, never as covered')
  })
})

describe('the shown variant', () => {
  it('is what documents describe, also when the caller passes the design as filed', () => {
    const filed: Design = {
      ...researchRagDesign,
      shown: 'v-x',
      variants: [
        {
          id: 'v-x',
          name: 'X',
          type: 'option',
          changes: { components: { rerank: { name: 'Renamed by the option' } } },
        },
      ],
    }
    const context = { ...contextFor(filed, prices), design: filed }
    expect(textOf(buildDocument(findDocument('threat-model')!, context).blocks)).toContain('Renamed by the option')
  })
})

describe('what is marked internal', () => {
  const secret = 'Project Nightjar desk'
  const design: Design = {
    ...researchRagDesign,
    components: researchRagDesign.components!.map((component) =>
      component.id === 'review' ? { ...component, internal: true, name: secret } : component,
    ),
    assumptions: [
      ...researchRagDesign.assumptions!,
      { id: 'as-x', statement: 'Margin is 40 %', status: 'open', internal: true },
    ],
    risks: [{ id: 'r-x', statement: `We may leave; the ${secret} knows.` }],
  }
  const context = contextFor(design, prices)

  it('never leaves, in any document or format', async () => {
    expect(JSON.stringify(context.analysis)).toContain('review')
    for (const document of documents) {
      const outline = buildDocument(document, context)
      expect(JSON.stringify(outline)).not.toContain('Nightjar')
      expect(JSON.stringify(outline)).not.toContain('Margin is 40')
      for (const format of document.formats) {
        if (format !== 'pptx') expect(String(await writeDocument(outline, format))).not.toContain('Nightjar')
      }
      expect(outline.footer).toContain('Elements marked internal are left out')
    }
  })

  it('still counts in the totals', () => {
    const cost = slidesOf(context)[2]!.blocks.find((block) => block.type === 'chart')
    const series = cost?.type === 'chart' ? cost.chart.series : []
    const estimated = series.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
    expect(Math.abs(estimated - context.analysis.estimate.totalUsdPerMonth.value)).toBeLessThan(10)
    expect(series.map(({ name }) => name)).toContain('All others')
  })
})
