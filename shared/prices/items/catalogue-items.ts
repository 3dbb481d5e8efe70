import type { PriceItem } from './price-item.ts'

const hour = 'USD/hour'
const month = 'USD/month'
const gigabyte = 'USD/GB'
const gigabyteMonth = 'USD/GB-month'
const millionCalls = 'USD/1M calls'

/** Prices of building blocks around the models: compute, edges, streams, data platforms, media models, services. */
export const catalogueItems: Readonly<Record<string, PriceItem>> = {
  'subscription.month': { label: 'Subscription a month', unit: month, optional: true },
  'subscription.seat': { label: 'Price per seat a month', unit: month },
  'store.backup': { label: 'Backup per GB a month', unit: gigabyteMonth, anyProduct: true },
  'compute.disk': { label: 'Disk per GB a month', unit: gigabyteMonth, anyProduct: true },
  'function.requests': { label: 'Price per 1M calls', unit: millionCalls },
  'function.gigabyte-seconds': { label: 'Price per 1M GB-seconds', unit: 'USD/1M GB-s' },
  'container.vcpu-hour': { label: 'Price per vCPU hour', unit: hour },
  'container.memory-hour': { label: 'Price per GB hour of memory', unit: hour },
  'cluster.control-plane-hour': { label: 'Price per cluster hour', unit: hour },
  'load-balancer.hour': { label: 'Price per balancer hour', unit: hour },
  'load-balancer.unit-hour': { label: 'Price per capacity unit hour', unit: hour },
  'cdn.base': { label: 'Rule set a month', unit: month },
  'cdn.rule': { label: 'Price per rule a month', unit: month },
  'cdn.requests': { label: 'Price per 1M requests inspected', unit: millionCalls },
  'nat.hour': { label: 'Price per gateway hour', unit: hour },
  'nat.gigabytes': { label: 'Price per GB through the gateway', unit: gigabyte },
  'api-gateway.unit-month': { label: 'Price per gateway unit a month', unit: month },
  'stream.hour': { label: 'Price per broker or shard hour', unit: hour },
  'stream.gigabytes': { label: 'Price per GB taken in', unit: gigabyte },
  'stream.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'stream.requests': { label: 'Price per 1M messages', unit: millionCalls },
  'workflow.hour': { label: 'Price per environment hour', unit: hour },
  'workflow.worker-hour': { label: 'Price per worker hour', unit: hour },
  'workflow.runs': { label: 'Price per 1M runs', unit: millionCalls },
  'warehouse.terabytes': { label: 'Price per TB read', unit: 'USD/TB' },
  'warehouse.credit': { label: 'Price per credit', unit: 'USD' },
  'warehouse.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'lakehouse.unit': { label: 'Price per processing unit hour', unit: hour },
  'pipeline.unit-hour': { label: 'Price per worker hour', unit: hour },
  'nosql.reads': { label: 'Price per 1M reads', unit: millionCalls },
  'nosql.writes': { label: 'Price per 1M writes', unit: millionCalls },
  'nosql.throughput': { label: 'Price per 100 request units a second, a month', unit: month },
  'nosql.storage': { label: 'Storage per GB a month', unit: gigabyteMonth },
  'speech.minutes': { label: 'Price per minute of audio', unit: 'USD/minute' },
  'voice.characters': { label: 'Price per 1M characters', unit: 'USD/1M characters' },
  'image.images': { label: 'Price per image', unit: 'USD/image' },
  'vision.images': { label: 'Price per image', unit: 'USD/image', optional: true },
  'translation.characters': { label: 'Price per 1M characters', unit: 'USD/1M characters', optional: true },
  'parser.page': { label: 'Price per page, text', unit: 'USD/page' },
  'parser.layout-page': { label: 'Price per page, with layout', unit: 'USD/page' },
  'web-search.queries': { label: 'Price per 1M queries', unit: millionCalls },
  'sandbox.sessions': { label: 'Price per session', unit: 'USD/session' },
  'labelling.items': { label: 'Price per label', unit: 'USD/item' },
  'observability.hosts': { label: 'Price per host a month', unit: month },
}
