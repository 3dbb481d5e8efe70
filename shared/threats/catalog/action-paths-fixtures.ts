import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** A gate of this kind before the mail is sent. */
function gated(design: Design, kind: string, settings = {}): Design {
  const withGate = {
    ...design,
    components: [...(design.components ?? []), box('c-gate', kind, { in: 'b-platform', settings })],
    flows: [...(design.flows ?? []), arrow('c-agent', 'c-gate', { mode: 'sync' })],
  }
  const steps = [call('a-agent-model'), call('a-agent-orders'), call('a-agent-gate'), call('a-agent-mail')]
  return edited(withGate, 'c-agent', plan(...steps))
}
const withoutOrders = edited(mailingAgent, 'c-orders', null)

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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-01',
    fails: withoutOrders,
    passes: gated(withoutOrders, 'policy-gate'),
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-mail', change: { settings: { effect: { unknown: true } } } },
  },
  {
    rule: 'P-02',
    fails: mailingAgent,
    passes: gated(mailingAgent, 'human-approval'),
    repair: { on: 'c-mail', change: { settings: { egress: 'allowlist' } } },
  },
  {
    rule: 'P-08',
    fails: bypassed,
    passes: edited(bypassed, 'a-helper-mail', { request: { data: [] } }),
    repair: { on: 'a-helper-mail', change: null },
  },
  {
    rule: 'P-16',
    fails: gated(withoutOrders, 'guardrail', { decidesBy: 'model' }),
    passes: gated(withoutOrders, 'guardrail', { decidesBy: 'rules' }),
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
  },
]
