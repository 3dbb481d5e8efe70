import { amount, assumed, availabilityField, fact, factAmount, option, share } from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import type { Formula } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, PricedLine, PriceLookup } from './kind.ts'
import { learningFacts } from './fields/learning-facts.ts'
import { modelFacts } from './llm.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { people, priceOf, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { gpus } from './serving/gpus.ts'

const hourMs = 3_600_000
const tuningTime = ownTime(3 * hourMs, 8 * hourMs, 'assumed: one run over some million tokens', hourMs, 24 * hourMs)

/** Operations per parameter and token: forward and backward 6 (Kaplan et al. 2020); without weight gradients 4. */
const operationsOf: Readonly<Record<string, number>> = { full: 6, lora: 4, qlora: 4, preference: 12, distillation: 8 }

export const fineTuning = defineKind({
  id: 'fine-tuning',
  title: 'Fine-tuning',
  summary: 'Trains an existing language model further on our examples.',
  family: 'training',
  icon: 'sliders-horizontal',
  keywords: ['lora', 'qlora', 'rlhf', 'dpo', 'sft', 'distillation', 'quantisation', 'adapter', 'instruction tuning'],
  traits: ['trains'],
  settings: {
    method: option(
      'Method',
      {
        lora: 'LoRA: small adapters',
        qlora: 'QLoRA: adapters on a quantised model',
        full: 'All weights',
        preference: 'Preferences (RLHF, DPO)',
        distillation: 'Distillation from a larger model',
      },
      'lora',
      'assumed: the usual first step',
      { first: true },
    ),
    parametersBillion: amount('Parameters, billions', 'count', { first: true, ...assumed(8, 3, 70) }),
    dataApproved: fact('Data is approved', 'Does somebody approve the data before training?', 'Data science', {
      first: true,
    }),
    deIdentified: fact(
      'Personal data removed',
      'Are personal data removed before training?',
      'Data protection officer',
      { first: true },
    ),
    licence: fact('Licence allows it', 'Does the licence of the base model allow this use?', 'Legal', { first: true }),
    safetyTested: fact('Safety tested again', 'Is the tuned model tested for safety again?', 'Quality lead', {
      first: true,
    }),
    lineage: fact('Data and code recorded', 'Can a model be traced to its data and code?', 'Data science', {
      first: true,
    }),
    gpu: option(
      'GPU',
      Object.fromEntries(Object.entries(gpus).map(([id, gpu]) => [id, gpu.title])),
      'h100',
      'assumed: usual for tuning',
    ),
    useShare: share('Share of that speed reached', {
      above: 0,
      ...assumed(0.35, 0.2, 0.5, 'tuning jobs reach 20-50 %'),
    }),
    ...learningFacts,
    ...tuningTime.fields,
    ...availabilityField(0.99, 'assumed: batch work that may be repeated'),
    usdPerGpuHour: amount('Price per GPU hour', 'USD/hour', { help: 'Over the price book.' }),
  },
  call: {
    millionTokens: amount('Million tokens of examples', 'count', { first: true, ...assumed(10, 1, 100) }),
    epochs: amount('Passes over them', 'count', { first: true, ...assumed(3, 1, 5) }),
  },
  place: 100,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => tuningTime.time(settings),
  costPerCall: tuningLines,
})

/** GPU hours of one run: operations per token x parameters x tokens x passes / (speed x share of it). */
function tuningLines({ settings, call }: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const chosen = settings.text('gpu') ?? ''
  const gpu = gpus[chosen]
  const perToken = constant('Operations per parameter and token', operationsOf[settings.text('method') ?? ''] ?? 6)
  const work: Formula = product(
    perToken,
    settings.input('parametersBillion'),
    constant('Parameters per billion', 1e9),
    call.input('millionTokens'),
    constant('Tokens per million', 1e6),
    call.input('epochs'),
  )
  const perHour = product(
    constant(`Speed of ${gpu?.title ?? 'the GPU'}, TFLOP/s`, gpu?.teraflops.bf16 ?? 0),
    constant('Operations per TFLOP', 1e12),
    settings.input('useShare'),
    constant('Seconds per hour', 3600),
  )
  const price = priceOf(settings, 'usdPerGpuHour', prices, 'gpu.hour', `gpu/${chosen}`)
  return [technology('gpus', 'GPU time', product(quotient(work, perHour), price))]
}

const batchTime = ownTime(600_000, 3_000_000, 'assumed: one run over a night of rows', 60_000, 2 * hourMs)

export const batchInference = defineKind({
  id: 'batch-inference',
  title: 'Batch scoring',
  summary: 'A model over many rows at once, by schedule; machines run for the run alone.',
  family: 'models',
  icon: 'layers',
  keywords: [
    'batch inference',
    'batch transform',
    'bigquery ml',
    'scoring',
    'forecast',
    'nightly',
    'offline inference',
  ],
  traits: ['predicts'],
  settings: {
    ...modelFacts,
    machines: amount('Machines of a run', 'machines', { first: true, integer: true, ...assumed(4, 1, 20) }),
    rowsPerSecond: amount('Rows a second and machine', 'calls/s', { first: true, ...assumed(2000, 200, 20_000) }),
    driftMonitored: fact('Drift is watched', 'Is drift of inputs and scores watched?', 'Data science', { first: true }),
    idempotent: fact('Safe to repeat', 'Can a run be repeated without counting twice?', 'Engineering', {
      first: true,
    }),
    freshHours: factAmount(
      'Scores may be old by',
      'hours',
      'How old may a score be when it is used?',
      'Product owner',
      {
        first: true,
      },
    ),
    ...batchTime.fields,
    ...availabilityField(0.99, 'assumed: batch work that may be repeated'),
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
  },
  call: { rows: amount('Rows of a run', 'count', { first: true, ...assumed(1_000_000, 100_000, 20_000_000) }) },
  place: 70,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => batchTime.time(settings),
  costPerCall: ({ settings, call }, prices) => {
    const hours = quotient(
      call.input('rows'),
      product(settings.input('rowsPerSecond'), constant('Seconds per hour', 3600)),
    )
    const price = priceOf(settings, 'usdPerMachineHour', prices, 'compute.machine-hour', undefined)
    return [technology('machines', 'Machine time', product(hours, price))]
  },
})

const trackerTime = ownTime(80, 300, 'assumed: one look-up', 20, 300)

export const experimentTracking = defineKind({
  id: 'experiment-tracking',
  title: 'Experiment tracking',
  summary: 'Keeps runs with their data, code, settings and results, so that they can be compared and repeated.',
  family: 'training',
  icon: 'flask-conical',
  keywords: [
    'mlflow',
    'weights & biases',
    'wandb',
    'comet',
    'neptune',
    'runs',
    'metrics',
    'reproducibility',
    'notebook',
  ],
  traits: ['passive', 'stores-data'],
  settings: {
    dataVersioned: fact('Data is versioned', 'Does each run name the version of its data?', 'Data science', {
      first: true,
    }),
    codeVersioned: fact('Code is versioned', 'Does each run name the version of its code?', 'Data science', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Are runs encrypted at rest?', 'Platform team', { first: true }),
    retentionDays: factAmount('Runs kept for', 'days', 'How long are runs kept?', 'Data science', { first: true }),
    ...trackerTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  place: 100,
  mode: 'async',
  does: ['write'],
  time: ({ settings }) => trackerTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

const flagTime = ownTime(2, 10, 'assumed: kept in the caller after the first read', 1, 30)

export const featureFlags = defineKind({
  id: 'feature-flags',
  title: 'Flags and A/B tests',
  summary: 'Says which version of a model, prompt or page somebody gets, and compares them.',
  family: 'training',
  icon: 'flag',
  keywords: ['a/b testing', 'canary', 'experiment', 'launchdarkly', 'statsig', 'optimizely', 'rollout', 'shadow'],
  traits: ['passive', 'stores-data', 'splits-traffic'],
  settings: {
    sticky: fact('Same person, same version', 'Does a person keep the version they were given?', 'Product owner', {
      first: true,
    }),
    stopRule: fact('Stops on harm', 'Does a version that does harm stop by itself?', 'Product owner', { first: true }),
    groupsCompared: fact('Groups compared', 'Are results compared between groups of people?', 'Quality lead', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Are assignments encrypted at rest?', 'Platform team'),
    ...flagTime.fields,
    ...availabilityField(0.9999, 'assumed: the last answer is kept in the caller'),
    ...paidAsFields('existing'),
  },
  place: 20,
  time: ({ settings }) => flagTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

const labelTime = ownTime(
  24 * hourMs,
  72 * hourMs,
  'assumed: a batch of items given out and collected',
  hourMs,
  100 * hourMs,
)

export const dataLabelling = defineKind({
  id: 'data-labelling',
  title: 'Data labelling',
  summary: 'People give items their right answers: for training, tests and calibration.',
  family: 'training',
  icon: 'tags',
  keywords: ['annotation', 'ground truth', 'labelbox', 'scale', 'argilla', 'crowd', 'mechanical turk', 'gold data'],
  traits: ['person'],
  settings: {
    labelsPerItem: amount('People per item', 'people', {
      first: true,
      help: 'Several, so that they can be compared.',
      ...assumed(3, 1, 5),
    }),
    paidBy: option(
      'Paid by',
      { item: 'Item, to a crowd', hour: 'Hour, to experts' },
      'hour',
      'assumed: items that need knowledge',
      { first: true },
    ),
    usdPerHour: amount('Price of an hour', 'USD/hour', { first: true, ...assumed(40, 30, 50, 'as for reviewers') }),
    usdPerItem: amount('Price per label', 'USD/item', { help: 'Over the price book.' }),
    guidelines: fact('Written guidelines', 'Do labellers have written guidelines?', 'Quality lead', { first: true }),
    agreement: fact('Agreement is measured', 'Is it measured how often labellers agree?', 'Quality lead', {
      first: true,
    }),
    deIdentified: fact(
      'Personal data removed',
      'Are personal data removed before labellers see an item?',
      'Data protection officer',
      { first: true },
    ),
    ...labelTime.fields,
  },
  call: {
    items: amount('Items', 'count', { first: true, ...assumed(500, 100, 5000) }),
    minutes: amount('Minutes per item', 'minutes', { first: true, ...assumed(1, 0.2, 5) }),
  },
  place: 100,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => labelTime.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => {
    const labels = product(call.input('items'), settings.input('labelsPerItem'))
    if (settings.text('paidBy') === 'item') {
      return [
        people('labels', 'Labels', product(labels, priceOf(settings, 'usdPerItem', prices, 'labelling.items', model))),
      ]
    }
    const hours = quotient(product(labels, call.input('minutes')), constant('Minutes per hour', 60))
    return [people('labels', 'Labelling time', product(hours, settings.input('usdPerHour')))]
  },
})
