import { renderChart } from '../picture/render-chart.ts'
import { shownDecimals } from '../writers/xlsx/workbook.ts'
import type { Cell, CellLook, Workbook } from '../writers/xlsx/workbook.ts'

/** A sheet as a table to look at: the values that the file opens with. */
export interface SheetTable {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Rows that the file has and the table does not. */
  readonly left: number
  /** As SVG. */
  readonly charts: readonly string[]
}
export interface SheetCell {
  readonly words: string
  readonly look: CellLook
  readonly isNumber: boolean
  /** Without the equals sign. */
  readonly formula?: string
}

/** More rows than anybody reads beside a form. */
const mostRows = 400

/**
 * A workbook as tables for a preview: the first rows of each sheet, how many are left out, and its charts as pictures.
 */
export function sheetTables({ sheets }: Workbook): readonly SheetTable[] {
  return sheets.map(({ name, rows, charts = [] }) => {
    const wide = Math.max(0, ...rows.map((row) => row.length))
    return {
      name,
      rows: rows.slice(0, mostRows).map((row) => Array.from({ length: wide }, (_, index) => shown(row[index]))),
      left: Math.max(0, rows.length - mostRows),
      charts: charts.map(({ chart, title }) => renderChart(chart, title)),
    }
  })
}

function shown(cell: Cell): SheetCell {
  if (cell === undefined) return { words: '', look: 'text', isNumber: false }
  if ('text' in cell) return { words: cell.text, look: cell.look ?? 'text', isNumber: cell.look === 'figure' }
  const look = cell.look ?? ('number' in cell ? 'figure' : 'quantity')
  const [value, formula] = 'formula' in cell ? [cell.value, cell.formula] : [cell.number, undefined]
  return { words: asShown(value, look), look, isNumber: true, ...(formula === undefined ? {} : { formula }) }
}

/** A number as the format of its cell shows it. */
function asShown(value: number, look: CellLook): string {
  const digits = (least: number, most: number): string =>
    value.toLocaleString('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
  switch (look) {
    case 'usd':
    case 'usdTotal':
      return `$${digits(2, 2)}`
    case 'usdFine':
      return `$${digits(2, 10)}`
    case 'share':
      return value === 0 ? 'not at all' : value < 0.0005 ? 'under 0.1%' : `${(value * 100).toFixed(1)}%`
    case 'figure':
      return digits(shownDecimals(value), shownDecimals(value))
    case 'text':
    case 'head':
    case 'headNumber':
    case 'title':
    case 'note':
    case 'quantity':
    case 'input':
    case 'label':
      return digits(0, 6)
    default:
      return look satisfies never
  }
}
