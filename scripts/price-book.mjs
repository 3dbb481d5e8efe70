/**
 * Builds resources/prices/price-book.json from public price data. Run by hand when newer data are at hand:
 *   node scripts/price-book.mjs FOLDER
 * where FOLDER holds prices/litellm.json (BerriAI/litellm, MIT), prices/gpu_prices.csv (karpenter providers, Apache-2.0)
 * and prices/block_prices.csv (list prices of vendors, one by one). Second source of model prices:
 * @pydantic/genai-prices (MIT). Only the rows named in the tables are taken; each keeps its own source, date, region,
 * licence and confidence. What the lint of the book refuses in a feed is left out and said.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { catalogueBlocks, catalogueModels } from './price-book-catalogue.mjs'
import { documentReaders, embeddings, languageModels, rerankers, searchTools } from './price-book-models.mjs'
import { blockPrices, gpuNames, includedRows, secondOpinions } from './price-book-rows.mjs'
import { secondSource, secondPrice } from './price-book-second.mjs'
import { at, root } from './set-up/paths.mjs'

const folder = process.argv[2]
if (!folder) {
  console.error('Say where the price data are: node scripts/price-book.mjs FOLDER')
  process.exit(2)
}
const load = async (name) =>
  (await runnerImport(at('shared', 'prices', name), { root, configFile: false, logLevel: 'error' })).module
const { rowsOfEntry } = await load('lite-llm-rows.ts')
const { lintRow, lintRows } = await load('lint-rows.ts')
const { retirementOf } = await load('retirement.ts')
const { priceItems } = await load('items.ts')

const feedDate = '2026-08-01'
const mostBytes = 250_000
const litellm = JSON.parse(readFileSync(join(folder, 'prices/litellm.json'), 'utf8'))
const sortKey = (row) => `${row.item} ${row.product ?? ''} ${row.region}`
const models = [...languageModels, ...embeddings, ...rerankers, ...documentReaders, ...searchTools]

const feedRows = withoutTraps(models.flatMap(modelRows).map(withSecondSource))
const rows = onceEach([
  ...feedRows,
  ...genericRows(),
  ...gpuRows(),
  ...blockRows(),
  ...catalogueRows(),
  ...includedRows,
])
const complaints = [...rows.flatMap(lintRow), ...lintRows(rows)]
if (complaints.length > 0) {
  console.error(complaints.map((problem) => problem.sentence).join('\n'))
  process.exit(1)
}
const sorted = rows.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
const retiredOn = Object.fromEntries(
  models
    .flatMap(({ product, key, region }) => {
      const on = region === undefined ? retirementOf(litellm[key]) : undefined
      return on === undefined ? [] : [[product, on]]
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
)
const cellNames = 'item product usd unit region asOf source licence confidence agrees alternative low high included'
const columns = cellNames.split(' ')
/** A row as a list of cells, without those at its end that are empty. */
function pack(row) {
  const cells = columns.map((name) => row[name] ?? null)
  return JSON.stringify(cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1))
}
const frame = {
  format: 'lintel/price-book',
  version: 1,
  date: feedDate,
  currency: 'USD',
  sources: { 'genai-prices': secondSource },
  retiredOn,
  columns,
}
const head = JSON.stringify(frame, null, 2).slice(0, -2)
const book = `${head},\n  "rows": [\n${sorted.map((row) => `    ${pack(row)}`).join(',\n')}\n  ]\n}\n`
if (Buffer.byteLength(book) > mostBytes)
  throw new Error(`The book has ${Buffer.byteLength(book)} bytes; ${mostBytes} is the limit.`)
writeFileSync('resources/prices/price-book.json', book)
const differing = sorted.filter((row) => row.alternative).length
const agreeing = sorted.filter((row) => row.agrees).length
console.log(
  `${rows.length} prices written (${Math.round(Buffer.byteLength(book) / 1000)} kB), feed of ${feedDate}; ` +
    `a second source agrees on ${agreeing} and differs on ${differing}.`,
)

function entry(key) {
  const found = litellm[key]
  if (!found) throw new Error(`litellm.json has no "${key}".`)
  return found
}

function modelRows({ product, key, region = 'global', item }) {
  const { rows: found, problems } = rowsOfEntry(entry(key), { product, key, region, item }, feedDate)
  if (problems.length > 0) throw new Error(problems[0].sentence)
  if (found.length === 0) throw new Error(`litellm.json gives no price of "${key}".`)
  return found
}

/** The second source, where it knows the same price: it agrees to within 5 %, or both are shown. */
function withSecondSource(row) {
  const model = models.find((each) => row.source === `LiteLLM, ${each.key}` && each.product === row.product)
  const found = model.second === false ? undefined : secondPrice(row.item, model)
  const cited = secondOpinions[`${row.item}:${row.product}`]
  if (found === undefined) return cited ? { ...row, alternative: cited } : row
  if (Math.abs(found - row.usd) > 0.05 * Math.max(found, row.usd)) {
    return { ...row, alternative: { usd: found, source: 'genai-prices' } }
  }
  return { ...row, agrees: 'genai-prices', ...(cited ? { alternative: cited } : {}) }
}

/** Rows of the feed that the lint refuses are traps of the feed: said, and left out. */
function withoutTraps(found) {
  const problems = [...found.flatMap(lintRow), ...lintRows(found)]
  for (const { sentence } of problems) console.warn(`Left out: ${sentence}`)
  const trapped = new Set(problems.map(({ path }) => Number(/\d+/.exec(path)[0])))
  return found.filter((_row, index) => !trapped.has(index))
}

/** The tables overlap: the row of the table with a second source comes first and stays. */
function onceEach(found) {
  const known = found.filter((row) => priceItems[row.item])
  const unknown = new Set(found.filter((row) => !priceItems[row.item]).map((row) => row.item))
  if (unknown.size > 0) console.warn(`Left out, because nothing has these prices: ${[...unknown].join(', ')}.`)
  return [...new Map(known.toReversed().map((row) => [sortKey(row), row])).values()]
}

/** What stands in where no product is named: one of the rows, with the range of the others as its band. */
function genericRows() {
  const items = {
    'llm.input': ({ input }) => input,
    'llm.output': ({ output }) => output,
    'llm.cache-read': ({ cacheRead }) => cacheRead,
    'embedding.tokens': (band) => band,
    'reranker.searches': (band) => band,
  }
  return models
    .filter(({ generic }) => generic)
    .flatMap((model) =>
      feedRows
        .filter((row) => row.product === model.product && items[row.item]?.(model.generic))
        .map(({ product, agrees: _agrees, alternative: _alternative, ...row }) => ({
          ...row,
          source: `assumed: ${product} (${row.source})`,
          confidence: 'C',
          ...items[row.item](model.generic),
        })),
    )
}

/**
 * Per GPU: a row for each cloud (its cheapest machine per GPU, on demand and spot), and a general row that takes the
 * cheapest on-demand price of the three large clouds (of any seller where those have none), banded over all sellers.
 */
function gpuRows() {
  const cells = csv('gpu_prices.csv')
  const clouds = [...new Set(cells.map((cell) => cell.cloud))]
  return Object.entries(gpuNames).flatMap(([id, { names, generic }]) => {
    const found = cells.filter((cell) => names.includes(cell.gpu))
    const cheapest = clouds.flatMap((cloud) =>
      lowest(
        found.filter((cell) => cell.cloud === cloud),
        onDemand,
      ),
    )
    const large = cheapest.filter((cell) => ['aws', 'azure', 'gcp'].includes(cell.cloud))
    const [main] = lowest(large.length > 0 ? large : cheapest, onDemand)
    const all = cheapest.map(onDemand)
    const band = all.length > 1 ? { low: Math.min(...all), high: Math.max(...all) } : {}
    const general = { ...gpuRow(main, onDemand(main)), ...band }
    return [
      { ...general, product: `gpu/${id}` },
      ...(generic ? [{ ...general, source: `assumed: ${id}, ${general.source}`, confidence: 'C' }] : []),
      ...cheapest.map((cell) => ({ ...gpuRow(cell, onDemand(cell)), product: `gpu/${id}@${cell.cloud}` })),
      ...clouds
        .flatMap((cloud) =>
          lowest(
            found.filter((cell) => cell.cloud === cloud && spot(cell) > 0),
            spot,
          ),
        )
        .map((cell) => ({
          ...gpuRow(cell, spot(cell)),
          item: 'gpu.hour-spot',
          product: `gpu/${id}@${cell.cloud}`,
          source: gpuRow(cell, 0).source.replace('on demand', 'spot'),
        })),
    ]
  })
}

function onDemand(cell) {
  return Number(cell.usd_per_gpu_hour)
}

function spot(cell) {
  return Number((Number(cell.usd_per_hour_spot) / Number(cell.gpu_count)).toPrecision(6))
}

function lowest(cells, price) {
  return cells
    .filter((cell) => price(cell) > 0)
    .toSorted((a, b) => price(a) - price(b))
    .slice(0, 1)
}

function gpuRow(cell, usd) {
  const isKarpenter = cell.source.includes('karpenter')
  return {
    item: 'gpu.hour',
    usd,
    unit: 'USD/hour',
    region: cell.region === 'NA' ? 'US' : cell.region,
    asOf: dateOf(cell.as_of),
    source: `${cell.cloud} ${cell.instance_type}, on demand (${cell.source.split(' ')[0]})`,
    licence: isKarpenter ? 'Apache-2.0' : 'fact',
    confidence: isKarpenter ? 'A' : 'B',
  }
}

function blockRows() {
  const byName = new Map(csv('block_prices.csv').map((row) => [row.block, row]))
  return [...blockPrices, ...catalogueBlocks].map(({ block, name, pick, times, ...row }) => {
    const from = byName.get(block)
    if (!from) throw new Error(`block_prices.csv has no "${block}".`)
    const usd = Number(from.usd.match(/[\d.]+/g)[pick ?? 0])
    const source = sourceOf(from, byName)
    const infracost = /Infracost/.test(source)
    return {
      item: row.item,
      ...(row.product ? { product: row.product } : {}),
      usd: Number((usd * (times ?? 1)).toPrecision(10)),
      unit: row.unit,
      region: row.region ?? (infracost ? homeRegion(row.product) : 'global'),
      asOf: dateOf(from.as_of),
      source: `${row.product ? '' : 'assumed: '}${name ?? block}, ${source}`,
      licence: /LiteLLM/.test(source) ? 'MIT' : /Infracost|karpenter/.test(source) ? 'Apache-2.0' : 'fact',
      confidence: row.product ? from.confidence : 'C',
      ...(row.low === undefined ? {} : { low: row.low, high: row.high }),
      ...(row.alternative ? { alternative: row.alternative } : {}),
    }
  })
}

/** The region that test data of list prices are of, where the table does not say: each cloud's first. */
function homeRegion(product = '') {
  if (product.startsWith('azure/')) return 'eastus'
  return product.startsWith('google/') ? 'us-central1' : 'us-east-1'
}

/** Prices of the feed that are not of text models: the table says which field they stand in. */
function catalogueRows() {
  return catalogueModels.map(({ item, product, key, field, times, unit, low, high }) => ({
    item,
    ...(product ? { product } : {}),
    usd: Number((entry(key)[field] * (times ?? 1)).toPrecision(10)),
    unit,
    region: 'global',
    asOf: feedDate,
    source: `${product ? '' : 'assumed: '}LiteLLM, ${key}`,
    licence: 'MIT',
    confidence: product ? 'B' : 'C',
    ...(low === undefined ? {} : { low, high }),
  }))
}

function dateOf(text) {
  return (text.match(/^\d{4}(-\d{2}){0,2}/) ?? ['2026'])[0]
}

/** "same" in the table means the source of the row above. */
function sourceOf(row, byName) {
  const all = [...byName.values()]
  let index = all.indexOf(row)
  while (index > 0 && /^same\b/.test(all[index].source)) index -= 1
  return all[index].source
    .replace(/ @\w+ \d{4}-\d{2}-\d{2} \(Apache-2\.0\)/, '')
    .replace(/^infracost goldens$/, 'Infracost test data')
}

function csv(name) {
  const [first, ...lines] = readFileSync(join(folder, 'prices', name), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = first.split(',')
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, ''))
    return Object.fromEntries(names.map((each, index) => [each, cells[index] ?? '']))
  })
}
