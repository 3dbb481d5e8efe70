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

/** An endpoint at 85 % of what it sustains, whose callers try four times. */
export const storming: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-score'))),
    box('c-score', 'ml-endpoint', { settings: { workers: 1, replicas: 1, p50Ms: 100, p95Ms: 400 } }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-score', { timeoutMs: 500, retries: 3 })],
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-user-service' }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 6, per: 'second', peakFactor: 1 } }],
})

/** Two agents that hand a task to one another until one of them thinks that it is done. */
const circle: Design = miniDesign({
  context: { complete: ['agents'] },
  components: [
    box('c-user', 'user'),
    box('c-planner', 'agent', { settings: { steps: 1 }, ...plan(call('a-planner-critic', { share: 0.5 })) }),
    box('c-critic', 'agent', {
      settings: { steps: 1 },
      plans: [{ steps: [call('a-critic-planner', { share: 0.5 })] }],
    }),
  ],
  flows: [
    arrow('c-user', 'c-planner'),
    arrow('c-planner', 'c-critic'),
    arrow('c-critic', 'c-planner', { mode: 'async' }),
  ],
})

/** Each round brings more than one round. */
const unending: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-planner', 'agent', {
      settings: { steps: 1 },
      plans: [
        { steps: [call('a-planner-critic')] },
        { on: ['a-critic-planner'], steps: [call('a-planner-critic', { times: 1.2 })] },
      ],
    }),
    box('c-critic', 'agent', { plans: [{ on: ['a-planner-critic'], steps: [call('a-critic-planner')] }] }),
  ],
  flows: [
    arrow('c-user', 'c-planner'),
    arrow('c-planner', 'c-critic', { mode: 'async' }),
    arrow('c-critic', 'c-planner', { mode: 'async' }),
  ],
})
/** The rounds are with a service; the agent hands over to another agent as well, and back. */
const besides: Design = grown(
  { ...edited(unending, 'c-critic', { kind: 'orchestrator' }), context: { complete: ['agents'] } },
  [box('c-judge', 'agent')],
  [arrow('c-planner', 'c-judge', { mode: 'async' }), arrow('c-judge', 'c-planner', { mode: 'async' })],
)
/** A third agent asks them, and hands nothing over for ever. */
const asked: Design = grown(circle, [box('c-lead', 'agent')], [arrow('c-lead', 'c-planner')])

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-11',
    fails: circle,
    alsoFails: [edited(circle, 'c-critic', { settings: { maxHandOvers: 0 } }), besides],
    passes: edited(circle, 'c-critic', { settings: { maxHandOvers: 6 } }),
    alsoPasses: [
      edited(circle, 'c-critic', { kind: 'orchestrator' }),
      edited(circle, 'c-planner', { kind: 'orchestrator' }),
      edited(circle, 'a-critic-planner', { mode: 'offline' }),
      edited(edited(circle, 'a-critic-planner', { mode: undefined }), 'c-critic', { plans: undefined }),
    ],
    quiet: [unending],
    says: [[asked, '1 in all', 'elements: a-critic-planner a-planner-critic c-critic c-planner']],
    repair: { on: 'c-planner', change: { settings: { maxHandOvers: 4 } } },
    unknown: { on: 'c-planner', change: { settings: { maxHandOvers: { unknown: true } } } },
  },
  {
    rule: 'REL-15',
    fails: storming,
    alsoFails: [unending],
    passes: edited(storming, 'w-day', { arrivals: { rate: 2, per: 'second', peakFactor: 1 } }),
    repair: { on: 'a-service-score', change: { retries: 0 } },
  },
]
