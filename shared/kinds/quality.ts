import { amount, assumed, availabilityField, fact, factAmount, factChoice, option } from './declare-field.ts'
import { constant, product, quotient } from './formula.ts'
import { defineKind } from './kind.ts'
import { flatPriceField, flatPriceLines, people } from './priced-lines.ts'
import { ownTime } from './service-time.ts'

const evaluationTime = ownTime(50, 200, 'assumed: code of our own; a judge model is a call of its own', 10, 200)

export const evaluation = defineKind({
  id: 'evaluation',
  title: 'Evaluation',
  summary: 'Measures quality: before a release, or on a sample of what runs.',
  family: 'training',
  icon: 'clipboard-check',
  keywords: ['eval', 'judge', 'ragas', 'test set', 'golden set', 'benchmark', 'red team', 'regression', 'llm-as-judge'],
  traits: ['evaluates', 'returns-verdict'],
  settings: {
    measures: factChoice(
      'When',
      { offline: 'Before a release', online: 'On what runs', both: 'Both' },
      'Is quality measured before releases, while running, or both?',
      'Quality lead',
      { first: true },
    ),
    goldenSet: fact('Reference answers', 'Is there a set of questions with agreed answers?', 'Quality lead', {
      first: true,
    }),
    gatesRelease: fact('Can stop a release', 'Does a bad result stop a release?', 'Quality lead', { first: true }),
    humanCalibration: fact(
      'Checked against people',
      'Is the judge compared with people now and then?',
      'Quality lead',
      { first: true },
    ),
    adversarial: fact('Attacks are tried', 'Are attacks and unsafe questions part of it?', 'Security', { first: true }),
    fairness: fact('Groups compared', 'Are results compared between groups of people?', 'Quality lead'),
    humanMinutesPerMonth: amount('Work of people a month', 'minutes', {
      help: 'Labelling and calibration; without it none is counted.',
    }),
    usdPerHour: amount('Price of an hour', 'USD/hour', assumed(40, 30, 50, 'as for reviewers')),
    ...evaluationTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
  },
  place: 100,
  mode: 'async',
  does: ['read'],
  time: ({ settings }) => evaluationTime.time(settings),
  costPerMonth: ({ settings }) => {
    if (settings.number('humanMinutesPerMonth') === undefined) return []
    const hours = quotient(settings.input('humanMinutesPerMonth'), constant('Minutes per hour', 60))
    return [people('calibration', 'Labelling and calibration', product(hours, settings.input('usdPerHour')))]
  },
})

const promptTime = ownTime(10, 40, 'assumed: kept in the caller after the first read', 1, 40)

export const promptRegistry = defineKind({
  id: 'prompt-registry',
  title: 'Prompt registry',
  summary: 'Keeps prompts by version, so that they can be reviewed and rolled back.',
  family: 'operations',
  icon: 'scroll-text',
  keywords: ['prompt store', 'templates', 'versions', 'prompt management', 'rollback', 'system prompt'],
  traits: ['passive', 'stores-data', 'versions-prompts'],
  settings: {
    reviewed: fact('Changes are reviewed', 'Does somebody review a prompt before it is used?', 'Engineering', {
      first: true,
    }),
    containsSecrets: fact(
      'Holds secrets',
      'Do prompts hold passwords, keys or rules that must stay secret?',
      'Engineering',
      { first: true },
    ),
    rollback: fact('Can go back', 'Can the version before be put back at once?', 'Engineering', { first: true }),
    encryptedAtRest: fact('Encrypted at rest', 'Are prompts encrypted at rest?', 'Platform team'),
    retentionDays: factAmount('Versions kept for', 'days', 'How long are old versions kept?', 'Engineering'),
    delivery: option('Read', { release: 'At release', call: 'At each call' }, 'release', 'assumed'),
    ...promptTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    ...flatPriceField,
  },
  call: {
    resultTokens: amount('Prompt', 'tokens', { help: 'Counted once: with the instructions of the model call.' }),
  },
  place: 30,
  mode: 'sync',
  time: ({ settings }) => promptTime.time(settings),
  costPerMonth: ({ settings }) => flatPriceLines(settings),
  answers: ({ call }) => ({ type: 'adds', hand: { tokens: call.number('resultTokens') ?? 0 } }),
})
