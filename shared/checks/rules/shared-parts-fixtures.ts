import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const loader = (name: string) => box(`c-${name}`, 'ingestion', { ...ours, settings: { sourceAllowList: true } })

/** Two loads into one index, each with a chunker of its own. */
const twice = (second: Parameters<typeof box>[1] = 'chunker', shared = 'c-index'): Design =>
  grown(
    searchService,
    [loader('news'), loader('files'), box('c-cut-news', 'chunker', ours), box('c-cut-files', second, ours)],
    [
      arrow('c-news', 'c-cut-news', { mode: 'sync' }),
      arrow('c-news', 'c-index', { does: ['write'], mode: 'sync', request: { data: ['d-chunks'] } }),
      arrow('c-files', 'c-cut-files', { mode: 'sync' }),
      arrow('c-files', shared, { does: ['write'], mode: 'sync', request: { data: ['d-chunks'] } }),
    ],
  )
const common = edited(edited(twice(), 'a-files-cut-files', { to: 'c-cut-news' }), 'c-cut-files', null)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OPS-10',
    fails: twice(),
    passes: common,
    alsoPasses: [
      // Other sorts of parts, other products, or nothing in common.
      twice('document-parser'),
      edited(twice(), 'c-cut-files', { product: 'unstructured/api' }),
      edited(twice(), 'c-files', { product: 'nobody/loader' }),
      grown(
        edited(twice(), 'a-files-index', null),
        [box('c-archive', 'vector-store', ours)],
        [arrow('c-files', 'c-archive', { does: ['write'], mode: 'sync', request: { data: ['d-chunks'] } })],
      ),
      edited(twice(), 'c-files', { kind: 'orchestrator', settings: undefined }),
      // What a house does not build once and share.
      edited(edited(twice(), 'c-files', { kind: 'orchestrator' }), 'c-news', { kind: 'orchestrator' }),
    ],
    says: [[twice(), 'each with its own: Cut files and Cut news.', 'c-cut-files c-cut-news c-files']],
    repair: { on: 'c-cut-files', change: null },
  },
]
