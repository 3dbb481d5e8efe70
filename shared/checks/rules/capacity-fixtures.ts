import type { Design } from '../../design/design.ts'
import { storming } from './endless-fixtures.ts'
import {
  arrow,
  box,
  call,
  edited,
  grown,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const busy: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-model'))),
    box('c-model', 'llm-api', { settings: { quotaTokensPerMinute: 2000 } }),
  ],
  flows: [
    arrow('c-user', 'c-service'),
    arrow('c-service', 'c-model', { call: { instructionTokens: 1000, outputTokens: 500 } }),
  ],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service', input: { tokens: 100 } }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 20_000, per: 'day', peakFactor: 4 } }],
})

/** Every night a batch is sent to a model on own machines that people ask too. */
const rushed: Design = miniDesign({
  context: { complete: ['reliability'] },
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-model'))),
    box('c-nightly', 'orchestrator', plan(call('a-nightly-model'))),
    box('c-model', 'llm-self-hosted'),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-model'), arrow('c-nightly', 'c-model')],
  actions: [
    { id: 'e-ask', name: 'Ask', starts: 'a-user-service' },
    { id: 'e-night', name: 'Night run', starts: 'c-nightly' },
  ],
  workloads: [
    { id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 100, per: 'day' } },
    { id: 'w-night', name: 'Night', mix: { 'e-night': 1 }, arrivals: { items: 500, every: 'day', withinHours: 6 } },
  ],
})
/** People's question goes to the index first. */
const searching: Design = edited(
  grown(rushed, [box('c-index', 'vector-store')], [arrow('c-service', 'c-index')]),
  'c-service',
  plan(call('a-service-index'), call('a-service-model')),
)
/** The batch reaches two models. */
const two: Design = edited(
  grown(rushed, [box('c-archive', 'llm-self-hosted')], [arrow('c-nightly', 'c-archive')]),
  'c-nightly',
  plan(call('a-nightly-model'), call('a-nightly-archive')),
)
const queued: Design = {
  ...rushed,
  components: [
    ...(rushed.components ?? []).filter(({ id }) => id !== 'c-nightly'),
    box('c-nightly', 'orchestrator', plan(call('a-nightly-queue'))),
    box('c-queue', 'queue'),
    box('c-worker', 'orchestrator', plan(call('a-worker-model'))),
  ],
  flows: [
    arrow('c-user', 'c-service'),
    arrow('c-service', 'c-model'),
    arrow('c-nightly', 'c-queue'),
    arrow('c-queue', 'c-worker'),
    arrow('c-worker', 'c-model'),
  ],
}

/** An endpoint that sustains 10 calls a second and is asked for 7.5 at the peak. */
const tight: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-score'))),
    box('c-score', 'ml-endpoint', { settings: { workers: 1, replicas: 1, p50Ms: 100, p95Ms: 100 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-score')],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 7.5, per: 'second', peakFactor: 1 } }],
})
/** One person reads each answer: 50 cases in a day of 8 hours. */
const read: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-readers'))),
    box('c-readers', 'human-review', { settings: { reviewers: 1, hoursPerDay: 8 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-readers', { call: { minutes: 7 } })],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 50, per: 'day', peakFactor: 1 } }],
})
const tooLarge: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-model'))),
    box('c-model', 'llm-self-hosted', {
      product: 'meta/llama-3.3-70b',
      settings: { gpu: 'l40s', gpus: 1, precision: 'bf16' },
    }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-model')],
})
/** The weights fit; a call of this length does not fit beside them. */
const long: Design = edited(
  edited(tooLarge, 'c-model', { product: 'meta/llama-3.1-8b', settings: { gpu: 'l4' } }),
  'a-service-model',
  { call: { instructionTokens: 60_000 } },
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-08',
    fails: busy,
    passes: edited(busy, 'w-day', { arrivals: { rate: 20, per: 'day' } }),
    repair: { on: 'c-model', change: { settings: { quotaTokensPerMinute: 2_000_000 } } },
    unknown: { on: 'c-model', change: { settings: { quotaTokensPerMinute: { unknown: true } } } },
    // Nobody has said how often: a quota would be compared with nothing.
    quiet: [
      { ...edited(busy, 'c-model', { settings: { quotaTokensPerMinute: undefined } }), workloads: [] },
      edited(busy, 'w-day', { arrivals: { rate: 20, per: 'day' } }),
      storming,
    ],
    says: [
      [busy, 'high: At the peak Model gets', '% of what it can take (', 'utilisation 44'],
      [
        edited(tight, 'w-day', { arrivals: { rate: 9, per: 'second', peakFactor: 1 } }),
        'medium: At the peak Score gets 9',
      ],
    ],
    asks: [[edited(busy, 'c-model', { settings: { quotaTokensPerMinute: undefined } }), 'Model: ']],
  },
  {
    rule: 'REL-20',
    fails: rushed,
    alsoFails: [edited(rushed, 'a-user-service', { mode: 'async' })],
    passes: queued,
    alsoPasses: [
      // What waits in the queue already is held back by it.
      {
        ...queued,
        actions: [...(rushed.actions ?? []).slice(0, 1), { id: 'e-night', name: 'Night run', starts: 'c-queue' }],
      },
      edited(rushed, 'c-nightly', plan({ steps: [call('a-nightly-model')], times: 9, atOnce: 2 })),
      edited(rushed, 'w-night', null),
      edited(rushed, 'c-model', { kind: 'llm-api' }),
      edited(rushed, 'c-model', { kind: 'ml-endpoint' }),
    ],
    says: [
      [rushed, 'medium: A batch', ', and "Ask" waits for the same machines.'],
      [edited(searching, 'c-model', {}), 'medium: A batch', ', and "Ask" waits'],
      [edited(rushed, 'a-user-service', { mode: 'async' }), 'low: A batch', 'stands in between. '],
    ],
    asks: [[{ ...two, context: {} }, 'before Archive and Model when']],
    repair: { on: 'c-model', change: { kind: 'llm-api' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'REL-16',
    fails: tight,
    passes: edited(tight, 'w-day', { arrivals: { rate: 5, per: 'second', peakFactor: 1 } }),
    alsoPasses: [edited(tight, 'w-day', { arrivals: { rate: 9, per: 'second', peakFactor: 1 } })],
    says: [
      [tight, 'Score is full at 1.33 times the peak', 'Raise the capacity or quota of Score'],
      [read, 'Plan more people for Readers'],
    ],
    repair: { on: 'c-score', change: { settings: { autoscaled: true } } },
  },
  {
    rule: 'REL-17',
    fails: tooLarge,
    passes: edited(tooLarge, 'c-model', { settings: { gpu: 'h100', gpus: 4 } }),
    says: [
      [tooLarge, 'GB; the GPUs of Model have 45 GB.'],
      [long, 'one call does not fit beside them'],
    ],
    repair: { on: 'c-model', change: { settings: { gpus: 4, precision: 'fp8' } } },
  },
]
