import type { Design } from '../../design/design.ts'
import { arrow, box, call, edited, miniDesign, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

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
