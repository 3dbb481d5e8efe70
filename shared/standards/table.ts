import { csvFormatRows, dsvFormat } from 'd3-dsv'
import type { Problem } from '../design/problem.ts'

/** A row of a table by the names that its reader knows, and where it stands. */
export interface TableRow<Column extends string> {
  /** 1-based; the head is line 1. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}

export interface TableShape<Column extends string> {
  readonly columns: readonly Column[]
  readonly needed: readonly Column[]
  /** Other words that people put at the head of a column, in small letters. */
  readonly headings: Readonly<Record<string, Column>>
}

/**
 * Reads a table whose first line names its columns, in any order, separated by commas, semicolons or tabs. Columns that
 * nobody knows are passed over; one that is needed and missing is a problem.
 */
export function readTable<Column extends string>(
  text: string,
  { columns, needed, headings }: TableShape<Column>,
): { readonly rows: readonly TableRow<Column>[]; readonly problems: readonly Problem[] } {
  const plain = text.replace(/^\uFEFF/u, '')
  const [head = [], ...body] = dsvFormat(separatorOf(plain)).parseRows(plain)
  const names = head.map((cell) => {
    const word = cell
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s-]+/gu, ' ')
    return columns.find((column) => column === word) ?? headings[word]
  })
  const lacking = needed.filter((column) => !names.includes(column))
  if (lacking.length > 0) {
    const sentence = `The table has no column "${lacking.join('" and no column "')}". Its first line names the columns: ${columns.join(', ')}.`
    return { rows: [], problems: [lineProblem(1, sentence)] }
  }
  const rows = body.flatMap((cells, index): TableRow<Column>[] => {
    const stated = names.flatMap((name, at) => {
      const cell = fromSafe(cells[at]?.trim() ?? '')
      return name === undefined || cell === '' ? [] : [[name, cell] as const]
    })
    if (stated.length === 0) return []
    return [{ line: index + 2, cells: Object.fromEntries(stated) as TableRow<Column>['cells'] }]
  })
  return { rows, problems: [] }
}

/** Why a line of a table is left out. @param line counted from 1, the head included */
export function lineProblem(line: number, sentence: string): Problem {
  return { code: 'standards', level: 'error', sentence: `Line ${line}: ${sentence}`, path: `line ${line}`, line }
}

/** A table as comma-separated values (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe. */
export function writeTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string>>>[],
): string {
  return `${csvFormatRows([[...columns], ...rows.map((row) => columns.map((column) => toSafe(row[column] ?? '')))])}\n`
}

function separatorOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/u, 1)
  return [';', '\t', ','].find((each) => head.includes(each)) ?? ','
}

function toSafe(cell: string): string {
  return /^'?[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
}
function fromSafe(cell: string): string {
  return /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell
}
