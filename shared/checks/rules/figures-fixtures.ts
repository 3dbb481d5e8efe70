import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { edited, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** How many vectors are kept decides the bill, and somebody typed one number. */
const keeping = (vectors: unknown) => ({ settings: { vectors } })
const sketch = edited(searchService, 'c-index', keeping(40_000_000))
const bare: Design = { ...sketch, context: { monthlyBudgetUsd: 5000 } }

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'GOV-11',
    fails: bare,
    alsoFails: [
      { ...sketch, context: { complete: ['governance'] } },
      { ...sketch, requirements: [requirement('r-cost', { metric: 'cost.month', is: '<=', target: 5000 })] },
    ],
    passes: edited(bare, 'c-index', keeping({ value: 40_000_000, source: 'Count of the archive', asOf: '2026-10-01' })),
    alsoPasses: [
      // Nobody has a budget yet.
      sketch,
      { ...sketch, requirements: [requirement('r-fast', { metric: 'latency.full', is: '<=', target: 5000 })] },
      edited(bare, 'c-index', keeping({ value: 40_000_000, low: 30_000_000, high: 50_000_000 })),
      // What moves nothing needs no range, and what nobody stated is the kind's.
      edited(bare, 'c-index', keeping(50)),
      searchService,
    ],
    says: [[bare, 'a headline hangs on the vectors, and']],
    repair: { on: 'c-index', change: keeping({ value: 40_000_000, low: 30_000_000, high: 50_000_000 }) },
  },
]
