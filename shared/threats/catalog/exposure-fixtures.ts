import type { Design } from '../../design/design.ts'
import { areas, searchService } from '../../findings/testing/bases.ts'
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
const plain = edited(searchService, 'c-index', { settings: { encryptedAtRest: false } })
/** Encryption is not stated, but follows from the protocol. */
const spoken = (protocol: string): Design =>
  edited(searchService, 'a-service-model', { encrypted: undefined, protocol })
/** Somebody marked what is said about access as complete. */
const complete = { context: { complete: ['access'] } }
/** An analyst works at home; the portal stands in the office. */
const atHome = (encrypted: boolean | undefined): Design =>
  edited(edited(searchService, 'c-analyst', { in: 'b-internet' }), 'a-analyst-portal', { encrypted })
/** The service sends its answers to a reader on the internet. */
const readAbroad = (encrypted: boolean | undefined): Design =>
  grown(
    searchService,
    [box('c-reader', 'user', { in: 'b-internet' })],
    [
      arrow('c-service', 'c-reader', {
        request: { data: ['d-answer'] },
        ...(encrypted === undefined ? {} : { encrypted }),
      }),
    ],
  )
const clearToEmbedder = edited(searchService, 'a-service-embedder', { encrypted: false })
const limitedBehind = grown(
  edited(open, 'c-gateway', plan(call('a-gateway-edge'), call('a-gateway-model'))),
  [box('c-edge', 'api-gateway', { in: 'b-platform', settings: { rateLimitPerMinute: 30 } })],
  [arrow('c-gateway', 'c-edge')],
)
const written = edited(edited(plain, 'c-index', { holds: undefined }), 'a-service-index', {
  does: ['write'],
  request: { data: ['d-chunks'] },
})
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
    alsoFails: [
      edited(clear, 'b-vendor', { organisation: 'client', network: 'private' }),
      spoken('http'),
      atHome(false),
      readAbroad(false),
    ],
    passes: searchService,
    alsoPasses: [
      edited(clear, 'c-model', { in: 'b-platform' }),
      edited(clearToEmbedder, 'd-question', { classification: 'public' }),
    ],
    quiet: [
      spoken('https'),
      edited(spoken('https'), 'x-design', complete),
      // A tunnel below the protocol encrypts it.
      edited(spoken('http'), 'a-service-model', { encrypted: true }),
      // Nobody is asked about the way from a person to a screen.
      edited(atHome(undefined), 'x-design', complete),
      edited(readAbroad(undefined), 'x-design', complete),
    ],
    says: [[clear, 'carries Answer, Chunks and Question']],
    asks: [[clear], [spoken('gopher'), 'Service to Model: is it encrypted']],
    repair: { on: 'a-service-model', change: { encrypted: true } },
    unknown: { on: 'a-service-model', change: { encrypted: { unknown: true } } },
  },
  {
    rule: 'INF-03',
    fails: plain,
    alsoFails: [written],
    quiet: [edited(plain, 'c-index', { settings: { encryptedAtRest: true } })],
    passes: edited(plain, 'd-documents', { classification: 'public' }),
    // It is asked with private words, and keeps none.
    alsoPasses: [edited(written, 'a-service-index', { does: ['read'] })],
    repair: { on: 'c-index', change: { settings: { encryptedAtRest: true } } },
    unknown: { on: 'c-index', change: { settings: { encryptedAtRest: { unknown: true } } } },
  },
]
