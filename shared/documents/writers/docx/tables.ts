import type { Column, Inline, Text } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { textWidth } from '../../../layout/text-width.ts'
import type { CellNeed } from '../column-widths.ts'
import { columnWidths, widestWord } from '../column-widths.ts'
import { keepsNextRow, rowsOfEnding, standsInPairs, staysTogether } from '../page-breaks.ts'
import { twipsPerPoint } from './measures.ts'
import type { Linker } from './runs.ts'
import { badgeWords, paragraphXml, runXml, runsXml } from './runs.ts'

/** As the styles of tables say, in points; and the room at a cell's sides. */
const textSize = 9
export const cellSide = 85

/** The words of a text as they are set. */
export function wordsOf(text: Text): string {
  return text.map(shownWords).join('')
}
const shownWords = (inline: Inline): string =>
  typeof inline === 'string' ? inline : inline.type === 'badge' ? badgeWords(inline.text) : inline.text

const hex = (colour: string): string => colour.replace('#', '').toUpperCase()

const keepNext = '<w:keepNext/>'

/** The last table, or the end of a long one, stays with what closes the document. */
function keepOf(row: number, rows: readonly (readonly Text[])[], closes: boolean): string {
  const isEnding = closes && (row >= rows.length - rowsOfEnding || staysTogether(rows, true))
  return isEnding || keepsNextRow(row, rows) ? keepNext : ''
}

/**
 * Rows stay whole, the head is repeated on every page, and widths are stated twice, as Word and the others want them.
 * `closes`: what closes the document follows, and stands on the page of the table's end.
 */
export function tableXml(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  width: number,
  link: Linker,
  closes = false,
): string {
  const widths = tableWidths(columns, rows, width)
  const right = (column: Column): string => (column.align === 'right' ? '<w:jc w:val="right"/>' : '')
  const head = columns.map((column, index) =>
    cellXml(widths[index] ?? 0, paragraphXml('TableHead', runXml(column.title), keepNext + right(column)), ink.sunken),
  )
  const body = rows.map((row, number) => {
    const keep = keepOf(number, rows, closes)
    return rowXml(
      columns.map((column, index) =>
        cellXml(widths[index] ?? 0, paragraphXml('TableText', runsXml(row[index] ?? [], link), keep + right(column))),
      ),
    )
  })
  return table(widths, [rowXml(head, '<w:tblHeader/>'), ...body], closes)
}

interface Fact {
  readonly label: string
  readonly value: Text
}

/** Labels on the left, what is said of them on the right; many short ones stand two in a row. */
export function factsXml(facts: readonly Fact[], width: number, link: Linker, closes = false): string {
  const inRow = standsInPairs(facts) ? 2 : 1
  const [labelWidth, valueWidth] = factWidths(inRow, width)
  const rows = Array.from({ length: Math.ceil(facts.length / inRow) }, (_, row) =>
    facts.slice(row * inRow, (row + 1) * inRow),
  )
  const values = rows.map((row) => row.map(({ value }) => value))
  const written = rows.map((row, number) => {
    const keep = keepOf(number, values, closes)
    const cells = row.flatMap(({ label, value }) => [
      cellXml(labelWidth, paragraphXml('TableText', runXml(label, '<w:b/><w:bCs/>'), keep), ink.sunken),
      cellXml(valueWidth, paragraphXml('TableText', runsXml(value, link), keep)),
    ])
    const rest = Array.from({ length: 2 * (inRow - row.length) }, (_, index) =>
      cellXml(index === 0 ? labelWidth : valueWidth, paragraphXml('TableText', '', keep)),
    )
    return rowXml([...cells, ...rest])
  })
  const widths = Array.from({ length: inRow }, () => [labelWidth, valueWidth]).flat()
  return table(widths, written, closes)
}

/** The widths of a label and of what is said of it, where so many facts stand in a row. */
export function factWidths(inRow: number, width: number): readonly [number, number] {
  const label = Math.round(width * (inRow === 1 ? 0.28 : 0.2))
  return [label, Math.floor(width / inRow) - label]
}

/** The widths of a table's columns, all whole and together the table's. */
export function tableWidths(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  width: number,
): readonly number[] {
  const needOf = (cell: Text): CellNeed => {
    const longest = widestWord(wordsOf(cell), (word) => textWidth(word, textSize, true))
    return { word: Math.ceil(longest * 1.06 * twipsPerPoint) + 2 * cellSide + 20 }
  }
  const widths = columnWidths(columns, rows, width, needOf).map(Math.floor)
  const rest = width - widths.reduce((sum, each) => sum + each, 0)
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each))
}

function table(widths: readonly number[], rows: readonly string[], closes: boolean): string {
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const total = widths.reduce((sum, each) => sum + each, 0)
  // Two tables in a row would become one without a paragraph between them.
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="${cellSide}" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="${cellSide}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${paragraphXml('SmallPrint', '', `${closes ? keepNext : ''}<w:spacing w:before="0" w:after="60" w:line="160" w:lineRule="exact"/>`)}`
}

function rowXml(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`
}

function cellXml(width: number, content: string, fill?: string): string {
  const shade = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${hex(fill)}"/>`
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${content}</w:tc>`
}
