import type { Design } from '../../design/design.ts'
import {
  arrow,
  box,
  call,
  data,
  edited,
  miniDesign,
  plan,
  type RuleFixture,
} from '../../findings/testing/mini-design.ts'
import { areas } from '../../findings/testing/bases.ts'

const complete = { context: { complete: ['access'] } }
const chat: Design = miniDesign({
  ...complete,
  boundaries: areas,
  components: [
    box('c-customer', 'user', { in: 'b-internet' }),
    box('c-service', 'orchestrator', { in: 'b-platform', ...plan(call('a-service-model')) }),
    box('c-model', 'llm-self-hosted', { in: 'b-platform' }),
  ],
  flows: [
    arrow('c-customer', 'c-service', { request: { data: ['d-message'] }, authentication: 'oidc' }),
    arrow('c-service', 'c-model'),
  ],
  data: [data('d-message', { writers: 'anyone', classification: 'internal', personal: 'none' })],
})
const guarded: Design = edited(
  {
    ...chat,
    components: [...(chat.components ?? []), box('c-guard', 'guardrail', { in: 'b-platform' })],
    flows: [...(chat.flows ?? []), arrow('c-service', 'c-guard')],
  },
  'c-service',
  plan(call('a-service-guard'), call('a-service-model')),
)
const fetching: Design = {
  ...edited(chat, 'd-message', { writers: 'staff' }),
  components: [
    box('c-customer', 'user', { in: 'b-platform' }),
    box('c-service', 'orchestrator', { in: 'b-platform', ...plan(call('a-service-web'), call('a-service-model')) }),
    box('c-model', 'llm-self-hosted', { in: 'b-platform' }),
    box('c-web', 'tool', { in: 'b-platform', holds: ['d-pages'], settings: { effect: 'read', egress: 'allowlist' } }),
  ],
  flows: [...(chat.flows ?? []), arrow('c-service', 'c-web', { response: { data: ['d-pages'] } })],
  data: [data('d-message', { writers: 'staff' }), data('d-pages', { writers: 'anyone', classification: 'public' })],
}
const prompted: Design = miniDesign({
  components: [
    box('c-service', 'orchestrator', plan(call('a-service-prompts'), call('a-service-model'))),
    box('c-prompts', 'prompt-registry', { settings: { containsSecrets: true } }),
    box('c-model', 'llm-self-hosted'),
  ],
  flows: [arrow('c-service', 'c-prompts'), arrow('c-service', 'c-model')],
})

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'PI-01',
    fails: chat,
    // A gate that looks for names only has judged no instruction.
    alsoFails: [edited(guarded, 'c-guard', { settings: { checks: ['pii'] } })],
    passes: guarded,
    alsoPasses: [
      edited(guarded, 'c-guard', { settings: { checks: ['pii', 'injection'] } }),
      edited(chat, 'c-service', { kind: 'evaluation' }),
    ],
    repair: { on: 'a-service-model', change: { request: { data: [] } } },
    unknown: { on: 'x-design', change: { context: { complete: ['reliability'] } } },
  },
  {
    rule: 'PI-02',
    fails: fetching,
    passes: edited(fetching, 'd-pages', { writers: 'curators' }),
    repair: { on: 'c-web', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'PI-05',
    fails: prompted,
    passes: edited(prompted, 'c-prompts', { settings: { containsSecrets: false } }),
    repair: { on: 'c-prompts', change: null },
    unknown: { on: 'c-prompts', change: { settings: { containsSecrets: { unknown: true } } } },
  },
]
