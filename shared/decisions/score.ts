import type { Requirement, Value } from '../design/design.ts'
import { isStated, isUnknown, numberOr } from '../design/value.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import type { Unit } from '../kinds/fields/field.ts'

/** The scale of every cell: 1 misses what is asked by far, 3 just meets it, 5 is far better. */
export const lowestScore = 1
const metScore = 3
const highestScore = 5

/** A score, or the range in which it must lie while nobody knows it. */
export interface Score {
  /** Absent while it is unknown: never 0, and never a pass. */
  readonly value?: number
  readonly low: number
  readonly high: number
}

/** The scores that are possible while only the band of a number is known. */
export type ScoreBand = Pick<Score, 'low' | 'high'>

const unknownScore: Score = { low: lowestScore, high: highestScore }

/**
 * The score of what the engines say of a requirement on one option. A number is scored by its distance from the target,
 * so that no other option moves it: the target itself is 3, the stretch (or half of the target better, where none is
 * stated) is 5, as far the other way is 1. Shares near 1 (availability) are scored by what is missing to 1, as 99.9 %
 * is ten times better than 99 %. Without a number a pass is 5, a failure 1 and a risk in between.
 */
export function scoreResult(requirement: Requirement, result: RequirementResult | undefined, unit?: Unit): Score {
  if (result === undefined || result.verdict === 'unknown') return unknownScore
  const target = numberOr(requirement.target, Number.NaN)
  const isLimit = requirement.is === '<=' || requirement.is === '>='
  if (result.value === undefined || Number.isNaN(target) || !isLimit) return scoreVerdict(result)
  return exactly(scoreNumber(requirement, result.value, target, unit))
}

/** The scores at both ends of the band of the engines' number; without a number, the score itself. */
export function scoreBand(requirement: Requirement, result: RequirementResult, unit?: Unit): ScoreBand {
  const { value, low = value, high = value } = result
  const ends = [low, high].map((end) =>
    scoreResult(requirement, end === undefined ? result : { ...result, value: end }, unit),
  )
  return { low: Math.min(...ends.map((end) => end.low)), high: Math.max(...ends.map((end) => end.high)) }
}

function scoreVerdict({ verdict }: RequirementResult): Score {
  switch (verdict) {
    case 'pass':
      return exactly(highestScore)
    case 'assumed':
      return exactly(4)
    case 'atRisk':
      return exactly(2)
    case 'fail':
    case 'waived':
      return exactly(lowestScore)
    case 'unknown':
      return unknownScore
    default:
      return verdict satisfies never
  }
}

function scoreNumber({ is, stretch }: Requirement, value: number, target: number, unit: Unit | undefined): number {
  const counts = is === '>=' && unit === 'share' ? missing : is === '>=' ? negative : same
  const [reached, asked, best] = [value, target, numberOr(stretch, Number.NaN)].map(counts)
  if (reached === undefined || asked === undefined) return metScore
  const wanted = best === undefined || Number.isNaN(best) || best >= asked ? Math.abs(asked) / 2 : asked - best
  // A target of nothing leaves no room to be better: it is met or missed.
  if (wanted === 0) return reached <= asked ? highestScore : lowestScore
  return clamp(metScore + ((asked - reached) / wanted) * (highestScore - metScore))
}

/** What counts as "the less the better". */
const same = (value: number): number => value
const negative = (value: number): number => -value
const missing = (value: number): number => 1 - value

/** A score that a person typed, with the band they gave it; unknown, and what lies outside of the scale, is no score. */
export function readTyped(typed: Value | undefined): Score {
  if (typed === undefined || isUnknown(typed)) return unknownScore
  const value = numberOr(typed, Number.NaN)
  if (Number.isNaN(value) || value < lowestScore || value > highestScore) return unknownScore
  if (!isStated(typed)) return exactly(value)
  const [low, high] = [typed.low, typed.high].map((end) => (typeof end === 'number' ? clamp(end) : value))
  return { value, low: Math.min(low ?? value, value), high: Math.max(high ?? value, value) }
}

/** Where a typed score comes from: its source, or the note beside it. */
export function evidenceOf(typed: Value | undefined): string | undefined {
  return isStated(typed) ? (typed.source ?? typed.note) : undefined
}

function exactly(value: number): Score {
  return { value, low: value, high: value }
}

function clamp(score: number): number {
  return Math.min(highestScore, Math.max(lowestScore, score))
}
