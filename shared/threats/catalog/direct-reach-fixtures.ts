import type { Design, Writers } from '../../design/design.ts'
import { areas } from '../../findings/testing/bases.ts'
import { arrow, box, data, edited, grown, miniDesign, type RuleFixture } from '../../findings/testing/mini-design.ts'

const reachable: Design = miniDesign({
  boundaries: areas,
  components: [
    box('c-browser', 'client', { in: 'b-internet' }),
    box('c-records', 'relational-db', {
      in: 'b-platform',
      holds: ['d-order'],
      settings: { encryptedAtRest: true, retentionDays: 30 },
    }),
  ],
  flows: [arrow('c-browser', 'c-records', { does: ['read'], authentication: 'key' })],
  data: [data('d-order', { writers: 'system', classification: 'confidential', personal: 'none' })],
})
/** A model of a vendor calls a store of ours by itself, with these people's words among others; so does a job of ours. */
const called = (writers: Writers): Design => ({
  ...grown(
    edited(edited(reachable, 'c-browser', { kind: 'llm-api' }), 'a-browser-records', {
      request: { data: ['d-mix', 'd-order'] },
    }),
    [box('c-job', 'orchestrator', { in: 'b-platform' })],
    [arrow('c-job', 'c-records')],
  ),
  data: [
    ...(reachable.data ?? []),
    data('d-words', { writers }),
    data('d-mix', { derivedFrom: ['d-order', 'd-words'] }),
  ],
})
const withPublic: Design = {
  ...edited(reachable, 'c-records', { holds: ['d-order', 'd-catalogue'] }),
  data: [...(reachable.data ?? []), data('d-catalogue', { classification: 'public', personal: 'none' })],
}
/** Nobody knows the class of what is derived, but that of what it is made of. */
const derived: Design = {
  ...reachable,
  data: [
    data('d-order', { classification: { unknown: true }, derivedFrom: ['d-raw'] }),
    data('d-raw', { classification: 'confidential' }),
  ],
}

/** A person in the house calls a store that others publish: it stands in no network of ours. */
const published = edited(
  edited(edited(reachable, 'c-browser', { kind: 'user' }), 'b-internet', { network: 'private' }),
  'b-platform',
  { network: 'public' },
)

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'INF-02',
    fails: reachable,
    alsoFails: [
      edited(reachable, 'd-order', { classification: undefined }),
      derived,
      edited(reachable, 'c-records', { kind: 'llm-self-hosted', settings: undefined }),
      withPublic,
      called('anyone'),
    ],
    passes: edited(reachable, 'd-order', { classification: 'public' }),
    alsoPasses: [
      edited(reachable, 'c-records', { kind: 'orchestrator', settings: undefined }),
      edited(reachable, 'a-browser-records', { mode: 'offline' }),
      edited(reachable, 'b-internet', { network: 'isolated' }),
      edited(reachable, 'b-platform', { network: 'public' }),
      published,
      edited(reachable, 'b-platform', { network: undefined }),
      called('staff'),
    ],
    repair: { on: 'c-browser', change: { in: 'b-platform' } },
    asks: [
      [edited(reachable, 'd-order', { classification: { unknown: true } }), 'How sensitive is Order?'],
      [edited(withPublic, 'd-order', { classification: { unknown: true } }), 'How sensitive is Order?'],
      [edited(withPublic, 'd-catalogue', { classification: { unknown: true } })],

      [
        edited(reachable, 'b-internet', { network: { unknown: true } }),
        'Internet: can it be reached from a public network?',
      ],
      [edited(withPublic, 'b-platform', { network: { unknown: true } }), 'Platform: can it be reached'],
      [edited(edited(reachable, 'b-internet', { network: { unknown: true } }), 'b-platform', { network: 'public' })],
      [edited(edited(reachable, 'b-internet', { network: 'isolated' }), 'b-platform', { network: { unknown: true } })],
      [edited(reachable, 'b-platform', { network: undefined })],
    ],
    unknown: { on: 'b-platform', change: { network: { unknown: true } } },
  },
]
