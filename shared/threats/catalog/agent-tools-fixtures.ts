import type { Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { arrow, box, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** The mailing agent has two tools; this gives it that many more. */
const withMore = (more: number, kind = 'tool', caller = 'c-agent'): Design => {
  const ids = Array.from({ length: more }, (_, index) => `c-more-${index}`)
  return {
    ...mailingAgent,
    components: [...(mailingAgent.components ?? []), ...ids.map((id) => box(id, kind, { in: 'b-platform' }))],
    flows: [...(mailingAgent.flows ?? []), ...ids.map((id) => arrow(caller, id))],
  }
}

const complete = { context: { complete: ['agents'] } }
const inTopic = (design: Design): Design => edited(design, 'x-design', complete)
const withTool = (settings: Readonly<Record<string, unknown>>, design = mailingAgent): Design =>
  edited(design, 'c-mail', { settings })

const shell = withTool({ schemaChecked: false, takes: 'command' })
/** Nobody outside speaks to the agent: only its own mistakes are left. */
const unheard = edited(shell, 'd-message', { writers: 'staff' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-10',
    fails: withMore(9),
    passes: withMore(8),
    alsoPasses: [
      withMore(11, 'relational-db'),
      edited(withMore(9), 'c-agent', { kind: 'orchestrator', settings: undefined }),
    ],
    says: [
      [withMore(9), 'chooses among 11 tools, 1 of which'],
      [
        edited(withMore(9), 'c-mail', { settings: { effect: 'read', egress: 'none' } }),
        'chooses among 11 tools. Split',
      ],
    ],
    repair: { on: 'c-more-3', change: null },
  },
  {
    rule: 'AG-02',
    fails: shell,
    alsoFails: [inTopic(withTool({ schemaChecked: undefined, takes: undefined }))],
    passes: withTool({ schemaChecked: false, takes: 'values' }),
    alsoPasses: [
      edited(shell, 'c-mail', { settings: { effect: 'read', egress: 'none' } }),
      inTopic(edited(withTool({ schemaChecked: false }), 'c-mail', { kind: 'mail' })),
    ],
    quiet: [
      inTopic(withTool({ schemaChecked: { unknown: true }, takes: 'command' })),
      mailingAgent,
      withTool({ schemaChecked: true, takes: 'command' }),
      withTool({ schemaChecked: undefined }),
    ],
    says: [
      [shell, 'any command', 'rated: 5 x 3', '"takes":"values"'],
      [unheard, 'rated: 2 x 3'],
      [inTopic(withTool({ schemaChecked: undefined, takes: undefined })), 'whatever comes'],
    ],
    asks: [[withTool({ schemaChecked: false }), 'what may the model pass']],
    repair: { on: 'c-mail', change: { settings: { takes: 'values' } } },
    unknown: { on: 'c-mail', change: { settings: { takes: { unknown: true } } } },
  },
]
