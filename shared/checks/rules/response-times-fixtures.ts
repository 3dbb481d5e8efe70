import type { Design, Workload } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  action,
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  miniDesign,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const asked: Design = { ...searchService, actions: [action('e-ask', 'a-analyst-portal', { input: { tokens: 60 } })] }
const hurried: Design = {
  ...asked,
  requirements: [
    requirement('r-full', { metric: 'latency.full', aggregate: 'p95', is: '<=', target: 1000, on: ['e-ask'] }),
  ],
}
const silent: Design = edited(edited(asked, 'a-service-model', { mode: 'sync' }), 'c-model', {
  settings: { pinned: true },
})
const scoring: Design = miniDesign({
  components: [
    box('c-shop', 'user'),
    box('c-scorer', 'orchestrator', plan(call('a-scorer-lake'))),
    box('c-lake', 'object-store', { holds: ['d-features'], settings: { p50Ms: 600, p95Ms: 900 } }),
  ],
  flows: [arrow('c-shop', 'c-scorer'), arrow('c-scorer', 'c-lake', { does: ['read'] })],
  data: [data('d-features', { classification: 'internal', personal: 'none' })],
  actions: [action('e-score', 'a-shop-scorer')],
  requirements: [
    requirement('r-fast', { metric: 'latency.full', aggregate: 'p95', is: '<=', target: 1000, on: ['e-score'] }),
  ],
})
const untimed: Design = { ...asked, context: { complete: ['latency'] } }
const promising = (on: readonly string[] | undefined, metric = 'latency.full'): Design => ({
  ...untimed,
  requirements: [requirement('r-full', { metric, is: '<=', target: 60_000, ...(on === undefined ? {} : { on }) })],
})

/** The same with a second question, of the index alone: the target speaks of that. */
const browsing: Design = {
  ...edited(hurried, 'r-full', { target: 1, on: ['e-look'] }),
  actions: [...(asked.actions ?? []), action('e-look', 'a-service-index')],
}
const impatient: Design = {
  ...silent,
  requirements: [requirement('r-first', { metric: 'latency.first', is: '<=', target: 1, on: ['e-ask'] })],
}
/** The model streams all the way: what it writes after its first words does not count for them. */
const streamed: Design = { ...asked, requirements: impatient.requirements ?? [] }
/** The model streams, and a guard judges its answer as a whole. */
const judged: Design = grown(
  edited(edited(impatient, 'c-service', plan(call('a-service-model'), call('a-service-guard'))), 'a-service-model', {
    mode: 'stream',
  }),
  [box('c-guard', 'guardrail')],
  [arrow('c-service', 'c-guard')],
)
/** An endpoint that is asked for more than it sustains, and two targets that are missed for it. */
const crowded: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-score'))),
    box('c-score', 'ml-endpoint', { settings: { workers: 1, replicas: 1, p50Ms: 100, p95Ms: 100 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-score')],
  actions: [action('e-ask', 'a-user-service')],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 20, per: 'second' } }],
  requirements: [
    requirement('r-full', { metric: 'latency.full', is: '<=', target: 900 }),
    requirement('r-first', { metric: 'latency.first', is: '<=', target: 900 }),
  ],
})
const recorded: Design = {
  ...edited(asked, 'a-service-index', { mode: 'async' }),
  requirements: [requirement('r-done', { metric: 'latency.done', is: '<=', target: 1, on: ['a-service-index'] })],
}
const twice = (design: Design): Design => ({
  ...design,
  requirements: (design.requirements ?? []).flatMap((each) => [each, { ...each, id: `${each.id}-2` }]),
})
/** Nobody orchestrates: the channel asks the model itself. */
const direct: Design = miniDesign({
  components: [box('c-user', 'user'), box('c-chat', 'client', plan(call('a-chat-model'))), box('c-model', 'llm-api')],
  flows: [arrow('c-user', 'c-chat'), arrow('c-chat', 'c-model', { mode: 'sync', call: { outputTokens: 900 } })],
  actions: [action('e-ask', 'a-user-chat')],
})

/** An answer that comes within hours, along a call that a person waits for. */
const late: Design = edited(asked, 'a-service-model', { call: { serviceTier: 'batch' } })
const lateFor = (arrivals: Workload['arrivals']): Design => ({
  ...late,
  workloads: [{ id: 'w-asked', name: 'Asked', mix: { 'e-ask': 1 }, arrivals }],
})
const overnight = { items: 500, every: 'day', withinHours: 24 } as const
/** Another system asks a vendor's model directly. */
const feeding: Design = miniDesign({
  components: [box('c-feed', 'external-system'), box('c-model', 'llm-api', { settings: { serviceTier: 'batch' } })],
  flows: [arrow('c-feed', 'c-model')],
  actions: [action('e-feed', 'a-feed-model')],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'LAT-01',
    fails: hurried,
    passes: edited(hurried, 'r-full', { target: 60_000 }),
    alsoPasses: [
      edited(hurried, 'r-full', { metric: 'cost.month', aggregate: undefined, on: undefined, target: 1 }),
      edited(hurried, 'r-full', { during: ['p-later'] }),
    ],
    says: [
      [hurried, 'high: ', 'is Model with', '(96 %). Shorten Model: ', 'valueMs 9', 'c-index r-full'],
      [edited(hurried, 'r-full', { priority: 'should' }), 'medium: '],
      [browsing, 'is Index with', '(100 %). Shorten Index: '],
      [twice(hurried), '2 in all'],
      [
        crowded,
        '1 in all',
        'no time to state. Shorten the longest step',
        'facts: \n',
        'elements: c-score e-ask r-full r-first',
      ],
      [edited(silent, 'x-design', { requirements: hurried.requirements }), '(96 %). Shorten Model: '],
      [impatient, 'waits for the whole answer of Model. Stream the answer from Model to Service'],
      [twice(impatient), '1 in all'],
      [
        streamed,
        'biggest part is Model with 909\u202fms on average (76 %)',
        'Shorten Model: a faster model or product, a shorter prompt',
      ],
      [judged, 'Let Guard pass the answer on in judged parts'],
      [recorded, 'ms. Shorten the longest step', 'elements: a-service-index e-ask r-done'],
    ],
    repair: { on: 'r-full', change: null },
  },
  {
    rule: 'LAT-02',
    fails: untimed,
    alsoFails: [
      promising(undefined, 'cost.month'),
      promising(['a-service-model']),
      edited(promising(undefined), 'r-full', { where: 'name = Elsewhere' }),
      { ...searchService, context: { complete: ['latency'] } },
    ],
    passes: promising(['e-ask']),
    alsoPasses: [
      promising(['a-analyst-portal']),
      promising(undefined),
      edited(untimed, 'a-analyst-portal', { mode: 'async' }),
      { ...searchService, context: {} },
    ],
    says: [
      [untimed, 'Draft a target of 8 s', 'time-e-ask', 'elements: a-analyst-portal e-ask'],
      [edited(promising(['e-ask'], 'availability'), 'r-full', { id: 'time-e-ask' }), 'patch: none'],
    ],
    asks: [
      [
        { ...searchService, requirements: [requirement('r-cost', { metric: 'cost.month', is: '<=', target: 9 })] },
        'may wait',
      ],
    ],
    repair: { on: 'a-analyst-portal', change: { mode: 'async' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'LAT-03',
    fails: silent,
    passes: asked,
    alsoPasses: [
      edited(silent, 'a-service-model', { call: { outputTokens: 200 } }),
      edited(silent, 'c-analyst', { kind: 'external-system' }),
      { ...silent, actions: [action('e-night', 'c-service')] },
      direct,
    ],
    says: [
      [judged, 'Guard holds it back.', 'elements: c-model c-service a-service-guard a-service-model'],
      [silent, '1 in all', 'Model holds it back.', 'elements: c-model c-service a-service-model'],
      [
        { ...silent, actions: [action('e-ask', 'a-analyst-portal'), action('e-again', 'a-analyst-portal')] },
        '1 in all',
      ],
    ],
    repair: { on: 'a-service-model', change: { mode: 'stream' } },
  },
  {
    rule: 'LAT-05',
    fails: scoring,
    passes: edited(scoring, 'c-lake', { settings: { p50Ms: 5, p95Ms: 20 } }),
    alsoPasses: [edited(scoring, 'r-fast', { target: 1001 }), edited(scoring, 'c-lake', { kind: 'cache' })],
    repair: { on: 'c-lake', change: null },
  },
  {
    rule: 'LAT-08',
    fails: late,
    alsoFails: [
      edited(asked, 'c-model', { settings: { serviceTier: 'batch' } }),
      edited(asked, 'a-service-model', { call: { batch: true } }),
      edited(asked, 'c-service', plan(call('a-service-model', { with: { serviceTier: 'batch' } }))),
      lateFor({ rate: 10, per: 'day' }),
      {
        ...late,
        workloads: [
          ...(lateFor(overnight).workloads ?? []),
          { id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 10, per: 'day' } },
        ],
      },
      feeding,
      { ...feeding, workloads: [{ id: 'w', name: 'W', mix: { 'e-other': 1 }, arrivals: overnight }] },
    ],
    passes: edited(late, 'a-service-model', { call: { serviceTier: 'standard' } }),
    alsoPasses: [
      asked,
      edited(late, 'a-service-model', { call: { serviceTier: 'flex' } }),
      edited(late, 'a-service-model', { mode: 'async' }),
      edited(late, 'c-model', { kind: 'llm-self-hosted' }),
      edited(feeding, 'a-feed-model', { mode: 'async' }),
      { ...feeding, actions: [action('e-run', 'c-model')] },
    ],
    quiet: [
      lateFor(overnight),
      edited(edited(asked, 'a-service-model', { call: { serviceTier: { unknown: true } } }), 'c-model', {
        kind: 'llm-self-hosted',
      }),
    ],
    says: [
      [late, 'Service asks Model in the batch tier', 'Take the standard tier'],
      [{ ...late, actions: [...(late.actions ?? []), action('e-again', 'a-analyst-portal')] }, '1 in all'],
    ],
    asks: [
      [
        edited(asked, 'a-service-model', { call: { serviceTier: { unknown: true } } }),
        'Does Service ask Model at once, or in the batch tier?',
      ],
    ],
    repair: { on: 'a-service-model', change: { call: { serviceTier: 'standard' } } },
    unknown: { on: 'a-service-model', change: { call: { serviceTier: { unknown: true } } } },
  },
]
