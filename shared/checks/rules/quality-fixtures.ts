import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const unmeasured: Design = { ...searchService, context: { complete: ['evaluation'] } }
const judged: Design = {
  ...searchService,
  components: [
    ...(searchService.components ?? []),
    box('c-judge', 'evaluation', { in: 'b-platform', settings: { humanCalibration: false } }),
  ],
  flows: [
    ...(searchService.flows ?? []),
    arrow('c-service', 'c-judge', { mode: 'async' }),
    arrow('c-judge', 'c-model', { encrypted: true, call: { maxOutputTokens: 200 } }),
  ],
}
const registered: Design = {
  ...searchService,
  components: [
    ...(searchService.components ?? []),
    box('c-prompts', 'prompt-registry', { in: 'b-platform', settings: { rollback: false, containsSecrets: false } }),
  ],
  flows: [...(searchService.flows ?? []), arrow('c-prompts', 'c-service', { mode: 'offline' })],
}
const unversioned: Design = { ...searchService, context: { complete: ['release'] } }
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
    rule: 'EVL-01',
    fails: unmeasured,
    passes: { ...judged, context: { complete: ['evaluation'] } },
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'EVL-06',
    fails: judged,
    passes: edited(judged, 'c-judge', { settings: { humanCalibration: true } }),
    repair: { on: 'c-judge', change: null },
    unknown: { on: 'c-judge', change: { settings: { humanCalibration: { unknown: true } } } },
  },
  {
    rule: 'OPS-01',
    fails: registered,
    passes: edited(registered, 'c-prompts', { settings: { rollback: true } }),
    repair: { on: 'c-prompts', change: null },
    unknown: { on: 'c-prompts', change: { settings: { rollback: { unknown: true } } } },
  },
  {
    rule: 'OPS-02',
    fails: unversioned,
    passes: { ...registered, context: { complete: ['release'] } },
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'DAT-06',
    fails: mismatched,
    passes: edited(mismatched, 'c-embedder', { product: 'openai/text-embedding-3-large' }),
    repair: { on: 'c-other', change: { product: 'openai/text-embedding-3-small' } },
  },
]
