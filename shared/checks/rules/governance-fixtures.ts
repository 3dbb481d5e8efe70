import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const direct: Design = {
  ...searchService,
  flows: [...(searchService.flows ?? []), arrow('c-portal', 'c-model', { encrypted: true })],
}
const kept: Design = edited(
  edited({ ...searchService, context: { complete: ['privacy'] } }, 'c-index', { settings: { retentionDays: 0 } }),
  'd-documents',
  { personal: 'personal' },
)
const decision = {
  id: 'n-model',
  number: 1,
  name: 'Which model answers',
  status: 'accepted' as const,
  about: ['c-model'],
  options: [
    { id: 'o-one', title: 'One' },
    { id: 'o-two', title: 'Two' },
  ],
}
const thin: Design = { ...searchService, decisions: [decision] }
const waived: Design = {
  ...searchService,
  treatments: [
    {
      id: 't-old',
      rule: 'SUP-04',
      on: ['c-model'],
      response: 'accept',
      reason: 'A pilot',
      approver: 'CTO office',
      until: '2026-06-30',
    },
  ],
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'SEC-08',
    fails: direct,
    passes: searchService,
    repair: { on: 'a-portal-model', change: null },
  },
  {
    rule: 'PRV-11',
    fails: kept,
    passes: edited(kept, 'd-documents', { personal: 'none' }),
    repair: { on: 'c-index', change: { settings: { retentionDays: 365 } } },
    unknown: { on: 'c-index', change: { settings: { retentionDays: { unknown: true } } } },
  },
  {
    rule: 'GOV-05',
    fails: thin,
    passes: {
      ...thin,
      decisions: [{ ...decision, options: [...decision.options, { id: 'o-three', title: 'Neither' }] }],
    },
    repair: { on: 'n-model', change: { status: 'superseded' } },
  },
  {
    rule: 'GOV-06',
    fails: waived,
    passes: edited(waived, 't-old', { until: '2027-06-30' }),
    repair: { on: 't-old', change: null },
  },
]
