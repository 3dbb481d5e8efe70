import type { Value } from '../design/design.ts'
import { limitedBy } from './parts/capacity.ts'
import {
  amount,
  assumed,
  availabilityField,
  fact,
  factChoice,
  option,
  queryForm,
  published,
  share,
  storeFacts,
  tenantsApart,
} from './fields/declare-field.ts'
import type { Fields } from './fields/field.ts'
import { product, quotient, constant } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { FieldReader, MonthContext, PricedLine, PriceLookup } from './kind.ts'
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
import { addWhatIsRead } from './parts/results.ts'
import { ownTime } from './parts/service-time.ts'

const readCall = (tokens: number, low: number, high: number): Fields => ({
  resultTokens: amount('Result', 'tokens', { first: true, ...assumed(tokens, low, high) }),
})

/** Machines by the hour and storage by the gigabyte, at the prices of `family`. */
function machinesAndStorage(family: string, label: string) {
  return ({ settings, product: model }: MonthContext, prices: PriceLookup): readonly PricedLine[] => [
    technology(
      'machines',
      label,
      product(
        settings.input('replicas'),
        hoursPerMonth,
        priceOf(settings, 'usdPerMachineHour', prices, machineItem(settings, `${family}.machine-hour`), model),
      ),
    ),
    technology(
      'storage',
      'Storage',
      product(settings.input('gigabytes'), prices.find(storageItem(settings, `${family}.storage`), model)),
    ),
    backupLine(settings, prices, model, settings.input('gigabytes')),
  ]
}

const databaseTime = ownTime(3, 15, 'assumed: reads by key on a warm instance', 1, 10)

export const relationalDb = defineKind({
  id: 'relational-db',
  title: 'Relational database',
  summary: 'Keeps records in tables and answers SQL.',
  family: 'data',
  icon: 'database',
  keywords: ['sql', 'postgres', 'mysql', 'oracle', 'rds', 'aurora', 'warehouse', 'snowflake', 'table'],
  traits: ['passive', 'stores-data'],
  products: ['postgres/aurora'],
  settings: {
    gigabytes: amount('Data', 'GB', { first: true, ...assumed(100, 20, 500) }),
    ...storeFacts,
    isolation: tenantsApart,
    queryForm,
    ...machineFields(2),
    ...runsOnField,
    ...backupFields,
    ...databaseTime.fields,
    callsPerSecond: amount('Queries a second that it sustains', 'calls/s', { help: 'From a load test.' }),
    ...availabilityField(0.9995, 'assumed: managed databases promise 99.95 % over two zones'),
  },
  call: readCall(200, 20, 1000),
  place: 30,
  time: ({ settings }) => databaseTime.time(settings),
  costPerMonth: machinesAndStorage('relational-db', 'Database machines'),
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Queries a second, as stated'),
  answers: addWhatIsRead,
})

const objectTime = ownTime(120, 250, 'S3 Standard first byte 100-200 ms (AWS docs)', 60, 200)

export const objectStore = defineKind({
  id: 'object-store',
  title: 'Object store',
  summary: 'Keeps files, raw data and model artefacts.',
  family: 'data',
  icon: 'archive',
  keywords: ['s3', 'blob', 'gcs', 'adls', 'bucket', 'lake', 'files', 'storage'],
  traits: ['passive', 'stores-data', 'managed'],
  products: ['aws/s3', 'google/cloud-storage'],
  settings: {
    gigabytes: amount('Data', 'GB', { first: true, ...assumed(500, 50, 5000) }),
    documents: amount('Documents', 'documents', {
      help: 'Of files that a search reads: they say what a first load is.',
    }),
    ...storeFacts,
    versioned: fact('Versions kept', 'Are older versions of a file kept?', 'Platform team', { first: true }),
    ...objectTime.fields,
    ...availabilityField(0.9999, 'assumed: object stores over several zones'),
  },
  call: readCall(500, 50, 5000),
  place: 30,
  time: ({ settings }) => objectTime.time(settings),
  costPerCall: ({ product: model }, prices) => [
    technology(
      'requests',
      'Requests',
      quotient(prices.find('object-store.requests', model), constant('Requests per price unit', 1000)),
    ),
  ],
  costPerMonth: ({ settings, product: model }, prices) => [
    technology('storage', 'Storage', product(settings.input('gigabytes'), prices.find('object-store.storage', model))),
  ],
  answers: addWhatIsRead,
})

const libraryTime = ownTime(300, 1200, 'assumed: a document service answered over HTTP', 100, 800)

export const documentStore = defineKind({
  id: 'document-store',
  title: 'Document store',
  summary: 'Where people keep documents: a library, wiki, share or ticket system.',
  family: 'data',
  icon: 'files',
  keywords: ['sharepoint', 'confluence', 'wiki', 'drive', 'pdf', 'dms', 'library', 'tickets', 'knowledge base'],
  traits: ['passive', 'stores-data', 'managed'],
  products: ['microsoft/sharepoint', 'atlassian/confluence'],
  settings: {
    documents: amount('Documents', 'documents', { first: true, ...assumed(10_000, 1000, 100_000) }),
    accessControl: factChoice(
      'Who may read what',
      { none: 'Everybody reads everything', document: 'Rights per document' },
      'Do documents carry rights of their own?',
      'Data owner',
      { first: true },
    ),
    ...storeFacts,
    approvesChanges: fact('Changes are approved', 'Does somebody approve what is added or changed?', 'Data owner', {
      first: true,
    }),
    ...libraryTime.fields,
    ...availabilityField(0.999, 'assumed: office services promise 99.9 %'),
  },
  call: readCall(3000, 500, 15_000),
  place: 30,
  time: ({ settings }) => libraryTime.time(settings),
  answers: addWhatIsRead,
})

const cacheTime = ownTime(1, 3, 'assumed: Redis in the same region', 0.3, 3)

export const cache = defineKind({
  id: 'cache',
  title: 'Cache',
  summary: 'Answers again what was answered before.',
  family: 'data',
  icon: 'zap',
  keywords: ['redis', 'semantic cache', 'memcached', 'elasticache', 'valkey', 'session'],
  traits: ['passive', 'stores-data', 'caches'],
  products: ['redis/elasticache'],
  settings: {
    keeps: option(
      'Keeps',
      { answers: 'Whole answers', data: 'Data only' },
      'answers',
      'assumed; whole answers end the request when found',
      { first: true },
    ),
    hitShare: share('Found', {
      first: true,
      ...published(0.15, 'reported 10 % (open chat) to 69 % (GPT Semantic Cache paper)', 0.05, 0.6),
    }),
    isolation: { ...tenantsApart, label: 'Callers kept apart by', first: true },
    ...storeFacts,
    ...machineFields(1),
    ...runsOnField,
    ...cacheTime.fields,
    ...availabilityField(0.999, 'assumed: managed caches promise 99.9 %'),
  },
  place: 20,
  time: ({ settings }) => cacheTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    technology(
      'machines',
      'Cache machines',
      product(
        settings.input('replicas'),
        hoursPerMonth,
        priceOf(settings, 'usdPerMachineHour', prices, machineItem(settings, 'cache.machine-hour'), model),
      ),
    ),
  ],
  ends: (settings) => (settings.text('keeps') === 'data' ? undefined : valueOf(settings, 'hitShare')),
  plan: (arrows, settings) => {
    const rest = arrows.map((arrow) => ({ call: arrow.flow }))
    if (rest.length === 0 || settings.text('keeps') === 'data') return rest
    const { value, low, high, ...known } = valueOf(settings, 'hitShare')
    const misses = {
      value: 1 - value,
      ...(high === undefined ? {} : { low: 1 - high }),
      ...(low === undefined ? {} : { high: 1 - low }),
    }
    return [{ steps: rest, label: 'not found', share: { ...misses, ...known } }]
  },
})

/** A field as a value of the document, its band and source with it, for modifiers of default plans. */
export function valueOf(settings: FieldReader, field: string): Exclude<Value<number>, number | { unknown: true }> {
  const { value, low, high, provenance } = settings.input(field)
  return {
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(provenance.source === undefined ? {} : { source: provenance.source }),
    ...(provenance.confidence === undefined ? {} : { confidence: provenance.confidence }),
  }
}

const featureTime = ownTime(
  9,
  10,
  'Feast with Redis, 1 row of 50 features: 8.8 / 9.2 ms (feast-benchmarks 2022)',
  5,
  35,
)

export const featureStore = defineKind({
  id: 'feature-store',
  title: 'Feature store',
  summary: 'Serves the features that a model was trained on, online and offline.',
  family: 'training',
  icon: 'table-properties',
  keywords: ['feast', 'tecton', 'features', 'online store', 'sagemaker', 'vertex'],
  traits: ['passive', 'stores-data'],
  settings: {
    gigabytes: amount('Online data', 'GB', { first: true, ...assumed(20, 5, 100) }),
    sharedCode: fact(
      'Same code online and offline',
      'Are online and offline features computed by the same code?',
      'Data science',
      { first: true },
    ),
    ...storeFacts,
    ...machineFields(2),
    ...runsOnField,
    ...backupFields,
    ...featureTime.fields,
    callsPerSecond: amount('Reads a second that it sustains', 'calls/s', { help: 'From a load test.' }),
    ...availabilityField(0.9995, 'assumed: managed key-value store over two zones'),
  },
  place: 30,
  time: ({ settings }) => featureTime.time(settings),
  costPerMonth: machinesAndStorage('feature-store', 'Online store machines'),
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Reads a second, as stated'),
})
