import { catalogueItems } from './catalogue-items.ts'
import type { PriceItem } from './price-item.ts'
import { tokenItems } from './token-items.ts'

const hour = 'USD/hour'
const gigabyteMonth = 'USD/GB-month'
const million = 'USD/1M tokens'
const textUnits = 'USD/1k text units'

/** What can have a price. A row of a book under any other key is refused. */
export const priceItems: Readonly<Record<string, PriceItem>> = {
  ...tokenItems,
  'llm.search-query': { label: 'Price per 1\u202f000 web searches by the model', unit: 'USD/1k calls', optional: true },
  'embedding.tokens': { label: 'Price per 1M embedded tokens', unit: million },
  'embedding.tokens-batch': { label: 'Batch price per 1M embedded tokens', unit: million },
  'reranker.searches': { label: 'Price per 1\u202f000 searches', unit: 'USD/1k calls' },
  'reranker.tokens': { label: 'Price per 1M ranked tokens', unit: million, optional: true },
  'guardrail.content': { label: 'Content check per 1\u202f000 text units', unit: textUnits },
  'guardrail.topics': { label: 'Topic check per 1\u202f000 text units', unit: textUnits },
  'guardrail.pii': { label: 'Personal data check per 1\u202f000 text units', unit: textUnits },
  'guardrail.grounding': { label: 'Grounding check per 1\u202f000 text units', unit: textUnits },
  'vector-store.dimensions': { label: 'Price per 1M dimensions a month', unit: 'USD/1M dimensions' },
  'vector-store.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'vector-store.minimum': { label: 'Least charge a month', unit: 'USD/month' },
  'vector-store.read-units': { label: 'Price per 1M read units', unit: 'USD/1M calls' },
  'vector-store.write-units': { label: 'Price per 1M write units', unit: 'USD/1M calls' },
  'vector-store.machine-hour': { label: 'Price per machine hour', unit: hour },
  'search-index.machine-hour': { label: 'Price per search machine hour', unit: hour },
  'search-index.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'relational-db.machine-hour': { label: 'Price per database machine hour', unit: hour },
  'relational-db.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'object-store.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'object-store.requests': { label: 'Price per 1\u202f000 requests', unit: 'USD/1k calls' },
  'cache.machine-hour': { label: 'Price per cache machine hour', unit: hour },
  'feature-store.machine-hour': { label: 'Price per machine hour', unit: hour },
  'feature-store.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'queue.requests': { label: 'Price per 1M requests', unit: 'USD/1M calls' },
  'api-gateway.requests': { label: 'Price per 1M requests', unit: 'USD/1M calls' },
  'compute.machine-hour': { label: 'Price per machine hour', unit: hour, anyProduct: true },
  'ml-endpoint.machine-hour': { label: 'Price per machine hour', unit: hour },
  'gpu.hour': { label: 'Price per GPU hour', unit: hour },
  'gpu.hour-spot': { label: 'Spot price per GPU hour', unit: hour, optional: true },
  'tool.calls': { label: 'Price per 1M calls', unit: 'USD/1M calls' },
  'document.read-page': { label: 'Price per page read', unit: 'USD/page', anyProduct: true },
  'document.layout-page': { label: 'Price per page read with layout', unit: 'USD/page', anyProduct: true },
  'observability.base': { label: 'Base price a month', unit: 'USD/month' },
  'observability.units': { label: 'Price per 100\u202f000 units', unit: 'USD/100k units' },
  'observability.gigabytes': { label: 'Price per GB taken in', unit: 'USD/GB' },
  'transfer.zone': { label: 'Transfer between zones per GB, each way', unit: 'USD/GB', anyProduct: true },
  'transfer.region': { label: 'Transfer to another region per GB', unit: 'USD/GB', anyProduct: true },
  'transfer.internet': { label: 'Transfer to the internet per GB', unit: 'USD/GB', anyProduct: true },
  'secret-store.secrets': { label: 'Price per secret a month', unit: 'USD/month' },
  'secret-store.calls': { label: 'Price per 10\u202f000 look-ups', unit: 'USD/10k calls' },
  ...catalogueItems,
}
