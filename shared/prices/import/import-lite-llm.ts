import type { Problem } from '../../design/problem.ts'
import type { FoundPrices } from './found-prices.ts'
import { feedKeyOf, type FeedTarget, type LiteLlmEntry, rowsOfEntry } from './lite-llm-rows.ts'
import type { PriceBookFile, PriceRow } from '../price-row.ts'
import { retirementOf } from './retirement.ts'

/** Vendors whose own models come in under a product name of ours, by the feed's name for the provider. */
const vendors: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  mistral: 'mistral',
  deepseek: 'deepseek',
  xai: 'xai',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  voyage: 'voyage',
  moonshot: 'moonshot',
  groq: 'groq',
  perplexity: 'perplexity',
}
const modes = new Set(['chat', 'responses', 'embedding', 'rerank'])

/** Dated snapshots, fine-tuned and media variants: the plain name stands for them. */
const variant = /^ft:|\d{4}-?\d{2}-?\d{2}|-\d{4}$|latest|audio|realtime|image|tts|live|transcribe|search-preview/

export function isLiteLlm(json: unknown): json is Readonly<Record<string, LiteLlmEntry>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  return Object.values(json).some(
    (entry) =>
      typeof entry === 'object' && entry !== null && ('litellm_provider' in entry || 'input_cost_per_token' in entry),
  )
}

/**
 * LiteLLM's `model_prices_and_context_window.json` as rows: the models that the book knows under the products it knows
 * them by, and new plain models of the vendors above under "vendor/model". A tier that a known model no longer has is
 * dropped; a model that the file no longer has keeps its price and grows old.
 */
export function importLiteLlm(
  base: PriceBookFile,
  feed: Readonly<Record<string, LiteLlmEntry>>,
  asOf: string,
): FoundPrices {
  const targets = targetsOf(base, feed)
  const rows: PriceRow[] = []
  const problems: Problem[] = []
  const dropped: PriceRow[] = []
  const retiredOn: Record<string, string> = {}
  for (const target of targets) {
    const entry = feed[target.key]
    if (entry === undefined) continue
    const found = rowsOfEntry(entry, target, asOf)
    rows.push(...found.rows.map((row) => confirmed(row, target.rows)))
    for (const each of found.problems) if (!problems.some(({ path }) => path === each.path)) problems.push(each)
    const items = new Set(found.rows.map((row) => row.item))
    // What could not be read may still hold; only what is gone from the file is dropped.
    if (found.problems.length === 0)
      dropped.push(...target.rows.filter((row) => found.asked.includes(row.item) && !items.has(row.item)))
    const on = target.region === 'global' ? retirementOf(entry) : undefined
    if (on !== undefined) retiredOn[target.product] = on
  }
  return { what: 'a LiteLLM list', rows, dropped, retiredOn, problems, doubts: [] }
}

/** A price that stays keeps what a second source says of it. */
function confirmed(row: PriceRow, known: readonly PriceRow[]): PriceRow {
  const before = known.find((each) => each.item === row.item && each.usd === row.usd)
  return before === undefined ? row : { ...before, asOf: row.asOf }
}

interface Target extends FeedTarget {
  /** The rows of the book that come from this key. */
  readonly rows: readonly PriceRow[]
}

function targetsOf(base: PriceBookFile, feed: Readonly<Record<string, LiteLlmEntry>>): readonly Target[] {
  const known = new Map<string, Target>()
  for (const row of base.rows) {
    const key = feedKeyOf(row)
    if (key === undefined || row.product === undefined) continue
    // A page is read in two ways at two prices: each is a target of its own.
    const item = row.item.startsWith('llm.') || row.item.startsWith('embedding.') ? undefined : row.item
    const id = [key, row.product, row.region, item].join('|')
    const rows = [...(known.get(id)?.rows ?? []), row]
    known.set(id, { key, product: row.product, region: row.region, rows, ...(item === undefined ? {} : { item }) })
  }
  const keys = new Set([...known.values()].map(({ key }) => key))
  const taken = new Set([...known.values()].map(({ product }) => product))
  const added = Object.entries(feed).flatMap(([key, entry]): readonly Target[] => {
    const product = keys.has(key) ? undefined : productOf(key, entry)
    return product === undefined || taken.has(product) ? [] : [{ key, product, region: 'global', rows: [] }]
  })
  return [...known.values(), ...added]
}

function productOf(key: string, entry: LiteLlmEntry): string | undefined {
  const { litellm_provider: provider, mode } = entry
  const vendor = typeof provider === 'string' ? vendors[provider] : undefined
  if (vendor === undefined || typeof mode !== 'string' || !modes.has(mode) || variant.test(key)) return undefined
  const name = key.split('/').at(-1)?.toLowerCase() ?? ''
  return /^[a-z0-9.-]+$/.test(name) ? `${vendor}/${name}` : undefined
}
