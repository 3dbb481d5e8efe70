import { limitedBy, workersOver } from './parts/capacity.ts'
import { amount, assumed, availabilityField, fact, factAmount, option, share } from './fields/declare-field.ts'
import type { Fields } from './fields/field.ts'
import { constant, difference, product, quotient, sum } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, Capacity, PricedLine, PriceLookup, Timing } from './kind.ts'
import { hoursPerMonth, machineFields, machineLine, perMillionCalls, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addResult } from './parts/results.ts'

/** What a service hands back to its caller. */
const answerField: Fields = {
  resultTokens: amount('Answer passed back', 'tokens', { first: true, ...assumed(400, 100, 1500) }),
}

const rateField: Fields = {
  callsPerSecond: amount('Calls a second that it sustains', 'calls/s', { help: 'From a load test.' }),
}

const durable = fact(
  'Resumes after a failure',
  'Does a request go on where it stopped after a failure?',
  'Engineering',
  { first: true },
)

/** Mean of ten starts of an empty function, by language: maxday/lambda-perf, 2026-08-22. */
const coldStartMs: Readonly<Record<string, number>> = {
  python: 86,
  node: 140,
  java: 231,
  go: 50,
  rust: 18,
  dotnet: 249,
}
const coldTail = 1.3

const functionTime = ownTime(40, 120, 'assumed: code of our own, warm', 10, 200)

export const serverlessFunction = defineKind({
  id: 'serverless-function',
  title: 'Serverless function',
  summary: 'Code that runs once per call and is billed by the time it takes.',
  family: 'operations',
  icon: 'square-function',
  keywords: ['lambda', 'faas', 'cloud functions', 'azure functions', 'cold start', 'serverless', 'event driven'],
  traits: ['orchestrates', 'managed'],
  settings: {
    memoryGb: amount('Memory', 'GB', { first: true, ...assumed(1, 0.25, 3, 'one vCPU or less') }),
    billedSeconds: amount('Billed time per call', 's', {
      first: true,
      help: 'The whole run, with the time it waits for what it calls.',
      ...assumed(1, 0.1, 8, 'most of it waiting for a model or a store'),
    }),
    runtime: option(
      'Language',
      { python: 'Python', node: 'Node.js', java: 'Java', go: 'Go', rust: 'Rust', dotnet: '.NET' },
      'python',
      'assumed',
      { first: true, help: 'Sets the cold start.' },
    ),
    coldShare: share('Calls that start cold', { first: true, ...assumed(0.01, 0.001, 0.05) }),
    coldStartMs: amount('Cold start', 'ms', { help: 'Over the one of the language; a large package adds seconds.' }),
    concurrencyLimit: factAmount(
      'Runs at once',
      'calls',
      'How many may run at once in this account?',
      'Platform team',
      { first: true, min: 1 },
    ),
    durable,
    ...functionTime.fields,
    ...availabilityField(0.9995, 'assumed: managed functions promise 99.95 %'),
  },
  call: answerField,
  place: 60,
  time: coldOrWarm,
  costPerCall: ({ settings, product: model }, prices) => [
    technology('requests', 'Calls', perMillionCalls(prices.find('function.requests', model))),
    technology(
      'duration',
      'Run time',
      product(
        settings.input('billedSeconds'),
        settings.input('memoryGb'),
        quotient(prices.find('function.gigabyte-seconds', model), constant('GB-seconds per price unit', 1_000_000)),
      ),
    ),
  ],
  capacity: ({ settings }) => {
    const limit = settings.number('concurrencyLimit')
    const seconds = settings.input('billedSeconds').value
    return limit === undefined ? undefined : workersOver(limit, seconds * 1000, 'Runs at once over the billed time')
  },
  answers: addResult,
})

function coldOrWarm({ settings }: CallContext): Timing {
  const stated = settings.number('coldStartMs')
  const byLanguage = coldStartMs[settings.text('runtime') ?? ''] ?? 140
  const p50Ms = stated ?? byLanguage
  return {
    ...functionTime.time(settings),
    cold: {
      share: settings.input('coldShare').value,
      extra: {
        p50Ms,
        p95Ms: p50Ms * coldTail,
        source:
          stated === undefined
            ? 'lambda-perf 2026-08-22, an empty function; tail assumed'
            : (settings.input('coldStartMs').provenance.source ?? 'stated'),
        confidence: 'B',
      },
    },
  }
}

const containerTime = ownTime(15, 50, 'assumed: a service of our own, in the same region', 5, 60)

export const containerService = defineKind({
  id: 'container-service',
  title: 'Container service',
  summary: 'A service in containers on machines that somebody else keeps.',
  family: 'operations',
  icon: 'container',
  keywords: ['fargate', 'ecs', 'cloud run', 'container apps', 'docker', 'app service', 'microservice', 'caas'],
  traits: ['orchestrates'],
  settings: {
    replicas: amount('Replicas', 'machines', {
      first: true,
      integer: true,
      min: 1,
      ...assumed(2, 2, 6, 'one per zone'),
    }),
    vcpus: amount('vCPU per replica', 'count', { first: true, ...assumed(1, 0.5, 4) }),
    memoryGb: amount('Memory per replica', 'GB', { first: true, ...assumed(2, 1, 8) }),
    zones: factAmount('Zones', 'count', 'Over how many zones are the replicas spread?', 'Platform team', {
      integer: true,
    }),
    imagesScanned: fact('Images are scanned', 'Are container images scanned before they run?', 'Security', {
      first: true,
    }),
    durable,
    ...rateField,
    ...containerTime.fields,
    ...availabilityField(0.998, 'assumed: one copy that is replaced when it fails', 0.99, 0.9995),
  },
  call: answerField,
  place: 60,
  time: ({ settings }) => containerTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    technology(
      'machines',
      'vCPU and memory',
      product(
        settings.input('replicas'),
        hoursPerMonth,
        sum(
          product(settings.input('vcpus'), prices.find('container.vcpu-hour', model)),
          product(settings.input('memoryGb'), prices.find('container.memory-hour', model)),
        ),
      ),
    ),
  ],
  capacity: ({ settings }) => limitedBy(settings, 'callsPerSecond', 'Calls a second, as stated'),
  answers: addResult,
})

const machineTime = ownTime(15, 50, 'assumed: a service of our own, in the same region', 5, 60)

export const virtualMachine = defineKind({
  id: 'virtual-machine',
  title: 'Virtual machine',
  summary: 'A machine of ours in a cloud or a cellar, with what runs on it.',
  family: 'operations',
  icon: 'server',
  keywords: ['vm', 'ec2', 'compute engine', 'instance', 'server', 'host', 'on premises', 'bare metal'],
  traits: ['orchestrates'],
  settings: {
    ...machineFields(2),
    diskGb: amount('Disk per machine', 'GB', { first: true, ...assumed(100, 30, 500) }),
    patched: fact('Patched regularly', 'Are the machines patched on a schedule?', 'Operations', { first: true }),
    encryptedAtRest: fact('Disks encrypted', 'Are the disks encrypted, with keys we control?', 'Platform team', {
      first: true,
    }),
    durable,
    ...rateField,
    ...machineTime.fields,
    ...availabilityField(0.995, 'assumed: one machine in one zone', 0.99, 0.999),
  },
  call: answerField,
  place: 60,
  time: ({ settings }) => machineTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    machineLine(settings, prices, 'compute.machine-hour', model),
    diskLine(settings.input('diskGb'), settings.input('replicas'), prices, model),
  ],
  capacity: ({ settings }): Capacity | undefined => limitedBy(settings, 'callsPerSecond', 'Calls a second, as stated'),
  answers: addResult,
})

function diskLine(
  gigabytes: ReturnType<PriceLookup['find']>,
  machines: ReturnType<PriceLookup['find']>,
  prices: PriceLookup,
  model: string | undefined,
): PricedLine {
  return technology('disks', 'Disks', product(machines, gigabytes, prices.find('compute.disk', model)))
}

export const kubernetesCluster = defineKind({
  id: 'kubernetes-cluster',
  title: 'Kubernetes cluster',
  summary: 'Runs the containers of this design; put what runs on it beside it, or in a boundary around both.',
  family: 'operations',
  icon: 'ship-wheel',
  keywords: ['k8s', 'eks', 'gke', 'aks', 'openshift', 'helm', 'nodes', 'pods', 'docker'],
  traits: ['managed'],
  settings: {
    clusters: amount('Clusters', 'count', { first: true, integer: true, ...assumed(1, 1, 3) }),
    replicas: amount('Nodes', 'machines', { first: true, integer: true, min: 1, ...assumed(3, 2, 10, 'one per zone') }),
    idleShare: share('Room kept free', {
      first: true,
      ...assumed(0.3, 0.15, 0.6, 'head room, and what does not fit together'),
    }),
    diskGb: amount('Disk per node', 'GB', assumed(100, 30, 300)),
    zones: factAmount('Zones', 'count', 'Over how many zones are the nodes spread?', 'Platform team', {
      integer: true,
    }),
    usdPerMachineHour: amount('Price per node hour', 'USD/hour', { help: 'Over the price book.' }),
    networkPolicies: fact('Pods are kept apart', 'Do network policies keep workloads apart?', 'Platform team', {
      first: true,
    }),
    upgrades: fact('Upgraded in time', 'Is the cluster upgraded before its version loses support?', 'Platform team', {
      first: true,
    }),
    ...availabilityField(0.9995, 'assumed: managed control planes promise 99.95 %'),
  },
  place: 100,
  mode: 'offline',
  costPerMonth: ({ settings, product: model }, prices) => {
    const node = machineLine(settings, prices, 'compute.machine-hour', model).usd
    const idle = settings.input('idleShare')
    return [
      technology(
        'control-plane',
        'Control plane',
        product(settings.input('clusters'), hoursPerMonth, prices.find('cluster.control-plane-hour', model)),
      ),
      technology('machines', 'Nodes, in use', product(node, difference(constant('All', 1), idle))),
      technology('idle', 'Nodes, idle', product(node, idle)),
      diskLine(settings.input('diskGb'), settings.input('replicas'), prices, model),
    ]
  },
})
