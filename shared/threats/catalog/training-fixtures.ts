import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { scoringService } from '../../findings/testing/data-bases.ts'
import { area, arrow, box, data, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const offline = { mode: 'offline' } as const

/** The model of the agent is tuned further. */
const tuned = grown(
  mailingAgent,
  [box('c-tuning', 'fine-tuning', { ...ours, settings: { safetyTested: false } })],
  [arrow('c-tuning', 'c-model', offline)],
)
const testedBy = (settings: Readonly<Record<string, boolean>>): Design =>
  grown(tuned, [box('c-tests', 'evaluation', { ...ours, settings })], [arrow('c-tuning', 'c-tests', offline)])
const squeezed = (precision: string): Design =>
  edited(mailingAgent, 'c-model', { settings: { precision, retested: false } })

/** What customers write is kept, and the model is tuned with it. */
const taught = grown(
  mailingAgent,
  [
    box('c-feedback', 'object-store', { ...ours, holds: ['d-message'] }),
    box('c-tuning', 'fine-tuning', { ...ours, settings: { influenceCapped: false } }),
  ],
  [
    arrow('c-feedback', 'c-tuning', { ...offline, request: { data: ['d-message'] } }),
    arrow('c-tuning', 'c-model', offline),
  ],
)
const learning = (asset: string): Design => edited(taught, 'a-feedback-tuning', { request: { data: [asset] } })
const mixed: Design = {
  ...learning('d-mixed'),
  data: [...(taught.data ?? []), data('d-mixed', { derivedFrom: ['d-message', 'd-order'] })],
}
const staffSpeaksToo: Design = {
  ...edited(
    grown(taught, [box('c-clerk', 'user', ours)], [arrow('c-clerk', 'c-agent', { request: { data: ['d-note'] } })]),
    'a-feedback-tuning',
    { request: { data: ['d-message', 'd-note'] } },
  ),
  data: [...(taught.data ?? []), data('d-note', { writers: 'staff', personal: 'none' })],
}

const lab = (network: 'public' | 'private'): Design => ({
  ...edited(scoringService, 'c-training', { in: 'b-lab' }),
  boundaries: [...(scoringService.boundaries ?? []), area('b-lab', { network, organisation: 'client' })],
})
/** A page on the internet hands what people upload straight to the training. */
const visited = grown(
  scoringService,
  [box('c-upload', 'client', { in: 'b-internet', settings: { renders: 'none' } })],
  [
    arrow('c-applicant', 'c-upload', { request: { data: ['d-application'] } }),
    arrow('c-upload', 'c-training', { mode: 'sync', request: { data: ['d-application'] } }),
  ],
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'SUP-05',
    fails: tuned,
    alsoFails: [
      squeezed('int4'),
      testedBy({ adversarial: false }),
      grown(tuned, [box('c-log', 'observability', ours)], [arrow('c-tuning', 'c-log', { mode: 'async' })]),
    ],
    passes: edited(tuned, 'c-tuning', { settings: { safetyTested: true } }),
    alsoPasses: [
      squeezed('fp8'),
      testedBy({ adversarial: true }),
      edited(squeezed('int4'), 'c-model', { settings: { retested: true } }),
      edited(tuned, 'a-tuning-model', { from: 'c-model', to: 'c-tuning' }),
      edited(tuned, 'c-model', { kind: 'observability', settings: undefined }),
    ],
    quiet: [
      scoringService,
      mailingAgent,
      edited(scoringService, 'x-design', { context: { complete: ['supply-chain'] } }),
    ],
    says: [
      [squeezed('int4'), 'runs with 4 bits a weight'],
      [tuned, 'changes a finished model'],
    ],
    repair: { on: 'c-tuning', change: { settings: { safetyTested: true } } },
    unknown: { on: 'c-tuning', change: { settings: { safetyTested: { unknown: true } } } },
  },
  {
    rule: 'TRN-01',
    fails: taught,
    alsoFails: [mixed, edited(taught, 'd-message', { writers: 'staff' })],
    passes: edited(taught, 'c-tuning', { settings: { influenceCapped: true } }),
    alsoPasses: [learning('d-order')],
    quiet: [scoringService],
    says: [
      [taught, 'learns from Message,', 'people outside can say it', 'path: c-feedback a-feedback-tuning c-tuning'],
      [edited(taught, 'd-message', { writers: 'staff' }), 'rated: 2 x 3'],
      [staffSpeaksToo, 'learns from Message and Note,', 'rated: 4 x 3'],
      [mixed, 'learns from Message,'],
    ],
    repair: { on: 'c-tuning', change: { settings: { influenceCapped: true } } },
    unknown: { on: 'c-tuning', change: { settings: { influenceCapped: { unknown: true } } } },
  },
  {
    rule: 'TRN-04',
    fails: lab('public'),
    alsoFails: [visited],
    passes: lab('private'),
    alsoPasses: [
      edited(visited, 'd-application', { writers: 'staff' }),
      edited(visited, 'c-upload', { in: 'b-platform' }),
    ],
    quiet: [scoringService],
    says: [
      [lab('public'), 'makes models in a public network', 'elements: b-lab'],
      [visited, 'What Upload sends from outside reaches Training'],
    ],
    repair: { on: 'b-lab', change: { network: 'private' } },
    unknown: { on: 'b-lab', change: { network: { unknown: true } } },
  },
]
