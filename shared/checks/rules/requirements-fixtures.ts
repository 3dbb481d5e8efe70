import type { Design } from '../../design/design.ts'
import { requirementRule } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, edited, grown, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'
import { usualStart } from '../../requirements/sets/requirement-set.ts'

const grounded = requirement('r-ground', {
  metric: 'quality.groundedness',
  is: '>=',
  target: 0.95,
  source: 'Compliance',
})
const promised: Design = { ...searchService, context: { complete: ['evaluation'] }, requirements: [grounded] }
const proof = { evidence: [{ title: 'Sample of 200: 0.97', date: '2026-10-01', by: 'Quality lead' }] }
const bench = box('c-tests', 'evaluation', { in: 'b-platform' })

const stated: Design = { ...searchService, context: { complete: ['governance'] } }
const cheap = requirement('r-cost', { metric: 'cost.month', is: '<=', target: 9000 })
const anonymous: Design = { ...stated, requirements: [cheap] }

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'EVL-09',
    fails: promised,
    alsoFails: [
      grown(promised, [bench]),
      { ...promised, requirements: [{ ...grounded, evidence: [] }] },
      { ...promised, context: {}, answers: { 'topic.evaluation': { value: false } } },
    ],
    passes: edited(promised, 'r-ground', proof),
    alsoPasses: [
      grown(promised, [bench], [arrow('c-tests', 'c-service', { mode: 'offline' })]),
      { ...promised, requirements: [{ ...cheap, source: 'Finance' }] },
      { ...promised, context: {}, answers: { 'topic.evaluation': { value: true } } },
      {
        ...promised,
        treatments: [
          {
            id: 't-ground',
            rule: requirementRule,
            on: ['r-ground'],
            response: 'accept',
            reason: 'A pilot',
            approver: 'CTO office',
            until: '2027-01-31',
          },
        ],
      },
    ],
    says: [
      [promised, 'medium: '],
      [edited(promised, 'r-ground', { priority: 'could' }), 'low: '],
    ],
    repair: { on: 'r-ground', change: proof },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'GOV-07',
    fails: anonymous,
    alsoFails: [
      edited(anonymous, 'r-cost', { source: ' ' }),
      edited(anonymous, 'r-cost', { source: usualStart }),
      edited(anonymous, 'r-cost', { source: 'Finance', target: { unknown: true } }),
      { ...anonymous, context: {}, answers: { 'topic.governance': { value: false } } },
    ],
    passes: edited(anonymous, 'r-cost', { source: 'Finance' }),
    alsoPasses: [edited(anonymous, 'r-cost', { owner: 'Finance' })],
    repair: { on: 'r-cost', change: { source: 'Finance' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
