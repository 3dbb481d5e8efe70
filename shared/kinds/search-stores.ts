import { limitedBy } from './capacity.ts'
import { amount, assumed, availabilityField, factChoice, option, storeFacts } from './declare-field.ts'
import type { Fields } from './field.ts'
import { atLeast, constant, product, quotient, sum } from './formula.ts'
import type { Formula } from './formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, FieldReader, HandEffect, MonthContext, PricedLine, PriceLookup } from './kind.ts'
import { hoursPerMonth, machineFields, priceOf, technology } from './priced-lines.ts'
import { chunkTokensField, searchLatencySource, topKField } from './retrieval-models.ts'
import { ownTime } from './service-time.ts'

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

const isolation = factChoice(
  'Tenants kept apart by',
  { none: 'Nothing', filter: 'A filter', namespace: 'A namespace', physical: 'Their own store' },
  'How are tenants kept apart here?',
  'Platform team',
)

/** How a search product is billed; a fact of the product. */
const pricing = option(
  'Billed by',
  { dimensions: 'Dimensions kept', units: 'Storage and read units', machines: 'Machines' },
  'dimensions',
  'assumed: a managed service billed by dimensions',
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
    isolation,
    ...vectorTime.fields,
    ...machineFields(1),
    callsPerSecond: amount('Searches a second that it sustains', 'calls/s', { help: 'From a load test.' }),
    ...availabilityField(0.999, 'assumed: managed stores promise 99.9 %'),
    pricing,
  },
  call: searchCall,
  place: 40,
  does: ['read'],
  time: ({ settings }) => vectorTime.time(settings),
  costPerCall: unitLines,
  costPerMonth: storageLines,
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Searches a second, as stated'),
  answers: foundChunks,
})

/** A search brings back `topK` chunks; a write brings nothing. */
function foundChunks({ call, settings, does }: CallContext): HandEffect {
  const writes = call.number('vectors') !== undefined || (does !== undefined && !does.includes('read'))
  if (writes) return { type: 'nothing' }
  const hits = call.input('topK').value
  return { type: 'adds', hand: { tokens: hits * settings.input('chunkTokens').value, items: hits } }
}

function gigabytes(settings: FieldReader): Formula {
  return quotient(product(settings.input('vectors'), settings.input('dimensions'), bytesPerFloat), bytesPerGigabyte)
}

/**
 * Read units of one search or write units of one upsert where the product bills by units (Pinecone: a search reads one
 * unit per GB searched, at least 0.25; a write costs one unit per kB of record, at least 5).
 */
function unitLines(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const { settings, call, product: model } = context
  if (settings.text('pricing') !== 'units') return []
  const perUnit = constant('Units per price unit', 1_000_000)
  if (call.number('vectors') !== undefined) {
    const kilobytes = quotient(product(settings.input('dimensions'), bytesPerFloat), constant('Bytes per kB', 1000))
    const units = product(call.input('vectors'), atLeast(kilobytes, constant('Least write units', 5)))
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

/** What is kept, with the vendor's monthly minimum where there is one. */
function storageLines({ settings, product: model }: MonthContext, prices: PriceLookup): readonly PricedLine[] {
  const storage = product(gigabytes(settings), prices.find('vector-store.storage', model))
  if (settings.text('pricing') === 'machines') {
    const price = priceOf(settings, 'usdPerMachineHour', prices, 'vector-store.machine-hour', model)
    return [
      technology('machines', 'Machines', product(settings.input('replicas'), hoursPerMonth, price)),
      technology('storage', 'Storage', storage),
    ]
  }
  const kept = settings.text('pricing') === 'units' ? storage : sum(dimensionsKept(settings, prices, model), storage)
  const minimum = prices.find('vector-store.minimum', model)
  return [technology('storage', 'Vectors kept', minimum.missing === true ? kept : atLeast(kept, minimum))]
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
  keywords: ['elasticsearch', 'opensearch', 'bm25', 'full text', 'azure ai search', 'solr', 'lucene', 'keyword'],
  traits: ['passive', 'stores-data', 'answers-search'],
  products: ['opensearch/serverless', 'azure/ai-search'],
  settings: {
    gigabytes: amount('Index', 'GB', { first: true, ...assumed(50, 10, 200) }),
    chunkTokens: chunkTokensField,
    accessControl,
    ...storeFacts,
    isolation,
    ...indexTime.fields,
    ...machineFields(2),
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
        priceOf(settings, 'usdPerMachineHour', prices, 'search-index.machine-hour', model),
      ),
    ),
    technology('storage', 'Storage', product(settings.input('gigabytes'), prices.find('search-index.storage', model))),
  ],
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Searches a second, as stated'),
  answers: foundChunks,
})
