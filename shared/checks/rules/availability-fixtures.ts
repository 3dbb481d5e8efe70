import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { edited, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'

const promised: Design = {
  ...edited(searchService, 'c-service', { settings: { replicas: 1, zones: 1 } }),
  requirements: [requirement('r-up', { metric: 'availability', is: '>=', target: 0.999 })],
}
const beyond: Design = {
  ...searchService,
  requirements: [requirement('r-up', { metric: 'availability', is: '>=', target: 0.99999 })],
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'REL-06',
    fails: beyond,
    alsoFails: [edited(beyond, 'r-up', { metric: 'downtime', is: '<=', target: 1 })],
    passes: edited(beyond, 'r-up', { target: 0.5 }),
    alsoPasses: [edited(beyond, 'r-up', { metric: 'latency.full', is: '<=', target: 1 })],
    repair: { on: 'r-up', change: { target: 0.9 } },
  },
  {
    rule: 'REL-07',
    fails: promised,
    alsoFails: [edited(promised, 'c-service', { settings: { replicas: 2 } })],
    passes: edited(promised, 'r-up', { target: 0.99 }),
    alsoPasses: [
      edited(promised, 'c-service', { settings: { replicas: 2, zones: 2 } }),
      edited(edited(promised, 'a-portal-service', { mode: 'async' }), 'c-index', { settings: { replicas: 1 } }),
    ],
    repair: { on: 'c-service', change: { settings: { replicas: 2, zones: 2 } } },
  },
]
