import type { Design } from '../../design/design.ts'
import {
  area,
  arrow,
  box,
  call,
  edited,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

/** A service in two regions that searches an index in one. */
const spread: Design = miniDesign({
  boundaries: [
    area('b-cloud', { organisation: 'client' }),
    area('b-regions', { in: 'b-cloud', copies: { of: 'region', count: 2, mode: 'activeActive' } }),
  ],
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', { in: 'b-regions', ...plan(call('a-service-index')) }),
    box('c-index', 'vector-store', { in: 'b-cloud' }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-index')],
})

/** A service in Ireland that asks a store in Virginia while somebody waits. */
const far: Design = miniDesign({
  boundaries: [area('b-ireland', { region: 'eu-west-1' }), area('b-virginia', { region: 'us-east-1' })],
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', { in: 'b-ireland', ...plan(call('a-service-store')) }),
    box('c-store', 'relational-db', { in: 'b-virginia' }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-store', { does: ['read'] })],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-14',
    fails: spread,
    alsoFails: [edited(spread, 'c-index', { kind: 'memory' })],
    passes: edited(spread, 'c-index', { in: 'b-regions' }),
    alsoPasses: [
      edited(spread, 'b-regions', { copies: { of: 'region', count: 2, mode: 'separate' } }),
      edited(spread, 'b-regions', { copies: { of: 'zone', count: 2 } }),
      edited(spread, 'b-regions', { copies: { of: 'region', count: 1 } }),
      edited(spread, 'c-index', { kind: 'relational-db' }),
      edited(spread, 'a-service-index', { mode: 'async' }),
    ],
    repair: { on: 'c-index', change: { in: 'b-regions' } },
  },
  {
    rule: 'LAT-04',
    fails: far,
    alsoFails: [edited(far, 'c-service', plan(call('a-service-store', { times: 5 })))],
    passes: edited(far, 'b-virginia', { region: 'eu-west-1' }),
    alsoPasses: [
      edited(far, 'b-virginia', { region: 'eu-central-1' }),
      edited(far, 'c-store', { settings: { p50Ms: 60_000, p95Ms: 60_000 } }),
      edited(far, 'c-user', { kind: 'external-system' }),
      edited(far, 'c-service', { kind: 'client' }),
      edited(far, 'a-service-store', { mode: 'async' }),
    ],
    says: [
      [far, 'medium: Service in eu-west-1 calls Store in us-east-1: '],
      [
        edited(far, 'c-service', plan(call('a-service-store', { times: 5 }))),
        'Store in us-east-1, 5 times a request: ',
      ],
    ],
    repair: { on: 'c-store', change: { in: 'b-ireland' } },
  },
]
