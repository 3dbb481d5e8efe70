import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import type { Design, Id, Plan } from './design/design.ts'
import { removeElements } from './design/edit/index.ts'
import { parseDesign } from './design/file.ts'
import { linesOf } from './findings/lines.ts'
import { edited } from './findings/testing/mini-design.ts'

const resources = join(import.meta.dirname, '../resources')
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
const read = parseDesign(readFileSync(join(resources, 'templates/well-built-rag.lintel.json'), 'utf8'))
if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
const wellBuilt = read.value.design
const analyseDesign = (design: Design): Analysis => analyse(design, { prices, today: '2026-11-21' })

/** What a person who looks at the lists has to read: a line for each rule with its places, a question for each group. */
function openIn({ findings, questions }: Analysis): readonly string[] {
  const open = findings.filter(({ status }) => status === 'open')
  return [
    ...linesOf(open).map((line) => {
      const places = line.findings.map(({ anchors }) => anchors.join('+')).toSorted()
      return `${line.findings[0].severity} ${line.findings[0].rule} at ${places.join(', ')}`
    }),
    ...questions.map(({ id, elements }) => `? ${id} of ${elements.map(({ on }) => on).join(', ')}`),
  ]
}

type Undo = (design: Design) => Design
/** One thing stated otherwise, or no longer (undefined). */
const state =
  (on: Id, change: Readonly<Record<string, unknown>>): Undo =>
  (design) =>
    edited(design, on, change)
const set = (on: Id, settings: Readonly<Record<string, unknown>>): Undo => state(on, { settings })
/** Boxes and arrows taken away as a person does it. */
const remove =
  (...ids: readonly Id[]): Undo =>
  (design) =>
    removeElements(design, ids)
const replan = (on: Id, change: (plans: string) => string): Undo => {
  const plans = wellBuilt.components?.find(({ id }) => id === on)?.plans
  const next: readonly Plan[] = JSON.parse(change(JSON.stringify(plans)))
  return state(on, { plans: next })
}
const context = (change: Readonly<Record<string, unknown>>): Undo => state(wellBuilt.id, { context: change })
const undecided =
  (gone: Id): Undo =>
  (design) => ({ ...design, decisions: (design.decisions ?? []).filter(({ id }) => id !== gone) })
const all =
  (...undos: readonly Undo[]): Undo =>
  (design) =>
    undos.reduce((next, undo) => undo(next), design)

/** Each safeguard, how it is undone, and the one line that then stands in the list. */
const safeguards: readonly (readonly [name: string, undo: Undo, brings: string])[] = [
  // who may ask, and what may come in
  ['sign-in of agencies', state('f-ask-agency', { authentication: 'none' }), 'medium ID-03 at agent-user+portal'],
  ['sign-in at the gateway', state('f-portal', { authentication: 'none' }), 'high ID-03 at portal+api'],
  ['a limit per caller', set('api', { rateLimitPerMinute: undefined }), 'medium DOS-01 at agent-user+llm'],
  ['a guard on questions', remove('guard-in'), 'medium PI-01 at gateway+llm'],
  ['that guard looks for attacks', set('guard-in', { checks: ['topic'] }), 'medium PI-01 at gateway+llm'],
  ['a guard on passages', remove('guard-passages'), 'medium PI-02 at gateway+llm'],
  ['listed sources only', set('ingest', { sourceAllowList: false }), 'medium RAG-02 at ingest+index'],
  // who may read what
  ['rights inside the search', set('index', { accessControl: 'none' }), 'critical RAG-01 at employee+index'],
  ['rights known', set('index', { accessControl: { unknown: true } }), '? settings.accessControl of index'],
  ['search as the person who asks', state('f-search', { as: undefined }), 'low ID-01 at answers+index'],
  ['only rights that are used', state('svc-ingest', { grants: moreGrants() }), 'low AG-03 at svc-ingest'],
  ['short-lived credentials', state('svc-ingest', { credential: 'longLived' }), 'medium ID-02 at svc-ingest'],
  ['keys in a vault', all(remove('vault'), state('gateway', { holds: ['vendor-keys'] })), 'medium SEC-09 at gateway'],
  ['no secrets in prompts', set('prompts', { containsSecrets: true }), 'high PI-05 at prompts'],
  ['secrets in prompts known', set('prompts', { containsSecrets: undefined }), '? settings.containsSecrets of prompts'],
  // people and what is theirs
  ['masking of people', remove('redact'), 'medium PRV-01 at answers, evaluation, gateway, ingest'],
  ['masking of names', set('redact', { checks: ['payment'] }), 'medium PRV-01 at answers, evaluation, gateway, ingest'],
  ['redaction of traces', set('traces', { redaction: false }), 'high PRV-02 at traces'],
  ['no training by the vendor', set('llm', { noTraining: false }), 'high PRV-03 at llm'],
  ['data processing agreement', set('rerank', { dataProcessingAgreement: false }), 'high PRV-03 at rerank'],
  ['processing in the EU', state('azure', { region: 'us-east-1' }), 'high P-10 at embed, llm'],
  ['deletion of copies', set('ingest', { deletesToo: false }), 'medium PRV-08 at index'],
  [
    'retention',
    all(set('index', { retentionDays: undefined }), state('passages', { facts: { retentionDays: undefined } })),
    'medium PRV-11 at index',
  ],
  ['encryption on the way', state('f-llm', { encrypted: false }), 'high INF-01 at gateway+llm'],
  ['encryption at rest', set('index', { encryptedAtRest: false }), 'medium INF-03 at index'],
  ['encryption of traces', set('traces', { encryptedAtRest: false }), 'medium INF-03 at traces'],
  // what people are shown
  ['grounding gate', remove('guard-out'), 'medium RAI-02 at llm'],
  ['checked before it is shown', set('guard-out', { release: 'streamed' }), 'medium OUT-05 at guard-out'],
  ['no remote content', set('portal', { allowsRemoteContent: true }), 'medium P-03 at portal'],
  ['notice that a machine answers', set('portal', { saysAi: false }), 'medium RAI-04 at portal'],
  ['sources beside the answer', set('portal', { citations: false }), 'medium RAI-07 at portal'],
  ['a way to say it is wrong', set('portal', { feedback: false }), 'medium RAI-10 at portal'],
  ['checked in sections', set('guard-out', { release: 'held' }), 'high LAT-01 at r-first'],
  ['streaming', state('f-portal', { mode: 'sync' }), 'high LAT-01 at r-first'],
  // what happens when something fails
  ['a fallback', all(replan('gateway', dropAlternatives), remove('spare')), 'medium REL-01 at llm'],
  [
    'of another vendor',
    state('spare', { product: 'azure/gpt-4.1-mini', in: 'azure' }),
    'medium REL-18 at f-llm+f-spare',
  ],
  ['answers without the reranker', replan('answers', dropOptional), 'low REL-05 at f-rerank'],
  ['a time limit', state('f-llm', { timeoutMs: undefined }), 'medium REL-02 at f-llm'],
  ['limits that fit one another', state('f-api', { timeoutMs: 15_000 }), 'medium REL-03 at f-api+f-models'],
  ['pauses between tries', state('f-embed-passages', { backoffMs: undefined }), 'low REL-19 at f-embed-passages'],
  ['a place for failed messages', set('cases', { deadLetters: false }), 'medium REL-21 at cases'],
  ['a target for recovery', set('library', { rpoHours: undefined }), 'low REL-13 at library'],
  ['a quota that fits', set('llm', { quotaTokensPerMinute: 20_000 }), 'high REL-08 at llm'],
  ['a quota that is known', set('llm', { quotaTokensPerMinute: undefined }), '? settings.quotaTokensPerMinute of llm'],
  ['enough people at the desk', set('desk', { reviewers: 1 }), 'low REL-16 at desk'],
  // what it costs
  ['a longest answer', state('f-llm', { call: { maxOutputTokens: undefined } }), 'low CST-05 at f-llm'],
  ['a reranker', remove('rerank'), 'low CST-06 at f-search'],
  ['alerts', set('traces', { alerts: false }), 'low CST-01 at judge'],
  ['a count of tokens', set('traces', { metersUse: false }), 'low OPS-08 at traces'],
  // the data behind the answers
  ['a check at the door', set('ingest', { qualityGate: false }), 'medium DAT-02 at ingest'],
  ['lineage', set('ingest', { lineage: false }), 'low DAT-03 at ingest'],
  ['a nightly refresh', set('ingest', { refreshHours: 168 }), 'medium DAT-05 at r-fresh'],
  ['the right to quote', state('circulars', { facts: { licence: 'forbidden' } }), 'medium DAT-07 at circulars'],
  [
    'an owner of a source',
    all(state('bulletins', { owner: undefined }), state('circulars', { owner: undefined })),
    'low DAT-01 at circulars',
  ],
  // whether it is good, and stays so
  ['evaluation', remove('evaluation', 'judge'), 'medium EVL-01 at llm'],
  ['agreed answers', set('evaluation', { goldenSet: false }), 'medium EVL-03 at evaluation'],
  ['a gate before a release', set('evaluation', { gatesRelease: false }), 'medium EVL-02 at evaluation'],
  ['attacks among the tests', set('evaluation', { adversarial: false }), 'medium EVL-07 at evaluation'],
  ['a measure of the search', set('evaluation', { retrieval: false }), 'medium EVL-05 at evaluation'],
  [
    'samples in use',
    all(remove('f-sample', 'f-judge', 'judge'), set('evaluation', { measures: 'offline' })),
    'medium EVL-04 at evaluation',
  ],
  ['evidence', state('r-ground', { evidence: [] }), '? requirement.r-ground of r-ground'],
  // how changes go live
  ['a pinned model', set('llm', { pinned: false }), 'medium SUP-04 at llm'],
  ['a pinned embedding', set('embed', { pinned: false }), 'medium SUP-04 at embed'],
  ['a release pipeline', remove('pipeline'), 'medium OPS-04 at llm'],
  ['versions of prompts', remove('prompts'), 'medium OPS-02 at llm'],
  ['a way back', set('pipeline', { rollback: false }), 'medium OPS-01 at pipeline'],
  ['a release in steps', set('pipeline', { gradual: false }), 'low OPS-05 at pipeline'],
  ['traces', remove('traces'), 'medium OPS-07 at answers'],
  // what is on record
  ['owners', state('llm', { owner: undefined }), 'low GOV-03 at llm'],
  ['a decision on the models', undecided('adr-models'), 'low GOV-04 at judge, llm, spare'],
  ['a third option', threeOptionsLess, 'low GOV-05 at adr-mask'],
  ['who asks for a requirement', state('r-up', { source: undefined }), 'low GOV-07 at r-up'],
  ['the tier under the AI Act', (design) => ({ ...design, answers: {} }), 'medium GOV-01 at llm'],
  ['a range of the traffic', state('desk-work', { arrivals: { rate: 5300 } }), 'low GOV-11 at desk-work'],
  ['a view of the whole', hideVault, 'low MDL-03 at d-well-built-rag'],
  ['a runbook, in tier 1', all(context({ tier: 1 }), state('answers', { links: [] })), 'medium OPS-09 at answers'],
]

describe('the well-built RAG', () => {
  const analysis = analyseDesign(wellBuilt)

  it('has nothing open: no problem, no finding, no question', () => {
    expect(analysis.problems).toEqual([])
    expect(analysis.findings).toEqual([])
    expect(analysis.questions).toEqual([])
  })

  it('meets every requirement, and none by an assumption', () => {
    const missed = analysis.requirements.filter(({ verdict }) => verdict !== 'pass')
    expect(missed.map(({ requirement, arithmetic }) => [requirement, arithmetic])).toEqual([])
    expect(analysis.requirements.length).toBeGreaterThan(8)
  })

  it('has many safeguards, each named once', () => {
    expect(safeguards.length).toBeGreaterThan(50)
    expect(new Set(safeguards.map(([name]) => name)).size).toBe(safeguards.length)
  })

  it.each(safeguards)('without %s: that line, and nothing else', (_, undo, brings) => {
    expect(openIn(analyseDesign(undo(wellBuilt)))).toEqual([brings])
  })
})

function moreGrants() {
  const [library, ...others] = wellBuilt.identities?.find(({ id }) => id === 'svc-ingest')?.grants ?? []
  return [{ ...library, can: ['read', 'write', 'delete'] }, ...others]
}
function dropAlternatives(plans: string): string {
  return plans.replace(/,"orElse":\[[^\]]*\]/u, '')
}
function dropOptional(plans: string): string {
  return plans.replace(',"optional":true', '')
}
function threeOptionsLess(design: Design): Design {
  return {
    ...design,
    decisions: (design.decisions ?? []).map((each) =>
      each.id === 'adr-mask' ? { ...each, options: each.options.slice(0, 2) } : each,
    ),
  }
}
function hideVault(design: Design): Design {
  return { ...design, views: (design.views ?? []).map((view) => ({ ...view, hide: ['vault'] })) }
}
