import type { Decision, Id } from '../design/design.ts'
import type { Finding, Severity } from '../findings/finding.ts'
import type { Outcome, Side } from '../options/outcome.ts'
import { listWords } from '../options/words.ts'
import { type Matrix, type MatrixOption, sideOf } from './matrix.ts'
import type { Sensitivity } from './sensitivity.ts'

/** What the matrix says, in sentences; a recommendation only where no open question can change it. */
export function recommend(matrix: Matrix): string {
  const { options, criteria, ranking, first, questions } = matrix
  if (options.length < 2) return 'There is nothing to choose between yet: name at least two options.'
  if (criteria.length === 0) return 'There is nothing to weigh by yet: name what drives the decision.'
  const out = outSentences(options)
  if (ranking.length === 0) return `No option meets everything that it must. ${out}`
  const leader = options.find(({ option }) => option === first)
  if (leader === undefined) return [undecided(matrix), out].filter((each) => each !== '').join(' ')
  const rivals = ranking.filter((option) => option !== first)
  const second = options.find(({ option }) => option === rivals[0])
  const words = [
    second === undefined
      ? `${leader.title} is the only option that meets everything that it must.`
      : `${leader.title} comes first with ${scoreWords(leader, options)} of 5, before ${second.title} with ${scoreWords(second, options)}.`,
    ...(questions.length === 0 ? [] : ['No open question changes that.']),
    ...(second === undefined ? [] : [bandSentence(matrix), turnSentence(matrix.sensitivity, options)]),
    ...(leader.riskyMusts.length === 0 ? [] : [`It may miss ${quoted(leader.riskyMusts)}.`]),
    out,
  ]
  return words.filter((each) => each !== '').join(' ')
}

function undecided({ options, ranking, questions }: Matrix): string {
  const [one, other] = ranking.map((id) => options.find(({ option }) => option === id))
  if (questions.length === 0 && one !== undefined && other !== undefined)
    return `${one.title} and ${other.title} are level at ${scoreWords(one, options)} of 5: the weights do not decide.`
  const count = questions.length === 1 ? 'one open question decides' : `${questions.length} open questions decide`
  return `Nothing can be recommended yet: ${count}. The first of them: ${questions[0] ?? ''}`
}

function outSentences(options: readonly MatrixOption[]): string {
  return options
    .filter(({ knockedOutBy }) => knockedOutBy.length > 0)
    .map(({ title, knockedOutBy }) => `${title} is out: it misses ${quoted(knockedOutBy)}.`)
    .join(' ')
}

function quoted(titles: readonly string[]): string {
  return listWords(titles.map((each) => `"${each}"`))
}

/** Whether the first place rests on likely values alone; nothing where no number has a band. */
export function bandSentence({ options, cells, rivals }: Matrix): string {
  const hasBands = cells.some((row) => row.some(({ by, within }) => by === 'engines' && within.high > within.low))
  if (!hasBands) return ''
  if (rivals.length === 0) return 'That holds wherever in their bands the numbers turn out.'
  const names = rivals.map((id) => options.find(({ option }) => option === id)?.title ?? 'another option')
  return `That is by likely values: within the bands of the numbers ${listWords(names)} could come first.`
}

/** The criterion whose weight has to move least, as a share of what it is, for another option to come first. */
function turnSentence(sensitivity: readonly Sensitivity[], options: readonly MatrixOption[]): string {
  const moves = sensitivity.flatMap((each) => {
    const ends = [each.below, each.above].flatMap((end) => end ?? [])
    const nearest = ends.toSorted((a, b) => Math.abs(a - each.weight) - Math.abs(b - each.weight))[0]
    return nearest === undefined ? [] : [{ ...each, nearest, by: Math.abs(nearest - each.weight) / each.weight }]
  })
  const [closest] = moves.toSorted((a, b) => a.by - b.by)
  if (closest === undefined) return 'No single weight changes that.'
  const { title, nearest, weight, rival: id } = closest
  const rival = options.find(({ option }) => option === id)?.title ?? 'another option'
  const way = nearest > weight ? 'rises to' : 'falls to'
  return `${rival} would come first if the weight of "${title}" ${way} ${digits(nearest)} (it is ${digits(weight)}).`
}

type Total = Pick<MatrixOption, 'total' | 'low' | 'high'>

/**
 * "3.9", or "2.1 to 4.4" while scores are missing; with a second digit where the total of another option (`among`) would
 * read the same and is not.
 */
export function scoreWords({ total, low, high }: Total, among: readonly Total[]): string {
  if (total === undefined || high - low >= 0.05) return `${shownScore(low)} to ${shownScore(high)}`
  const isAlike = among.some(
    (other) => other.total !== undefined && shownScore(other.total) === shownScore(total) && other.total !== total,
  )
  return isAlike ? digits(total) : shownScore(total)
}

/** A score from 1 to 5 to its first place: judgements and bands are known no better. */
export function shownScore(score: number): string {
  return String(Math.round(score * 10) / 10)
}

/** Weights are as people stated them, or what computes where the ranking turns: to the second place. */
function digits(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** What speaks against an option even when it is chosen, and what helps. */
export interface OptionRisk {
  readonly option: Id
  readonly risk: string
  readonly mitigation?: string
  readonly severity?: Severity
  /** The engines found it in the option's drawing, or a person wrote it down. */
  readonly from: 'finding' | 'requirement' | 'person'
}

const mostFindings = 3
const grave: readonly Severity[] = ['critical', 'high']

/** The risks of every option: its gravest open findings, requirements that it may miss, and what people wrote. */
export function risksOf(decision: Decision, outcomes: ReadonlyMap<Side, Outcome | undefined>): readonly OptionRisk[] {
  return decision.options.flatMap((option): OptionRisk[] => {
    const side = sideOf(option)
    const outcome = side === undefined ? undefined : outcomes.get(side)
    const isGrave = ({ status, severity }: Finding): boolean => status === 'open' && grave.includes(severity)
    const findings = (outcome?.findings ?? []).filter(isGrave).slice(0, mostFindings)
    const atRisk = (outcome?.requirements ?? []).filter(
      ({ verdict, requirement }) => verdict === 'atRisk' && (decision.drivers ?? []).includes(requirement),
    )
    return [
      ...findings.map(({ problem, fix, severity }): OptionRisk => ({
        option: option.id,
        risk: problem,
        mitigation: fix,
        severity,
        from: 'finding',
      })),
      ...atRisk.map(({ arithmetic }): OptionRisk => ({ option: option.id, risk: arithmetic, from: 'requirement' })),
      ...(option.bad ?? []).map((risk): OptionRisk => ({ option: option.id, risk, from: 'person' })),
    ]
  })
}
