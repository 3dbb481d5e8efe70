import type { Component, Design, Settings } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** The agent recalls before it thinks and remembers at the end. */
const remembering: Design = edited(
  {
    ...edited(mailingAgent, 'c-mail', null),
    components: [
      ...(edited(mailingAgent, 'c-mail', null).components ?? []),
      box('c-memory', 'memory', {
        in: 'b-platform',
        settings: { isolation: 'namespace', checksWrites: true, retentionDays: 90, encryptedAtRest: true },
      }),
    ],
    flows: [
      ...(edited(mailingAgent, 'c-mail', null).flows ?? []),
      arrow('c-agent', 'c-memory', { does: ['read'] }),
      { ...arrow('c-agent', 'c-memory', { does: ['write'] }), id: 'a-agent-remember', name: 'Remember' },
    ],
  },
  'c-agent',
  plan(call('a-agent-memory'), call('a-agent-model'), call('a-agent-orders'), call('a-agent-remember')),
)
const unchecked = edited(remembering, 'c-memory', { settings: { checksWrites: false } })
/** A rule decides what is remembered. */
const gated = (design: Design): Design =>
  edited(
    grown(design, [box('c-gate', 'policy-gate', { in: 'b-platform' })], [arrow('c-agent', 'c-gate', { mode: 'sync' })]),
    'c-agent',
    plan(
      call('a-agent-memory'),
      call('a-agent-model'),
      call('a-agent-orders'),
      call('a-agent-gate'),
      call('a-agent-remember'),
    ),
  )
const mixed = edited(remembering, 'c-memory', { settings: { isolation: 'none' } })

/** Another agent that customers write to remembers in the same place. */
const withHelper = (design: Design, more: Partial<Component> = {}): Design =>
  grown(
    design,
    [box('c-helper', 'agent', { in: 'b-platform', ...more })],
    [
      arrow('c-customer', 'c-helper', { request: { data: ['d-message'] } }),
      arrow('c-helper', 'c-memory', { does: ['write'], mode: 'sync' }),
    ],
  )
const openBeside = withHelper(gated(unchecked), plan(call('a-helper-memory')))
/** Of the other agent nobody has said whether the gate comes first. */
const unsureBeside = grown(withHelper(gated(unchecked)), [], [arrow('c-helper', 'c-gate', { mode: 'sync' })])

/** Answers for everybody in one cache. */
const cached = (isolation: string): Design => ({
  ...remembering,
  components: [
    ...(remembering.components ?? []),
    box('c-cache', 'cache', { in: 'b-platform', holds: ['d-order'], settings: { isolation } }),
  ],
  flows: [...(remembering.flows ?? []), arrow('c-agent', 'c-cache', { does: ['read', 'write'] })],
})

/** One index for all tenants. */
const tenants = (settings: Settings): Design => ({
  ...edited(searchService, 'c-index', { settings: { accessControl: undefined, ...settings } }),
  context: { multiTenant: true },
})

const steered: Design = {
  ...mixed,
  data: [data('d-message', { writers: 'anyone' }), data('d-order', { writers: 'system', classification: 'public' })],
}
const neverRead = edited(
  edited(steered, 'a-agent-memory', null),
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-orders'), call('a-agent-remember')),
)
/** What strangers once wrote was loaded by hand; no conversation adds to it. */
const loaded: Design = edited(neverWritten(), 'c-memory', { holds: ['d-message'] })
function neverWritten(): Design {
  return edited(
    edited(steered, 'a-agent-remember', null),
    'c-agent',
    plan(call('a-agent-memory'), call('a-agent-model'), call('a-agent-orders')),
  )
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'MEM-01',
    fails: unchecked,
    alsoFails: [openBeside],
    quiet: [remembering],
    says: [
      [unsureBeside, '0 in all'],
      [unchecked, 'approve-writes at a-agent-remember', 'and nothing checks it first'],
      [gated(unchecked), 'mitigated by c-gate: ', 'and Gate checks it first'],
    ],
    asks: [[edited(gated(unchecked), 'c-memory', { settings: { checksWrites: { unknown: true } } })]],
    passes: edited(unchecked, 'd-message', { writers: 'staff' }),
    repair: { on: 'c-memory', change: { settings: { checksWrites: true } } },
    unknown: { on: 'c-memory', change: { settings: { checksWrites: { unknown: true } } } },
  },
  {
    rule: 'MEM-02',
    fails: mixed,
    alsoFails: [cached('none'), cached('filter'), tenants({ isolation: 'none', accessControl: 'query' })],
    passes: remembering,
    alsoPasses: [
      tenants({ isolation: 'physical', accessControl: 'query' }),
      { ...tenants({ isolation: 'none' }), context: { multiTenant: false } },
      cached('namespace'),
      edited(cached('none'), 'd-order', { personal: 'none', classification: 'public' }),
    ],
    repair: { on: 'c-memory', change: { settings: { isolation: 'physical' } } },
    quiet: [tenants({ accessControl: 'namespace' })],
    says: [
      [mixed, 'high: ', 'in one place'],
      [cached('filter'), 'medium: ', 'apart by a filter only'],
    ],
    unknown: { on: 'c-memory', change: { settings: { isolation: { unknown: true } } } },
  },
  {
    rule: 'P-05',
    fails: steered,
    alsoPasses: [neverRead, loaded],
    says: [
      [steered, 'a-agent-remember c-memory a-agent-memory c-agent'],
      [gated(steered), 'mitigated by c-gate: ', 'once Gate has passed it'],
      [edited(steered, 'x-design', { context: { stage: 'pilot' } }), 'medium: '],
      [edited(steered, 'x-design', { context: { stage: 'pilot', audience: 'internal' } }), 'low: '],
    ],
    passes: remembering,
    repair: { on: 'c-memory', change: { settings: { isolation: 'namespace' } } },
    unknown: { on: 'c-memory', change: { settings: { isolation: { unknown: true } } } },
  },
]
