import { textWidth } from '../../../layout/text-width.ts'
import type { Block, Text } from '../../outline.ts'
import { isIntroduced, isTags, keepsNextItem, keepsNextRow, standsInPairs } from '../page-breaks.ts'
import { chartHeight } from './drawings.ts'
import type { Pages } from './measures.ts'
import { twipsPerPoint } from './measures.ts'
import { scaleOn } from './pages.ts'
import { cellSide, columnWidths, factWidths, wordsOf } from './tables.ts'

/** What stands together in height, in points, and whether it stays on the page of what follows. */
interface Piece {
  readonly height: number
  readonly keeps?: boolean
}

/** Of the house's styles: what a line takes for each point of its type, and the room around paragraphs. */
const perPoint = { text: 1.24, cell: 1.15 }
const text = { size: 10, after: 7 }
const item = { indent: 20, after: 3.5 }
const heading = [
  { size: 16, around: 24 },
  { size: 13, around: 16 },
  { size: 11, around: 12 },
  { size: 10, around: 9 },
] as const
const table = { size: 9, aroundRow: 6.5, title: 26, head: 18, after: 8 }
const caption = 27
const calloutAround = 31
/** The space below what ends a page needs no room on it. */
const offPage = 12
const pointsPerPixel = 0.75

/**
 * How full the last page is, 0 to 1, after upright blocks: Word alone knows it, so it is reckoned from widths of letters
 * and the house's styles, good to a tenth of a page over a few pages. `openingPoints`: what stands before the blocks.
 */
export function fillOfPage(blocks: readonly Block[], pages: Pages, openingPoints = 0): number {
  const page = pages.upright.textHeight / twipsPerPoint
  let filled = openingPoints % page
  let together = 0
  const close = (): void => {
    filled = filled + together <= page + offPage ? Math.min(page, filled + together) : together % page
    together = 0
  }
  blocks.forEach((block, index) => {
    for (const { height, keeps } of piecesOf(block, pages, blocks[index + 1])) {
      together += height
      if (keeps !== true) close()
    }
  })
  close()
  return filled / page
}

function piecesOf(block: Block, pages: Pages, next: Block | undefined): readonly Piece[] {
  const width = pages.upright.textWidth / twipsPerPoint
  switch (block.type) {
    case 'heading': {
      const { size, around } = heading[Math.max(0, block.level - 2)] ?? heading[3]
      return [{ height: linesOf(block.text, width, size, true) * size * perPoint.text + around, keeps: true }]
    }
    case 'paragraph':
      return [
        { height: paragraphHeight(block.text, width, text.after), keeps: isTags(block.text) || isIntroduced(next) },
      ]
    case 'list':
      return block.items.map((each, index) => ({
        height: paragraphHeight(each, width - item.indent, item.after),
        keeps: keepsNextItem(index, block.items.length),
      }))
    case 'callout':
      return [{ height: paragraphHeight(block.text, width - item.indent, calloutAround) }]
    case 'table': {
      const widths = columnWidths(block.columns, block.rows, pages.upright.textWidth)
      return [
        ...(block.caption === undefined ? [] : [{ height: table.title, keeps: true }]),
        { height: table.head, keeps: true },
        ...rowPieces(block.rows, widths),
      ]
    }
    case 'facts':
      return factPieces(block.rows, pages)
    case 'frontMatter':
      return factPieces(
        Object.values(block.fields).map((value) => ({ value: [typeof value === 'string' ? value : value.join(', ')] })),
        pages,
      )
    case 'diagram': {
      const { picture } = block
      return [{ height: picture.height * scaleOn(picture, pages.upright) * pointsPerPixel + caption }]
    }
    case 'chart':
      return [{ height: chartHeight(block.chart) * pointsPerPixel + text.after }]
    case 'pageBreak':
      return [{ height: pages.upright.textHeight / twipsPerPoint }]
    case 'slide':
      return block.blocks.flatMap((inner, index) => piecesOf(inner, pages, block.blocks[index + 1]))
    default:
      return block satisfies never
  }
}

function factPieces(facts: readonly { readonly value: Text }[], pages: Pages): readonly Piece[] {
  const inRow = standsInPairs(facts) ? 2 : 1
  const rows = Array.from({ length: Math.ceil(facts.length / inRow) }, (_, row) =>
    facts.slice(row * inRow, (row + 1) * inRow).map(({ value }) => value),
  )
  const [, valueWidth] = factWidths(inRow, pages.upright.textWidth)
  return rowPieces(
    rows,
    Array.from({ length: inRow }, () => valueWidth),
  )
}

/** `widths` in twentieths of a point. */
function rowPieces(rows: readonly (readonly Text[])[], widths: readonly number[]): readonly Piece[] {
  return rows.map((row, number) => {
    const lines = row.map((cell, index) =>
      linesOf(wordsOf(cell), ((widths[index] ?? 0) - 2 * cellSide) / twipsPerPoint, table.size, false),
    )
    const height = Math.max(1, ...lines) * table.size * perPoint.cell + table.aroundRow
    return { height: height + (number === rows.length - 1 ? table.after : 0), keeps: keepsNextRow(number, rows) }
  })
}

function paragraphHeight(words: Text, width: number, around: number): number {
  return linesOf(wordsOf(words), width, text.size, false) * text.size * perPoint.text + around
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
