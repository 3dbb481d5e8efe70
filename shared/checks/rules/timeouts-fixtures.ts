import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, miniDesign, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const single: Design = { ...searchService, context: { complete: ['reliability'] } }
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
/** The service is waited for along another arrow only. */
const elsewhere: Design = { ...inverted, flows: [...(inverted.flows ?? []), arrow('c-analyst', 'c-service')] }
/** Tries without a pause that bring the callee down: another rule's cause. */
const storming = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-score'))),
    box('c-score', 'ml-endpoint', { settings: { workers: 1, replicas: 1, p50Ms: 100, p95Ms: 400 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-score', { timeoutMs: 500, retries: 3, backoffMs: 0 })],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 6, per: 'second', peakFactor: 1 } }],
})
const hammering = edited(searchService, 'a-service-index', { retries: 3, backoffMs: 0 })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-02',
    fails: waiting,
    alsoFails: [edited(single, 'a-service-model', { timeoutMs: 0 })],
    passes: single,
    alsoPasses: [edited(waiting, 'a-service-model', { mode: 'async' })],
    repair: { on: 'a-service-model', change: { timeoutMs: 30_000 } },
    unknown: { on: 'a-service-model', change: { timeoutMs: { unknown: true } } },
  },
  {
    rule: 'REL-03',
    fails: inverted,
    alsoFails: [
      edited(edited(searchService, 'a-portal-service', { timeoutMs: 40_500 }), 'a-service-model', {
        retries: 1,
        backoffMs: 1000,
      }),
    ],
    passes: edited(inverted, 'a-portal-service', { timeoutMs: 45_000 }),
    alsoPasses: [
      edited(inverted, 'a-portal-service', { timeoutMs: 40_000 }),
      edited(elsewhere, 'a-portal-service', { mode: 'async' }),
      edited(elsewhere, 'a-portal-service', { mode: 'offline' }),
    ],
    repair: { on: 'a-service-model', change: { timeoutMs: 5000 } },
  },
  {
    rule: 'REL-04',
    fails: repeating,
    passes: edited(repeating, 'c-mail', { settings: { idempotent: true } }),
    alsoPasses: [edited(repeating, 'c-mail', { settings: { effect: 'read' } })],
    repair: { on: 'a-agent-mail', change: { retries: 0 } },
    unknown: { on: 'c-mail', change: { settings: { idempotent: { unknown: true } } } },
  },
  {
    rule: 'REL-19',
    fails: hammering,
    alsoFails: [
      { ...edited(hammering, 'a-service-index', { backoffMs: undefined }), context: { complete: ['reliability'] } },
    ],
    passes: edited(hammering, 'a-service-index', { backoffMs: 200 }),
    alsoPasses: [
      edited(hammering, 'a-service-index', { retries: 1 }),
      edited(hammering, 'a-service-index', { mode: 'offline' }),
      storming,
    ],
    repair: { on: 'a-service-index', change: { retries: 0 } },
    unknown: { on: 'a-service-index', change: { backoffMs: { unknown: true } } },
  },
]
