import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { effectUnknown, egressUnknown, guardOf, inPilot, withClerk, withoutOrders } from './action-paths-fixtures.ts'
import { fronted, gated } from './gated-designs-fixtures.ts'

/** Beside the mail a tool that only writes: the mail does more harm. */
const archiving = grown(
  edited(mailingAgent, 'c-agent', { plans: undefined }),
  [box('c-archive', 'tool', { in: 'b-platform', settings: { effect: 'write', egress: 'any' } })],
  [arrow('c-agent', 'c-archive')],
)

/** The archive is written before the gate, the mail goes after it. */
const gatedLate = (design: Design, kind: string, settings = {}): Design =>
  edited(
    gated(design, kind, settings),
    'c-agent',
    plan(
      call('a-agent-model'),
      call('a-agent-orders'),
      call('a-agent-archive'),
      call('a-agent-gate'),
      call('a-agent-mail'),
    ),
  )

/** The archive is told orders alone, yet by an agent that has read what the customer says. */
const archivingOrders = edited(gatedLate(archiving, 'human-approval'), 'a-agent-archive', {
  request: { data: ['d-order'] },
})
/** A clerk of the house has orders archived, which no customer has a word in; customers get mails that a person has seen. */
const harmlessFirst = edited(
  grown(
    gatedLate(archiving, 'human-approval'),
    [box('c-clerk', 'user', { in: 'b-platform' })],
    [arrow('c-clerk', 'c-agent', { request: { data: ['d-order'] } })],
  ),
  'c-agent',
  {
    plans: [
      { on: ['a-clerk-agent'], steps: [call('a-agent-orders'), call('a-agent-archive')] },
      {
        on: ['a-customer-agent'],
        steps: [call('a-agent-model'), call('a-agent-orders'), call('a-agent-gate'), call('a-agent-mail')],
      },
    ],
  },
)
/** A policy stands at the archive and at a second one, a person before the mail. */
const closedTwice = (...archives: readonly string[]): Design => ({
  ...grown(
    gatedLate(archiving, 'human-approval'),
    [box('c-second', 'tool', { in: 'b-platform', settings: { effect: 'write', egress: 'any' } })],
    archives.includes('c-second') ? [arrow('c-agent', 'c-second', { mode: 'sync' })] : [],
  ),
  controls: [{ id: 'ctl-policy', name: 'Archive policy', type: 'policy-gate', on: archives, status: 'inPlace' }],
})
/** One agent has the orders in hand, the other one the way out. */
const splitAgents = withClerk(edited(mailingAgent, 'a-agent-mail', null))

/** What the tool answers is private, and nobody says where it is kept: it is the tool that brings it. */
const answered = edited(edited(mailingAgent, 'c-orders', { holds: undefined }), 'a-agent-orders', {
  response: { data: ['d-order'] },
})
/** The customer says something private, which nobody keeps: it is that person's own. */
const toldByCustomer = edited(edited(mailingAgent, 'c-orders', { holds: undefined }), 'a-customer-agent', {
  request: { data: ['d-message', 'd-order'] },
})
/** A second way out, so that one gate has to stand before both. */
const twoWays = edited(
  archiving,
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-orders'), call('a-agent-archive'), call('a-agent-mail')),
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-02',
    fails: mailingAgent,
    passes: gated(mailingAgent, 'human-approval'),
    // What a tool of ours writes others may read on.
    alsoFails: [edited(mailingAgent, 'c-mail', { settings: { effect: 'write', egress: 'none' } }), answered],
    alsoPasses: [withoutOrders, splitAgents, toldByCustomer],
    repair: { on: 'c-mail', change: { settings: { egress: 'allowlist' } } },
    says: [
      [mailingAgent, 'reads Message, which anyone can write', 'through Mail, with no firm gate in between.'],
      [fronted(mailingAgent, 'policy-gate'), 'through Mail, and Front decides without seeing the action.'],
      [edited(mailingAgent, 'x-design', inPilot), 'critical: '],
      [archiving, 'Archive and Mail', 'a-agent-mail c-mail'],
      [twoWays, 'Place one policy gate'],
      [gated(mailingAgent, 'human-approval'), 'mitigated by c-gate: ', 'each time by leave of Gate', 'patch: none'],
      [gated(archiving, 'human-approval'), '0 in all'],
      [archivingOrders, 'critical: ', 'can act or reach out through Archive, with no firm gate'],
      [harmlessFirst, 'mitigated by c-gate: ', 'each time by leave of Gate.'],
      [closedTwice('c-archive'), 'mitigated by c-gate: ', 'by leave of Gate and Archive policy'],
      [closedTwice('c-archive', 'c-second'), 'mitigated by ctl-policy: ', 'by leave of Archive policy and Gate'],
      [gatedLate(archiving, 'human-approval'), 'critical: ', 'can act or reach out through Archive, with no firm gate'],
      [gatedLate(archiving, 'guardrail', { decidesBy: 'model' }), 'critical: ', 'Archive and Mail', 'rated: 5 x'],
      [gated(mailingAgent, 'guardrail', guardOf('model', 'injection')), 'rated: 4 x', 'Gate judges it, by model'],
      [gated(mailingAgent, 'guardrail', guardOf('model', 'pii')), 'rated: 5 x', 'nothing judges it on the way'],
    ],
    unknown: { on: 'c-mail', change: effectUnknown, by: 'P-01' },
    asks: [
      [mailingAgent],
      [edited(mailingAgent, 'c-mail', egressUnknown), 'Mail: '],
      [edited(withoutOrders, 'c-mail', egressUnknown)],
      [edited(gated(mailingAgent, 'policy-gate'), 'c-mail', egressUnknown)],
    ],
  },
]
