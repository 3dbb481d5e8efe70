import type { Boundary, Design, Settings } from '../../design/design.ts'
import {
  area,
  arrow,
  box,
  call,
  data,
  edited,
  miniDesign,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

/** A report that takes a service ten minutes to write. */
const long: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-writer', 'orchestrator', { settings: { durable: false }, ...plan(call('a-writer-store')) }),
    box('c-store', 'object-store', { settings: { p50Ms: 600_000, p95Ms: 900_000 } }),
  ],
  flows: [arrow('c-user', 'c-writer'), arrow('c-writer', 'c-store', { does: ['read'] })],
})

/** Contracts that are kept in one place only. */
const keeping: Design = miniDesign({
  context: { complete: ['reliability'] },
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-store'))),
    box('c-store', 'relational-db', { holds: ['d-contracts'] }),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-store', { does: ['read'] })],
  data: [data('d-contracts'), data('d-source')],
})
const written: Design = {
  ...edited(keeping, 'c-store', { holds: undefined }),
  flows: [
    arrow('c-user', 'c-service', { request: { data: ['d-contracts'] } }),
    arrow('c-service', 'c-store', { does: ['write'], request: { data: ['d-contracts'] } }),
  ],
}
/** The same, where copies in other zones take over. */
const takenOver: Design = {
  ...edited(keeping, 'c-store', { in: 'b-zones', settings: { rpoHours: 4 } }),
  boundaries: [area('b-zones', { copies: { of: 'zone', count: 2, failoverS: 60 } })],
}
const copiesOf = (copies: NonNullable<Boundary['copies']>): Design => ({
  ...takenOver,
  boundaries: [area('b-zones', { copies })],
})
const targets = { rpoHours: 4, rtoHours: 8 }
/** Both are promised and no copy is kept; somebody has a reason to care, or has not. */
function uncopied(context: Settings, metric?: string): Design {
  return {
    ...edited(keeping, 'c-store', { settings: { ...targets, backupCopies: 0 } }),
    context,
    ...(metric === undefined ? {} : { requirements: [requirement('r-one', { metric, is: '<=', target: 1 })] }),
  }
}

/** Cases that a queue hands to a worker. */
const handing: Design = miniDesign({
  components: [
    box('c-user', 'user'),
    box('c-queue', 'queue', { settings: { deadLetters: false } }),
    box('c-worker', 'orchestrator'),
  ],
  flows: [arrow('c-user', 'c-queue'), arrow('c-queue', 'c-worker')],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-12',
    fails: long,
    alsoFails: [{ ...edited(long, 'c-writer', { settings: undefined }), context: { complete: ['reliability'] } }],
    passes: edited(long, 'c-writer', { settings: { durable: true } }),
    alsoPasses: [edited(long, 'c-store', { settings: { p50Ms: 6000, p95Ms: 9000 } })],
    repair: { on: 'c-writer', change: { settings: { durable: true } } },
    unknown: { on: 'c-writer', change: { settings: { durable: { unknown: true } } } },
  },
  {
    rule: 'REL-13',
    fails: keeping,
    alsoFails: [
      written,
      edited(keeping, 'c-store', { settings: { rpoHours: 4 } }),
      edited(keeping, 'c-store', { settings: { ...targets, backupCopies: 0 } }),
      ...['availability', 'downtime', 'recovery.rpo'].map((metric) => uncopied({}, metric)),
      uncopied({ tier: 1 }),
      copiesOf({ of: 'zone', count: 2 }),
      copiesOf({ of: 'zone', count: 1, failoverS: 60 }),
      copiesOf({ of: 'tenant', count: 2, failoverS: 60 }),
      copiesOf({ of: 'zone', count: 2, failoverS: 60, mode: 'separate' }),
    ],
    passes: edited(keeping, 'c-store', { settings: targets }),
    alsoPasses: [
      takenOver,
      uncopied({ tier: 3 }),
      uncopied({}, 'cost.month'),
      edited(keeping, 'd-contracts', { derivedFrom: ['d-source'] }),
      edited(keeping, 'c-store', { holds: undefined }),
      edited(written, 'a-service-store', { does: ['read'] }),
    ],
    says: [
      [keeping, 'Nothing says how much of Contracts', 'for both', '"settings":{"rpoHours":24,"rtoHours":24}'],
      [edited(keeping, 'c-store', { settings: { rpoHours: 4 } }), '"settings":{"rtoHours":24}'],
      [
        edited(keeping, 'c-store', { settings: { ...targets, backupCopies: 0 } }),
        'Store promises what may be lost of Contracts, and keeps no backup',
        'Plan one backup',
      ],
    ],
    repair: { on: 'c-store', change: { settings: targets } },
    unknown: { on: 'c-store', change: { settings: { rpoHours: { unknown: true }, rtoHours: 8 } } },
  },
  {
    rule: 'REL-21',
    fails: handing,
    alsoFails: [{ ...edited(handing, 'c-queue', { settings: undefined }), context: { complete: ['reliability'] } }],
    passes: edited(handing, 'c-queue', { settings: { deadLetters: true } }),
    alsoPasses: [edited(handing, 'a-queue-worker', { mode: 'offline' })],
    repair: { on: 'c-queue', change: { settings: { deadLetters: true } } },
    unknown: { on: 'c-queue', change: { settings: { deadLetters: { unknown: true } } } },
  },
]
