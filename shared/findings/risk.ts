import type { Control, Design, Treatment } from '../design/design.ts'
import { riskMatrixOf } from '../design/risk-matrix.ts'
import { capital } from '../design/wording.ts'
import type { Graph } from '../graph/graph.ts'
import type { Finding, RatedRisk, Rating, Severity } from './finding.ts'
import { milder, rankOf, severityOf } from './rate.ts'
import type { Found, Rule } from './rule.ts'
import { weigh } from './weigh.ts'

/** What a severity stands for where no rule rates by the facts: a cell of the usual matrix that says the same. */
const cellOf: Readonly<Record<Severity, readonly [likelihood: number, impact: number]>> = {
  critical: [5, 5],
  high: [4, 4],
  medium: [3, 3],
  low: [2, 2],
}

/** A threat with a rating: its own, or the one that the severity of its rule stands for. What is no threat stays as it is. */
export function withRating(rule: Rule, found: Found): Found {
  if (found.rating !== undefined || !rule.lenses.includes('threat')) return found
  const severity = found.severity ?? rule.severity
  const [likelihood, impact] = cellOf[severity]
  const why = `Likelihood ${likelihood} of 5 and impact ${impact} of 5: what ${severity} stands for, as nothing on the drawing rates it further.`
  return { ...found, rating: { likelihood, impact, why, isAssumed: true } }
}

/** How a threat was found, to weigh other ratings of it in the same way. */
export interface Origin {
  readonly rule: Rule
  readonly found: Found
}

/**
 * A threat with what it was before its controls and what remains after them: soft ones have taken a step off its rating,
 * a firm one leaves it hardly likely, and what a decision states stands above both.
 */
export function withRisk(graph: Graph, finding: Finding, origin: Origin | undefined): Finding {
  const { rating } = finding
  if (rating === undefined || origin === undefined || !finding.lenses.includes('threat')) return finding
  const { rule, found } = origin
  const bare = rating.inherent ?? { likelihood: rating.likelihood, impact: rating.impact, why: rating.why }
  const inherent: RatedRisk = { ...bare, severity: weigh(graph, rule, { ...found, rating: bare }).severity }
  return { ...finding, inherent, residual: residualOf(graph, finding, rating, inherent, origin) }
}

function residualOf(graph: Graph, finding: Finding, rating: Rating, inherent: RatedRisk, origin: Origin): RatedRisk {
  const { likelihood, impact, why } = rating
  const now: RatedRisk = { likelihood, impact, why, severity: finding.severity }
  const treatment = treatmentOf(graph.design, finding)
  const stated = finding.note === undefined ? treatment?.residual : undefined
  if (stated !== undefined) {
    const cell = { likelihood: within(stated.likelihood), impact: within(stated.impact) }
    const severity = milder(inherent.severity, severityOf(cell, riskMatrixOf(graph.design)))
    return {
      ...cell,
      severity,
      why: `Likelihood ${cell.likelihood} of 5 and impact ${cell.impact} of 5, ${whoStates(treatment)}.`,
    }
  }
  const closes = closingWords(graph, finding, treatment)
  if (closes === undefined) return { ...now, why: remainsWords(finding, why) }
  const { severity: _stated, ...rest } = origin.found
  const closed = weigh(graph, origin.rule, { ...rest, rating: { likelihood: 1, impact, why } }).severity
  return {
    likelihood: 1,
    impact,
    severity: rankOf(closed) > rankOf(finding.severity) ? closed : finding.severity,
    why: `Likelihood 1 of 5: ${closes}. Impact ${impact} of 5, as before.`,
  }
}

/** What leaves it hardly likely; undefined where nothing does. */
function closingWords(graph: Graph, { status }: Finding, treatment: Treatment | undefined): string | undefined {
  if (status === 'avoided') return 'what it attacks is not built'
  if (status !== 'mitigated') return undefined
  if (treatment === undefined) return 'a control on the drawing closes it'
  const names = (treatment.controls ?? []).map((id) => graph.name(id))
  return names.length === 0
    ? 'it counts as mitigated by decision'
    : `${names.join(' and ')} ${names.length === 1 ? 'closes' : 'close'} it`
}

function remainsWords({ status }: Finding, why: string): string {
  if (status === 'accepted') return `${why} Accepted as it is.`
  if (status === 'transferred') return `${why} Somebody else carries it; it is no smaller for that.`
  if (status === 'disputed') return `${why} Disputed: it stands until the drawing says otherwise.`
  return why
}

function whoStates(treatment: Treatment | undefined): string {
  const who = treatment?.approver ?? treatment?.owner
  return who === undefined ? 'as the decision about it states' : `as ${who} states in the decision about it`
}

function treatmentOf({ treatments = [] }: Design, { treatedBy }: Finding): Treatment | undefined {
  return treatments.find(({ id }) => id === treatedBy)
}

/**
 * A soft control never closes a threat, whoever ticks it off: a mitigation that rests on such controls alone leaves the
 * threat open and says why.
 *
 * @param isSoft whether a control of this type decides by model, pattern or habit
 */
export function keepOpenUnderSoftControls(
  design: Design,
  finding: Finding,
  rule: Rule | undefined,
  isSoft: (type: string) => boolean,
): Finding {
  const treatment = treatmentOf(design, finding)
  if (finding.status !== 'mitigated' || treatment?.response !== 'mitigate') return finding
  const named: readonly Control[] = (treatment.controls ?? []).flatMap(
    (id) => design.controls?.find((each) => each.id === id) ?? [],
  )
  const soft = named.filter(({ type }) => isSoft(type) && rule?.closedBy?.includes(type) !== true)
  const [first] = soft
  if (first === undefined || soft.length < named.length) return finding
  const why = rule?.softenedBy?.find(({ control }) => control === first.type)?.why
  const name = first.name ?? 'The control'
  return {
    ...finding,
    status: 'open',
    note: `${capital(name)} makes it less likely and never closes it. ${why ?? 'What decides by model or pattern can be talked round.'}`,
  }
}

function within(steps: number): number {
  return Math.min(5, Math.max(1, Math.round(steps)))
}
