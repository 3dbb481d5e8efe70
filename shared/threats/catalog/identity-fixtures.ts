import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const inTopic = (design: Design): Design => edited(design, 'x-design', { context: { complete: ['access'] } })
const shared: Design = {
  ...edited(mailingAgent, 'a-agent-orders', { as: 'i-service' }),
  identities: [{ id: 'i-service', name: 'Order account', type: 'shared', credential: 'shortLived' }],
}
const eternal: Design = edited(shared, 'i-service', { type: 'agent', credential: 'longLived' })
/** Nobody has said how long its credential lives. */
const undated: Design = edited(eternal, 'i-service', { credential: undefined })
/** The agent calls its tool with a key, and nobody has said whose. */
const withKey: Design = edited(mailingAgent, 'a-agent-orders', { as: undefined, authentication: 'apiKey' })

const typed = (type: string): Design => edited(shared, 'i-service', { type })
/** What the agent says to its tool is made of the customer's words and of others. */
const mixed: Design = {
  ...edited(edited(shared, 'a-agent-orders', { request: { data: ['d-digest', 'd-form'] } }), 'a-customer-agent', {
    request: { data: ['d-message', 'd-form'] },
  }),
  data: [
    ...(shared.data ?? []),
    data('d-form', { writers: 'system' }),
    data('d-digest', { derivedFrom: ['d-message', 'd-order'] }),
  ],
}
/** A service in the agent's place: it looks up before or after a model has read the customer's words. */
const service = (...calls: readonly string[]): Design =>
  edited(edited(shared, 'c-agent', { kind: 'orchestrator', settings: undefined }), 'c-agent', {
    plans: plan(...calls.map((each) => call(each))).plans,
  })
/** It hands on what the model made of the words, and the words as they are. */
const withReply: Design = {
  ...edited(
    edited(service('a-agent-model', 'a-agent-orders'), 'a-agent-orders', {
      request: { data: ['d-message', 'd-reply'] },
    }),
    'a-agent-model',
    { request: { data: ['d-message'] }, response: { data: ['d-reply'] } },
  ),
  data: [...(shared.data ?? []), data('d-reply', { derivedFrom: ['d-message'] })],
}
const searching = edited(service('a-agent-orders', 'a-agent-model'), 'c-orders', {
  kind: 'vector-store',
  settings: undefined,
})
/** Somebody of the house asks; a page that anyone wrote is in the agent's hand as well. */
const staffAsks: Design = {
  ...grown(
    edited(
      edited(edited(shared, 'd-message', { writers: 'staff' }), 'a-agent-orders', {
        request: { data: ['d-message', 'd-advert'] },
      }),
      'c-agent',
      { plans: undefined },
    ),
    [box('c-web', 'tool', { in: 'b-platform', holds: ['d-advert'], settings: { effect: 'read', egress: 'none' } })],
    [arrow('c-agent', 'c-web', { response: { data: ['d-advert'] } })],
  ),
  data: [
    ...(shared.data ?? []).map((each) => (each.id === 'd-message' ? { ...each, writers: 'staff' as const } : each)),
    data('d-advert', { writers: 'anyone' }),
  ],
}
/** A customer asks, and what the agent looks up is made of that and of the page. */
const bothSpeak: Design = {
  ...edited(staffAsks, 'a-agent-orders', { request: { data: ['d-digest'] } }),
  data: [
    ...(staffAsks.data ?? []).map((each) => (each.id === 'd-message' ? { ...each, writers: 'anyone' as const } : each)),
    data('d-digest', { derivedFrom: ['d-advert', 'd-message'] }),
  ],
}
/** Beside the customers a clerk of the house asks. */
const withClerk: Design = {
  ...shared,
  components: [box('c-clerk', 'user', { in: 'b-platform' }), ...(shared.components ?? [])],
  flows: [arrow('c-clerk', 'c-agent', { request: { data: ['d-note'] } }), ...(shared.flows ?? [])],
  data: [...(shared.data ?? []), data('d-note', { writers: 'staff' })],
}

/** The agent tells a warehouse who asks; the warehouse keeps such rights, and is asked so. */
const warehouse = (settings: Readonly<Record<string, unknown>>): Design =>
  edited(edited(mailingAgent, 'c-orders', { kind: 'data-warehouse', settings: undefined }), 'c-orders', {
    settings,
  })
const openToAll = warehouse({ tableRights: 'none' })
const asService = (settings: Readonly<Record<string, unknown>>): Design => ({
  ...edited(warehouse(settings), 'a-agent-orders', { as: 'i-service' }),
  identities: [{ id: 'i-service', name: 'Order account', type: 'service', credential: 'shortLived' }],
})
export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'ID-01',
    fails: shared,
    alsoFails: [
      mixed,
      searching,
      service('a-agent-model', 'a-agent-orders'),
      withReply,
      withClerk,
      openToAll,
      // Staff ask, and what is looked up is made of a page that anyone wrote as well.
      edited(bothSpeak, 'd-message', { writers: 'staff' }),
      inTopic(warehouse({})),
      // What is deleted is reached as what is read.
      edited(shared, 'a-agent-orders', { does: ['delete'] }),
    ],
    passes: edited(shared, 'd-order', { classification: 'public', personal: 'none' }),
    // What is put into a queue does not come back.
    alsoPasses: [
      edited(edited(shared, 'c-orders', { kind: 'queue', settings: undefined }), 'a-agent-orders', { does: ['write'] }),
      edited(shared, 'c-orders', { kind: 'observability', settings: undefined }),
      // A message that is sent is handed on as well.
      edited(shared, 'a-agent-orders', { does: ['send'] }),
      typed('agent'),
      // A part of the store for each owner: the service opens one of them.
      edited(searching, 'c-orders', { settings: { isolation: 'namespace' } }),
      // An account of the agent's own, and not the person's: what it may read is its own rights' matter.
      edited(asService({ tableRights: 'none' }), 'i-service', { type: 'agent' }),
      service('a-agent-orders', 'a-agent-model'),
      staffAsks,
      // Queries that a model writes are a threat of their own.
      warehouse({ tableRights: 'none', queryForm: 'generated' }),
    ],
    quiet: [
      mailingAgent,
      warehouse({ tableRights: 'row' }),
      warehouse({ tableRights: 'table' }),
      // A tool is told who asks, and has no rows of its own to keep rights for.
      inTopic(mailingAgent),
    ],
    asks: [
      [warehouse({}), 'Orders: are rights kept per table'],
      [openToAll],
      [warehouse({ queryForm: 'generated' })],
      [edited(shared, 'a-agent-orders', { as: undefined }), 'As whom does Agent call Orders: itself, or the person'],
    ],
    says: [
      [openToAll, 'medium: ', 'tells Orders who asks for Order, and Orders lets everybody', '"tableRights":"row"'],
      [
        asService({ tableRights: 'none' }),
        'low: ',
        'keep rights there: now everybody',
        'who asks, with rights per row',
        '"tableRights":"row"',
      ],
      [asService({ tableRights: 'row' }), 'low: ', 'and check rights there.', 'Call as the person who asks'],
      [shared, 'medium: ', 'elements: a-agent-orders i-service'],
      [bothSpeak, 'trail: c-customer a-customer-agent c-agent a-agent-orders c-orders'],
      [typed('administrator'), 'medium: ', 'as Order account, whoever asks. Pass', 'check rights there. Call as'],
      [typed('service'), 'low: '],
      [
        edited(shared, 'i-service', { credential: 'longLived' }),
        'its credential is shared and long-lived. Pass',
        'of its own that expires. Call as',
      ],
      [edited(shared, 'a-agent-orders', { does: ['write'] }), 'Agent reaches Order'],
    ],
    repair: { on: 'a-agent-orders', change: { as: 'caller' } },
    unknown: { on: 'i-service', change: { type: { unknown: true } } },
  },
  {
    rule: 'ID-02',
    fails: eternal,
    alsoFails: [shared, inTopic(undated)],
    says: [
      [eternal, 'is long-lived. It opens Orders.'],
      [edited(shared, 'i-service', { credential: 'longLived' }), 'is shared and long-lived.'],
      [inTopic(undated), 'is not known to expire. It opens Orders.'],
    ],
    passes: edited(eternal, 'i-service', { credential: 'shortLived' }),
    alsoPasses: [
      // Nobody calls as it.
      edited(eternal, 'a-agent-orders', { as: undefined }),
      inTopic(edited(undated, 'i-service', { type: 'person' })),
      inTopic(edited(undated, 'i-service', { credential: 'shortLived' })),
    ],
    quiet: [
      edited(undated, 'i-service', { credential: 'none' }),
      edited(undated, 'i-service', { type: 'person' }),
      edited(undated, 'a-agent-orders', { as: undefined }),
      edited(withKey, 'a-agent-orders', { authentication: 'oauth' }),
      edited(withKey, 'a-agent-orders', { as: 'caller' }),
      edited(withKey, 'c-orders', { kind: 'vector-store', settings: undefined }),
      edited(withKey, 'c-agent', { kind: 'orchestrator', settings: undefined }),
    ],
    asks: [
      [undated, 'How long does the credential of Order account live?'],
      [edited(shared, 'i-service', { credential: undefined })],
      [withKey, 'As whom does Agent call Orders'],
    ],
    repair: { on: 'i-service', change: { credential: 'none' } },
    unknown: { on: 'i-service', change: { credential: { unknown: true } } },
  },
]
