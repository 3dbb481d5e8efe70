import { dsvFormat } from 'd3-dsv'
import { type Column, readHeader } from './column.ts'
import { readAmount, usesDecimalComma } from './cell.ts'

export interface MeasuredTable {
  readonly columns: readonly { readonly title: string; readonly column: Column | undefined }[]
  /** `line` counts from 1, as an editor does. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly decimalComma: boolean
}

/**
 * Reads what somebody pasted: a table with a header (tab, semicolon or comma between the cells), a list of "name: value",
 * or numbers alone, one a line, which are samples of `alone`. Undefined when nothing in it looks like a measurement.
 */
export function readTable(text: string, alone: string): MeasuredTable | undefined {
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const separator = separatorOf(clean)
  const lines = dsvFormat(separator)
    .parseRows(clean)
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...rest] = lines
  if (!head) return undefined
  const decimalComma = separator !== ',' && usesDecimalComma(lines.flatMap(({ cells }) => cells))
  const isNumber = (cell: string): boolean => readAmount(cell, decimalComma) !== undefined
  if (lines.every(({ cells }) => cells.length === 1 && cells.every(isNumber))) {
    return { columns: [titled(alone)], rows: lines, decimalComma }
  }
  const columns = head.cells.map(titled)
  const isHeader = columns.some(({ column }) => column !== undefined) && !head.cells.some(isNumber)
  if (isHeader && rest.length > 0) return { columns, rows: rest, decimalComma }
  const turned = lines.filter(({ cells }) => cells.length === 2 && readHeader(cells[0] ?? '') !== undefined)
  if (turned.length === 0) return isHeader ? { columns, rows: [], decimalComma } : undefined
  return {
    columns: turned.map(({ cells }) => titled(cells[0] ?? '')),
    rows: [{ line: head.line, cells: turned.map(({ cells }) => cells[1] ?? '') }],
    decimalComma,
  }
}

function titled(title: string): MeasuredTable['columns'][number] {
  return { title, column: readHeader(title) }
}

/** What stands between the cells of the first lines: the separator that cuts most of them. */
function separatorOf(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 5)
  const cut = (separator: string): number => lines.filter((line) => line.includes(separator)).length
  const [best = ','] = ['\t', ';', ',', ':', '='].toSorted((a, b) => order(cut(b), b) - order(cut(a), a))
  return cut(best) === 0 ? ',' : best
}

/** Commas and colons stand inside cells too: they cut only where nothing better does. */
function order(cut: number, separator: string): number {
  const weight: Readonly<Record<string, number>> = { '\t': 1, ';': 0.9, ',': 0.5, ':': 0.3, '=': 0.3 }
  return cut * (weight[separator] ?? 0)
}
