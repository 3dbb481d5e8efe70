import type { Design } from '../../design/design.ts'
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
import { areas } from '../../findings/testing/bases.ts'

const complete = { context: { complete: ['access'] } }
const chat: Design = miniDesign({
  ...complete,
  boundaries: areas,
  components: [
    box('c-customer', 'user', { in: 'b-internet' }),
    box('c-service', 'orchestrator', { in: 'b-platform', ...plan(call('a-service-model')) }),
    box('c-model', 'llm-self-hosted', { in: 'b-platform' }),
  ],
  flows: [
    arrow('c-customer', 'c-service', { request: { data: ['d-message'] }, authentication: 'oidc' }),
    arrow('c-service', 'c-model'),
  ],
  data: [data('d-message', { writers: 'anyone', classification: 'internal', personal: 'none' })],
})
const guarded: Design = edited(
  {
    ...chat,
    components: [...(chat.components ?? []), box('c-guard', 'guardrail', { in: 'b-platform' })],
    flows: [...(chat.flows ?? []), arrow('c-service', 'c-guard')],
  },
  'c-service',
  plan(call('a-service-guard'), call('a-service-model')),
)
const fetching: Design = {
  ...edited(chat, 'd-message', { writers: 'staff' }),
  components: [
    box('c-customer', 'user', { in: 'b-platform' }),
    box('c-service', 'orchestrator', { in: 'b-platform', ...plan(call('a-service-web'), call('a-service-model')) }),
    box('c-model', 'llm-self-hosted', { in: 'b-platform' }),
    box('c-web', 'tool', { in: 'b-platform', holds: ['d-pages'], settings: { effect: 'read', egress: 'allowlist' } }),
  ],
  flows: [...(chat.flows ?? []), arrow('c-service', 'c-web', { response: { data: ['d-pages'] } })],
  data: [data('d-message', { writers: 'staff' }), data('d-pages', { writers: 'anyone', classification: 'public' })],
}
const prompted: Design = miniDesign({
  components: [
    box('c-service', 'orchestrator', plan(call('a-service-prompts'), call('a-service-model'))),
    box('c-prompts', 'prompt-registry', { settings: { containsSecrets: true } }),
    box('c-model', 'llm-self-hosted'),
  ],
  flows: [arrow('c-service', 'c-prompts'), arrow('c-service', 'c-model')],
})

const incomplete = { context: { complete: [] } }
/** A way of its own from the customer to this box. */
const withSideWay = (design: Design, kind: string): Design =>
  grown(
    design,
    [box('c-other', 'orchestrator', { in: 'b-platform' }), box('c-second', kind, { in: 'b-platform' })],
    [arrow('c-customer', 'c-other', { request: { data: ['d-message'] } }), arrow('c-other', 'c-second')],
  )
const unordered = edited(guarded, 'c-service', { plans: undefined })
/** The customer fills in a form, whose fields are ours; the service makes one text of both. */
const form: Design = {
  ...edited(
    edited(unordered, 'a-customer-service', { request: { data: ['d-message', 'd-form'] } }),
    'a-service-model',
    {
      request: { data: ['d-text'] },
    },
  ),
  data: [
    ...(chat.data ?? []),
    data('d-form', { writers: 'staff' }),
    data('d-text', { derivedFrom: ['d-message', 'd-form'] }),
  ],
}
/** A first guard comes for certain, the second perhaps. */
const fronted = edited(
  grown(
    unordered,
    [
      box('c-front', 'orchestrator', { in: 'b-platform', ...plan(call('a-front-first'), call('a-front-service')) }),
      box('c-first', 'guardrail', { in: 'b-platform' }),
    ],
    [arrow('c-front', 'c-first'), arrow('c-front', 'c-service')],
  ),
  'a-customer-service',
  { to: 'c-front' },
)
/** A customer and a stranger write to the service, and it puts both before the model. */
const twoWriters: Design = {
  ...edited(chat, 'a-customer-service', { request: { data: ['d-appeal', 'd-message'] } }),
  data: [...(chat.data ?? []), data('d-appeal', { writers: 'customers' })],
}
const withKey: Design = {
  ...edited(chat, 'a-service-model', { request: { data: ['d-key'] } }),
  data: [data('d-key', { type: 'secret' })],
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PI-01',
    fails: chat,
    // A gate that looks for names only has judged no instruction.
    alsoFails: [
      edited(guarded, 'c-guard', { settings: { checks: ['pii'] } }),
      withSideWay(edited(chat, 'x-design', incomplete), 'guardrail'),
      edited(edited(form, 'c-guard', null), 'a-service-model', { request: { data: ['d-message'] } }),
    ],
    passes: guarded,
    alsoPasses: [
      edited(guarded, 'c-guard', { settings: { checks: ['pii', 'injection'] } }),
      edited(chat, 'c-service', { kind: 'evaluation' }),
      // Nobody outside types anything: what strangers wrote was found on the way.
      fetching,
    ],
    quiet: [guarded, edited(unordered, 'd-message', { writers: 'staff' }), fronted],
    asks: [
      [unordered, 'does Guard always come before Model?'],
      [form, 'does Guard always come before Model?'],
      [withSideWay(edited(chat, 'x-design', incomplete), 'human-approval'), 'Is text from outside judged'],
      [withSideWay(edited(chat, 'x-design', incomplete), 'policy-gate'), 'Is text from outside judged'],
      // A guard for names, and one that nobody calls, say nothing about orders.
      [
        edited(withSideWay(edited(chat, 'x-design', incomplete), 'guardrail'), 'c-second', {
          settings: { checks: ['pii'] },
        }),
        'Is text from outside judged',
      ],
      [grown(edited(chat, 'x-design', incomplete), [box('c-guard', 'guardrail')]), 'Is text from outside judged'],
    ],
    // The stranger's words weigh, and not those that come first.
    says: [[twoWriters, 'puts Message and Appeal before Model', 'anyone can write into Message']],
    repair: { on: 'a-service-model', change: { request: { data: [] } } },
    unknown: { on: 'x-design', change: { context: { complete: ['reliability'] } } },
  },
  {
    rule: 'PI-02',
    fails: fetching,
    passes: edited(fetching, 'd-pages', { writers: 'curators' }),
    // What people type themselves was not found anywhere.
    alsoPasses: [chat],
    repair: { on: 'c-web', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'PI-05',
    fails: prompted,
    alsoFails: [withKey],
    passes: edited(prompted, 'c-prompts', { settings: { containsSecrets: false } }),
    alsoPasses: [chat, edited(withKey, 'c-model', { kind: 'tool' })],
    repair: { on: 'c-prompts', change: null },
    unknown: { on: 'c-prompts', change: { settings: { containsSecrets: { unknown: true } } } },
  },
]
