import type { Design, Writers } from '../../design/design.ts'
import { areas, mailingAgent, searchService } from '../../findings/testing/bases.ts'
import {
  arrow,
  box,
  call,
  data,
  edited,
  grown,
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
/** A vendor passes what anyone wrote on to its log, called by the model. */
const calledByModel: Design = {
  ...grown(
    open,
    [box('c-vendor', 'external-system', { in: 'b-internet' }), box('c-log', 'observability')],
    [arrow('c-model', 'c-vendor'), arrow('c-vendor', 'c-log', { request: { data: ['d-news'] } })],
  ),
  data: [data('d-message', { writers: 'staff' }), data('d-news', { writers: 'anyone' })],
}
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
/** Encryption is not stated, but follows from the protocol. */
const spoken = (protocol: string): Design =>
  edited(searchService, 'a-service-model', { encrypted: undefined, protocol })
const clearToEmbedder = edited(searchService, 'a-service-embedder', { encrypted: false })
/** A model of a vendor calls a store of ours by itself, with these people's words among others; so does a job of ours. */
const called = (writers: Writers): Design => ({
  ...grown(
    edited(edited(reachable, 'c-browser', { kind: 'llm-api' }), 'a-browser-records', {
      request: { data: ['d-mix', 'd-order'] },
    }),
    [box('c-job', 'orchestrator', { in: 'b-platform' })],
    [arrow('c-job', 'c-records')],
  ),
  data: [
    ...(reachable.data ?? []),
    data('d-words', { writers }),
    data('d-mix', { derivedFrom: ['d-order', 'd-words'] }),
  ],
})
const withPublic: Design = {
  ...edited(reachable, 'c-records', { holds: ['d-order', 'd-catalogue'] }),
  data: [...(reachable.data ?? []), data('d-catalogue', { classification: 'public', personal: 'none' })],
}
/** Nobody knows the class of what is derived, but that of what it is made of. */
const derived: Design = {
  ...reachable,
  data: [
    data('d-order', { classification: { unknown: true }, derivedFrom: ['d-raw'] }),
    data('d-raw', { classification: 'confidential' }),
  ],
}
const limitedBehind = grown(
  edited(open, 'c-gateway', plan(call('a-gateway-edge'), call('a-gateway-model'))),
  [box('c-edge', 'api-gateway', { in: 'b-platform', settings: { rateLimitPerMinute: 30 } })],
  [arrow('c-gateway', 'c-edge')],
)
const written = edited(edited(plain, 'c-index', { holds: undefined }), 'a-service-index', {
  does: ['write'],
  request: { data: ['d-chunks'] },
})
const unlogged: Design = { ...mailingAgent, context: { complete: ['monitoring'] } }

const logging = (...callers: readonly string[]): Design =>
  grown(
    edited(unlogged, 'c-agent', { plans: undefined }),
    [
      box('c-traces', 'observability', { in: 'b-platform' }),
      box('c-archive', 'tool', { in: 'b-platform', settings: { effect: 'write', egress: 'none' } }),
    ],
    [arrow('c-agent', 'c-archive'), ...callers.map((caller) => arrow(caller, 'c-traces'))],
  )

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'DOS-01',
    fails: open,
    passes: edited(open, 'd-message', { writers: 'staff' }),
    alsoPasses: [limitedBehind, calledByModel],
    repair: { on: 'c-gateway', change: { settings: { rateLimitPerMinute: 30 } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
    says: [
      [open, 'Visitor can call Model as often as Gateway lets through', 'Allow 60 a minute', 'rate-limit at c-gateway'],
    ],
    asks: [[edited(open, 'x-design', { context: { complete: [] } }), 'Gateway: how many calls a minute']],
  },
  {
    rule: 'INF-01',
    fails: clear,
    alsoFails: [edited(clear, 'b-vendor', { organisation: 'client', network: 'private' }), spoken('http')],
    passes: searchService,
    alsoPasses: [
      edited(clear, 'c-model', { in: 'b-platform' }),
      edited(clearToEmbedder, 'd-question', { classification: 'public' }),
    ],
    quiet: [spoken('https')],
    says: [[clear, 'carries Answer, Chunks and Question']],
    asks: [[clear], [spoken('gopher'), 'Is Service to Model encrypted']],
    repair: { on: 'a-service-model', change: { encrypted: true } },
    unknown: { on: 'a-service-model', change: { encrypted: { unknown: true } } },
  },
  {
    rule: 'INF-02',
    fails: reachable,
    alsoFails: [
      edited(reachable, 'd-order', { classification: undefined }),
      derived,
      edited(reachable, 'c-records', { kind: 'llm-self-hosted', settings: undefined }),
      withPublic,
      called('anyone'),
    ],
    passes: edited(reachable, 'd-order', { classification: 'public' }),
    alsoPasses: [
      edited(reachable, 'c-records', { kind: 'orchestrator', settings: undefined }),
      edited(reachable, 'a-browser-records', { mode: 'offline' }),
      edited(reachable, 'b-internet', { network: 'isolated' }),
      edited(reachable, 'b-platform', { network: 'public' }),
      edited(reachable, 'b-platform', { network: undefined }),
      called('staff'),
    ],
    repair: { on: 'c-browser', change: { in: 'b-platform' } },
    asks: [
      [edited(reachable, 'd-order', { classification: { unknown: true } }), 'How sensitive is Order?'],
      [edited(withPublic, 'd-order', { classification: { unknown: true } }), 'How sensitive is Order?'],
      [edited(withPublic, 'd-catalogue', { classification: { unknown: true } })],

      [
        edited(reachable, 'b-internet', { network: { unknown: true } }),
        'Internet: can it be reached from a public network?',
      ],
      [edited(withPublic, 'b-platform', { network: { unknown: true } }), 'Platform: can it be reached'],
      [edited(edited(reachable, 'b-internet', { network: { unknown: true } }), 'b-platform', { network: 'public' })],
      [edited(edited(reachable, 'b-internet', { network: 'isolated' }), 'b-platform', { network: { unknown: true } })],
      [edited(reachable, 'b-platform', { network: undefined })],
    ],
    unknown: { on: 'b-platform', change: { network: { unknown: true } } },
  },
  {
    rule: 'INF-03',
    fails: plain,
    alsoFails: [written],
    quiet: [edited(plain, 'c-index', { settings: { encryptedAtRest: true } })],
    passes: edited(plain, 'd-documents', { classification: 'public' }),
    repair: { on: 'c-index', change: { settings: { encryptedAtRest: true } } },
    unknown: { on: 'c-index', change: { settings: { encryptedAtRest: { unknown: true } } } },
  },
  {
    rule: 'OBS-01',
    fails: unlogged,
    alsoFails: [logging('c-model'), logging('c-mail')],
    passes: logging('c-agent'),
    alsoPasses: [logging('c-mail', 'c-archive')],
    says: [[unlogged, 'Agent uses Mail, and no log']],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
