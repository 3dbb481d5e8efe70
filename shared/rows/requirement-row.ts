import type { Requirement } from '../design/design.ts'
import { addRequirement } from '../design/edit/index.ts'
import { findMetric } from '../requirements/metrics/index.ts'
import { readAmount } from './amount.ts'
import type { RowKind } from './row.ts'

/** Words that speak of a metric; the first row that matches wins. */
const metricWords: readonly (readonly [RegExp, string])[] = [
  [/first (?:word|token)|ttft|time to first/u, 'latency.first'],
  [/latency|response time|answer time|respond|duration|p95|p99/u, 'latency.full'],
  [/cost per request|per call|per query/u, 'cost.request'],
  [/cost|budget|spend/u, 'cost.month'],
  [/rto|recovery time/u, 'recovery.rto'],
  [/rpo|data loss/u, 'recovery.rpo'],
  [/availab|uptime|sla\b/u, 'availability'],
  [/retention|kept/u, 'retention'],
  [/throughput|requests (?:a|per) second|rps|tps/u, 'capacity.sustained'],
  [/headroom/u, 'capacity.headroom'],
]
const priorities: readonly (readonly [RegExp, Requirement['priority']])[] = [
  [/must|high|critical|mandatory|^m$|^1$|p1/u, 'must'],
  [/could|low|nice|^c$|^3$|p3/u, 'could'],
  [/should|medium|^s$|^2$|p2/u, 'should'],
]

/** A requirement on a metric that its words speak of, with a target in the metric's own unit. */
export const requirementRow: RowKind = {
  fields: {
    name: ['requirement', 'nfr', 'quality attribute', 'title'],
    metric: ['measure', 'quality', 'attribute', 'characteristic'],
    target: ['goal', 'threshold', 'limit', 'objective', 'slo'],
    priority: ['moscow', 'importance'],
    source: ['origin', 'requested by', 'stakeholder'],
    rationale: ['why', 'reason', 'comment', 'comments', 'notes', 'description'],
  },
  tells: ['target', 'metric', 'priority'],
  plan: ({ name, metric = '', target = '', priority = '', source, rationale }, line) => {
    const called = name ?? metric
    if (called === '') return { line, name: '', takenFor: 'nothing', doubts: ['The row has no name.'] }
    const words = `${metric} ${called}`.toLowerCase()
    const found = findMetric(metric) ?? findMetric(metricWords.find(([pattern]) => pattern.test(words))?.[1] ?? '')
    if (found === undefined)
      return {
        line,
        name: called,
        takenFor: 'nothing',
        doubts: ['No metric is known for these words: add it by hand.'],
      }
    const aimed = inUnit(target, found.unit)
    const stated = priorities.find(([pattern]) => pattern.test(priority.toLowerCase()))?.[1]
    return {
      line,
      name: called,
      takenFor: `${found.title} ${found.usual.is} ${String(aimed ?? found.usual.target)}${found.unit === undefined ? '' : ` ${found.unit}`}`,
      doubts: [
        ...(aimed === undefined ? [`"${target}" gives no target: the usual one was taken.`] : []),
        ...(priority !== '' && stated === undefined ? [`"${priority}" is no priority: "should" was taken.`] : []),
      ],
      add: (design, newId) =>
        addRequirement(design, {
          id: newId('nfr'),
          name: called,
          metric: found.id,
          ...(found.usual.aggregate === undefined ? {} : { aggregate: found.usual.aggregate }),
          is: found.usual.is,
          target: aimed ?? found.usual.target,
          priority: stated ?? 'should',
          ...(source === undefined ? {} : { source }),
          ...(rationale === undefined ? {} : { rationale }),
        }),
    }
  },
}

/** The target in the unit of the metric: "3 s" is 3000 of milliseconds, "99.9 %" 0.999 of a share. */
function inUnit(target: string, unit: string | undefined): number | undefined {
  const amount = readAmount(target.replace(/^\s*(?:<=|>=|≤|≥|<|>|=)/u, ''))
  if (amount === undefined) return undefined
  const { value, unit: said } = amount
  if (unit === 'ms') {
    if (/\bmin/u.test(said)) return value * 60_000
    return /\bms\b|milli/u.test(said) ? value : /\bs\b|sec/u.test(said) || value < 100 ? value * 1000 : value
  }
  if (unit === 'share') return said.includes('%') || value > 1 ? Number((value / 100).toPrecision(12)) : value
  if (unit === 'hours') return /\bmin/u.test(said) ? value / 60 : /\bday/u.test(said) ? value * 24 : value
  return value
}
