import { checks } from '../../shared/checks/rules/index.ts'
import { documents } from '../../shared/documents/index.ts'
import { formats } from '../../shared/interchange/index.ts'
import { kinds, products } from '../../shared/kinds/index.ts'
import { coverKinds, coverProducts, describeCoverage } from '../../shared/prices/coverage.ts'
import { openPriceBook } from '../../shared/prices/price-book.ts'
import { threats } from '../../shared/threats/catalog/index.ts'
import { alignColumns, Misuse, printJson, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { priceBook, readTemplates } from './resources.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly [more: string]: unknown
}

interface Listing {
  readonly rows: readonly Row[]
  /** What `--json` prints where rows alone would not say all. */
  readonly json?: unknown
  /** The last line for people. */
  readonly inAll?: string
}

/** What can be listed; each list is a registry of the product. */
const lists: Readonly<Record<string, () => Listing>> = {
  kinds: listKinds,
  products: listProducts,
  templates: () => ({ rows: readTemplates().map(({ id, title, summary }) => ({ id, title, summary })) }),
  checks: () => ({
    rows: checks.map(({ id, title, severity, topic, aliases }) => ({ id, title, severity, topic, aliases })),
  }),
  threats: () => ({
    rows: threats.map(({ id, title, severity, stride, aliases }) => ({ id, title, severity, stride, aliases })),
  }),
  documents: () => ({
    rows: documents.map((document) => ({ id: document.id, title: document.title, formats: document.formats })),
  }),
  formats: () => ({ rows: formats.map(({ id, title, extensions }) => ({ id, title, extensions })) }),
}

/** Kinds, each with how many products it can be and of how many a dated price or a time is known; and the same in all. */
function listKinds(): Listing {
  const covered = coverProducts(products, openPriceBook(priceBook).rows)
  const rows = coverKinds(kinds, covered).map(({ kind: { id, title, family, summary }, ...coverage }) => ({
    id,
    title,
    family,
    summary,
    products: coverage.products,
    priced: coverage.priced,
    latency: coverage.timed,
  }))
  const totals = {
    kinds: kinds.filter((kind) => !kind.traits.includes('unknown-kind')).length,
    products: covered.length,
    priced: covered.filter(({ isPriced }) => isPriced).length,
    latency: covered.filter(({ isTimed }) => isTimed).length,
  }
  return { rows, json: { totals, kinds: rows }, inAll: describeCoverage(kinds, covered) }
}

function listProducts(): Listing {
  const covered = coverProducts(products, openPriceBook(priceBook).rows)
  const rows = covered.map(({ product: { id, title, vendor, names = [], kinds: of }, isPriced, isTimed }) => ({
    id,
    title,
    vendor,
    names,
    kinds: of,
    priced: isPriced,
    latency: isTimed,
  }))
  return { rows, inAll: describeCoverage(kinds, covered) }
}

export const listCommand: LineCommand = {
  name: 'list',
  usage: `list ${Object.keys(lists).join('|')}`,
  summary: 'Names what this version knows.',
  options: [],
  async run(given, surroundings) {
    const what = required(given, 0, 'what to list', listCommand.usage)
    const list = Object.hasOwn(lists, what) ? lists[what] : undefined
    if (!list) throw new Misuse(`There is no list of "${what}". Known are: ${Object.keys(lists).join(', ')}.`)
    const { rows, json = rows, inAll } = list()
    if (given.json) printJson(surroundings, json)
    else {
      surroundings.write(alignColumns(rows.map((row) => [row.id, row.title])))
      if (inAll !== undefined) surroundings.write(`${inAll}\n`)
    }
    return 0
  },
}
