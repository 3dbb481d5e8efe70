import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { action, area, arrow, box, edited, miniDesign, type RuleFixture } from '../../findings/testing/mini-design.ts'

const drawn: Design = { ...searchService, context: { complete: ['governance'] } }
const forgotten: Design = { ...drawn, components: [...(drawn.components ?? []), box('c-archive', 'relational-db')] }
const inArea: Design = {
  ...edited(forgotten, 'c-archive', { in: 'b-cellar' }),
  context: {},
  boundaries: [...(forgotten.boundaries ?? []), area('b-cellar', { complete: true })],
}

/** Of four arrows across a boundary one does not say what it carries. */
const mute: Design = edited(
  edited({ ...searchService, context: { complete: ['privacy'] } }, 'a-portal-service', {
    request: { data: ['d-question'] },
  }),
  'a-service-embedder',
  { request: undefined },
)

const view = { id: 'v-part', name: 'The models' }
const partial: Design = {
  ...searchService,
  views: [{ ...view, only: (searchService.components ?? []).map(({ id }) => id).filter((id) => id !== 'c-index') }],
}

/** A person hands in a form, and a worker goes through it some time later. */
const handedIn: Design = miniDesign({
  context: { complete: ['latency'] },
  components: [
    box('c-user', 'user'),
    box('c-portal', 'client'),
    box('c-queue', 'queue'),
    box('c-worker', 'orchestrator'),
  ],
  flows: [
    arrow('c-user', 'c-portal'),
    arrow('c-portal', 'c-queue', { mode: 'async' }),
    arrow('c-queue', 'c-worker', { mode: 'async' }),
  ],
  actions: [action('e-send', 'a-user-portal')],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'MDL-01',
    fails: forgotten,
    alsoFails: [inArea],
    passes: drawn,
    alsoPasses: [
      { ...forgotten, context: {} },
      edited(forgotten, 'c-archive', { outOfScope: 'Another team' }),
      edited(forgotten, 'c-archive', { kind: 'kubernetes-cluster' }),
      { ...forgotten, flows: [...(forgotten.flows ?? []), arrow('c-service', 'c-archive')] },
      { ...forgotten, flows: [...(forgotten.flows ?? []), arrow('c-archive', 'c-service')] },
    ],
    repair: { on: 'c-archive', change: null },
  },
  {
    rule: 'MDL-02',
    fails: mute,
    alsoFails: [edited(mute, 'b-vendor', { organisation: 'client' })],
    passes: edited(mute, 'a-service-embedder', { request: { data: ['d-question'] } }),
    alsoPasses: [
      { ...mute, context: {} },
      edited(mute, 'a-service-embedder', { response: { data: ['d-answer'] } }),
      edited(mute, 'a-service-embedder', { mode: 'offline' }),
      edited(mute, 'c-embedder', { in: 'b-platform' }),
      edited(edited(mute, 'd-question', { classification: undefined }), 'd-documents', { classification: undefined }),
      edited(
        edited(edited(mute, 'a-portal-service', { request: undefined }), 'a-service-model', {
          request: undefined,
          response: undefined,
        }),
        'a-service-index',
        { request: undefined, response: undefined },
      ),
    ],
    says: [
      [mute, '1 arrow crosses a boundary and does not say what it carries: '],
      [
        edited(mute, 'a-service-index', { request: undefined, response: undefined, to: 'c-model' }),
        '2 arrows cross a boundary and do not say what they carry: ',
      ],
    ],
    repair: { on: 'a-service-embedder', change: { request: { data: ['d-question'] } } },
  },
  {
    rule: 'MDL-03',
    fails: partial,
    alsoFails: [
      { ...searchService, views: [{ ...view, hide: ['c-index'] }] },
      { ...partial, variants: [{ id: 'v-other', name: 'Other', type: 'option', changes: {} }], shown: 'v-other' },
    ],
    passes: searchService,
    alsoPasses: [
      { ...partial, views: [...(partial.views ?? []), { id: 'v-all', name: 'All' }] },
      {
        ...searchService,
        variants: [{ id: 'v-other', name: 'Other', type: 'option', changes: {} }],
        views: [{ ...view, variant: 'v-other', only: ['c-model'] }],
      },
    ],
    repair: { on: 'c-index', change: null },
  },
  {
    rule: 'MDL-04',
    fails: handedIn,
    passes: edited(handedIn, 'a-portal-queue', { mode: 'sync' }),
    alsoPasses: [
      edited(handedIn, 'e-send', { answeredBy: 'a-queue-worker' }),
      edited(handedIn, 'a-user-portal', { mode: 'async' }),
      edited(handedIn, 'c-queue', null),
    ],
    says: [[handedIn, 'elements: a-user-portal e-send']],
    repair: { on: 'e-send', change: { answeredBy: 'a-queue-worker' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
