import type { Decision, DecisionOption, Design, Id } from '../design/design.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import type { Outcome, Side } from '../options/outcome.ts'
import { type Criterion, criteriaOf } from './criteria.ts'
import { evidenceOf, lowestScore, readTyped, type Score, type ScoreBand, scoreBand, scoreResult } from './score.ts'
import { type Sensitivity, sensitivityOf } from './sensitivity.ts'

/** One option by one criterion. */
export interface MatrixCell extends Score {
  /** What the score can be within the band of the engines' number. */
  readonly within: ScoreBand
  /** Who filled it; nobody yet where there is no score. */
  readonly by: 'engines' | 'people' | 'nobody'
  readonly verdict?: Verdict
  /** The engines' number in the unit of the criterion. */
  readonly number?: { readonly value: number; readonly low: number; readonly high: number }
  /** The arithmetic, or the evidence of a typed score. */
  readonly because?: string
  /** What to find out, where there is no score. */
  readonly question?: string
  /** It misses a requirement that must be met. */
  readonly isKnockOut: boolean
}

/** One option, summed up. */
export interface MatrixOption {
  readonly option: Id
  readonly title: string
  readonly side: Side | undefined
  /** The weighted mean, 1 to 5; absent while a score is missing. */
  readonly total?: number
  readonly low: number
  readonly high: number
  /** The total while each number moves within its band. */
  readonly within: ScoreBand
  /** Titles of the musts that it misses. */
  readonly knockedOutBy: readonly string[]
  /** Titles of the musts of which nobody knows whether it meets them. */
  readonly openMusts: readonly string[]
  /** Titles of the musts that it meets only if the band of the estimate turns out well. */
  readonly riskyMusts: readonly string[]
}

export interface Matrix {
  readonly criteria: readonly Criterion[]
  readonly options: readonly MatrixOption[]
  /** By criterion, then by option. */
  readonly cells: readonly (readonly MatrixCell[])[]
  /** Options that are not out, best first by their total, or by the middle of its range. */
  readonly ranking: readonly Id[]
  /** The first place, whatever the open questions are answered with; undefined while they decide, or at a draw. */
  readonly first: Id | undefined
  readonly sensitivity: readonly Sensitivity[]
  /** Options that could come first instead if the numbers of the engines turn out at the other ends of their bands. */
  readonly rivals: readonly Id[]
  /** What nobody knows yet, those of the heaviest criteria first. */
  readonly questions: readonly string[]
}

/** Which drawing an option of a decision stands for; undefined: it is words alone. */
export function sideOf(option: DecisionOption): Side | undefined {
  return option.variant ?? (option.base === true ? null : undefined)
}

/**
 * The weighted matrix of a decision. Criteria that engines can fill are filled by running them on each option's own
 * drawing (`outcomes`, by side); the others by what people typed. What nobody knows is a question and a range. An option
 * that fails a must is out, whatever its total.
 */
export function weighOptions(
  decision: Decision,
  design: Design,
  outcomes: ReadonlyMap<Side, Outcome | undefined>,
): Matrix {
  const criteria = criteriaOf(decision, design)
  const cells = criteria.map((criterion) =>
    decision.options.map((option) => cellOf(criterion, option, resultOf(criterion, option, outcomes))),
  )
  const options = decision.options.map((option, column) => sumUp(option, criteria, columnOf(cells, column)))
  const standing = options.flatMap(({ option, knockedOutBy }, column) =>
    knockedOutBy.length === 0 ? [{ id: option, scores: columnOf(cells, column) }] : [],
  )
  const weights = criteria.map(({ weight }) => weight)
  const leading = firstPlace(standing, weights)
  // Who may yet be out is not first: what nobody knows is no pass.
  const first = options.find(({ option, openMusts }) => option === leading && openMusts.length === 0)?.option
  const middle = ({ low, high, total }: MatrixOption): number => total ?? (low + high) / 2
  return {
    criteria,
    options,
    cells,
    ranking: options
      .filter(({ knockedOutBy }) => knockedOutBy.length === 0)
      .toSorted((a, b) => middle(b) - middle(a))
      .map(({ option }) => option),
    first,
    sensitivity: first === undefined ? [] : sensitivityOf(criteria, standing, first),
    rivals: first === undefined ? [] : rivalsOf(standing, weights, first),
    questions: questionsOf(criteria, cells, options),
  }
}

/** Each band is taken at its worst end for the first and at its best for the other: the least that can be said. */
function rivalsOf(
  standing: readonly { readonly id: Id; readonly scores: readonly MatrixCell[] }[],
  weights: readonly number[],
  first: Id,
): readonly Id[] {
  const over = standing.map(({ id, scores }) => ({ id, scores: scores.map(({ within }) => within) }))
  const leader = over.find(({ id }) => id === first)?.scores ?? []
  return over.flatMap(({ id, scores }) => (id !== first && leadOver(leader, scores, weights) <= 0 ? [id] : []))
}

/** The option that leads all others by what is known at least: its lowest total is above the highest of each of them. */
export function firstPlace(
  standing: readonly { readonly id: Id; readonly scores: readonly Score[] }[],
  weights: readonly number[],
): Id | undefined {
  return standing.find(({ id, scores }) =>
    standing.every((other) => other.id === id || leadOver(scores, other.scores, weights) > 0),
  )?.id
}

/** By how much the one leads the other at least, times the sum of the weights. */
export function leadOver(one: readonly Score[], other: readonly Score[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, row) => sum + weight * ((one[row]?.low ?? 0) - (other[row]?.high ?? 0)), 0)
}

function columnOf(cells: readonly (readonly MatrixCell[])[], column: number): readonly MatrixCell[] {
  return cells.flatMap((row) => row[column] ?? [])
}

function resultOf(
  { requirement }: Criterion,
  option: DecisionOption,
  outcomes: ReadonlyMap<Side, Outcome | undefined>,
): RequirementResult | undefined {
  const side = sideOf(option)
  const outcome = side === undefined ? undefined : outcomes.get(side)
  return outcome?.requirements.find((result) => result.requirement === requirement?.id)
}

function cellOf(criterion: Criterion, option: DecisionOption, result: RequirementResult | undefined): MatrixCell {
  const { requirement, unit, isMust, title, filledBy } = criterion
  const isJudgedByEngines = result !== undefined && result.verdict !== 'unknown'
  if (requirement !== undefined && isJudgedByEngines) {
    const { verdict, value, low = value, high = value, arithmetic } = result
    const number = value === undefined || low === undefined || high === undefined ? undefined : { value, low, high }
    return {
      ...scoreResult(requirement, result, unit),
      within: scoreBand(requirement, result, unit),
      by: 'engines',
      verdict,
      ...(number === undefined ? {} : { number }),
      because: arithmetic,
      isKnockOut: isMust && verdict === 'fail',
    }
  }
  const typed = option.scores?.[criterion.id]
  const score = readTyped(typed)
  const because = evidenceOf(typed)
  const known = score.value !== undefined
  return {
    ...score,
    within: { low: score.low, high: score.high },
    by: known ? 'people' : 'nobody',
    ...(result === undefined ? {} : { verdict: result.verdict }),
    ...(because === undefined ? {} : { because }),
    ...(known ? {} : { question: questionOf(title, option, result, filledBy) }),
    isKnockOut: isMust && score.value === lowestScore,
  }
}

function questionOf(
  title: string,
  option: DecisionOption,
  result: RequirementResult | undefined,
  filledBy: Criterion['filledBy'],
): string {
  if (result?.question !== undefined) return `${option.title}: ${result.question}`
  if (filledBy === 'engines' && sideOf(option) === undefined)
    return `${option.title} is not drawn: how well does it meet "${title}"?`
  return `How well does ${option.title} meet "${title}"?`
}

function sumUp(option: DecisionOption, criteria: readonly Criterion[], column: readonly MatrixCell[]): MatrixOption {
  const weight = criteria.reduce((sum, each) => sum + each.weight, 0)
  const mean = (of: (cell: MatrixCell) => number): number =>
    weight === 0
      ? lowestScore
      : criteria.reduce((sum, each, row) => sum + each.weight * at(column, row, of), 0) / weight
  const isKnown = weight > 0 && column.every(({ value }) => value !== undefined)
  return {
    option: option.id,
    title: option.title,
    side: sideOf(option),
    ...(isKnown ? { total: mean(({ value, low }) => value ?? low) } : {}),
    low: mean(({ low }) => low),
    high: weight === 0 ? lowestScore : mean(({ high }) => high),
    within: { low: mean(({ within }) => within.low), high: mean(({ within }) => within.high) },
    knockedOutBy: criteria.flatMap(({ title }, row) => (column[row]?.isKnockOut === true ? [title] : [])),
    openMusts: criteria.flatMap(({ title, isMust }, row) =>
      isMust && column[row]?.value === undefined ? [title] : [],
    ),
    riskyMusts: criteria.flatMap(({ title, isMust }, row) =>
      isMust && column[row]?.verdict === 'atRisk' ? [title] : [],
    ),
  }
}

function at(column: readonly MatrixCell[], row: number, of: (cell: MatrixCell) => number): number {
  const cell = column[row]
  return cell === undefined ? lowestScore : of(cell)
}

/** What is open of the options that are not out: no answer brings those back. One answer may open several cells. */
function questionsOf(
  criteria: readonly Criterion[],
  cells: readonly (readonly MatrixCell[])[],
  options: readonly MatrixOption[],
): readonly string[] {
  const asked = criteria
    .map(({ weight }, row) => ({ weight, row }))
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ row }) =>
      (cells[row] ?? []).flatMap(({ question }, column) =>
        question === undefined || (options[column]?.knockedOutBy ?? []).length > 0 ? [] : [question],
      ),
    )
  return [...new Set(asked)]
}
