import type { Requirement } from '../design/design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import type { Graph } from '../graph/graph.ts'
import { findMetric } from '../requirements/metrics/index.ts'
import type { Severity, Topic } from './finding.ts'
import type { OpenQuestion } from './question-groups.ts'
import { lower, stageOf, stepsByStage } from './rate.ts'

const weightByPriority: Readonly<Record<Requirement['priority'], Severity>> = {
  must: 'high',
  should: 'medium',
  could: 'low',
}

/**
 * What stands between a requirement and its verdict: for each one that is unknown, the question that settles it. Where
 * that is the field of an element the question is the field's own, so that rules which wait for it share the answer.
 */
export function askRequirements(graph: Graph, results: readonly RequirementResult[]): readonly OpenQuestion[] {
  return results
    .filter(({ verdict }) => verdict === 'unknown')
    .flatMap((result): readonly OpenQuestion[] => {
      const requirement = graph.design.requirements?.find(({ id }) => id === result.requirement)
      if (requirement === undefined || result.question === undefined) return []
      const common = {
        requirement: requirement.id,
        topic: topicOf(requirement, result),
        weight: weightOf(graph, requirement),
      }
      const ask = requirement.owner ?? (result.verification === 'evidence' ? 'Quality lead' : undefined)
      const words = { type: 'asked' as const, text: result.question, ...(ask === undefined ? {} : { ask }) }
      if (result.asks !== undefined) return result.asks.map((place) => ({ ...common, asked: { ...words, ...place } }))
      const form = result.verification === 'evidence' ? 'evidence' : 'drawing'
      const asked = { ...words, on: requirement.id, field: `requirement.${requirement.id}` }
      return [{ ...common, form, asked }]
    })
}

function weightOf(graph: Graph, { priority }: Requirement): Severity {
  const severity = weightByPriority[priority]
  return lower(severity, stepsByStage(stageOf(graph.design.context), severity, false, false))
}

const topicByCategory: Readonly<Record<string, Topic>> = {
  'performance-efficiency': 'latency',
  reliability: 'reliability',
  cost: 'cost',
  compliance: 'privacy',
  security: 'access',
}

/** The topic whose list the question stands in: by what the metric is about, and evaluation for what is measured. */
function topicOf({ metric }: Requirement, { verification }: RequirementResult): Topic {
  if (verification === 'evidence') return 'evaluation'
  const [category = ''] = (findMetric(metric)?.category ?? '').split('.')
  return topicByCategory[category] ?? 'governance'
}
