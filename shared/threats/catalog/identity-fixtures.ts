import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const shared: Design = {
  ...edited(mailingAgent, 'a-agent-orders', { as: 'i-service' }),
  identities: [{ id: 'i-service', name: 'Order account', type: 'shared', credential: 'shortLived' }],
}
const eternal: Design = edited(shared, 'i-service', { type: 'agent', credential: 'longLived' })
const open: Design = edited(mailingAgent, 'a-customer-agent', { authentication: 'none' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'ID-01',
    fails: shared,
    passes: edited(shared, 'd-order', { classification: 'public', personal: 'none' }),
    // What is put into a queue does not come back.
    alsoPasses: [edited(edited(shared, 'c-orders', { kind: 'queue' }), 'a-agent-orders', { does: ['write'] })],
    repair: { on: 'a-agent-orders', change: { as: 'caller' } },
    unknown: { on: 'i-service', change: { type: { unknown: true } } },
  },
  {
    rule: 'ID-02',
    fails: eternal,
    passes: edited(eternal, 'i-service', { credential: 'shortLived' }),
    repair: { on: 'i-service', change: { credential: 'none' } },
  },
  {
    rule: 'ID-03',
    fails: open,
    passes: mailingAgent,
    repair: { on: 'a-customer-agent', change: { authentication: 'session' } },
    unknown: { on: 'a-customer-agent', change: { authentication: { unknown: true } } },
  },
]
