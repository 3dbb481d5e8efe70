import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete = { complete: ['responsible-use'] }
const deciding: Design = { ...searchService, context: { ...complete, decisionEffect: 'significant' } }
const reviewer = box('c-reviewer', 'human-review', { in: 'b-platform', settings: { reviewers: 1, hoursPerDay: 8 } })
/** The same with a person who sees each answer before it goes out. */
const reviewed: Design = edited(
  {
    ...deciding,
    components: [...(deciding.components ?? []), reviewer],
    flows: [...(deciding.flows ?? []), arrow('c-service', 'c-reviewer', { mode: 'sync' })],
  },
  'c-service',
  plan(call('a-service-index'), call('a-service-model'), call('a-service-reviewer'), call('a-service-embedder')),
)
const careless: Design = { ...searchService, context: complete }
const crowded: Design = {
  ...reviewed,
  context: { decisionEffect: 'assist' },
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-analyst-portal', input: { tokens: 60 } }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 2000, per: 'day', peakFactor: 3 } }],
}
const hidden = edited(searchService, 'c-portal', { settings: { saysAi: false } })

const framed: Design = {
  ...careless,
  framing: { answers: [{ id: 'k-any', name: 'Answer', fallback: 'A colleague answers' }] },
}

/** The reviewer comes after the model, in this part of the cases. */
const reviewedIn = (share: number): Design =>
  edited(
    reviewed,
    'c-service',
    plan(call('a-service-index'), call('a-service-model'), call('a-service-reviewer', { share })),
  )
const afterwards = edited(reviewed, 'a-service-reviewer', { mode: 'async' })
/** One person sees half of the cases before, another all of them afterwards. */
const reviewedByTwo = edited(
  grown(
    reviewed,
    [box('c-auditor', 'human-review', { in: 'b-platform' })],
    [arrow('c-service', 'c-auditor', { mode: 'async' })],
  ),
  'c-service',
  plan(
    call('a-service-index'),
    call('a-service-model'),
    call('a-service-reviewer', { share: 0.5 }),
    call('a-service-auditor'),
  ),
)
/** The reviewer sees the question, never the answer. */
const reviewedBefore = edited(
  { ...reviewed, context: complete },
  'c-service',
  plan(call('a-service-reviewer'), call('a-service-index'), call('a-service-model')),
)
const besideAnotherAction = grown(
  reviewed,
  [box('c-clerk', 'user', { in: 'b-platform' }), box('c-files', 'orchestrator', { in: 'b-platform' })],
  [arrow('c-clerk', 'c-files')],
)
const among = (audience: string, design: Design): Design => ({ ...design, context: { audience } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAI-01',
    fails: deciding,
    alsoFails: [reviewedIn(0.5)],
    passes: reviewed,
    alsoPasses: [besideAnotherAction, edited(deciding, 'x-design', { context: { decisionEffect: 'assist' } })],
    says: [
      [deciding, 'Model decides about people, and nobody sees', 'elements: c-model'],
      [afterwards, 'What Model decides about people reaches Reviewer only after it has taken effect'],
      [reviewedByTwo, 'Reviewer sees only a part of what Model decides about people before'],
      [reviewedIn(0.5), 'Reviewer sees only a part of what Model decides about people before'],
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'RAI-02',
    fails: careless,
    passes: { ...reviewed, context: complete },
    // Said on the sheet, and not drawn although all is.
    alsoFails: [framed, reviewedBefore],
    says: [[careless, 'Whatever Model answers reaches Portal']],
    alsoPasses: [{ ...framed, context: {} }],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'RAI-03',
    fails: crowded,
    passes: edited(crowded, 'w-day', { arrivals: { rate: 5, per: 'day' } }),
    // The search is overrun, and the people are not.
    alsoPasses: [
      edited(edited(crowded, 'c-reviewer', { settings: { reviewers: 200 } }), 'c-index', {
        settings: { callsPerSecond: 0.01 },
      }),
    ],
    repair: { on: 'c-reviewer', change: { settings: { reviewers: 200 } } },
  },
  {
    rule: 'RAI-04',
    fails: hidden,
    quiet: [
      searchService,
      edited(hidden, 'c-model', null),
      among('internal', edited(hidden, 'c-portal', { settings: { saysAi: { unknown: true } } })),
    ],
    says: [
      [hidden, 'medium: Portal does not say that a machine answers Analyst'],
      [among('internal', hidden), 'low: '],
      [edited(hidden, 'a-analyst-portal', null), 'a machine answers people'],
    ],
    passes: searchService,
    repair: { on: 'c-portal', change: { settings: { saysAi: true } } },
    unknown: { on: 'c-portal', change: { settings: { saysAi: { unknown: true } } } },
  },
]
