import { searchService } from '../../findings/testing/bases.ts'
import { edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

/** How many vectors are kept decides the bill, and somebody typed one number. */
const keeping = (vectors: unknown) => ({ settings: { vectors } })
const bare = edited(searchService, 'c-index', keeping(40_000_000))

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'GOV-11',
    fails: bare,
    passes: edited(bare, 'c-index', keeping({ value: 40_000_000, source: 'Count of the archive', asOf: '2026-10-01' })),
    alsoPasses: [
      edited(bare, 'c-index', keeping({ value: 40_000_000, low: 30_000_000, high: 50_000_000 })),
      // What moves nothing needs no range, and what nobody stated is the kind's.
      edited(bare, 'c-index', keeping(50)),
      searchService,
    ],
    repair: { on: 'c-index', change: keeping({ value: 40_000_000, low: 30_000_000, high: 50_000_000 }) },
  },
]
