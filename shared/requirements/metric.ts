import type { Aggregate, Id, Requirement, Scalar } from '../design/design.ts'
import type { Band, Estimate } from '../estimate/estimate.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import type { Unit } from '../kinds/fields/field.ts'

/** Collections that a requirement on a metric can name; 'design' is the whole. */
export type MetricScope = 'design' | 'actions' | 'flows' | 'components' | 'boundaries' | 'data' | 'workloads'

export interface MetricContext {
  readonly graph: Graph
  readonly lineage: Lineage
  /** At the peak. */
  readonly estimate: Estimate
  /** The same in the mean hour: worked out when a requirement asks. Absent: there is only the peak. */
  readonly atAverage?: () => Estimate
  /** The peak hour at so many times the traffic of `estimate`: worked out when a requirement names another load. */
  readonly atTraffic?: (times: number) => Estimate
}

/** The estimate of the hour that a requirement speaks of. */
export function estimateAt({ at }: Requirement, { estimate, atAverage }: MetricContext): Estimate {
  return at === 'average' && atAverage ? atAverage() : estimate
}

/** A number that the estimate gives for one element in scope; the verdict compares its band with the target. */
export interface Measured {
  readonly type: 'measured'
  readonly band: Band
  /** What the number is of, at the start of a sentence: "p95 of the full answer of \"Ask\"". */
  readonly subject: string
  readonly elements: readonly Id[]
  /** The number leaves out what has yet to be drawn or stated: it can miss the target, and never proves that one holds. */
  readonly leavesOpen?: Open
}

/** What would have to be known before a target can be met. */
export interface Open {
  readonly sentence: string
  readonly question: string
  readonly asks: NonNullable<RequirementResult['asks']>
}

/** A verdict that is no comparison of numbers: a path through a wrong region, evidence that is not there yet. */
export interface Judged {
  readonly type: 'judged'
  readonly verdict: Exclude<Verdict, 'waived' | 'assumed'>
  readonly arithmetic: string
  readonly elements: readonly Id[]
  /** What would settle it, when unknown. */
  readonly question?: string
  /** The fields whose answers settle it, where it is fields: so that one question serves rules and requirements. */
  readonly asks?: RequirementResult['asks']
}

/** What a requirement can ask for. The metric fixes unit, scope and the way of verification; one file, one registry line. */
export interface Metric {
  readonly id: string
  readonly title: string
  /** Absent for metrics whose target is a list or a word. */
  readonly unit?: Unit
  /** Its place in `qualityModel`: 'reliability.availability', 'cost'. */
  readonly category: string
  readonly scopes: readonly MetricScope[]
  readonly aggregates: readonly Aggregate[]
  /** How a new requirement on it starts. */
  readonly usual: { readonly is: Requirement['is']; readonly target: Scalar; readonly aggregate?: Aggregate }
  /** Where the target is a word: those it can be, lowest first. */
  readonly words?: readonly string[]
  readonly verification: RequirementResult['verification']
  /** One result per element in scope; the worst decides. An empty list is "not measurable here". */
  verify(requirement: Requirement, context: MetricContext): readonly (Measured | Judged)[]
}
