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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'AG-10',
    fails: withMore(9),
    passes: withMore(8),
    alsoPasses: [
      withMore(9, 'relational-db'),
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
]
