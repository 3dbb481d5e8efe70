import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  area,
  arrow,
  box,
  call,
  edited,
  miniDesign,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const promised: Design = {
  ...edited(searchService, 'c-service', { settings: { replicas: 1, zones: 1 } }),
  requirements: [requirement('r-up', { metric: 'availability', is: '>=', target: 0.999 })],
}
const beyond: Design = {
  ...searchService,
  requirements: [requirement('r-up', { metric: 'availability', is: '>=', target: 0.99999 })],
}

const twice: Design = {
  ...beyond,
  requirements: (beyond.requirements ?? []).flatMap((each) => [each, { ...each, id: 'r-2' }]),
}
/** Two models of one vendor stand in for each other: what takes most is that both fail together. */
const standIn: Design = miniDesign({
  boundaries: [area('b-vendor', { organisation: 'vendor', region: 'eu-west-1' })],
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', {
      settings: { availability: 0.999999 },
      ...plan(call('a-service-one', { orElse: [call('a-service-two')] })),
    }),
    box('c-one', 'llm-api', { in: 'b-vendor' }),
    box('c-two', 'llm-api', { in: 'b-vendor' }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-one'), arrow('c-service', 'c-two')],
  requirements: beyond.requirements ?? [],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-06',
    fails: beyond,
    alsoFails: [edited(beyond, 'r-up', { metric: 'downtime', is: '<=', target: 1 })],
    passes: edited(beyond, 'r-up', { target: 0.5 }),
    alsoPasses: [edited(beyond, 'r-up', { metric: 'latency.full', is: '<=', target: 1 })],
    says: [
      [
        beyond,
        'high: Up: ',
        ' Embedder alone takes 196 minutes',
        'Start with Embedder',
        'value -0.98',
        'c-embedder r-up',
      ],
      [edited(beyond, 'r-up', { priority: 'should' }), 'medium: '],
      [edited(beyond, 'r-up', { metric: 'downtime', is: '<=', target: 1 }), 'value 495'],
      [twice, '1 in all'],
      [standIn, '. Give what everything needs a second copy', 'elements: a-user-service r-up'],
    ],
    repair: { on: 'r-up', change: { target: 0.9 } },
  },
  {
    rule: 'REL-07',
    fails: promised,
    alsoFails: [edited(promised, 'c-service', { settings: { replicas: 2 } })],
    passes: edited(promised, 'r-up', { target: 0.99 }),
    alsoPasses: [
      edited(promised, 'c-service', { settings: { replicas: 2, zones: 2 } }),
      edited(edited(promised, 'a-portal-service', { mode: 'async' }), 'c-index', { settings: { replicas: 1 } }),
    ],
    says: [
      [promised, 'Service runs in one copy', 'two replicas of Service', 'Plan two replicas and zones'],
      [edited(promised, 'c-service', { settings: { replicas: 2 } }), 'runs in one zone', 'two zones of Service'],
    ],
    repair: { on: 'c-service', change: { settings: { replicas: 2, zones: 2 } } },
  },
]
