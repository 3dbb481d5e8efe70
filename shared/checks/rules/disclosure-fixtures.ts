import type { Control, Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { extended, loadedSearch } from '../../findings/testing/data-bases.ts'
import {
  area,
  arrow,
  box,
  call,
  data,
  edited,
  miniDesign,
  plan,
  requirement,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const inTopic = (design: Design, context: Design['context'] = {}): Design => ({
  ...design,
  context: { ...design.context, ...context, complete: ['responsible-use'] },
})
const inContext = (design: Design, context: Design['context']): Design => ({ ...design, context: { ...context } })

const maker = (kind: string, settings: Readonly<Record<string, boolean>>): Design =>
  edited(
    extended(searchService, {
      components: [box('c-maker', kind, { in: 'b-vendor', settings })],
      flows: [arrow('c-service', 'c-maker')],
    }),
    'c-service',
    plan(call('a-service-maker'), call('a-service-model')),
  )
const marking: Control = { id: 'k-mark', type: 'mark-made-media', on: ['c-maker'], status: 'inPlace' }
const painted = maker('image-generation', { marked: false })

/** A person asks a model, and nothing is looked up. */
const plain: Design = miniDesign({
  context: { audience: 'external', complete: ['responsible-use'] },
  boundaries: [area('b-platform', { trust: 80 })],
  components: [
    box('c-user', 'user'),
    box('c-chat', 'client', { in: 'b-platform' }),
    box('c-service', 'orchestrator', { in: 'b-platform' }),
    box('c-model', 'llm-self-hosted', { in: 'b-platform' }),
  ],
  flows: [
    arrow('c-user', 'c-chat', { request: { data: ['d-question'] } }),
    arrow('c-chat', 'c-service', { mode: 'stream' }),
    arrow('c-service', 'c-model', { mode: 'stream' }),
  ],
  data: [data('d-question', { writers: 'anyone', personal: 'none' })],
})
/** What is brought comes with something that is no source. */
const withMood = edited(
  extended(plain, { data: [data('d-mood', { writers: 'anyone', personal: 'none' })] }),
  'a-user-chat',
  {
    request: { data: ['d-question', 'd-mood'] },
  },
)
const looked = (kind: string): Design =>
  extended(plain, { components: [box('c-more', kind, { in: 'b-platform' })], flows: [arrow('c-service', 'c-more')] })
const grounded = requirement('r-ground', { metric: 'quality.groundedness', is: '>=', target: 0.95 })
const required: Design = { ...plain, context: {}, requirements: [grounded] }
/** A clerk looks into files by herself: no answer of a model. */
const besideClerk = extended(required, {
  components: [box('c-clerk', 'user'), box('c-files', 'orchestrator', { in: 'b-platform' })],
  flows: [arrow('c-clerk', 'c-files')],
})
/** What the model says goes to another system, and no person reads it. */
const betweenSystems = edited(edited(plain, 'c-user', { kind: 'external-system' }), 'c-chat', { kind: 'orchestrator' })
/** No model is drawn yet of the agent that answers. */
const byAgentAlone = edited(edited(plain, 'c-service', { kind: 'agent' }), 'c-model', null)
const waived: Design = {
  ...required,
  treatments: [
    {
      id: 't-ground',
      rule: 'requirement',
      on: ['r-ground'],
      response: 'accept',
      reason: 'A pilot',
      approver: 'CTO office',
      until: '2027-01-31',
    },
  ],
}

const cited = (citations: boolean): Design => edited(searchService, 'c-portal', { settings: { citations } })
/** A gate reads the answer and asks for its sources. */
const proven = edited(
  extended(cited(false), {
    components: [box('c-gate', 'guardrail', { in: 'b-platform', settings: { checks: ['citations'] } })],
    flows: [arrow('c-service', 'c-gate', { mode: 'sync' })],
  }),
  'c-service',
  plan(call('a-service-embedder'), call('a-service-index'), call('a-service-model'), call('a-service-gate')),
)

/** A service in front adds a title that a small model words, which no gate reads. */
const polished = extended(edited(proven, 'a-portal-service', { to: 'c-front' }), {
  components: [box('c-front', 'orchestrator', { in: 'b-platform' }), box('c-small', 'llm-api', { in: 'b-vendor' })],
  flows: [
    arrow('c-front', 'c-service'),
    arrow('c-front', 'c-small', { request: { data: ['d-question'] }, response: { data: ['d-words'] } }),
  ],
  data: [data('d-words', { derivedFrom: ['d-question'] })],
})
/** A small model words the question before the search. */
const reworded = edited(
  extended(cited(false), {
    components: [box('c-small', 'llm-api', { in: 'b-vendor' })],
    flows: [arrow('c-service', 'c-small', { request: { data: ['d-question'] }, response: { data: ['d-words'] } })],
    data: [data('d-words', { derivedFrom: ['d-question'] })],
  }),
  'c-service',
  plan(call('a-service-small'), call('a-service-embedder'), call('a-service-index'), call('a-service-model')),
)
/** What the search found is shown as it is. */
const listed = edited(cited(false), 'c-model', null)

const heard = (feedback: boolean): Design => edited(searchService, 'c-portal', { settings: { feedback } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAI-05',
    fails: painted,
    alsoFails: [
      maker('text-to-speech', { saysAi: false }),
      inTopic(maker('image-generation', {})),
      inContext(painted, { audience: 'internal' }),
    ],
    passes: maker('image-generation', { marked: true }),
    alsoPasses: [
      maker('text-to-speech', { saysAi: true }),
      edited(edited(painted, 'a-service-maker', { mode: 'offline' }), 'c-service', plan(call('a-service-model'))),
      { ...painted, controls: [marking] },
    ],
    quiet: [{ ...maker('image-generation', {}), controls: [marking] }],
    says: [
      [painted, 'medium: What'],
      [inContext(painted, { audience: 'internal' }), 'low: What'],
    ],
    repair: { on: 'c-maker', change: { settings: { marked: true } } },
    unknown: { on: 'c-maker', change: { settings: { marked: { unknown: true } } } },
  },
  {
    rule: 'RAI-06',
    fails: plain,
    alsoFails: [
      required,
      inTopic({ ...plain, context: {} }, { decisionEffect: 'assist' }),
      inTopic({ ...plain, context: {} }, { decisionEffect: 'significant' }),
      looked('prompt-registry'),
      looked('memory'),
      { ...required, requirements: [{ ...grounded, on: ['a-user-chat'] }] },
    ],
    passes: looked('search-index'),
    alsoPasses: [
      looked('tool'),
      looked('relational-db'),
      waived,
      edited(plain, 'd-question', { type: 'documents' }),
      edited(withMood, 'd-question', { type: 'documents' }),
      inTopic({ ...plain, context: {} }, { audience: 'internal' }),
      inTopic({ ...plain, context: {} }, { decisionEffect: 'none' }),
      { ...required, requirements: [{ ...grounded, metric: 'quality.recall' }] },
      { ...besideClerk, requirements: [{ ...grounded, on: ['a-clerk-files'] }] },
      betweenSystems,
      byAgentAlone,
    ],
    quiet: [{ ...plain, context: {} }],
    says: [
      [required, 'although "Ground" asks for it'],
      [plain, 'looks anything up. Search'],
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'RAI-07',
    fails: cited(false),
    alsoFails: [
      inTopic(edited(cited(false), 'c-portal', { settings: { citations: undefined } })),
      edited(proven, 'c-gate', { settings: { checks: ['content'] } }),
      inContext(cited(false), { decisionEffect: 'assist' }),
      reworded,
    ],
    passes: cited(true),
    alsoPasses: [
      proven,
      polished,
      listed,
      inTopic(plain),
      edited(loadedSearch, 'c-portal', { settings: { citations: true } }),
    ],
    says: [
      [cited(false), 'low: Portal'],
      [inContext(cited(false), { decisionEffect: 'assist' }), 'medium: Portal'],
    ],
    repair: { on: 'c-portal', change: { settings: { citations: true } } },
    unknown: { on: 'c-portal', change: { settings: { citations: { unknown: true } } } },
  },
  {
    rule: 'RAI-10',
    fails: heard(false),
    alsoFails: [
      inTopic(edited(heard(false), 'c-portal', { settings: { feedback: undefined } })),
      inContext(heard(false), { audience: 'internal', decisionEffect: 'significant' }),
    ],
    passes: heard(true),
    alsoPasses: [
      inContext(heard(false), { audience: 'internal' }),
      inContext(heard(false), { audience: 'internal', decisionEffect: 'assist' }),
      edited(heard(false), 'c-model', null),
    ],
    says: [
      [heard(false), 'no word back from Analyst'],
      [heard(false), 'Portal, and say who'],
      [edited(heard(false), 'c-analyst', null), 'no word back from its readers'],
      [inContext(heard(false), { decisionEffect: 'significant' }), 'contest a decision'],
    ],
    repair: { on: 'c-portal', change: { settings: { feedback: true } } },
    unknown: { on: 'c-portal', change: { settings: { feedback: { unknown: true } } } },
  },
]
