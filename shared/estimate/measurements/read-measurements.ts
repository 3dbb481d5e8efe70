import type { Problem } from '../../design/problem.ts'
import { readAmount } from './cell.ts'
import type { Column, Quantity } from './column.ts'
import { type MeasuredTable, readTable } from './read-table.ts'
import { percentileOf, samplesForTail } from './statistics.ts'

/** One number that was measured, in milliseconds or tokens per second. */
export interface Measurement {
  /** As written in the table; absent when the table names nobody. */
  readonly of: string | undefined
  readonly quantity: 'ttft' | 'latency' | 'time' | 'speed'
  readonly statistic: 'p50' | 'p95'
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** Calls that were measured, when the table says so or they were counted here. */
  readonly n?: number
  /** ISO date of the latest row, when the table has dates. */
  readonly date?: string
  readonly lines: readonly number[]
  /** What was decided in reading it: a unit that the table did not state. */
  readonly note?: string
}

export interface ReadMeasurements {
  readonly measurements: readonly Measurement[]
  readonly problems: readonly Problem[]
}

/** One cell, in milliseconds or tokens per second. */
interface Reading {
  readonly of: string | undefined
  readonly quantity: Measurement['quantity']
  readonly statistic: 'p50' | 'p95' | 'sample'
  readonly value: number
  readonly n: number | undefined
  readonly date: string | undefined
  readonly line: number
  readonly note: string | undefined
}

/**
 * Reads own measurements from pasted text or a CSV: medians and 95th percentiles by model or component, or one row per
 * call, from which the percentiles are worked out here.
 * @param alone what numbers without a header are ('ttft', 'time')
 */
export function readMeasurements(text: string, alone: string): ReadMeasurements {
  const table = readTable(text, alone)
  if (table === undefined) {
    const sentence =
      'No column here says what it holds. Put a line on top, such as: model; ttft_p50_ms; ttft_p95_ms; tokens_per_second.'
    return { measurements: [], problems: text.trim() === '' ? [] : [problem(sentence)] }
  }
  const problems: Problem[] = []
  const usable = table.columns.some(({ column }) => isQuantity(column) && column.statistic !== 'left out')
  if (!usable) problems.push(problem(noColumn(table)))
  const inSeconds = quantitiesInSeconds(table)
  const readings = table.rows.flatMap((row) => readRow(table, row, inSeconds, problems))
  return { measurements: [...summarise(readings, problems)], problems }
}

function noColumn({ columns }: MeasuredTable): string {
  const found = columns.map(({ title }) => `"${title}"`).join(', ')
  return `None of the columns ${found} is a median or a 95th percentile of a time, or an output speed. Name one ttft_p50_ms, latency_p95 or tokens_per_second.`
}

function isQuantity(column: Column | undefined): column is Extract<Column, { statistic: string }> {
  return column !== undefined && 'statistic' in column
}

function readRow(
  table: MeasuredTable,
  row: MeasuredTable['rows'][number],
  inSeconds: ReadonlySet<Quantity>,
  problems: Problem[],
): readonly Reading[] {
  const cellOf = (holds: 'name' | 'count' | 'date'): string | undefined => {
    const index = table.columns.findIndex(({ column }) => column?.holds === holds)
    const cell = index < 0 ? '' : (row.cells[index] ?? '')
    return cell === '' ? undefined : cell
  }
  const count = readAmount(cellOf('count') ?? '', table.decimalComma)?.value
  const date = /\d{4}-\d{2}-\d{2}/.exec(cellOf('date') ?? '')?.[0]
  return table.columns.flatMap(({ title, column }, index): readonly Reading[] => {
    const cell = row.cells[index] ?? ''
    if (!isQuantity(column) || column.statistic === 'left out' || cell === '') return []
    const amount = readAmount(cell, table.decimalComma)
    if (amount === undefined || amount.value <= 0) {
      const what = amount === undefined ? 'is no number' : 'cannot be measured'
      problems.push(
        problem(
          `Line ${row.line}: "${cell}" ${what} in the column "${title}". Write a number above 0, or leave it empty.`,
        ),
      )
      return []
    }
    const unit = amount.unit ?? column.unit
    const { value, note } = inOurUnit(column.holds, amount.value, unit, inSeconds.has(column.holds), title)
    const quantity = column.holds === 'tokenTime' ? 'speed' : column.holds
    return [{ of: cellOf('name'), quantity, statistic: column.statistic, value, n: count, date, line: row.line, note }]
  })
}

/**
 * Times that stand without any unit are milliseconds, unless all of a kind are too short for that: a first token below
 * 100 ms everywhere, or another time that is below 1 somewhere and below 30 everywhere.
 */
function quantitiesInSeconds(table: MeasuredTable): ReadonlySet<Quantity> {
  const values = new Map<Quantity, number[]>()
  for (const { cells } of table.rows) {
    for (const [index, { column }] of table.columns.entries()) {
      const amount = readAmount(cells[index] ?? '', table.decimalComma)
      if (!isQuantity(column) || amount === undefined || amount.unit !== undefined || column.unit !== undefined)
        continue
      values.set(column.holds, [...(values.get(column.holds) ?? []), amount.value])
    }
  }
  const isShort = (holds: Quantity, all: readonly number[]): boolean =>
    holds === 'ttft' ? Math.max(...all) < 100 : Math.min(...all) < 1 && Math.max(...all) < 30
  return new Set([...values].flatMap(([holds, all]) => (isShort(holds, all) ? [holds] : [])))
}

/** Milliseconds, or tokens per second. */
function inOurUnit(
  holds: Quantity,
  value: number,
  unit: 'ms' | 's' | undefined,
  isShort: boolean,
  title: string,
): { readonly value: number; readonly note: string | undefined } {
  if (holds === 'speed') return { value, note: undefined }
  const seconds = unit === 's' || (unit === undefined && isShort)
  const ms = seconds ? value * 1000 : value
  const note =
    unit === undefined ? `"${title}" has no unit: read as ${seconds ? 'seconds' : 'milliseconds'}` : undefined
  return { value: holds === 'tokenTime' ? 1000 / ms : ms, note }
}

function* summarise(readings: readonly Reading[], problems: Problem[]): Iterable<Measurement> {
  const groups = new Map<string, Reading[]>()
  for (const reading of readings) {
    const key = `${reading.of ?? ''}|${reading.quantity}|${reading.statistic}`
    groups.set(key, [...(groups.get(key) ?? []), reading])
  }
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    if (first.statistic === 'sample') yield* fromSamples(first, group, problems)
    else {
      if (group.length > 1) problems.push(problem(twice(first, group)))
      yield { ...commonOf(group), quantity: first.quantity, statistic: first.statistic, value: first.value }
    }
  }
}

function twice(first: Reading, group: readonly Reading[]): string {
  const lines = group.map(({ line }) => line).join(' and ')
  return `Lines ${lines} both state the ${first.statistic} of ${first.of ?? 'the same thing'}. The first one counts; keep one of them.`
}

/** One value without a percentile is a median that does not say so; several are samples. */
function* fromSamples(first: Reading, group: readonly Reading[], problems: Problem[]): Iterable<Measurement> {
  const { quantity } = first
  if (group.length === 1) {
    yield { ...commonOf(group), quantity, statistic: 'p50', value: first.value }
    return
  }
  const samples = group.map(({ value }) => value)
  const common = { ...commonOf(group), quantity, n: samples.length }
  yield { ...common, statistic: 'p50', ...percentileOf(samples, 0.5) }
  if (quantity === 'speed') return
  if (samples.length >= samplesForTail) yield { ...common, statistic: 'p95', ...percentileOf(samples, 0.95) }
  else {
    const who = first.of === undefined ? '' : ` of ${first.of}`
    problems.push(
      problem(
        `${samples.length} samples${who} tell a median, not a 95th percentile: ${samplesForTail} would.`,
        'warning',
      ),
    )
  }
}

function commonOf(group: readonly Reading[]): Pick<Measurement, 'of' | 'n' | 'date' | 'lines' | 'note'> {
  const [first] = group
  const dates = group.flatMap(({ date }) => date ?? []).toSorted()
  const last = dates.at(-1)
  return {
    of: first?.of,
    lines: group.map(({ line }) => line),
    ...(first?.n === undefined ? {} : { n: first.n }),
    ...(last === undefined ? {} : { date: last }),
    ...(first?.note === undefined ? {} : { note: first.note }),
  }
}

export function problem(sentence: string, level: Problem['level'] = 'error'): Problem {
  return { code: 'measurements', level, sentence, path: '' }
}
