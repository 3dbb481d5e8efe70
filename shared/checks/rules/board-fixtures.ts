import type { Baseline, Condition, Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import type { RuleFixture } from '../../findings/testing/mini-design.ts'

const condition: Condition = {
  id: 'k-load',
  text: 'Show a load test at the peak.',
  owner: 'Platform team',
  due: '2026-10-31',
  status: 'open',
  about: ['c-service'],
}
const baseline = (...conditions: readonly Condition[]): Baseline => ({
  id: 'b-first',
  name: 'Board of October',
  hash: '0'.repeat(64),
  frozen: {},
  conditions,
})
const asked = (...conditions: readonly Condition[]): Design => ({
  ...searchService,
  baselines: [baseline(...conditions)],
})
const { due: _due, owner: _owner, about: _about, ...bare } = condition
const { conditions: _none, ...unconditional } = baseline()

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'GOV-12',
    fails: asked(condition),
    passes: asked({ ...condition, status: 'met' }),
    alsoPasses: [asked({ ...condition, status: 'dropped' }), { ...searchService, baselines: [unconditional] }],
    repair: { on: 'b-first', change: { conditions: [{ ...condition, status: 'met' }] } },
    says: [
      [
        asked(condition),
        'medium',
        '"Show a load test at the peak", set for Board of October, was due on 2026-10-31 (Platform team).',
      ],
      [asked({ ...condition, due: '2026-11-21' }), 'low', 'is due on 2026-11-21 (Platform team).'],
      [asked(bare), 'low', 'is open and has no date; nobody owns it.'],
    ],
  },
]
