import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { fronted } from './gated-designs-fixtures.ts'

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

/** The agent pays on its own, in a design that says all about its agents. */
const paying = (settings: Readonly<Record<string, unknown>> = {}, gate?: string): Design => {
  const limited = edited(mailingAgent, 'c-mail', { settings: { effect: 'comm', egress: 'any', maxActionsPerDay: 50 } })
  const base: Design = edited(limited, 'c-agent', { settings: { autonomy: 'auto' } })
  const steps = ['a-agent-model', ...(gate === undefined ? [] : ['a-agent-gate']), 'a-agent-pay']
  return inTopic(
    edited(
      grown(
        base,
        [
          box('c-pay', 'tool', { in: 'b-platform', settings: { effect: 'financial', ...settings } }),
          ...(gate === undefined ? [] : [box('c-gate', gate, { in: 'b-platform' })]),
        ],
        [
          arrow('c-agent', 'c-pay', { mode: 'sync' }),
          ...(gate === undefined ? [] : [arrow('c-agent', 'c-gate', { mode: 'sync' })]),
        ],
      ),
      'c-agent',
      plan(...steps.map((each) => call(each))),
    ),
  )
}
const doing = (effect: string, settings: Readonly<Record<string, unknown>> = {}): Design =>
  edited(paying(), 'c-pay', { name: 'Tool', settings: { effect, ...settings } })
/** A guard by fixed rules stops what it looks for, and nothing else. */
const ruledBy = (checks: readonly string[]): Design =>
  edited(paying({}, 'guardrail'), 'c-gate', { settings: { decidesBy: 'rules', checks } })
const payingAmongUs = edited(paying(), 'd-message', { writers: 'staff' })

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
  {
    rule: 'AG-12',
    fails: paying(),
    alsoFails: [
      payingAmongUs,
      paying({}, 'guardrail'),
      fronted(paying(), 'policy-gate'),
      ruledBy(['injection']),
      paying({ maxActionsPerDay: 5 }),
      doing('destructive'),
      doing('comm'),
      doing('comm', { maxUsdPerDay: 500 }),
      edited(doing('write'), 'a-agent-pay', { does: ['delete'] }),
    ],
    passes: paying({ maxUsdPerDay: 500 }),
    alsoPasses: [
      edited(paying(), 'c-agent', { settings: { autonomy: 'approve' } }),
      doing('read'),
      doing('write'),
      doing('destructive', { maxActionsPerDay: 20 }),
      doing('comm', { maxActionsPerDay: 20 }),
      edited(paying(), 'c-pay', { kind: 'mcp-server' }),
      paying({}, 'policy-gate'),
      paying({}, 'human-approval'),
      edited(paying({}, 'policy-gate'), 'd-message', { writers: 'staff' }),
    ],
    quiet: [paying({ maxUsdPerDay: 500 }), paying({}, 'policy-gate')],
    asks: [
      [paying()],
      [edited(paying(), 'x-design', { context: { complete: [] } }), 'Pay: how much money may it move in a day?'],
      [edited(doing('comm'), 'x-design', { context: { complete: [] } }), 'Tool: how often may it act in a day?'],
    ],
    says: [
      [paying(), 'Agent moves money through Pay on its own', 'rated: 5 x 4', 'path: c-customer', 'actor'],
      [doing('destructive'), 'Agent deletes through Tool on its own, as often as it likes', 'rated: 5 x 4'],
      [doing('comm'), 'Agent sends to people through Tool on its own, as often as it likes', 'rated: 5 x 3'],
      [payingAmongUs, 'rated: 2 x 4', 'elements: a-agent-pay', 'facts: sink Pay'],
      [ruledBy(['injection']), 'rated: 2 x 4', 'a mistake of the model is enough'],
      [paying({}, 'human-approval'), 'mitigated by c-gate: ', 'as it likes, once Gate has let it pass'],
    ],
    repair: { on: 'c-pay', change: { settings: { maxUsdPerDay: 500 } } },
    unknown: { on: 'c-pay', change: { settings: { maxUsdPerDay: { unknown: true } } } },
  },
]
