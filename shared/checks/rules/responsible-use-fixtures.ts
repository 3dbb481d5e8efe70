import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete = { complete: ['responsible-use'] }
const deciding: Design = { ...searchService, context: { ...complete, decisionEffect: 'significant' } }
const reviewer = box('c-reviewer', 'human-review', { in: 'b-platform', settings: { reviewers: 1, hoursPerDay: 8 } })
/** The same with a person who sees each answer before it goes out. */
const reviewed: Design = edited(
  {
    ...deciding,
    components: [...(deciding.components ?? []), reviewer],
    flows: [...(deciding.flows ?? []), arrow('c-service', 'c-reviewer', { mode: 'sync' })],
  },
  'c-service',
  plan(call('a-service-index'), call('a-service-model'), call('a-service-reviewer'), call('a-service-embedder')),
)
const careless: Design = { ...searchService, context: complete }
const crowded: Design = {
  ...reviewed,
  context: { decisionEffect: 'assist' },
  actions: [{ id: 'e-ask', name: 'Ask', starts: 'a-analyst-portal', input: { tokens: 60 } }],
  workloads: [{ id: 'w-day', name: 'Day', mix: { 'e-ask': 1 }, arrivals: { rate: 2000, per: 'day', peakFactor: 3 } }],
}
const hidden = edited(searchService, 'c-portal', { settings: { saysAi: false } })

const framed: Design = {
  ...careless,
  framing: { answers: [{ id: 'k-any', name: 'Answer', fallback: 'A colleague answers' }] },
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'RAI-01',
    fails: deciding,
    passes: reviewed,
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'RAI-02',
    fails: careless,
    passes: { ...reviewed, context: complete },
    // Said on the sheet, and not drawn although all is.
    alsoFails: [framed],
    alsoPasses: [{ ...framed, context: {} }],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'RAI-03',
    fails: crowded,
    passes: edited(crowded, 'w-day', { arrivals: { rate: 5, per: 'day' } }),
    repair: { on: 'c-reviewer', change: { settings: { reviewers: 200 } } },
  },
  {
    rule: 'RAI-04',
    fails: hidden,
    passes: searchService,
    repair: { on: 'c-portal', change: { settings: { saysAi: true } } },
    unknown: { on: 'c-portal', change: { settings: { saysAi: { unknown: true } } } },
  },
]
