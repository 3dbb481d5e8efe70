import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const worker = (id: string, ...steps: readonly string[]) =>
  box(id, 'agent', {
    ...ours,
    settings: { autonomy: 'auto', maxSteps: 5, killSwitch: true },
    ...plan(...steps.map((each) => call(each))),
  })
const asks = { mode: 'sync' } as const

/** The agent hands what the customer wrote to a planner, and the planner hands it to a clerk. */
const chain: Design = grown(
  edited(mailingAgent, 'c-agent', plan(call('a-agent-model'), call('a-agent-planner'))),
  [worker('c-planner', 'a-planner-clerk'), worker('c-clerk', 'a-clerk-mail')],
  [arrow('c-agent', 'c-planner', asks), arrow('c-planner', 'c-clerk', asks), arrow('c-clerk', 'c-mail', asks)],
)
/** A gate before the first hand-over. */
const gated = (kind: string, settings = {}): Design =>
  edited(
    grown(chain, [box('c-gate', kind, { ...ours, settings })], [arrow('c-agent', 'c-gate', asks)]),
    'c-agent',
    plan(call('a-agent-model'), call('a-agent-gate'), call('a-agent-planner')),
  )
/** A second agent at the door with one helper only. */
const twoDoors = grown(
  chain,
  [worker('c-aide', 'a-aide-helper'), worker('c-helper', 'a-helper-orders')],
  [
    arrow('c-customer', 'c-aide', { request: { data: ['d-message'] } }),
    arrow('c-aide', 'c-helper', asks),
    arrow('c-helper', 'c-orders', asks),
  ],
)
const unordered = edited(gated('policy-gate'), 'c-agent', { plans: undefined })
/** A gate before the second hand-over alone: the words come as far as the planner. */
const gatedLater = edited(
  grown(chain, [box('c-gate', 'policy-gate', ours)], [arrow('c-planner', 'c-gate', asks)]),
  'c-planner',
  plan(call('a-planner-gate'), call('a-planner-clerk')),
)
/** One door is closed by a gate; at the other nobody said whether the gate comes first. */
const halfInDoubt = grown(
  edited(twoDoors, 'c-aide', { plans: undefined }),
  [box('c-gate', 'policy-gate', ours)],
  [arrow('c-aide', 'c-gate', asks), arrow('c-agent', 'c-gate', asks)],
)
const doubtAtTheAide = edited(
  halfInDoubt,
  'c-agent',
  plan(call('a-agent-model'), call('a-agent-gate'), call('a-agent-planner')),
)

/** Three agents at the door with one helper each: nobody's words go on. */
const threeDoors = grown(
  edited(twoDoors, 'a-planner-clerk', null),
  [worker('c-porter', 'a-porter-runner'), worker('c-runner', 'a-runner-mail')],
  [
    arrow('c-customer', 'c-porter', { request: { data: ['d-message'] } }),
    arrow('c-porter', 'c-runner', asks),
    arrow('c-runner', 'c-mail', asks),
  ],
)
/** Customers talk to both agents, and each asks the other: one other agent is all that their words reach. */
const backAndForth = grown(
  edited(edited(chain, 'a-planner-clerk', null), 'c-planner', plan(call('a-planner-agent'))),
  [],
  [arrow('c-customer', 'c-planner', { request: { data: ['d-message'] } }), arrow('c-planner', 'c-agent', asks)],
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'P-12',
    fails: chain,
    alsoFails: [twoDoors, gated('guardrail', { decidesBy: 'model' })],
    passes: gated('policy-gate'),
    alsoPasses: [
      edited(chain, 'c-clerk', { kind: 'orchestrator', settings: undefined }),
      edited(chain, 'c-agent', { kind: 'orchestrator', settings: undefined }),
      edited(chain, 'd-message', { writers: 'staff' }),
      edited(chain, 'a-planner-clerk', null),
      threeDoors,
      backAndForth,
    ],
    quiet: [mailingAgent],
    says: [
      [chain, 'Agent hands Message on to Clerk and Planner as text, and with it 2 tools', 'path: c-customer'],
      [chain, '2 agents follow', 'at a-agent-planner', 'rated: 5 x'],
      [twoDoors, 'Agent hands Message on to Clerk and Planner', 'a-agent-planner c-planner a-planner-clerk c-clerk'],
      [gated('guardrail', { decidesBy: 'model' }), 'rated: 4 x'],
      [gated('policy-gate'), 'mitigated by c-gate: ', 'once Gate has passed it'],
      [gatedLater, '0 in all'],
      [doubtAtTheAide, '0 in all'],
    ],
    asks: [[chain], [unordered, 'does Gate always come before Planner?']],
    repair: { on: 'a-agent-planner', change: null },
    unknown: { on: 'd-message', change: { writers: { unknown: true } }, by: 'P-01' },
  },
]
