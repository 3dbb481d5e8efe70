import type { PriceOverride } from '../design/design.ts'
import type { InputNode } from '../kinds/formula/formula.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import { daysBetween, widenByAge } from './age.ts'
import { priceItems } from './items/items.ts'
import { isWide, scopesOf } from './override-scope.ts'
import { type IgnoredOverride, overridden, sortOverrides } from './overrides.ts'
import { chooseRow, widenByRegion } from './price-region.ts'
import type { PriceBookFile, PriceRow } from './price-row.ts'
import { parsePriceBook } from './read-book.ts'

export interface PriceBook extends PriceLookup {
  /** ISO date of the book: what the product says with "prices of". */
  readonly date: string
  readonly rows: readonly PriceRow[]
  /** Overrides that change nothing, each with the reason. */
  readonly ignoredOverrides: readonly IgnoredOverride[]
  /** Whole days from the book's date to `today` (ISO); never negative. */
  readonly ageDays: (today: string) => number
  /** The day on which a product goes or went out of service, where the book knows one. */
  readonly retiredOn: (product: string) => string | undefined
  readonly forRegion: (region: string | undefined) => PriceLookup
}

interface Index {
  readonly file: PriceBookFile
  /** Rows of an item and product, in every region and of every seller. */
  readonly rows: ReadonlyMap<string, readonly PriceRow[]>
}

const indexes = new WeakMap<object, Index>()

/**
 * Opens a price book for look-ups, with the design's overrides on top. An override names an item ('llm.input', all
 * products) or one product's ('llm.input:openai/gpt-4.1', which wins), and states a price, a discount (a share), or
 * both. A discount alone may speak of many prices: all of a product ('llm:openai/gpt-4.1': plain, cached, batch and
 * tier), of a vendor ('llm:openai', '*:openai') or of a family ('llm'); whatever names a price more closely wins. A price that nobody knows comes back with `missing: true` and value 0, so that totals read "at least". With
 * `today` (ISO), the band of each price widens with its age; see age.ts.
 * A book is checked and indexed once, however often it is opened. Throws on one that is none: check foreign files with
 * `readPriceBook` first.
 */
export function openPriceBook(json: unknown, overrides: readonly PriceOverride[] = [], today?: string): PriceBook {
  const { file, rows } = indexOf(json)
  const { applied, ignored } = sortOverrides(overrides, (item, product) => {
    const name = product === undefined ? item : keyOf(item, product)
    if (isWide(name)) return file.rows.some((row) => scopesOf(row.item, row.product).includes(name))
    return product === undefined ? file.rows.some((row) => row.item === item) : rowsOf(rows, item, product).length > 0
  })
  const lookups = new Map<string | undefined, PriceLookup>()

  function look(item: string, product: string | undefined, region: string | undefined): InputNode {
    const listed = listedNode(rowsOf(rows, item, product), { item, product, region, today })
    const scope = applied.size === 0 ? undefined : scopesOf(item, product).find((name) => applied.has(name))
    const override = scope === undefined ? undefined : applied.get(scope)
    const node = override ? overridden(listed, override) : listed
    return { ...node, provenance: { ...node.provenance, item: keyOf(item, product) } }
  }

  function forRegion(region: string | undefined): PriceLookup {
    const known = lookups.get(region)
    if (known) return known
    const found = new Map<string, InputNode>()
    const lookup: PriceLookup = {
      find(item, product) {
        const key = keyOf(item, product)
        const node = found.get(key) ?? look(item, product, region)
        found.set(key, node)
        return node
      },
      forRegion,
    }
    lookups.set(region, lookup)
    return lookup
  }

  return {
    date: file.date,
    rows: file.rows,
    ignoredOverrides: ignored,
    find: (item, product) => forRegion(undefined).find(item, product),
    forRegion,
    ageDays: (day) => daysBetween(file.date, day),
    retiredOn: (product) => file.retiredOn?.[product],
  }
}

function indexOf(json: unknown): Index {
  const known = typeof json === 'object' && json !== null ? indexes.get(json) : undefined
  if (known) return known
  const parsed = parsePriceBook(json)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence ?? 'The price book is not readable.')
  const rows = new Map<string, PriceRow[]>()
  for (const row of parsed.value.rows) {
    // A seller's row ("gpu/h100@aws") is found under its own name and under that of the thing it sells.
    const [thing] = row.product?.split('@') ?? []
    for (const product of new Set([row.product, thing])) {
      const key = keyOf(row.item, product)
      rows.set(key, [...(rows.get(key) ?? []), row])
    }
  }
  const index = { file: parsed.value, rows }
  if (typeof json === 'object' && json !== null) indexes.set(json, index)
  return index
}

/** The rows of a product; those without a product where the item does not depend on it. */
function rowsOf(rows: Index['rows'], item: string, product: string | undefined): readonly PriceRow[] {
  const exact = rows.get(keyOf(item, product)) ?? []
  return exact.length === 0 && priceItems[item]?.anyProduct === true ? (rows.get(item) ?? []) : exact
}

function keyOf(item: string, product: string | undefined): string {
  return product === undefined ? item : `${item}:${product}`
}

interface Asked {
  readonly item: string
  readonly product: string | undefined
  readonly region: string | undefined
  readonly today: string | undefined
}

function listedNode(rows: readonly PriceRow[], { item, product, region, today }: Asked): InputNode {
  const chosen = chooseRow(rows, region, product)
  if (chosen === undefined) return missing(item, product)
  const listed = nodeOf(chosen.row)
  const placed = chosen.elsewhere && region !== undefined ? widenByRegion(listed, region) : listed
  return today === undefined ? placed : widenByAge(placed, chosen.row.asOf, today)
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
