import type { Design, Settings } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { scoringService } from '../../findings/testing/data-bases.ts'
import {
  area,
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const offline = { mode: 'offline' } as const

/** What the model answers is kept, and the model is tuned with what is kept. */
function echoing(asset: string, keeper = 'object-store'): Design {
  const answering: Design = {
    ...edited(
      edited(mailingAgent, 'a-agent-model', { response: { data: ['d-answer'] } }),
      'c-agent',
      plan(call('a-agent-model'), call('a-agent-kept'), call('a-agent-orders'), call('a-agent-mail')),
    ),
    data: [
      ...(mailingAgent.data ?? []),
      data('d-answer', { derivedFrom: ['d-message'] }),
      data('d-digest', { derivedFrom: ['d-answer'] }),
    ],
  }
  return grown(
    answering,
    [box('c-kept', keeper, ours), box('c-tuning', 'fine-tuning', { ...ours, settings: { ownOutputFiltered: false } })],
    [
      arrow('c-agent', 'c-kept', { mode: 'sync', does: ['write'], request: { data: ['d-answer'] } }),
      arrow('c-kept', 'c-tuning', { ...offline, request: { data: [asset] } }),
      arrow('c-tuning', 'c-model', offline),
    ],
  )
}
const echo = echoing('d-answer')
/** People give the right answers in between. */
const corrected = grown(
  edited(echo, 'a-kept-tuning', null),
  [box('c-people', 'data-labelling', ours), box('c-gold', 'object-store', ours)],
  [
    arrow('c-kept', 'c-people', { ...offline, request: { data: ['d-answer'] } }),
    arrow('c-people', 'c-gold', { ...offline, request: { data: ['d-answer'] } }),
    arrow('c-gold', 'c-tuning', { ...offline, request: { data: ['d-answer'] } }),
  ],
)
const byPeople = grown(
  edited(corrected, 'c-gold', null),
  [],
  [arrow('c-people', 'c-tuning', { ...offline, request: { data: ['d-answer'] } })],
)
/** People ask the model themselves, and write the right answers down. */
const askedByPeople = grown(
  edited(corrected, 'a-kept-people', null),
  [],
  [arrow('c-model', 'c-people', { ...offline, request: { data: ['d-answer'] } })],
)
/** The model hands its answers to the training itself. */
const straightBack = grown(
  edited(echo, 'c-kept', null),
  [],
  [arrow('c-model', 'c-tuning', { ...offline, request: { data: ['d-answer'] } })],
)
/** A student learns from the answers under a filter of its own; what the tuning gets of it are weights. */
const ofStudent: Design = {
  ...grown(
    edited(echo, 'c-kept', null),
    [
      box('c-student', 'fine-tuning', { ...ours, settings: { ownOutputFiltered: true } }),
      box('c-shelf', 'model-registry', ours),
    ],
    [
      arrow('c-model', 'c-student', { ...offline, request: { data: ['d-answer'] } }),
      arrow('c-student', 'c-shelf', { ...offline, request: { data: ['d-student'] } }),
      arrow('c-shelf', 'c-tuning', { ...offline, request: { data: ['d-student'] } }),
    ],
  ),
  data: [...(echo.data ?? []), data('d-student', { type: 'model', derivedFrom: ['d-answer'] })],
}
/** Two assets name each other as what they are made of, and neither is what the model wrote. */
const inCircle: Design = {
  ...edited(echo, 'a-kept-tuning', { request: { data: ['d-egg'] } }),
  data: [...(echo.data ?? []), data('d-egg', { derivedFrom: ['d-hen'] }), data('d-hen', { derivedFrom: ['d-egg'] })],
}

/** The agent fetches a key from the vault, and writes it where others read. */
function straying(kind: string, sent: string, gate?: Settings): Design {
  const base: Design = {
    ...mailingAgent,
    data: [
      ...(mailingAgent.data ?? []),
      data('d-key', { type: 'secret', writers: 'system' }),
      data('d-call', { derivedFrom: ['d-key', 'd-order'] }),
    ],
  }
  const steps = [call('a-agent-vault'), ...(gate === undefined ? [] : [call('a-agent-gate')]), call('a-agent-log')]
  return grown(
    edited(base, 'c-agent', plan(...steps)),
    [
      box('c-vault', 'secret-store', { ...ours, holds: ['d-key'] }),
      box('c-log', kind, ours),
      ...(gate === undefined ? [] : [box('c-gate', 'guardrail', { ...ours, settings: gate })]),
    ],
    [
      arrow('c-agent', 'c-vault', { does: ['read'], mode: 'sync', response: { data: ['d-key'] } }),
      arrow('c-agent', 'c-log', { mode: 'sync', does: ['write'], request: { data: [sent] } }),
      ...(gate === undefined ? [] : [arrow('c-agent', 'c-gate', { mode: 'sync' })]),
    ],
  )
}
/** The same, to a box that another party runs. */
const givenAway = (kind: string, organisation = 'partner'): Design => {
  const there = edited(straying(kind, 'd-key'), 'c-log', { in: 'b-there' })
  return { ...there, boundaries: [...(there.boundaries ?? []), area('b-there', { trust: 60, organisation })] }
}
const stray = straying('observability', 'd-key')

/** A model is tuned with the orders of all tenants. */
const shared: Design = grown(
  { ...mailingAgent, context: { multiTenant: true } },
  [
    box('c-history', 'object-store', { ...ours, holds: ['d-order'] }),
    box('c-tuning', 'fine-tuning', { ...ours, settings: { perTenant: false } }),
  ],
  [
    arrow('c-history', 'c-tuning', { ...offline, request: { data: ['d-order'] } }),
    arrow('c-tuning', 'c-model', offline),
  ],
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-13',
    fails: echo,
    alsoFails: [echoing('d-digest'), straightBack],
    passes: edited(echo, 'c-tuning', { settings: { ownOutputFiltered: true } }),
    alsoPasses: [
      echoing('d-message'),
      corrected,
      byPeople,
      askedByPeople,
      ofStudent,
      inCircle,
      edited(echo, 'a-tuning-model', null),
      edited(echo, 'a-agent-model', { response: { data: ['d-order'] } }),
    ],
    quiet: [scoringService, mailingAgent],
    says: [
      [echo, 'Tuning reads Answer, which Model wrote', 'path: c-model a-agent-model c-agent a-agent-kept c-kept'],
      [echo, 'a-kept-tuning c-tuning a-tuning-model c-model'],
      [straightBack, 'path: c-model a-model-tuning c-tuning a-tuning-model c-model'],
    ],
    repair: { on: 'c-tuning', change: { settings: { ownOutputFiltered: true } } },
    unknown: { on: 'c-tuning', change: { settings: { ownOutputFiltered: { unknown: true } } } },
  },
  {
    rule: 'P-17',
    fails: stray,
    alsoFails: [
      straying('observability', 'd-call'),
      straying('memory', 'd-key'),
      straying('cache', 'd-key'),
      straying('vector-store', 'd-key'),
      straying('observability', 'd-key', { decidesBy: 'model', checks: ['secrets'] }),
      straying('observability', 'd-key', { decidesBy: 'rules', checks: ['injection'] }),
      givenAway('tool'),
      straying('speech-to-text', 'd-key'),
    ],
    passes: straying('observability', 'd-order'),
    alsoPasses: [
      givenAway('tool', 'client'),
      givenAway('secret-store'),
      givenAway('identity-provider'),
      // What a model is told is a threat of its own.
      givenAway('llm-api'),
      straying('relational-db', 'd-key'),
      straying('observability', 'd-key', { decidesBy: 'rules', checks: ['secrets'] }),
      edited(stray, 'a-agent-log', { request: undefined }),
    ],
    says: [
      [givenAway('tool'), 'sends Key to Log, which another party runs, and it is, or holds, Key', 'rated: 3 x 3'],
      [stray, 'sends Key to Log, and it is', 'rated: 4 x 3', 'path: c-vault a-agent-vault c-agent a-agent-log c-log'],
      [
        straying('observability', 'd-key', { decidesBy: 'model', checks: ['secrets'] }),
        'rated: 3 x 3',
        'Gate looks for',
      ],
      [straying('observability', 'd-key', { decidesBy: 'model', checks: ['pii'] }), 'rated: 4 x 3'],
      [straying('observability', 'd-call'), 'sends Call to Log, and it is, or holds, Key'],
    ],
    repair: { on: 'a-agent-log', change: { request: { data: ['d-order'] } } },
  },
  {
    rule: 'P-18',
    fails: shared,
    passes: edited(shared, 'c-tuning', { settings: { perTenant: true } }),
    alsoPasses: [
      edited(shared, 'd-order', { personal: 'none', classification: 'internal' }),
      edited(shared, 'a-tuning-model', null),
      edited(shared, 'a-agent-model', null),
      { ...shared, context: { multiTenant: false } },
    ],
    quiet: [scoringService, { ...mailingAgent, context: { multiTenant: true } }],
    says: [[shared, 'learns from Order of all tenants, and Model', 'path: c-history a-history-tuning c-tuning']],
    repair: { on: 'c-tuning', change: { settings: { perTenant: true } } },
    unknown: { on: 'c-tuning', change: { settings: { perTenant: { unknown: true } } } },
  },
]
