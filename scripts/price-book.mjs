/**
 * Builds resources/prices/price-book.json from public price data. Run by hand when newer data are at hand:
 *   node scripts/price-book.mjs FOLDER
 * where FOLDER holds prices/litellm.json (BerriAI/litellm, MIT), prices/gpu_prices.csv (karpenter providers, Apache-2.0)
 * and prices/block_prices.csv (list prices of vendors, one by one). Only the rows named here are taken; each keeps its
 * own source, date, licence and confidence. A price of 0 in a feed means that nobody filled it in: it is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  blockPrices,
  embeddings,
  gpuNames,
  includedRows,
  languageModels,
  rerankers,
  secondOpinions,
} from './price-book-rows.mjs'

const folder = process.argv[2]
if (!folder) {
  console.error('Say where the price data are: node scripts/price-book.mjs FOLDER')
  process.exit(2)
}
const feedDate = '2026-08-01'
const feed = { asOf: feedDate, licence: 'MIT', confidence: 'B', region: 'global' }
const litellm = JSON.parse(readFileSync(join(folder, 'prices/litellm.json'), 'utf8'))

const rows = [...modelRows(), ...embeddingRows(), ...rerankRows(), ...gpuRows(), ...blockRows(), ...includedRows]
const complaints = rows.flatMap(complain)
if (complaints.length > 0) {
  console.error(complaints.join('\n'))
  process.exit(1)
}
const sorted = rows.toSorted((a, b) =>
  `${a.item} ${a.product ?? ''}`.localeCompare(`${b.item} ${b.product ?? ''}`, 'en'),
)
const printed = sorted.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
const book = `{\n  "format": "lintel/price-book",\n  "version": 1,\n  "date": "${feedDate}",\n  "currency": "USD",\n  "rows": [\n${printed}\n  ]\n}\n`
writeFileSync('resources/prices/price-book.json', book)
console.log(`${rows.length} prices written, feed of ${feedDate}.`)

/** USD per million tokens, without the noise of binary fractions. */
function perMillion(usdPerToken) {
  return Number((usdPerToken * 1e6).toPrecision(12))
}

function entry(key) {
  const found = litellm[key]
  if (!found) throw new Error(`litellm.json has no "${key}".`)
  return found
}

function tokenRow(item, product, key, usdPerToken, generic) {
  if (!usdPerToken || usdPerToken <= 0) return []
  const row = { item, usd: perMillion(usdPerToken), unit: 'USD/1M tokens', ...feed, source: `LiteLLM, ${key}` }
  const second = secondOpinions[`${item}:${product}`]
  const own = { ...row, product, ...(second ? { alternative: second } : {}) }
  if (!generic) return [own]
  const source = `assumed: ${product} (LiteLLM, ${key})`
  return [own, { ...row, source, confidence: 'C', low: generic.low, high: generic.high }]
}

function modelRows() {
  return languageModels.flatMap(({ product, key, generic }) => {
    const found = entry(key)
    const of = (item, field, band) => tokenRow(item, product, key, found[field], band)
    return [
      ...of('llm.input', 'input_cost_per_token', generic?.input),
      ...of('llm.output', 'output_cost_per_token', generic?.output),
      ...of('llm.cache-read', 'cache_read_input_token_cost', generic?.cacheRead),
      ...of('llm.cache-write', 'cache_creation_input_token_cost'),
      ...of('llm.input-batch', 'input_cost_per_token_batches'),
      ...of('llm.output-batch', 'output_cost_per_token_batches'),
    ]
  })
}

function embeddingRows() {
  return embeddings.flatMap(({ product, key, generic }) => [
    ...tokenRow('embedding.tokens', product, key, entry(key).input_cost_per_token, generic),
    ...tokenRow('embedding.tokens-batch', product, key, entry(key).input_cost_per_token_batches),
  ])
}

function rerankRows() {
  return rerankers.flatMap(({ product, key, generic }) => {
    const usd = Number((entry(key).input_cost_per_query * 1000).toPrecision(12))
    const row = { item: 'reranker.searches', usd, unit: 'USD/1k calls', ...feed, source: `LiteLLM, ${key}` }
    return generic
      ? [
          { ...row, product },
          { ...row, source: `assumed: ${product} (LiteLLM, ${key})`, confidence: 'C', ...generic },
        ]
      : [{ ...row, product }]
  })
}

/** The cheapest on-demand machine per cloud, per GPU; the clouds' spread is the band. */
function gpuRows() {
  const cells = csv('gpu_prices.csv').filter((row) => ['aws', 'azure', 'gcp'].includes(row.cloud))
  return Object.entries(gpuNames).flatMap(([id, { name, generic }]) => {
    const found = cells.filter((row) => row.gpu === name && Number(row.usd_per_gpu_hour) > 0)
    const cheapest = ['aws', 'azure', 'gcp'].flatMap((cloud) => {
      const [best] = found
        .filter((row) => row.cloud === cloud)
        .toSorted((a, b) => Number(a.usd_per_gpu_hour) - Number(b.usd_per_gpu_hour))
      return best ? [best] : []
    })
    const [main] = cheapest
    const usd = cheapest.map((row) => Number(row.usd_per_gpu_hour))
    const row = {
      item: 'gpu.hour',
      usd: usd[0],
      unit: 'USD/hour',
      region: main.region,
      asOf: main.as_of,
      source: `${main.cloud} ${main.instance_type}, on demand (${main.source.split(' ')[0]})`,
      licence: 'Apache-2.0',
      confidence: 'A',
      ...(usd.length > 1 ? { low: Math.min(...usd), high: Math.max(...usd) } : {}),
    }
    const assumed = { ...row, source: `assumed: ${id}, ${row.source}`, confidence: 'C' }
    return generic ? [{ ...row, product: `gpu/${id}` }, assumed] : [{ ...row, product: `gpu/${id}` }]
  })
}

function blockRows() {
  const byName = new Map(csv('block_prices.csv').map((row) => [row.block, row]))
  return blockPrices.map(({ block, name, pick, times, ...row }) => {
    const from = byName.get(block)
    if (!from) throw new Error(`block_prices.csv has no "${block}".`)
    const usd = Number(from.usd.match(/[\d.]+/g)[pick ?? 0])
    const source = sourceOf(from, byName)
    const infracost = /Infracost/.test(source)
    const asOf = (from.as_of.match(/^\d{4}(-\d{2}){0,2}/) ?? ['2026'])[0]
    return {
      item: row.item,
      ...(row.product ? { product: row.product } : {}),
      usd: Number((usd * (times ?? 1)).toPrecision(12)),
      unit: row.unit,
      region: row.region ?? (infracost ? 'us-east-1' : 'global'),
      asOf,
      source: `${row.product ? '' : 'assumed: '}${name ?? block}, ${source}`,
      licence: /LiteLLM/.test(source) ? 'MIT' : /Infracost|karpenter/.test(source) ? 'Apache-2.0' : 'fact',
      confidence: row.product ? from.confidence : 'C',
      ...(row.low === undefined ? {} : { low: row.low, high: row.high }),
      ...(row.alternative ? { alternative: row.alternative } : {}),
    }
  })
}

/** "same" in the table means the source of the row above. */
function sourceOf(row, byName) {
  const all = [...byName.values()]
  let at = all.indexOf(row)
  while (at > 0 && /^same\b/.test(all[at].source)) at -= 1
  return all[at].source
    .replace(/ @\w+ \d{4}-\d{2}-\d{2} \(Apache-2\.0\)/, '')
    .replace(/^infracost goldens$/, 'Infracost test data')
}

function csv(name) {
  const [head, ...lines] = readFileSync(join(folder, 'prices', name), 'utf8')
    .trim()
    .split(/\r?\n/)
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, ''))
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** What no row may be: free, out of its own band, or undated. */
function complain(row) {
  const name = `${row.item} ${row.product ?? '(any)'}`
  return [
    ...(row.usd > 0 || row.included ? [] : [`${name}: a price of ${row.usd} means that it is missing.`]),
    ...((row.low ?? row.usd) <= row.usd && (row.high ?? row.usd) >= row.usd ? [] : [`${name}: outside its band.`]),
    ...(/^\d{4}/.test(row.asOf) && row.source ? [] : [`${name}: no date or source.`]),
  ]
}
