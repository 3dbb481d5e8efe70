import { searchService } from '../../findings/testing/bases.ts'
import { edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const asking = edited(searchService, 'c-model', { product: 'openai/gpt-4o-mini' })
const wordy = edited(asking, 'a-service-model', { call: { inputTokens: 127_800 } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-09',
    fails: wordy,
    passes: edited(asking, 'a-service-model', { call: { inputTokens: 127_000 } }),
    repair: { on: 'c-model', change: { product: 'openai/gpt-4.1-mini' } },
  },
]
