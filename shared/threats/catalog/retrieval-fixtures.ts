import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const open = edited(searchService, 'c-index', { settings: { accessControl: 'none' } })
const loading: Design = {
  ...searchService,
  components: [
    ...(searchService.components ?? []),
    box('c-loader', 'ingestion', {
      in: 'b-platform',
      settings: { sourceAllowList: false, qualityGate: false },
      ...plan(call('a-loader-forum'), call('a-loader-index')),
    }),
    box('c-forum', 'document-store', { in: 'b-platform', holds: ['d-posts'] }),
  ],
  flows: [
    ...(searchService.flows ?? []),
    arrow('c-loader', 'c-forum', { does: ['read'] }),
    arrow('c-loader', 'c-index', { does: ['write'], mode: 'sync' }),
  ],
  data: [
    ...(searchService.data ?? []),
    data('d-posts', { writers: 'anyone', classification: 'public', personal: 'none' }),
  ],
  actions: [
    { id: 'e-ask', name: 'Ask', starts: 'a-analyst-portal' },
    { id: 'e-load', name: 'Load', starts: 'c-loader' },
  ],
}

/** A person sees each document before it is loaded; nobody said how the loader itself checks. */
const approvedLoading = edited(
  grown(
    loading,
    [box('c-gate', 'human-approval', { in: 'b-platform' })],
    [arrow('c-loader', 'c-gate', { mode: 'sync' })],
  ),
  'c-loader',
  {
    settings: { sourceAllowList: { unknown: true } },
    ...plan(call('a-loader-forum'), call('a-loader-gate'), call('a-loader-index')),
  },
)

const filtered = edited(open, 'c-index', { settings: { accessControl: 'filter' } })
/** Somebody outside asks, in a text that the house has a part in. */
const askedFromOutside: Design = {
  ...edited(edited(open, 'd-question', { writers: 'anyone' }), 'a-service-index', {
    request: { data: ['d-mix', 'd-documents'] },
  }),
  data: [
    ...(edited(open, 'd-question', { writers: 'anyone' }).data ?? []),
    data('d-mix', { derivedFrom: ['d-documents', 'd-question'] }),
  ],
}
const inPilot = (design: Design, audience: string): Design =>
  edited(design, 'x-design', { context: { stage: 'pilot', audience } })
/** What is loaded is confidential; what the index holds nobody said. */
const filled = edited(
  edited(edited(loading, 'd-posts', { classification: 'confidential' }), 'c-index', {
    holds: undefined,
    settings: { accessControl: 'none' },
  }),
  'a-service-index',
  { response: undefined },
)
/** A job of the house searches by itself, and nobody else does. */
const job: Design = edited(
  edited(
    edited(edited(loading, 'c-index', { settings: { accessControl: 'none' } }), 'a-loader-index', { does: ['read'] }),
    'a-loader-forum',
    { request: { data: ['d-question'] } },
  ),
  'a-service-index',
  null,
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAG-01',
    fails: open,
    alsoFails: [filled],
    alsoPasses: [
      edited(open, 'a-service-index', { does: ['write'], response: undefined }),
      job,
      // The question is confidential, and nobody can bring up a question.
      edited(edited(open, 'd-documents', { classification: 'public' }), 'd-question', {
        classification: 'confidential',
      }),
      // Whoever starts it says nothing: no question of his decides what comes up.
      edited(open, 'a-analyst-portal', { request: { data: [] } }),
    ],
    quiet: [searchService, edited(open, 'c-index', { settings: { accessControl: 'namespace' } })],
    says: [
      [open, 'whatever their rights', 'rated: 4 x 4', 'path: c-analyst a-analyst-portal c-portal'],
      [filtered, 'drops afterwards what', 'rated: 2 x 3'],
      [askedFromOutside, 'rated: 5 x 5'],
      [inPilot(askedFromOutside, 'external'), 'critical: '],
      [inPilot(askedFromOutside, 'internal'), 'high: '],
      [inPilot(open, 'external'), 'medium: '],
    ],
    passes: edited(open, 'd-documents', { classification: 'public', personal: 'none' }),
    repair: { on: 'c-index', change: { settings: { accessControl: 'query' } } },
    unknown: { on: 'c-index', change: { settings: { accessControl: { unknown: true } } } },
  },
  {
    rule: 'RAG-02',
    fails: loading,
    alsoFails: [edited(loading, 'c-loader', { settings: { qualityGate: true } })],
    passes: edited(loading, 'd-posts', { writers: 'curators' }),
    alsoPasses: [
      edited(loading, 'a-service-index', null),
      // People outside ask the index; nothing of theirs goes into it.
      edited(askedFromOutside, 'x-design', { context: { complete: ['retrieval'] } }),
    ],
    says: [
      [loading, 'rated: 5 x 3', 'and nobody checks the source'],
      [approvedLoading, 'mitigated by c-gate: ', 'and Gate checks it'],
      [edited(loading, 'c-loader', { settings: { qualityGate: true } }), 'rated: 4 x 3'],
    ],
    asks: [
      [edited(loading, 'd-posts', { writers: { unknown: true } }), 'Posts'],
      [
        edited(loading, 'c-loader', { settings: { sourceAllowList: { unknown: true } } }),
        'does it take content from listed sources only?',
      ],
      // What it said while it was a loader no longer counts.
      [edited(loading, 'c-loader', { kind: 'orchestrator' }), 'Does anybody check what goes into Index?'],
    ],
    repair: { on: 'c-loader', change: { settings: { sourceAllowList: true } } },
    unknown: { on: 'c-loader', change: { settings: { sourceAllowList: { unknown: true } } } },
  },
]
