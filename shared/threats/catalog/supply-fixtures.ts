import type { Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, edited, type RuleFixture } from '../../findings/testing/mini-design.ts'

const floating = edited(searchService, 'c-model', { settings: { pinned: false } })
const borrowed: Design = {
  ...mailingAgent,
  components: [
    ...(mailingAgent.components ?? []),
    box('c-server', 'mcp-server', { settings: { thirdParty: true, pinned: false, effect: 'read' } }),
  ],
  flows: [...(mailingAgent.flows ?? []), arrow('c-agent', 'c-server')],
}
const downloaded = edited(mailingAgent, 'c-model', { settings: { provenance: 'publicHub', signed: false } })

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'SUP-04',
    fails: floating,
    passes: searchService,
    repair: { on: 'c-model', change: { settings: { pinned: true } } },
    unknown: { on: 'c-model', change: { settings: { pinned: { unknown: true } } } },
  },
  {
    rule: 'SUP-02',
    fails: borrowed,
    passes: edited(borrowed, 'c-server', { settings: { thirdParty: false } }),
    repair: { on: 'c-server', change: { settings: { pinned: true } } },
    unknown: { on: 'c-server', change: { settings: { pinned: { unknown: true } } } },
  },
  {
    rule: 'SUP-01',
    fails: downloaded,
    passes: edited(downloaded, 'c-model', { settings: { provenance: 'internal' } }),
    repair: { on: 'c-model', change: { settings: { signed: true } } },
    unknown: { on: 'c-model', change: { settings: { signed: { unknown: true } } } },
  },
]
