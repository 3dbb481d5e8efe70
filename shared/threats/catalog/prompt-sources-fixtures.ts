import type { Design } from '../../design/design.ts'
import { areas, mailingAgent } from '../../findings/testing/bases.ts'
import {
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const inTopic = (design: Design): Design => edited(design, 'x-design', { context: { complete: ['access'] } })

/** A customer sends a scan; a reader of files turns it into text for a model. */
const scanning: Design = miniDesign({
  boundaries: areas,
  components: [
    box('c-customer', 'user', { in: 'b-internet' }),
    box('c-service', 'orchestrator', { ...ours, ...plan(call('a-service-reader'), call('a-service-model')) }),
    box('c-reader', 'document-parser', { ...ours, settings: { hiddenTextRemoved: false } }),
    box('c-model', 'llm-self-hosted', ours),
  ],
  flows: [
    arrow('c-customer', 'c-service', { request: { data: ['d-scan'] } }),
    arrow('c-service', 'c-reader', { request: { data: ['d-scan'] } }),
    arrow('c-service', 'c-model', { request: { data: ['d-scan'] } }),
  ],
  data: [data('d-scan', { writers: 'customers' }), data('d-wild', { writers: 'anyone' })],
})
/** The page itself takes files: no reader stands in between. */
const attaching = (settings: Readonly<Record<string, unknown>>): Design =>
  edited(
    grown(
      edited(scanning, 'c-reader', null),
      [box('c-portal', 'client', { ...ours, settings: settings as never })],
      [arrow('c-portal', 'c-service', { request: { data: ['d-scan'] } })],
    ),
    'a-customer-service',
    { to: 'c-portal' },
  )
const unheard = edited(scanning, 'a-service-model', { request: { data: ['d-wild'] } })
const twoLetters = edited(
  edited(scanning, 'a-service-reader', { request: { data: ['d-scan', 'd-wild'] } }),
  'a-service-model',
  { request: { data: ['d-scan', 'd-wild'] } },
)

const prompted: Design = miniDesign({
  boundaries: areas,
  components: [
    box('c-customer', 'user', { in: 'b-internet' }),
    box('c-service', 'orchestrator', { ...ours, ...plan(call('a-service-prompts'), call('a-service-model')) }),
    box('c-prompts', 'prompt-registry', { ...ours, holds: ['d-prompt'], settings: { reviewed: false } }),
    box('c-model', 'llm-self-hosted', ours),
  ],
  flows: [
    arrow('c-customer', 'c-service', { request: { data: ['d-wish'] } }),
    arrow('c-service', 'c-prompts'),
    arrow('c-service', 'c-model'),
  ],
  data: [data('d-prompt', { type: 'prompt', writers: 'curators' }), data('d-wish', { writers: 'anyone' })],
})
/** What the customer asks for goes into the template itself. */
const templated = edited(prompted, 'a-service-prompts', { does: ['write'], request: { data: ['d-wish'] } })
const byPartners = edited(prompted, 'd-prompt', { writers: 'partners' })
/** One service reads, another only throws away. */
const deletedToo = grown(
  prompted,
  [box('c-sweeper', 'orchestrator', ours)],
  [arrow('c-customer', 'c-sweeper'), arrow('c-sweeper', 'c-prompts', { does: ['delete'] })],
)
const hidden = { settings: { reviewed: undefined } }

const portal = (settings: Readonly<Record<string, unknown>>, design = mailingAgent): Design =>
  edited(
    grown(
      design,
      [box('c-portal', 'client', { ...ours, settings: settings as never })],
      [arrow('c-portal', 'c-agent', { request: { data: ['d-message'] } })],
    ),
    'a-customer-agent',
    { to: 'c-portal' },
  )
const linked = portal({ prefillFromLink: true, confirmsPrefill: false })
const powerless = edited(
  edited(mailingAgent, 'c-mail', { settings: { effect: 'read', egress: 'none' } }),
  'c-agent',
  plan(call('a-agent-orders'), call('a-agent-model')),
)
const readingOnly = portal({ prefillFromLink: true, confirmsPrefill: false }, powerless)
const harmless = edited(readingOnly, 'd-order', { classification: 'public', personal: 'none' })
/** What acts stands behind another door. */
const elsewhere = edited(
  grown(
    linked,
    [box('c-other', 'orchestrator', ours)],
    [
      arrow('c-portal', 'c-other'),
      arrow('c-customer', 'c-agent', { id: 'a-direct', request: { data: ['d-message'] } }),
    ],
  ),
  'a-portal-agent',
  null,
)
/** The model is asked before orders are in hand; what has them is a tool. */
const apart = edited(readingOnly, 'c-agent', plan(call('a-agent-model'), call('a-agent-orders'), call('a-agent-mail')))

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PI-03',
    fails: scanning,
    alsoFails: [
      inTopic(edited(scanning, 'c-reader', { settings: { hiddenTextRemoved: undefined } })),
      attaching({ takesFiles: true, hiddenTextRemoved: false }),
    ],
    passes: edited(scanning, 'd-scan', { writers: 'staff' }),
    alsoPasses: [unheard, edited(scanning, 'c-model', { kind: 'tool' })],
    quiet: [
      edited(scanning, 'c-reader', { settings: { hiddenTextRemoved: true } }),
      edited(edited(scanning, 'c-reader', { settings: { hiddenTextRemoved: undefined } }), 'd-scan', {
        writers: 'staff',
      }),
      attaching({ hiddenTextRemoved: false }),
      inTopic(edited(scanning, 'c-reader', { kind: 'tool', settings: undefined })),
    ],
    says: [
      [scanning, 'all that stands in Scan,', 'rated: 4 x 3', '"hiddenTextRemoved":true'],
      [twoLetters, 'all that stands in Wild and Scan,', 'rated: 5 x 3'],
    ],
    repair: { on: 'c-reader', change: { settings: { hiddenTextRemoved: true } } },
    unknown: { on: 'c-reader', change: { settings: { hiddenTextRemoved: { unknown: true } } } },
  },
  {
    rule: 'PI-04',
    fails: prompted,
    alsoFails: [templated, byPartners, inTopic(edited(prompted, 'c-prompts', hidden))],
    passes: edited(prompted, 'c-prompts', { settings: { reviewed: true } }),
    alsoPasses: [edited(templated, 'c-prompts', { settings: { reviewed: true } })],
    quiet: [edited(edited(prompted, 'a-service-prompts', { does: ['delete'] }), 'c-prompts', hidden)],
    says: [
      [prompted, 'medium: ', 'by one person alone', 'rated: 2 x 4', '"reviewed":true'],
      [templated, 'high: ', 'written by people outside, with Wish,', 'rated: 4 x 4', 'path: c-customer'],
      [byPartners, 'with Prompt, and nobody', 'rated: 4 x 4'],
      [edited(templated, 'd-wish', { writers: 'staff' }), 'by one person alone'],
    ],
    asks: [
      [edited(prompted, 'c-prompts', hidden), 'review a prompt before it is used'],
      [edited(templated, 'c-prompts', hidden), 'review a prompt'],
      [edited(deletedToo, 'c-prompts', hidden), 'review a prompt'],
    ],
    repair: { on: 'c-prompts', change: { settings: { reviewed: true } } },
    unknown: { on: 'c-prompts', change: { settings: { reviewed: { unknown: true } } } },
  },
  {
    rule: 'PI-06',
    fails: linked,
    alsoFails: [readingOnly, inTopic(portal({}))],
    passes: portal({ prefillFromLink: true, confirmsPrefill: true }),
    alsoPasses: [harmless, apart],
    quiet: [
      portal({ prefillFromLink: false }),
      edited(harmless, 'c-portal', { settings: { prefillFromLink: undefined } }),
      elsewhere,
      inTopic(edited(portal({}), 'c-portal', { kind: 'chat-channel' })),
    ],
    says: [
      [linked, 'Agent answers as if', 'rated: 3 x 4'],
      [readingOnly, 'Agent answers as if', 'rated: 3 x 3'],
    ],
    asks: [
      [portal({}), 'can a link fill in'],
      [edited(readingOnly, 'c-portal', { settings: { prefillFromLink: { unknown: true } } }), 'can a link fill in'],
      [portal({ prefillFromLink: true }), 'sent by the person alone'],
    ],
    repair: { on: 'c-portal', change: { settings: { confirmsPrefill: true } } },
    unknown: { on: 'c-portal', change: { settings: { confirmsPrefill: { unknown: true } } } },
  },
]
