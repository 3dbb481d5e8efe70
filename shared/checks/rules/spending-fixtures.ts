import type { Design, Requirement } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  area,
  arrow,
  box,
  call,
  edited,
  grown,
  miniDesign,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const dear: Design = miniDesign({
  context: { monthlyBudgetUsd: 9000 },
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', { settings: { paidAs: 'existing' }, ...plan(call('a-service-model')) }),
    box('c-model', 'llm-api', { settings: { usdPerMInput: 1000, usdPerMOutput: 1000 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-model')],
})
const unlimited: Design = { ...dear, context: { complete: ['cost'] } }
const timely: Design = {
  ...unlimited,
  requirements: [requirement('r-fast', { metric: 'latency.full', is: '<=', target: 1e9 })],
}
const unwatched: Design = { ...dear, context: { monthlyBudgetUsd: 1e9, complete: ['cost'] } }
const used = {
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 1000, per: 'day' as const } }],
}
/** The same with traces that may raise alerts, and with a gateway that may stop. */
const traced: Design = {
  ...unwatched,
  components: [...(unwatched.components ?? []), box('c-traces', 'observability', { settings: { alerts: false } })],
  flows: [...(unwatched.flows ?? []), arrow('c-service', 'c-traces')],
}
const fronted: Design = {
  ...unwatched,
  components: [...(unwatched.components ?? []), box('c-gateway', 'model-gateway')],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-gateway'), arrow('c-gateway', 'c-model')],
}
const pilot: Partial<Design> = { ...used, context: { monthlyBudgetUsd: 1e9, stage: 'pilot' } }
const gated = edited(fronted, 'c-service', plan(call('a-service-gateway')))

const agreed = (metric: string, target: Requirement['target']): Design => ({
  ...dear,
  context: {},
  requirements: [requirement('r-agreed', { metric, is: '<=', target })],
})
const unpriced = grown(
  dear,
  [box('c-second', 'llm-api', { product: 'nobody/unpriced' })],
  [arrow('c-service', 'c-second')],
)
/** What costs most is a store, and people. */
const stored = grown(
  { ...dear, context: { monthlyBudgetUsd: 1 } },
  [box('c-store', 'object-store', { settings: { gigabytes: 1e9 } })],
  [arrow('c-service', 'c-store')],
)
const people = grown(
  { ...dear, ...used, context: { monthlyBudgetUsd: 1 } },
  [box('c-desk', 'human-review', { settings: { usdPerHour: 9e9 } })],
  [arrow('c-service', 'c-desk')],
)

const endless: Design = edited({ ...searchService, context: { complete: ['cost'] } }, 'a-service-model', {
  call: { maxOutputTokens: 0 },
})

const shared: Design = edited({ ...gated, context: { multiTenant: true } }, 'c-gateway', {
  settings: { metersPerTenant: false },
})
const direct: Design = { ...dear, context: { multiTenant: true, complete: ['cost'] } }
const plates = (count: number): Design => ({
  ...direct,
  context: { complete: ['cost'] },
  boundaries: [area('b-tenants', { copies: { of: 'tenant', count, mode: 'separate' } })],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'CST-01',
    fails: unlimited,
    alsoFails: [unwatched, traced, gated, { ...unlimited, ...used }],
    passes: edited(traced, 'c-traces', { settings: { alerts: true } }),
    alsoPasses: [
      { ...unlimited, workloads: used.workloads, actions: used.actions, context: { stage: 'idea' } },
      edited(gated, 'c-gateway', { settings: { budgetUsdPerMonth: 5000 } }),
      { ...edited(unlimited, 'c-model', { settings: { usdPerMInput: 0.001, usdPerMOutput: 0.001 } }) },
      edited(unwatched, 'c-model', { kind: 'llm-self-hosted', settings: undefined }),
      {
        ...edited(traced, 'c-traces', { settings: { alerts: true } }),
        context: { complete: ['cost'] },
        requirements: [
          requirement('r-cost', { metric: 'cost.month', is: '<=', target: 1e9 }),
          requirement('r-fast', { metric: 'latency.full', is: '<=', target: 1e9 }),
        ],
      },
    ],
    quiet: [
      { ...unlimited, context: { stage: 'production' } },
      { ...unlimited, ...used, context: {} },
    ],
    says: [
      [unlimited, 'elements: c-model'],
      [timely, 'nobody has said how much it may'],
      [unwatched, 'when what Model costs goes beyond it'],
      [
        grown(unwatched, [box('c-second', 'llm-api')], [arrow('c-service', 'c-second')]),
        'when what Model and Second cost goes',
      ],
    ],
    asks: [
      [{ ...unwatched, ...pilot }, 'Does somebody notice when spending runs away'],
      [{ ...edited(traced, 'c-traces', { settings: { alerts: undefined } }), ...pilot }, 'Traces: '],
    ],
    repair: { on: 'c-model', change: { settings: { usdPerMInput: 0.001, usdPerMOutput: 0.001 } } },
    unknown: { on: 'x-design', change: { ...used, context: { stage: 'production', complete: [] } } },
  },
  {
    rule: 'CST-02',
    fails: dear,
    alsoFails: [
      agreed('cost.month', 9000),
      // What has no number yet leaves the budget of the sheet.
      { ...agreed('cost.month', { unknown: true }), context: { monthlyBudgetUsd: 9000 } },
    ],
    alsoPasses: [agreed('latency.full', 1), agreed('cost.month', 1e12)],
    says: [
      [dear, 'high: $', ' Model is $', 'Start with Model: a smaller model', 'elements: c-model'],
      [agreed('cost.month', 9000), 'high: $', 'against a budget of $9k', 'elements: c-model r-agreed'],
      [unpriced, 'high: At least $'],
      [
        edited(dear, 'x-design', { context: { monthlyBudgetUsd: 230_000 } }),
        'medium: $',
        'but what we do not know may not',
      ],
      [stored, 'Start with Store: a cheaper product'],
      [people, 'Start with Desk: fewer cases'],
    ],
    passes: edited(dear, 'x-design', { context: { monthlyBudgetUsd: 1e12 } }),
    repair: { on: 'c-model', change: null },
  },
  {
    rule: 'CST-05',
    fails: endless,
    passes: searchService,
    alsoPasses: [edited(endless, 'a-service-model', { mode: 'offline' })],
    repair: { on: 'a-service-model', change: { call: { maxOutputTokens: 700 } } },
    unknown: { on: 'a-service-model', change: { call: { maxOutputTokens: { unknown: true } } } },
  },
  {
    rule: 'CST-08',
    fails: shared,
    alsoFails: [direct, plates(3), { ...direct, context: { tenants: 4, complete: ['cost'] } }],
    passes: edited(shared, 'c-gateway', { settings: { metersPerTenant: true } }),
    alsoPasses: [
      edited(shared, 'x-design', { context: { multiTenant: false } }),
      plates(1),
      { ...direct, context: { tenants: 1, complete: ['cost'] } },
      edited(direct, 'c-model', { kind: 'embedding', settings: undefined }),
    ],
    says: [
      [shared, 'Plan metering in Gateway'],
      [direct, 'patch: none'],
    ],
    asks: [
      [{ ...direct, context: { multiTenant: true } }, 'Is it known what each tenant costs?'],
      [edited(shared, 'c-gateway', { settings: { metersPerTenant: undefined } }), 'Gateway: '],
    ],
    repair: { on: 'c-gateway', change: { settings: { metersPerTenant: true } } },
    unknown: { on: 'c-gateway', change: { settings: { metersPerTenant: { unknown: true } } } },
  },
]
