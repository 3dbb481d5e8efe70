import type { Chart } from '../../chart.ts'

/** How a cell is shown. `usd` has cents, `usdFine` as many digits as a price of one token needs. */
export type CellLook =
  | 'text'
  | 'head'
  | 'title'
  | 'note'
  | 'number'
  | 'usd'
  | 'usdFine'
  | 'share'
  | 'input'
  | 'usdTotal'
  | 'label'

/** What stands in a cell. Text is always text: only `formula` is computed, and no words of people ever come in there. */
export type Cell =
  | { readonly text: string; readonly look?: CellLook; readonly url?: string }
  | { readonly number: number; readonly look?: CellLook }
  /** Without the equals sign; `value` is what it gives, for readers that do not compute. */
  | { readonly formula: string; readonly value: number; readonly look?: CellLook }
  | undefined

export interface Sheet {
  /** Unique in the workbook, at most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  /** Widths in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows above and including the head stay in sight. */
  readonly headRow?: number
  /** The rows under the head can be filtered. */
  readonly filter?: boolean
  readonly charts?: readonly SheetChart[]
}

/** A native chart; its numbers stand in a sheet of the workbook. */
export interface SheetChart {
  readonly chart: Chart
  readonly title: string
  /** Where its numbers are: the corner of a block with the names of series above and the categories on the left. */
  readonly data: { readonly sheet: string; readonly row: number; readonly column: number }
  /** The cells that it covers, from 0. */
  readonly at: { readonly column: number; readonly row: number; readonly columns: number; readonly rows: number }
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Names that formulas and people use for a cell: "Traffic" for "Summary!$B$5". */
  readonly names?: Readonly<Record<string, string>>
}

/** What Excel takes as a sheet's name, in letters. */
const longestName = 31

/** A sheet's name that Excel takes, not used before. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:'\p{C}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'Sheet'
  const cut = (letters: number): string => Array.from(plain).slice(0, letters).join('').trim()
  const used = new Set([...taken].map((name) => name.toLowerCase()))
  let name = cut(longestName)
  for (let turn = 2; used.has(name.toLowerCase()); turn += 1) name = `${cut(longestName - 3)} ${turn}`
  return name
}
