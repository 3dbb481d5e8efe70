import { workersOver } from './parts/capacity.ts'
import { amount, assumed, availabilityField, fact, factAmount, option } from './fields/declare-field.ts'
import { atMost, constant, difference, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { MonthContext, PricedLine, PriceLookup } from './kind.ts'
import { foolingFacts, learningFacts } from './fields/learning-facts.ts'
import { weightsChecked } from './language-models/model-fields.ts'
import { modelFacts } from './llm.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { hoursPerMonth, machineFields, machineItem, priceOf, runsOnField, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { gpus } from './serving/gpus.ts'

const hour = 3_600_000
const endpointTime = ownTime(5, 15, 'assumed: gradient-boosted trees with some features', 2, 30)

export const mlEndpoint = defineKind({
  id: 'ml-endpoint',
  title: 'ML endpoint',
  summary: 'A classical model behind an address: scores, classes, forecasts.',
  family: 'models',
  icon: 'brain-circuit',
  keywords: [
    'xgboost',
    'lightgbm',
    'classifier',
    'regression',
    'scoring',
    'sagemaker',
    'vertex',
    'fraud',
    'recommendation',
    'triton',
    'serving',
    'intent classifier',
  ],
  traits: ['predicts', 'self-hosted'],
  products: ['aws/sagemaker-endpoint'],
  settings: {
    ...modelFacts,
    signed: weightsChecked,
    ...machineFields(2),
    ...runsOnField,
    workers: amount('Calls at once per replica', 'calls', {
      first: true,
      integer: true,
      min: 1,
      ...assumed(8, 2, 16, 'one per core'),
    }),
    explains: fact('Gives reasons', 'Does each score come with its reasons?', 'Data science', { first: true }),
    returnsScores: fact('Returns raw scores', 'Do outside callers see raw scores or probabilities?', 'Data science', {
      first: true,
    }),
    driftMonitored: fact('Drift is watched', 'Is drift of inputs and scores watched?', 'Data science', { first: true }),
    ...foolingFacts,
    ...endpointTime.fields,
    ...availabilityField(0.999, 'assumed: managed endpoints promise 99.9 %'),
  },
  call: { rows: amount('Rows', 'count', { first: true, integer: true, ...assumed(1, 1, 1, 'one at a time') }) },
  place: 70,
  time: ({ settings }) => endpointTime.time(settings),
  costPerMonth: servingLines,
  capacity: ({ settings }) =>
    workersOver(
      settings.input('workers').value * settings.input('replicas').value,
      endpointTime.time(settings).first,
      'Calls at once over the time of one',
    ),
})

/**
 * Serving machines, parted into what calls keep busy (calls x time / the time that all workers have) and what waits for
 * them: a bill shows one number, and the idle part is usually the larger one.
 */
function servingLines(
  { settings, callsPerMonth, product: model }: MonthContext,
  prices: PriceLookup,
): readonly PricedLine[] {
  const item = machineItem(settings, 'ml-endpoint.machine-hour')
  const replicas = settings.input('replicas')
  const all = product(replicas, hoursPerMonth, priceOf(settings, 'usdPerMachineHour', prices, item, model))
  const workers = product(replicas, settings.input('workers'), hoursPerMonth, constant('ms per hour', hour, 'ms'))
  const busyShare = atMost(quotient(product(callsPerMonth, endpointTime.mean(settings)), workers), constant('All', 1))
  const busy = product(all, busyShare)
  return [
    technology('machines', 'Serving machines, at work', busy),
    technology('idle', 'Serving machines, idle', difference(all, busy)),
  ]
}

const trainingTime = ownTime(4 * hour, 8 * hour, 'assumed: fine-tuning or retraining one model', hour, 24 * hour)

export const trainingJob = defineKind({
  id: 'training-job',
  title: 'Training job',
  summary: 'Makes or changes a model from data.',
  family: 'training',
  icon: 'dumbbell',
  keywords: [
    'training',
    'retraining',
    'kubeflow',
    'pytorch',
    'tensorflow',
    'scikit-learn',
    'automl',
    'hyperparameters',
  ],
  traits: ['trains'],
  settings: {
    dataApproved: fact('Data is approved', 'Does somebody approve the data before training?', 'Data science', {
      first: true,
    }),
    lineage: fact('Data and code recorded', 'Can a model be traced to its data and code?', 'Data science', {
      first: true,
    }),
    trigger: {
      type: 'text',
      label: 'Started by',
      first: true,
      fact: true,
      question: 'What starts a retraining?',
      ask: 'Data science',
    },
    deIdentified: fact(
      'Personal data removed',
      'Are personal data removed before training?',
      'Data protection officer',
      { first: true },
    ),
    gpu: option(
      'GPU',
      Object.fromEntries(Object.entries(gpus).map(([id, gpu]) => [id, gpu.title])),
      'l40s',
      'assumed: enough for models up to some billion parameters',
      { first: true },
    ),
    ...learningFacts,
    ...trainingTime.fields,
    ...availabilityField(0.99, 'assumed: batch work that may be repeated'),
    usdPerGpuHour: amount('Price per GPU hour', 'USD/hour', { help: 'Over the price book.' }),
  },
  call: { gpuHours: amount('GPU hours', 'hours', { first: true, ...assumed(4, 1, 24) }) },
  place: 100,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => trainingTime.time(settings),
  costPerCall: ({ settings, call }, prices) => [
    technology(
      'gpus',
      'GPU time',
      product(
        call.input('gpuHours'),
        priceOf(settings, 'usdPerGpuHour', prices, 'gpu.hour', `gpu/${settings.text('gpu')}`),
      ),
    ),
  ],
})

const registryTime = ownTime(60, 200, 'assumed: one look-up', 20, 200)

export const modelRegistry = defineKind({
  id: 'model-registry',
  title: 'Model registry',
  summary: 'Keeps models by version, with where they came from.',
  family: 'training',
  icon: 'boxes',
  keywords: ['mlflow', 'artifact', 'versions', 'weights', 'promotion', 'hugging face', 'hub'],
  traits: ['passive', 'stores-data', 'versions-models'],
  settings: {
    signed: fact('Models are signed', 'Are models signed and the signature checked before use?', 'Engineering', {
      first: true,
    }),
    approvesPromotion: fact(
      'Promotion is approved',
      'Does somebody approve a model before production?',
      'Engineering',
      { first: true },
    ),
    scanned: fact('Files are scanned', 'Are model files scanned, and unsafe formats refused?', 'Security', {
      first: true,
    }),
    retentionDays: factAmount('Versions kept for', 'days', 'How long are old versions kept?', 'Engineering'),
    encryptedAtRest: fact('Encrypted at rest', 'Is the registry encrypted at rest?', 'Platform team'),
    ...registryTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  place: 30,
  mode: 'offline',
  time: ({ settings }) => registryTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})
