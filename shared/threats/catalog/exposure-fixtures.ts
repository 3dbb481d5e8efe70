import type { Design } from '../../design/design.ts'
import { areas, mailingAgent, searchService } from '../../findings/testing/bases.ts'
import {
  arrow,
  box,
  call,
  data,
  edited,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const open: Design = miniDesign({
  context: { complete: ['cost'] },
  boundaries: areas,
  components: [
    box('c-visitor', 'user', { in: 'b-internet' }),
    box('c-gateway', 'api-gateway', { in: 'b-platform', ...plan(call('a-gateway-model')) }),
    box('c-model', 'llm-self-hosted', { in: 'b-platform' }),
  ],
  flows: [arrow('c-visitor', 'c-gateway', { request: { data: ['d-message'] } }), arrow('c-gateway', 'c-model')],
  data: [data('d-message', { writers: 'anyone' })],
})
const clear = edited(searchService, 'a-service-model', { encrypted: false })
const reachable: Design = miniDesign({
  boundaries: areas,
  components: [
    box('c-browser', 'client', { in: 'b-internet' }),
    box('c-records', 'relational-db', {
      in: 'b-platform',
      holds: ['d-order'],
      settings: { encryptedAtRest: true, retentionDays: 30 },
    }),
  ],
  flows: [arrow('c-browser', 'c-records', { does: ['read'], authentication: 'key' })],
  data: [data('d-order', { writers: 'system', classification: 'confidential', personal: 'none' })],
})
const plain = edited(searchService, 'c-index', { settings: { encryptedAtRest: false } })
const unlogged: Design = { ...mailingAgent, context: { complete: ['monitoring'] } }

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'DOS-01',
    fails: open,
    passes: edited(open, 'd-message', { writers: 'staff' }),
    repair: { on: 'c-gateway', change: { settings: { rateLimitPerMinute: 30 } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'INF-01',
    fails: clear,
    passes: searchService,
    repair: { on: 'a-service-model', change: { encrypted: true } },
    unknown: { on: 'a-service-model', change: { encrypted: { unknown: true } } },
  },
  {
    rule: 'INF-02',
    fails: reachable,
    alsoFails: [edited(reachable, 'c-records', { kind: 'llm-self-hosted', settings: undefined })],
    passes: edited(reachable, 'd-order', { classification: 'public' }),
    alsoPasses: [
      edited(reachable, 'c-records', { kind: 'orchestrator', settings: undefined }),
      edited(reachable, 'a-browser-records', { mode: 'offline' }),
    ],
    repair: { on: 'c-browser', change: { in: 'b-platform' } },
  },
  {
    rule: 'INF-03',
    fails: plain,
    passes: edited(plain, 'd-documents', { classification: 'public' }),
    repair: { on: 'c-index', change: { settings: { encryptedAtRest: true } } },
    unknown: { on: 'c-index', change: { settings: { encryptedAtRest: { unknown: true } } } },
  },
  {
    rule: 'OBS-01',
    fails: unlogged,
    passes: {
      ...edited(unlogged, 'c-agent', plan(call('a-agent-model'), call('a-agent-mail'), call('a-agent-traces'))),
      components: [...(unlogged.components ?? []), box('c-traces', 'observability', { in: 'b-platform' })],
      flows: [...(unlogged.flows ?? []), arrow('c-agent', 'c-traces')],
    },
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
