import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const personal = edited(searchService, 'd-question', { personal: 'personal' })
const bare: Design = { ...personal, context: { complete: ['privacy'] } }
const logging: Design = edited(
  {
    ...personal,
    components: [
      ...(personal.components ?? []),
      box('c-traces', 'observability', {
        in: 'b-platform',
        settings: { redaction: false, retentionDays: 30, encryptedAtRest: true },
      }),
    ],
    flows: [...(personal.flows ?? []), arrow('c-service', 'c-traces')],
  },
  'c-service',
  plan(call('a-service-traces'), call('a-service-index'), call('a-service-model')),
)
const untied = edited(searchService, 'c-model', { settings: { noTraining: false } })
const peopleUnknown = { personal: { unknown: true } }
/** A guard that looks for this has seen everything before it goes to a vendor. */
const guardedFor = (check: string): Design =>
  edited(
    grown(
      bare,
      [box('c-guard', 'guardrail', { in: 'b-platform', settings: { checks: [check] } })],
      [arrow('c-service', 'c-guard')],
    ),
    'c-service',
    plan(call('a-service-guard'), call('a-service-embedder'), call('a-service-index'), call('a-service-model')),
  )
/** What goes to vendors was derived from what people said, and speaks of them or not. */
const ofNobody = (said: 'none' | undefined): Design => {
  const keywords = data('d-keywords', {
    derivedFrom: ['d-question'],
    ...(said === undefined ? {} : { personal: said }),
  })
  const sent = { request: { data: ['d-keywords'] } }
  const more: Design = { ...bare, data: [...(bare.data ?? []), keywords] }
  return edited(edited(more, 'a-service-embedder', sent), 'a-service-model', sent)
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-01',
    fails: bare,
    alsoFails: [guardedFor('injection'), ofNobody(undefined)],
    passes: searchService,
    alsoPasses: [guardedFor('pii'), ofNobody('none')],
    quiet: [
      searchService,
      edited(searchService, 'd-question', { ...peopleUnknown, classification: 'public' }),
      edited(searchService, 'd-question', { ...peopleUnknown, type: 'prompt' }),
      edited(searchService, 'd-question', { ...peopleUnknown, type: 'code' }),
    ],
    says: [
      [bare, 'sends Question to Embedder and Model'],
      [edited(bare, 'd-documents', { personal: 'personal' }), 'sends Question and Documents to'],
    ],
    asks: [[edited(searchService, 'd-question', peopleUnknown), 'Question']],
    repair: { on: 'c-service', change: { kind: 'model-gateway', settings: { redaction: true } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'PRV-02',
    fails: logging,
    quiet: [edited(logging, 'c-traces', { settings: { redaction: true } })],
    asks: [[edited(logging, 'd-question', peopleUnknown), 'Question']],
    passes: edited(logging, 'd-question', { personal: 'none', classification: 'public' }),
    repair: { on: 'c-traces', change: { settings: { redaction: true } } },
    unknown: { on: 'c-traces', change: { settings: { redaction: { unknown: true } } } },
  },
  {
    rule: 'PRV-03',
    fails: untied,
    quiet: [
      searchService,
      edited(searchService, 'c-model', { settings: { dataProcessingAgreement: { unknown: true } } }),
    ],
    says: [[untied, 'Model receives Documents without a promise not to train on it']],
    passes: edited(untied, 'd-documents', { classification: 'public' }),
    repair: { on: 'c-model', change: { settings: { noTraining: true } } },
    unknown: { on: 'c-model', change: { settings: { noTraining: { unknown: true } } } },
  },
]
