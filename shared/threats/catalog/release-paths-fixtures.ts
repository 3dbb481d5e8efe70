import type { Design, Settings } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { scoringService } from '../../findings/testing/data-bases.ts'
import { area, arrow, box, data, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const ours = { in: 'b-platform' }
const offline = { mode: 'offline' } as const
const complete = { context: { complete: ['supply-chain'] } }

/** From the training through these boxes, one after another, to the score. */
function through(...boxes: readonly (readonly [id: string, kind: string, settings?: Settings])[]): Design {
  const direct = edited(scoringService, 'a-training-score', null)
  const ids = ['c-training', ...boxes.map(([id]) => id), 'c-score']
  return grown(
    direct,
    boxes.map(([id, kind, settings = {}]) => box(id, kind, { ...ours, settings })),
    ids.slice(1).map((id, index) => arrow(ids[index] ?? '', id, offline)),
  )
}
const unapproved = through(['c-registry', 'model-registry', { approvesPromotion: false }])
/** A second way, around the registry. */
const around = grown(
  through(['c-registry', 'model-registry', { approvesPromotion: true }], ['c-flags', 'object-store']),
  [],
  [arrow('c-training', 'c-flags', offline)],
)

/** Weights of another house come through a registry and a test to the model of the agent. */
function supplied(registry: Settings, tests: Settings, more: Partial<Design> = {}): Design {
  const base: Design = {
    ...mailingAgent,
    ...more,
    boundaries: [...(mailingAgent.boundaries ?? []), area('b-hub', { organisation: 'hub' })],
    data: [...(mailingAgent.data ?? []), data('d-weights', { type: 'model' })],
  }
  return grown(
    base,
    [
      box('c-hub', 'external-system', { in: 'b-hub' }),
      box('c-registry', 'model-registry', { ...ours, settings: registry }),
      box('c-tests', 'evaluation', { ...ours, settings: tests }),
    ],
    [
      arrow('c-hub', 'c-registry', { ...offline, request: { data: ['d-weights'] } }),
      arrow('c-registry', 'c-tests', offline),
      arrow('c-tests', 'c-model', offline),
    ],
  )
}
const checked = { signed: true, scanned: true }
const tested = { gatesRelease: true }
const unsigned = edited(supplied({ signed: false, scanned: false }, tested), 'c-model', { settings: { signed: false } })
const sound = supplied(checked, tested)
/** Straight from the other house. */
const straight = edited(edited(edited(sound, 'c-registry', null), 'c-tests', null), 'c-model', {
  kind: 'batch-inference',
  settings: undefined,
})
const handed = grown(straight, [], [arrow('c-hub', 'c-model', { ...offline, request: { data: ['d-weights'] } })])

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'TRN-03',
    fails: unapproved,
    alsoFails: [
      edited(scoringService, 'x-design', complete),
      edited(through(['c-registry', 'model-registry']), 'x-design', complete),
      edited(around, 'x-design', complete),
      through(
        ['c-registry', 'model-registry', { approvesPromotion: false }],
        ['c-spare', 'model-registry', { approvesPromotion: false }],
      ),
    ],
    passes: through(['c-registry', 'model-registry', { approvesPromotion: true }]),
    alsoPasses: [
      through(
        ['c-registry', 'model-registry', { approvesPromotion: false }],
        ['c-tests', 'evaluation', { gatesRelease: true }],
      ),
      through(['c-registry', 'model-registry', { approvesPromotion: false }], ['c-board', 'human-approval']),
      // Its test stops nothing: that is said of the test.
      through(
        ['c-registry', 'model-registry', { approvesPromotion: false }],
        ['c-tests', 'evaluation', { gatesRelease: false }],
      ),
      edited(through(['c-registry', 'model-registry', { approvesPromotion: true }]), 'x-design', complete),
      edited(through(['c-registry', 'model-registry', { approvesPromotion: { unknown: true } }]), 'x-design', complete),
      edited(unapproved, 'a-service-score', null),
      edited(unapproved, 'c-score', { kind: 'object-store', settings: undefined }),
    ],
    quiet: [through(['c-registry', 'model-registry', { approvesPromotion: true }]), mailingAgent],
    says: [
      [unapproved, 'through Registry, and nobody', 'at c-registry', 'path: c-training a-training-registry c-registry'],
      [edited(scoringService, 'x-design', complete), 'reaches Score, and nobody', 'at a-training-score'],
      [
        edited(around, 'x-design', complete),
        'path: c-training a-training-flags c-flags a-flags-score c-score',
        'at c-flags',
      ],
    ],
    asks: [
      [scoringService, 'Do changes of models and prompts'],
      [through(['c-registry', 'model-registry']), 'Registry: does somebody approve'],
      [around, 'Do changes of models and prompts'],
      [
        through(['c-registry', 'model-registry', { approvesPromotion: false }], ['c-spare', 'model-registry']),
        'Spare: does somebody approve',
      ],
    ],
    repair: { on: 'c-registry', change: { settings: { approvesPromotion: true } } },
    unknown: { on: 'c-registry', change: { settings: { approvesPromotion: { unknown: true } } } },
  },
  {
    rule: 'P-14',
    fails: unsigned,
    alsoFails: [
      supplied(checked, { gatesRelease: false }),
      edited(unsigned, 'a-hub-registry', { mode: 'sync', does: ['write'] }),
      edited(handed, 'x-design', complete),
      edited(
        edited(sound, 'c-registry', { settings: { signed: undefined, scanned: undefined } }),
        'x-design',
        complete,
      ),
    ],
    passes: sound,
    alsoPasses: [
      supplied({ signed: true, scanned: false }, tested),
      supplied({ signed: false, scanned: true }, tested),
      edited(unsigned, 'c-model', { settings: { signed: true } }),
      edited(unsigned, 'b-hub', { organisation: 'client' }),
      edited(unsigned, 'a-hub-registry', { request: undefined }),
      edited(unsigned, 'a-hub-registry', { mode: 'sync', does: ['read'] }),
      edited(unsigned, 'a-hub-registry', { from: 'c-registry', to: 'c-hub' }),
      edited(unsigned, 'c-hub', { in: undefined }),
      edited(unsigned, 'c-model', { in: 'b-internet' }),
      edited(unsigned, 'c-model', { kind: 'llm-api', settings: undefined }),
      edited(edited(unsigned, 'c-tests', { kind: 'human-approval', settings: undefined }), 'c-model', {
        settings: { signed: true },
      }),
    ],
    quiet: [sound, mailingAgent],
    says: [
      [unsigned, 'Weights of Hub comes to Model without a checked signature', 'at c-registry', 'c-tests a-tests-model'],
      [supplied(checked, { gatesRelease: false }), 'without a test that can refuse it'],
    ],
    asks: [
      [handed, 'Is each model and data set of others'],
      [edited(sound, 'c-registry', { settings: { signed: undefined } })],
      [edited(supplied({}, tested), 'c-model', { settings: { signed: undefined } }), 'Registry: are models signed'],
    ],
    repair: { on: 'c-registry', change: { settings: { signed: true } } },
    unknown: { on: 'c-registry', change: { settings: { signed: { unknown: true } } } },
  },
]
