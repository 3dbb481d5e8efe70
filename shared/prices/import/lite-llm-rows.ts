import type { Problem } from '../../design/problem.ts'
import { priceItems } from '../items/items.ts'
import type { PriceRow } from '../price-row.ts'
import { tokenItems } from '../items/token-items.ts'

/** One model of LiteLLM's `model_prices_and_context_window.json`, as foreign as it comes. */
export type LiteLlmEntry = Readonly<Record<string, unknown>>

/** Under which product, region and item the prices of an entry are kept. */
export interface FeedTarget {
  readonly key: string
  readonly product: string
  readonly region: string
  /** The item of a price per page or per query; absent: it follows from the mode of the entry. */
  readonly item?: string
}

const feedName = 'LiteLLM'

/** The key of the feed that a row was taken from; undefined for rows of other sources. */
export function feedKeyOf({ source }: Pick<PriceRow, 'source'>): string | undefined {
  return source.startsWith(`${feedName}, `) ? source.slice(feedName.length + 2) : undefined
}

const fields: Readonly<Record<string, string>> = {
  input: 'input_cost_per_token',
  output: 'output_cost_per_token',
  'cache-read': 'cache_read_input_token_cost',
  'cache-write': 'cache_creation_input_token_cost',
  'cache-write-1h': 'cache_creation_input_token_cost_above_1hr',
}
/** Above which prompt length the long price holds differs by model; the length itself is a fact of the product. */
const thresholds = ['128k', '200k', '256k', '272k', '512k']
const tierSuffixes: Readonly<Record<string, string>> = { batch: '_batches', flex: '_flex', priority: '_priority' }

/** The names under which the feed may keep the price of a token item, such as 'llm.cache-read-long-flex'. */
function fieldsOf(item: string): readonly string[] {
  const [, kind = '', long, tier] = /^llm\.(.+?)(-long)?(?:-(batch|flex|priority))?$/.exec(item) ?? []
  const field = fields[kind]
  if (field === undefined) return []
  const suffix = tierSuffixes[tier ?? ''] ?? ''
  return long === undefined
    ? [field + suffix]
    : thresholds.map((threshold) => `${field}_above_${threshold}_tokens${suffix}`)
}

interface Wanted {
  readonly item: string
  readonly fields: readonly string[]
  /** From the unit of the feed to ours. */
  readonly times: number
}

const million = 1_000_000
const tokenWants: readonly Wanted[] = Object.keys(tokenItems).map((item) => ({
  item,
  fields: fieldsOf(item),
  times: million,
}))

/** What the prices of an entry are the prices of, by its mode. */
function wantedOf(mode: unknown, item: string | undefined): readonly Wanted[] {
  switch (mode) {
    case 'chat':
    case 'responses':
    case 'completion':
      return tokenWants
    case 'embedding':
      return [
        { item: 'embedding.tokens', fields: ['input_cost_per_token'], times: million },
        { item: 'embedding.tokens-batch', fields: ['input_cost_per_token_batches'], times: million },
      ]
    case 'rerank':
      return [
        { item: 'reranker.searches', fields: ['input_cost_per_query'], times: 1000 },
        { item: 'reranker.tokens', fields: ['input_cost_per_token'], times: million },
      ]
    case 'ocr':
      return [{ item: item ?? 'document.read-page', fields: ['ocr_cost_per_page'], times: 1 }]
    case 'search':
    case 'vector_store':
      return [{ item: item ?? 'tool.calls', fields: ['input_cost_per_query'], times: million }]
    case 'audio_transcription':
      return [{ item: 'speech.minutes', fields: ['input_cost_per_second'], times: 60 }]
    default:
      return []
  }
}

/**
 * The rows of one entry. A price of 0 in the feed means that nobody filled it in: it is left out. A tier that costs the
 * same as the plain price is left out too, because the plain price stands in. Text where a number belongs is a problem
 * that names the entry, the field and the remedy; the other prices of the entry are used.
 */
export function rowsOfEntry(entry: LiteLlmEntry, { key, product, region, item }: FeedTarget, asOf: string): EntryRows {
  const problems: Problem[] = []
  const rows: PriceRow[] = []
  const add = (name: string, usd: number): void => {
    const listed = priceItems[name]
    if (listed === undefined) return
    const row = { item: name, product, usd: shortened(usd), unit: listed.unit, region, asOf }
    rows.push({ ...row, source: `${feedName}, ${key}`, licence: 'MIT', confidence: 'B' })
  }
  for (const wanted of wantedOf(entry['mode'], item)) {
    const field = wanted.fields.find((name) => entry[name] !== undefined && entry[name] !== null)
    if (field === undefined) continue
    const usd = readNumber(entry[field], `${key}.${field}`, problems)
    if (usd !== undefined && usd > 0) add(wanted.item, usd * wanted.times)
  }
  const search = entry['search_context_cost_per_query']
  const perQuery = typeof search === 'object' && search !== null ? medium(search) : undefined
  if (entry['mode'] === 'chat' && perQuery !== undefined && perQuery > 0) add('llm.search-query', perQuery * 1000)
  const known = wantedOf(entry['mode'], item).map((wanted) => wanted.item)
  return { rows: rows.filter((row) => !isSameAsPlain(row, rows)), problems, asked: [...known, 'llm.search-query'] }
}

export interface EntryRows {
  readonly rows: readonly PriceRow[]
  readonly problems: readonly Problem[]
  /** The items that were looked for; others of the same key come from elsewhere in the feed. */
  readonly asked: readonly string[]
}

function medium(search: object): number | undefined {
  const usd: unknown = 'search_context_size_medium' in search ? search.search_context_size_medium : undefined
  return typeof usd === 'number' ? usd : undefined
}

function isSameAsPlain(row: PriceRow, rows: readonly PriceRow[]): boolean {
  const plain = row.item.replace(/-(batch|flex|priority|long)$/, '')
  return plain !== row.item && rows.some((other) => other.item === plain && other.usd === row.usd)
}

/** Without the noise of binary fractions. */
function shortened(usd: number): number {
  return Number(usd.toPrecision(10))
}

function readNumber(value: unknown, path: string, problems: Problem[]): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (value >= 0) return value
    problems.push(warning(path, `The price ${path} is ${value}; a price cannot be below 0. It was left out.`))
    return undefined
  }
  const shown = typeof value === 'string' ? `the text "${value}"` : 'no number'
  const remedy = typeof value === 'string' && Number.isFinite(Number(value)) && value.trim() !== ''
  const how = remedy ? `Write ${value.trim()} without quotation marks.` : 'Write a number in USD, such as 0.000002.'
  problems.push(warning(path, `The price ${path} is ${shown}. ${how} It was left out.`))
  return undefined
}

export function warning(path: string, sentence: string): Problem {
  return { code: 'prices', level: 'warning', sentence, path }
}
