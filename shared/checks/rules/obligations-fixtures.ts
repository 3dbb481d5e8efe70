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

/** In an area of Annex III, as people confirmed. */
const high: Design = {
  ...european,
  answers: {
    ...confirmed,
    'ai-act.annex-iii': { value: ['4a'] },
    'ai-act.narrow-task': { value: ['none'] },
    'ai-act.profiling': { value: true },
  },
}
const kept = Object.fromEntries(
  [
    'purpose',
    'data',
    'design-record',
    'logs',
    'disclosure',
    'oversight',
    'quality',
    'security',
    'monitoring',
    'incidents',
    'release',
    'accountability',
  ].map((id) => [`evidence.${id}`, { value: 'The quality manual' }]),
)

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
  {
    rule: 'GOV-02',
    fails: high,
    alsoFails: [
      { ...high, answers: { ...high.answers, ...kept, 'evidence.logs': { value: '' } } },
      { ...high, context: { euNexus: true }, answers: { ...high.answers, 'review.evidence': { value: false } } },
    ],
    passes: { ...high, answers: { ...high.answers, ...kept } },
    alsoPasses: [
      { ...european, answers: confirmed },
      european,
      edited(high, 'c-model', null),
      { ...high, context: { euNexus: true }, answers: { ...high.answers, 'review.evidence': { value: true } } },
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
