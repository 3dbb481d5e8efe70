import { amount, assumed, availabilityField, fact, listOptions, option } from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { releaseOf } from './people.ts'
import { people, priceOf, technology } from './parts/priced-lines.ts'
import { textOf, textUnits } from './retrieval-models.ts'
import { ownTime } from './parts/service-time.ts'

const watcherTime = ownTime(20, 100, 'assumed: handed over beside the request', 5, 200)

export const driftMonitor = defineKind({
  id: 'drift-monitor',
  title: 'Drift monitor',
  summary: 'Compares what a model sees and answers today with what it was made for.',
  family: 'operations',
  icon: 'chart-spline',
  keywords: [
    'evidently',
    'fiddler',
    'arize',
    'whylabs',
    'nannyml',
    'drift',
    'model monitoring',
    'skew',
    'data quality',
  ],
  traits: ['passive', 'stores-data', 'observes', 'watches-drift'],
  settings: {
    redaction: fact('Personal data removed', 'Are personal data removed before they are kept?', 'Platform team', {
      first: true,
    }),
    alerts: fact('Alerts', 'Does somebody get called when inputs or results move?', 'Data science', { first: true }),
    startsRetraining: fact('Starts a retraining', 'Does drift start a retraining or a review?', 'Data science', {
      first: true,
    }),
    groupsCompared: fact('Groups compared', 'Are results compared between groups of people?', 'Quality lead', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Is what it keeps encrypted at rest?', 'Platform team'),
    retentionDays: {
      ...amount('Kept for', 'days'),
      fact: true,
      question: 'After how many days is it deleted?',
      ask: 'Data protection officer',
    },
    ...watcherTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
    ...paidAsFields('machines'),
  },
  place: 100,
  mode: 'async',
  does: ['write'],
  time: ({ settings }) => watcherTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

export const governancePlatform = defineKind({
  id: 'governance-platform',
  title: 'Governance platform',
  summary: 'Keeps the register of AI systems, their risks, approvals and evidence.',
  family: 'safety',
  icon: 'landmark',
  keywords: [
    'ai governance',
    'inventory',
    'risk register',
    'credo',
    'watsonx',
    'onetrust',
    'model risk',
    'audit',
    'grc',
  ],
  traits: ['passive', 'stores-data'],
  settings: {
    coversAll: fact('Covers every system', 'Is every AI system in the register?', 'Governance', { first: true }),
    approvals: fact('Approvals are kept', 'Does it keep who approved what, and until when?', 'Governance', {
      first: true,
    }),
    evidence: fact('Evidence is collected', 'Is evidence collected from the systems themselves?', 'Governance', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Is the register encrypted at rest?', 'Platform team'),
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    ...paidAsFields('existing'),
  },
  place: 100,
  mode: 'offline',
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

const fairnessTime = ownTime(60_000, 300_000, 'assumed: one comparison over a test set', 10_000, 900_000)

export const fairnessAssessment = defineKind({
  id: 'fairness-assessment',
  title: 'Fairness test',
  summary: 'Compares results between groups of people, before a release and while it runs.',
  family: 'safety',
  icon: 'scale',
  keywords: [
    'bias',
    'fairlearn',
    'aif360',
    'responsible ai',
    'disparate impact',
    'equal opportunity',
    'explainability',
  ],
  traits: ['evaluates', 'returns-verdict'],
  settings: {
    groupsNamed: fact('Groups are named', 'Is it settled which groups are compared, and why?', 'Governance', {
      first: true,
    }),
    thresholds: fact('Limits are set', 'Is it settled which difference is too large?', 'Governance', { first: true }),
    gatesRelease: fact('Can stop a release', 'Does a bad result stop a release?', 'Quality lead', { first: true }),
    fairness: fact('Groups compared', 'Are results compared between groups of people?', 'Quality lead'),
    humanCalibration: fact('Read by people', 'Do people who know the matter read the results?', 'Quality lead', {
      first: true,
    }),
    minutesPerMonth: amount('Work of people a month', 'minutes', {
      ...assumed(240, 60, 960, 'half a day: reading results, settling limits'),
    }),
    usdPerHour: amount('Price of an hour', 'USD/hour', assumed(40, 30, 50, 'as for reviewers')),
    ...fairnessTime.fields,
    ...availabilityField(0.99, 'assumed: batch work that may be repeated'),
  },
  place: 100,
  mode: 'async',
  does: ['read'],
  time: ({ settings }) => fairnessTime.time(settings),
  costPerMonth: ({ settings }) => {
    const hours = quotient(settings.input('minutesPerMonth'), constant('Minutes per hour', 60))
    return [people('reading', 'Reading results', product(hours, settings.input('usdPerHour')))]
  },
})

const redactionTime = ownTime(60, 200, 'assumed: patterns and a small model over one text', 10, 250)

export const redaction = defineKind({
  id: 'redaction',
  title: 'Redaction',
  summary: 'Takes personal data and secrets out of text before it goes on, and may put them back after.',
  family: 'safety',
  icon: 'eraser',
  keywords: ['pii', 'dlp', 'presidio', 'masking', 'anonymisation', 'pseudonym', 'tokenisation', 'comprehend', 'macie'],
  traits: ['gates', 'filters-content', 'returns-verdict'],
  settings: {
    checks: {
      type: 'choices',
      label: 'Takes out',
      first: true,
      options: listOptions({ pii: 'Personal data', secrets: 'Secrets', health: 'Health data', payment: 'Card data' }),
    },
    runsOn: option(
      'Runs on',
      { service: 'A service billed by text', machines: 'Machines of ours' },
      'service',
      'assumed: a hosted check',
      { first: true, ours: 'machines' },
    ),
    reversible: fact('Can be put back', 'Can what was taken out be put back, and by whom?', 'Privacy', { first: true }),
    measured: fact('Misses are measured', 'Is it measured how much it misses, in our languages?', 'Privacy', {
      first: true,
    }),
    failsOpen: fact('Lets through when it fails', 'When it is down, does the text go on as it is?', 'Engineering', {
      first: true,
    }),
    release: option(
      'What the user sees meanwhile',
      {
        held: 'Nothing before it is done',
        chunked: 'Parts as they are done',
        streamed: 'The answer, while it is read',
        before: 'Done before generation',
      },
      'held',
      'an awaited check holds the answer until stated otherwise',
      { first: true },
    ),
    ...redactionTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    usdPerThousandTextUnits: amount('Price', 'USD/1k text units', { help: 'Over the price book.' }),
    ...paidAsFields('machines'),
  },
  call: { tokens: amount('Text', 'tokens', { first: true, help: 'Without it: all that the caller has in hand.' }) },
  place: 10,
  time: ({ settings }) => redactionTime.time(settings),
  costPerCall: (context, prices) => {
    const { settings, product: model } = context
    if (settings.text('runsOn') === 'machines') return []
    const price = priceOf(settings, 'usdPerThousandTextUnits', prices, 'guardrail.pii', model)
    const units = textUnits(textOf(context))
    return [
      technology('text', 'Text read', quotient(product(units, price), constant('Text units per price unit', 1000))),
    ]
  },
  costPerMonth: ({ settings, product: model }, prices) =>
    settings.text('runsOn') === 'machines' ? paidAsLines(settings, prices, model) : [],
  release: (settings) => releaseOf(settings.text('release')),
})
