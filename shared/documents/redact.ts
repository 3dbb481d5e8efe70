import type { Block, Inline, Outline, Picture, Text } from './outline.ts'
import { capital } from '../design/wording.ts'
import type { Workbook } from './writers/xlsx/workbook.ts'

/** What stands where a withheld element was named. */
export const withheldName = 'an internal element'

/**
 * The last gate before a file is written: sentences that name a withheld element say "an internal element" instead, with
 * the article that stood before the name taken along.
 */
export function redact(outline: Outline, names: readonly string[]): Outline {
  if (names.length === 0) return outline
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:the|an?|this)\\s+)?(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu')
  const clean: Clean = (text, opens = true) =>
    text.replace(pattern, (_, at: number) =>
      (at === 0 && opens) || /[.!?]\s$/.test(text.slice(0, at)) ? capital(withheldName) : withheldName,
    )
  return {
    ...outline,
    title: clean(outline.title),
    footer: clean(outline.footer),
    ...(outline.subtitle === undefined ? {} : { subtitle: clean(outline.subtitle) }),
    blocks: outline.blocks.map((block) => redactBlock(block, clean)),
    ...(outline.workbook === undefined ? {} : { workbook: redactWorkbook(outline.workbook, clean) }),
    ...(outline.data === undefined ? {} : { data: redactData(outline.data, clean) as object }),
  }
}

/** Words of cells, and the titles and names of charts; formulas hold no words of people. */
function redactWorkbook({ sheets, ...rest }: Workbook, clean: Clean): Workbook {
  return {
    ...rest,
    sheets: sheets.map(({ rows, charts, ...sheet }) => ({
      ...sheet,
      rows: rows.map((cells) =>
        cells.map((cell) => (cell !== undefined && 'text' in cell ? { ...cell, text: clean(cell.text) } : cell)),
      ),
      ...(charts === undefined
        ? {}
        : {
            charts: charts.map((drawn) => ({
              ...drawn,
              title: clean(drawn.title),
              chart: {
                ...drawn.chart,
                categories: drawn.chart.categories.map((name) => clean(name)),
                series: drawn.chart.series.map((series) => ({ ...series, name: clean(series.name) })),
              },
            })),
          }),
    })),
  }
}

/** What people read in a file of data; keys, references and words of its format stay as they are. */
const readable: ReadonlySet<string> = new Set(['name', 'description', 'value', 'trustZone', 'users', 'useCases'])

/** Several words are meant for people wherever they stand: no id, address or word of a format has a space. */
function isReadable(text: string, key: string): boolean {
  return readable.has(key) || /\s/.test(text)
}

function redactData(data: unknown, clean: Clean, key = ''): unknown {
  if (typeof data === 'string') return isReadable(data, key) ? clean(data) : data
  if (Array.isArray(data)) return data.map((each) => redactData(each, clean, key))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, redactData(value, clean, name)]))
}

/** `opens`: whether the words begin a sentence or stand alone. */
type Clean = (text: string, opens?: boolean) => string

function redactText(text: Text, clean: Clean): Text {
  return text.map((inline, index): Inline =>
    typeof inline === 'string' ? clean(inline, index === 0) : { ...inline, text: clean(inline.text, index === 0) },
  )
}

function redactBlock(block: Block, clean: Clean): Block {
  switch (block.type) {
    case 'pageBreak':
      return block
    case 'frontMatter':
      return {
        ...block,
        fields: Object.fromEntries(
          Object.entries(block.fields).map(([key, value]) => [
            key,
            typeof value === 'string' ? clean(value) : value.map((each) => clean(each)),
          ]),
        ),
      }
    case 'heading':
      return { ...block, text: clean(block.text) }
    case 'paragraph':
      return { ...block, text: redactText(block.text, clean) }
    case 'callout':
      return { ...block, title: clean(block.title), text: redactText(block.text, clean) }
    case 'list':
      return { ...block, items: block.items.map((item) => redactText(item, clean)) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: clean(column.title) })),
        rows: block.rows.map((row) => row.map((cell) => redactText(cell, clean))),
        ...(block.caption === undefined ? {} : { caption: clean(block.caption) }),
      }
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(({ label, value }) => ({ label: clean(label), value: redactText(value, clean) })),
      }
    case 'diagram':
      return { ...block, caption: clean(block.caption), picture: redactPicture(block.picture, clean) }
    case 'chart':
      return {
        ...block,
        caption: clean(block.caption),
        chart: {
          ...block.chart,
          categories: block.chart.categories.map((each) => clean(each)),
          series: block.chart.series.map((series) => ({ ...series, name: clean(series.name) })),
        },
      }
    case 'slide':
      return {
        ...block,
        title: clean(block.title),
        blocks: block.blocks.map((inner) => redactBlock(inner, clean)),
        ...(block.footnote === undefined ? {} : { footnote: clean(block.footnote) }),
        ...(block.speakerNotes === undefined ? {} : { speakerNotes: clean(block.speakerNotes) }),
      }
    default:
      return block satisfies never
  }
}

function redactPicture(picture: Picture, clean: Clean): Picture {
  return {
    ...picture,
    boundaries: picture.boundaries.map((boundary) => ({
      ...boundary,
      title: clean(boundary.title),
      ...(boundary.subtitle === undefined ? {} : { subtitle: clean(boundary.subtitle) }),
    })),
    nodes: picture.nodes.map((node) => ({
      ...node,
      title: clean(node.title),
      ...(node.subtitle === undefined ? {} : { subtitle: clean(node.subtitle) }),
    })),
    edges: picture.edges.map((edge) => ({
      ...edge,
      ...(edge.label === undefined ? {} : { label: clean(edge.label) }),
      ...(edge.words === undefined ? {} : { words: clean(edge.words) }),
    })),
  }
}
