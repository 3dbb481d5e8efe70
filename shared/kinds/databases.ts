import { limitedBy } from './parts/capacity.ts'
import {
  amount,
  assumed,
  availabilityField,
  fact,
  option,
  queryForm,
  storeFacts,
  tenantsApart,
} from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, MonthContext, PricedLine, PriceLookup } from './kind.ts'
import {
  backupFields,
  backupLine,
  machineFields,
  machineLine,
  perMillionCalls,
  technology,
} from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addWhatIsRead } from './parts/results.ts'

const rateField = {
  callsPerSecond: amount('Calls a second that it sustains', 'calls/s', { help: 'From a load test.' }),
}

function reads({ does }: CallContext): boolean {
  return does === undefined || does.includes('read')
}

const keyTime = ownTime(8, 20, 'assumed: a read by key; Feast with DynamoDB reads 50 features in 35 / 75 ms', 3, 35)

export const nosqlDatabase = defineKind({
  id: 'nosql-database',
  title: 'NoSQL database',
  summary: 'Keeps items or documents by key; billed by reads and writes or by throughput.',
  family: 'data',
  icon: 'braces',
  keywords: ['key-value', 'dynamodb', 'cosmos db', 'mongodb', 'firestore', 'cassandra', 'document database', 'json'],
  traits: ['passive', 'stores-data'],
  settings: {
    gigabytes: amount('Data', 'GB', { first: true, ...assumed(50, 5, 500) }),
    pricing: option(
      'Billed by',
      { requests: 'Reads and writes', throughput: 'Throughput kept ready', machines: 'Machines' },
      'requests',
      'assumed: on demand',
      { first: true, ours: 'machines' },
    ),
    requestUnits: amount('Request units a second kept ready', 'calls/s', { ...assumed(1000, 400, 10_000) }),
    ...storeFacts,
    isolation: tenantsApart,
    queryForm,
    ...machineFields(1),
    ...backupFields,
    ...keyTime.fields,
    ...rateField,
    ...availabilityField(0.9999, 'assumed: managed stores over three zones'),
  },
  call: {
    resultTokens: amount('Result', 'tokens', { first: true, ...assumed(200, 20, 2000) }),
    units: amount('Units per call', 'count', {
      first: true,
      help: 'A read of 4 kB or a write of 1 kB is one.',
      ...assumed(1, 1, 5),
    }),
  },
  place: 30,
  time: ({ settings }) => keyTime.time(settings),
  costPerCall: (context, prices) => {
    if (context.settings.text('pricing') !== 'requests') return []
    const units = context.call.input('units')
    const price = (item: string) => perMillionCalls(prices.find(item, context.product))
    return reads(context)
      ? [technology('reads', 'Reads', product(units, price('nosql.reads')))]
      : [technology('writes', 'Writes', product(units, price('nosql.writes')))]
  },
  costPerMonth: nosqlLines,
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Calls a second, as stated'),
  answers: addWhatIsRead,
})

function nosqlLines({ settings, product: model }: MonthContext, prices: PriceLookup): readonly PricedLine[] {
  const gigabytes = settings.input('gigabytes')
  const kept = technology('storage', 'Storage', product(gigabytes, prices.find('nosql.storage', model)))
  const backups = backupLine(settings, prices, model, gigabytes)
  const pricing = settings.text('pricing')
  if (pricing === 'machines') {
    const disk = technology('storage', 'Storage', product(gigabytes, prices.find('compute.disk', model)))
    return [machineLine(settings, prices, 'compute.machine-hour', model), disk, backups]
  }
  if (pricing !== 'throughput') return [kept, backups]
  const hundreds = quotient(settings.input('requestUnits'), constant('Request units per price unit', 100))
  const ready = product(hundreds, prices.find('nosql.throughput', model))
  return [technology('throughput', 'Throughput kept ready', ready), kept, backups]
}

const graphTime = ownTime(25, 150, 'assumed: two or three steps from one node', 8, 100)

export const graphDatabase = defineKind({
  id: 'graph-database',
  title: 'Graph database',
  summary: 'Keeps things and how they relate; answers by following relations.',
  family: 'data',
  icon: 'share-2',
  keywords: ['neo4j', 'neptune', 'knowledge graph', 'cypher', 'sparql', 'rdf', 'ontology', 'graphrag', 'entities'],
  traits: ['passive', 'stores-data', 'managed'],
  settings: {
    gigabytes: amount('Data', 'GB', { first: true, ...assumed(50, 5, 500) }),
    ...machineFields(2),
    ...storeFacts,
    isolation: tenantsApart,
    queryForm,
    sourcesKept: fact('Sources are kept', 'Does each relation say which document it came from?', 'Data owner', {
      first: true,
    }),
    builtByModel: fact('Built by a model', 'Does a model extract the relations from text?', 'Engineering', {
      first: true,
    }),
    ...backupFields,
    ...graphTime.fields,
    ...rateField,
    ...availabilityField(0.999, 'assumed: managed databases promise 99.9 %'),
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true, ...assumed(600, 100, 3000) }) },
  place: 40,
  time: ({ settings }) => graphTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    machineLine(settings, prices, 'compute.machine-hour', model),
    technology('storage', 'Storage', product(settings.input('gigabytes'), prices.find('compute.disk', model))),
    backupLine(settings, prices, model, settings.input('gigabytes')),
  ],
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Calls a second, as stated'),
  answers: addWhatIsRead,
})
