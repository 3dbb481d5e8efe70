import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

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
const rich: Design = {
  ...edited(mailingAgent, 'c-agent', { as: 'i-agent' }),
  identities: [
    {
      id: 'i-agent',
      name: 'Agent account',
      type: 'agent',
      credential: 'shortLived',
      grants: [{ on: 'd-order', can: ['read', 'delete'] }],
    },
  ],
}
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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-01',
    fails: {
      ...paying,
      data: [data('d-message', { writers: 'anyone' }), data('d-order', { classification: 'public' })],
    },
    passes: approved,
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-agent', change: { settings: { autonomy: 'approve' } } },
  },
  {
    rule: 'AG-03',
    fails: rich,
    passes: edited(rich, 'a-agent-orders', { does: ['read', 'delete'] }),
    repair: { on: 'i-agent', change: { grants: [{ on: 'd-order', can: ['read'] }] } },
  },
  {
    rule: 'AG-04',
    fails: coding,
    passes: edited(coding, 'c-mail', { settings: { sandbox: true } }),
    repair: { on: 'c-mail', change: { settings: { effect: 'comm' } } },
    unknown: { on: 'c-mail', change: { settings: { sandbox: { unknown: true } } } },
  },
  {
    rule: 'AG-05',
    fails: endless,
    passes: edited(endless, 'c-agent', { settings: { maxUsd: 1 } }),
    repair: { on: 'c-agent', change: { settings: { maxSteps: 12 } } },
    unknown: { on: 'c-agent', change: { settings: { maxSteps: { unknown: true } } } },
  },
  {
    rule: 'AG-09',
    fails: unstoppable,
    passes: edited(unstoppable, 'c-mail', { settings: { effect: 'read', egress: 'none' } }),
    repair: { on: 'c-agent', change: { settings: { killSwitch: true } } },
    unknown: { on: 'c-agent', change: { settings: { killSwitch: { unknown: true } } } },
  },
]
