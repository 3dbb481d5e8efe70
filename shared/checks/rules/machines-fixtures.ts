import type { Design } from '../../design/design.ts'
import {
  arrow,
  box,
  call,
  edited,
  miniDesign,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

/** People ask a model on own machines, a few times a day. */
const quiet: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-model'))),
    box('c-model', 'llm-self-hosted', { settings: { replicas: 4 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-model')],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 100, per: 'day' } }],
})
const asleep = edited(quiet, 'c-model', { settings: { autoscaled: true, leastReplicas: 0 } })
const cold = edited(edited(quiet, 'c-model', null), 'c-service', {
  kind: 'serverless-function',
  plans: undefined,
  settings: { coldShare: 0.1, coldStartMs: 3000 },
})

const promising = (design: Design, target: number): Design => ({
  ...design,
  requirements: [requirement('r-up', { metric: 'availability', is: '>=', target })],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'LAT-06',
    fails: asleep,
    alsoFails: [
      edited(quiet, 'c-model', { settings: { minReplicas: 0 } }),
      cold,
      // The service is busy, the model is asked once in a while.
      edited(
        edited(asleep, 'w-day', { arrivals: { rate: 20, per: 'second', peakFactor: 1 } }),
        'c-service',
        plan(call('a-service-model', { share: 0.001 })),
      ),
    ],
    passes: edited(asleep, 'c-model', { settings: { leastReplicas: 1 } }),
    alsoPasses: [
      quiet,
      edited(asleep, 'c-user', { kind: 'external-system' }),
      edited(asleep, 'a-user-service', { mode: 'async' }),
      edited(asleep, 'c-model', { settings: { minReplicas: 1 } }),
      edited(asleep, 'w-day', { arrivals: { rate: 20, per: 'second', peakFactor: 1 } }),
      edited(cold, 'c-service', { settings: { coldShare: 0.01 } }),
      edited(cold, 'c-service', { settings: { coldStartMs: 100 } }),
    ],
    quiet: [quiet],
    says: [
      [asleep, 'medium: Model sleeps'],
      [edited(asleep, 'c-model', { kind: 'ml-endpoint' }), 'low: Model sleeps'],
    ],
    repair: { on: 'c-model', change: { settings: { leastReplicas: 1 } } },
    unknown: { on: 'c-model', change: { settings: { leastReplicas: undefined } } },
  },
  {
    rule: 'CST-07',
    fails: quiet,
    alsoFails: [
      edited(quiet, 'c-model', { settings: { replicas: 1 } }),
      edited(quiet, 'c-model', { settings: undefined, product: 'meta/llama-3.1-8b' }),
      promising(quiet, 0.999),
      promising(edited(quiet, 'c-model', { settings: { replicas: 2 } }), 0.99),
    ],
    passes: edited(quiet, 'w-day', { arrivals: { rate: 30, per: 'second', peakFactor: 1 } }),
    alsoPasses: [
      edited(quiet, 'c-model', { settings: { autoscaled: true } }),
      edited(quiet, 'c-model', {
        product: 'meta/llama-3.3-70b',
        settings: { gpu: 'l40s', gpus: 1, precision: 'bf16' },
      }),
      promising(edited(quiet, 'c-model', { settings: { replicas: 2 } }), 0.999),
      edited(quiet, 'w-day', { arrivals: { rate: 0, per: 'day' } }),
      { ...quiet, workloads: [] },
      edited(quiet, 'c-model', { settings: undefined }),
    ],
    says: [
      [
        quiet,
        'medium: At the peak Model uses',
        'which cost $4.72k',
        'Run 1 replica of Model',
        '"replicas":1,"autoscaled":true',
      ],
      [
        edited(quiet, 'c-model', { settings: { replicas: 1 } }),
        'low: At the peak',
        'Share the GPUs of Model',
        'patch: none',
      ],
    ],
    repair: { on: 'c-model', change: { settings: { autoscaled: true } } },
  },
]
