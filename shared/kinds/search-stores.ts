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
import { product } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, HandEffect } from './kind.ts'
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
} from './parts/priced-lines.ts'
import { chunkTokensField, searchLatencySource, topKField } from './retrieval-models.ts'
import { ownTime } from './parts/service-time.ts'
import { adds } from './parts/results.ts'
import { storageLines, unitLines, upkeepLines, writes } from './vector-store-costs.ts'

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
