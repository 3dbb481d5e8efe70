import { amount } from './fields/declare-field.ts'
import { defineKind } from './kind.ts'
import { flatPriceField, flatPriceLines } from './parts/priced-lines.ts'
import { addStatedResult } from './parts/results.ts'

export const note = defineKind({
  id: 'note',
  title: 'Note',
  summary: 'A word on the canvas; nothing calls it and it calls nothing.',
  family: 'operations',
  icon: 'sticky-note',
  keywords: ['comment', 'text', 'sticky', 'label'],
  traits: ['only-words'],
  settings: {},
  place: 100,
  mode: 'offline',
})

export const unknown = defineKind({
  id: 'unknown',
  title: 'Unknown component',
  summary: 'A component of a kind that this version does not know; kept as it is.',
  family: 'operations',
  icon: 'circle-question-mark',
  keywords: [],
  traits: ['unknown-kind'],
  settings: {
    p50Ms: amount('Own time, median', 'ms', { first: true }),
    p95Ms: amount('Own time, 95th percentile', 'ms', { first: true }),
    ...flatPriceField,
  },
  call: { resultTokens: amount('Result', 'tokens', { first: true }) },
  place: 60,
  time: ({ settings }) => {
    const p50Ms = settings.number('p50Ms') ?? 0
    return {
      first: { p50Ms, p95Ms: Math.max(p50Ms, settings.number('p95Ms') ?? p50Ms), source: 'stated', confidence: 'C' },
    }
  },
  costPerMonth: ({ settings }) => flatPriceLines(settings),
  answers: addStatedResult,
})
