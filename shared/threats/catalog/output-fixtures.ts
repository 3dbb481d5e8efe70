import type { Design, Settings } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, edited, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const rendering = edited(searchService, 'c-portal', { settings: { renders: 'html' } })
const outside: Design = edited(
  edited(edited(rendering, 'd-question', { writers: 'anyone' }), 'd-documents', { personal: 'personal' }),
  'c-index',
  { holds: ['d-chunks', 'd-documents'] },
)
const late: Design = edited(
  {
    ...searchService,
    components: [
      ...(searchService.components ?? []),
      box('c-guard', 'guardrail', { in: 'b-platform', settings: { release: 'streamed' } }),
    ],
    flows: [
      ...(searchService.flows ?? []),
      arrow('c-service', 'c-guard', { mode: 'sync', request: { data: ['d-answer'] } }),
    ],
  },
  'c-service',
  plan(call('a-service-index'), call('a-service-model'), call('a-service-guard')),
)
/** The model answers through a gateway, which hands on what comes, or all of it at the end. */
const throughGateway = (mode: 'stream' | 'sync'): Design =>
  edited(
    edited(
      {
        ...late,
        components: [...(late.components ?? []), box('c-gateway', 'model-gateway', { in: 'b-platform' })],
        flows: [
          ...(late.flows ?? []).map((flow) => (flow.id === 'a-service-model' ? { ...flow, from: 'c-gateway' } : flow)),
          arrow('c-service', 'c-gateway', { mode }),
        ],
      },
      'c-gateway',
      plan(call('a-service-model')),
    ),
    'c-service',
    plan(call('a-service-index'), call('a-service-gateway'), call('a-service-guard')),
  )
const unchecked = edited(mailingAgent, 'c-mail', { settings: { schemaChecked: false } })

const rendered = (settings: Settings): Design => edited(searchService, 'c-portal', { settings })
const judgedBy = (kind: string): Design =>
  edited(edited(late, 'c-guard', { kind, settings: undefined }), 'a-service-guard', { mode: 'async' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OUT-01',
    fails: rendering,
    alsoFails: [rendered({ renders: 'markdown', allowsRemoteContent: true })],
    quiet: [rendered({ renders: 'text' }), edited(rendering, 'c-model', null)],
    says: [
      [rendering, 'Portal turns what Service answers into HTML'],
      [rendered({ renders: 'markdown', allowsRemoteContent: true }), 'into Markdown with remote content'],
    ],
    asks: [
      [rendered({ renders: { unknown: true } }), 'does the page turn model text into Markdown or HTML?'],
      [rendered({ renders: 'markdown' }), 'may an answer load images or links from other sites?'],
    ],
    passes: {
      ...rendering,
      controls: [{ id: 'k-clean', type: 'sanitise-rendered-output', on: ['c-portal'], status: 'inPlace' }],
    },
    repair: { on: 'c-portal', change: { settings: { renders: 'text' } } },
    unknown: { on: 'c-portal', change: { settings: { renders: { unknown: true } } } },
  },
  {
    rule: 'P-03',
    fails: outside,
    passes: edited(outside, 'd-question', { writers: 'staff' }),
    alsoPasses: [
      edited(outside, 'd-documents', { personal: 'none', classification: 'public' }),
      edited(outside, 'c-portal', { settings: { allowsRemoteContent: false } }),
    ],
    repair: { on: 'c-portal', change: { settings: { renders: 'text' } } },
    unknown: { on: 'c-portal', change: { settings: { renders: { unknown: true } } }, by: 'OUT-01' },
  },
  {
    rule: 'OUT-05',
    fails: late,
    alsoFails: [throughGateway('stream')],
    passes: edited(late, 'a-service-model', { mode: 'sync' }),
    alsoPasses: [throughGateway('sync'), judgedBy('human-approval'), judgedBy('observability')],
    says: [
      [late, 'while Guard still judges it. Hold'],
      [edited(late, 'a-service-guard', { mode: 'async' }), 'and nobody waits for the verdict'],
    ],
    repair: { on: 'c-guard', change: { settings: { release: 'held' } } },
  },
  {
    rule: 'OUT-02',
    fails: unchecked,
    passes: mailingAgent,
    alsoPasses: [edited(unchecked, 'c-mail', { settings: { effect: 'read' } })],
    says: [
      [unchecked, 'medium: '],
      [edited(unchecked, 'd-message', { writers: 'staff' }), 'low: '],
    ],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-mail', change: { settings: { schemaChecked: { unknown: true } } } },
  },
]
