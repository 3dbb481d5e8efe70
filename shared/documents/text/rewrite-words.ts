import type { Block, Inline, Outline, Picture, Text } from '../outline.ts'
import type { Workbook } from '../writers/xlsx/workbook.ts'

/** Where a piece of text stands. */
export interface WordPlace {
  /** What the same sentence says in front of it; empty at its beginning. */
  readonly before: string
  /** It is read by programs as well: a code, a field before a Markdown document, a cell of a workbook. */
  readonly isCode?: true
  /** It stands out, in larger type or bold, and has no full stop. */
  readonly isTitle?: true
  /** It is part of a picture or a chart, which sets its lines itself. */
  readonly isDrawn?: true
}
export type Rewrite = (text: string, place: WordPlace) => string
type Plain = (text: string) => string
const asCode: WordPlace = { before: '', isCode: true }
const asDrawn: WordPlace = { before: '', isDrawn: true }
const asTitle: WordPlace = { before: '', isTitle: true }

/** The outline with everything that people read in it rewritten; what a file of data holds stays as it is. */
export function rewriteWords(outline: Outline, rewrite: Rewrite): Outline {
  const plain: Plain = (text) => rewrite(text, { before: '' })
  return {
    ...outline,
    title: plain(outline.title),
    footer: plain(outline.footer),
    ...(outline.subtitle === undefined ? {} : { subtitle: plain(outline.subtitle) }),
    blocks: outline.blocks.map((block) => rewriteBlock(block, rewrite, plain)),
    ...(outline.workbook === undefined
      ? {}
      : { workbook: rewriteWorkbook(outline.workbook, (text) => rewrite(text, asCode)) }),
  }
}

/** Words of cells, and the titles and names of charts; formulas hold no words of people. */
function rewriteWorkbook({ sheets, ...rest }: Workbook, plain: Plain): Workbook {
  return {
    ...rest,
    sheets: sheets.map(({ rows, charts, ...sheet }) => ({
      ...sheet,
      rows: rows.map((cells) =>
        cells.map((cell) => (cell !== undefined && 'text' in cell ? { ...cell, text: plain(cell.text) } : cell)),
      ),
      ...(charts === undefined
        ? {}
        : {
            charts: charts.map((drawn) => ({
              ...drawn,
              title: plain(drawn.title),
              chart: rewriteChart(drawn.chart, plain),
            })),
          }),
    })),
  }
}

function rewriteChart<Drawn extends Extract<Block, { type: 'chart' }>['chart']>(chart: Drawn, plain: Plain): Drawn {
  return {
    ...chart,
    categories: chart.categories.map((name) => plain(name)),
    series: chart.series.map((series) => ({ ...series, name: plain(series.name) })),
  }
}

function rewriteText(text: Text, rewrite: Rewrite): Text {
  let before = ''
  return text.map((inline): Inline => {
    const place = { before, ...(typeof inline !== 'string' && inline.type === 'code' ? { isCode: true as const } : {}) }
    before += typeof inline === 'string' ? inline : inline.text
    return typeof inline === 'string' ? rewrite(inline, place) : { ...inline, text: rewrite(inline.text, place) }
  })
}

function rewriteBlock(block: Block, rewrite: Rewrite, plain: Plain): Block {
  const words = (text: Text): Text => rewriteText(text, rewrite)
  const drawn: Plain = (text) => rewrite(text, asDrawn)
  switch (block.type) {
    case 'pageBreak':
      return block
    case 'frontMatter':
      return { ...block, fields: rewriteFields(block.fields, (text) => rewrite(text, asCode)) }
    case 'heading':
      return { ...block, text: plain(block.text) }
    case 'paragraph':
      return { ...block, text: words(block.text) }
    case 'callout':
      return { ...block, title: rewrite(block.title, asTitle), text: words(block.text) }
    case 'list':
      return { ...block, items: block.items.map(words) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: plain(column.title) })),
        rows: block.rows.map((row) => row.map(words)),
        ...(block.caption === undefined ? {} : { caption: plain(block.caption) }),
      }
    case 'facts':
      return { ...block, rows: block.rows.map(({ label, value }) => ({ label: plain(label), value: words(value) })) }
    case 'diagram':
      return { ...block, caption: plain(block.caption), picture: rewritePicture(block.picture, drawn) }
    case 'chart':
      return { ...block, caption: plain(block.caption), chart: rewriteChart(block.chart, drawn) }
    case 'slide':
      return {
        ...block,
        title: plain(block.title),
        blocks: block.blocks.map((inner) => rewriteBlock(inner, rewrite, plain)),
        ...(block.footnote === undefined ? {} : { footnote: plain(block.footnote) }),
        ...(block.speakerNotes === undefined ? {} : { speakerNotes: plain(block.speakerNotes) }),
      }
    default:
      return block satisfies never
  }
}

type Fields = Extract<Block, { type: 'frontMatter' }>['fields']

function rewriteFields(fields: Fields, plain: Plain): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? plain(value) : value.map(plain)]),
  )
}

function rewritePicture(picture: Picture, plain: Plain): Picture {
  return {
    ...picture,
    boundaries: picture.boundaries.map((boundary) => ({
      ...boundary,
      title: plain(boundary.title),
      ...(boundary.subtitle === undefined ? {} : { subtitle: plain(boundary.subtitle) }),
    })),
    nodes: picture.nodes.map((node) => ({
      ...node,
      title: plain(node.title),
      ...(node.subtitle === undefined ? {} : { subtitle: plain(node.subtitle) }),
    })),
    edges: picture.edges.map((edge) => ({
      ...edge,
      ...(edge.label === undefined ? {} : { label: plain(edge.label) }),
      ...(edge.words === undefined ? {} : { words: plain(edge.words) }),
    })),
  }
}
