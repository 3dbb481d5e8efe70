import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { governDesign } from '../govern-design.ts'
import type { DocumentContext, DocumentDefinition } from './document.ts'
import { buildDocument, contextsFor, documents } from './index.ts'
import type { Outline } from './outline.ts'
import { contextFor } from './testing/context-for.ts'
import { type Explain, explainFigures } from './testing/known-figures.ts'
import { numbersOf, passagesOf } from './testing/outline-words.ts'
import { readBack } from './testing/read-back.ts'
import { plainSpaces, readFigures } from './testing/read-figures.ts'
import { writeDocument } from './writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

interface Made {
  readonly document: DocumentDefinition
  readonly outline: Outline
}

function makeAll(context: DocumentContext): readonly Made[] {
  return documents.flatMap((document) =>
    contextsFor(document, context).map((own) => ({ document, outline: buildDocument(document, own) })),
  )
}

function withGovernance(context: DocumentContext): DocumentContext {
  return { ...context, governance: governDesign(context.graph, context.analysis, context.date) }
}

/** Figures of a document that are none of the analysis or the design, each with the words around it. */
function unexplained({ document, outline }: Made, explain: Explain): readonly string[] {
  return passagesOf(outline).flatMap((passage) =>
    explain(passage).flatMap(({ figure, why }) =>
      why === undefined ? [`${document.id}: ${figure.text} in "${passage.words}"`] : [],
    ),
  )
}

/** Letters, digits and signs alone: quotes, dashes around words and line breaks are the writers' own. */
const bare = (text: string): string => plainSpaces(text).replaceAll(/[^\p{L}\p{N}.%$€]/gu, '')
const reach = 12

/** Figures and numbers of a written file that its document does not say in the same words. */
async function misread(outline: Outline, written: string | Uint8Array, format: Made['document']['formats'][number]) {
  const said = passagesOf(outline)
    .map(({ words }) => bare(words))
    .join('\n')
  const known = new Set(numbersOf(outline).map((number) => number.toPrecision(9)))
  const { passages, numbers } = await readBack(written, format)
  const wrong = passages.flatMap((passage) =>
    readFigures(passage).flatMap(({ text, end }) => {
      const own = bare(plainSpaces(passage).slice(0, end)).slice(-bare(text).length - reach)
      return said.includes(own) ? [] : [`${text} in "${passage}"`]
    }),
  )
  return [...wrong, ...numbers.filter((number) => !known.has(number.toPrecision(9))).map(String)]
}

describe.each(templates.map((design) => [design.name, design] as const))('the documents of "%s"', (_name, design) => {
  let context: DocumentContext
  let made: readonly Made[]
  beforeAll(() => {
    context = withGovernance(contextFor(design, prices))
    made = makeAll(context)
  })

  it('say the numbers of the analysis, in its rounding and unit', () => {
    const explain = explainFigures(context)
    expect(made.flatMap((each) => unexplained(each, explain))).toEqual([])
  })

  it('say the same numbers in every format', async () => {
    const wrong: string[] = []
    for (const { document, outline } of made)
      for (const format of document.formats)
        for (const each of await misread(outline, await writeDocument(outline, format), format))
          wrong.push(`${document.id} as ${format}: ${each}`)
    expect(wrong).toEqual([])
  })
})

describe('the second reader', () => {
  let context: DocumentContext
  let explain: Explain
  beforeAll(() => {
    context = withGovernance(contextFor(templates[0]!, prices))
    explain = explainFigures(context)
  })

  it.each([
    ['money', /usd/i],
    ['times', /Ms$|\.(?:first|full|unattended)\./],
    ['one total', /^\.totalUsdPerMonth\.value$/],
  ])('notices documents that say other %s than the analysis', (_, meant) => {
    const { analysis } = context
    const estimate = mapLeaves(analysis.estimate, (leaf, path) =>
      typeof leaf === 'number' && meant.test(path) ? leaf * 1.31 : leaf,
    )
    const noticed = makeAll({ ...context, analysis: { ...analysis, estimate } }).filter(
      (each) => unexplained(each, explain).length > 0,
    )
    expect(noticed.map(({ document }) => document.id)).toEqual(
      expect.arrayContaining(['review-pack', 'solution-architecture', 'one-pager', 'deck', 'engineers-deck']),
    )
  })

  it('notices one wrong figure in one place of a file, in every format', async () => {
    const formats = new Set<string>()
    for (const { document, outline } of makeAll(context)) {
      const planted = withWrongFigure(outline)
      if (JSON.stringify(planted) === JSON.stringify(outline)) continue
      for (const format of document.formats) {
        const wrong = await misread(outline, await writeDocument(planted, format), format)
        expect(wrong, `${document.id} as ${format}`).not.toEqual([])
        formats.add(format)
      }
    }
    expect([...formats]).toEqual(expect.arrayContaining(['markdown', 'html', 'pdf', 'docx', 'pptx', 'xlsx', 'csv']))
  })

  it('notices one wrong bar of a chart, and the number in the workbook behind it', async () => {
    const { outline } = makeAll(context).find(({ document }) => document.id === 'deck')!
    const planted = mapLeaves(outline, (leaf, path) =>
      typeof leaf === 'number' && path.endsWith('.chart.series.0.values.0') ? leaf + 4321 : leaf,
    )
    const wrong = await misread(outline, await writeDocument(planted, 'pptx'), 'pptx')
    expect(wrong.length).toBeGreaterThanOrEqual(2)
  })
})

/** The same with other leaves. */
function mapLeaves<T>(value: T, change: (leaf: unknown, path: string) => unknown, path = ''): T {
  if (Array.isArray(value)) return value.map((each: unknown, at) => mapLeaves(each, change, `${path}.${at}`)) as T
  if (typeof value !== 'object' || value === null) return change(value, path) as T
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapLeaves(each as unknown, change, `${path}.${key}`)]),
  ) as T
}

/** The same with another number in the first sentence that has a figure: of its blocks, its sheets and its data each. */
function withWrongFigure(outline: Outline): Outline {
  const done = new Set<string>()
  return mapLeaves(outline, (leaf, path) => {
    const part = /^\.(blocks|workbook|data)\./.exec(path)?.[1]
    if (typeof leaf !== 'string' || part === undefined || done.has(part) || /picture|fields/.test(path)) return leaf
    const [first] = readFigures(leaf)
    if (first === undefined) return leaf
    done.add(part)
    const plain = plainSpaces(leaf)
    const start = first.end - first.text.length
    return `${plain.slice(0, start)}${first.text.replace(/\d/, '97')}${plain.slice(first.end)}`
  })
}
