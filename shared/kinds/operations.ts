import { amount, assumed, availabilityField, fact, factAmount, option, published } from './fields/declare-field.ts'
import { constant, difference, atLeast, product, quotient, sum } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { MonthContext, PricedLine, PriceLookup } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { machineFields, machineLine, priceOf, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'

const tracingTime = ownTime(5, 20, 'assumed: handed to an agent on the same machine', 1, 20)

export const observability = defineKind({
  id: 'observability',
  title: 'Observability',
  summary: 'Receives traces, logs, scores and costs.',
  family: 'operations',
  icon: 'activity',
  keywords: [
    'traces',
    'logs',
    'metrics',
    'langfuse',
    'langsmith',
    'datadog',
    'opentelemetry',
    'monitoring',
    'audit',
    'metrics',
    'logging',
    'feedback',
  ],
  traits: ['passive', 'stores-data', 'observes'],
  products: ['langfuse/cloud', 'aws/cloudwatch', 'azure/app-insights', 'google/cloud-logging'],
  settings: {
    redaction: fact('Personal data removed', 'Are personal data removed before they are logged?', 'Platform team', {
      first: true,
    }),
    retentionDays: factAmount(
      'Kept for',
      'days',
      'After how many days are traces deleted?',
      'Data protection officer',
      { first: true },
    ),
    appendOnly: fact(
      'Cannot be changed',
      'Is the log kept so that nobody who is logged can change or delete it?',
      'Security',
      {
        first: true,
      },
    ),
    namesCaller: fact(
      'Names who asked',
      'Does each entry name the person who asked and what was decided, under one id?',
      'Operations',
    ),
    alerts: fact('Alerts', 'Does somebody get called when quality, cost or errors move?', 'Operations', {
      first: true,
    }),
    metersUse: fact('Tokens and cost counted', 'Are tokens and their cost counted for each call?', 'Operations'),
    encryptedAtRest: fact('Encrypted at rest', 'Are traces encrypted at rest?', 'Platform team'),
    pricing: option(
      'Billed by',
      {
        units: 'Units (traces, spans, scores)',
        gigabytes: 'Gigabytes',
        hosts: 'Hosts',
        machines: 'Machines of ours',
      },
      'units',
      'assumed: a tracing service',
      { ours: 'machines' },
    ),
    spansPerCall: amount('Spans per call', 'count', {
      first: true,
      help: 'One per step: search, guard, model, tool.',
      ...assumed(6, 2, 22, 'the steps of a retrieval or a short agent'),
    }),
    scoresPerCall: amount('Scores per call', 'count', assumed(1, 0, 3, 'one automatic score or thumb')),
    unitsPerCall: amount('Units per call', 'count', { help: 'Over one trace, its spans and its scores.' }),
    hosts: amount('Hosts watched', 'machines', { integer: true, ...assumed(4, 2, 20) }),
    ...machineFields(1),
    kilobytesPerCall: amount('Kilobytes per call', 'count', assumed(20, 5, 100, 'prompt, answer and spans as text')),
    includedUnits: amount('Units included', 'count', published(100_000, 'Langfuse price page, June 2026')),
    ...tracingTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
  },
  place: 100,
  mode: 'async',
  does: ['write'],
  time: ({ settings }) => tracingTime.time(settings),
  costPerMonth: telemetryLines,
})

/** A base price and units beyond those included, or gigabytes taken in. */
function telemetryLines(
  { settings, callsPerMonth, product: model }: MonthContext,
  prices: PriceLookup,
): readonly PricedLine[] {
  const pricing = settings.text('pricing')
  if (pricing === 'machines') return [machineLine(settings, prices, 'compute.machine-hour', model)]
  if (pricing === 'hosts') {
    const hosts = product(settings.input('hosts'), prices.find('observability.hosts', model))
    return [technology('hosts', 'Hosts watched', hosts)]
  }
  if (pricing === 'gigabytes') {
    const gigabytes = quotient(
      product(callsPerMonth, settings.input('kilobytesPerCall')),
      constant('Kilobytes per GB', 1_000_000),
    )
    return [technology('telemetry', 'Logs taken in', product(gigabytes, prices.find('observability.gigabytes', model)))]
  }
  const perCall =
    settings.number('unitsPerCall') === undefined
      ? sum(constant('Trace', 1), settings.input('spansPerCall'), settings.input('scoresPerCall'))
      : settings.input('unitsPerCall')
  const units = product(callsPerMonth, perCall)
  const beyond = atLeast(difference(units, settings.input('includedUnits')), constant('No fewer than', 0))
  const extra = product(
    quotient(beyond, constant('Units per price unit', 100_000)),
    prices.find('observability.units', model),
  )
  return [technology('telemetry', 'Traces, spans and scores', sum(prices.find('observability.base', model), extra))]
}

const identityTime = ownTime(30, 120, 'assumed: a token checked or issued', 5, 100)

export const identityProvider = defineKind({
  id: 'identity-provider',
  title: 'Identity provider',
  summary: 'Knows who somebody is and issues tokens.',
  family: 'operations',
  icon: 'id-card',
  keywords: [
    'sso',
    'oidc',
    'oauth',
    'entra',
    'okta',
    'keycloak',
    'login',
    'iam',
    'active directory',
    'access control',
    'permissions',
  ],
  traits: ['passive', 'authenticates'],
  products: ['microsoft/entra-id'],
  settings: {
    multiFactor: fact('Second factor', 'Do people sign in with a second factor?', 'Security', { first: true }),
    workloadIdentities: fact(
      'Identities for services',
      'Do services and agents have identities of their own?',
      'Security',
      { first: true },
    ),
    ...identityTime.fields,
    ...availabilityField(0.9999, 'assumed: identity services promise 99.99 %'),
    ...paidAsFields('existing'),
  },
  place: 10,
  time: ({ settings }) => identityTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

const secretTime = ownTime(15, 60, 'assumed: a look-up that is kept for minutes', 1, 50)

export const secretStore = defineKind({
  id: 'secret-store',
  title: 'Secret store',
  summary: 'Keeps keys and passwords out of code and prompts.',
  family: 'operations',
  icon: 'vault',
  keywords: ['vault', 'key vault', 'secrets manager', 'kms', 'hsm', 'credentials', 'rotation'],
  traits: ['passive', 'stores-data', 'keeps-secrets', 'managed'],
  products: ['aws/secrets-manager'],
  settings: {
    secrets: amount('Secrets', 'count', { first: true, integer: true, ...assumed(10, 5, 40) }),
    rotates: fact('Rotated', 'Are secrets changed regularly without people?', 'Security', { first: true }),
    encryptedAtRest: fact('Encrypted at rest', 'Are secrets encrypted with keys we control?', 'Security', {
      first: true,
    }),
    ...secretTime.fields,
    ...availabilityField(0.9999, 'assumed: managed services over several zones'),
  },
  place: 30,
  mode: 'offline',
  time: ({ settings }) => secretTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) => [
    technology(
      'calls',
      'Look-ups',
      quotient(
        priceOf(settings, 'usdPerTenThousandCalls', prices, 'secret-store.calls', model),
        constant('Calls per price unit', 10_000),
      ),
    ),
  ],
  costPerMonth: ({ settings, product: model }, prices) => [
    technology(
      'secrets',
      'Secrets kept',
      product(settings.input('secrets'), prices.find('secret-store.secrets', model)),
    ),
  ],
})
