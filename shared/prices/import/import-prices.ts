import type { Problem, Result } from '../../design/problem.ts'
import type { FoundPrices } from './found-prices.ts'
import { importCsv } from './import-csv.ts'
import { importLiteLlm, isLiteLlm } from './import-lite-llm.ts'
import type { PriceBookFile, PriceRow } from '../price-row.ts'
import { rowKey } from '../price-row.ts'
import { readPriceBook, withoutRefused } from '../read-book.ts'

/** What somebody brings: text of a file, and the day its prices are of, where it does not say. */
export interface ForeignPrices {
  readonly text: string
  /** ISO date. */
  readonly asOf: string
}

export interface ImportedPrices {
  readonly book: PriceBookFile
  readonly what: string
  /** Rows of the file that are used. */
  readonly used: number
  /** About rows that are used and may be meant otherwise. */
  readonly doubts: readonly Problem[]
}

/**
 * Puts prices from a file over a book: LiteLLM's JSON, a table of separated values, or a Lintel price book (which replaces
 * the book). What cannot be used is left out, each with a sentence that names the row and the remedy; the rest is used.
 * Not ok when nothing of the file can be used. The result is a book like any other: it passes the lint.
 */
export function importPrices(base: PriceBookFile, { text, asOf }: ForeignPrices): Result<ImportedPrices> {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return refused('The file is empty. Choose a LiteLLM JSON file or a table of prices (CSV).')
  if (!/^[{[]/.test(trimmed)) return laidOver(base, importCsv(base, trimmed, asOf))
  const json = parseJson(trimmed)
  if (!json.ok) return json
  if (isLiteLlm(json.value)) return laidOver(base, importLiteLlm(base, json.value, asOf))
  if (!isBook(json.value)) {
    return refused(
      'This JSON is neither LiteLLM’s "model_prices_and_context_window.json" nor a Lintel price book. Choose one of them, or a CSV.',
    )
  }
  const read = readPriceBook(json.value)
  if (!read.ok) return read
  const used = read.value.rows.length
  if (used === 0) return { ok: false, problems: [...read.problems, problem('No row of the price book can be used.')] }
  return { ok: true, value: { book: read.value, what: 'a price book', used, doubts: [] }, problems: read.problems }
}

function laidOver(base: PriceBookFile, found: FoundPrices): Result<ImportedPrices> {
  const dropped = new Set(found.dropped.map(rowKey))
  const fresh = withoutRefused(dedupe(found.rows))
  const replaced = new Set(fresh.rows.map(rowKey))
  const kept = base.rows.filter((row) => !replaced.has(rowKey(row)) && !dropped.has(rowKey(row)))
  // A price may be in order among the new ones and still wrong beside an old one: then the new one is left out.
  const together = withoutRefused([...kept, ...fresh.rows])
  const rows = together.rows.length === kept.length + fresh.rows.length ? together.rows : restored(together.rows, base)
  const used = rows.filter((row) => replaced.has(rowKey(row)) && !base.rows.includes(row)).length
  const problems = [...found.problems, ...fresh.problems, ...together.problems]
  if (used === 0) {
    const sentence = `No price of the file can be used${problems.length === 0 ? ': it names no product or item that the book knows' : ''}.`
    return { ok: false, problems: [...problems, problem(sentence)] }
  }
  const retiredOn = { ...base.retiredOn, ...found.retiredOn }
  const book: PriceBookFile = {
    ...base,
    date: dayOfMost(rows, base.date),
    ...(Object.keys(retiredOn).length === 0 ? {} : { retiredOn }),
    rows,
  }
  return { ok: true, value: { book, what: found.what, used, doubts: found.doubts }, problems }
}

/** Where a new row was refused beside an old one, the old price of it comes back. */
function restored(rows: readonly PriceRow[], base: PriceBookFile): readonly PriceRow[] {
  const there = new Set(rows.map(rowKey))
  const back = withoutRefused([...rows, ...base.rows.filter((row) => !there.has(rowKey(row)))])
  return back.rows
}

/** The last of several rows for one price. */
function dedupe(rows: readonly PriceRow[]): readonly PriceRow[] {
  return [...new Map(rows.map((row) => [rowKey(row), row])).values()]
}

/** The day that at least half of the prices are no older than: a handful of new ones does not make a book of 1,200 new. */
function dayOfMost(rows: readonly PriceRow[], before: string): string {
  const days = rows.map((row) => row.asOf).toSorted()
  const middle = days[Math.ceil(days.length / 2)] ?? before
  return middle > before ? middle : before
}

function parseJson(text: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown, problems: [] }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return refused(`The file is not readable as JSON (${why}). Fetch it again: it may have been cut off.`)
  }
}

function isBook(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === 'lintel/price-book'
}

function refused(sentence: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem(sentence)] }
}

function problem(sentence: string): Problem {
  return { code: 'prices', level: 'error', sentence, path: '' }
}
