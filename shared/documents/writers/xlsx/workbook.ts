import type { Chart } from '../../chart.ts'

/**
 * How a cell is shown. `usd` has cents, `usdFine` as many digits as a price of one token needs; `quantity` shows what a
 * formula may make of it, `figure` words among figures; `headNumber` is a head that formulas look numbers up in. A number
 * without a look is shown with the digits that matter.
 */
export type CellLook =
  | 'text'
  | 'head'
  | 'headNumber'
  | 'title'
  | 'note'
  | 'figure'
  | 'quantity'
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

/** What a number of an estimate is read to: more digits say nothing, and its cell still has them. */
const significantDigits = 4
const mostDecimals = 6

/** How many digits after the point a number without a look is shown with: those that matter, and no zeros behind them. */
export function shownDecimals(value: number): number {
  if (Math.abs(value) >= 1000) return 0
  const digits = Number(value.toPrecision(significantDigits)).toFixed(mostDecimals)
  return /\.(\d*?)0*$/.exec(digits)?.[1]?.length ?? 0
}

export interface Sheet {
  /** Unique in the workbook, at most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  /** The widest that columns become, in characters; in a list, what stands in them may need less. */
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

/** A name shorter than this says too little to stand for the rest of it. */
const shortestName = 10

/** So many letters of a name: whole clauses if one fits, else whole words, else letters. */
function cutName(name: string, most: number): string {
  const letters = Array.from(name)
  if (letters.length <= most) return name
  const kept = letters.slice(0, most + 1).join('')
  const ends = [kept.search(/[,:;][^,:;]*$/), kept.lastIndexOf(' ')]
  const end = ends.find((place) => place >= shortestName)
  return (end === undefined ? letters.slice(0, most).join('') : kept.slice(0, end)).replace(/[\s,:;–-]+$/, '')
}

/** A sheet's name that Excel takes, not used before, cut where a word ends. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:'\p{C}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'Sheet'
  const used = new Set([...taken].map((name) => name.toLowerCase()))
  let name = cutName(plain, longestName)
  for (let turn = 2; used.has(name.toLowerCase()); turn += 1) name = `${cutName(plain, longestName - 3)} ${turn}`
  return name
}
