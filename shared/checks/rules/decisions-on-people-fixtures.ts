import type { Design } from '../../design/design.ts'
import { extended, peopleSearch, scoringService } from '../../findings/testing/data-bases.ts'
import { arrow, box, call, edited, plan, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'

const inTopic = (design: Design): Design => ({
  ...design,
  context: { ...design.context, complete: ['responsible-use'] },
})
const inContext = (design: Design, context: Design['context']): Design => ({
  ...design,
  context: { ...design.context, ...context },
})

const uncompared = edited(scoringService, 'c-fairness', { settings: { fairness: false } })
const untested = inTopic(edited(scoringService, 'c-fairness', null))
const written = inTopic(inContext(peopleSearch, { decisionEffect: 'significant' }))

const unexplained = edited(scoringService, 'c-score', { settings: { explains: false } })
const covered = requirement('r-reasons', { metric: 'explanation.coverage', is: '>=', target: 1 })

const powerless = edited(scoringService, 'c-clerk', { settings: { canOverride: false } })

const said = (value: readonly string[], design: Design = scoringService): Design => ({
  ...design,
  answers: { 'ai-act.prohibited-practice': { value: [...value] } },
})

/** A camera tells people apart, for nobody's decision. */
const tellingApart = inContext(
  extended(scoringService, {
    components: [box('c-camera', 'vision-model', { in: 'b-platform', settings: { biometric: true } })],
    flows: [arrow('c-service', 'c-camera')],
  }),
  { decisionEffect: 'assist' },
)

/** A test calls the model, too; it decides about nobody. */
const judged = extended(uncompared, {
  components: [box('c-bench', 'evaluation', { in: 'b-platform', settings: { fairness: false } })],
  flows: [arrow('c-service', 'c-bench'), arrow('c-bench', 'c-score', { request: { data: ['d-application'] } })],
})
/** The comparison stands beside the drawing. */
const alone = extended(untested, {
  components: [box('c-aside', 'fairness-assessment', { in: 'b-platform', settings: { fairness: false } })],
})
/** A second channel that shows nothing of the sort. */
const twoChannels = extended(edited(written, 'c-portal', { settings: { citations: true } }), {
  components: [box('c-kiosk', 'client', { in: 'b-office', settings: { citations: false } })],
  flows: [arrow('c-analyst', 'c-kiosk', { mode: 'offline' })],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAI-08',
    fails: uncompared,
    alsoFails: [
      untested,
      written,
      judged,
      inTopic(edited(uncompared, 'c-fairness', { settings: { fairness: undefined } })),
    ],
    passes: scoringService,
    alsoPasses: [
      inContext(uncompared, { decisionEffect: 'assist' }),
      inTopic(inContext(peopleSearch, { decisionEffect: 'none' })),
      edited(written, 'd-documents', { personal: 'none' }),
      {
        ...uncompared,
        requirements: [requirement('r-gap', { metric: 'quality.fairnessGap', is: '<=', target: 0.05 })],
      },
      extended(untested, {
        components: [box('c-drift', 'drift-monitor', { in: 'b-platform', settings: { groupsCompared: true } })],
        flows: [arrow('c-service', 'c-drift')],
      }),
    ],
    says: [
      [uncompared, 'Score weighs on people, and not even Fairness'],
      [untested, 'no test on the drawing'],
      [alone, 'no test on the drawing'],
    ],
    repair: { on: 'c-fairness', change: { settings: { fairness: true } } },
    unknown: { on: 'c-fairness', change: { settings: { fairness: { unknown: true } } } },
  },
  {
    rule: 'RAI-09',
    fails: unexplained,
    alsoFails: [
      written,
      inTopic(edited(scoringService, 'c-score', { settings: { explains: undefined } })),
      { ...inContext(unexplained, { decisionEffect: 'assist' }), requirements: [covered] },
    ],
    passes: scoringService,
    alsoPasses: [
      inContext(unexplained, { decisionEffect: 'assist' }),
      edited(written, 'c-portal', { settings: { citations: true } }),
      twoChannels,
      edited(written, 'd-documents', { personal: 'none' }),
      { ...scoringService, requirements: [covered] },
    ],
    says: [
      [unexplained, 'results about people without'],
      [{ ...inContext(unexplained, { decisionEffect: 'assist' }), requirements: [covered] }, 'which Reasons asks for'],
      [{ ...unexplained, requirements: [covered] }, 'results about people without'],
    ],
    repair: { on: 'c-score', change: { settings: { explains: true } } },
    unknown: { on: 'c-score', change: { settings: { explains: { unknown: true } } } },
  },
  {
    rule: 'RAI-12',
    fails: powerless,
    alsoFails: [inTopic(edited(powerless, 'c-clerk', { settings: { canOverride: undefined } }))],
    passes: scoringService,
    alsoPasses: [
      inContext(powerless, { decisionEffect: 'assist' }),
      edited(
        edited(powerless, 'a-service-clerk', { mode: 'offline' }),
        'c-service',
        plan(call('a-service-features'), call('a-service-score')),
      ),
    ],
    repair: { on: 'c-clerk', change: { settings: { canOverride: true } } },
    unknown: { on: 'c-clerk', change: { settings: { canOverride: { unknown: true } } } },
  },
  {
    rule: 'RAI-11',
    fails: said(['social-scoring']),
    alsoFails: [said(['social-scoring', 'emotion-at-work'], { ...peopleSearch, context: {} })],
    passes: said(['none']),
    alsoPasses: [
      inContext(said(['social-scoring']), { euNexus: false }),
      said(['unheard-of']),
      { ...scoringService, answers: { 'ai-act.role': { value: ['social-scoring'] } } },
    ],
    quiet: [
      said(['none']),
      edited(scoringService, 'x-design', { context: { euNexus: undefined } }),
      inContext(scoringService, { decisionEffect: 'assist' }),
      said(['none'], tellingApart),
    ],
    asks: [[tellingApart, 'that Art. 5 of the EU AI Act forbids?']],
    repair: { on: 'c-score', change: null },
    unknown: { on: 'x-design', change: { answers: { 'ai-act.prohibited-practice': undefined } } },
  },
]
