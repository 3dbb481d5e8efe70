import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { area, arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const inTopic = (design: Design): Design => edited(design, 'x-design', { context: { complete: ['agents'] } })

/** Our agent asks an agent of a partner. */
const delegating: Design = edited(
  grown(
    {
      ...mailingAgent,
      boundaries: [...(mailingAgent.boundaries ?? []), area('b-partner', { trust: 40, organisation: 'partner' })],
    },
    [box('c-partner', 'agent', { in: 'b-partner' })],
    [arrow('c-agent', 'c-partner', { mode: 'sync' })],
  ),
  'c-agent',
  {
    settings: { repliesChecked: false },
    ...plan(call('a-agent-model'), call('a-agent-partner'), call('a-agent-mail')),
  },
)
const quietly = edited(edited(delegating, 'c-mail', null), 'c-orders', null)
const unstated = { settings: { repliesChecked: undefined } }

/** A scout reads what strangers write and notes it on a board that the mailing agent reads. */
const board = (settings: Readonly<Record<string, unknown>>, kind = 'memory'): Design =>
  edited(
    grown(
      mailingAgent,
      [
        box('c-scout', 'agent', {
          ...ours,
          settings: { autonomy: 'auto', maxSteps: 5 },
          ...plan(call('a-scout-board')),
        }),
        box('c-board', kind, { ...ours, settings: settings as never }),
      ],
      [
        arrow('c-customer', 'c-scout', { request: { data: ['d-message'] } }),
        arrow('c-scout', 'c-board', { does: ['write'], mode: 'sync' }),
        arrow('c-agent', 'c-board', { does: ['read'], mode: 'sync' }),
      ],
    ),
    'c-agent',
    plan(call('a-agent-board'), call('a-agent-model'), call('a-agent-mail')),
  )
const shared = board({ isolation: 'none', checksWrites: false })
/** A rule decides what the scout may note. */
const gatedBoard = edited(
  grown(shared, [box('c-gate', 'policy-gate', ours)], [arrow('c-scout', 'c-gate', { mode: 'sync' })]),
  'c-scout',
  plan(call('a-scout-gate'), call('a-scout-board')),
)

/** The scout only reads the board, as does the agent, which people of the house talk to. */
const onlyRead = edited(edited(shared, 'a-scout-board', { does: ['read'] }), 'a-customer-agent', {
  request: { data: ['d-order'] },
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'MA-02',
    fails: delegating,
    alsoFails: [inTopic(edited(delegating, 'c-agent', unstated))],
    passes: edited(delegating, 'b-partner', { organisation: 'client' }),
    alsoPasses: [
      edited(delegating, 'a-agent-partner', { mode: 'async' }),
      edited(delegating, 'c-partner', { kind: 'tool' }),
      inTopic(edited(delegating, 'c-agent', { kind: 'orchestrator', settings: undefined })),
    ],
    quiet: [
      edited(delegating, 'c-agent', { settings: { repliesChecked: true } }),
      edited(edited(delegating, 'c-agent', unstated), 'b-partner', { organisation: undefined }),
    ],
    says: [
      [edited(delegating, 'c-orders', { settings: { effect: 'financial' } }), 'rated: 3 x 4', '"repliesChecked":true'],
      [delegating, 'rated: 3 x 3'],
      [quietly, 'rated: 3 x 2'],
    ],
    repair: { on: 'c-agent', change: { settings: { repliesChecked: true } } },
    unknown: { on: 'c-agent', change: { settings: { repliesChecked: { unknown: true } } } },
  },
  {
    rule: 'MA-04',
    fails: shared,
    alsoFails: [board({ isolation: 'filter' }, 'cache')],
    passes: board({ isolation: 'namespace', checksWrites: false }),
    alsoPasses: [
      board({ isolation: 'none', checksWrites: true }),
      edited(shared, 'd-message', { writers: 'staff' }),
      edited(shared, 'c-scout', { kind: 'orchestrator' }),
      onlyRead,
      edited(shared, 'a-agent-board', { does: ['delete'] }),
      edited(shared, 'c-mail', { settings: { effect: 'read', egress: 'any' } }),
      inTopic(board({}, 'document-store')),
      // One agent alone writes and reads its own board.
      edited(edited(edited(shared, 'a-agent-board', { does: ['read', 'write'] }), 'c-scout', null), 'd-message', {
        writers: 'anyone',
      }),
    ],
    quiet: [board({ isolation: 'namespace' }), edited(board({}), 'd-message', { writers: 'staff' })],
    says: [
      [shared, 'Scout notes Message in Board, and Agent, which can act,', 'rated: 5 x 2', 'path: c-customer'],
      [gatedBoard, 'mitigated by c-gate: ', 'once Gate has passed it'],
    ],
    asks: [
      [board({}), 'are the memories of different people kept apart'],
      [edited(gatedBoard, 'c-board', { settings: { checksWrites: undefined } })],
      [board({ isolation: 'none' }), 'something checked before it is remembered'],
    ],
    repair: { on: 'c-board', change: { settings: { checksWrites: true } } },
    unknown: { on: 'c-board', change: { settings: { checksWrites: { unknown: true } } } },
  },
]
