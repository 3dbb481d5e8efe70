import { textWidth } from '../../layout/text-width.ts'
import type { Block, Chart, Column, Picture, Text } from '../outline.ts'
import { isIntroduced, isTags, keepsNextItem, keepsNextRow, standsInPairs } from './page-breaks.ts'

/** How a writer sets its pages, in points: what is needed to reckon how far words, tables and pictures reach. */
export interface PageType {
  /** Between the margins. */
  readonly width: number
  readonly height: number
  /** The type's size, what a line takes of the height, and the room that a paragraph adds to its lines. */
  readonly text: LineType
  readonly item: LineType & { readonly indent: number }
  /** Of levels 2, 3 and so on; deeper ones look like the last. */
  readonly headings: readonly [LineType, ...LineType[]]
  readonly callout: { readonly indent: number; readonly around: number }
  readonly table: LineType & {
    readonly caption: number
    readonly head: number
    readonly after: number
    /** The room for words in each column. */
    widths(columns: readonly Column[], rows: readonly (readonly Text[])[]): readonly number[]
    /** The same beside the label of a fact, where so many stand in a row. */
    factWidth(inRow: number): number
  }
  /** The words of a text as they are set. */
  readonly words: (text: Text) => string
  /** With the caption. */
  pictureHeight(picture: Picture): number
  chartHeight(chart: Chart): number
}
interface LineType {
  readonly size: number
  readonly line: number
  readonly around: number
}

/** What stands together in height, in points, and whether it stays on the page of what follows. */
interface Piece {
  readonly height: number
  readonly keeps?: boolean
}

/** The space below what ends a page needs no room on it, in points. */
const offPage = 12

/**
 * How full the last page is, 0 to 1, after upright blocks: only what prints knows it, so it is reckoned from widths of
 * letters and the type of the page, good to a tenth of a page over a few pages. `openingPoints`: what stands before the
 * blocks.
 */
export function fillOfPage(blocks: readonly Block[], type: PageType, openingPoints = 0): number {
  const page = type.height
  let filled = openingPoints % page
  let together = 0
  const close = (): void => {
    filled = filled + together <= page + offPage ? Math.min(page, filled + together) : together % page
    together = 0
  }
  blocks.forEach((block, index) => {
    for (const { height, keeps } of piecesOf(block, type, blocks[index + 1])) {
      together += height
      if (keeps !== true) close()
    }
  })
  close()
  return filled / page
}

/** What upright blocks take of the height, in points, were the page endless: reckoned as `fillOfPage` does. */
export function heightOf(blocks: readonly Block[], type: PageType): number {
  const pieces = blocks.flatMap((block, index) => piecesOf(block, type, blocks[index + 1]))
  return pieces.reduce((sum, { height }) => sum + height, 0)
}

function piecesOf(block: Block, type: PageType, next: Block | undefined): readonly Piece[] {
  const { width, text, item, callout, table, headings } = type
  switch (block.type) {
    case 'heading': {
      const look = headings[Math.max(0, block.level - 2)] ?? headings.at(-1) ?? headings[0]
      return [{ height: linesOf(block.text, width, look.size, true) * look.line + look.around, keeps: true }]
    }
    case 'paragraph':
      return [{ height: wordsHeight(block.text, width, text, type), keeps: isTags(block.text) || isIntroduced(next) }]
    case 'list':
      return block.items.map((each, index) => ({
        height: wordsHeight(each, width - item.indent, item, type),
        keeps: keepsNextItem(index, block.items.length),
      }))
    case 'callout':
      return [{ height: wordsHeight(block.text, width - callout.indent, { ...text, around: callout.around }, type) }]
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [{ height: table.caption, keeps: true }]),
        { height: table.head, keeps: true },
        ...rowPieces(block.rows, table.widths(block.columns, block.rows), type),
      ]
    case 'facts':
      return factPieces(block.rows, type)
    case 'frontMatter':
      return factPieces(
        Object.values(block.fields).map((value) => ({ value: [typeof value === 'string' ? value : value.join(', ')] })),
        type,
      )
    case 'diagram':
      return [{ height: type.pictureHeight(block.picture) }]
    case 'chart':
      return [{ height: type.chartHeight(block.chart) }]
    case 'pageBreak':
      return [{ height: type.height }]
    case 'slide':
      return block.blocks.flatMap((inner, index) => piecesOf(inner, type, block.blocks[index + 1]))
    default:
      return block satisfies never
  }
}

function factPieces(facts: readonly { readonly value: Text }[], type: PageType): readonly Piece[] {
  const inRow = standsInPairs(facts) ? 2 : 1
  const rows = Array.from({ length: Math.ceil(facts.length / inRow) }, (_, row) =>
    facts.slice(row * inRow, (row + 1) * inRow).map(({ value }) => value),
  )
  const width = type.table.factWidth(inRow)
  return rowPieces(
    rows,
    Array.from({ length: inRow }, () => width),
    type,
  )
}

function rowPieces(rows: readonly (readonly Text[])[], widths: readonly number[], type: PageType): readonly Piece[] {
  const { size, line, around, after } = type.table
  return rows.map((row, number) => {
    const lines = row.map((cell, index) => linesOf(type.words(cell), widths[index] ?? 0, size, false))
    const height = Math.max(1, ...lines) * line + around
    return { height: height + (number === rows.length - 1 ? after : 0), keeps: keepsNextRow(number, rows) }
  })
}

function wordsHeight(text: Text, width: number, { size, line, around }: LineType, { words }: PageType): number {
  return linesOf(words(text), width, size, false) * line + around
}

/** How many lines words fill when none of them is broken. */
function linesOf(words: string, width: number, size: number, bold: boolean): number {
  let lines = 1
  let used = 0
  for (const word of words.split(' ')) {
    const wide = textWidth(word, size, bold)
    if (used > 0 && used + wide > width) {
      lines += 1
      used = 0
    }
    used += wide + textWidth(' ', size, bold)
  }
  return lines
}
