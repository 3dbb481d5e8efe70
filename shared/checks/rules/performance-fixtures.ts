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
const dear: Design = miniDesign({
  context: { monthlyBudgetUsd: 9000 },
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', { settings: { replicas: 1 }, ...plan(call('a-service-model')) }),
    box('c-model', 'llm-api', { settings: { usdPerMInput: 1000, usdPerMOutput: 1000 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-model')],
})
const endless: Design = edited({ ...searchService, context: { complete: ['cost'] } }, 'a-service-model', {
  call: { maxOutputTokens: 0 },
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'LAT-01',
    fails: hurried,
    passes: edited(hurried, 'r-full', { target: 60_000 }),
    repair: { on: 'r-full', change: null },
  },
  {
    rule: 'LAT-03',
    fails: silent,
    passes: asked,
    repair: { on: 'a-service-model', change: { mode: 'stream' } },
  },
  {
    rule: 'LAT-05',
    fails: scoring,
    passes: edited(scoring, 'c-lake', { settings: { p50Ms: 5, p95Ms: 20 } }),
    repair: { on: 'c-lake', change: null },
  },
  {
    rule: 'CST-02',
    fails: dear,
    passes: edited(dear, 'x-design', { context: { monthlyBudgetUsd: 1e12 } }),
    repair: { on: 'c-model', change: null },
  },
  {
    rule: 'CST-05',
    fails: endless,
    passes: searchService,
    repair: { on: 'a-service-model', change: { call: { maxOutputTokens: 700 } } },
    unknown: { on: 'a-service-model', change: { call: { maxOutputTokens: { unknown: true } } } },
  },
]
