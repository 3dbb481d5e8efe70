import type { Scalar } from '../design/design.ts'
import type { Comparison, Condition } from '../graph/condition.ts'
import { parseCondition, printCondition } from '../graph/condition-text.ts'

/** Of whom a row speaks: the element itself, a boundary around it, data it holds or carries, an end of an arrow. */
export type RowOf = 'itself' | 'inside' | 'data' | 'from' | 'to'

/** One comparison of a condition, as a person fills it in. */
export interface ConditionRow {
  readonly of: RowOf
  /** 'kind', 'trait', 'product', 'name', 'tag', 'crosses', or a field such as 'settings.retentionDays'. */
  readonly subject: string
  readonly is: Comparison
  /** Words of a list with commas between them; nothing for 'stated'. */
  readonly value: string
}

const words = ['kind', 'trait', 'product', 'name', 'tag'] as const
const around: readonly RowOf[] = ['inside', 'data', 'from', 'to']

/** How a row of this subject may compare. */
export function comparisonsOf(subject: string): readonly Comparison[] {
  if (subject === 'crosses') return ['=']
  if (subject === 'name' || subject === 'tag') return ['=', '!=']
  if (words.some((word) => word === subject)) return ['=', '!=', 'in']
  return ['=', '!=', '<', '<=', '>', '>=', 'in', 'has', 'stated']
}

/** The rows of a condition in its text form: of parts that all must hold. Undefined for what rows cannot show. */
export function rowsOf(text: string): readonly ConditionRow[] | undefined {
  if (text.trim() === '') return []
  const parsed = parseCondition(text)
  if (!parsed.ok) return undefined
  const { condition } = parsed
  const rows = ('all' in condition ? condition.all : [condition]).map((part) => rowOf(part))
  return rows.some((row) => row === undefined) ? undefined : rows.flatMap((row) => row ?? [])
}

function rowOf(condition: Condition, of: RowOf = 'itself'): ConditionRow | undefined {
  for (const each of around) {
    const inner = (condition as Readonly<Record<string, Condition>>)[each]
    if (inner !== undefined) return of === 'itself' ? rowOf(inner, each) : undefined
  }
  if ('crosses' in condition) return { of, subject: 'crosses', is: '=', value: condition.crosses }
  if ('field' in condition)
    return { of, subject: condition.field, is: condition.is, value: textOf(condition.value ?? '') }
  if ('not' in condition) {
    const row = rowOf(condition.not, of)
    const isWord = row !== undefined && words.some((word) => word === row.subject)
    return isWord && row.is === '=' && row.of === of ? { ...row, is: '!=' } : undefined
  }
  const subject = words.find((word) => word in condition)
  if (subject === undefined) return undefined
  const value = (condition as Readonly<Record<string, string | readonly string[]>>)[subject] ?? ''
  return { of, subject, is: Array.isArray(value) ? 'in' : '=', value: textOf(value) }
}

function textOf(value: Scalar): string {
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** The text form of rows that all must hold; `parseCondition` reads it, or says what a row lacks. */
export function textOfRows(rows: readonly ConditionRow[]): string {
  const [first, ...more] = rows.map(conditionOf)
  if (first === undefined) return ''
  return printCondition(more.length === 0 ? first : { all: [first, ...more] })
}

function conditionOf({ of, subject, is, value }: ConditionRow): Condition {
  const inner = compare(subject, is, value)
  return of === 'itself' ? inner : ({ [of]: inner } as unknown as Condition)
}

function compare(subject: string, is: Comparison, value: string): Condition {
  if (subject === 'crosses') return { crosses: value } as Condition
  if (words.some((word) => word === subject)) {
    const said = { [subject]: is === 'in' ? listOf(value) : value } as Condition
    return is === '!=' ? { not: said } : said
  }
  if (is === 'stated') return { field: subject, is }
  return { field: subject, is, value: is === 'in' ? valuesOf(listOf(value)) : scalarOf(value) }
}

function listOf(value: string): readonly string[] {
  return value.split(',').map((each) => each.trim())
}
function valuesOf(list: readonly string[]): Scalar {
  const scalars = list.map(scalarOf)
  return scalars.every((each) => typeof each === 'number') ? scalars : list
}
function scalarOf(value: string): string | number | boolean {
  const text = value.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : text
}
