import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  action,
  arrow,
  box,
  call,
  data,
  edited,
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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'LAT-01',
    fails: hurried,
    passes: edited(hurried, 'r-full', { target: 60_000 }),
    alsoPasses: [edited(hurried, 'r-full', { metric: 'cost.month', aggregate: undefined, on: undefined, target: 1 })],
    repair: { on: 'r-full', change: null },
  },
  {
    rule: 'LAT-02',
    fails: untimed,
    alsoFails: [
      promising(undefined, 'cost.month'),
      promising(['a-service-model']),
      { ...searchService, context: { complete: ['latency'] } },
    ],
    passes: promising(['e-ask']),
    alsoPasses: [
      promising(['a-analyst-portal']),
      promising(undefined),
      edited(untimed, 'a-analyst-portal', { mode: 'async' }),
      { ...searchService, context: {} },
    ],
    repair: { on: 'a-analyst-portal', change: { mode: 'async' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'LAT-03',
    fails: silent,
    passes: asked,
    alsoPasses: [edited(silent, 'a-service-model', { call: { outputTokens: 200 } })],
    repair: { on: 'a-service-model', change: { mode: 'stream' } },
  },
  {
    rule: 'LAT-05',
    fails: scoring,
    passes: edited(scoring, 'c-lake', { settings: { p50Ms: 5, p95Ms: 20 } }),
    alsoPasses: [edited(scoring, 'r-fast', { target: 1001 }), edited(scoring, 'c-lake', { kind: 'cache' })],
    repair: { on: 'c-lake', change: null },
  },
]
