import type { Problem } from './design/problem.ts'
import type { Estimate } from './estimate/estimate.ts'
import type { RequirementResult } from './estimate/requirement-result.ts'
import type { Finding, QuestionGroup } from './findings/finding.ts'

/** What is computed first: a moment after an edit it is there. */
export interface Numbers {
  readonly problems: readonly Problem[]
  readonly estimate: Estimate
  readonly requirements: readonly RequirementResult[]
}

/** What follows from the numbers and the drawing. */
export interface Judgement {
  /** Ranked, worst first. */
  readonly findings: readonly Finding[]
  /** Ranked by what an answer can change. */
  readonly questions: readonly QuestionGroup[]
}

/** Everything derived from a design. Plain JSON: it crosses from the worker to the page; nothing of it is stored. */
export interface Analysis extends Numbers, Judgement {}
