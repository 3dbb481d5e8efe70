import type { Design, Flow, Step } from '../../design/design.ts'
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

/** A service that asks for an order, then for a customer, each by the number that the person typed. */
const queueing: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-orders'), call('a-service-customers'))),
    box('c-orders', 'relational-db', { holds: ['d-orders'], settings: { p50Ms: 400, p95Ms: 600 } }),
    box('c-customers', 'nosql-database', { holds: ['d-customers'], settings: { p50Ms: 300, p95Ms: 500 } }),
  ],
  flows: [
    arrow('c-user', 'c-service', { request: { data: ['d-number'] } }),
    arrow('c-service', 'c-orders', { does: ['read'], request: { data: ['d-number'] } }),
    arrow('c-service', 'c-customers', { does: ['read'], request: { data: ['d-number'] } }),
  ],
  data: [
    data('d-number'),
    data('d-orders'),
    data('d-customers'),
    data('d-more'),
    data('d-keys', { derivedFrom: ['d-orders'] }),
  ],
})
const steps = [call('a-service-orders'), call('a-service-customers')] as const
const two = '{"call":"a-service-orders"},{"call":"a-service-customers"}'

const planned = (...wanted: readonly Step[]): Design => edited(queueing, 'c-service', plan(...wanted))
/** The same with stock, asked for last. */
const third = (more: Partial<Flow>): Design =>
  grown(
    planned(...steps, call('a-service-stock')),
    [box('c-stock', 'relational-db', { holds: ['d-more'], settings: { p50Ms: 300, p95Ms: 500 } })],
    [arrow('c-service', 'c-stock', { does: ['read'], request: { data: ['d-number'] }, ...more })],
  )

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'LAT-07',
    fails: queueing,
    alsoFails: [
      edited(queueing, 'c-service', plan({ steps })),
      edited(queueing, 'c-service', plan({ parallel: [{ steps }, { steps: [] }] })),
      edited(queueing, 'c-service', plan({ choose: [{ steps }] })),
      edited(queueing, 'c-orders', { kind: 'tool', settings: { effect: 'read', p50Ms: 400, p95Ms: 600 } }),
      edited(queueing, 'a-service-orders', { response: { data: ['d-orders'] } }),
      edited(queueing, 'a-service-orders', { does: undefined }),
    ],
    passes: edited(queueing, 'c-service', plan({ parallel: steps })),
    alsoPasses: [
      edited(queueing, 'c-service', { plans: undefined }),
      edited(queueing, 'a-service-customers', { request: { data: ['d-orders'] } }),
      edited(queueing, 'a-service-customers', { request: { data: ['d-keys'] } }),
      edited(queueing, 'a-service-customers', { request: undefined }),
      edited(edited(queueing, 'c-orders', { holds: ['d-orders', 'd-more'] }), 'a-service-customers', {
        request: { data: ['d-orders'] },
      }),
      edited(queueing, 'a-service-orders', { does: ['read', 'write'] }),
      edited(queueing, 'a-service-orders', { mode: 'async' }),
      edited(queueing, 'c-orders', { holds: undefined }),
      edited(queueing, 'c-orders', { kind: 'cache' }),
      edited(queueing, 'c-orders', { kind: 'orchestrator' }),
      edited(edited(queueing, 'c-orders', { kind: 'tool' }), 'a-service-orders', { does: undefined }),
      edited(queueing, 'c-orders', { settings: { p50Ms: 20, p95Ms: 30 } }),
      ...[{ share: 0.5 }, { ends: 0.5 }, { times: 2 }, { orElse: [] }].map((more) =>
        edited(queueing, 'c-service', plan(call('a-service-orders', more), call('a-service-customers'))),
      ),
    ],
    says: [
      [
        queueing,
        'asks Orders and Customers one after the other',
        'Ask them together',
        `"steps":[{"parallel":[${two}]}]`,
      ],
      [third({}), 'asks Orders, Customers and Stock one', `"steps":[{"parallel":[${two},{"call":"a-service-stock"}]}]`],
      [third({ request: { data: ['d-customers'] } }), 'asks Orders and Customers one', `{"parallel":[${two}]},{"call"`],
      [edited(third({}), 'a-service-orders', { mode: 'async' }), 'asks Customers and Stock one'],
      [planned(call('a-service-orders', { share: 0.5 }), ...steps), `"share":0.5},{"parallel":[${two}]}]`],
      // Where they are asked together already, or one of them, nothing is to be mended.
      [planned({ steps }, { parallel: steps }), `"steps":[{"steps":[{"parallel":[${two}]}]},{"parallel":[${two}]}]`],
      [planned({ steps }, { choose: steps }), `"steps":[{"steps":[{"parallel":[${two}]}]},{"choose":[${two}]}]`],
    ],
    repair: { on: 'c-service', change: plan({ parallel: steps }) },
  },
]
