import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { area, arrow, box, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** Our agent hands work to one of a partner. */
const partnered = (authentication: string, trust = 80, organisation = 'partner'): Design => ({
  ...mailingAgent,
  boundaries: [...(mailingAgent.boundaries ?? []), area('b-partner', { trust, organisation })],
  components: [
    ...(mailingAgent.components ?? []),
    box('c-broker', 'agent', { in: 'b-partner', settings: { autonomy: 'suggest', maxSteps: 5 } }),
  ],
  flows: [...(mailingAgent.flows ?? []), arrow('c-agent', 'c-broker', { mode: 'sync', authentication })],
})

const acting = (type: 'person' | 'administrator' | 'agent' | 'service'): Design => ({
  ...edited(mailingAgent, 'a-agent-orders', { as: 'i-desk' }),
  identities: [{ id: 'i-desk', name: 'Service desk', type, credential: 'shortLived' }],
})
const lentToService: Design = {
  ...edited(acting('administrator'), 'a-agent-orders', { as: 'caller' }),
  components: [...(mailingAgent.components ?? []), box('c-service', 'orchestrator', { in: 'b-platform' })],
  flows: [
    ...(edited(acting('administrator'), 'a-agent-orders', { as: 'caller' }).flows ?? []),
    arrow('c-agent', 'c-service'),
    arrow('c-service', 'c-mail', { as: 'i-desk' }),
  ],
}
const sharedByBoth = edited(lentToService, 'a-agent-orders', { as: 'i-desk' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'MA-01',
    fails: partnered('none'),
    alsoFails: [
      partnered('none', 40, 'client'),
      {
        ...edited(partnered('none'), 'a-agent-broker', { authentication: undefined }),
        context: { complete: ['agents'] },
      },
    ],
    passes: partnered('mtls'),
    alsoPasses: [
      partnered('none', 80, 'client'),
      { ...partnered('mtls'), context: { complete: ['agents'] } },
      edited(partnered('none'), 'a-agent-broker', { mode: 'offline' }),
      edited(partnered('none'), 'c-broker', { kind: 'orchestrator', settings: undefined }),
      edited(mailingAgent, 'a-customer-agent', { authentication: 'none' }),
      {
        ...partnered('none'),
        controls: [{ id: 'k-known', type: 'authenticate-callers', on: ['c-broker'], status: 'inPlace' }],
      },
    ],
    quiet: [
      partnered('mtls'),
      {
        ...edited(partnered('none'), 'a-agent-broker', { authentication: undefined }),
        controls: [{ id: 'k-known', type: 'authenticate-callers', on: ['c-broker'], status: 'inPlace' }],
      },
    ],
    repair: { on: 'a-agent-broker', change: { authentication: 'oauth' } },
    unknown: { on: 'a-agent-broker', change: { authentication: { unknown: true } } },
  },
  {
    rule: 'ID-04',
    fails: acting('administrator'),
    alsoFails: [acting('person'), sharedByBoth],
    passes: acting('agent'),
    alsoPasses: [acting('service'), lentToService],
    says: [
      [sharedByBoth, 'patch: none'],
      [acting('administrator'), 'Agent acts as Service desk, an administrator'],
      [acting('person'), 'a person'],
      [acting('person'), 'Plan an identity for the agent'],
    ],
    repair: { on: 'i-desk', change: { type: 'agent' } },
    unknown: { on: 'i-desk', change: { type: { unknown: true } }, by: 'ID-01' },
  },
]
