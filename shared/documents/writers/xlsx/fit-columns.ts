import { textWidth } from '../../../layout/text-width.ts'
import type { Cell, Sheet } from './workbook.ts'

/** A column is measured in the width of a digit, of type this large. */
const typeSize = 10
const digit = textWidth('0', typeSize)
/** The room at both sides of a cell, in digits. */
const sides = 3
/** What Excel and LibreOffice leave free of it at least. */
const leastSides = 2
/** Where the rows can be filtered, a button stands in the head. */
const button = 2.5
const leastWidth = 8
/** Rows that are looked at for what a column holds. */
const mostMeasured = 500

/**
 * As wide as what stands in a list needs, and never wider than the sheet says: printed on one page's width, every blank
 * makes all type smaller. Sheets that are no lists keep their widths. In characters.
 */
export function fittedWidths({ widths, rows, headRow, filter }: Sheet): readonly number[] {
  if (headRow === undefined) return widths
  return widths.map((widest, column) => {
    const needs = rows.slice(headRow, headRow + 1 + mostMeasured).map((cells, index) => {
      const cell = cells[column]
      if (cell === undefined || ('text' in cell && cell.look === 'note')) return 0
      if (index > 0) return cellWidth(cell)
      const words = 'text' in cell ? cell.text.split(' ') : []
      return Math.max(0, ...words.map((word) => wide(word, true))) + sides + (filter === true ? button : 0)
    })
    return Math.round(Math.min(widest, Math.max(leastWidth, ...needs)) * 10) / 10
  })
}

/** How many lines a cell takes in a column of this width. */
export function linesOf(cell: Cell, width: number): number {
  if (cell === undefined || !('text' in cell) || cell.look === 'note' || cell.look === 'title') return 1
  const isBold = cell.look === 'head' || cell.look === 'label'
  const room = Math.max(4, width - leastSides)
  return cell.text.split('\n').reduce((sum, line) => sum + linesOfWords(line.split(' '), room, isBold), 0)
}

function linesOfWords(words: readonly string[], room: number, isBold: boolean): number {
  let lines = 1
  let used = 0
  for (const word of words) {
    const own = wide(word, isBold)
    if (used > 0 && used + own > room) {
      lines += 1
      used = 0
    }
    // A word that no line holds is broken.
    lines += Math.max(0, Math.ceil(own / room) - 1)
    used += own + wide(' ', isBold)
  }
  return lines
}

function cellWidth(cell: NonNullable<Cell>): number {
  if ('text' in cell) return wide(cell.text, cell.look === 'head' || cell.look === 'label') + sides
  const value = 'number' in cell ? cell.number : cell.value
  // A formula may come to ten times as much, with as many digits as its format shows.
  if (cell.look === undefined || cell.look === 'quantity')
    return wide(`${Math.trunc(value * 10)}.000000`, false) + sides
  // Words of the format itself: "not at all", "under 0.1%".
  if (cell.look === 'share') return wide('under 0.1%', false) + sides
  const isPrice = cell.look === 'usdFine'
  return wide(isPrice ? `$${value}` : `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`, true) + sides
}

const wide = (words: string, isBold: boolean): number => textWidth(words, typeSize, isBold) / digit
