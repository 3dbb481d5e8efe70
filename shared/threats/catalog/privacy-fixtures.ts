import type { Design, Requirement } from '../../design/design.ts'
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
const abroad: Design = {
  ...edited(searchService, 'b-vendor', { region: 'us-east-1' }),
  context: { dataResidency: ['EU'] },
}

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
/** These data must stay in these places. */
const staying = (places: Requirement['target'], ...on: readonly string[]): Design => ({
  ...edited(abroad, 'a-service-model', { request: { data: ['d-mix'] } }),
  data: [
    ...(abroad.data ?? []),
    data('d-archive', { classification: 'confidential' }),
    data('d-mix', { derivedFrom: ['d-question', 'd-documents'] }),
  ],
  requirements: [{ id: 'q-stay', name: 'Stay', metric: 'residency', is: 'in', target: places, priority: 'must', on }],
})
const nowhereElse = { context: undefined }
const inEurope = edited(edited(abroad, 'b-vendor', { region: 'francecentral' }), 'd-question', {
  classification: 'confidential',
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-01',
    fails: bare,
    alsoFails: [guardedFor('injection')],
    passes: searchService,
    alsoPasses: [guardedFor('pii')],
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
  {
    rule: 'P-10',
    fails: abroad,
    alsoFails: [
      edited(staying(['EU'], 'd-documents'), 'x-design', nowhereElse),
      staying(['EU'], 'd-archive'),
      staying({ unknown: true }),
    ],
    passes: inEurope,
    alsoPasses: [edited(staying(['EU'], 'd-archive'), 'x-design', nowhereElse), staying(['EU', 'us-east-1'])],
    quiet: [edited(inEurope, 'b-platform', { region: undefined })],
    asks: [
      [edited(abroad, 'b-vendor', { region: undefined }), 'in which region are data processed?'],
      [edited(inEurope, 'b-platform', { region: { unknown: true } }), 'in which region are data processed?'],
    ],
    repair: { on: 'c-model', change: { in: 'b-platform' } },
    unknown: { on: 'b-vendor', change: { region: { unknown: true, ask: 'Vendor' } } },
  },
]
