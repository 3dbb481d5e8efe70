import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { extended, loadedSearch, scoringService } from '../../findings/testing/data-bases.ts'
import {
  arrow,
  box,
  call,
  data,
  edited,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const inTopic = (design: Design): Design => ({ ...design, context: { ...design.context, complete: ['data'] } })

const owned = inTopic(edited(loadedSearch, 'd-documents', { owner: 'Library' }))
const unowned = inTopic(loadedSearch)
const unclassed = edited(owned, 'd-documents', { classification: undefined, personal: 'none' })
const catalogued = (design: Design, facts: Readonly<Record<string, boolean>>): Design =>
  extended(design, {
    components: [box('c-catalogue', 'data-catalogue', { in: 'b-platform', settings: facts })],
    flows: [arrow('c-loader', 'c-catalogue', { mode: 'offline' })],
  })

const unchecked = edited(loadedSearch, 'c-loader', { settings: { qualityGate: false } })
const unapproved = edited(scoringService, 'c-training', { settings: { dataApproved: false } })
/** A loader that takes from somewhere and hands nothing on. */
const idle = extended(searchService, {
  components: [box('c-loader', 'ingestion', { in: 'b-platform', settings: { qualityGate: false } })],
  flows: [arrow('c-loader', 'c-service', { mode: 'sync', does: ['write'] })],
})

const bought = edited(loadedSearch, 'd-documents', { writers: 'partners', facts: { licence: 'forbidden' } })
/** The same documents, indexed and trained on. */
const learned = extended(bought, {
  components: [box('c-training', 'training-job', { in: 'b-platform', settings: { dataApproved: true } })],
  flows: [
    arrow('c-library', 'c-training', { mode: 'offline', request: { data: ['d-documents'] } }),
    arrow('c-training', 'c-model', { mode: 'offline' }),
  ],
})
/** A page is fetched for one answer and kept nowhere. */
const fetched = edited(
  extended(searchService, {
    components: [box('c-web', 'web-search', { in: 'b-internet', holds: ['d-pages'] })],
    flows: [arrow('c-service', 'c-web', { response: { data: ['d-pages'] } })],
    data: [data('d-pages', { writers: 'anyone', facts: { licence: 'forbidden' } })],
  }),
  'c-service',
  plan(call('a-service-web'), call('a-service-model')),
)

const daily = requirement('r-fresh', { metric: 'data.freshness', is: '<=', target: 24, name: 'A day old at most' })
const refreshed = (hours: number): Design => ({
  ...edited(loadedSearch, 'c-loader', { settings: { refreshHours: hours } }),
  requirements: [daily],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'DAT-01',
    fails: unowned,
    alsoFails: [unclassed, catalogued(unowned, { classified: true }), catalogued(unclassed, { ownersNamed: true })],
    passes: owned,
    alsoPasses: [
      inTopic(edited(loadedSearch, 'c-library', { owner: 'Library' })),
      edited(inTopic(edited(loadedSearch, 'c-library', { owner: 'Library' })), 'c-index', { holds: ['d-documents'] }),
      edited(unclassed, 'd-documents', { personal: 'personal' }),
      catalogued(unowned, { ownersNamed: true }),
      catalogued(unclassed, { classified: true }),
      edited(unowned, 'd-documents', { type: 'prompt' }),
    ],
    quiet: [
      { ...owned, context: {} },
      { ...catalogued(unowned, { ownersNamed: true, classified: true }), context: {} },
    ],
    says: [
      [unowned, 'Documents has no owner.'],
      [unclassed, 'Documents has no class.'],
      [edited(unclassed, 'd-documents', { owner: undefined }), 'has no owner and has no class'],
    ],
    asks: [
      [{ ...unowned, context: {} }, 'on record'],
      [{ ...unclassed, context: {} }, 'How sensitive is Documents?'],
      [{ ...edited(unclassed, 'd-documents', { owner: undefined }), context: {} }, 'How sensitive', 'on record'],
    ],
    repair: { on: 'd-documents', change: { owner: 'Library' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'DAT-02',
    fails: unchecked,
    alsoFails: [unapproved, inTopic(edited(loadedSearch, 'c-loader', { settings: { qualityGate: undefined } }))],
    passes: loadedSearch,
    alsoPasses: [scoringService, idle, edited(unchecked, 'a-loader-index', { does: ['read'] })],
    repair: { on: 'c-loader', change: { settings: { qualityGate: true } } },
    unknown: { on: 'c-loader', change: { settings: { qualityGate: { unknown: true } } } },
  },
  {
    rule: 'DAT-07',
    fails: bought,
    alsoFails: [
      inTopic(edited(bought, 'd-documents', { facts: undefined })),
      edited(bought, 'd-documents', { writers: 'staff' }),
      edited(scoringService, 'd-loans', { writers: 'anyone', facts: { licence: 'forbidden' } }),
      inTopic(edited(scoringService, 'd-loans', { writers: 'partners' })),
    ],
    passes: edited(bought, 'd-documents', { facts: { licence: 'licensed' } }),
    alsoPasses: [
      inTopic(loadedSearch),
      fetched,
      inTopic(edited(bought, 'd-documents', { writers: 'customers', facts: undefined })),
    ],
    says: [
      [bought, 'medium: Documents is copied and quoted, and its owner does not allow it'],
      [learned, 'medium: Documents is trained on', 'elements: c-index c-training d-documents'],
      [
        inTopic(edited(bought, 'd-documents', { facts: undefined })),
        'low: Documents is copied and quoted, and no right',
      ],
      [
        inTopic(edited(scoringService, 'd-loans', { writers: 'partners' })),
        'medium: Loans is trained on, and no right',
      ],
    ],
    repair: { on: 'd-documents', change: { facts: { licence: 'own' } } },
    unknown: { on: 'd-documents', change: { facts: { licence: { unknown: true } } } },
  },
  {
    rule: 'DAT-05',
    fails: refreshed(25),
    alsoFails: [{ ...refreshed(25), requirements: [{ ...daily, priority: 'should' }] }],
    passes: refreshed(24),
    alsoPasses: [
      { ...refreshed(25), requirements: [{ ...daily, target: 48 }] },
      { ...refreshed(25), requirements: [{ ...daily, metric: 'retention', target: 1, on: ['c-index'] }] },
    ],
    says: [
      [refreshed(25), 'medium: A day old at most', 'hours 25'],
      [{ ...refreshed(25), requirements: [{ ...daily, priority: 'should' }] }, 'low: A day old at most'],
    ],
    repair: { on: 'c-loader', change: { settings: { refreshHours: 6 } } },
  },
]
