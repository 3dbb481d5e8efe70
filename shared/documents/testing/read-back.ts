import { parse } from 'yaml'
import type { DocumentFormat } from '../document.ts'
import { filesInside, partsOf, withHyphens } from './office-parts.ts'

/** What stands in a written file, by the file alone: no part of a writer is asked. */
export interface ReadBack {
  /** Paragraph by paragraph, cell by cell; of decks the notes and the words of charts too. */
  readonly passages: readonly string[]
  /** Numbers of charts, of the workbooks inside them, and of cells. */
  readonly numbers: readonly number[]
}

/** Opens what a writer made. A page to print is read as a page; PDF itself is for whoever prints it. */
export async function readBack(written: string | Uint8Array, format: DocumentFormat): Promise<ReadBack> {
  if (typeof written !== 'string') return readOffice(written)
  if (format === 'html' || format === 'pdf') return { passages: readPage(written), numbers: [] }
  if (format === 'json' || format === 'sarif') return { passages: sentencesIn(JSON.parse(written)), numbers: [] }
  if (format === 'yaml') return { passages: sentencesIn(parse(written)), numbers: [] }
  return { passages: format === 'markdown' ? readMarkdown(written) : written.split('\n'), numbers: [] }
}

function sentencesIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(sentencesIn) : []
}

const inlineTags = /<\/?(?:strong|b|em|i|a|code|span|sup|sub|mark|tspan|bdi|wbr)(?:\s[^>]*)?>/g

function readPage(html: string): readonly string[] {
  return html
    .replaceAll(/<(style|script)\b.*?<\/\1>/gs, '')
    .replaceAll(inlineTags, '')
    .split(/<[^>]*>/)
    .map(plain)
}

function readMarkdown(markdown: string): readonly string[] {
  return markdown
    .replaceAll(/\]\([^)\n]*\)/g, ']')
    .replaceAll('\\|', '¦')
    .split(/[\n|]/)
    .map((line) => plain(line.replaceAll(/[*_`\\[\]]/g, '')))
}

async function readOffice(bytes: Uint8Array): Promise<ReadBack> {
  const inner = await Promise.all((await filesInside(bytes)).map(readOffice))
  const own = [...(await partsOf(bytes))].map(([path, xml = '']): ReadBack => {
    if (/theme|styles|rels|layout|master|numbering|docProps/i.test(path)) return { passages: [], numbers: [] }
    return {
      passages: withHyphens(xml)
        .split(/<\/(?:\w+:)?(?:p|c|si|pt|text)>/)
        .map(wordsIn),
      numbers: [
        ...[...xml.matchAll(/<c:num(?:Cache|Lit)>(.*?)<\/c:num(?:Cache|Lit)>/gs)].flatMap(([, all = '']) =>
          valuesIn(all),
        ),
        ...(path.includes('worksheets/') ? cellNumbers(xml) : []),
      ],
    }
  })
  const all = [...own, ...inner]
  return { passages: all.flatMap(({ passages }) => passages), numbers: all.flatMap(({ numbers }) => numbers) }
}

/** Runs of text, and texts of an SVG drawing, which stand between other tags. */
function wordsIn(xml: string): string {
  const runs = [...xml.matchAll(/<(?:\w+:)?(?:t|text)(?:\s[^>]*)?>(.*?)(?:<\/(?:\w+:)?t>|$)/gs)]
  return plain(runs.map(([, words = '']) => words.replaceAll(/<[^>]*>/g, '')).join(''))
}

function valuesIn(xml: string): readonly number[] {
  return [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value))
}

function cellNumbers(xml: string): readonly number[] {
  return [...xml.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].flatMap(([, attributes = '', body = '']) => {
    const value = /<v>([^<]*)<\/v>/.exec(body)?.[1]
    return value === undefined || /t="(?:s|inlineStr|str)"/.test(attributes) ? [] : [Number(value)]
  })
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&(?:apos|#39);/g, "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
}
