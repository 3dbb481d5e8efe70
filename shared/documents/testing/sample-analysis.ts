import type { Analysis } from '../../analysis.ts'
import type { Band, ComponentEstimate, Percentiles } from '../../estimate/estimate.ts'
import type { Finding } from '../../findings/finding.ts'

/** A hand-made analysis of the research assistant: every kind of result once, so that writers can be tested alone. */
export const sampleAnalysis: Analysis = {
  problems: [],
  estimate: {
    meaningful: true,
    actions: [
      {
        action: 'ask',
        name: 'Ask a research question',
        derived: false,
        first: spread(4100, 6300),
        full: spread(5200, 9100),
        method: 'convolution',
        shares: [{ component: 'llm', meanMs: 3900, share: 0.71 }],
        heldBy: { element: 'f-guard-out', reason: 'The grounding guard judges the whole answer before it is shown.' },
        usdPerRequest: band(0.12),
        technologyUsdPerRequest: band(0.05),
        peopleUsdPerRequest: band(0.07),
        requestsPerMonth: 26_071,
        peakPerSecond: 0.21,
      },
    ],
    mainAction: 'ask',
    flowsDone: [],
    lines: [],
    technologyUsdPerMonth: band(1940),
    peopleUsdPerMonth: band(3190),
    totalUsdPerMonth: { value: 5130, low: 3600, high: 8200 },
    onceUsd: band(118),
    usdPerThousandRequests: band(197),
    components: [
      part('review', 3190, 0.62, undefined),
      part('llm', 1120, 0.22, 0.71),
      part('guard-out', 0, 0, 0.12),
      part('rerank', 260, 0.05, 0.06),
      part('index', 210, 0.04, 0.02),
      part('traces', 160, 0.03, undefined),
      part('llm-judge', 120, 0.02, undefined),
      part('embed', 40, 0.01, 0.03),
      part('orch', 30, 0.01, 0.01),
    ],
    assumed: [],
    priceBookDate: '2026-11-15',
  },
  requirements: [
    {
      requirement: 'r-first',
      verdict: 'fail',
      verification: 'computed',
      value: 6300,
      low: 5500,
      high: 7600,
      arithmetic: 'p95 of the first words is 6.3 s (5.5 to 7.6); the target is 2.5 s.',
      elements: ['f-guard-out'],
    },
    {
      requirement: 'r-full',
      verdict: 'atRisk',
      verification: 'computed',
      value: 9100,
      low: 7400,
      high: 11_800,
      arithmetic: 'p95 of the full answer is 9.1 s (7.4 to 11.8); the target is 8 s.',
      elements: ['llm'],
    },
    {
      requirement: 'r-cost',
      verdict: 'pass',
      verification: 'computed',
      value: 5130,
      low: 3600,
      high: 8200,
      arithmetic: 'The run cost is $5.1k a month (3.6 to 8.2k); the target is $9k.',
      elements: [],
    },
    {
      requirement: 'r-ground',
      verdict: 'unknown',
      verification: 'evidence',
      arithmetic: 'Groundedness can only be measured; no evidence is linked.',
      elements: [],
      question: 'Which evaluation showed groundedness of 95 %?',
    },
  ],
  findings: [
    finding({
      id: 'AI-01:documents:llm',
      rule: 'AI-01',
      severity: 'high',
      title: 'Retrieved documents reach the answer model unseen by any guard',
      problem:
        'Research documents pass Ingestion and Research index into Answer model; Input guard sees the question only.',
      why: 'Whoever can write a document can give the model instructions.',
      fix: 'Check retrieved chunks before they are put into the prompt.',
      anchors: ['library', 'llm'],
      elements: ['library', 'ingest', 'index', 'orch', 'llm'],
      path: ['library', 'f-read', 'ingest', 'f-upsert', 'index', 'f-search', 'orch', 'f-llm', 'llm'],
      legs: [
        { label: 'Untrusted content', elements: ['library'] },
        { label: 'Reaches a model', elements: ['llm'] },
      ],
      remedy: {
        control: 'filter-retrieved',
        title: 'Check retrieved chunks',
        at: 'f-search',
        strength: 'probabilistic',
      },
      rating: { likelihood: 3, impact: 4, why: 'Staff can write documents; answers inform decisions.' },
      stride: 'TE',
      references: [{ framework: 'OWASP LLM Top 10', edition: '2025', id: 'LLM01' }],
    }),
    finding({
      id: 'SEC-03:traces',
      rule: 'SEC-03',
      severity: 'medium',
      title: 'Prompts and answers are kept in traces for 180 days',
      problem: 'Traces holds Prompts and answers in traces for 180 days with redaction.',
      why: 'A second copy of confidential text has its own readers.',
      fix: 'Shorten the retention or drop the text.',
      anchors: ['traces'],
      elements: ['traces'],
      status: 'mitigated',
      treatedBy: 'ctl-csp',
      stride: 'I',
    }),
    finding({
      id: 'LAT-03:f-llm',
      rule: 'LAT-03',
      severity: 'low',
      lenses: ['check'],
      title: 'A long answer is held back before it is shown',
      problem: 'Grounding guard holds 450 tokens of Answer model.',
      why: 'People wait without seeing anything.',
      fix: 'Show segments as they are judged.',
      anchors: ['f-llm'],
      elements: ['f-llm'],
      status: 'accepted',
      treatedBy: 't-1',
    }),
  ],
  questions: [
    {
      id: 'settings.accessControl',
      text: 'Does search return only what the asking analyst may read?',
      topic: 'access',
      ask: 'Head of Research',
      elements: [{ on: 'index', field: 'settings.accessControl', answered: 'unknown' }],
      rules: ['SEC-05'],
      weight: 'high',
    },
    {
      id: 'personal',
      text: 'Do the research documents hold personal data?',
      topic: 'privacy',
      ask: 'Data protection officer',
      elements: [{ on: 'documents', field: 'personal' }],
      rules: ['PRIV-01'],
      weight: 'medium',
    },
    {
      id: 'region',
      text: 'In which region do the model vendors process?',
      topic: 'privacy',
      elements: [{ on: 'vendors', field: 'region' }],
      rules: ['PRIV-04'],
      weight: 'medium',
    },
  ],
}

function band(value: number): Band {
  return { value, low: value * 0.7, high: value * 1.6 }
}
function spread(p50: number, p95: number): Percentiles {
  return { p50: band(p50), p90: band(p95 * 0.9), p95: band(p95), p99: band(p95 * 1.4), meanMs: p50 * 1.1 }
}
function part(
  component: string,
  usdPerMonth: number,
  costShare: number,
  timeShare: number | undefined,
): ComponentEstimate {
  return {
    component,
    callsPerMonth: 26_071,
    peakCallsPerSecond: 0.21,
    usdPerMonth,
    costShare,
    ...(timeShare === undefined ? {} : { timeShare }),
  }
}
type Given = Pick<Finding, 'id' | 'rule' | 'severity' | 'title' | 'problem' | 'why' | 'fix' | 'anchors' | 'elements'>
function finding(given: Given & Partial<Finding>): Finding {
  return { aliases: [], lenses: ['threat', 'check'], references: [], status: 'open', facts: {}, ...given }
}
