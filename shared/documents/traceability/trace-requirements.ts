import type { Analysis } from '../../analysis.ts'
import type { Decision, Id, Link, Measure, Requirement } from '../../design/design.ts'
import type { Estimate } from '../../estimate/estimate.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import type { Finding, Topic } from '../../findings/finding.ts'
import type { Graph } from '../../graph/graph.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import { qualityTitle } from '../../requirements/quality-model.ts'
import { qualityOf } from '../../requirements/requirement-quality.ts'
import { rules } from '../../rules.ts'

/** What a requirement lacks on its way from a wish to something that is built and shown to hold. */
export type TraceGap = 'elements' | 'verdict' | 'decision' | 'evidence' | 'owner'

/** One row of the matrix: a requirement and everything that answers for it. */
export interface TracedRequirement {
  readonly requirement: Requirement
  readonly title: string
  /** Its place in the quality model, in words. */
  readonly quality: string
  readonly result?: RequirementResult
  /** Components, arrows and data that it is about, as the drawing has them. */
  readonly elements: readonly Id[]
  /** Rules that watch over its topics. */
  readonly rules: readonly string[]
  /** What those rules found on its elements, and nobody has treated. */
  readonly findings: readonly Finding[]
  readonly decisions: readonly Decision[]
  readonly evidence: readonly Link[]
  /** Measures of success that it holds. */
  readonly measures: readonly Measure[]
  readonly gaps: readonly TraceGap[]
}

/** The topics whose rules watch over a quality: by characteristic, or by the part of it where that differs. */
const topicsByQuality: Readonly<Record<string, readonly Topic[]>> = {
  'functional-suitability': ['evaluation', 'retrieval'],
  'performance-efficiency': ['latency'],
  'performance-efficiency.resource-utilisation': ['cost', 'latency'],
  'performance-efficiency.capacity': ['reliability', 'latency'],
  compatibility: ['supply-chain'],
  'interaction-capability': ['responsible-use'],
  reliability: ['reliability'],
  'reliability.robustness': ['reliability', 'monitoring', 'evaluation'],
  security: ['access'],
  'security.confidentiality': ['access', 'privacy'],
  'security.accountability': ['monitoring', 'governance'],
  'security.intervenability': ['agents', 'responsible-use'],
  maintainability: ['release'],
  flexibility: ['supply-chain', 'release'],
  safety: ['responsible-use', 'agents'],
  'quality-in-use': ['responsible-use'],
  cost: ['cost'],
  compliance: ['privacy', 'governance'],
}

function topicsOf(quality: string): readonly Topic[] {
  return topicsByQuality[quality] ?? topicsByQuality[quality.split('.')[0] ?? ''] ?? []
}

/** What the matrix reads of an analysis. */
interface Traced extends Pick<Analysis, 'requirements' | 'findings'> {
  readonly estimate: Pick<Estimate, 'mainAction'>
}

/** The matrix from each requirement to elements, checks, decisions and evidence, in the order of the file. Pure. */
export function traceRequirements(
  graph: Graph,
  { requirements: results, findings, estimate }: Traced,
): readonly TracedRequirement[] {
  const { requirements = [], decisions = [], framing } = graph.design
  return requirements.map((requirement) => {
    const { id } = requirement
    const result = results.find((each) => each.requirement === id)
    const topics = topicsOf(qualityOf(requirement))
    const watching = rules.filter(({ topic }) => topics.includes(topic)).map((rule) => rule.id)
    const elements = elementsOf(requirement, result, graph, estimate.mainAction)
    const traced = {
      requirement,
      title: requirement.name ?? findMetric(requirement.metric)?.title ?? requirement.metric,
      quality: qualityTitle(qualityOf(requirement)),
      ...(result === undefined ? {} : { result }),
      elements,
      rules: watching,
      findings: findings.filter(
        ({ rule, status, elements: found }) =>
          status === 'open' && watching.includes(rule) && found.some((each) => elements.includes(each)),
      ),
      decisions: decisions.filter(
        ({ drivers, about }) => drivers?.includes(id) === true || about?.includes(id) === true,
      ),
      evidence: requirement.evidence ?? [],
      measures: (framing?.measures ?? []).filter((measure) => measure.requirement === id),
    }
    return { ...traced, gaps: gapsOf(traced) }
  })
}

/** A requirement that nothing in the design answers for, or that nobody can tell of whether it holds. */
export function isUncovered({ gaps }: Pick<TracedRequirement, 'gaps'>): boolean {
  return gaps.includes('elements') || gaps.includes('verdict')
}

function gapsOf({ requirement, result, elements, decisions, evidence }: Omit<TracedRequirement, 'gaps'>) {
  const isMeasured = result?.verification === 'evidence' || findMetric(requirement.metric)?.verification === 'evidence'
  const gaps: readonly (readonly [TraceGap, boolean])[] = [
    ['elements', elements.length === 0],
    ['verdict', result === undefined || result.verdict === 'unknown'],
    ['decision', decisions.length === 0],
    ['evidence', isMeasured && evidence.length === 0],
    ['owner', requirement.owner === undefined],
  ]
  return gaps.filter(([, lacks]) => lacks).map(([gap]) => gap)
}

/**
 * What it names and what its verdict rests on: a boundary by what is in it, an action by who takes part. A quality of the
 * whole that nothing on the drawing measures is of whoever takes part in the main action.
 */
function elementsOf(
  { on = [], where }: Requirement,
  result: RequirementResult | undefined,
  graph: Graph,
  mainAction: Id | undefined,
): readonly Id[] {
  const stated = [...new Set([...(result?.elements ?? []), ...on])]
  const isOfTheWhole = stated.length === 0 && where === undefined && mainAction !== undefined
  const named = isOfTheWhole ? [mainAction] : stated
  // The lists, not the look-up: what is internal has been taken out of them.
  const shown = new Set([...graph.components, ...graph.flows, ...(graph.design.data ?? [])].map(({ id }) => id))
  const drawn = named.flatMap((id): readonly Id[] => {
    if (shown.has(id)) return [id]
    if (graph.boundary(id)) {
      const isInside = (component: Id): boolean => graph.boundariesOf(component).some((around) => around.id === id)
      return graph.components.map((component) => component.id).filter(isInside)
    }
    const runs = graph.actions.find(({ action }) => action === id)?.runs
    return runs === undefined ? [] : Object.values(runs).map(({ component }) => component)
  })
  return [...new Set(drawn)].filter((id) => shown.has(id))
}
