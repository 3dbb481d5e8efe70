import type { Design, Grant } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** The agent may delete orders, and only reads them. */
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
/** Rich, with these grants instead. */
const granted = (grants: readonly Grant[], more: Design = rich): Design => edited(more, 'i-agent', { grants })
const indexed = edited(rich, 'c-orders', { kind: 'vector-store', settings: undefined })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-03',
    fails: rich,
    alsoFails: [
      granted([{ on: 'c-orders', can: ['execute'] }]),
      granted([{ on: 'd-order', can: ['read', 'delete'] }], indexed),
    ],
    passes: edited(rich, 'a-agent-orders', { does: ['read', 'delete'] }),
    alsoPasses: [
      // Nobody calls as it yet.
      edited(rich, 'c-agent', { as: undefined }),
      granted([{ on: 'c-model', can: ['execute'] }]),
      granted([{ on: 'd-order', can: ['write', 'delete'] }], edited(indexed, 'a-agent-orders', { does: ['write'] })),
      granted(
        [{ on: 'd-message', can: ['execute'] }],
        edited(rich, 'a-agent-model', { request: { data: ['d-message'] } }),
      ),
      granted(
        [{ on: 'd-message', can: ['execute'] }],
        edited(rich, 'a-agent-model', { request: { data: ['d-message', 'd-order'] } }),
      ),
    ],
    says: [
      [rich, 'medium: ', '"grants":[{"on":"d-order","can":["read"]}]'],
      [granted([{ on: 'd-order', can: ['read', 'delete'], where: 'own rows' }]), '"where":"own rows"'],
      [granted([{ on: 'd-order', can: ['delete'] }]), '"grants":[]'],
    ],
    repair: { on: 'i-agent', change: { grants: [{ on: 'd-order', can: ['read'] }] } },
  },
]
