import type { Id, RiskMatrix, Settings } from '../design/design.ts'
import { usualRiskMatrix } from '../design/risk-matrix.ts'
import { known } from '../design/value.ts'
import { type Rating, type Severity, severities } from './finding.ts'

/** One term of a rating: a reason in words, and how many steps it adds or takes. */
export interface Term {
  readonly steps: number
  readonly why: string
  /** The box that takes it off, by model, pattern or habit: it is no part of the inherent rating. */
  readonly softenedBy?: Id
}

/** Likelihood x impact, each from 1 to 5, as sums of terms: the arithmetic is the explanation. */
export function rate(likelihood: readonly Term[], impact: readonly Term[]): Rating {
  const rating = sumUp(likelihood, impact)
  const softenedBy = [...likelihood, ...impact].find((term) => !isInherent(term))?.softenedBy
  if (softenedBy === undefined) return rating
  return { ...rating, inherent: sumUp(likelihood.filter(isInherent), impact.filter(isInherent)), softenedBy }
}

function sumUp(likelihood: readonly Term[], impact: readonly Term[]): Pick<Rating, 'likelihood' | 'impact' | 'why'> {
  return {
    likelihood: total(likelihood),
    impact: total(impact),
    why: `Likelihood ${total(likelihood)} of 5: ${inWords(likelihood)}. Impact ${total(impact)} of 5: ${inWords(impact)}.`,
  }
}
function isInherent({ softenedBy }: Term): boolean {
  return softenedBy === undefined
}

function total(terms: readonly Term[]): number {
  const sum = terms.reduce((steps, term) => steps + term.steps, 0)
  return Math.min(5, Math.max(1, sum))
}
function inWords(terms: readonly Term[]): string {
  const telling = terms.filter((term) => term.steps !== 0)
  if (telling.length === 0) return 'nothing adds to it'
  return telling.map((term) => `${term.why} (${term.steps > 0 ? '+' : '−'}${Math.abs(term.steps)})`).join(', ')
}

/** The severity of a rating by a 5 x 5 matrix, the usual one unless the design has its own (`riskMatrixOf`). */
export function severityOf(
  rating: { readonly likelihood: number; readonly impact: number },
  matrix: RiskMatrix = usualRiskMatrix,
): Severity {
  return matrix[Math.round(rating.likelihood) - 1]?.[Math.round(rating.impact) - 1] ?? 'low'
}

/** 0 is the worst. */
export function rankOf(severity: Severity): number {
  return severities.indexOf(severity)
}
/** The milder of two severities. */
export function milder(a: Severity, b: Severity): Severity {
  return rankOf(a) >= rankOf(b) ? a : b
}
/** So many steps milder, at the mildest `low`. */
export function lower(severity: Severity, steps: number): Severity {
  return severities[Math.min(severities.length - 1, rankOf(severity) + steps)] ?? 'low'
}

/** So many steps worse, at the worst `critical`. */
export function raise(severity: Severity, steps: number): Severity {
  return severities[Math.max(0, rankOf(severity) - steps)] ?? 'critical'
}

export type Stage = 'production' | 'pilot' | 'poc'

/** The stage of a design; one that nobody stated counts as production. */
export function stageOf(context: Settings | undefined): Stage {
  const stage = known(context?.['stage'])
  return stage === 'pilot' || stage === 'poc' ? stage : 'production'
}

/**
 * What the stage takes off: nothing in production, one step in a pilot, two in a proof of concept, never below low.
 * Criticals of security and privacy lose one step only; what people outside can reach loses one step less.
 */
export function stepsByStage(stage: Stage, severity: Severity, isProtective: boolean, isExposed: boolean): number {
  if (stage === 'production') return 0
  const steps = stage === 'pilot' || (severity === 'critical' && isProtective) ? 1 : 2
  return isExposed ? (stage === 'pilot' ? 0 : 1) : steps
}
