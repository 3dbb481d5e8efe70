import { limitedBy } from './parts/capacity.ts'
import { amount, assumed, availabilityField, fact, factAmount, option } from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import type { Formula } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { MonthContext, PricedLine, PriceLookup } from './kind.ts'
import { hoursPerMonth, machineFields, machineLine, perMillionCalls, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addResult } from './parts/results.ts'

const streamTime = ownTime(3, 10, 'assumed: half of Kafka p99 5 ms at 200 MB/s (Confluent 2020)', 1, 10)

export const eventStream = defineKind({
  id: 'event-stream',
  title: 'Event stream',
  summary: 'A log of events in order, which several readers can read again from any point.',
  family: 'gateways',
  icon: 'waves',
  keywords: ['kafka', 'kinesis', 'event hubs', 'pub/sub', 'pulsar', 'redpanda', 'topic', 'log', 'streaming', 'cdc'],
  traits: ['passive', 'delivers', 'stores-data', 'buffers'],
  settings: {
    units: amount('Brokers or shards', 'count', {
      first: true,
      integer: true,
      min: 1,
      ...assumed(3, 1, 9, 'one per zone'),
    }),
    kilobytesPerEvent: amount('Kilobytes per event', 'count', { first: true, ...assumed(2, 0.5, 20) }),
    retentionDays: factAmount('Kept for', 'days', 'After how many days is an event dropped?', 'Platform team', {
      first: true,
    }),
    ordered: fact('Order is kept', 'Do events of one key arrive in order?', 'Engineering', { first: true }),
    schemaChecked: fact('Form is checked', 'Are events checked against a schema?', 'Engineering', { first: true }),
    encryptedAtRest: fact('Encrypted at rest', 'Are events encrypted while they are kept?', 'Platform team', {
      first: true,
    }),
    pricing: option(
      'Billed by',
      {
        machines: 'Brokers and storage',
        shards: 'Shards and messages',
        gigabytes: 'Gigabytes taken in',
        ownMachines: 'Machines of ours',
      },
      'machines',
      'assumed: managed brokers',
      { ours: 'ownMachines' },
    ),
    ...streamTime.fields,
    callsPerSecond: amount('Events a second that it sustains', 'calls/s', { help: 'From a load test.' }),
    ...availabilityField(0.9995, 'assumed: managed streams over three zones'),
  },
  place: 100,
  mode: 'async',
  does: ['write'],
  time: ({ settings }) => streamTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) =>
    settings.text('pricing') === 'shards'
      ? [technology('messages', 'Messages', perMillionCalls(prices.find('stream.requests', model)))]
      : [],
  costPerMonth: streamLines,
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Events a second, as stated'),
})

/** Days for which an event is kept when nobody says so: what most services keep without being asked. */
const usualDays = constant('Days kept, where nobody says', 7, 'days')

function streamLines(
  { settings, callsPerMonth, product: model }: MonthContext,
  prices: PriceLookup,
): readonly PricedLine[] {
  const taken = quotient(
    product(callsPerMonth, settings.input('kilobytesPerEvent')),
    constant('Kilobytes per GB', 1_000_000),
  )
  if (settings.text('pricing') === 'gigabytes') {
    return [technology('taken-in', 'Events taken in', product(taken, prices.find('stream.gigabytes', model)))]
  }
  const isOurs = settings.text('pricing') === 'ownMachines'
  const hourly = isOurs ? prices.find('compute.machine-hour', model) : prices.find('stream.hour', model)
  const units = product(settings.input('units'), hoursPerMonth, hourly)
  if (settings.text('pricing') === 'shards') return [technology('units', 'Shards', units)]
  const days: Formula = settings.number('retentionDays') === undefined ? usualDays : settings.input('retentionDays')
  const kept = product(taken, quotient(days, constant('Days per month', 365 / 12, 'days')))
  return [
    technology('units', 'Brokers', units),
    technology('storage', 'Events kept', product(kept, prices.find(isOurs ? 'compute.disk' : 'stream.storage', model))),
  ]
}

const processorTime = ownTime(50, 300, 'assumed: one event through a window of our own', 10, 500)

export const streamProcessor = defineKind({
  id: 'stream-processor',
  title: 'Stream processor',
  summary: 'Computes on events as they pass: joins, windows, enrichment.',
  family: 'data',
  icon: 'radio-tower',
  keywords: ['flink', 'spark streaming', 'kafka streams', 'dataflow', 'enrichment', 'real time', 'window', 'beam'],
  traits: ['orchestrates'],
  settings: {
    ...machineFields(2),
    exactlyOnce: fact('Counts each event once', 'Is an event counted once, also after a failure?', 'Engineering', {
      first: true,
    }),
    lateEvents: fact('Handles late events', 'Is it settled what happens to events that come late?', 'Engineering', {
      first: true,
    }),
    checkpoints: fact('Resumes after a failure', 'Does it go on where it stopped after a failure?', 'Engineering', {
      first: true,
    }),
    callsPerSecond: amount('Events a second that it sustains', 'calls/s', { first: true, help: 'From a load test.' }),
    ...processorTime.fields,
    ...availabilityField(0.999, 'assumed: a service of our own'),
  },
  place: 60,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => processorTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    machineLine(settings, prices, 'compute.machine-hour', model),
  ],
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Events a second, as stated'),
})

const workflowTime = ownTime(200, 1500, 'assumed: a scheduler that hands out steps', 50, 3000)

export const workflowEngine = defineKind({
  id: 'workflow-engine',
  title: 'Workflow engine',
  summary: 'Runs steps by schedule or event, remembers where each run stands and tries again.',
  family: 'agents',
  icon: 'calendar-clock',
  keywords: [
    'airflow',
    'step functions',
    'prefect',
    'dagster',
    'temporal',
    'kubeflow',
    'schedule',
    'dag',
    'durable',
    'scheduler',
    'cron',
  ],
  traits: ['orchestrates'],
  settings: {
    workers: amount('Workers', 'machines', { first: true, integer: true, min: 1, ...assumed(2, 1, 10) }),
    retries: fact('Tries again', 'Are failed steps tried again, with a limit?', 'Engineering', { first: true }),
    durable: fact('Resumes after a failure', 'Does a run go on where it stopped after a failure?', 'Engineering', {
      first: true,
    }),
    approvals: fact('Can wait for people', 'Can a run wait for a person for days?', 'Engineering', { first: true }),
    pricing: option(
      'Billed by',
      { environment: 'Environment and workers', runs: 'Runs', machines: 'Machines of ours' },
      'machines',
      'assumed: software that we run',
      { first: true, ours: 'machines' },
    ),
    replicas: amount('Replicas', 'machines', { integer: true, min: 1, ...assumed(1, 1, 3, 'one scheduler') }),
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
    ...workflowTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
  },
  call: { resultTokens: amount('Answer passed back', 'tokens', { first: true, ...assumed(400, 100, 1500) }) },
  place: 60,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => workflowTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) =>
    settings.text('pricing') === 'runs'
      ? [technology('runs', 'Runs', perMillionCalls(prices.find('workflow.runs', model)))]
      : [],
  costPerMonth: ({ settings, product: model }, prices) => {
    const pricing = settings.text('pricing')
    if (pricing === 'runs') return []
    if (pricing === 'machines') return [machineLine(settings, prices, 'compute.machine-hour', model)]
    return [
      technology('environment', 'Environment', product(hoursPerMonth, prices.find('workflow.hour', model))),
      technology(
        'workers',
        'Workers',
        product(settings.input('workers'), hoursPerMonth, prices.find('workflow.worker-hour', model)),
      ),
    ]
  },
  answers: addResult,
})
