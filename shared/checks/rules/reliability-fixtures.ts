import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
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

const reliable = { context: { complete: ['reliability'] } }
const single: Design = { ...searchService, ...reliable }
const withSpare: Design = edited(
  {
    ...single,
    components: [...(single.components ?? []), box('c-spare', 'llm-self-hosted', { in: 'b-platform' })],
    flows: [...(single.flows ?? []), arrow('c-service', 'c-spare', { timeoutMs: 9000 })],
  },
  'c-service',
  plan(
    call('a-service-embedder'),
    call('a-service-index'),
    call('a-service-model', { orElse: [call('a-service-spare')] }),
  ),
)
const waiting: Design = {
  ...single,
  flows: (single.flows ?? []).map((flow) => {
    const { timeoutMs: _, ...rest } = flow
    return rest
  }),
}
const inverted = edited(edited(searchService, 'a-portal-service', { timeoutMs: 15_000 }), 'a-service-model', {
  retries: 1,
})
const repeating = edited(edited(mailingAgent, 'a-agent-mail', { retries: 2 }), 'c-mail', {
  settings: { idempotent: false },
})
const promised: Design = {
  ...edited(searchService, 'c-service', { settings: { replicas: 1, zones: 1 } }),
  requirements: [requirement('r-up', { metric: 'availability', is: '>=', target: 0.999 })],
}
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

/** An endpoint at 85 % of what it sustains, whose callers try four times. */
const storming: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-score'))),
    box('c-score', 'ml-endpoint', { settings: { workers: 1, replicas: 1, p50Ms: 100, p95Ms: 400 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-score', { timeoutMs: 500, retries: 3 })],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 6, per: 'second', peakFactor: 1 } }],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-01',
    fails: single,
    passes: withSpare,
    repair: { on: 'c-model', change: { kind: 'llm-self-hosted' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'REL-02',
    fails: waiting,
    passes: single,
    repair: { on: 'a-service-model', change: { timeoutMs: 30_000 } },
    unknown: { on: 'a-service-model', change: { timeoutMs: { unknown: true } } },
  },
  {
    rule: 'REL-03',
    fails: inverted,
    passes: edited(inverted, 'a-portal-service', { timeoutMs: 45_000 }),
    repair: { on: 'a-service-model', change: { timeoutMs: 5000 } },
  },
  {
    rule: 'REL-04',
    fails: repeating,
    passes: edited(repeating, 'c-mail', { settings: { idempotent: true } }),
    repair: { on: 'a-agent-mail', change: { retries: 0 } },
    unknown: { on: 'c-mail', change: { settings: { idempotent: { unknown: true } } } },
  },
  {
    rule: 'REL-07',
    fails: promised,
    passes: edited(promised, 'r-up', { target: 0.99 }),
    repair: { on: 'c-service', change: { settings: { replicas: 2, zones: 2 } } },
  },
  {
    rule: 'REL-08',
    fails: busy,
    passes: edited(busy, 'w-day', { arrivals: { rate: 20, per: 'day' } }),
    repair: { on: 'c-model', change: { settings: { quotaTokensPerMinute: 2_000_000 } } },
    unknown: { on: 'c-model', change: { settings: { quotaTokensPerMinute: { unknown: true } } } },
  },
  {
    rule: 'REL-15',
    fails: storming,
    passes: edited(storming, 'w-day', { arrivals: { rate: 2, per: 'second', peakFactor: 1 } }),
    repair: { on: 'a-service-score', change: { retries: 0 } },
  },
]
