import type { Design } from '../../design/design.ts'
import { searchService } from '../../findings/testing/bases.ts'
import { arrow, box, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete: Partial<Design> = { context: { complete: ['release'] } }
const ours = { in: 'b-platform' }

const prompts = box('c-prompts', 'prompt-registry', { ...ours, settings: { rollback: true, containsSecrets: false } })
const registered = grown(searchService, [prompts], [arrow('c-prompts', 'c-service', { mode: 'offline' })])
const pipeline = box('c-pipeline', 'ci-cd', { ...ours, settings: { rollback: true, gradual: true } })
const deployed = grown(searchService, [pipeline], [arrow('c-pipeline', 'c-service', { mode: 'offline' })])
const fixed = edited(registered, 'c-prompts', { settings: { rollback: false } })
const oneStep = edited(deployed, 'c-pipeline', { settings: { gradual: false } })
const flags = box('c-flags', 'feature-flags', { ...ours, settings: { encryptedAtRest: true } })

/** A pipeline and a stage of its own, which lead to nothing at work. */
const idle = grown(
  searchService,
  [pipeline, box('c-stage', 'orchestrator', ours)],
  [arrow('c-pipeline', 'c-stage', { mode: 'offline' }), arrow('c-stage', 'c-pipeline', { mode: 'offline' })],
)
/** A training whose models are kept by version and go from there to the endpoint. */
const trained = (registry: boolean): Design => {
  const scored = edited(searchService, 'c-model', { kind: 'ml-endpoint', settings: undefined })
  return registry
    ? grown(
        scored,
        [box('c-training', 'training-job', ours), box('c-versions', 'model-registry', ours)],
        [arrow('c-training', 'c-versions', { mode: 'offline' }), arrow('c-versions', 'c-model', { mode: 'offline' })],
      )
    : grown(scored, [box('c-training', 'training-job', ours)], [arrow('c-training', 'c-model', { mode: 'offline' })])
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OPS-01',
    fails: fixed,
    alsoFails: [edited(deployed, 'c-pipeline', { settings: { rollback: false } })],
    passes: registered,
    alsoPasses: [deployed],
    repair: { on: 'c-prompts', change: { settings: { rollback: true } } },
    unknown: { on: 'c-prompts', change: { settings: { rollback: { unknown: true } } } },
  },
  {
    rule: 'OPS-02',
    fails: { ...searchService, ...complete },
    alsoFails: [
      { ...deployed, ...complete },
      edited(searchService, 'b-vendor', { complete: true }),
      { ...searchService, answers: { 'topic.release': { value: false } } },
      { ...deployed, answers: { 'topic.prompts': { value: false } } },
      { ...searchService, context: { stage: 'poc', complete: ['release'] } },
    ],
    asks: [
      [searchService, 'Do changes of models and prompts have versions'],
      [deployed, 'Do prompts have versions'],
    ],
    // While nothing of a release is drawn, what is missing of it is one line.
    beside: [
      [{ ...searchService, ...complete }, 'OPS-04', '1 in all'],
      [{ ...idle, ...complete }, 'OPS-04', '2 in all'],
    ],
    passes: { ...registered, ...complete },
    alsoPasses: [
      { ...searchService, context: { stage: 'poc' } },
      { ...deployed, answers: { 'topic.prompts': { value: true } } },
      // A model that writes nothing is told nothing.
      { ...trained(true), ...complete },
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'OPS-04',
    fails: { ...searchService, ...complete },
    alsoFails: [
      // A pipeline that leads to nothing at work, the wrong way, or a training without versions.
      { ...grown(searchService, [pipeline]), ...complete },
      { ...grown(searchService, [pipeline], [arrow('c-service', 'c-pipeline', { mode: 'offline' })]), ...complete },
      { ...trained(false), ...complete },
      { ...idle, ...complete },
      { ...searchService, answers: { 'topic.release': { value: false } } },
    ],
    passes: { ...deployed, ...complete },
    alsoPasses: [
      { ...trained(true), ...complete },
      {
        ...grown(
          registered,
          [pipeline, box('c-stage', 'orchestrator', ours)],
          [
            arrow('c-pipeline', 'c-stage', { mode: 'offline' }),
            arrow('c-stage', 'c-prompts', { mode: 'offline', does: ['write'] }),
          ],
        ),
        ...complete,
      },
      { ...searchService, context: { stage: 'poc', complete: ['release'] } },
      edited({ ...searchService, ...complete }, 'c-model', null),
    ],
    repair: { on: 'c-model', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'OPS-05',
    fails: oneStep,
    alsoFails: [grown(oneStep, [flags])],
    passes: deployed,
    alsoPasses: [
      grown(oneStep, [flags], [arrow('c-service', 'c-flags')]),
      edited(oneStep, 'c-model', null),
      edited(oneStep, 'a-pipeline-service', null),
    ],
    asks: [
      [
        grown(
          oneStep,
          [box('c-other', 'ci-cd', { ...ours, settings: { rollback: true } })],
          [arrow('c-other', 'c-service', { mode: 'offline' })],
        ),
        'Other: ',
      ],
    ],
    repair: { on: 'c-pipeline', change: { settings: { gradual: true } } },
    unknown: { on: 'c-pipeline', change: { settings: { gradual: { unknown: true } } } },
  },
]
