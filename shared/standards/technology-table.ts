import type { Problem } from '../design/problem.ts'
import { patternFault } from '../graph/match-name.ts'
import type { Technology, TechnologyStatus } from './standards.ts'
import { lineProblem, readTable, type TableRow, type TableShape, writeTable } from './table.ts'

type Column = 'name' | 'status' | 'until' | 'instead' | 'owner' | 'approver' | 'reason'

const shape: TableShape<Column> = {
  columns: ['name', 'status', 'until', 'instead', 'owner', 'approver', 'reason'],
  needed: ['name', 'status'],
  headings: {
    technology: 'name',
    product: 'name',
    vendor: 'name',
    tool: 'name',
    state: 'status',
    decision: 'status',
    verdict: 'status',
    'end date': 'until',
    end: 'until',
    'valid until': 'until',
    sunset: 'until',
    replacement: 'instead',
    'replaced by': 'instead',
    alternative: 'instead',
    'approved by': 'approver',
    comment: 'reason',
    note: 'reason',
    notes: 'reason',
    rationale: 'reason',
  },
}

/** Words for a status that lists of houses use. */
const statusWords: Readonly<Record<TechnologyStatus, readonly string[]>> = {
  approved: ['approved', 'allowed', 'permitted', 'standard', 'adopt', 'strategic', 'green', 'yes'],
  tolerated: [
    'tolerated',
    'contained',
    'contain',
    'deprecated',
    'phase out',
    'phasing out',
    'hold',
    'retiring',
    'amber',
    'yellow',
  ],
  forbidden: ['forbidden', 'banned', 'prohibited', 'not allowed', 'not permitted', 'blocked', 'retired', 'red', 'no'],
}

/** Reads a list of technologies from a table; a line that cannot be used is named and left out. */
export function readTechnologies(text: string): {
  readonly technologies: readonly Technology[]
  readonly problems: readonly Problem[]
} {
  const { rows, problems } = readTable(text, shape)
  const named = new Map<string, number>()
  const read = rows.map((row) => readRow(row, named))
  return {
    technologies: read.flatMap((each) => ('name' in each ? [each] : [])),
    problems: [...problems, ...read.flatMap((each) => ('sentence' in each ? [each] : []))],
  }
}

function readRow({ line, cells }: TableRow<Column>, named: Map<string, number>): Technology | Problem {
  const { name, status: word, until, ...rest } = cells
  if (name === undefined) return lineProblem(line, 'it names no technology.')
  const fault = patternFault(name)
  if (fault !== undefined) return lineProblem(line, fault)
  const first = named.get(name.toLowerCase())
  if (first !== undefined) return lineProblem(line, `"${name}" stands on line ${first} already. Keep one of them.`)
  const status = statusOf(word ?? '')
  if (status === undefined)
    return lineProblem(line, `"${word ?? ''}" is no status of "${name}". Take approved, tolerated or forbidden.`)
  const date = until === undefined ? undefined : isoDateOf(until)
  if (until !== undefined && date === undefined)
    return lineProblem(line, `"${until}" is no date. Write it as 2027-06-30.`)
  named.set(name.toLowerCase(), line)
  return { name, status, ...(date === undefined ? {} : { until: date }), ...rest }
}

function statusOf(word: string): TechnologyStatus | undefined {
  const said = word.toLowerCase().replaceAll(/[_-]+/gu, ' ')
  return (['approved', 'tolerated', 'forbidden'] as const).find((status) => statusWords[status].includes(said))
}

/** ISO, or day.month.year as people in much of Europe write it; anything else could be read two ways. */
function isoDateOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text) ?? []
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text) ?? []
  const date =
    year === undefined
      ? `${y ?? ''}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
      : `${year}-${month ?? ''}-${day ?? ''}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined
}

/** The list as a table, for a spreadsheet. */
export function writeTechnologies(technologies: readonly Technology[]): string {
  return writeTable(shape.columns, technologies)
}
