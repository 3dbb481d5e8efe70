import { daysBetween } from '../../shared/prices/age.ts'
import { type BookDifference, diffBooks } from '../../shared/prices/import/diff-books.ts'
import { type PriceBookFile, type PriceRow, rowName } from '../../shared/prices/price-row.ts'
import { alignColumns, printJson } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { importBook, shippedBook } from './load.ts'

export const pricesCommand: LineCommand = {
  name: 'prices',
  usage: 'prices [FILE]',
  summary: 'Says how old the price book is and what it knows; with a newer price list, what that changes.',
  options: [],
  async run(given, surroundings) {
    const [path] = given.positionals
    if (path === undefined) {
      const facts = factsOf(shippedBook(), surroundings.today)
      if (given.json) printJson(surroundings, facts)
      else surroundings.write(factsText(facts))
      return 0
    }
    const { book, what, used, problems, doubts } = await importBook(path, surroundings)
    const difference = diffBooks(shippedBook(), book)
    if (given.json) printJson(surroundings, { what, used, problems, doubts, ...difference })
    else surroundings.write(`${used} prices of ${what} used.\n${differenceText(difference)}`)
    return 0
  },
}

interface Facts {
  readonly date: string
  readonly ageDays: number
  readonly prices: number
  readonly items: number
  readonly products: number
  readonly secondSource: { readonly agrees: number; readonly differs: number }
  readonly bySource: Readonly<Record<string, number>>
  readonly retired: readonly { readonly product: string; readonly on: string }[]
}

function factsOf(book: PriceBookFile, today: string): Facts {
  const { rows, date, retiredOn = {} } = book
  const bySource: Record<string, number> = {}
  for (const { licence } of rows) bySource[licence] = (bySource[licence] ?? 0) + 1
  return {
    date,
    ageDays: daysBetween(date, today),
    prices: rows.length,
    items: new Set(rows.map((row) => row.item)).size,
    products: new Set(rows.flatMap((row) => row.product ?? [])).size,
    secondSource: {
      agrees: rows.filter((row) => row.agrees !== undefined).length,
      differs: rows.filter((row) => row.alternative !== undefined).length,
    },
    bySource,
    retired: Object.entries(retiredOn)
      .filter(([, on]) => on <= today)
      .map(([product, on]) => ({ product, on })),
  }
}

function factsText({ date, ageDays, prices, items, products, secondSource, bySource, retired }: Facts): string {
  const lines = [
    `Prices of ${date}, ${ageDays} days old.\n`,
    alignColumns([
      ['prices', String(prices)],
      ['items', String(items)],
      ['products', String(products)],
      ['second source agrees', String(secondSource.agrees)],
      ['second source differs', String(secondSource.differs)],
      ...Object.entries(bySource).map(([licence, count]) => [`licence ${licence}`, String(count)]),
    ]),
  ]
  const gone = alignColumns(retired.map(({ product, on }) => [product, `out of service since ${on}`]))
  return [...lines, gone].join('')
}

function differenceText({ added, changed, removed, confirmed, retired }: BookDifference): string {
  const section = (title: string, lines: readonly (readonly string[])[]): string =>
    lines.length === 0 ? '' : `\n${title}: ${lines.length}\n${alignColumns(lines)}`
  return [
    `${changed.length} changed, ${added.length} added, ${removed.length} removed, ${confirmed} confirmed.\n`,
    section(
      'Changed',
      changed.map(({ before, after, share }) => [
        rowName(after),
        `${before.usd} to ${after.usd} ${after.unit}`,
        `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`,
      ]),
    ),
    section('Added', added.map(priceLine)),
    section('Removed', removed.map(priceLine)),
    section(
      'Out of service',
      retired.map(({ product, on }) => [product, on]),
    ),
  ].join('')
}

function priceLine(row: PriceRow): readonly string[] {
  return [rowName(row), `${row.usd} ${row.unit}`, row.region]
}
