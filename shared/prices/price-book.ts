import { z } from 'zod'
import type { PriceOverride } from '../design/design.ts'
import type { Problem, Result } from '../design/problem.ts'
import { isStated, known } from '../design/value.ts'
import type { InputNode } from '../kinds/formula.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import { priceItems } from './items.ts'

const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

const rowSchema = z.object({
  item: z.string(),
  /** Absent: stands in where the design names no product. */
  product: z.string().optional(),
  usd: z.number().nonnegative(),
  unit: z.string(),
  region: z.string(),
  asOf: isoDate,
  source: z.string().min(1),
  licence: z.string().min(1),
  confidence: z.enum(['A', 'B', 'C']),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Part of another price: the only rows that may be 0. */
  included: z.boolean().optional(),
  /** What a second source says; the band covers both. */
  alternative: z.object({ usd: z.number().positive(), source: z.string() }).optional(),
})

const bookSchema = z.object({
  format: z.literal('lintel/price-book'),
  version: z.literal(1),
  date: isoDate,
  currency: z.literal('USD'),
  rows: z.array(rowSchema),
})

export type PriceRow = Readonly<z.infer<typeof rowSchema>>
export interface PriceBookFile {
  readonly date: string
  readonly rows: readonly PriceRow[]
}

export interface PriceBook extends PriceLookup {
  /** ISO date of the book: what the product says with "prices of". */
  readonly date: string
  readonly rows: readonly PriceRow[]
  /** Overrides that name no item of the book, or another unit; they change nothing. */
  readonly ignoredOverrides: readonly PriceOverride[]
  /** Whole days from the book's date to `today` (ISO); never negative. */
  readonly ageDays: (today: string) => number
}

/** Reads a price book; a file that is none, or a row that is free, unknown or outside its band, is a problem. */
export function parsePriceBook(json: unknown): Result<PriceBookFile> {
  const parsed = bookSchema.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      problem(`The price book is not readable: ${issue.message}.`, issue.path.join('.')),
    )
    return { ok: false, problems }
  }
  const problems = parsed.data.rows.flatMap(lintRow)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data, problems: [] }
}

function lintRow(row: PriceRow, index: number): readonly Problem[] {
  const path = `rows[${index}]`
  const name = row.product ? `"${row.item}" of "${row.product}"` : `"${row.item}"`
  const item = priceItems[row.item]
  if (!item) return [problem(`Nothing has the price ${name}.`, path)]
  return [
    ...(item.unit === row.unit ? [] : [problem(`The price ${name} is in ${row.unit}, not in ${item.unit}.`, path)]),
    ...(row.usd > 0 || row.included ? [] : [problem(`The price ${name} is 0: leave the row out instead.`, path)]),
    ...((row.low ?? row.usd) <= row.usd && row.usd <= (row.high ?? row.usd)
      ? []
      : [problem(`The price ${name} lies outside its own band.`, path)]),
  ]
}

function problem(sentence: string, path: string): Problem {
  return { code: 'prices', level: 'error', sentence, path }
}

/**
 * Opens a price book for look-ups, with the design's overrides on top. An override names an item ('llm.input', all
 * products) or one product's ('llm.input:openai/gpt-4.1', which wins), and states a price, a discount (a share), or
 * both. A price that nobody knows comes back with `missing: true` and value 0, so that totals read "at least".
 * Throws on a book that is not one: check foreign files with `parsePriceBook` first.
 */
export function openPriceBook(json: unknown, overrides: readonly PriceOverride[] = []): PriceBook {
  const parsed = parsePriceBook(json)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence ?? 'The price book is not readable.')
  const { date, rows } = parsed.value
  const byKey = new Map(rows.map((row) => [keyOf(row.item, row.product), row]))
  const applied = new Map(overrides.filter(applies).map((override) => [override.item, override]))

  function find(item: string, product?: string): InputNode {
    const listedItem = priceItems[item]
    const exact = byKey.get(keyOf(item, product))
    const row = exact ?? (listedItem?.anyProduct === true ? byKey.get(item) : undefined)
    const listed = row ? nodeOf(row) : missing(item, product)
    const own = product === undefined ? undefined : applied.get(keyOf(item, product))
    const override = own ?? applied.get(item)
    return override ? overridden(listed, override) : listed
  }

  return {
    date,
    rows,
    ignoredOverrides: overrides.filter((override) => !applies(override)),
    find,
    ageDays: (today) => Math.max(0, Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000)),
  }
}

function keyOf(item: string, product: string | undefined): string {
  return product === undefined ? item : `${item}:${product}`
}

function applies({ item, unit }: PriceOverride): boolean {
  const found = priceItems[item.split(':')[0] ?? '']
  return found !== undefined && (unit === undefined || unit === found.unit)
}

function nodeOf(row: PriceRow): InputNode {
  const item = priceItems[row.item]
  const others = [row.low, row.high, row.alternative?.usd].filter((usd) => usd !== undefined)
  const band = others.length > 0 ? { low: Math.min(row.usd, ...others), high: Math.max(row.usd, ...others) } : {}
  const second = row.alternative ? `; ${row.alternative.source}, says ${row.alternative.usd}` : ''
  return {
    op: 'input',
    label: item?.label ?? row.item,
    value: row.usd,
    unit: item?.unit ?? 'USD',
    ...band,
    provenance: {
      from: 'price',
      source: `${row.source}${second}`,
      asOf: row.asOf,
      region: row.region,
      confidence: row.confidence,
    },
  }
}

function missing(item: string, product: string | undefined): InputNode {
  const { label, unit } = priceItems[item] ?? { label: item, unit: 'USD' }
  return {
    op: 'input',
    label,
    value: 0,
    unit,
    missing: true,
    provenance: { from: 'price', source: `not in the price book${product ? ` for ${product}` : ''}` },
  }
}

/** A stated price replaces the listed one with its own source; a discount lowers whichever of the two counts. */
function overridden(listed: InputNode, override: PriceOverride): InputNode {
  const stated = known(override.usd)
  const discount = known(override.discount) ?? 0
  if (stated === undefined && listed.missing === true) return listed
  const factor = 1 - discount
  const from = stated === undefined ? listed : statedNode(listed, stated, override)
  const source = from.provenance.source ?? 'stated for this design'
  const less = discount === 0 ? source : `${source}, less ${Number((discount * 100).toPrecision(6))} %`
  return {
    ...from,
    value: from.value * factor,
    ...(from.low === undefined ? {} : { low: from.low * factor }),
    ...(from.high === undefined ? {} : { high: from.high * factor }),
    provenance: { ...from.provenance, from: 'stated', source: less, on: override.id, field: 'usd' },
  }
}

function statedNode(listed: InputNode, usd: number, { usd: value }: PriceOverride): InputNode {
  const { label, unit } = listed
  const node: InputNode = { op: 'input', label, value: usd, unit, provenance: { from: 'stated' } }
  if (!isStated(value)) return node
  return {
    ...node,
    ...(value.low === undefined ? {} : { low: value.low }),
    ...(value.high === undefined ? {} : { high: value.high }),
    provenance: {
      from: 'stated',
      ...(value.source === undefined ? {} : { source: value.source }),
      ...(value.asOf === undefined ? {} : { asOf: value.asOf }),
      ...(value.confidence === undefined ? {} : { confidence: value.confidence }),
    },
  }
}
