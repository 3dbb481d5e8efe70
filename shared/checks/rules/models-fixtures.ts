import { searchService } from '../../findings/testing/bases.ts'
import { edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const unpriced = edited(searchService, 'c-model', { product: 'nobody/unpriced' })
const retiring = edited(searchService, 'c-model', { product: 'nobody/soon-gone' })
const retired = edited(searchService, 'c-model', { product: 'google/gemini-3-pro' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'CST-10',
    fails: unpriced,
    passes: edited(searchService, 'c-model', { product: 'openai/gpt-4.1' }),
    says: [[unpriced, 'nobody has said the llm.input and llm.output.']],
    repair: { on: 'c-model', change: { product: 'openai/gpt-4.1' } },
  },
  {
    rule: 'OPS-12',
    fails: retiring,
    passes: edited(searchService, 'c-model', { product: 'google/gemini-3.1-pro' }),
    alsoPasses: [retired],
    repair: { on: 'c-model', change: { product: 'google/gemini-3.1-pro' } },
  },
  {
    rule: 'OPS-11',
    fails: retired,
    passes: edited(searchService, 'c-model', { product: 'google/gemini-3.1-pro' }),
    repair: { on: 'c-model', change: { product: 'google/gemini-3.1-pro' } },
  },
]
