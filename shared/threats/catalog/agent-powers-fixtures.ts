import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete = { context: { complete: ['agents'] } }
const inTopic = (design: Design): Design => edited(design, 'x-design', complete)
const browsing: Design = edited(edited(mailingAgent, 'c-mail', { kind: 'browser-tool' }), 'c-mail', {
  settings: { effect: 'write', egress: 'any', signedIn: true, confirms: false },
})
const twoBrowse = edited(
  grown(
    browsing,
    [box('c-helper', 'agent', { in: 'b-platform', ...plan(call('a-helper-mail')) })],
    [arrow('c-agent', 'c-helper'), arrow('c-helper', 'c-mail')],
  ),
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-mail'), call('a-agent-helper')),
)

const rewriting = edited(mailingAgent, 'c-agent', { settings: { autonomy: 'auto', ownConfiguration: true } })
/** An agent that keeps its own prompts: the drawing shows it, whatever its box says. */
const keeping = (kind: string, does: readonly string[]): Design =>
  edited(
    grown(
      edited(mailingAgent, 'c-agent', { settings: { ownConfiguration: false } }),
      [box('c-rules', kind, { in: 'b-platform' })],
      [arrow('c-agent', 'c-rules', { does: does as never, mode: 'sync' })],
    ),
    'c-agent',
    plan(call('a-agent-model'), call('a-agent-mail'), call('a-agent-rules')),
  )
const idle = edited(edited(rewriting, 'c-mail', null), 'c-orders', { settings: { effect: 'read', egress: 'none' } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-07',
    fails: browsing,
    alsoFails: [inTopic(edited(browsing, 'c-mail', { settings: { confirms: undefined } }))],
    passes: edited(browsing, 'c-mail', { settings: { confirms: true } }),
    alsoPasses: [
      inTopic(edited(browsing, 'c-mail', { settings: { egress: 'allowlist' } })),
      // A tool that opens no pages signs in nowhere.
      inTopic(mailingAgent),
    ],
    quiet: [
      edited(browsing, 'c-mail', { settings: { signedIn: false, egress: undefined, confirms: undefined } }),
      edited(browsing, 'c-mail', { settings: { egress: 'allowlist' } }),
      edited(browsing, 'a-agent-mail', { mode: 'offline' }),
    ],
    says: [
      [browsing, 'what Agent does there', 'rated: 4 x 3'],
      [twoBrowse, 'what Agent and Helper do there'],
    ],
    asks: [
      [edited(browsing, 'c-mail', { settings: { signedIn: undefined } }), 'under the name of a person'],
      [edited(browsing, 'c-mail', { settings: { egress: undefined } }), 'which places outside'],
    ],
    repair: { on: 'c-mail', change: { settings: { signedIn: false } } },
    unknown: { on: 'c-mail', change: { settings: { confirms: { unknown: true } } } },
  },
  {
    rule: 'AG-08',
    fails: rewriting,
    alsoFails: [
      keeping('prompt-registry', ['write']),
      keeping('policy-gate', ['administer']),
      inTopic(edited(rewriting, 'c-agent', { settings: { ownConfiguration: undefined } })),
    ],
    passes: edited(rewriting, 'c-agent', { settings: { ownConfiguration: false } }),
    alsoPasses: [
      inTopic(edited(rewriting, 'c-agent', { settings: { ownConfiguration: false } })),
      keeping('prompt-registry', ['read']),
      keeping('relational-db', ['write']),
      edited(keeping('prompt-registry', ['write']), 'a-agent-rules', { mode: 'offline' }),
      idle,
    ],
    quiet: [
      edited(idle, 'c-agent', { settings: { ownConfiguration: undefined } }),
      edited(rewriting, 'c-agent', { settings: { autonomy: 'approve', ownConfiguration: undefined } }),
      edited(rewriting, 'c-agent', { settings: { ownConfiguration: false } }),
    ],
    says: [
      [rewriting, 'its own rules, tools or approvals', 'rated: 3 x 4', '"ownConfiguration":false'],
      [keeping('prompt-registry', ['write']), 'can write Rules', 'path'],
    ],
    repair: { on: 'c-agent', change: { settings: { ownConfiguration: false } } },
    unknown: { on: 'c-agent', change: { settings: { ownConfiguration: { unknown: true } } } },
  },
]
