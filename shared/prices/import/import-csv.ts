import { dsvFormat } from 'd3-dsv'
import type { Problem } from '../../design/problem.ts'
import type { FoundPrices } from './found-prices.ts'
import { priceItems } from '../items/items.ts'
import { warning } from './lite-llm-rows.ts'
import { type NamedProduct, nameProduct } from './name-product.ts'
import { rowName, type PriceBookFile, type PriceRow } from '../price-row.ts'
import { convertUnit } from '../price-unit.ts'
import { readAmount } from './read-amount.ts'

/** The columns of a table of prices; `item` and `usd` are needed, the rest is filled in. */
const csvColumns = ['item', 'product', 'usd', 'unit', 'region', 'date', 'source', 'low', 'high', 'licence'] as const

/** Other words for them that people use. */
const headings: Readonly<Record<string, (typeof csvColumns)[number]>> = {
  price: 'usd',
  'price usd': 'usd',
  'usd price': 'usd',
  model: 'product',
  sku: 'product',
  'as of': 'date',
  asof: 'date',
  'price date': 'date',
  location: 'region',
  license: 'licence',
  minimum: 'low',
  maximum: 'high',
}

type Line = Readonly<Partial<Record<(typeof csvColumns)[number], string>>>

/**
 * A table with the columns item, product, usd, unit, region, date, source (and low, high, licence), in any order,
 * separated by commas, semicolons or tabs. Missing cells are filled: the unit and the region as the book has them, the
 * date that of the import. Amounts may carry $ and thousands; units of another size are converted; products may go by
 * any name that means one of them.
 */
export function importCsv(base: PriceBookFile, text: string, asOf: string): FoundPrices {
  const separator = separatorOf(text)
  const table = dsvFormat(separator).parseRows(text)
  const [head = [], ...lines] = table
  const columns = head.map(columnOf)
  const empty = { what: 'a table of prices', dropped: [], retiredOn: {}, doubts: [] }
  const lacking = (['item', 'usd'] as const).filter((name) => !columns.includes(name))
  if (lacking.length > 0) {
    const sentence = `The table has no column "${lacking.join('" and no column "')}". Its first line must name the columns: ${csvColumns.slice(0, 7).join(', ')}.`
    return { ...empty, rows: [], problems: [warning('line 1', sentence)] }
  }
  const rows: PriceRow[] = []
  const problems: Problem[] = []
  const doubts: Problem[] = []
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const line: Line = Object.fromEntries(
      columns.flatMap((name, at) => (name === undefined || !cells[at]?.trim() ? [] : [[name, cells[at].trim()]])),
    )
    const about = (sentence: string): Problem => warning(`line ${index + 2}`, `${placeOf(index, line)}: ${sentence}`)
    const named: NamedProduct = line.product === undefined ? {} : nameProduct(base, line.item ?? '', line.product)
    const { doubt, refusal, ...product } = named
    const found = refusal ?? readLine({ ...line, ...product }, { base, asOf })
    if (typeof found === 'string') problems.push(about(found))
    else rows.push(found)
    if (typeof found !== 'string' && doubt !== undefined) doubts.push(about(doubt))
  })
  return { ...empty, rows, problems, doubts }
}

function placeOf(index: number, { item, product }: Line): string {
  const name = item === undefined ? '' : ` (${rowName({ item, ...(product === undefined ? {} : { product }) })})`
  return `Line ${index + 2}${name}`
}

interface Surroundings {
  readonly base: PriceBookFile
  readonly asOf: string
}

/** The row, or a sentence why there is none. */
function readLine(line: Line, { base, asOf }: Surroundings): PriceRow | string {
  const { item = '', product, unit, date = asOf } = line
  const listed = priceItems[item]
  if (listed === undefined) return `nothing has the price "${item}". Take an item of the price book, such as llm.input.`
  const usd = readAmount(line.usd ?? '')
  if (typeof usd === 'string') return usd
  if (usd === 0) return 'a price of 0 counts as unknown. Leave the line out.'
  const times = unit === undefined ? 1 : convertUnit(unit, listed.unit)
  if (times === undefined) return `the unit "${unit}" cannot be turned into ${listed.unit}. Convert the price.`
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return `the date "${date}" is not readable. Write it as 2026-08-01.`
  const band = [line.low, line.high].map((cell) => (cell === undefined ? undefined : readAmount(cell)))
  const unreadable = band.find((end) => typeof end === 'string')
  if (typeof unreadable === 'string') return unreadable
  const [low, high] = band
  const same = base.rows.find((row) => row.item === item && row.product === product)
  return {
    item,
    ...(product === undefined ? {} : { product }),
    usd: usd * times,
    unit: listed.unit,
    region: line.region ?? same?.region ?? 'global',
    asOf: date,
    source: line.source ?? 'imported table',
    licence: line.licence ?? 'own',
    confidence: line.source === undefined ? 'B' : 'A',
    ...(typeof low === 'number' ? { low: low * times } : {}),
    ...(typeof high === 'number' ? { high: high * times } : {}),
  }
}

function columnOf(heading: string): (typeof csvColumns)[number] | undefined {
  const name = heading.trim().toLowerCase().replaceAll(/[_-]+/g, ' ')
  return csvColumns.find((column) => column === name) ?? headings[name]
}

/** The separator that splits the first line into most cells. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/)
  const count = (separator: string): number => first.split(separator).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
