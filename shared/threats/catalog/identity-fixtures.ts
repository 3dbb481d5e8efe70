import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import {
  area,
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const shared: Design = {
  ...edited(mailingAgent, 'a-agent-orders', { as: 'i-service' }),
  identities: [{ id: 'i-service', name: 'Order account', type: 'shared', credential: 'shortLived' }],
}
const eternal: Design = edited(shared, 'i-service', { type: 'agent', credential: 'longLived' })
const open: Design = edited(mailingAgent, 'a-customer-agent', { authentication: 'none' })

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

/** Our agent calls a server of tools of ours that stands in a public network, from a place that is trusted no less. */
const tools: Design = {
  ...grown(
    mailingAgent,
    [box('c-tools', 'mcp-server', { in: 'b-edge', settings: { effect: 'read' } })],
    [arrow('c-agent', 'c-tools', { authentication: 'none' })],
  ),
  boundaries: [
    ...(mailingAgent.boundaries ?? []),
    area('b-edge', { trust: 60, organisation: 'client', network: 'public' }),
  ],
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
const silentTools = edited(tools, 'a-agent-tools', { authentication: undefined })

/** The agent shows who it is, and the server looks at nothing. */
const unreadProof = edited(edited(tools, 'a-agent-tools', { authentication: 'oauth' }), 'c-tools', {
  settings: { authorises: false },
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
      edited(warehouse({}), 'x-design', { context: { complete: ['access'] } }),
    ],
    passes: edited(shared, 'd-order', { classification: 'public', personal: 'none' }),
    // What is put into a queue does not come back.
    alsoPasses: [
      edited(edited(shared, 'c-orders', { kind: 'queue', settings: undefined }), 'a-agent-orders', { does: ['write'] }),
      edited(shared, 'c-orders', { kind: 'observability', settings: undefined }),
      typed('agent'),
      service('a-agent-orders', 'a-agent-model'),
      staffAsks,
      // Queries that a model writes are a threat of their own.
      warehouse({ tableRights: 'none', queryForm: 'generated' }),
    ],
    quiet: [mailingAgent, warehouse({ tableRights: 'row' }), warehouse({ tableRights: 'table' })],
    asks: [[warehouse({}), 'Orders: are rights kept per table'], [openToAll], [warehouse({ queryForm: 'generated' })]],
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
    alsoFails: [shared],
    says: [
      [eternal, 'is long-lived. It opens Orders.'],
      [edited(shared, 'i-service', { credential: 'longLived' }), 'is shared and long-lived.'],
    ],
    passes: edited(eternal, 'i-service', { credential: 'shortLived' }),
    repair: { on: 'i-service', change: { credential: 'none' } },
    unknown: { on: 'a-agent-orders', change: { as: undefined }, by: 'ID-01' },
  },
  {
    rule: 'ID-03',
    fails: open,
    alsoFails: [
      tools,
      edited(tools, 'c-tools', { kind: 'agent', settings: undefined }),
      edited(tools, 'b-edge', { organisation: undefined }),
      edited(tools, 'c-tools', { settings: { authorises: true } }),
      edited(edited(tools, 'b-edge', { organisation: 'partner' }), 'c-tools', { settings: { thirdParty: false } }),
      edited(silentTools, 'c-tools', { settings: { authorises: false } }),
      unreadProof,
    ],
    passes: mailingAgent,
    alsoPasses: [
      edited(tools, 'a-agent-tools', { authentication: 'oauth' }),
      edited(tools, 'a-agent-tools', { mode: 'offline' }),
      edited(open, 'a-customer-agent', { mode: 'offline' }),
      edited(tools, 'b-edge', { network: 'private' }),
      edited(tools, 'b-edge', { network: undefined }),
      edited(tools, 'b-edge', { organisation: 'partner' }),
      edited(tools, 'c-tools', { settings: { thirdParty: true } }),
      edited(tools, 'c-tools', { kind: 'tool', settings: { effect: 'read' } }),
    ],
    quiet: [edited(silentTools, 'c-tools', { settings: { authorises: true } })],
    repair: { on: 'a-customer-agent', change: { authentication: 'session' } },
    unknown: { on: 'a-customer-agent', change: { authentication: { unknown: true } } },
    says: [
      [open, 'medium: '],
      [open, 'across a trust boundary', 'Authenticate Customer before'],
      [edited(open, 'c-customer', { kind: 'client' }), 'high: '],
      [unreadProof, 'high: ', 'Agent shows who it is, and Tools checks neither that', 'Let Tools check who calls'],
      [tools, 'high: ', 'Tools stands in a public network', 'elements: a-agent-tools b-edge', 'refuse whoever'],
      [edited(open, 'b-platform', { network: 'public' }), 'across a trust boundary'],
    ],
    asks: [[open], [tools], [silentTools, 'How does Tools know that it is Agent?']],
  },
]
