import type { Access, Design } from '../../design/design.ts'
import { areas, mailingAgent } from '../../findings/testing/bases.ts'
import {
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const inTopic = (design: Design, topic = 'access'): Design =>
  edited(design, 'x-design', { context: { complete: [topic] } })

/** A mail becomes a case: a model sums it up and the service stores what it said. */
const filing: Design = miniDesign({
  boundaries: areas,
  components: [
    box('c-customer', 'user', { in: 'b-internet' }),
    box('c-service', 'orchestrator', {
      ...ours,
      settings: { validatesOutput: false },
      ...plan(call('a-service-model'), call('a-service-cases')),
    }),
    box('c-model', 'llm-self-hosted', ours),
    box('c-cases', 'relational-db', { ...ours, holds: ['d-case'], settings: { queryForm: 'fixed' } }),
  ],
  flows: [
    arrow('c-customer', 'c-service', { request: { data: ['d-mail'] } }),
    arrow('c-service', 'c-model', { request: { data: ['d-mail'] }, response: { data: ['d-summary'] } }),
    arrow('c-service', 'c-cases', { does: ['write'], request: { data: ['d-summary'] } }),
  ],
  data: [
    data('d-mail', { writers: 'anyone' }),
    data('d-summary', { derivedFrom: ['d-mail'] }),
    data('d-form', { writers: 'staff' }),
    data('d-case', { classification: 'confidential', personal: 'personal' }),
  ],
})
const judged = (kind: string): Design =>
  edited(
    grown(filing, [box('c-gate', kind, ours)], [arrow('c-service', 'c-gate', { mode: 'sync' })]),
    'c-service',
    plan(call('a-service-model'), call('a-service-gate'), call('a-service-cases')),
  )
const before = edited(filing, 'c-service', plan(call('a-service-cases'), call('a-service-model')))
const stored = (kind: string): Design => edited(filing, 'c-cases', { kind, settings: undefined })

/** An agent that writes code into a repository, or straight into a build. */
const coding = (
  kind: string,
  settings: Readonly<Record<string, unknown>>,
  does: readonly Access[] = ['write'],
): Design =>
  grown(
    mailingAgent,
    [box('c-code', kind, { ...ours, settings: settings as never })],
    [arrow('c-agent', 'c-code', { does })],
  )
const committing = coding('source-repository', { reviewed: false })
/** A service that has a model write, and passes it on. */
const passing = grown(
  edited(filing, 'c-cases', null),
  [box('c-code', 'source-repository', { ...ours, settings: { reviewed: false } })],
  [arrow('c-service', 'c-code', { does: ['write'] })],
)

const asking = (does: readonly Access[], more: Design = filing): Design =>
  edited(edited(more, 'c-cases', { settings: { queryForm: 'generated' } }), 'a-service-cases', { does })
const querying = asking(['read'])
/** The same where only people of the house speak. */
const ofStaff = edited(filing, 'd-mail', { writers: 'staff' })
const amongUs = asking(['read'], ofStaff)
/** A warehouse that keeps rights so. */
const inWarehouse = (tableRights: string): Design =>
  edited(querying, 'c-cases', { kind: 'data-warehouse', settings: { queryForm: 'generated', tableRights } })
const byAgent: Design = edited(
  grown(
    mailingAgent,
    [box('c-table', 'relational-db', { ...ours, settings: { queryForm: 'generated' } })],
    [arrow('c-agent', 'c-table', { does: ['read'], request: { data: ['d-message'] } })],
  ),
  'c-agent',
  plan(call('a-agent-table'), call('a-agent-model')),
)
/** A gate is drawn beside it; nobody has said when it is asked. */
const unordered = edited(
  grown(byAgent, [box('c-gate', 'policy-gate', ours)], [arrow('c-agent', 'c-gate')]),
  'c-agent',
  { plans: undefined },
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OUT-03',
    fails: filing,
    alsoFails: [
      judged('guardrail'),
      edited(filing, 'a-service-cases', { request: { data: ['d-summary', 'd-form'] } }),
      inTopic(edited(filing, 'c-service', { settings: { validatesOutput: undefined } })),
    ],
    passes: judged('human-approval'),
    alsoPasses: [
      before,
      edited(filing, 'a-service-cases', { does: ['read'] }),
      stored('memory'),
      edited(stored('source-repository'), 'a-service-cases', { mode: 'sync' }),
      stored('tool'),
      inTopic(edited(filing, 'c-service', { kind: 'agent', settings: undefined })),
    ],
    quiet: [
      edited(filing, 'c-service', { settings: { validatesOutput: true } }),
      edited(judged('human-approval'), 'c-service', { settings: { validatesOutput: undefined } }),
    ],
    says: [
      [filing, 'Service writes what a model said into Cases as it comes', 'rated: 5 x 3', '"validatesOutput":true'],
      [judged('human-approval'), 'mitigated by c-gate: ', 'once Gate has passed it'],
      [edited(filing, 'd-mail', { writers: 'staff' }), 'rated: 3 x 3'],
      [edited(filing, 'x-design', { context: { decisionEffect: 'significant' } }), 'rated: 5 x 4'],
    ],
    repair: { on: 'c-service', change: { settings: { validatesOutput: true } } },
    unknown: { on: 'c-service', change: { settings: { validatesOutput: { unknown: true } } } },
  },
  {
    rule: 'OUT-04',
    fails: committing,
    alsoFails: [passing, coding('ci-cd', { reviewed: false }), inTopic(coding('ci-cd', {}), 'supply-chain')],
    passes: coding('source-repository', { reviewed: true }),
    alsoPasses: [
      coding('source-repository', { reviewed: false }, ['read']),
      coding('prompt-registry', { reviewed: false }),
      inTopic(coding('relational-db', {}), 'supply-chain'),
      edited(passing, 'c-model', { kind: 'tool' }),
    ],
    quiet: [coding('source-repository', { reviewed: true }), coding('source-repository', {}, ['read'])],
    says: [
      [committing, 'nobody reads it before it runs.', 'rated: 3 x 4', '"reviewed":true'],
      [coding('ci-cd', { reviewed: false, packageList: false }), 'any package can come with it', 'rated: 4 x 4'],
    ],
    repair: { on: 'c-code', change: { settings: { reviewed: true } } },
    unknown: { on: 'c-code', change: { settings: { reviewed: { unknown: true } } } },
  },
  {
    rule: 'OUT-07',
    fails: querying,
    alsoFails: [
      byAgent,
      inTopic(edited(querying, 'c-cases', { settings: { queryForm: undefined } })),
      amongUs,
      edited(asking(['read', 'write'], ofStaff), 'a-service-cases', { as: 'caller' }),
      edited(edited(inWarehouse('none'), 'd-mail', { writers: 'staff' }), 'a-service-cases', { as: 'caller' }),
    ],
    passes: filing,
    alsoPasses: [
      edited(amongUs, 'a-service-cases', { as: 'caller' }),
      edited(edited(inWarehouse('row'), 'd-mail', { writers: 'staff' }), 'a-service-cases', { as: 'caller' }),
      asking(['read'], judged('policy-gate')),
      asking(['read'], before),
      inTopic(edited(querying, 'c-cases', { kind: 'object-store', settings: undefined })),
    ],
    quiet: [
      filing,
      asking(['read'], judged('policy-gate')),
      edited(unordered, 'c-table', { settings: { queryForm: 'fixed' } }),
      edited(edited(querying, 'd-mail', { writers: 'staff' }), 'c-cases', { settings: { queryForm: undefined } }),
    ],
    says: [
      [querying, 'with Mail in hand.', 'rated: 5 x 3', 'path: c-customer', '"queryForm":"fixed"'],
      [asking(['read', 'write']), 'they may change data', 'rated: 5 x 4'],
      [asking(['read'], judged('policy-gate')), 'mitigated by c-gate: ', 'Gate decides before'],
      [amongUs, 'lets a model write queries to Cases.', 'rated: 2 x 3', 'a question too many'],
      [edited(asking(['read'], judged('policy-gate')), 'd-mail', { writers: 'staff' }), 'mitigated by c-gate: '],
      [edited(querying, 'a-service-cases', { as: 'caller' }), 'rights of who asks', 'rated: 5 x 2'],
    ],
    asks: [
      [unordered, 'does Gate always come before Table?'],
      [edited(unordered, 'd-message', { writers: 'staff' }), 'does Gate always come before Table?'],
    ],
    repair: { on: 'c-cases', change: { settings: { queryForm: 'fixed' } } },
    unknown: { on: 'c-cases', change: { settings: { queryForm: { unknown: true } } } },
  },
]
