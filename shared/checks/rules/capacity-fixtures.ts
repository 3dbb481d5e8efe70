import type { Design } from '../../design/design.ts'
import { arrow, box, call, edited, miniDesign, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-08',
    fails: busy,
    passes: edited(busy, 'w-day', { arrivals: { rate: 20, per: 'day' } }),
    repair: { on: 'c-model', change: { settings: { quotaTokensPerMinute: 2_000_000 } } },
    unknown: { on: 'c-model', change: { settings: { quotaTokensPerMinute: { unknown: true } } } },
    // Nobody has said how often: a quota would be compared with nothing.
    quiet: [{ ...edited(busy, 'c-model', { settings: { quotaTokensPerMinute: undefined } }), workloads: [] }],
  },
  {
    rule: 'REL-20',
    fails: rushed,
    alsoFails: [edited(rushed, 'a-user-service', { mode: 'async' })],
    passes: queued,
    alsoPasses: [
      edited(rushed, 'c-nightly', plan({ steps: [call('a-nightly-model')], times: 9, atOnce: 2 })),
      edited(rushed, 'w-night', null),
      edited(rushed, 'c-model', { kind: 'llm-api' }),
      edited(rushed, 'c-model', { kind: 'ml-endpoint' }),
    ],
    repair: { on: 'c-model', change: { kind: 'llm-api' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'REL-16',
    fails: tight,
    passes: edited(tight, 'w-day', { arrivals: { rate: 5, per: 'second', peakFactor: 1 } }),
    repair: { on: 'c-score', change: { settings: { autoscaled: true } } },
  },
  {
    rule: 'REL-17',
    fails: tooLarge,
    passes: edited(tooLarge, 'c-model', { settings: { gpu: 'h100', gpus: 4 } }),
    repair: { on: 'c-model', change: { settings: { gpus: 4, precision: 'fp8' } } },
  },
]
