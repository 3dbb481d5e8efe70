import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import {
  area,
  arrow,
  box,
  call,
  data,
  edited,
  grown,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'

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

/** The service tells a tool, too, which stands elsewhere. */
const passedOn = (organisation: string, kind = 'tool'): Design => {
  const alone = edited(edited(bare, 'c-embedder', null), 'c-model', null)
  return edited(
    grown(
      { ...alone, boundaries: [...(alone.boundaries ?? []), area('b-there', { trust: 60, organisation })] },
      [box('c-there', kind, { in: 'b-there' })],
      [arrow('c-service', 'c-there', { mode: 'sync', request: { data: ['d-question'] } })],
    ),
    'c-service',
    plan(call('a-service-there')),
  )
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-01',
    fails: bare,
    alsoFails: [guardedFor('injection'), ofNobody(undefined), passedOn('partner')],
    passes: searchService,
    alsoPasses: [
      guardedFor('pii'),
      ofNobody('none'),
      passedOn('client'),
      passedOn('Ours '),
      edited(passedOn('Acme'), 'x-design', { client: 'acme' }),
      edited(passedOn('partner'), 'b-there', { organisation: undefined }),
      passedOn('partner', 'client'),
      passedOn('partner', 'user'),
    ],
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
