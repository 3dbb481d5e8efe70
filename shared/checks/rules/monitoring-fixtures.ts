import type { Component, Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { action, arrow, box, edited, grown, requirement, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete: Partial<Design> = { context: { complete: ['monitoring'] } }
const ours = { in: 'b-platform' }

const telemetry = { redaction: true, retentionDays: 90, encryptedAtRest: true }
const traces = box('c-traces', 'observability', { ...ours, settings: { ...telemetry, metersUse: true, alerts: true } })
const traced = grown(searchService, [traces], [arrow('c-service', 'c-traces')])
const budgeted: Design = { ...traced, context: { monthlyBudgetUsd: 9000 } }
const uncounted = edited(budgeted, 'c-traces', { settings: { metersUse: false } })
const drift = box('c-drift', 'drift-monitor', { ...ours, settings: { ...telemetry, startsRetraining: true } })
const gateway = (settings: Component['settings'] = {}): Design =>
  grown(
    edited(uncounted, 'a-service-model', null),
    [box('c-gateway', 'model-gateway', { ...ours, settings })],
    [arrow('c-service', 'c-gateway'), arrow('c-gateway', 'c-model', { encrypted: true })],
  )

const scored = edited(searchService, 'c-model', { kind: 'ml-endpoint', settings: undefined })
const unwatched = edited(scored, 'c-model', { settings: { driftMonitored: false } })
const training = box('c-training', 'training-job', { ...ours, settings: { trigger: 'never' } })
const trained = grown(scored, [training], [arrow('c-training', 'c-model', { mode: 'offline' })])

/** An agent that reads and writes mail for nobody: it only looks orders up. */
const reading = edited(mailingAgent, 'c-mail', null)
const critical = (more: Design['context'] = {}, design: Design = traced): Design => ({
  ...design,
  context: { tier: 1, ...more },
})
const mute = edited(critical(), 'c-traces', { settings: { alerts: false } })
const runbook = { links: [{ title: 'Runbook of the answer service' }] }

/** Two services search and answer. */
const twoHubs: Design = {
  ...grown(
    searchService,
    [box('c-second', 'orchestrator', ours)],
    [arrow('c-second', 'c-index', { does: ['read'] }), arrow('c-second', 'c-model')],
  ),
  ...complete,
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'OPS-06',
    fails: unwatched,
    alsoFails: [grown(unwatched, [drift]), { ...scored, ...complete }, edited(scored, 'b-vendor', { complete: true })],
    passes: edited(scored, 'c-model', { settings: { driftMonitored: true } }),
    alsoPasses: [
      grown(unwatched, [drift], [arrow('c-service', 'c-drift', { mode: 'async' })]),
      { ...unwatched, context: { stage: 'poc' } },
      { ...searchService, ...complete },
    ],
    repair: { on: 'c-model', change: { settings: { driftMonitored: true } } },
    unknown: { on: 'c-model', change: { settings: { driftMonitored: { unknown: true } } } },
  },
  {
    rule: 'OPS-07',
    fails: { ...searchService, ...complete },
    alsoFails: [
      { ...reading, ...complete },
      { ...grown(searchService, [traces]), ...complete },
      edited(searchService, 'b-platform', { complete: true }),
      { ...searchService, answers: { 'topic.monitoring': { value: false } } },
    ],
    passes: { ...traced, ...complete },
    alsoPasses: [
      // It acts, and that it leaves no trace is the heavier finding; or its gateway writes the trace.
      { ...mailingAgent, ...complete },
      {
        ...edited(edited(gateway(), 'a-service-traces', null), 'c-traces', {}),
        flows: [...(edited(gateway(), 'a-service-traces', null).flows ?? []), arrow('c-gateway', 'c-traces')],
        ...complete,
      },
      { ...grown(searchService, [traces], [arrow('c-traces', 'c-service', { mode: 'offline' })]), ...complete },
      edited({ ...searchService, ...complete }, 'c-index', null),
      { ...searchService, context: { stage: 'idea', complete: ['monitoring'] } },
    ],
    says: [[twoHubs, '2 in all']],
    beside: [
      [
        { ...searchService, context: { complete: ['monitoring', 'cost'], monthlyBudgetUsd: 9e9 } },
        'CST-01',
        '1 in all',
      ],
    ],
    repair: { on: 'c-service', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'OPS-08',
    fails: uncounted,
    alsoFails: [
      gateway(),
      gateway({ metersPerTenant: false }),
      {
        ...uncounted,
        context: {},
        requirements: [
          requirement('r-up', { metric: 'availability', is: '>=', target: 0.9 }),
          requirement('r-cost', { metric: 'cost.month', is: '<=', target: 9000 }),
        ],
      },
    ],
    passes: budgeted,
    alsoPasses: [
      gateway({ metersPerTenant: true }),
      {
        ...uncounted,
        context: {},
        requirements: [requirement('r-up', { metric: 'availability', is: '>=', target: 0.9 })],
      },
      // Nobody is paid by the token.
      edited(uncounted, 'c-model', { kind: 'llm-self-hosted', settings: undefined }),
      edited(uncounted, 'a-service-traces', null),
    ],
    asks: [
      [
        grown(
          uncounted,
          [box('c-audit', 'observability', { ...ours, settings: telemetry })],
          [arrow('c-service', 'c-audit')],
        ),
        'Audit: ',
      ],
    ],
    repair: { on: 'c-traces', change: { settings: { metersUse: true } } },
    unknown: { on: 'c-traces', change: { settings: { metersUse: { unknown: true } } } },
  },
  {
    rule: 'OPS-09',
    fails: critical({ complete: ['monitoring'] }),
    alsoFails: [
      mute,
      edited(critical(), 'b-platform', { complete: true }),
      edited(critical({ complete: ['monitoring'] }), 'c-service', { links: [{ title: 'Wiki' }] }),
    ],
    passes: edited(critical({ complete: ['monitoring'] }), 'c-service', runbook),
    alsoPasses: [
      critical({ tier: 2, complete: ['monitoring'] }),
      { ...mute, context: { tier: 2 } },
      critical({ stage: 'poc', complete: ['monitoring'] }),
      { ...traced, ...complete },
      grown(
        mute,
        [box('c-alarms', 'observability', { ...ours, settings: { ...telemetry, alerts: true } })],
        [arrow('c-service', 'c-alarms')],
      ),
      edited(critical({ complete: ['monitoring'] }), 'a-portal-service', null),
    ],
    repair: { on: 'c-service', change: runbook },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'OPS-13',
    fails: trained,
    alsoFails: [
      edited(trained, 'c-training', { settings: { trigger: ' Nothing. ' } }),
      { ...edited(trained, 'c-training', { settings: undefined }), ...complete },
      grown(
        trained,
        [{ ...drift, settings: { startsRetraining: false } }],
        [arrow('c-service', 'c-drift', { mode: 'async' })],
      ),
    ],
    passes: edited(trained, 'c-training', { settings: { trigger: 'each quarter' } }),
    alsoPasses: [
      grown(trained, [drift], [arrow('c-service', 'c-drift', { mode: 'async' })]),
      {
        ...trained,
        actions: [action('e-ask', 'a-analyst-portal'), action('e-train', 'c-training')],
      },
      { ...trained, context: { stage: 'poc' } },
      // A model that writes is tuned, not trained again.
      edited(trained, 'c-model', { kind: 'llm-self-hosted', settings: undefined }),
    ],
    repair: { on: 'c-training', change: { settings: { trigger: 'each quarter' } } },
    unknown: { on: 'c-training', change: { settings: { trigger: { unknown: true } } } },
  },
]
