import type { Problem, Result } from '../design/problem.ts'
import { lintRow, lintRows, rowProblem } from './lint-rows.ts'
import { bookFrame, rowName, rowSchema, type PriceBookFile, type PriceRow } from './price-row.ts'

interface ReadRows {
  readonly rows: readonly PriceRow[]
  readonly problems: readonly Problem[]
}

/** Reads a price book strictly: one bad row and it is none. For the book that ships and for one that was imported. */
export function parsePriceBook(json: unknown): Result<PriceBookFile> {
  if (isSound(json)) return { ok: true, value: json, problems: [] }
  const read = readPriceBook(json)
  if (!read.ok || read.problems.length > 0) return { ok: false, problems: read.problems }
  sound.add(read.value)
  return read
}

/** Books that were read here and found in order: immutable, so that they need not be read again. */
const sound = new WeakSet<object>()

function isSound(json: unknown): json is PriceBookFile {
  return typeof json === 'object' && json !== null && sound.has(json)
}

/**
 * Reads a price book of somebody else: rows that cannot be used are left out, each with a sentence that names the row
 * and the remedy; the good rows are used. Not ok when it is no price book at all.
 */
export function readPriceBook(json: unknown): Result<PriceBookFile> {
  const parsed = bookFrame.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue): Problem => ({
      code: 'prices',
      level: 'error',
      sentence: `The price book is not readable: ${issue.path.join('.')}: ${issue.message}.`,
      path: issue.path.join('.'),
    }))
    return { ok: false, problems }
  }
  const { sources, retiredOn, columns, rows: packed, ...frame } = parsed.data
  const { rows, problems } = readRows(columns ? packed.map((row) => unpackRow(row, columns)) : packed)
  const value = { ...frame, ...(sources ? { sources } : {}), ...(retiredOn ? { retiredOn } : {}), rows }
  return { ok: true, value, problems }
}

/** A list of cells as a row with names; anything else is left for the schema to refuse. */
function unpackRow(row: unknown, columns: readonly string[]): unknown {
  if (!Array.isArray(row)) return row
  const cells: readonly unknown[] = row
  return Object.fromEntries(
    columns.flatMap((name, index) => {
      const cell = cells[index] ?? undefined
      return cell === undefined ? [] : [[name, cell]]
    }),
  )
}

function readRows(found: readonly unknown[]): ReadRows {
  const shaped: PriceRow[] = []
  const places: number[] = []
  const problems: Problem[] = []
  found.forEach((row, index) => {
    const parsed = rowSchema.safeParse(row)
    if (parsed.success) {
      shaped.push(parsed.data)
      places.push(index)
    } else problems.push(rowProblem(index, shapeSentence(row, index, parsed.error.issues[0])))
  })
  const { rows, problems: refused } = withoutRefused(shaped, (index) => places[index] ?? index)
  return { rows, problems: [...problems, ...refused] }
}

/** Takes out what the lint refuses, until nothing is refused; `placeOf` gives the row's place in its file. */
export function withoutRefused(rows: readonly PriceRow[], placeOf = (index: number): number => index): ReadRows {
  const problems = [...rows.flatMap(lintRow), ...lintRows(rows)]
  const refused = new Set(problems.map(({ path }) => Number(/\d+/.exec(path)?.[0])))
  return {
    rows: refused.size === 0 ? rows : rows.filter((_row, index) => !refused.has(index)),
    problems: problems.map((problem) => ({
      ...problem,
      path: problem.path.replace(/\d+/, (index) => String(placeOf(Number(index)))),
    })),
  }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** "Row 12 ("llm.input" of "openai/gpt-4.1"): usd is the text "2.00". Write 2.00 without quotation marks." */
function shapeSentence(row: unknown, index: number, issue: Issue | undefined): string {
  const field = issue?.path.map(String).join('.') ?? ''
  const cell = isRecord(row) ? row[field] : undefined
  const named = isRecord(row) && typeof row['item'] === 'string' ? row['item'] : undefined
  const product = isRecord(row) && typeof row['product'] === 'string' ? { product: row['product'] } : {}
  const where = `Row ${index + 1}${named === undefined ? '' : ` (${rowName({ item: named, ...product })})`}`
  if (typeof cell === 'string' && ['usd', 'low', 'high'].includes(field)) {
    const remedy = Number.isFinite(Number(cell)) && cell.trim() !== ''
    const how = remedy ? `Write ${cell.trim()} without quotation marks.` : 'Write a number.'
    return `${where}: ${field} is the text "${cell}". ${how}`
  }
  if (typeof cell === 'number' && !Number.isFinite(cell)) return `${where}: ${field} is ${cell}. Write a number.`
  return `${where} is not readable: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'no row'}.`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
