import type { Design } from '../../design/design.ts'
import { extended, loadedSearch, scoringService } from '../../findings/testing/data-bases.ts'
import { arrow, box, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const inTopic = (design: Design): Design => ({ ...design, context: { ...design.context, complete: ['data'] } })

const unrecorded = edited(scoringService, 'c-training', { settings: { lineage: false } })
const unlisted = edited(loadedSearch, 'c-loader', { settings: { lineage: false } })
const catalogued = (lineage: boolean): Design =>
  extended(unrecorded, {
    components: [box('c-catalogue', 'data-catalogue', { in: 'b-platform', settings: { lineage } })],
    flows: [arrow('c-warehouse', 'c-catalogue', { mode: 'offline' })],
  })

const apart = edited(scoringService, 'c-features', { settings: { sharedCode: false } })
const storeless = inTopic(edited(scoringService, 'c-features', null))
/** The model comes through a registry. */
const registered = (isOut: boolean): Design =>
  extended(edited(apart, 'a-training-score', null), {
    components: [box('c-registry', 'model-registry', { in: 'b-platform', settings: { signed: true } })],
    flows: [
      arrow('c-training', 'c-registry', { mode: 'offline', request: { data: ['d-weights'] } }),
      ...(isOut
        ? [arrow('c-registry', 'c-score', { mode: 'offline', pull: false, request: { data: ['d-weights'] } })]
        : []),
    ],
  })

/** The registry sends a model to a test and back before it is used; nothing else leads to it. */
const tested = extended(registered(true), {
  components: [box('c-bench', 'evaluation', { in: 'b-platform' })],
  flows: [
    arrow('c-registry', 'c-bench', { mode: 'offline', pull: false }),
    arrow('c-bench', 'c-registry', { mode: 'offline', pull: false }),
  ],
})
/** The test hands on what the training made. */
const handedOn = extended(edited(apart, 'a-training-score', null), {
  components: [box('c-bench', 'evaluation', { in: 'b-platform' })],
  flows: [
    arrow('c-training', 'c-bench', { mode: 'offline', pull: false }),
    arrow('c-bench', 'c-score', { mode: 'offline', pull: false }),
  ],
})

/** People search what was loaded; the documents of the library are counted. */
const counted: Design = {
  ...edited(loadedSearch, 'c-library', { settings: { documents: 40_000 } }),
  workloads: [{ id: 'w-people', name: 'People', mix: { 'e-ask': 1 }, arrivals: { rate: 1000, per: 'day' } }],
}
const loadedOnce = inTopic(counted)
const renewedBy = (items: number): Design => ({
  ...loadedOnce,
  workloads: [
    ...(counted.workloads ?? []),
    { id: 'w-changes', name: 'Changes', mix: { 'e-load': 1 }, arrivals: { items, every: 'week' } },
  ],
})
/** A second library, with a loader of its own that no action starts. */
const copied = (design: Design): Design =>
  extended(design, {
    components: [
      box('c-library-2', 'document-store', { in: 'b-platform', settings: { documents: 900 } }),
      box('c-loader-2', 'ingestion', { in: 'b-platform' }),
    ],
    flows: [
      arrow('c-loader-2', 'c-library-2', { does: ['read'] }),
      arrow('c-loader-2', 'c-index', { does: ['write'], request: { data: ['d-chunks'] } }),
    ],
  })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'DAT-03',
    fails: unrecorded,
    alsoFails: [
      unlisted,
      catalogued(false),
      inTopic(edited(scoringService, 'c-training', { settings: { lineage: undefined } })),
    ],
    passes: scoringService,
    alsoPasses: [
      loadedSearch,
      inTopic(scoringService),
      catalogued(true),
      edited(unlisted, 'a-loader-index', { does: ['read'] }),
    ],
    says: [
      [unrecorded, 'medium: Nothing records the data and the code behind what Training'],
      [unrecorded, 'with every model'],
      [unlisted, 'low: Nothing records the documents'],
      [unlisted, 'with every load'],
    ],
    repair: { on: 'c-training', change: { settings: { lineage: true } } },
    unknown: { on: 'c-training', change: { settings: { lineage: { unknown: true } } } },
  },
  {
    rule: 'DAT-04',
    fails: apart,
    alsoFails: [
      storeless,
      registered(true),
      tested,
      handedOn,
      inTopic(edited(apart, 'c-features', { settings: { sharedCode: undefined } })),
    ],
    passes: scoringService,
    alsoPasses: [registered(false), inTopic(edited(apart, 'c-training', null)), edited(apart, 'a-service-score', null)],
    quiet: [edited(scoringService, 'a-service-score', null)],
    says: [
      [apart, 'although Features stands between'],
      [apart, 'Plan shared code in Features'],
      [registered(true), 'Training and Service compute'],
    ],
    repair: { on: 'c-features', change: { settings: { sharedCode: true } } },
    unknown: { on: 'c-features', change: { settings: { sharedCode: { unknown: true } } } },
  },
  {
    rule: 'DAT-08',
    fails: loadedOnce,
    passes: renewedBy(200),
    alsoFails: [copied(loadedOnce)],
    // An archive of which somebody says that nothing changes; a second loader beside one that is started.
    alsoPasses: [renewedBy(0), copied(renewedBy(200))],
    // A library that nobody has counted is a sketch.
    quiet: [loadedSearch, inTopic(loadedSearch)],
    says: [[loadedOnce, 'low: Loader loads what Library keeps once']],
    asks: [[counted, 'How many documents are added or changed in a month']],
    repair: { on: 'c-loader', change: null },
  },
]
