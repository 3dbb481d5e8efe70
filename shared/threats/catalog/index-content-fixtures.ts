import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { area, arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const inTopic = (design: Design): Design => edited(design, 'x-design', { context: { complete: ['retrieval'] } })
const index = (settings: Readonly<Record<string, unknown>>, design: Design = searchService): Design =>
  edited(design, 'c-index', { settings })

const giving = index({ givesVectors: true })
/** The index stands at a vendor. */
const away = edited(
  {
    ...searchService,
    boundaries: [...(searchService.boundaries ?? []), area('b-host', { organisation: 'host', trust: 60 })],
  },
  'c-index',
  { in: 'b-host' },
)

const loading = (settings: Readonly<Record<string, unknown>>): Design => ({
  ...grown(
    searchService,
    [
      box('c-loader', 'ingestion', {
        ...ours,
        settings: settings as never,
        ...plan(call('a-loader-library'), call('a-loader-chunker'), call('a-loader-index')),
      }),
      box('c-library', 'document-store', { ...ours, holds: ['d-documents'], settings: { accessControl: 'document' } }),
      box('c-chunker', 'chunker', { ...ours, settings: { keepsMetadata: true } }),
    ],
    [
      arrow('c-loader', 'c-library', { does: ['read'] }),
      arrow('c-loader', 'c-chunker'),
      arrow('c-loader', 'c-index', { does: ['write'], mode: 'sync' }),
    ],
  ),
  actions: [
    { id: 'e-ask', name: 'Ask', starts: 'a-analyst-portal' },
    { id: 'e-load', name: 'Load', starts: 'c-loader' },
  ],
})
const unscanned = loading({ secretScan: false })
const unfollowed = loading({ rightsFollow: false })
const cut = edited(loading({ rightsFollow: true }), 'c-chunker', { settings: { keepsMetadata: false } })
const unsearched = (design: Design): Design => edited(design, 'a-service-index', { does: ['delete'] })
const published = (design: Design): Design => edited(design, 'd-documents', { classification: 'public' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAG-04',
    fails: giving,
    alsoFails: [inTopic(away)],
    passes: index({ givesVectors: false }),
    alsoPasses: [
      edited(giving, 'd-documents', { classification: 'public' }),
      inTopic(edited(away, 'c-index', { kind: 'search-index' })),
    ],
    quiet: [searchService, inTopic(searchService), edited(away, 'd-documents', { classification: 'public' })],
    says: [
      [giving, 'the vectors of Chunks.', 'rated: 2 x 3', '"givesVectors":false'],
      [index({ givesVectors: true }, away), 'also to another party', 'rated: 3 x 3'],
    ],
    asks: [[away, 'can a caller read the vectors']],
    repair: { on: 'c-index', change: { settings: { givesVectors: false } } },
    unknown: { on: 'c-index', change: { in: 'b-vendor', settings: { givesVectors: { unknown: true } } } },
  },
  {
    rule: 'RAG-05',
    fails: unscanned,
    alsoFails: [inTopic(loading({}))],
    passes: loading({ secretScan: true }),
    alsoPasses: [
      unsearched(unscanned),
      published(unscanned),
      edited(unscanned, 'd-documents', { classification: undefined }),
      edited(unscanned, 'a-loader-index', { does: ['read'] }),
      edited(unscanned, 'c-index', { kind: 'relational-db', settings: undefined }),
    ],
    quiet: [loading({ secretScan: true }), published(loading({}))],
    says: [[unscanned, 'loads Documents into Index', 'rated: 3 x 3', '"secretScan":true']],
    repair: { on: 'c-loader', change: { settings: { secretScan: true } } },
    unknown: { on: 'c-loader', change: { settings: { secretScan: { unknown: true } } } },
  },
  {
    rule: 'RAG-06',
    fails: unfollowed,
    alsoFails: [cut, inTopic(loading({}))],
    passes: loading({ rightsFollow: true }),
    alsoPasses: [
      index({ accessControl: 'none' }, unfollowed),
      index({ accessControl: undefined }, unfollowed),
      edited(unfollowed, 'c-library', { settings: { accessControl: 'none' } }),
      unsearched(unfollowed),
    ],
    quiet: [
      loading({ rightsFollow: true }),
      edited(loading({}), 'c-library', { settings: { accessControl: undefined } }),
    ],
    says: [
      [unfollowed, 'taken away in Library goes on in Index', 'rated: 2 x 3', '"rightsFollow":true'],
      [cut, 'Chunker drops the rights of Library', 'rated: 3 x 3'],
    ],
    repair: { on: 'c-loader', change: { settings: { rightsFollow: true } } },
    unknown: { on: 'c-loader', change: { settings: { rightsFollow: { unknown: true } } } },
  },
]
