import type { Control, Design } from '../../design/design.ts'
import { extended, loadedSearch, scoringService } from '../../findings/testing/data-bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete = (design: Design): Design => ({ ...design, context: { ...design.context, complete: ['privacy'] } })

const left = edited(loadedSearch, 'c-loader', { settings: { deletesToo: false } })
/** What the search found is remembered for the next question. */
const cached = (retentionDays: number): Design =>
  complete(
    edited(
      extended(loadedSearch, {
        components: [
          box('c-cache', 'cache', {
            in: 'b-platform',
            holds: ['d-answer'],
            settings: { isolation: 'physical', retentionDays },
          }),
        ],
        flows: [arrow('c-service', 'c-cache', { does: ['read', 'write'] })],
      }),
      'c-service',
      plan(call('a-service-cache'), call('a-service-embedder'), call('a-service-index'), call('a-service-model')),
    ),
  )
const trained = complete(edited(scoringService, 'c-training', { settings: { deIdentified: false } }))

const committed = (on: string): Control => ({
  id: 'k-deletion',
  type: 'delete-copies',
  on: [on],
  status: 'inPlace',
})
/** The only other place is a log, or another copy: nobody deletes from there. */
const logged = edited(
  extended(edited(left, 'c-library', null), {
    components: [
      box('c-traces', 'observability', { in: 'b-platform', holds: ['d-documents'] }),
      box('c-second', 'vector-store', { in: 'b-platform', holds: ['d-documents'], settings: { retentionDays: 7 } }),
    ],
    flows: [arrow('c-service', 'c-traces'), arrow('c-service', 'c-second', { does: ['read'] })],
  }),
  'c-loader',
  plan(call('a-loader-index')),
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-08',
    fails: left,
    alsoFails: [
      cached(365),
      cached(31),
      trained,
      complete(edited(left, 'c-loader', { settings: { deletesToo: undefined } })),
      // Kept without an end.
      edited(left, 'c-index', { settings: { retentionDays: 0 } }),
    ],
    passes: loadedSearch,
    alsoPasses: [
      cached(30),
      complete(scoringService),
      edited(left, 'c-index', { settings: { retentionDays: 14 } }),
      edited(left, 'a-loader-index', { does: ['write', 'delete'] }),
      edited(left, 'd-documents', { personal: 'none' }),
      edited(left, 'c-library', { holds: [] }),
    ],
    quiet: [
      { ...edited(left, 'c-loader', { settings: { deletesToo: undefined } }), controls: [committed('c-index')] },
      { ...left, controls: [committed('c-loader')] },
      edited(cached(365), 'c-library', null),
      // Two places of record: each deletes for itself, neither is a copy as an index is.
      complete(
        extended(loadedSearch, {
          components: [box('c-archive', 'relational-db', { in: 'b-platform', holds: ['d-documents'] })],
          flows: [arrow('c-loader', 'c-archive', { does: ['read'] })],
        }),
      ),
      logged,
    ],
    says: [
      [left, 'Plan that deletions follow'],
      [left, 'What is deleted in Library stays in Index: Chunks'],
      [trained, 'Train Training without'],
    ],
    asks: [
      [edited(left, 'c-loader', { settings: { deletesToo: undefined } }), 'Loader: '],
      [complete(edited(left, 'c-loader', { settings: { deletesToo: { unknown: true } } })), 'Loader: '],
      [{ ...cached(365), context: {} }, 'Is what people have deleted also deleted from every copy'],
    ],
    repair: { on: 'c-loader', change: { settings: { deletesToo: true } } },
    unknown: { on: 'c-loader', change: { settings: { deletesToo: { unknown: true } } } },
  },
]
