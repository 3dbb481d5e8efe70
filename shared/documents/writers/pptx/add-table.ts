import type PptxGenJS from 'pptxgenjs'
import { wrapText } from '../../../layout/text-width.ts'
import type { Text } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import type { Area } from './frame.ts'
import { fontFace, hex, pointsPerInch, type as sizes } from './frame.ts'
import type { SlideBlock } from './slide-block.ts'
import { columnWidths, widestWord } from '../column-widths.ts'
import { inchesWide, plainText, runsOf, textHeight } from './text-runs.ts'

type TableBlock = Extract<SlideBlock, { type: 'table' }>

const cellPadding = 0.09
/** Words beside a column of numbers that ends at them keep away. */
const besideNumbers = 0.2
/** Inches that a number gets in one line; what is longer are words. */
const mostNumber = 2.4
/** Inches that a row gets at most beyond its words. */
const mostAir = 0.24
/** What a cell says at most, where there is room for it and where there is not. */
const mostLines = 8
const fewestLines = 3

/** Inches that a table takes at a type size. */
export function tableHeight(block: TableBlock, width: number, size: number, lines = mostLines): number {
  const widths = wordWidths(block, widthsAt(block, width, size))
  return (
    captionHeight(block) +
    headHeight(block, widths, size) +
    block.rows.reduce((sum, row) => sum + rowHeight(row, widths, size, lines), 0)
  )
}

/** The largest type in which all words stand; where there is none, cells are cut before rows are left out. */
function fittingTable(
  block: TableBlock,
  area: Area,
  wanted: number,
): { readonly size: number; readonly lines: number } {
  for (const lines of [mostLines, fewestLines]) {
    for (let size = wanted; size >= sizes.tableSmallest; size -= 0.5) {
      if (tableHeight(block, area.w, size, lines) <= area.h + 0.01) return { size, lines }
    }
  }
  return { size: sizes.tableSmallest, lines: fewestLines }
}

/** Inches from the top of a caption to the table under it. */
const captionLine = 0.3

function captionHeight(block: TableBlock): number {
  return block.caption === undefined ? 0 : captionLine
}

/** How many of the first rows stand in so many inches. */
function countFitting(heights: readonly number[], room: number): number {
  let used = 0
  const over = heights.findIndex((height) => {
    used += height
    return used > room + 0.02
  })
  return over === -1 ? heights.length : over
}

/** Inches that the words of a column stand in. */
function wordWidths({ columns }: Pick<TableBlock, 'columns'>, widths: readonly number[]): readonly number[] {
  return widths.map((width, index) => width - 2 * cellPadding - (isBesideNumbers(columns, index) ? besideNumbers : 0))
}

function isBesideNumbers(columns: TableBlock['columns'], index: number): boolean {
  return columns[index]?.align !== 'right' && columns[index - 1]?.align === 'right'
}

/** Shares of the width in which no word breaks, measured at the type that is meant; cells are padded on both sides. */
function widthsAt(block: TableBlock, width: number, size: number): readonly number[] {
  return columnWidths(block.columns, block.rows, width, (cell, column, isHead) => {
    const sides =
      2 * cellPadding + 0.03 + (isBesideNumbers(block.columns, block.columns.indexOf(column)) ? besideNumbers : 0)
    const isBold = isHead || cell.some((inline) => typeof inline !== 'string' && inline.type !== 'code')
    const inches = (words: string): number => inchesWide(words, size, isBold) + sides
    const whole = plainText(cell)
    const line = inches(whole)
    // A number and its band stand on one line.
    const isNumber = column.align === 'right' && !isHead && line <= mostNumber
    return { word: isNumber ? line : widestWord(whole, inches), line }
  })
}

function headHeight(block: TableBlock, widths: readonly number[], size: number): number {
  return rowHeight(
    block.columns.map(({ title }) => [title]),
    widths,
    size,
    fewestLines,
    true,
  )
}

function rowHeight(row: readonly Text[], widths: readonly number[], size: number, lines: number, bold = false): number {
  const heights = widths.map((width, index) =>
    Math.min(textHeight(plainText(row[index] ?? []), width, size, bold), (lines * size * 1.2) / pointsPerInch),
  )
  return Math.max(...heights, 0) + 0.14
}

/** A few rows on a tall slide stand apart, so that they read from the back of a room. */
function withAir(heights: readonly number[], room: number): readonly number[] {
  const spare = room - heights.reduce((sum, height) => sum + height, 0)
  const air = Math.min(mostAir, Math.max(0, spare) / 2 / Math.max(1, heights.length))
  return heights.map((height) => height + air)
}

/** A native table with a ruled head; rows that do not fit are left out, and the caption says how many. */
export function addTable(slide: PptxGenJS.Slide, block: TableBlock, area: Area, wanted: number): void {
  const { size, lines } = fittingTable(block, area, wanted)
  const columns = widthsAt(block, area.w, size)
  const widths = wordWidths(block, columns)
  const room = area.h - headHeight(block, widths, size)
  const tight = block.rows.map((row) => rowHeight(row, widths, size, lines))
  const heights = withAir(tight, room - captionHeight(block))
  const whole = countFitting(heights, room - captionHeight(block))
  // Saying how many are left out takes a line itself.
  const rows = block.rows.slice(0, whole < heights.length ? countFitting(heights, room - captionLine) : whole)
  const rest = block.rows.length - rows.length
  const caption = [block.caption, rest > 0 ? `${rest} more not shown` : undefined]
    .filter((part) => part !== undefined)
    .join('; ')
  if (caption !== '') {
    slide.addText(dropControls(caption), {
      x: area.x,
      y: area.y,
      w: area.w,
      h: 0.26,
      fontFace,
      fontSize: sizes.caption,
      color: hex(ink.muted),
      align: 'left',
      valign: 'top',
      margin: 0,
      objectName: 'table caption',
    })
  }
  const line = { type: 'solid' as const, pt: 0.75, color: hex(ink.hairline) }
  const none = { type: 'none' as const }
  const alignOf = (index: number): 'left' | 'right' => (block.columns[index]?.align === 'right' ? 'right' : 'left')
  const marginOf = (index: number): [number, number, number, number] => [
    0.05,
    cellPadding,
    0.05,
    0.02 + (isBesideNumbers(block.columns, index) ? besideNumbers : 0),
  ]
  const head = block.columns.map(({ title }, index) => ({
    text: dropControls(title),
    options: {
      bold: true,
      color: hex(ink.muted),
      align: alignOf(index),
      margin: marginOf(index),
      border: [
        none,
        none,
        { type: 'solid' as const, pt: 1.25, color: hex(ink.line) },
        none,
      ] as PptxGenJS.TableCellProps['border'],
    },
  }))
  const body = rows.map((row) =>
    block.columns.map((_, index) => ({
      text: runsOf(cutCell(row[index] ?? [], widths[index] ?? 1, size, lines), size),
      options: {
        align: alignOf(index),
        margin: marginOf(index),
        border: [none, none, line, none] as PptxGenJS.TableCellProps['border'],
      },
    })),
  )
  slide.addTable([head, ...body] as PptxGenJS.TableRow[], {
    x: area.x,
    y: area.y + (caption === '' ? 0 : captionLine),
    w: area.w,
    colW: [...columns],
    rowH: [headHeight(block, widths, size), ...heights.slice(0, rows.length)],
    fontFace,
    fontSize: size,
    color: hex(ink.text),
    valign: 'middle',
    autoPage: false,
    objectName: `table: ${block.caption ?? block.columns.map(({ title }) => title).join(', ')}`,
  })
}

function cutCell(text: Text, width: number, size: number, lines: number): Text {
  const room = width * pointsPerInch
  const whole = plainText(text)
  if (whole === '') return ['–']
  if (wrapText(whole, room, size).length <= lines) return text
  return [wrapText(whole, room, size, { mostLines: lines }).join(' ')]
}
