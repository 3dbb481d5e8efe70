import type { Paper } from '../../brand.ts'
import { dropControls, escapeMarkup } from '../escape-markup.ts'
import { xmlHead } from '../ooxml/package.ts'
import { cellName, columnName } from './cell-name.ts'
import { lookNumber, lookOfNumber } from './styles-xml.ts'
import { fittedWidths, linesOf } from './fit-columns.ts'
import type { Cell, Sheet } from './workbook.ts'

/** What Excel takes for a header or footer. */
const longestFooter = 255

/** Words on the left, the sheet and its page on the right. In these codes an ampersand is written twice. */
function footerCode(words: string): string {
  // A digit right after the size of the type would belong to it.
  const right = '&R&8 &A  ·  &P / &N'
  if (words === '') return `&L&8 &A&R&8 &P / &N`
  const room = longestFooter - right.length - '&L&8 '.length
  let left = ''
  for (const letter of dropControls(words)) {
    const written = letter === '&' ? '&&' : letter
    if (left.length + written.length > room) break
    left += written
  }
  return `&L&8 ${left}${right}`
}

/** What a cell holds at most. */
const longestText = 32_000

/** The sheet's part. `drawing`: the relationship of its charts; `links`: of the addresses of cells, by cell. */
export function sheetXml(
  sheet: Sheet,
  drawing: string | undefined,
  links: ReadonlyMap<string, string>,
  footer: string,
  paper: Paper = 'a4',
): string {
  const widths = fittedWidths(sheet)
  const rows = sheet.rows.map((cells, row) => {
    const under = sheet.rows[row + 1]
    const written = cells
      .map((cell, column) => cellXml(cell, cellName(column, row), isNumber(under?.[column])))
      .join('')
    return written === '' ? '' : `<row r="${row + 1}"${heightOf(cells, widths)}>${written}</row>`
  })
  const widest = Math.max(1, ...sheet.rows.map((cells) => cells.length))
  const head = sheet.headRow
  const frozen =
    head === undefined
      ? ''
      : `<pane ySplit="${head + 1}" topLeftCell="A${head + 2}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  const filter =
    head === undefined || sheet.filter !== true || sheet.rows.length <= head + 1
      ? ''
      : `<autoFilter ref="A${head + 1}:${columnName((sheet.rows[head]?.length ?? 1) - 1)}${sheet.rows.length}"/>`
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const addresses = [...links].map(([cell, id]) => `<hyperlink ref="${cell}" r:id="${id}"/>`)
  return `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${cellName(widest - 1, Math.max(0, sheet.rows.length - 1))}"/><sheetViews><sheetView showGridLines="0" workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${rows.join('')}</sheetData>${filter}${addresses.length === 0 ? '' : `<hyperlinks>${addresses.join('')}</hyperlinks>`}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="${paper === 'letter' ? 1 : 9}" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${escapeMarkup(footerCode(footer))}</oddFooter></headerFooter>${drawing === undefined ? '' : `<drawing r:id="${drawing}"/>`}</worksheet>`
}

const isNumber = (cell: Cell): boolean => cell !== undefined && !('text' in cell)

/** `overNumber`: a number stands below it; a head above figures stands to the right, as they do. */
function cellXml(cell: Cell, name: string, overNumber: boolean): string {
  if (cell === undefined) return ''
  if ('text' in cell) {
    // Inline text: a program that opens the file never reads it as a formula, whatever it begins with.
    const words = Array.from(dropControls(cell.text)).slice(0, longestText).join('')
    const look = lookNumber(cell.look === 'head' && overNumber ? 'headOfNumbers' : (cell.look ?? 'text'))
    return words === ''
      ? `<c r="${name}" s="${look}"/>`
      : `<c r="${name}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(words)}</t></is></c>`
  }
  if ('number' in cell) {
    const look = lookNumber(cell.look ?? lookOfNumber(cell.number))
    return `<c r="${name}" s="${look}"><v>${finite(cell.number)}</v></c>`
  }
  const look = lookNumber(cell.look ?? 'quantity')
  return `<c r="${name}" s="${look}"><f>${escapeMarkup(cell.formula)}</f><v>${finite(cell.value)}</v></c>`
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error('A cell cannot hold a number that is not finite.')
  return String(value)
}

const lineHeight = 13
/** Of a title, whose letters are larger. */
const titleHeight = 24
const mostLines = 20

/** Only Excel finds out by itself how many lines a cell takes; the others are told. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
  if (cells.some((cell) => cell?.look === 'title')) return ` ht="${titleHeight}" customHeight="1"`
  const lines = cells.map((cell, column) => linesOf(cell, widths[column] ?? 10))
  const most = Math.min(mostLines, Math.max(1, ...lines))
  return most === 1 ? '' : ` ht="${most * lineHeight + 2}" customHeight="1"`
}
