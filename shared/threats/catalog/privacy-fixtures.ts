import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

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

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-01',
    fails: bare,
    passes: searchService,
    repair: { on: 'c-service', change: { kind: 'model-gateway', settings: { redaction: true } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'PRV-02',
    fails: logging,
    passes: edited(logging, 'd-question', { personal: 'none', classification: 'public' }),
    repair: { on: 'c-traces', change: { settings: { redaction: true } } },
    unknown: { on: 'c-traces', change: { settings: { redaction: { unknown: true } } } },
  },
  {
    rule: 'PRV-03',
    fails: untied,
    passes: edited(untied, 'd-documents', { classification: 'public' }),
    repair: { on: 'c-model', change: { settings: { noTraining: true } } },
    unknown: { on: 'c-model', change: { settings: { noTraining: { unknown: true } } } },
  },
  {
    rule: 'P-10',
    fails: abroad,
    passes: edited(abroad, 'b-vendor', { region: 'francecentral' }),
    repair: { on: 'c-model', change: { in: 'b-platform' } },
    unknown: { on: 'b-vendor', change: { region: { unknown: true, ask: 'Vendor' } } },
  },
]
