import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** Filled with one embedding model, asked with another. */
const mismatched: Design = {
  ...edited(searchService, 'c-embedder', { product: 'openai/text-embedding-3-small' }),
  components: [
    ...(edited(searchService, 'c-embedder', { product: 'openai/text-embedding-3-small' }).components ?? []),
    box('c-loader', 'ingestion', {
      in: 'b-platform',
      settings: { sourceAllowList: true },
      ...plan(call('a-loader-other'), call('a-loader-index')),
    }),
    box('c-other', 'embedding', { in: 'b-vendor', product: 'openai/text-embedding-3-large' }),
  ],
  flows: [
    ...(searchService.flows ?? []),
    arrow('c-loader', 'c-other'),
    arrow('c-loader', 'c-index', { does: ['write'], mode: 'sync', request: { data: ['d-chunks'] } }),
  ],
  actions: [
    { id: 'e-ask', name: 'Ask', starts: 'a-analyst-portal' },
    { id: 'e-load', name: 'Load', starts: 'c-loader' },
  ],
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'DAT-06',
    fails: mismatched,
    passes: edited(mismatched, 'c-embedder', { product: 'openai/text-embedding-3-large' }),
    repair: { on: 'c-other', change: { product: 'openai/text-embedding-3-small' } },
  },
]
