import { type CoverageCell, type Design, importedBy, manualThreatRule, type Risk } from '../../design/design.ts'
import { riskMatrixOf } from '../../design/risk-matrix.ts'
import { shorten } from '../../design/wording.ts'
import { type Finding, linddunLetters, type Rating, type Reference, severities } from '../../findings/finding.ts'
import { fingerprint } from '../../findings/fingerprint.ts'
import { milder, severityOf } from '../../findings/rate.ts'
import { linddun, stride } from '../../findings/refer.ts'
import { applyTreatments, treatmentsOf } from '../../findings/treat.ts'
import { composeThreat } from './compose-threat.ts'

/** Whether a risk is a threat: it was written in the threat grammar, or raised from a cell of the coverage matrix. */
export function isManualThreat({ grammar, cell }: Risk): boolean {
  return cell !== undefined || Object.values(grammar ?? {}).some((part) => part.trim() !== '')
}

/**
 * The threats that people wrote down, as findings: their title and sentence from the grammar, their severity by the
 * matrix of the design, what was decided about them applied. A decision names `manualThreatRule` and the risk.
 *
 * @param today ISO date, for decisions that have run out
 */
export function manualThreats(design: Design, today: string): readonly Finding[] {
  const treatments = treatmentsOf(design)
  return (design.risks ?? [])
    .filter(isManualThreat)
    .map((risk) => withResidual(design, applyTreatments(describeThreat(design, risk), treatments, today)))
    .map((finding) => withWhatHelps(design, finding))
}

/** No rule knows what helps against it: whoever decided to mitigate it does. */
function withWhatHelps(design: Design, finding: Finding): Finding {
  const treatment = design.treatments?.find(({ id }) => id === finding.treatedBy)
  return treatment?.response === 'mitigate' ? { ...finding, fix: treatment.reason } : finding
}

function describeThreat(design: Design, risk: Risk): Finding {
  const { title, sentence } = composeThreat(risk)
  const { severity, weighed, rating } = weighed5x5(design, risk)
  const cell = risk.cell
  const about = [...new Set([...(risk.about ?? []), ...(cell === undefined ? [] : [cell.on])])]
  const letters = cell === undefined ? undefined : linddunLetters.find((letter) => letter === cell.letter)
  return {
    id: fingerprint(manualThreatRule, [risk.id]),
    rule: manualThreatRule,
    aliases: [],
    lenses: ['threat'],
    topic: cell?.method === 'linddun' ? 'privacy' : 'access',
    severity,
    weighed,
    title,
    problem: sentence,
    ...(isImported(risk) ? { group: importedBy } : {}),
    why:
      risk.notes ??
      `${isImported(risk) ? 'It stands in the imported file' : 'A person wrote it down'}; no rule derives it from the drawing.`,
    fix: 'Decide about it: a control that closes it, or who accepts it and until when.',
    references: cell === undefined ? [] : referencesOf(cell),
    anchors: [risk.id],
    elements: about,
    ...(rating === undefined ? {} : { rating }),
    ...(cell?.method === 'stride' ? { stride: cell.letter } : {}),
    ...(cell?.method === 'linddun' && letters !== undefined ? { linddun: [letters] } : {}),
    status: 'open',
    facts: factsOf(risk),
  }
}

/** Taken over from the file of another tool, and written anew by nobody. */
function isImported({ by }: Risk): boolean {
  return by === importedBy
}

/** What it was, and what remains by what people decided: a decision that states it, or one that ends it. */
function withResidual(design: Design, finding: Finding): Finding {
  const { rating, severity, status, treatedBy, note } = finding
  if (rating === undefined) return finding
  const now = { ...rating, severity }
  const treatment = note === undefined ? design.treatments?.find(({ id }) => id === treatedBy) : undefined
  const stated = treatment?.residual
  const isOver = status === 'mitigated' || status === 'avoided'
  if (stated === undefined && !isOver) return { ...finding, inherent: now, residual: now }
  const cell = stated ?? { likelihood: 1, impact: rating.impact }
  const left = { likelihood: within(cell.likelihood), impact: within(cell.impact) }
  const why =
    stated === undefined
      ? `Likelihood 1 of 5: it is ${status} by decision. Impact ${left.impact} of 5, as before.`
      : `Likelihood ${left.likelihood} of 5 and impact ${left.impact} of 5, as the decision about it states.`
  return {
    ...finding,
    inherent: now,
    residual: { ...left, severity: milder(severity, severityOf(left, riskMatrixOf(design))), why },
  }
}

/** Rated by the person who wrote it; until then it is neither the worst nor nothing. */
function weighed5x5(
  design: Design,
  { likelihood, impact, by }: Risk,
): Pick<Finding, 'severity' | 'weighed'> & { readonly rating?: Rating } {
  if (likelihood === undefined || impact === undefined) {
    return { severity: 'medium', weighed: 'Medium until somebody says how likely it is and what it would do.' }
  }
  const rating = { likelihood: within(likelihood), impact: within(impact) }
  const severity = severityOf(rating, riskMatrixOf(design))
  const who = by === undefined ? 'whoever wrote it down' : by
  const why = `Likelihood ${rating.likelihood} of 5 and impact ${rating.impact} of 5, as ${who} sees it.`
  const word = severities.includes(severity) ? severity : 'medium'
  return { severity, weighed: `${why} The matrix makes that ${word}.`, rating: { ...rating, why } }
}

function referencesOf({ method, letter }: CoverageCell): readonly Reference[] {
  return method === 'stride' ? stride(letter) : linddun(letter)
}

/** What a decision about it rests on; a changed sentence is another threat. */
function factsOf({ grammar = {} }: Risk): Readonly<Record<string, string>> {
  const said = Object.entries(grammar).filter(([, part]) => part.trim() !== '')
  return Object.fromEntries(said.map(([name, part]) => [name, shorten(part.trim(), 200)]))
}

function within(steps: number): number {
  return Math.min(5, Math.max(1, Math.round(steps)))
}
