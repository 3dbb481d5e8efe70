import { limitedBy } from './parts/capacity.ts'
import {
  amount,
  assumed,
  availabilityField,
  fact,
  factChoice,
  option,
  storeFacts,
  tenantsApart,
} from './fields/declare-field.ts'
import type { Fields } from './fields/field.ts'
import { atLeast, constant, difference, product, quotient, sum } from './formula/formula.ts'
import type { Formula, InputNode } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, FieldReader, HandEffect, MonthContext, PricedLine, PriceLookup } from './kind.ts'
import {
  backupFields,
  backupLine,
  hoursPerMonth,
  machineFields,
  machineItem,
  priceOf,
  runsOnField,
  storageItem,
  technology,
  workedOut,
} from './parts/priced-lines.ts'
import { chunkTokensField, searchLatencySource, topKField } from './retrieval-models.ts'
import { ownTime } from './parts/service-time.ts'
import { adds } from './parts/results.ts'
import { piecesInHand } from './parts/in-hand.ts'

const bytesPerGigabyte = constant('Bytes per GB', 1_000_000_000)
const bytesPerFloat = constant('Bytes per float', 4)

const accessControl = factChoice(
  'Who may find what',
  {
    none: 'Everybody finds everything',
    filter: 'Filtered after the search',
    query: 'Inside the query',
    namespace: 'A part per group',
  },
  'Does a search return only what the asking person may read?',
  'Data owner',
  { first: true },
)

/** How a search product is billed; a fact of the product. */
const pricing = option(
  'Billed by',
  {
    dimensions: 'Dimensions kept',
    units: 'Storage and read units',
    machines: 'Machines of the service',
    ownMachines: 'Machines of ours',
  },
  'dimensions',
  'assumed: a managed service billed by dimensions',
  { ours: 'ownMachines' },
)

const searchCall: Fields = {
  topK: topKField,
  vectors: amount('Vectors written', 'vectors', {
    first: true,
    help: 'Of a call that writes; it then searches nothing.',
  }),
}

const vectorTime = ownTime(23, 182, searchLatencySource, 5, 40)

export const vectorStore = defineKind({
  id: 'vector-store',
  title: 'Vector store',
  summary: 'Keeps embeddings and finds the nearest ones.',
  family: 'data',
  icon: 'radar',
  keywords: [
    'vector database',
    'weaviate',
    'pinecone',
    'qdrant',
    'milvus',
    'pgvector',
    'chroma',
    'index',
    'rag',
    'ann',
    'hybrid search',
    'retrieval',
    'retriever',
    'vector db',
  ],
  traits: ['passive', 'stores-data', 'answers-search'],
  products: ['weaviate/cloud', 'pinecone/standard', 'postgres/pgvector', 'opensearch/serverless'],
  settings: {
    vectors: amount('Vectors', 'vectors', { first: true, ...assumed(1_000_000, 100_000, 5_000_000) }),
    dimensions: amount('Floats per vector', 'dimensions', { first: true, integer: true, ...assumed(1536, 768, 3072) }),
    search: option(
      'Search',
      { vector: 'Vectors', hybrid: 'Vectors and words', keyword: 'Words' },
      'hybrid',
      'assumed',
      { first: true, help: 'Vectors alone answer in 3-15 ms at up to 2.4M vectors: then set the own time.' },
    ),
    chunkTokens: chunkTokensField,
    accessControl,
    ...storeFacts,
    isolation: tenantsApart,
    givesVectors: fact('Gives out vectors', 'Can a caller read the vectors themselves?', 'Platform team'),
    ...vectorTime.fields,
    ...machineFields(1),
    callsPerSecond: amount('Searches a second that it sustains', 'calls/s', { help: 'From a load test.' }),
    ...availabilityField(0.999, 'assumed: managed stores promise 99.9 %'),
    pricing,
    ...backupFields,
    reindexesPerYear: amount('Embedded anew a year', 'count', {
      help: 'A new embedding model or another cut; changes of documents are flows of their own.',
      ...assumed(1, 0, 4, 'one change of model or cut'),
    }),
    overlapDays: amount('Old and new index together for', 'days', assumed(7, 2, 30, 'a week of comparison')),
  },
  call: searchCall,
  place: 40,
  does: ['read'],
  time: ({ settings }) => vectorTime.time(settings),
  costPerCall: unitLines,
  costPerMonth: (context, prices) => [...storageLines(context, prices), ...upkeepLines(context, prices)],
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Searches a second, as stated'),
  answers: foundChunks,
})

/** A search brings back `topK` chunks; a write brings nothing. */
function foundChunks(context: CallContext): HandEffect {
  const { call, settings } = context
  if (writes(context)) return { type: 'nothing' }
  const hits = call.input('topK')
  return adds({ tokens: product(hits, settings.input('chunkTokens')), items: hits })
}

function writes({ call, does }: CallContext): boolean {
  return call.number('vectors') !== undefined || (does !== undefined && !does.includes('read'))
}

/** Vectors of one write: as stated, else the pieces in hand; one where nobody cut anything. */
function written({ call, hand }: CallContext): InputNode {
  if (call.number('vectors') !== undefined) return call.input('vectors')
  return hand.items > 0 ? piecesInHand(hand) : workedOut('Pieces in hand', 1, 'vectors')
}

function gigabytes(settings: FieldReader): Formula {
  return quotient(product(settings.input('vectors'), settings.input('dimensions'), bytesPerFloat), bytesPerGigabyte)
}

/**
 * Read units of one search or write units of one upsert where the product bills by units (Pinecone: a search reads one
 * unit per GB searched, at least 0.25; a write costs one unit per kB of record, at least 5).
 */
function unitLines(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const { settings, product: model } = context
  if (settings.text('pricing') !== 'units') return []
  const perUnit = constant('Units per price unit', 1_000_000)
  if (writes(context)) {
    const kilobytes = quotient(product(settings.input('dimensions'), bytesPerFloat), constant('Bytes per kB', 1000))
    const units = product(written(context), atLeast(kilobytes, constant('Least write units', 5)))
    return [
      technology(
        'writes',
        'Write units',
        quotient(product(units, prices.find('vector-store.write-units', model)), perUnit),
      ),
    ]
  }
  const units = atLeast(gigabytes(settings), constant('Least read units', 0.25))
  return [
    technology('reads', 'Read units', quotient(product(units, prices.find('vector-store.read-units', model)), perUnit)),
  ]
}

/** What is kept, with the vendor's monthly minimum where there is one: what is read and written counts towards it. */
function storageLines(
  { settings, product: model, usdOfCalls }: MonthContext,
  prices: PriceLookup,
): readonly PricedLine[] {
  const kept = keptOnce(settings, prices, model)
  if (runsOnMachines(settings)) {
    const isOurs = settings.text('pricing') === 'ownMachines'
    const item = isOurs ? 'compute.machine-hour' : 'vector-store.machine-hour'
    const price = priceOf(settings, 'usdPerMachineHour', prices, item, model)
    return [
      technology('machines', 'Machines', product(settings.input('replicas'), hoursPerMonth, price)),
      technology('storage', 'Storage', kept),
    ]
  }
  const minimum = prices.find('vector-store.minimum', model)
  const left = usdOfCalls ? difference(minimum, usdOfCalls) : minimum
  return [technology('storage', 'Vectors kept', minimum.missing === true ? kept : atLeast(kept, left))]
}

function runsOnMachines(settings: FieldReader): boolean {
  return ['machines', 'ownMachines'].includes(settings.text('pricing') ?? '')
}

/** One index without minimum or machines: gigabytes, and dimensions where the product bills them. */
function keptOnce(settings: FieldReader, prices: PriceLookup, model: string | undefined): Formula {
  const billedBy = settings.text('pricing')
  const item = billedBy === 'ownMachines' ? 'compute.disk' : 'vector-store.storage'
  const storage = product(gigabytes(settings), prices.find(item, model))
  return billedBy === 'dimensions' ? sum(dimensionsKept(settings, prices, model), storage) : storage
}

/**
 * What keeps an index fit and every estimate forgets: backups; and when the embedding model or the cut changes, all is
 * embedded again, while the old index stands beside the new one.
 */
function upkeepLines(context: MonthContext, prices: PriceLookup): readonly PricedLine[] {
  const { settings, product: model, embeddingPrice = prices.find('embedding.tokens', undefined) } = context
  const backups = backupLine(settings, prices, model, gigabytes(settings))
  if (settings.text('search') === 'keyword') return [backups]
  const changes = settings.input('reindexesPerYear')
  const millions = quotient(
    product(settings.input('vectors'), settings.input('chunkTokens')),
    constant('Tokens per price unit', 1_000_000),
  )
  const again = product(millions, quotient(changes, constant('Months per year', 12)), embeddingPrice)
  const shareOfYear = quotient(product(changes, settings.input('overlapDays')), constant('Days per year', 365, 'days'))
  const bothKept = product(shareOfYear, keptOnce(settings, prices, model))
  return [
    backups,
    technology('embedding-again', 'All embedded again', again),
    technology('double-index', 'Two indexes during a change', bothKept),
  ]
}

function dimensionsKept(settings: FieldReader, prices: PriceLookup, model: string | undefined): Formula {
  const millions = quotient(
    product(settings.input('vectors'), settings.input('dimensions')),
    constant('Dimensions per price unit', 1_000_000),
  )
  return product(millions, prices.find('vector-store.dimensions', model))
}

const indexTime = ownTime(20, 80, 'assumed: one node, warm; OpenSearch p99 13 ms at 1M (VectorDBBench)', 5, 50)

export const searchIndex = defineKind({
  id: 'search-index',
  title: 'Search index',
  summary: 'Finds documents by words and filters.',
  family: 'data',
  icon: 'search',
  keywords: [
    'elasticsearch',
    'opensearch',
    'bm25',
    'full text',
    'azure ai search',
    'solr',
    'lucene',
    'keyword',
    'hybrid search',
    'retrieval',
    'retriever',
  ],
  traits: ['passive', 'stores-data', 'answers-search'],
  products: ['opensearch/serverless', 'azure/ai-search'],
  settings: {
    gigabytes: amount('Index', 'GB', { first: true, ...assumed(50, 10, 200) }),
    chunkTokens: chunkTokensField,
    accessControl,
    ...storeFacts,
    isolation: tenantsApart,
    ...indexTime.fields,
    ...machineFields(2),
    ...runsOnField,
    ...backupFields,
    callsPerSecond: amount('Searches a second that it sustains', 'calls/s', { help: 'From a load test.' }),
    ...availabilityField(0.999, 'assumed: managed stores promise 99.9 %'),
  },
  call: { topK: topKField },
  place: 40,
  time: ({ settings }) => indexTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    technology(
      'machines',
      'Search machines',
      product(
        settings.input('replicas'),
        hoursPerMonth,
        priceOf(settings, 'usdPerMachineHour', prices, machineItem(settings, 'search-index.machine-hour'), model),
      ),
    ),
    technology(
      'storage',
      'Storage',
      product(settings.input('gigabytes'), prices.find(storageItem(settings, 'search-index.storage'), model)),
    ),
    backupLine(settings, prices, model, settings.input('gigabytes')),
  ],
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Searches a second, as stated'),
  answers: foundChunks,
})
