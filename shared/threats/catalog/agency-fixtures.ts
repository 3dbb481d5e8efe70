import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { fronted, gated } from './gated-designs-fixtures.ts'

const paying: Design = edited(edited(mailingAgent, 'c-mail', { settings: { effect: 'financial' } }), 'c-agent', {
  settings: { autonomy: 'auto' },
})
const approved: Design = edited(
  {
    ...paying,
    components: [...(paying.components ?? []), box('c-approver', 'human-approval', { in: 'b-platform' })],
    flows: [...(paying.flows ?? []), arrow('c-agent', 'c-approver', { mode: 'sync' })],
  },
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-orders'), call('a-agent-approver'), call('a-agent-mail')),
)
const coding: Design = edited(mailingAgent, 'c-mail', { settings: { effect: 'code', sandbox: false } })
const acting = { context: { complete: ['agents'] } }
const endless: Design = {
  ...mailingAgent,
  ...acting,
  components: (mailingAgent.components ?? []).map((each) =>
    each.id === 'c-agent' ? { ...each, settings: { autonomy: 'approve', killSwitch: true } } : each,
  ),
}
const unstoppable: Design = edited(mailingAgent, 'c-agent', { settings: { killSwitch: false } })

const payingOpenly: Design = {
  ...paying,
  data: [data('d-message', { writers: 'anyone' }), data('d-order', { classification: 'public' })],
}
/** A gate that the agent asks before it has the model decide what to do. */
const askedTooEarly: Design = edited(
  gated(payingOpenly, 'policy-gate'),
  'c-agent',
  plan(call('a-agent-gate'), call('a-agent-model'), call('a-agent-mail')),
)
const promised = (type: string): Design => ({
  ...payingOpenly,
  controls: [{ id: 'k-promise', type, on: ['c-agent'], status: 'inPlace' }],
})
const rulesOfText = { decidesBy: 'rules', checks: ['injection'] }

const inPilot = { context: { stage: 'pilot' } }
const short: Design = edited(mailingAgent, 'c-agent', {
  settings: { maxSteps: 2 },
  ...plan(call('a-agent-model', { times: 5 })),
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-01',
    fails: payingOpenly,
    // Nobody has seen the action: not who let the words in, nor who was asked before it was known, nor who judges words.
    alsoFails: [
      fronted(payingOpenly, 'policy-gate'),
      fronted(payingOpenly, 'human-approval'),
      askedTooEarly,
      gated(payingOpenly, 'policy-gate', { perAction: false }),
      gated(payingOpenly, 'policy-gate', { failsOpen: true }),
      gated(payingOpenly, 'guardrail', rulesOfText),
      promised('plan-then-execute'),
    ],
    passes: approved,
    alsoPasses: [promised('policy-gate'), edited(paying, 'c-mail', { settings: { effect: 'comm' } })],
    says: [
      [fronted(payingOpenly, 'policy-gate'), 'through Mail, and Front decides without seeing the action.', 'path: '],
      [fronted(payingOpenly, 'human-approval'), 'and Front decides without seeing', 'high: '],
      [fronted(payingOpenly, 'guardrail', rulesOfText), 'and neither a person nor a rule decides before it', 'high: '],
      [approved, 'mitigated by c-approver: ', 'but only after Approver', 'patch: none'],
      [payingOpenly, 'Critical is proven: Message can reach Mail', 'path: c-customer'],
      [edited(payingOpenly, 'x-design', inPilot), 'critical: '],
      [edited(edited(payingOpenly, 'd-message', { writers: 'partners' }), 'x-design', inPilot), 'medium: '],
    ],
    asks: [[edited(approved, 'c-agent', { plans: undefined }), 'does Approver always come before Mail?']],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-agent', change: { settings: { autonomy: 'approve' } } },
  },
  {
    rule: 'AG-04',
    fails: coding,
    passes: edited(coding, 'c-mail', { settings: { sandbox: true } }),
    quiet: [edited(coding, 'c-mail', { settings: { sandbox: true } })],
    repair: { on: 'c-mail', change: { settings: { effect: 'comm' } } },
    unknown: { on: 'c-mail', change: { settings: { sandbox: { unknown: true } } } },
  },
  {
    rule: 'AG-05',
    fails: endless,
    passes: edited(endless, 'c-agent', { settings: { maxUsd: 1 } }),
    quiet: [edited(endless, 'c-agent', { settings: { maxSteps: 12 } }), edited(endless, 'c-model', null)],
    says: [
      [endless, 'medium: Agent has neither a limit', 'Let Agent stop', 'Stop after 15', '"maxSteps":15'],
      [short, 'low: Agent stops after 2 steps, but its plan takes 5', 'Raise', 'Allow 5 steps', '"maxSteps":5'],
    ],
    repair: { on: 'c-agent', change: { settings: { maxSteps: 12 } } },
    unknown: { on: 'c-agent', change: { settings: { maxSteps: { unknown: true } } } },
  },
  {
    rule: 'AG-09',
    fails: unstoppable,
    quiet: [mailingAgent],
    passes: edited(unstoppable, 'c-mail', { settings: { effect: 'read', egress: 'none' } }),
    alsoPasses: [edited(unstoppable, 'c-mail', { settings: { effect: 'read', egress: 'any' } })],
    repair: { on: 'c-agent', change: { settings: { killSwitch: true } } },
    unknown: { on: 'c-agent', change: { settings: { killSwitch: { unknown: true } } } },
  },
]
