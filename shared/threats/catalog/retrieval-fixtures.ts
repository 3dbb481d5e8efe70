import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAG-01',
    fails: open,
    passes: edited(open, 'd-documents', { classification: 'public', personal: 'none' }),
    repair: { on: 'c-index', change: { settings: { accessControl: 'query' } } },
    unknown: { on: 'c-index', change: { settings: { accessControl: { unknown: true } } } },
  },
  {
    rule: 'RAG-02',
    fails: loading,
    alsoFails: [edited(loading, 'c-loader', { settings: { qualityGate: true } })],
    passes: edited(loading, 'd-posts', { writers: 'curators' }),
    repair: { on: 'c-loader', change: { settings: { sourceAllowList: true } } },
    unknown: { on: 'c-loader', change: { settings: { sourceAllowList: { unknown: true } } } },
  },
]
