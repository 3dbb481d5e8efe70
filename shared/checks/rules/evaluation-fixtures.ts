import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, edited, grown, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete: Partial<Design> = { context: { complete: ['evaluation'] } }
const sound = {
  measures: 'both',
  goldenSet: true,
  gatesRelease: true,
  humanCalibration: true,
  adversarial: true,
  retrieval: true,
  tasks: true,
}
const tests = box('c-tests', 'evaluation', { in: 'b-platform', settings: sound })
const measured = grown(searchService, [tests], [arrow('c-tests', 'c-service', { mode: 'offline' })])
const measuredAgent = grown(mailingAgent, [tests], [arrow('c-tests', 'c-agent', { mode: 'offline' })])
const unmeasured: Design = { ...searchService, ...complete }

/** The same evaluation with one fact turned round. */
const lacking = (field: string, design: Design = measured): Design =>
  edited(design, 'c-tests', { settings: { [field]: false } })
const notKnown = (field: string) => ({ on: 'c-tests', change: { settings: { [field]: { unknown: true } } } })
const mended = (field: string) => ({ on: 'c-tests', change: { settings: { [field]: true } } })
/** A second evaluation that holds what the first lacks: one is enough. */
const second = (field: string, design: Design = lacking(field)): Design =>
  grown(
    design,
    [box('c-bench', 'evaluation', { in: 'b-platform', settings: sound })],
    [arrow('c-bench', 'c-service', { mode: 'offline' })],
  )
const pipeline = box('c-pipeline', 'ci-cd', { in: 'b-platform', settings: { gatesRelease: true } })

const judged = grown(
  searchService,
  [box('c-judge', 'evaluation', { in: 'b-platform', settings: { ...sound, humanCalibration: false } })],
  [
    arrow('c-service', 'c-judge', { mode: 'async' }),
    arrow('c-judge', 'c-model', { encrypted: true, call: { maxOutputTokens: 200 } }),
  ],
)
/** The judge asks a box of its own, of the same product. */
const twin = (product: string): Design =>
  edited(
    grown(
      edited(judged, 'a-judge-model', null),
      [box('c-other', 'llm-api', { in: 'b-vendor', product, settings: { pinned: true, noTraining: true } })],
      [arrow('c-judge', 'c-other', { encrypted: true })],
    ),
    'c-model',
    { product: 'openai/gpt-4.1' },
  )

const early = edited(measured, 'c-tests', { settings: { measures: 'offline' } })
const publicly: Design = { ...measured, context: { audience: 'external' } }
const searching = requirement('r-search', {
  metric: 'quality.retrievalPrecision',
  is: '>=',
  target: 0.8,
  source: 'Product owner',
})
const solving = requirement('r-solve', {
  metric: 'quality.taskSuccess',
  is: '>=',
  target: 0.8,
  source: 'Product owner',
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'EVL-01',
    fails: unmeasured,
    // An evaluation that nothing joins measures nothing; a complete boundary accuses as a complete topic does.
    alsoFails: [grown(unmeasured, [tests]), edited(searchService, 'b-vendor', { complete: true })],
    passes: { ...measured, ...complete },
    alsoPasses: [{ ...searchService, answers: { 'topic.evaluation': { value: true } } }],
    quiet: [{ ...searchService, framing: { answers: [{ id: 'k-any', name: 'Answer', noticedBy: 'The reader' }] } }],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'EVL-02',
    fails: lacking('gatesRelease'),
    alsoFails: [grown(lacking('gatesRelease'), [pipeline])],
    passes: measured,
    alsoPasses: [
      second('gatesRelease'),
      grown(lacking('gatesRelease'), [pipeline], [arrow('c-pipeline', 'c-service', { mode: 'offline' })]),
      // Without an evaluation there is nothing that could stop a release.
      grown(
        searchService,
        [{ ...pipeline, settings: { gatesRelease: false } }],
        [arrow('c-pipeline', 'c-service', { mode: 'offline' })],
      ),
    ],
    repair: mended('gatesRelease'),
    unknown: notKnown('gatesRelease'),
  },
  {
    rule: 'EVL-03',
    fails: lacking('goldenSet'),
    passes: measured,
    asks: [[edited(second('goldenSet'), 'c-bench', { settings: { goldenSet: { unknown: true } } }), 'Bench: ']],
    alsoPasses: [second('goldenSet'), { ...searchService, ...complete }],
    repair: mended('goldenSet'),
    unknown: notKnown('goldenSet'),
  },
  {
    rule: 'EVL-04',
    fails: early,
    alsoFails: [
      grown(early, [box('c-drift', 'drift-monitor', { in: 'b-platform' })]),
      grown(early, [box('c-traces', 'observability', { in: 'b-platform' })], [arrow('c-service', 'c-traces')]),
      { ...early, context: { stage: 'pilot' } },
    ],
    passes: measured,
    alsoPasses: [
      edited(measured, 'c-tests', { settings: { measures: 'online' } }),
      edited(early, 'a-tests-service', { from: 'c-service', to: 'c-tests', mode: 'async' }),
      // One of two sees what runs.
      grown(
        edited(early, 'a-tests-service', { from: 'c-service', to: 'c-tests', mode: 'async' }),
        [box('c-bench', 'evaluation', { settings: { ...sound, measures: 'offline' } })],
        [arrow('c-bench', 'c-service', { mode: 'offline' })],
      ),
      grown(
        early,
        [box('c-traces', 'observability', { in: 'b-platform' })],
        [arrow('c-traces', 'c-tests', { mode: 'offline' })],
      ),
      grown(
        early,
        [box('c-drift', 'drift-monitor', { in: 'b-platform' })],
        [arrow('c-service', 'c-drift', { mode: 'async' })],
      ),
      grown(
        early,
        [box('c-bench', 'evaluation', { settings: sound })],
        [arrow('c-bench', 'c-service', { mode: 'offline' })],
      ),
      { ...early, context: { stage: 'poc' } },
      { ...early, context: { stage: 'idea' } },
    ],
    repair: { on: 'c-tests', change: { settings: { measures: 'both' } } },
    unknown: { on: 'c-tests', change: { settings: { measures: { unknown: true } } } },
  },
  {
    rule: 'EVL-05',
    fails: lacking('retrieval'),
    alsoFails: [{ ...lacking('retrieval'), requirements: [solving] }],
    passes: measured,
    alsoPasses: [
      second('retrieval'),
      { ...lacking('retrieval'), requirements: [searching] },
      // Nothing is searched, or nobody writes from what was found.
      edited(lacking('retrieval'), 'c-index', null),
      edited(lacking('retrieval'), 'c-model', null),
      edited(lacking('retrieval'), 'a-service-index', { does: ['write'] }),
    ],
    says: [[lacking('retrieval'), 'and not what Index finds']],
    repair: mended('retrieval'),
    unknown: notKnown('retrieval'),
  },
  {
    rule: 'EVL-06',
    fails: judged,
    alsoFails: [
      twin('openai/gpt-4.1'),
      // Another model works beside the one that judges itself.
      grown(judged, [box('c-other', 'llm-api', { in: 'b-vendor' })], [arrow('c-service', 'c-other')]),
    ],
    passes: edited(judged, 'c-judge', { settings: { humanCalibration: true } }),
    alsoPasses: [twin('anthropic/claude-sonnet-4-6'), edited(judged, 'a-judge-model', null)],
    repair: { on: 'c-judge', change: null },
    unknown: { on: 'c-judge', change: { settings: { humanCalibration: { unknown: true } } } },
  },
  {
    rule: 'EVL-07',
    fails: lacking('adversarial', measuredAgent),
    alsoFails: [
      lacking('adversarial', publicly),
      lacking('adversarial', { ...measured, context: { audience: 'partners' } }),
      lacking('adversarial', edited(measured, 'd-question', { writers: 'customers' })),
    ],
    passes: measuredAgent,
    alsoPasses: [
      // People of the house ask a service that follows fixed steps.
      lacking('adversarial'),
      lacking('adversarial', { ...measured, context: { audience: 'internal' } }),
      second('adversarial', lacking('adversarial', publicly)),
    ],
    says: [
      [
        lacking('adversarial', edited(measuredAgent, 'd-message', { writers: 'staff' })),
        'though Agent chooses its own steps',
      ],
      [lacking('adversarial', publicly), 'though the public can write to a model'],
    ],
    repair: mended('adversarial'),
    unknown: notKnown('adversarial'),
  },
  {
    rule: 'EVL-08',
    fails: lacking('tasks', measuredAgent),
    alsoFails: [{ ...lacking('tasks', measuredAgent), requirements: [searching] }],
    passes: measuredAgent,
    alsoPasses: [
      { ...lacking('tasks', measuredAgent), requirements: [solving] },
      lacking('tasks'),
      edited(lacking('tasks', measuredAgent), 'c-model', null),
    ],
    repair: mended('tasks'),
    unknown: notKnown('tasks'),
  },
]
