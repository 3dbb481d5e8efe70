import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { scoringService } from '../../findings/testing/data-bases.ts'
import { arrow, box, call, edited, grown, plan, type RuleFixture } from '../../findings/testing/mini-design.ts'

const all = { context: { complete: ['access'] } }
/** Nobody looks at the score before it takes effect. */
const alone = edited(scoringService, 'c-clerk', null)
const tried = edited(alone, 'x-design', all)
const harmless = edited(alone, 'x-design', { context: { decisionEffect: 'none' } })
/** A gateway stands before the service. */
const gated = (design: Design, rateLimitPerMinute: number | undefined): Design =>
  grown(
    edited(design, 'a-form-service', null),
    [
      box('c-gateway', 'api-gateway', {
        in: 'b-platform',
        settings: rateLimitPerMinute === undefined ? {} : { rateLimitPerMinute },
        ...plan(call('a-gateway-service')),
      }),
    ],
    [
      arrow('c-form', 'c-gateway', { mode: 'sync', request: { data: ['d-application'] } }),
      arrow('c-gateway', 'c-service', { mode: 'sync', request: { data: ['d-application'] } }),
    ],
  )
const reviewedLater = edited(edited(scoringService, 'x-design', all), 'a-service-clerk', { mode: 'async' })
const limitElsewhere: Design = {
  ...grown(
    tried,
    [
      box('c-batch', 'user', { in: 'b-platform' }),
      box('c-door', 'api-gateway', { in: 'b-platform', settings: { rateLimitPerMinute: 60 } }),
    ],
    [arrow('c-batch', 'c-door'), arrow('c-door', 'c-features')],
  ),
}
/** The service passes a limit on its way to another team; nobody who asks for a score does. */
const limitBeside = grown(
  edited(tried, 'c-service', plan(call('a-service-features'), call('a-service-partner'), call('a-service-score'))),
  [box('c-partner', 'api-gateway', { in: 'b-platform', settings: { rateLimitPerMinute: 60 } })],
  [arrow('c-service', 'c-partner', { mode: 'sync' })],
)
/** All is done by events; the clerk alone is waited for. */
const onEvents: Design = {
  ...edited(scoringService, 'x-design', all),
  flows: (scoringService.flows ?? []).map((flow) =>
    flow.mode === 'offline' || flow.to === 'c-clerk' ? flow : { ...flow, mode: 'async' },
  ),
}
const worth = (worthFooling: boolean): Design =>
  edited(edited(harmless, 'x-design', all), 'c-score', { settings: { worthFooling } })
const loud = edited(scoringService, 'c-score', { settings: { returnsScores: true } })
const device = (settings: Readonly<Record<string, boolean>>): Design =>
  grown(searchService, [box('c-device', 'edge-device', { settings })], [arrow('c-device', 'c-service')])

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'ML-01',
    fails: tried,
    alsoFails: [
      worth(true),
      reviewedLater,
      limitElsewhere,
      limitBeside,
      edited(gated(alone, undefined), 'x-design', all),
    ],
    passes: edited(scoringService, 'x-design', all),
    alsoPasses: [
      worth(false),
      edited(gated(alone, 60), 'x-design', all),
      edited(tried, 'd-application', { writers: 'staff' }),
      onEvents,
      // Nobody has said whether fooling it pays.
      edited(harmless, 'x-design', all),
    ],
    quiet: [edited(harmless, 'c-score', { kind: 'batch-inference' }), searchService],
    says: [
      [tried, 'scores Application as often', 'rated: 5 x 3', 'path: c-applicant', 'at a-service-score'],
      [edited(tried, 'c-score', { settings: { hardened: true } }), 'rated: 4 x 3', 'Score was trained against tricks'],
      [edited(gated(alone, undefined), 'x-design', all), 'at c-gateway'],
    ],
    asks: [
      [alone, 'Is there a limit on how many requests one caller may make'],
      [gated(alone, undefined), 'Gateway'],
      [harmless, 'Score: does anybody gain'],
    ],
    repair: { on: 'c-score', change: { settings: { worthFooling: false } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'ML-02',
    fails: loud,
    passes: edited(loud, 'c-score', { settings: { returnsScores: false } }),
    alsoPasses: [gated(loud, undefined), edited(loud, 'd-application', { writers: 'staff' })],
    quiet: [
      edited(loud, 'c-score', { kind: 'batch-inference' }),
      edited(edited(loud, 'c-score', { settings: { returnsScores: undefined } }), 'd-application', {
        writers: 'staff',
      }),
    ],
    says: [[loud, 'path: c-applicant a-applicant-form c-form']],
    repair: { on: 'c-score', change: { settings: { returnsScores: false } } },
    unknown: { on: 'c-score', change: { settings: { returnsScores: { unknown: true } } } },
  },
  {
    rule: 'ML-03',
    fails: device({ modelProtected: false }),
    passes: device({ modelProtected: true }),
    alsoPasses: [edited(device({ modelProtected: false }), 'c-device', { kind: 'external-system' })],
    // What runs on a server is nobody's to carry away.
    quiet: [scoringService, edited(scoringService, 'x-design', all)],
    repair: { on: 'c-device', change: { settings: { modelProtected: true } } },
    unknown: { on: 'c-device', change: { settings: { modelProtected: { unknown: true } } } },
  },
]
