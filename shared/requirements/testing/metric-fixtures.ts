import type { Component, Design, Flow, Requirement } from '../../design/design.ts'

/** What a metric is tried on: the change that makes its requirement pass, fail, and lack a fact. */
export interface MetricFixture {
  readonly passes: Trial
  readonly fails: Trial
  readonly unknown: Trial
}

export interface Trial {
  readonly requirement: Partial<Requirement>
  /** Settings that replace those of the base, by component. */
  readonly settings?: Readonly<Record<string, Component['settings']>>
  readonly design?: Partial<Design>
}

const components: readonly Component[] = [
  { id: 'user', name: 'User', kind: 'user', in: 'outside' },
  { id: 'chat', name: 'Chat', kind: 'client', in: 'house' },
  { id: 'app', name: 'App', kind: 'agent', in: 'house' },
  { id: 'saved', name: 'Saved answers', kind: 'cache', in: 'house', settings: { hitShare: 0.4 } },
  {
    id: 'index',
    name: 'Index',
    kind: 'vector-store',
    in: 'house',
    holds: ['papers'],
    settings: { encryptedAtRest: true, retentionDays: 90, rpoHours: 1, rtoHours: 2 },
  },
  {
    id: 'model',
    name: 'Model',
    kind: 'llm-api',
    product: 'openai/gpt-4.1-mini',
    in: 'house',
    settings: { rateLimit: 100 },
  },
  { id: 'guard', name: 'Guard', kind: 'guardrail', in: 'house', settings: { checks: ['citations'] } },
  { id: 'desk', name: 'Desk', kind: 'human-approval', in: 'house', settings: { hoursPerDay: 24 } },
  { id: 'mail', name: 'Mail', kind: 'tool', in: 'house', settings: { effect: 'comm', callsPerSecond: 10 } },
  { id: 'log', name: 'Log', kind: 'observability', in: 'house' },
  { id: 'score', name: 'Score', kind: 'ml-endpoint', in: 'house', settings: { driftMonitored: true, explains: true } },
  { id: 'fill', name: 'Fill', kind: 'ingestion', in: 'house', settings: { refreshHours: 6 } },
]

const flows: readonly Flow[] = [
  { id: 'ask', from: 'user', to: 'chat', encrypted: true },
  { id: 'pass', from: 'chat', to: 'app' },
  { id: 'search', from: 'app', to: 'index' },
  { id: 'think', from: 'app', to: 'model' },
  { id: 'rate', from: 'app', to: 'score' },
  { id: 'judge', from: 'app', to: 'guard' },
  { id: 'approve', from: 'app', to: 'desk', mode: 'sync' },
  { id: 'send', from: 'app', to: 'mail', does: ['send'], mode: 'async' },
  { id: 'note', from: 'app', to: 'log', mode: 'async' },
  { id: 'load', from: 'fill', to: 'index', does: ['write'] },
]

/** One of everything that a metric reads, all of it stated, with a load that it bears. */
export const everything: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Everything',
  boundaries: [
    { id: 'outside', name: 'Outside', trust: 0, network: 'public' },
    { id: 'house', name: 'House', trust: 80, network: 'private', region: 'eu-west-1' },
  ],
  components,
  flows,
  data: [{ id: 'papers', name: 'Papers', classification: 'internal' }],
  actions: [
    { id: 'asks', name: 'Asks', starts: 'ask' },
    { id: 'fills', name: 'Fills', starts: 'fill' },
  ],
  workloads: [
    { id: 'w', name: 'Day', mix: { asks: 1 }, arrivals: { rate: 3, per: 'hour', peakFactor: 1 } },
    { id: 'n', name: 'Night', mix: { fills: 1 }, arrivals: { items: 10, every: 'day', withinHours: 4 } },
  ],
}

/** A target that anything keeps, and one that nothing can: for numbers that the estimate works out. */
function computed(unknown: Trial, more: Partial<Requirement> = {}): MetricFixture {
  return {
    passes: { requirement: { ...more, is: '<=', target: 1e15 } },
    fails: { requirement: { ...more, is: '>=', target: 1e15 } },
    unknown,
  }
}

/** Boxes that nothing joins: nothing is asked for, so nothing is computed. */
const apart: Trial = { requirement: {}, design: { flows: [], actions: [], workloads: [] } }

function evidenced(good: string, bad: string): MetricFixture {
  const dated = (title: string): Trial => ({ requirement: { evidence: [{ title, date: '2026-11-01', by: 'QA' }] } })
  return { passes: dated(good), fails: dated(bad), unknown: { requirement: {} } }
}
const high = evidenced('Judged on 200: 0.99', 'Judged on 200: 0.2')
const low = evidenced('Judged on 9 000: 0.0001', 'Judged on 9 000: 0.7')

const stated = (component: string, settings: Component['settings']): Pick<Trial, 'settings'> => ({
  settings: { [component]: settings },
})
const resolving = (everything.actions ?? []).map((action) =>
  action.id === 'asks' ? { ...action, input: { resolvedShare: 0.5 } } : action,
)
const without = (...ids: readonly string[]): Partial<Design> => ({
  components: components.filter(({ id }) => !ids.includes(id)),
  flows: flows.filter(({ from, to }) => !ids.includes(from) && !ids.includes(to)),
})

/** By metric: a passing, a failing and an unknown design; `metrics.test.ts` tries them all. */
export const metricFixtures: Readonly<Record<string, MetricFixture>> = {
  'latency.first': computed(apart),
  'latency.full': computed(apart),
  'latency.unattended': computed(apart),
  'latency.done': computed(apart, { on: ['send'] }),
  'cost.month': computed(apart),
  'cost.technology': computed(apart),
  'cost.people': computed(apart),
  'cost.request': computed(apart),
  'cost.per1k': computed(apart),
  'cost.resolved': {
    passes: { requirement: { target: 1e9 }, design: { actions: resolving } },
    fails: { requirement: { target: 1e-9 }, design: { actions: resolving } },
    unknown: { requirement: {} },
  },
  availability: {
    passes: { requirement: { target: 0.1 } },
    fails: { requirement: { target: 0.999999999 } },
    unknown: apart,
  },
  downtime: computed(apart),
  'availability.errorBudget': {
    passes: { requirement: { target: -1e9 }, design: { requirements: [promise(0.9)] } },
    fails: { requirement: {}, design: { requirements: [promise(0.999999)] } },
    unknown: { requirement: {} },
  },
  'recovery.rto': {
    passes: { requirement: { on: ['index'] } },
    fails: { requirement: { on: ['index'], target: 1 } },
    unknown: { requirement: { on: ['index'] }, ...stated('index', {}) },
  },
  'recovery.rpo': {
    passes: { requirement: { on: ['index'] } },
    fails: { requirement: { on: ['index'], target: 0.5 } },
    unknown: { requirement: { on: ['index'] }, ...stated('index', {}) },
  },
  'capacity.utilisation': computed(apart),
  'capacity.headroom': {
    passes: { requirement: { target: -1e9 } },
    fails: { requirement: { target: 1 } },
    unknown: apart,
  },
  'capacity.sustained': {
    passes: { requirement: { target: 0 } },
    fails: { requirement: { target: 1e9 } },
    unknown: apart,
  },
  'tokens.request': computed(apart),
  'cache.hits': {
    passes: { requirement: { on: ['saved'] } },
    fails: { requirement: { on: ['saved'], target: 0.9 } },
    unknown: { requirement: {}, design: without('saved') },
  },
  'cache.prompts': { passes: { requirement: { target: 0 } }, fails: { requirement: { target: 1.1 } }, unknown: apart },
  'people.reviewShare': computed({ requirement: {}, design: without('desk') }),
  'oversight.coverage': {
    passes: { requirement: {} },
    fails: { requirement: {}, design: without('desk') },
    unknown: apart,
  },
  'quality.groundedness': high,
  'quality.unsupportedClaims': low,
  'quality.taskSuccess': high,
  'quality.recall': high,
  'quality.precision': high,
  'quality.falseAlarms': low,
  'quality.retrievalPrecision': high,
  'quality.fieldAccuracy': high,
  'quality.wordErrors': low,
  'quality.safetyViolations': low,
  'quality.fairnessGap': low,
  'explanation.coverage': {
    passes: { requirement: { on: ['score'] } },
    fails: { requirement: { on: ['score'] }, ...stated('score', { explains: false }) },
    unknown: { requirement: { on: ['score'] }, ...stated('score', {}) },
  },
  'drift.coverage': {
    passes: { requirement: {} },
    fails: { requirement: {}, ...stated('score', { driftMonitored: false }) },
    unknown: { requirement: {}, ...stated('score', {}) },
  },
  'data.freshness': {
    passes: { requirement: {} },
    fails: { requirement: { target: 3 } },
    unknown: { requirement: {}, ...stated('fill', {}), design: { workloads: [] } },
  },
  residency: {
    passes: { requirement: { on: ['papers'] } },
    fails: { requirement: { on: ['papers'], target: ['US'] } },
    unknown: { requirement: { on: ['papers'] }, design: { boundaries: [] } },
  },
  retention: {
    passes: { requirement: { on: ['papers'] } },
    fails: { requirement: { on: ['papers'], target: 30 } },
    unknown: { requirement: { on: ['papers'] }, ...stated('index', {}) },
  },
  'data.classification': {
    passes: { requirement: { on: ['model'] } },
    fails: { requirement: { on: ['model'], target: 'public' } },
    unknown: { requirement: { on: ['model'] }, design: { data: [{ id: 'papers', name: 'Papers' }] } },
  },
  'encryption.atRest': {
    passes: { requirement: { on: ['index'] } },
    fails: { requirement: { on: ['index'] }, ...stated('index', { encryptedAtRest: false }) },
    unknown: { requirement: { on: ['index'] }, ...stated('index', {}) },
  },
  'encryption.inTransit': {
    passes: { requirement: {} },
    fails: { requirement: {}, design: { flows: flows.map((flow) => ({ ...flow, encrypted: false })) } },
    unknown: { requirement: { on: ['pass'] } },
  },
  'audit.coverage': {
    passes: { requirement: {} },
    fails: { requirement: {}, design: without('log') },
    unknown: { requirement: {}, design: without('mail') },
  },
}

function promise(target: number): Requirement {
  return { id: 'up', metric: 'availability', is: '>=', target, priority: 'must' }
}
