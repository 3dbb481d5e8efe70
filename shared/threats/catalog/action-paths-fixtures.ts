import type { Access, Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { atBothEnds, fronted, gated } from './gated-designs-fixtures.ts'

export const withoutOrders = edited(mailingAgent, 'c-orders', null)
/** A guard of fixed rules that looks for something else lets orders pass. */
export const guardOf = (decidesBy: string, ...checks: readonly string[]) => ({ decidesBy, checks })
export const inPilot = { context: { stage: 'pilot' } }
export const effectUnknown = { settings: { effect: { unknown: true } } }
export const egressUnknown = { settings: { egress: { unknown: true } } }
/** It may be that the gate comes first, and it may not. */
const unordered = edited(gated(withoutOrders, 'policy-gate'), 'c-agent', { plans: undefined })
/** Another agent that strangers write to sends mail. */
export const withClerk = (design: Design): Design =>
  grown(
    design,
    [box('c-clerk', 'agent', { in: 'b-platform', ...plan(call('a-clerk-mail')) })],
    [arrow('c-customer', 'c-clerk', { request: { data: ['d-message'] } }), arrow('c-clerk', 'c-mail')],
  )
const twoSenders = withClerk(withoutOrders)
/** Of one guard nobody knows how it decides; another is a model for certain. */
const guardedTwice = edited(
  grown(
    gated(withoutOrders, 'guardrail', { decidesBy: { unknown: true } }),
    [box('c-second', 'guardrail', { in: 'b-platform', settings: { decidesBy: 'model' } })],
    [arrow('c-agent', 'c-second', { mode: 'sync' })],
  ),
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-gate'), call('a-agent-second'), call('a-agent-mail')),
)

/** A guard that is a model, and a person after it. */
const approvedToo = (settings: Readonly<Record<string, unknown>>): Design =>
  edited(
    grown(
      gated(withoutOrders, 'guardrail', settings),
      [box('c-approver', 'human-approval', { in: 'b-platform' })],
      [arrow('c-agent', 'c-approver', { mode: 'sync' })],
    ),
    'c-agent',
    plan(call('a-agent-model'), call('a-agent-gate'), call('a-agent-approver'), call('a-agent-mail')),
  )

/** Nobody outside asks: strangers write documents that a loader puts into the index which the agent searches. */
const planted: Design = {
  ...edited(
    grown(
      edited(withoutOrders, 'd-message', { writers: 'staff' }),
      [
        box('c-forum', 'document-store', { in: 'b-platform', holds: ['d-posts'] }),
        box('c-loader', 'ingestion', { in: 'b-platform', ...plan(call('a-loader-forum'), call('a-loader-index')) }),
        box('c-index', 'vector-store', { in: 'b-platform' }),
      ],
      [
        arrow('c-loader', 'c-forum', { does: ['read'] }),
        arrow('c-loader', 'c-index', { does: ['write'], mode: 'sync' }),
        arrow('c-agent', 'c-index', { does: ['read'] }),
      ],
    ),
    'c-agent',
    plan(call('a-agent-index'), call('a-agent-model'), call('a-agent-mail')),
  ),
  data: [data('d-message', { writers: 'staff' }), data('d-posts', { writers: 'anyone', classification: 'public' })],
  actions: [
    { id: 'e-ask', name: 'Ask', starts: 'a-customer-agent' },
    { id: 'e-load', name: 'Load', starts: 'c-loader' },
  ],
}

/** No agent, but a service that has a model read the message and sends a mail with what it said, or with none of it. */
const serving = (...steps: readonly string[]): Design =>
  edited(withoutOrders, 'c-agent', {
    kind: 'orchestrator',
    settings: undefined,
    ...plan(...steps.map((each) => call(each))),
  })
/** What is called is no tool: what the arrow says decides. */
const doing = (...does: readonly Access[]): Design =>
  edited(edited(withoutOrders, 'c-mail', { kind: 'relational-db', settings: undefined }), 'a-agent-mail', { does })
/** The mail is sent twice, once before the gate. */
const sentTwice = edited(
  gated(withoutOrders, 'policy-gate'),
  'c-agent',
  plan(call('a-agent-mail'), call('a-agent-gate'), call('a-agent-mail')),
)
/** The customer says all this; of what the gates look at there is more than one. */
const saying = (design: Design, ...said: readonly string[]): Design => ({
  ...edited(design, 'a-customer-agent', { request: { data: said } }),
  data: [
    ...(design.data ?? []),
    data('d-a-note', { writers: 'partners', classification: 'internal', personal: 'none' }),
    data('d-letter', { writers: 'anyone', classification: 'internal', personal: 'none' }),
    data('d-digest', { derivedFrom: ['d-message', 'd-order'] }),
  ],
})
/** A policy and then a person look at what of it is put before them. */
const lookedAt = (policy: readonly string[], person: readonly string[]): Design =>
  edited(
    grown(
      saying(edited(withoutOrders, 'c-mail', { settings: { egress: 'none' } }), 'd-message', 'd-letter'),
      [box('c-policy', 'policy-gate', { in: 'b-platform' }), box('c-person', 'human-approval', { in: 'b-platform' })],
      [
        arrow('c-agent', 'c-policy', { mode: 'sync', request: { data: policy } }),
        arrow('c-agent', 'c-person', { mode: 'sync', request: { data: person } }),
      ],
    ),
    'c-agent',
    plan(call('a-agent-policy'), call('a-agent-person'), call('a-agent-mail')),
  )

/** A service has a second model look at it after the policy, which saw what the customer said and the first answer. */
const judgedAmong: Design = {
  ...edited(
    edited(
      grown(
        gated(serving(), 'policy-gate'),
        [box('c-second', 'llm-self-hosted', { in: 'b-platform' })],
        [arrow('c-agent', 'c-second', { mode: 'sync', response: { data: ['d-letter'] } })],
      ),
      'c-agent',
      plan(call('a-agent-model'), call('a-agent-gate'), call('a-agent-second'), call('a-agent-mail')),
    ),
    'a-agent-model',
    { response: { data: ['d-draft'] } },
  ),
  data: [
    data('d-message', { writers: 'anyone', classification: 'internal', personal: 'none' }),
    data('d-draft', { derivedFrom: ['d-message'] }),
    data('d-letter', { derivedFrom: ['d-draft'] }),
  ],
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-01',
    fails: withoutOrders,
    alsoFails: [
      gated(withoutOrders, 'guardrail', guardOf('rules', 'citations')),
      gated(withoutOrders, 'guardrail', guardOf('model', 'pii', 'content')),
      gated(withoutOrders, 'redaction', { checks: ['pii'] }),
      saying(withoutOrders, 'd-digest'),
      lookedAt(['d-message'], ['d-message']),
      serving('a-agent-model', 'a-agent-mail'),
      doing('pay'),
      doing('execute'),
      doing('administer'),
      sentTwice,
      // A policy that lets words in, or that does not see the action, has decided about nothing.
      fronted(withoutOrders, 'policy-gate'),
      gated(withoutOrders, 'policy-gate', { perAction: false }),
      atBothEnds(withoutOrders, 'a-agent-model', 'a-agent-mail', 'a-agent-gate'),
    ],
    passes: gated(withoutOrders, 'policy-gate'),
    alsoPasses: [
      fronted(withoutOrders, 'human-approval'),
      fronted(withoutOrders, 'guardrail', guardOf('rules', 'schema')),
      atBothEnds(withoutOrders, 'a-agent-model', 'a-agent-gate', 'a-agent-mail'),
      judgedAmong,
      gated(withoutOrders, 'guardrail', guardOf('rules', 'schema')),
      gated(withoutOrders, 'guardrail', guardOf('rules', 'pii', 'injection')),
      serving('a-agent-mail'),
      doing('write'),
      edited(withoutOrders, 'c-agent', { settings: { autonomy: 'suggest' } }),
    ],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-mail', change: effectUnknown },
    says: [
      [fronted(withoutOrders, 'policy-gate'), 'in hand, and Front decides without seeing the action.'],
      [fronted(withoutOrders, 'policy-gate', { failsOpen: true }), 'no firm gate has seen it before'],
      [lookedAt(['d-message'], ['d-message']), 'no firm gate has seen it before'],
      [saying(withoutOrders, 'd-a-note', 'd-message'), 'with Message and A note in hand'],
      [saying(withoutOrders, 'd-message', 'd-letter'), 'with Letter and Message in hand'],
      [lookedAt(['d-message'], ['d-letter']), 'mitigated by c-person: '],
      [lookedAt(['d-letter'], ['d-letter', 'd-message']), 'mitigated by c-person: '],
      [lookedAt(['d-letter', 'd-message'], ['d-letter']), 'mitigated by c-policy: '],
      [planted, 'with Posts in hand', 'c-loader a-loader-index c-index'],
      [withoutOrders, 'Agent calls Mail with Message in hand', 'Ask a person before Mail', 'reach public'],
      [edited(withoutOrders, 'x-design', inPilot), 'high: '],
      [
        gated(withoutOrders, 'policy-gate'),
        'mitigated by c-gate: ',
        'Agent calls Mail with Message in hand, but only after Gate',
        'patch: none',
      ],
      [gated(withoutOrders, 'guardrail', { decidesBy: 'model' }), '0 in all'],
      [edited(withoutOrders, 'c-mail', { settings: { effect: 'read', egress: 'any' } }), '0 in all'],
      [twoSenders, '2 in all', 'approve-each-action at a-agent-mail', 'approve-each-action at a-clerk-mail'],
    ],
    asks: [
      [edited(withoutOrders, 'c-agent', { settings: { autonomy: { unknown: true } } }), 'may the agent act alone'],
      [edited(gated(withoutOrders, 'policy-gate'), 'c-agent', { settings: { autonomy: { unknown: true } } })],

      [withoutOrders],
      [edited(gated(withoutOrders, 'policy-gate'), 'c-mail', effectUnknown)],
      [unordered, 'does Gate always come before Mail?'],
      [edited(withoutOrders, 'd-message', { writers: { unknown: true } }), 'Message'],
    ],
  },
  {
    rule: 'P-16',
    fails: gated(withoutOrders, 'guardrail', { decidesBy: 'model' }),
    passes: gated(withoutOrders, 'guardrail', { decidesBy: 'rules' }),
    alsoPasses: [
      guardedTwice,
      gated(withoutOrders, 'guardrail', guardOf('model', 'pii')),
      approvedToo({ decidesBy: 'model' }),
    ],
    says: [
      [approvedToo({ decidesBy: 'model' }), 'mitigated by c-approver: ', 'but only after Approver'],
      [approvedToo({ decidesBy: { unknown: true } }), '0 in all'],
    ],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-mail', change: effectUnknown, by: 'P-01' },
    asks: [
      [gated(withoutOrders, 'guardrail', { decidesBy: 'model' })],
      [gated(withoutOrders, 'guardrail', { decidesBy: { unknown: true } }), 'does the guard decide by a model'],
      [approvedToo({ decidesBy: { unknown: true } })],
    ],
  },
]
