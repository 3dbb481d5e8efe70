import type { Step } from '../design/design.ts'
import { limitedBy } from './parts/capacity.ts'
import { amount, assumed, availabilityField, fact, factAmount, option } from './fields/declare-field.ts'
import { product } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { PlanArrow } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import {
  flatPriceField,
  flatPriceLines,
  machineFields,
  machineLine,
  perMillionCalls,
  runsOnField,
  technology,
} from './parts/priced-lines.ts'
import { stepOf } from './parts/plan-steps.ts'
import { ownTime } from './parts/service-time.ts'
import { addResult } from './parts/results.ts'

const gatewayTime = ownTime(15, 30, 'API gateway overhead 10-30 ms (smplogs, cited)', 10, 30)

export const apiGateway = defineKind({
  id: 'api-gateway',
  title: 'API gateway',
  summary: 'Terminates outside traffic: authentication, limits, routing.',
  family: 'gateways',
  icon: 'door-open',
  keywords: [
    'edge',
    'apim',
    'kong',
    'apigee',
    'proxy',
    'rate limit',
    'api management',
    'rest',
    'graphql',
    'rate limiter',
  ],
  traits: ['entry', 'limits-rate', 'orchestrates'],
  products: ['aws/api-gateway'],
  settings: {
    rateLimitPerMinute: factAmount(
      'Limit per caller',
      'calls/min',
      'How many calls a minute may one caller make?',
      'Platform team',
      { first: true },
    ),
    authenticates: fact('Checks who calls', 'Does the gateway refuse callers it does not know?', 'Platform team', {
      first: true,
    }),
    firewall: fact('Web application firewall', 'Is there a web application firewall?', 'Security', { first: true }),
    pricing: option(
      'Billed by',
      { requests: 'Requests', units: 'Units by the month', machines: 'Machines of ours' },
      'requests',
      'assumed: a managed gateway',
      { ours: 'machines' },
    ),
    ...machineFields(1),
    ...gatewayTime.fields,
    ...availabilityField(0.9995, 'assumed: managed gateways promise 99.95 %'),
  },
  place: 60,
  time: ({ settings }) => gatewayTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) =>
    settings.text('pricing') === 'requests'
      ? [technology('requests', 'Requests', perMillionCalls(prices.find('api-gateway.requests', model)))]
      : [],
  costPerMonth: ({ settings, product: model }, prices) => {
    const pricing = settings.text('pricing')
    if (pricing === 'machines') return [machineLine(settings, prices, 'compute.machine-hour', model)]
    if (pricing !== 'units') return []
    const units = product(settings.input('replicas'), prices.find('api-gateway.unit-month', model))
    return [technology('units', 'Gateway units', units)]
  },
})

const modelGatewayTime = ownTime(10, 40, 'assumed: a proxy in the same region', 3, 30)

export const modelGateway = defineKind({
  id: 'model-gateway',
  title: 'Model gateway',
  summary: 'One door to all models: keys, quotas, routing, fallback, metering.',
  family: 'gateways',
  icon: 'route',
  keywords: ['ai gateway', 'llm proxy', 'litellm', 'router', 'fallback', 'provider abstraction', 'portkey'],
  traits: ['fronts-models', 'limits-rate', 'orchestrates', 'streams'],
  settings: {
    budgetUsdPerMonth: factAmount(
      'Spend stops at',
      'USD/month',
      'At which monthly spend does the gateway stop?',
      'Budget owner',
      { first: true },
    ),
    metersPerTenant: fact('Meters per team', 'Is use metered per team or tenant?', 'Platform team', { first: true }),
    redaction: fact('Redacts before sending', 'Are personal data removed before a vendor sees them?', 'Platform team', {
      first: true,
    }),
    ...paidAsFields('machines'),
    ...machineFields(1),
    ...modelGatewayTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
  },
  call: { resultTokens: amount('Answer passed back', 'tokens', { first: true, ...assumed(350, 100, 900) }) },
  place: 70,
  mode: 'stream',
  time: ({ settings }) => modelGatewayTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
  answers: addResult,
  plan: fallBack,
})

/** All but models in order of place; the models as a chain: the next one when the one before fails. */
function fallBack(arrows: readonly PlanArrow[]): readonly Step[] {
  const isModel = (arrow: PlanArrow): boolean => arrow.kind.traits.includes('generates-text')
  const models = arrows.filter((arrow) => isModel(arrow) && arrow.mode !== 'async')
  const chain = models.reduceRight<readonly Step[]>(
    (rest, arrow) => [rest.length > 0 ? { ...stepOf(arrow), orElse: rest } : stepOf(arrow)],
    [],
  )
  const others = arrows.filter((arrow) => !models.includes(arrow))
  const before = others.filter((arrow) => arrow.kind.place < 70)
  const after = others.filter((arrow) => arrow.kind.place >= 70)
  return [...before.map(stepOf), ...chain, ...after.map(stepOf)]
}

const queueTime = ownTime(5, 25, 'assumed: managed queues; Kafka p99 5 ms (Confluent 2020)', 2, 20)

export const queue = defineKind({
  id: 'queue',
  title: 'Queue',
  summary: 'Keeps messages until somebody takes them: absorbs bursts.',
  family: 'gateways',
  icon: 'list-end',
  keywords: ['sqs', 'rabbitmq', 'service bus', 'eventbridge', 'event bus', 'topic', 'message', 'broker', 'tasks'],
  traits: ['passive', 'delivers', 'stores-data', 'buffers'],
  products: ['aws/sqs'],
  settings: {
    encryptedAtRest: fact('Encrypted at rest', 'Are messages encrypted while they wait?', 'Platform team', {
      first: true,
    }),
    retentionDays: factAmount('Kept for', 'days', 'After how many days is a message dropped?', 'Platform team'),
    deadLetters: fact('Keeps what fails', 'Are messages that fail again and again kept and looked at?', 'Engineering', {
      first: true,
    }),
    ...runsOnField,
    ...machineFields(1),
    requestsPerMessage: amount('Requests per message', 'calls', assumed(3, 2, 4, 'send, receive, delete')),
    ...queueTime.fields,
    ...availabilityField(0.9999, 'assumed: managed queue over several zones'),
  },
  place: 100,
  mode: 'async',
  does: ['write'],
  time: ({ settings }) => queueTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) =>
    settings.text('runsOn') === 'machines'
      ? []
      : [
          technology(
            'requests',
            'Requests',
            product(settings.input('requestsPerMessage'), perMillionCalls(prices.find('queue.requests', model))),
          ),
        ],
  costPerMonth: ({ settings, product: model }, prices) =>
    settings.text('runsOn') === 'machines' ? [machineLine(settings, prices, 'compute.machine-hour', model)] : [],
})

const externalTime = ownTime(200, 800, 'assumed: a business API', 50, 600)

export const externalSystem = defineKind({
  id: 'external-system',
  title: 'External system',
  summary: 'A system that this design calls or is called by, and does not own.',
  family: 'gateways',
  icon: 'building',
  keywords: [
    'third party',
    'partner',
    'crm',
    'erp',
    'core banking',
    'saas',
    'web',
    'api',
    'salesforce',
    'servicenow',
    'order system',
    'legacy',
  ],
  traits: ['starts-requests', 'managed'],
  settings: {
    owner: { type: 'text', label: 'Run by', first: true },
    requestsPerSecond: factAmount('Takes at most', 'calls/s', 'How many calls a second may we make?', 'Its owner', {
      first: true,
    }),
    ...externalTime.fields,
    ...availabilityField(0.995, 'assumed: a business system without a stated target', 0.98, 0.999),
    ...flatPriceField,
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true, ...assumed(300, 50, 1500) }) },
  place: 60,
  time: ({ settings }) => externalTime.time(settings),
  costPerMonth: ({ settings }) => flatPriceLines(settings),
  capacity: ({ settings }) => limitedBy(settings, 'requestsPerSecond', 'Limit of the system'),
  answers: addResult,
})
