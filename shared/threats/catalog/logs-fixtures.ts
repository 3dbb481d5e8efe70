import type { Access, Design, Identity, Settings } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const sound: Settings = { redaction: true, appendOnly: true, namesCaller: true }

/** The mailing agent with a log of these settings, written to by this box. */
const logged = (settings: Settings, writer = 'c-agent'): Design =>
  grown(
    mailingAgent,
    [box('c-log', 'observability', { ...ours, settings: { ...sound, ...settings } })],
    [arrow(writer, 'c-log', { mode: 'async' })],
  )
const loose = logged({ appendOnly: false })
/** The agent sends mail under a name of its own. */
const asItself = (design: Design, type: Identity['type'] = 'agent'): Design => ({
  ...edited(design, 'c-agent', { as: 'i-agent' }),
  identities: [{ id: 'i-agent', name: 'Agent', type }],
})
const nameless = asItself(logged({ namesCaller: false }))

/** The agent calls as somebody with these rights on the log. */
const granted = (can: readonly Access[], on = 'c-log'): Design => ({
  ...edited(logged({ appendOnly: undefined } as unknown as Settings), 'c-agent', { as: 'i-agent' }),
  identities: [
    {
      id: 'i-agent',
      name: 'Agent',
      type: 'agent',
      grants: [
        { on, can },
        { on: 'c-mail', can: ['send'] },
      ],
    },
  ],
})
/** Another agent that acts and keeps a log of its own. */
const withStranger = grown(
  loose,
  [
    box('c-clerk', 'agent', ours),
    box('c-post', 'tool', { ...ours, settings: { effect: 'comm' } }),
    box('c-journal', 'observability', { ...ours, settings: sound }),
  ],
  [
    arrow('c-customer', 'c-clerk'),
    arrow('c-clerk', 'c-model'),
    arrow('c-clerk', 'c-post'),
    arrow('c-clerk', 'c-journal', { mode: 'async' }),
  ],
)
const withTwo = (other: boolean): Design =>
  grown(
    nameless,
    [box('c-audit', 'observability', { ...ours, settings: { ...sound, namesCaller: other } })],
    [arrow('c-mail', 'c-audit', { mode: 'async' })],
  )
/** What is sent stands in a sound log as well. */
const loggedTwice = grown(
  loose,
  [box('c-audit', 'observability', { ...ours, settings: sound })],
  [arrow('c-mail', 'c-audit', { mode: 'async' })],
)
const bySystem = edited(nameless, 'c-customer', { kind: 'external-system' })

const unlogged: Design = { ...mailingAgent, context: { complete: ['monitoring'] } }

/** These boxes write to a log; the agent archives, too. */
const logging = (...callers: readonly string[]): Design =>
  grown(
    edited(unlogged, 'c-agent', { plans: undefined }),
    [
      box('c-traces', 'observability', { in: 'b-platform' }),
      box('c-archive', 'tool', { in: 'b-platform', settings: { effect: 'write', egress: 'none' } }),
    ],
    [arrow('c-agent', 'c-archive'), ...callers.map((caller) => arrow(caller, 'c-traces'))],
  )

/** What one agent does is logged by its tool; another agent logs by itself, and its tool does not. */
const loggedOneWay = grown(
  unlogged,
  [
    box('c-traces', 'observability', ours),
    box('c-clerk', 'agent', ours),
    box('c-post', 'tool', { ...ours, settings: { effect: 'comm', egress: 'any' } }),
  ],
  [
    arrow('c-customer', 'c-clerk'),
    arrow('c-clerk', 'c-post'),
    arrow('c-clerk', 'c-traces'),
    arrow('c-mail', 'c-traces'),
  ],
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OBS-01',
    fails: unlogged,
    alsoFails: [logging('c-model'), logging('c-mail')],
    passes: logging('c-agent'),
    alsoPasses: [logging('c-mail', 'c-archive'), loggedOneWay],
    says: [[unlogged, 'Agent uses Mail, and no log']],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'OBS-02',
    fails: loose,
    alsoFails: [granted(['delete']), granted(['administer']), logged({ appendOnly: false }, 'c-mail'), loggedTwice],
    passes: logged({}),
    alsoPasses: [
      granted(['write', 'read']),
      granted(['delete'], 'c-orders'),
      logged({ appendOnly: false }, 'c-model'),
      edited(loose, 'c-mail', { settings: { effect: 'read' } }),
    ],
    quiet: [
      logged({}),
      edited(loose, 'c-log', { kind: 'drift-monitor' }),
      edited(granted(['delete']), 'c-log', { settings: { appendOnly: true } }),
    ],
    says: [
      [loggedTwice, 'What Agent does is kept in Log'],
      [loose, 'What Agent does is kept in Log', 'elements: c-agent c-log'],
      [logged({ appendOnly: false }, 'c-mail'), 'What Agent does is kept in Log'],
      [withStranger, 'What Agent does is kept in Log', 'elements: c-agent c-log'],
      [granted(['delete']), 'Agent may change or delete what Log holds about it'],
    ],
    asks: [[granted(['write']), 'Log: is the log kept']],
    repair: { on: 'c-log', change: { settings: { appendOnly: true } } },
    unknown: { on: 'c-log', change: { settings: { appendOnly: { unknown: true } } } },
  },
  {
    rule: 'P-15',
    fails: nameless,
    alsoFails: [withTwo(false)],
    passes: asItself(logged({})),
    alsoPasses: [
      edited(nameless, 'a-agent-mail', { as: 'caller' }),
      asItself(nameless, { unknown: true }),
      withTwo(true),
      bySystem,
      edited(nameless, 'c-mail', { settings: { effect: 'read' } }),
    ],
    quiet: [
      asItself(logged({})),
      mailingAgent,
      logged({ namesCaller: undefined } as unknown as Settings),
      edited(nameless, 'c-log', { kind: 'drift-monitor' }),
    ],
    says: [
      [nameless, 'Agent calls Mail for Customer, and Log does not', 'path: c-customer a-customer-agent c-agent'],
      [withTwo(false), 'Audit and Log do not'],
      [nameless, 'identity agent'],
      [asItself(nameless, 'shared'), 'identity shared'],
    ],
    repair: { on: 'c-log', change: { settings: { namesCaller: true } } },
    unknown: { on: 'c-log', change: { settings: { namesCaller: { unknown: true } } } },
  },
]
