import { requirementRule, type Design, type Treatment } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, edited, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'

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
const timed = { facts: { retentionDays: 90 } }
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

/** A second waiver stands beside the one that ran out. */
const renewed = (more: Partial<Treatment>): Design => ({
  ...waived,
  treatments: (waived.treatments ?? []).flatMap((old) => [old, { ...old, id: 't-new', until: '2027-06-30', ...more }]),
})
/** What is waived is a requirement; only one of the two has a name. */
const unmet = (on: string): Design => ({
  ...edited(waived, 't-old', { rule: requirementRule, on: [on] }),
  requirements: [
    requirement('r-budget', { metric: 'cost.month', is: '<=', target: 9 }),
    { id: 'r-time', metric: 'latency.full', is: '<=', target: 9, priority: 'must' },
  ],
})

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
    alsoFails: [
      // What is only written there is kept as well; one that has its time does not speak for the other.
      edited(edited(kept, 'c-index', { holds: undefined }), 'a-service-index', {
        does: ['write'],
        request: { data: ['d-documents'] },
      }),
      edited(edited(kept, 'c-index', { holds: ['d-documents', 'd-chunks'] }), 'd-documents', timed),
    ],
    passes: edited(kept, 'd-documents', { personal: 'none' }),
    alsoPasses: [
      edited(edited(kept, 'd-documents', { personal: 'none' }), 'd-question', { personal: 'personal' }),
      edited(edited(kept, 'c-index', { holds: ['d-documents'] }), 'd-documents', timed),
    ],
    quiet: [
      edited(kept, 'c-index', { settings: { retentionDays: 365 } }),
      {
        ...edited(kept, 'c-index', { settings: { retentionDays: { unknown: true } } }),
        controls: [{ id: 'ctl-time', type: 'retention-limit', on: ['c-index'], status: 'inPlace' }],
      },
    ],
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
    alsoFails: [renewed({ on: ['c-index'] })],
    passes: edited(waived, 't-old', { until: '2027-06-30' }),
    alsoPasses: [renewed({}), edited(waived, 't-old', { response: 'transfer' })],
    says: [
      [waived, 'medium: The waiver of SUP-04 on Model ended on 2026-06-30.'],
      [edited(waived, 't-old', { until: undefined }), 'low: The waiver of SUP-04 on Model has no end.'],
      [unmet('r-budget'), 'The waiver of Budget ended'],
      [unmet('r-time'), 'The waiver of a requirement ended'],
    ],
    repair: { on: 't-old', change: null },
  },
]
