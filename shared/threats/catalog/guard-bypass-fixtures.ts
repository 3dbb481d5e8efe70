import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, data, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { gated } from './gated-designs-fixtures.ts'

/** A second way to the mail tool that goes around the gate. */
const bypassed: Design = {
  ...gated(mailingAgent, 'guardrail'),
  components: [
    ...(gated(mailingAgent, 'guardrail').components ?? []),
    box('c-helper', 'orchestrator', { in: 'b-platform', ...plan(call('a-helper-mail')) }),
  ],
  flows: [
    ...(gated(mailingAgent, 'guardrail').flows ?? []),
    arrow('c-customer', 'c-helper', { request: { data: ['d-message'] }, authentication: 'oidc' }),
    arrow('c-helper', 'c-mail'),
  ],
}

/** The way around leads to the model. */
const bypassedModel = edited(
  edited(bypassed, 'a-helper-mail', { to: 'c-model' }),
  'c-agent',
  plan(call('a-agent-gate'), call('a-agent-model')),
)
const throughGate = edited(
  grown(bypassed, [], [arrow('c-helper', 'c-gate', { mode: 'sync' })]),
  'c-helper',
  plan(call('a-helper-gate'), call('a-helper-mail')),
)
const digested: Design = {
  ...edited(bypassed, 'a-helper-mail', { request: { data: ['d-digest'] } }),
  data: [...(bypassed.data ?? []), data('d-digest', { derivedFrom: ['d-order', 'd-message'] })],
}

/** The way around leads to a store, which takes no orders. */
const intoStore = edited(bypassed, 'c-mail', { kind: 'relational-db', settings: undefined })
/** The same arrow is used before the gate and after it: that is an order of steps, and no other way. */
const twiceAlong = edited(
  gated(mailingAgent, 'guardrail'),
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-mail'), call('a-agent-gate'), call('a-agent-mail')),
)

/** Another arrow of the agent to the same tool goes around the gate. */
const twoArrows = edited(
  grown(gated(mailingAgent, 'guardrail'), [], [{ ...arrow('c-agent', 'c-mail'), id: 'a-agent-urgent' }]),
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-urgent'), call('a-agent-gate'), call('a-agent-mail')),
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-08',
    fails: bypassed,
    alsoFails: [bypassedModel, digested],
    passes: edited(bypassed, 'a-helper-mail', { request: { data: [] } }),
    alsoPasses: [intoStore, twiceAlong, throughGate, edited(bypassed, 'c-agent', { plans: undefined })],
    says: [
      [bypassed, 'judges Message before', 'path: c-customer a-customer-helper c-helper'],
      [bypassed, 'but Helper to Mail brings the same', 'Call Gate before Helper to Mail too'],
      [twoArrows, 'but a second arrow, Agent to Mail, brings the same', 'Call Gate before the second one too'],
    ],
    repair: { on: 'a-helper-mail', change: null },
    unknown: { on: 'd-message', change: { writers: { unknown: true } }, by: 'P-01' },
  },
]
