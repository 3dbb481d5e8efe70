import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, miniDesign, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** A dear model sorts messages into classes. */
const sorting: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-model'))),
    box('c-model', 'llm-api', { settings: { usdPerMInput: 3, usdPerMOutput: 15 } }),
  ],
  flows: [
    arrow('c-user', 'c-service'),
    arrow('c-service', 'c-model', { call: { job: 'classify', instructionTokens: 4000, outputTokens: 20 } }),
  ],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 40_000, per: 'day' } }],
})

const stuffed = edited(edited(searchService, 'c-model', { settings: { contextTokens: 10_000 } }), 'a-service-model', {
  call: { inputTokens: 7000 },
})
const unranked = edited(searchService, 'a-service-index', { call: { topK: 40 } })
const withRanker: Design = {
  ...unranked,
  components: [...(unranked.components ?? []), box('c-ranker', 'reranker', { in: 'b-platform' })],
  flows: [...(unranked.flows ?? []), arrow('c-service', 'c-ranker')],
}
const ranked = edited(
  withRanker,
  'c-service',
  plan(call('a-service-embedder'), call('a-service-index'), call('a-service-ranker'), call('a-service-model')),
)

/** Every night a service lets a vendor's model read the day's documents. */
const nightly: Design = miniDesign({
  components: [box('c-nightly', 'orchestrator', plan(call('a-nightly-model'))), box('c-model', 'llm-api')],
  flows: [arrow('c-nightly', 'c-model')],
  actions: [{ id: 'e-night', name: 'Night run', starts: 'c-nightly' }],
  workloads: [
    { id: 'w-night', name: 'Night', mix: { 'e-night': 1 }, arrivals: { items: 500, every: 'day', withinHours: 24 } },
  ],
})
const askedToo: Design = {
  ...nightly,
  components: [...(nightly.components ?? []), box('c-user', 'user')],
  flows: [...(nightly.flows ?? []), arrow('c-user', 'c-nightly')],
  actions: [...(nightly.actions ?? []), { id: 'e-ask', name: 'Ask', starts: 'a-user-nightly' }],
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'CST-03',
    fails: sorting,
    alsoFails: [edited(sorting, 'a-service-model', { call: { job: 'route' } })],
    passes: edited(sorting, 'a-service-model', { call: { job: 'answer' } }),
    alsoPasses: [
      edited(sorting, 'c-model', { settings: { usdPerMInput: 0.5, usdPerMOutput: 2 } }),
      edited(sorting, 'c-model', { kind: 'llm-self-hosted', settings: undefined }),
      edited(sorting, 'w-day', { arrivals: { rate: 1, per: 'month' } }),
    ],
    says: [[sorting, '(sort']],
    asks: [
      [
        edited(sorting, 'a-service-model', { call: { job: { unknown: true }, outputTokens: 500 } }),
        'What does Service ask',
      ],
    ],
    quiet: [
      edited(sorting, 'a-service-model', { call: { job: undefined, outputTokens: 500 } }),
      edited(sorting, 'a-service-model', { call: { job: 'answer' } }),
    ],
    repair: { on: 'a-service-model', change: { call: { job: 'plan' } } },
    unknown: { on: 'a-service-model', change: { call: { job: undefined } } },
  },
  {
    rule: 'CST-06',
    fails: stuffed,
    alsoFails: [unranked],
    passes: edited(stuffed, 'a-service-model', { call: { inputTokens: 4000 } }),
    alsoPasses: [
      edited(stuffed, 'a-service-model', { call: { inputTokens: 12_000 } }),
      edited(unranked, 'a-service-index', { call: { topK: 20 } }),
      edited(unranked, 'a-service-index', { does: ['write'] }),
      edited(unranked, 'c-model', { kind: 'embedding' }),
      ranked,
    ],
    repair: { on: 'a-service-model', change: { call: { inputTokens: 3000 } } },
  },
  {
    rule: 'CST-12',
    fails: nightly,
    passes: edited(nightly, 'a-nightly-model', { call: { serviceTier: 'batch' } }),
    alsoPasses: [
      edited(nightly, 'c-model', { settings: { serviceTier: 'standard' } }),
      edited(nightly, 'c-model', { kind: 'llm-self-hosted' }),
      edited(nightly, 'c-model', { kind: 'reranker' }),
      edited(nightly, 'w-night', { arrivals: { withinHours: 6 } }),
      edited(nightly, 'a-nightly-model', { mode: 'async' }),
      askedToo,
    ],
    repair: { on: 'a-nightly-model', change: { call: { serviceTier: 'batch' } } },
  },
]
