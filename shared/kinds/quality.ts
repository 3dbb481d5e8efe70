import { amount, assumed, availabilityField, fact, factAmount, factChoice, option } from './fields/declare-field.ts'
import { constant, product, quotient, sum } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { FieldReader, PricedLine, PriceLookup } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { people, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addStatedResult } from './parts/results.ts'

const evaluationTime = ownTime(50, 200, 'assumed: code of our own; a judge model is a call of its own', 10, 200)

export const evaluation = defineKind({
  id: 'evaluation',
  title: 'Evaluation',
  summary: 'Measures quality: before a release, or on a sample of what runs.',
  family: 'training',
  icon: 'clipboard-check',
  keywords: [
    'eval',
    'judge',
    'ragas',
    'test set',
    'golden set',
    'benchmark',
    'red team',
    'regression',
    'llm-as-judge',
    'hallucination',
    'feedback',
  ],
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
    retrieval: fact(
      'Search is measured',
      'Is it measured whether the search finds the right passages?',
      'Quality lead',
    ),
    tasks: fact('Tasks are measured', 'Is it measured whether tasks are done, and by the right tools?', 'Quality lead'),
    fairness: fact('Groups compared', 'Are results compared between groups of people?', 'Quality lead'),
    deIdentified: fact(
      'Personal data removed',
      'Are personal data removed before cases are kept for tests?',
      'Data protection officer',
    ),
    cases: amount('Cases per test run', 'count', { first: true, ...assumed(200, 50, 1000, 'a test set of one team') }),
    releasesPerMonth: amount('Test runs a month', 'count', {
      help: 'One per change of a prompt, model or index.',
      ...assumed(4, 1, 20, 'a change a week'),
    }),
    caseInputTokens: amount('Tokens read per case', 'tokens', {
      help: 'By the system and by the judge, which reads question, context, answer and rubric.',
      ...assumed(6500, 2000, 20_000, 'a prompt of 3,000 and what the judge reads'),
    }),
    caseOutputTokens: amount('Tokens written per case', 'tokens', assumed(550, 200, 1500, 'an answer and a verdict')),
    usdPerCase: amount('Price of a case', 'USD/case', { help: 'Over tokens and the price book.' }),
    humanMinutesPerMonth: amount('Work of people a month', 'minutes', {
      help: 'Labelling and calibration; without it none is counted.',
    }),
    usdPerHour: amount('Price of an hour', 'USD/hour', assumed(40, 30, 50, 'as for reviewers')),
    ...evaluationTime.fields,
    ...availabilityField(0.999, 'assumed: a small service of our own'),
    ...paidAsFields('existing'),
  },
  place: 100,
  mode: 'async',
  does: ['read'],
  time: ({ settings }) => evaluationTime.time(settings),
  costPerMonth: (context, prices) => {
    const { settings, product: tool } = context
    return [...regressionLines(settings, prices), ...calibrationLines(settings), ...paidAsLines(settings, prices, tool)]
  },
})

function calibrationLines(settings: FieldReader): readonly PricedLine[] {
  if (settings.number('humanMinutesPerMonth') === undefined) return []
  const hours = quotient(settings.input('humanMinutesPerMonth'), constant('Minutes per hour', 60))
  return [people('calibration', 'Labelling and calibration', product(hours, settings.input('usdPerHour')))]
}

/** Test runs before releases: cases x runs x (tokens read and written at a usual model's price, or a stated price). */
function regressionLines(settings: FieldReader, prices: PriceLookup): readonly PricedLine[] {
  if (settings.text('measures') === 'online') return []
  const million = constant('Tokens per price unit', 1_000_000)
  const perCase =
    settings.number('usdPerCase') === undefined
      ? sum(
          product(quotient(settings.input('caseInputTokens'), million), prices.find('llm.input', undefined)),
          product(quotient(settings.input('caseOutputTokens'), million), prices.find('llm.output', undefined)),
        )
      : settings.input('usdPerCase')
  const runs = product(settings.input('cases'), settings.input('releasesPerMonth'))
  return [technology('test-runs', 'Test runs before releases', product(runs, perCase))]
}

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
    ...paidAsFields('existing'),
  },
  call: {
    resultTokens: amount('Prompt', 'tokens', { help: 'Counted once: with the instructions of the model call.' }),
  },
  place: 30,
  mode: 'sync',
  time: ({ settings }) => promptTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
  answers: addStatedResult,
})
