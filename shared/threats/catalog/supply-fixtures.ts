import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { scoringService } from '../../findings/testing/data-bases.ts'
import { arrow, box, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const floating = edited(searchService, 'c-model', { settings: { pinned: false } })
const borrowed: Design = {
  ...mailingAgent,
  components: [
    ...(mailingAgent.components ?? []),
    box('c-server', 'mcp-server', { settings: { thirdParty: true, pinned: false, effect: 'read' } }),
  ],
  flows: [...(mailingAgent.flows ?? []), arrow('c-agent', 'c-server')],
}
const unknownServer = edited(borrowed, 'c-server', { settings: { pinned: true, assessed: false } })
const planted = edited(edited(scoringService, 'c-training', { settings: { dataApproved: false } }), 'd-loans', {
  writers: 'anyone',
})
/** A tool that another organisation runs. */
const rented = (organisation: string): Design => ({
  ...edited(mailingAgent, 'c-mail', { in: 'b-vendor', settings: { assessed: false } }),
  boundaries: [...(mailingAgent.boundaries ?? []), { id: 'b-vendor', name: 'Vendor', organisation }],
})
const downloaded = edited(mailingAgent, 'c-model', { settings: { provenance: 'publicHub', signed: false } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'SUP-04',
    fails: floating,
    alsoFails: [edited(searchService, 'c-embedder', { settings: { pinned: false } })],
    passes: searchService,
    alsoPasses: [
      // Nobody calls it.
      grown(
        searchService,
        [box('c-spare', 'llm-api', { in: 'b-vendor', settings: { pinned: false } })],
        [arrow('c-spare', 'c-index')],
      ),
    ],
    quiet: [searchService],
    repair: { on: 'c-model', change: { settings: { pinned: true } } },
    unknown: { on: 'c-model', change: { settings: { pinned: { unknown: true } } } },
  },
  {
    rule: 'SUP-02',
    fails: borrowed,
    quiet: [
      edited(borrowed, 'c-server', { settings: { pinned: true } }),
      // It tells the agent of what is new; nobody uses its tools.
      edited(borrowed, 'a-agent-server', { from: 'c-server', to: 'c-agent' }),
    ],
    passes: edited(borrowed, 'c-server', { settings: { thirdParty: false } }),
    repair: { on: 'c-server', change: { settings: { pinned: true } } },
    unknown: { on: 'c-server', change: { settings: { pinned: { unknown: true } } } },
    asks: [[borrowed], [edited(borrowed, 'c-server', { settings: { thirdParty: { unknown: true } } }), 'Server: ']],
  },
  {
    rule: 'SUP-03',
    fails: planted,
    alsoFails: [
      {
        ...edited(planted, 'c-training', { settings: { dataApproved: undefined } }),
        context: { complete: ['supply-chain'] },
      },
      edited(planted, 'd-loans', { writers: 'partners' }),
    ],
    passes: edited(planted, 'd-loans', { writers: 'staff' }),
    alsoPasses: [
      edited(planted, 'c-training', { settings: { dataApproved: true } }),
      edited(planted, 'a-warehouse-training', null),
      {
        ...planted,
        controls: [{ id: 'k-approve', type: 'approve-writes', on: ['c-training'], status: 'inPlace' }],
      },
    ],
    quiet: [
      {
        ...edited(planted, 'c-training', { settings: { dataApproved: undefined } }),
        controls: [{ id: 'k-approve', type: 'approve-writes', on: ['c-training'], status: 'inPlace' }],
      },
    ],
    repair: { on: 'c-training', change: { settings: { dataApproved: true } } },
    unknown: { on: 'c-training', change: { settings: { dataApproved: { unknown: true } } } },
  },
  {
    rule: 'SUP-07',
    fails: unknownServer,
    alsoFails: [
      rented('vendor'),
      grown(rented('vendor'), [box('c-desk', 'agent', { in: 'b-vendor' })], [arrow('c-desk', 'c-mail')]),
      {
        ...edited(unknownServer, 'c-server', { settings: { assessed: undefined } }),
        context: { complete: ['supply-chain'] },
      },
    ],
    passes: edited(unknownServer, 'c-server', { settings: { assessed: true } }),
    alsoPasses: [
      edited(unknownServer, 'c-server', { settings: { thirdParty: false } }),
      edited(unknownServer, 'c-server', { settings: { thirdParty: undefined } }),
      rented('client'),
      edited(grown(unknownServer, [box('c-service', 'orchestrator')]), 'a-agent-server', { from: 'c-service' }),
      edited(unknownServer, 'a-agent-server', null),
      // Such a box cannot say whether somebody has assessed it.
      edited(edited(rented('vendor'), 'c-mail', { kind: 'mail', settings: undefined }), 'x-design', {
        context: { complete: ['supply-chain'] },
      }),
    ],
    repair: { on: 'c-server', change: { settings: { assessed: true } } },
    unknown: { on: 'c-server', change: { settings: { assessed: { unknown: true } } } },
  },
  {
    rule: 'SUP-01',
    fails: downloaded,
    alsoFails: [edited(scoringService, 'c-score', { settings: { provenance: 'publicHub', signed: false } })],
    passes: edited(downloaded, 'c-model', { settings: { provenance: 'internal' } }),
    repair: { on: 'c-model', change: { settings: { signed: true } } },
    unknown: { on: 'c-model', change: { settings: { signed: { unknown: true } } } },
  },
]
