import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { storming } from './endless-fixtures.ts'

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
    says: [
      [inverted, 'for Model, in 2 tries. ', 'Give up after 7.5', '"timeoutMs":7500'],
      [edited(inverted, 'a-service-model', { retries: 0 }), 'waits up to 20', 'for Model. '],
      // The pauses alone take longer than the caller waits.
      [edited(inverted, 'a-service-model', { backoffMs: 20_000 }), 'patch: none'],
    ],
    repair: { on: 'a-service-model', change: { timeoutMs: 5000 } },
  },
  {
    rule: 'REL-04',
    fails: repeating,
    passes: edited(repeating, 'c-mail', { settings: { idempotent: true } }),
    alsoPasses: [edited(repeating, 'c-mail', { settings: { effect: 'read' } })],
    says: [
      [repeating, 'medium: '],
      [edited(repeating, 'a-agent-mail', { does: ['pay'] }), 'high: '],
      [edited(repeating, 'a-agent-mail', { does: ['delete'] }), 'high: '],
    ],
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
      // Another rule's cause: the tries bring the callee down.
      edited(storming, 'a-service-score', { backoffMs: 0 }),
    ],
    repair: { on: 'a-service-index', change: { retries: 0 } },
    unknown: { on: 'a-service-index', change: { backoffMs: { unknown: true } } },
  },
]
