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

/** One product for both ways, cut to these many dimensions when it fills. */
const sized = (dimensions: number): Design => {
  const large = { product: 'openai/text-embedding-3-large' }
  const asking = edited(mismatched, 'c-embedder', { ...large, settings: { dimensions: 512 } })
  return edited(asking, 'c-other', { ...large, settings: { dimensions } })
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'DAT-06',
    fails: mismatched,
    alsoFails: [sized(256)],
    passes: edited(mismatched, 'c-embedder', { product: 'openai/text-embedding-3-large' }),
    alsoPasses: [
      sized(512),
      edited(mismatched, 'c-other', { product: undefined }),
      edited(mismatched, 'c-embedder', { product: undefined }),
    ],
    says: [
      [
        mismatched,
        'Index is filled with Other (openai/text-embedding-3-large',
        'asked with Embedder (openai/text-embedding-3-small',
      ],
      [sized(256), '-large, 256 dimensions) and asked with', '-large, 512 dimensions).'],
    ],
    repair: { on: 'c-other', change: { product: 'openai/text-embedding-3-small' } },
  },
]
