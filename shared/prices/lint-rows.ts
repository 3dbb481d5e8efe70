import type { Problem } from '../design/problem.ts'
import { priceItems } from './items/items.ts'
import { rowName, type PriceRow } from './price-row.ts'

/**
 * What is wrong with single rows: an item that nothing has, another unit, a price of 0, a row outside its own band.
 * `index` is the place in the file.
 */
export function lintRow(row: PriceRow, index: number): readonly Problem[] {
  const name = rowName(row)
  const item = priceItems[row.item]
  if (!item) return [rowProblem(index, `Nothing has the price ${name}. Leave the row out, or name a known item.`)]
  return [
    ...(item.unit === row.unit
      ? []
      : [rowProblem(index, `The price ${name} is in ${row.unit}, not in ${item.unit}. Convert it.`)]),
    ...(row.usd > 0 || row.included ? [] : [rowProblem(index, `The price ${name} is 0: leave the row out instead.`)]),
    ...(row.usd <= (highest.find(({ of }) => of.test(row.item))?.usd ?? Infinity)
      ? []
      : [rowProblem(index, `The price ${name} is ${row.usd} ${row.unit}, out of all proportion. Check the unit.`)]),
    ...((row.low ?? row.usd) <= row.usd && row.usd <= (row.high ?? row.usd)
      ? []
      : [rowProblem(index, `The price ${name} lies outside its own band. Correct low or high.`)]),
  ]
}

/** Above these nothing has ever been sold: a feed that gives USD per thousand where it means per million is met often. */
const highest: readonly { readonly of: RegExp; readonly usd: number }[] = [
  { of: /^llm\.search-query$/, usd: 500 },
  { of: /^llm\./, usd: 2000 },
  { of: /^embedding\./, usd: 10 },
  { of: /^reranker\./, usd: 50 },
  { of: /^gpu\./, usd: 200 },
]

/** A tier against the plain price of the same product and region. */
interface Comparison {
  readonly tier: RegExp
  readonly plain: (item: string) => string
  readonly most?: number
  readonly least?: number
  readonly sentence: string
}

/** Traps that public price feeds are known for; each was met in one. */
const comparisons: readonly Comparison[] = [
  {
    tier: /^llm\.cache-read/,
    plain: (item) => item.replace('cache-read', 'input'),
    most: 1,
    sentence: 'costs more than the same token read anew',
  },
  {
    tier: /^llm\.cache-write/,
    plain: (item) => item.replace(/cache-write(-1h)?/, 'input'),
    most: 2.5,
    sentence: 'is more than 2.5 times the plain price',
  },
  { tier: /-(batch|flex)$/, plain: withoutTier, most: 1, sentence: 'costs more than the plain price' },
  { tier: /-priority$/, plain: withoutTier, most: 3, sentence: 'is more than 3 times the plain price' },
  { tier: /-long$/, plain: withoutTier, most: 3, least: 1, sentence: 'is not 1 to 3 times the plain price' },
  {
    tier: /^llm\.output$/,
    plain: () => 'llm.input',
    least: 1,
    sentence: 'is below the price of input; no vendor charges less for what a model writes',
  },
]

/** Products whose output is dearer to read than to write, and listed so by the vendor. */
const cheaperOutput: ReadonlySet<string> = new Set()

/** How far above a limit a price may lie before it is a fault and not rounding. */
const rounding = 1.001

/**
 * What is wrong with rows beside one another: a cached, batched or flex token dearer than a plain one, a priority price
 * above three times the plain one, output below input, the same price twice.
 */
export function lintRows(rows: readonly PriceRow[]): readonly Problem[] {
  const byKey = new Map<string, number>()
  const problems: Problem[] = []
  rows.forEach((row, index) => {
    const key = keyOf(row.item, row)
    if (byKey.has(key))
      problems.push(rowProblem(index, `The price ${rowName(row)} (${row.region}) stands there twice.`))
    else byKey.set(key, index)
  })
  rows.forEach((row, index) => {
    for (const { tier, plain, most = Infinity, least = 0, sentence } of comparisons) {
      if (!tier.test(row.item) || plain(row.item) === row.item) continue
      const other = rows[byKey.get(keyOf(plain(row.item), row)) ?? -1]
      if (other === undefined || other.usd === 0) continue
      const ratio = row.usd / other.usd
      const isListed = row.item === 'llm.output' && cheaperOutput.has(row.product ?? '')
      if (isListed || (ratio <= most * rounding && ratio >= least / rounding)) continue
      const figures = `${row.usd} against ${other.usd}`
      problems.push(rowProblem(index, `The price ${rowName(row)} ${sentence} (${figures}). Check the source.`))
    }
  })
  return problems
}

function withoutTier(item: string): string {
  return item.replace(/-(batch|flex|priority|long)$/, '')
}

function keyOf(item: string, { product, region }: PriceRow): string {
  return `${item}|${product ?? ''}|${region}`
}

export function rowProblem(index: number, sentence: string): Problem {
  return { code: 'prices', level: 'error', sentence, path: `rows[${index}]` }
}
