import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete = { context: { complete: ['agents'] } }
const inTopic = (design: Design): Design => edited(design, 'x-design', complete)
const approving = (settings: Readonly<Record<string, unknown>>): Design =>
  edited(
    grown(
      mailingAgent,
      [box('c-approver', 'human-approval', { in: 'b-platform', settings: settings as never })],
      [arrow('c-agent', 'c-approver', { mode: 'sync' })],
    ),
    'c-agent',
    plan(call('a-agent-model'), call('a-agent-approver'), call('a-agent-mail')),
  )
const summarised = approving({ shows: 'summary', expires: true })
const endless = approving({ shows: 'exactAction', expires: false })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-11',
    fails: summarised,
    alsoFails: [endless, inTopic(approving({ expires: true }))],
    passes: approving({ shows: 'exactAction' }),
    alsoPasses: [edited(summarised, 'a-agent-approver', { mode: 'offline' })],
    quiet: [
      approving({ shows: 'exactAction', expires: true }),
      edited(summarised, 'c-approver', { kind: 'human-review' }),
    ],
    says: [
      [summarised, 'medium: ', 'not the action that follows', 'Show Approver', 'rated: 3 x 3', 'exact action'],
      [endless, 'low: ', 'never lapses', 'Let a request', 'rated: 2 x 3', 'Plan that requests lapse'],
    ],
    repair: { on: 'c-approver', change: { settings: { shows: 'exactAction' } } },
    unknown: { on: 'c-approver', change: { settings: { shows: { unknown: true } } } },
  },
]
