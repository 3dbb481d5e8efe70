import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  area,
  arrow,
  box,
  call,
  edited,
  grown,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const single: Design = { ...searchService, context: { complete: ['reliability'] } }

/** The search service with a second model to fall back on. */
function withSpare(
  design: Design,
  spare: Parameters<typeof box>[2] = { in: 'b-platform' },
  kind = 'llm-self-hosted',
): Design {
  return edited(
    {
      ...design,
      components: [...(design.components ?? []), box('c-spare', kind, spare)],
      flows: [...(design.flows ?? []), arrow('c-service', 'c-spare', { timeoutMs: 9000 })],
    },
    'c-service',
    plan(
      call('a-service-embedder'),
      call('a-service-index'),
      call('a-service-model', { orElse: [call('a-service-spare')] }),
    ),
  )
}
/** A stand-in of the same vendor in the same region. */
const twins = withSpare(single, { in: 'b-vendor' }, 'llm-api')
const again = edited(
  single,
  'c-service',
  plan(call('a-service-index'), call('a-service-model', { orElse: [call('a-service-model')] })),
)
const elsewhere: Design = {
  ...edited(twins, 'c-spare', { in: 'b-far' }),
  boundaries: [
    ...(twins.boundaries ?? []),
    area('b-far', { trust: 40, organisation: 'vendor', network: 'public', region: 'eu-central-1' }),
  ],
}

/** A person asks a service that orders documents before its own model answers. */
const own: Design = miniDesign({
  context: { complete: ['reliability'] },
  components: [
    box('c-user', 'user'),
    box('c-service', 'orchestrator', plan(call('a-service-ranker'), call('a-service-model', { optional: true }))),
    box('c-ranker', 'reranker'),
    box('c-model', 'llm-self-hosted'),
  ],
  flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-ranker'), arrow('c-service', 'c-model')],
})
/** The same with a search in between, which it cannot do without. */
const searching = edited(
  grown(own, [box('c-index', 'vector-store')], [arrow('c-service', 'c-index')]),
  'c-service',
  plan(call('a-service-ranker'), call('a-service-index'), call('a-service-model', { optional: true })),
)
const bare = edited(own, 'c-service', plan(call('a-service-ranker', { optional: true }), call('a-service-model')))
const covered = edited(
  own,
  'c-service',
  plan(call('a-service-ranker', { optional: true }), call('a-service-model', { optional: true })),
)

/** Two vendors, and all is drawn of the one that the service asks. */
const halfDrawn: Design = {
  ...searchService,
  boundaries: (searchService.boundaries ?? []).map((each) =>
    each.id === 'b-vendor' ? { ...each, complete: true } : each,
  ),
  components: [
    ...(edited(searchService, 'c-service', plan(call('a-service-model'), call('a-service-other'))).components ?? []),
    box('c-other', 'llm-api'),
  ],
  flows: [...(searchService.flows ?? []), arrow('c-service', 'c-other')],
}
/** A model of the same vendor stands in for an embedding: that is another fault. */
const oddTwins = edited(
  single,
  'c-service',
  plan(call('a-service-embedder', { orElse: [call('a-service-model')] }), call('a-service-index')),
)
/** Two stand in, one of them elsewhere. */
const third = edited(
  {
    ...twins,
    components: [...(twins.components ?? []), box('c-own', 'llm-self-hosted', { in: 'b-platform' })],
    flows: [...(twins.flows ?? []), arrow('c-service', 'c-own')],
  },
  'c-service',
  plan(call('a-service-model', { orElse: [call('a-service-spare'), call('a-service-own')] })),
)

const framed = { framing: { answers: [{ id: 'w-answer', name: 'Answer', fallback: 'The search results alone' }] } }

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-01',
    fails: single,
    // Said on the sheet, and not drawn although all is.
    alsoFails: [halfDrawn, { ...single, ...framed }],
    passes: withSpare(single),
    alsoPasses: [
      { ...single, ...framed, context: {} },
      edited(single, 'a-service-model', { mode: 'async' }),
      edited(single, 'c-model', { kind: 'ml-endpoint' }),
    ],
    says: [[single, 'elements: c-service a-service-model c-model']],
    asks: [[halfDrawn], [searchService, 'Do people get something when Model does not answer']],
    quiet: [withSpare(searchService)],
    repair: { on: 'c-model', change: { kind: 'llm-self-hosted' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'REL-05',
    fails: own,
    alsoFails: [
      { ...own, ...framed },
      bare,
      edited(bare, 'c-model', { kind: 'ml-endpoint' }),
      edited(own, 'c-ranker', { kind: 'memory' }),
    ],
    passes: covered,
    alsoPasses: [
      { ...own, ...framed, context: {} },
      edited(bare, 'c-model', { kind: 'llm-api' }),
      edited(bare, 'a-user-service', { mode: 'async' }),
      edited(bare, 'c-user', { kind: 'external-system' }),
      edited(edited(own, 'c-ranker', { kind: 'memory' }), 'a-service-ranker', { does: ['write'] }),
    ],
    says: [
      [own, 'Service could go on without Ranker', 'Let Service go on when Ranker fails', 'Go on without Ranker'],
      [searching, '{"call":"a-service-ranker","optional":true},{"call":"a-service-index"}'],
      [bare, 'When Model does not answer, Service has nothing', 'Give the call of Model', 'patch: none'],
    ],
    repair: { on: 'c-ranker', change: { kind: 'relational-db' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'REL-18',
    fails: twins,
    alsoFails: [again],
    passes: withSpare(single),
    alsoPasses: [
      elsewhere,
      oddTwins,
      withSpare(single, { in: 'b-vendor' }),
      third,
      edited(twins, 'b-vendor', { organisation: undefined }),
      edited(twins, 'b-vendor', { region: { unknown: true } }),
      edited(twins, 'c-spare', { kind: 'vector-store' }),
      edited(again, 'c-model', { kind: 'embedding' }),
    ],
    says: [
      [twins, 'Spare stands in for Model, and both are run by vendor'],
      [again, 'Service asks Model again'],
    ],
    repair: { on: 'c-spare', change: { in: 'b-platform', kind: 'llm-self-hosted' } },
  },
]
