import type { Design, Settings } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, call, data, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

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
/** What the gateway hands on is whole; what streams to the service is a voice. */
const besideVoice: Design = edited(
  grown(
    throughGateway('sync'),
    [box('c-voice', 'text-to-speech', { in: 'b-platform' })],
    [arrow('c-service', 'c-voice', { mode: 'stream', request: { data: ['d-question'] } })],
  ),
  'c-service',
  plan(call('a-service-index'), call('a-service-gateway'), call('a-service-voice'), call('a-service-guard')),
)
/** One model drafts, and another one writes the answer from that and streams it. */
const drafted: Design = edited(
  {
    ...grown(
      late,
      [box('c-drafter', 'llm-self-hosted', { in: 'b-platform' })],
      [arrow('c-service', 'c-drafter', { mode: 'sync', response: { data: ['d-draft'] } })],
    ),
    data: [
      ...(late.data ?? []).map((each) =>
        each.id === 'd-answer' ? data('d-answer', { derivedFrom: ['d-draft', 'd-question'] }) : each,
      ),
      data('d-draft', { derivedFrom: ['d-chunks'] }),
    ],
  },
  'c-service',
  plan(call('a-service-index'), call('a-service-drafter'), call('a-service-model'), call('a-service-guard')),
)
const unchecked = edited(mailingAgent, 'c-mail', { settings: { schemaChecked: false } })
/** An agent that only the house talks to sends by the same tool. */
const withAdviser: Design = {
  ...grown(
    unchecked,
    [
      box('c-clerk', 'user', { in: 'b-platform' }),
      box('c-adviser', 'agent', { in: 'b-platform', settings: { autonomy: 'approve' } }),
    ],
    [arrow('c-clerk', 'c-adviser', { request: { data: ['d-note'] } }), arrow('c-adviser', 'c-mail')],
  ),
  data: [...(unchecked.data ?? []), data('d-note', { writers: 'staff' })],
}

const rendered = (settings: Settings): Design => edited(searchService, 'c-portal', { settings })
const judgedBy = (kind: string): Design =>
  edited(edited(late, 'c-guard', { kind, settings: undefined }), 'a-service-guard', { mode: 'async' })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OUT-01',
    fails: rendering,
    alsoFails: [
      rendered({ renders: 'markdown', allowsRemoteContent: true }),
      // A script in an answer needs nothing from other sites.
      rendered({ renders: 'html', allowsRemoteContent: false }),
    ],
    quiet: [
      rendered({ renders: 'text' }),
      rendered({ renders: 'none' }),
      // Whatever the page may load: an address in plain text is no image.
      rendered({ renders: 'text', allowsRemoteContent: true }),
      rendered({ renders: 'markdown', allowsRemoteContent: false }),
      edited(rendering, 'c-model', null),
    ],
    says: [
      [rendering, 'Portal turns what Service answers into HTML'],
      [rendered({ renders: 'markdown', allowsRemoteContent: true }), 'into Markdown with remote content'],
    ],
    asks: [
      [rendered({ renders: { unknown: true } }), 'does the page turn model text into Markdown or HTML?'],
      [
        rendered({ renders: { unknown: true }, allowsRemoteContent: true }),
        'does the page turn model text into Markdown or',
      ],
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
    alsoFails: [edited(outside, 'c-portal', { settings: { allowsRemoteContent: true } })],
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
    alsoPasses: [throughGateway('sync'), besideVoice, judgedBy('human-approval'), judgedBy('observability')],
    says: [
      [late, 'while Guard still judges it. Hold'],
      [drafted, 'Model streams its answer while Guard still judges it.'],
      [edited(late, 'a-service-guard', { mode: 'async' }), 'and nobody waits for the verdict'],
    ],
    repair: { on: 'c-guard', change: { settings: { release: 'held' } } },
  },
  {
    rule: 'OUT-02',
    fails: unchecked,
    passes: mailingAgent,
    alsoPasses: [
      edited(unchecked, 'c-mail', { settings: { effect: 'read' } }),
      // What was said of a tool no longer counts for the server that has taken its place.
      edited(unchecked, 'c-mail', { kind: 'mcp-server' }),
    ],
    says: [
      [unchecked, 'medium: '],
      [edited(unchecked, 'd-message', { writers: 'staff' }), 'low: '],
      [withAdviser, 'medium: ', 'Agent passes what a model wrote to Mail'],
    ],
    repair: { on: 'c-mail', change: { settings: { effect: 'read', egress: 'none' } } },
    unknown: { on: 'c-mail', change: { settings: { schemaChecked: { unknown: true } } } },
  },
]
