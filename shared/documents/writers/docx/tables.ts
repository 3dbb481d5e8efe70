import type { Column, Text } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { textWidth } from '../../../layout/text-width.ts'
import { staysTogether } from '../page-breaks.ts'
import type { Linker } from './runs.ts'
import { paragraphXml, runXml, runsXml } from './runs.ts'

/** As the styles of tables say, in points; and the room at a cell's sides. */
const textSize = 9
const twipsPerPoint = 20
const cellSide = 85
/** Rows that are looked at for the longest word of a column. */
const mostMeasured = 200

const wordsOf = (text: Text): string =>
  text.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('')

const hex = (colour: string): string => colour.replace('#', '').toUpperCase()

/** What keeps a row on the page of the next one: no page begins with a table's last row, or ends with its first. */
function keepOf(row: number, rows: readonly (readonly Text[])[]): string {
  const last = rows.length - 1
  return row < last && (row === 0 || row === last - 1 || staysTogether(rows)) ? '<w:keepNext/>' : ''
}

/** Rows stay whole, the head is repeated on every page, and widths are stated twice, as Word and the others want them. */
export function tableXml(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  width: number,
  link: Linker,
): string {
  const widths = shares(columns, rows, width)
  const right = (column: Column): string => (column.align === 'right' ? '<w:jc w:val="right"/>' : '')
  const head = columns.map((column, index) =>
    cellXml(
      widths[index] ?? 0,
      paragraphXml('TableHead', runXml(column.title), `<w:keepNext/>${right(column)}`),
      ink.sunken,
    ),
  )
  const body = rows.map((row, number) => {
    const keep = keepOf(number, rows)
    return rowXml(
      columns.map((column, index) =>
        cellXml(widths[index] ?? 0, paragraphXml('TableText', runsXml(row[index] ?? [], link), keep + right(column))),
      ),
    )
  })
  return table(widths, [rowXml(head, '<w:tblHeader/>'), ...body])
}

/** Labels on the left, what is said of them on the right. */
export function factsXml(
  rows: readonly { readonly label: string; readonly value: Text }[],
  width: number,
  link: Linker,
): string {
  const widths = [Math.round(width * 0.28), width - Math.round(width * 0.28)]
  const values = rows.map(({ value }) => [value])
  const written = rows.map(({ label, value }, number) => {
    const keep = keepOf(number, values)
    return rowXml([
      cellXml(widths[0] ?? 0, paragraphXml('TableText', runXml(label, '<w:b/><w:bCs/>'), keep), ink.sunken),
      cellXml(widths[1] ?? 0, paragraphXml('TableText', runsXml(value, link), keep)),
    ])
  })
  return table(widths, written)
}

/** The columns' shares of the width; none so narrow that a word in it would break, while there is room. */
function shares(columns: readonly Column[], rows: readonly (readonly Text[])[], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + (column.width ?? 1), 0)
  const widthOf = (words: string, bold: boolean): number =>
    Math.max(0, ...words.split(/[\s\u200b-]+/).map((word) => textWidth(word, textSize, bold)))
  const least = columns.map(({ title }, index) => {
    const longest = Math.max(
      widthOf(title, true),
      ...rows.slice(0, mostMeasured).map((row) => widthOf(wordsOf(row[index] ?? []), true)),
    )
    return Math.min(Math.ceil(longest * 1.06 * twipsPerPoint) + 2 * cellSide + 20, width / columns.length)
  })
  const wanted = columns.map((column) => ((column.width ?? 1) / total) * width)
  const missing = wanted.reduce((sum, each, index) => sum + Math.max(0, (least[index] ?? 0) - each), 0)
  const spare = wanted.reduce((sum, each, index) => sum + Math.max(0, each - (least[index] ?? 0)), 0)
  const widths = wanted.map((each, index) => {
    const low = least[index] ?? 0
    return Math.floor(each <= low ? low : each - (spare === 0 ? 0 : ((each - low) / spare) * missing))
  })
  const rest = width - widths.reduce((sum, each) => sum + each, 0)
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each))
}

function table(widths: readonly number[], rows: readonly string[]): string {
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const total = widths.reduce((sum, each) => sum + each, 0)
  // Two tables in a row would become one without a paragraph between them.
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="${cellSide}" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="${cellSide}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${paragraphXml('SmallPrint', '', '<w:spacing w:before="0" w:after="60" w:line="160" w:lineRule="exact"/>')}`
}

function rowXml(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`
}

function cellXml(width: number, content: string, fill?: string): string {
  const shade = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${hex(fill)}"/>`
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${content}</w:tc>`
}
