import type { Problem } from '../design/problem.ts'
import { printCondition } from '../graph/condition-text.ts'
import { unknownWord } from '../graph/condition-words.ts'
import { controls } from '../threats/controls.ts'
import { isRefusal, readCondition } from './read-condition.ts'
import type { MandatoryControl } from './standards.ts'
import { lineProblem, readTable, type TableRow, type TableShape, writeTable } from './table.ts'

type Column = 'control' | 'where' | 'owner' | 'approver' | 'reason'

const shape: TableShape<Column> = {
  columns: ['control', 'where', 'owner', 'approver', 'reason'],
  needed: ['control', 'where'],
  headings: {
    name: 'control',
    measure: 'control',
    'control id': 'control',
    scope: 'where',
    condition: 'where',
    'applies to': 'where',
    'approved by': 'approver',
    comment: 'reason',
    note: 'reason',
    policy: 'reason',
    rationale: 'reason',
  },
}

/** Reads mandatory controls from a table; a line that cannot be used is named and left out. */
export function readControls(text: string): {
  readonly controls: readonly MandatoryControl[]
  readonly problems: readonly Problem[]
} {
  const { rows, problems } = readTable(text, shape)
  const read = rows.map(readRow)
  return {
    controls: read.flatMap((each) => ('control' in each ? [each] : [])),
    problems: [...problems, ...read.flatMap((each) => ('sentence' in each ? [each] : []))],
  }
}

function readRow({ line, cells }: TableRow<Column>): MandatoryControl | Problem {
  const { control: word, where: text, ...rest } = cells
  if (word === undefined) return lineProblem(line, 'it names no control.')
  const said = word.toLowerCase()
  const control = controls.find(({ type, title }) => type === said || title.toLowerCase() === said)
  if (control === undefined) {
    const known = controls.map(({ type }) => type)
    return lineProblem(line, unknownWord('control', said.replaceAll(/\s+/gu, '-'), known))
  }
  if (text === undefined) return lineProblem(line, 'it does not say where. For everything, write: name = *')
  const where = readCondition(text, 'any')
  return isRefusal(where) ? lineProblem(line, where.sentence) : { control: control.type, where, ...rest }
}

/** The demands as a table, for a spreadsheet. */
export function writeControls(demands: readonly MandatoryControl[]): string {
  return writeTable(
    shape.columns,
    demands.map((demand) => ({ ...demand, where: printCondition(demand.where) })),
  )
}
