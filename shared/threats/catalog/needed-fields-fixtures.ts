import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { data, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const whole = edited(mailingAgent, 'c-orders', { settings: { returnsNeededOnly: false } })
/** The tool fetches it elsewhere, and its answer says what it is. */
const fetched = (type: 'records' | 'documents'): Design => ({
  ...edited(edited(whole, 'c-orders', { holds: undefined }), 'a-agent-orders', { response: { data: ['d-client'] } }),
  data: [...(mailingAgent.data ?? []), data('d-client', { type, personal: 'personal' })],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PRV-13',
    fails: whole,
    alsoFails: [fetched('records')],
    passes: edited(whole, 'c-orders', { settings: { returnsNeededOnly: true } }),
    alsoPasses: [
      fetched('documents'),
      edited(whole, 'd-order', { personal: 'none' }),
      // A search of the web returns what it found, and has no record to cut.
      edited(edited(whole, 'c-orders', { kind: 'web-search', settings: undefined }), 'x-design', {
        context: { complete: ['privacy'] },
      }),
      edited(whole, 'c-agent', { kind: 'orchestrator', settings: undefined }),
    ],
    quiet: [
      searchService,
      edited(whole, 'c-orders', { kind: 'web-search', settings: { returnsNeededOnly: undefined } }),
    ],
    says: [[whole, 'Orders gives Agent the whole of Order.', 'elements: c-agent a-agent-orders c-orders']],
    repair: { on: 'c-orders', change: { settings: { returnsNeededOnly: true } } },
    unknown: { on: 'c-orders', change: { settings: { returnsNeededOnly: { unknown: true } } } },
  },
]
