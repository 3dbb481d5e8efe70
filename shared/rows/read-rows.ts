import { dsvFormat } from 'd3-dsv'
import type { Design } from '../design/design.ts'
import { componentRow } from './component-row.ts'
import { dataRow } from './data-row.ts'
import { requirementRow } from './requirement-row.ts'
import type { PlannedRow, RowCells, RowKind } from './row.ts'
import { workloadRow } from './workload-row.ts'

/** What rows of a table can become. */
export const rowTargets = ['components', 'workloads', 'data', 'requirements'] as const
export type RowTarget = (typeof rowTargets)[number]

const kinds: Readonly<Record<RowTarget, RowKind>> = {
  components: componentRow,
  workloads: workloadRow,
  data: dataRow,
  requirements: requirementRow,
}

export interface ReadRows {
  readonly target: RowTarget
  /** Headings as they came, with the field that each was taken for; empty without a row of headings. */
  readonly headings: readonly { readonly title: string; readonly field?: string }[]
  readonly rows: readonly PlannedRow[]
  /** Rows beyond the limit. */
  readonly leftOut: number
}

const mostRows = 2000
const longestText = 2_000_000

/**
 * Reads a table that somebody copied from a spreadsheet (cells apart by tabs, semicolons or commas). Without a row of
 * headings the first column is the name. Undefined when the text is no table: one line, or prose.
 *
 * @param target what the rows shall become; guessed from the headings when absent
 * @param corrected cells that a person has put right, by line: they stand for what the table says
 */
export function readRows(
  text: string,
  target?: RowTarget,
  corrected: ReadonlyMap<number, RowCells> = new Map(),
): ReadRows | undefined {
  const lines = linesOf(text)
  const [head] = lines
  if (head === undefined || lines.length < 2) return undefined
  const guessed = guessTarget(head.cells)
  const chosen = target ?? guessed ?? 'components'
  const { fields, plan } = kinds[chosen]
  const named = head.cells.map((title) => fieldNamed(title, fields))
  const hasHead = guessed !== undefined || named.filter((field) => field !== undefined).length > 0
  if (!hasHead && target === undefined && lines.some(({ cells }) => isProse(cells))) return undefined
  const columns = hasHead ? named : ['name']
  const body = hasHead ? lines.slice(1) : lines
  return {
    target: chosen,
    headings: hasHead
      ? head.cells.map((title, index) => {
          const field = named[index]
          return { title, ...(field === undefined ? {} : { field }) }
        })
      : [],
    rows: body
      .slice(0, mostRows)
      .map(({ line, cells }) => plan({ ...cellsOf(columns, cells), ...corrected.get(line) }, line)),
    leftOut: Math.max(0, body.length - mostRows),
  }
}

const mostLooked = 20
const longestCell = 200

/**
 * Whether a text is clearly a table, though no tabs say so: its first line names columns that are known, and every line
 * has as many cells, apart by semicolons or commas (those within quotes do not count). Prose with commas is none.
 */
export function isClearlyTable(text: string): boolean {
  const lines = linesOf(text).slice(0, mostLooked)
  const [head] = lines
  if (head === undefined || lines.length < 2 || head.cells.length < 2) return false
  if (!lines.every(({ cells }) => cells.length === head.cells.length)) return false
  if (lines.some(({ cells }) => cells.some((cell) => cell.length > longestCell))) return false
  return guessTarget(head.cells) !== undefined
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

function linesOf(text: string): readonly Line[] {
  const clean = text
    .slice(0, longestText)
    .replace(/^\uFEFF/u, '')
    .replaceAll('\r\n', '\n')
  return cellsIn(clean)
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** Cut by the separator that cuts all of the first lines; by a tab where none does. */
function cellsIn(text: string): readonly (readonly string[])[] {
  const [byTab = [], ...others] = ['\t', ';', ','].map((separator) => dsvFormat(separator).parseRows(text))
  const cuts = (rows: readonly (readonly string[])[]): boolean =>
    rows
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .slice(0, 5)
      .every((cells) => cells.length > 1)
  return [byTab, ...others].find(cuts) ?? byTab
}

/** A sentence is no name of a component. */
function isProse(cells: readonly string[]): boolean {
  const [only = ''] = cells
  return cells.length === 1 && (only.length > 80 || /[.!?{}<>]$/u.test(only) || only.startsWith('{'))
}

/** The target that the headings speak of: by a heading that only it has, else by the most headings. */
function guessTarget(titles: readonly string[]): RowTarget | undefined {
  const known = rowTargets.map((target) => {
    const { fields, tells } = kinds[target]
    const named = titles.flatMap((title) => fieldNamed(title, fields) ?? [])
    return { target, named: named.length, tells: named.filter((field) => tells.includes(field)).length }
  })
  const [best] = known.toSorted((a, b) => b.tells - a.tells || b.named - a.named)
  return best !== undefined && best.named > 0 && (best.tells > 0 || best.named > 1) ? best.target : undefined
}

function fieldNamed(title: string, fields: RowKind['fields']): string | undefined {
  const words = title
    .toLowerCase()
    .replaceAll(/[_-]+/gu, ' ')
    .replaceAll(/\s*[([].*$/gu, '')
    .trim()
  return Object.keys(fields).find((field) => field.toLowerCase() === words || fields[field]?.includes(words) === true)
}

function cellsOf(columns: readonly (string | undefined)[], cells: readonly string[]): RowCells {
  const stated: Record<string, string> = {}
  columns.forEach((field, index) => {
    const cell = cells[index] ?? ''
    if (field !== undefined && cell !== '' && stated[field] === undefined) stated[field] = cell
  })
  return stated
}

/** The design with all rows that can be added, in their order. */
export function addRows(design: Design, { rows }: ReadRows, newId: (design: Design, stem: string) => string): Design {
  return rows.reduce((next, { add }) => (add === undefined ? next : add(next, (stem) => newId(next, stem))), design)
}
