import type { Design } from '../../design/design.ts'
import {
  arrow,
  box,
  call,
  edited,
  grown,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

/** Many ask a service what others asked before, and its prompt begins with the same long rules. */
const busy: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', { settings: { repeatShare: 0.4 }, ...plan(call('a-service-model')) }),
    box('c-model', 'llm-api', { settings: { usdPerMInput: 3, usdPerMOutput: 15 } }),
  ],
  flows: [
    arrow('c-user', 'c-service'),
    arrow('c-service', 'c-model', { call: { instructionTokens: 4000, outputTokens: 200, promptCaching: false } }),
  ],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 20_000, per: 'day' } }],
})
const cached = edited(
  {
    ...busy,
    components: [...(busy.components ?? []), box('c-cache', 'cache')],
    flows: [...(busy.flows ?? []), arrow('c-service', 'c-cache')],
  },
  'c-service',
  plan(call('a-service-cache'), call('a-service-model')),
)
/** Somebody else's service has a cache. */
const cachedElsewhere: Design = {
  ...busy,
  components: [
    ...(busy.components ?? []),
    box('c-other', 'orchestrator', plan(call('a-other-cache'))),
    box('c-cache', 'cache'),
  ],
  flows: [...(busy.flows ?? []), arrow('c-user', 'c-other'), arrow('c-other', 'c-cache')],
  actions: [...(busy.actions ?? []), { id: 'e-other', name: 'Other', starts: 'a-user-other' }],
}
/** Ours has one, somebody else's has none. */
const cachedHere: Design = {
  ...cached,
  components: [...(cached.components ?? []), box('c-other', 'orchestrator')],
  flows: [...(cached.flows ?? []), arrow('c-user', 'c-other')],
  actions: [...(cached.actions ?? []), { id: 'e-other', name: 'Other', starts: 'a-user-other' }],
}
/** The service asks two models. */
const twoModels = edited(
  grown(
    busy,
    [box('c-second', 'llm-api', { settings: { usdPerMInput: 3, usdPerMOutput: 15 } })],
    [arrow('c-service', 'c-second', { call: { instructionTokens: 4000, outputTokens: 200 } })],
  ),
  'c-service',
  plan(call('a-service-model'), call('a-service-second')),
)
const seldom = edited(busy, 'w-day', { arrivals: { rate: 200, per: 'day' } })
const cheap = edited(busy, 'c-model', { settings: { usdPerMInput: 0.001, usdPerMOutput: 0.001 } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'CST-04',
    fails: busy,
    alsoFails: [edited(cached, 'c-cache', { settings: { keeps: 'data' } }), cachedElsewhere],
    passes: cached,
    alsoPasses: [edited(busy, 'c-service', { settings: { repeatShare: 0.05 } }), seldom, cheap, cachedHere],
    repair: { on: 'c-service', change: { settings: { repeatShare: 0 } } },
    unknown: { on: 'c-service', change: { settings: { repeatShare: { unknown: true } } } },
    quiet: [
      { ...edited(busy, 'c-service', { settings: { repeatShare: undefined } }), workloads: [] },
      edited(busy, 'c-service', { kind: 'agent', settings: undefined }),
    ],
    says: [[twoModels, '1 in all', 'elements: a-service-model c-model c-service']],
  },
  {
    rule: 'CST-11',
    fails: busy,
    alsoFails: [
      { ...edited(busy, 'a-service-model', { call: { promptCaching: undefined } }), context: { complete: ['cost'] } },
    ],
    passes: edited(busy, 'a-service-model', { call: { promptCaching: true } }),
    alsoPasses: [
      edited(busy, 'a-service-model', { call: { instructionTokens: 1000 } }),
      edited(busy, 'c-model', { settings: { promptCacheMinTokens: 5000 } }),
      seldom,
      cheap,
    ],
    // A fifth of the requests comes as far as the model.
    says: [[edited(busy, 'c-service', plan(call('a-service-model', { share: 0.2 }))), 'with each of 12']],
    repair: { on: 'a-service-model', change: { call: { promptCaching: true } } },
    unknown: { on: 'a-service-model', change: { call: { promptCaching: { unknown: true } } } },
  },
]
