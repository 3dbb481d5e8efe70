import {
  amount,
  assumed,
  availabilityField,
  fact,
  hiddenTextRemoved,
  option,
  published,
} from './fields/declare-field.ts'
import { atLeast, constant, difference, evaluate, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addStatedResult } from './parts/results.ts'
import { tokensInHand } from './parts/in-hand.ts'

const ingestionTime = ownTime(2000, 8000, 'assumed: parsing one document of about 20 pages', 500, 6000)
const secondsPerHour = constant('Seconds per hour', 3600)

export const ingestion = defineKind({
  id: 'ingestion',
  title: 'Ingestion',
  summary: 'Brings outside content in: reads, cleans, tags.',
  family: 'data',
  icon: 'file-input',
  keywords: ['etl', 'pipeline', 'connector', 'crawler', 'sync', 'parser', 'ocr', 'loader', 'airflow', 'glue'],
  traits: ['ingests', 'orchestrates'],
  settings: {
    qualityGate: fact('Checks quality', 'Is content checked before it is used?', 'Data owner', { first: true }),
    sourceAllowList: fact('Known sources only', 'Does it take content from listed sources only?', 'Data owner', {
      first: true,
    }),
    secretScan: fact('Looks for secrets', 'Are passwords and keys removed from content?', 'Security', { first: true }),
    rightsFollow: fact(
      'Rights follow',
      'Does a right that is taken away at the source stop working here too?',
      'Data owner',
    ),
    hiddenTextRemoved,
    deletesToo: fact('Deletions follow', 'Does what is deleted at the source disappear here too?', 'Data owner', {
      first: true,
    }),
    ocr: option(
      'Reads scanned pages',
      { none: 'No', read: 'Text only', layout: 'With layout' },
      'none',
      'text documents until stated',
      { first: true },
    ),
    lineage: fact(
      'Versions recorded',
      'Is it recorded from which documents and settings each version of the content was made?',
      'Data owner',
    ),
    refreshHours: amount('Refreshed every', 'hours', {
      first: true,
      fact: true,
      question: 'How old may content be?',
      ask: 'Data owner',
    }),
    ...ingestionTime.fields,
    ...availabilityField(0.999, 'assumed: a batch service of our own'),
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
  },
  call: {
    pages: amount('Pages', 'pages', { first: true, ...assumed(20, 5, 60) }),
    resultTokens: amount('Result', 'tokens', { first: true, help: 'Without it: what the caller has in hand.' }),
  },
  place: 30,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => ingestionTime.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => {
    const seconds = quotient(ingestionTime.mean(settings), constant('ms per second', 1000))
    const price =
      settings.number('usdPerMachineHour') === undefined
        ? prices.find('compute.machine-hour', undefined)
        : settings.input('usdPerMachineHour')
    const machines = technology('machines', 'Machine time', product(quotient(seconds, secondsPerHour), price))
    const ocr = settings.text('ocr') ?? 'none'
    if (ocr === 'none') return [machines]
    return [
      machines,
      technology('pages', 'Pages read', product(call.input('pages'), prices.find(`document.${ocr}-page`, model))),
    ]
  },
  answers: addStatedResult,
})

const chunkerTime = ownTime(80, 250, 'assumed: splitting one document of 9,000 tokens in code', 20, 300)

export const chunker = defineKind({
  id: 'chunker',
  title: 'Chunker',
  summary: 'Splits documents into pieces that a search can find.',
  family: 'data',
  icon: 'scissors',
  keywords: ['split', 'chunk', 'parser', 'segmentation', 'unstructured', 'tokenizer', 'metadata'],
  traits: ['splits-documents'],
  settings: {
    chunkTokens: amount('Tokens per chunk', 'tokens', {
      first: true,
      ...published(400, 'assumed: common chunk size', 200, 800),
    }),
    overlapTokens: amount('Overlap', 'tokens', {
      first: true,
      ...published(40, 'assumed: a tenth of the chunk', 0, 100),
    }),
    keepsMetadata: fact(
      'Keeps source and rights',
      'Does each chunk keep its source and who may read it?',
      'Engineering',
      { first: true },
    ),
    ...chunkerTime.fields,
    ...availabilityField(0.999, 'assumed: code of our own'),
  },
  // After all that is read, before what is embedded.
  place: 32,
  time: ({ settings }) => chunkerTime.time(settings),
  answers: ({ settings, hand }) => {
    const chunk = settings.input('chunkTokens')
    const step = atLeast(constant('Least step', 1, 'tokens'), difference(chunk, settings.input('overlapTokens')))
    const pieces = quotient(tokensInHand(hand), step)
    const items = evaluate(pieces)
    return { type: 'replaces', hand: { tokens: items * chunk.value, items }, by: { items: pieces } }
  },
})
