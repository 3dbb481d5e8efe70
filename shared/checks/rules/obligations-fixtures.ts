import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const european: Design = { ...searchService, context: { euNexus: true, complete: ['governance'] } }
const confirmed = {
  'ai-act.eu-nexus': { value: true },
  'ai-act.ai-system': { value: true },
  'ai-act.excluded': { value: 'none' },
  'ai-act.prohibited-practice': { value: ['none'] },
  'ai-act.safety-component': { value: false },
  'ai-act.annex-iii': { value: ['none'] },
  'ai-act.interacts': { value: true },
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'GOV-01',
    fails: european,
    alsoFails: [{ ...european, context: { euNexus: true }, answers: { 'review.ai-act': { value: false } } }],
    passes: { ...european, answers: confirmed },
    alsoPasses: [
      { ...european, context: { euNexus: false, complete: ['governance'] } },
      { ...searchService, context: { complete: ['governance'] } },
      { ...european, context: { euNexus: true, stage: 'poc', complete: ['governance'] } },
      edited(european, 'c-model', null),
      { ...european, context: { euNexus: true }, answers: { 'review.ai-act': { value: true } } },
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
