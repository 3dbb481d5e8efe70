import type { Decision, DecisionOption, Id } from '../../design/design.ts'
import type { Estimate } from '../../estimate/estimate.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { durationBand, formatDuration, formatShare, formatUsd, listWords, usdBand } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'

const good = (why: string): string => `Good, because ${asTail(why)}`
const bad = (why: string): string => `Bad, because ${asTail(why)}`
const neutral = (why: string): string => `Neutral, because ${asTail(why)}`

/** A sentence after "because": a common opening word loses its capital, names keep theirs; one full stop at the end. */
export function asTail(why: string): string {
  const plain = why.trim().replace(/^(good|bad|neutral),? because /i, '')
  const lowered = plain.replace(/^(The|A|An|It|This|These|There|No|Every|All|Nothing|Nobody)(?= )/, (word) =>
    word.toLowerCase(),
  )
  return /[.!?]$/.test(lowered) ? lowered : `${lowered}.`
}

/** What follows from a decision: what its people wrote, then what the analysis says about its drivers and elements. */
export function consequencesOf(decision: Decision, context: DocumentContext): readonly Words[] {
  const { analysis } = context
  const written = (decision.consequences ?? []).map((text) =>
    /^(good|bad|neutral)\b/i.test(text) ? asSentence(text) : neutral(text),
  )
  // Before anything is chosen the drawing shows no consequence of the choice.
  if (decision.chosen === undefined) return written
  const drivers = (decision.drivers ?? []).flatMap(
    (id) => analysis.requirements.find(({ requirement }) => requirement === id) ?? [],
  )
  return [
    ...written,
    ...drivers.map(driverConsequence),
    ...elementConsequences(decision, context),
    ...acceptedFindings(decision, context),
  ]
}

function driverConsequence(result: RequirementResult): string {
  switch (result.verdict) {
    case 'pass':
      return good(result.arithmetic)
    case 'fail':
    case 'atRisk':
      return bad(result.arithmetic)
    case 'unknown':
    case 'waived':
      return neutral(result.arithmetic)
    default:
      return result.verdict satisfies never
  }
}

/** What the decided elements take of money and time. */
function elementConsequences(decision: Decision, { analysis, graph }: DocumentContext): readonly string[] {
  return (decision.about ?? []).flatMap((id) => {
    const part = analysis.estimate.components.find(({ component }) => component === id)
    if (part === undefined || !analysis.estimate.meaningful) return []
    const time =
      part.timeShare === undefined || part.timeShare < 0.005
        ? undefined
        : `${formatShare(part.timeShare)} of the answer time`
    if (time === undefined && part.usdPerMonth < 0.5) return []
    const money =
      part.usdPerMonth < 0.5
        ? undefined
        : `${formatUsd(part.usdPerMonth)} a month${part.costShare === undefined ? '' : ` (${formatShare(part.costShare)} of the cost)`}`
    return [neutral(`${graph.name(id)} takes ${listWords([money, time].filter((word) => word !== undefined))}`)]
  })
}

/** Findings that this decision accepts, with who signed and until when. */
function acceptedFindings(decision: Decision, { design, analysis }: DocumentContext): readonly string[] {
  return (design.treatments ?? [])
    .filter((treatment) => treatment.decision === decision.id)
    .map((treatment) => {
      const finding = analysis.findings.find(({ treatedBy }) => treatedBy === treatment.id)
      const title = finding === undefined ? treatment.rule : `"${finding.title}" (${finding.rule})`
      const signed = treatment.approver === undefined ? '' : `, signed by ${treatment.approver}`
      const until = treatment.until === undefined ? '' : ` until ${treatment.until}`
      return bad(`${title} is accepted${until}${signed}: ${treatment.reason}`)
    })
}

/** An option's pros and cons: as written, then its figures against the design as it stands, where it was computed. */
export function prosAndConsOf(option: DecisionOption, decision: Decision, context: DocumentContext): readonly Words[] {
  const written = [...(option.good ?? []).map(good), ...(option.bad ?? []).map(bad)]
  return [...written, ...figuresOf(option, decision, context)]
}

function figuresOf(option: DecisionOption, decision: Decision, context: DocumentContext): readonly string[] {
  const now = context.analysis.estimate
  const other = option.variant === undefined ? undefined : context.variants?.[option.variant]?.estimate
  if (other === undefined || !other.meaningful || !now.meaningful) return []
  const cost = other.totalUsdPerMonth.value - now.totalUsdPerMonth.value
  const lines = [
    compare('it costs', usdBand(other.totalUsdPerMonth), cost, `${formatUsd(Math.abs(cost))} a month`, ' a month'),
  ]
  const action = mainAction(now, decision)
  const before = now.actions.find((each) => each.action === action)?.full
  const after = other.actions.find((each) => each.action === action)?.full
  if (before !== undefined && after !== undefined) {
    const time = after.p95.value - before.p95.value
    lines.push(
      compare(
        '95 of 100 answers are complete within',
        durationBand(after.p95),
        time,
        formatDuration(Math.abs(time)),
        '',
      ),
    )
  }
  return lines
}

function compare(what: string, value: string, change: number, size: string, unit: string): string {
  if (Math.abs(change) < 1e-9) return neutral(`${what} ${value}${unit}, as the design does now`)
  const words = `${what} ${value}${unit}, ${size} ${change < 0 ? 'less' : 'more'} than the design as it stands`
  return change < 0 ? good(words) : bad(words)
}

function mainAction(estimate: Estimate, decision: Decision): Id | undefined {
  const about = new Set(decision.about ?? [])
  return estimate.actions.find(({ action }) => about.has(action))?.action ?? estimate.mainAction
}
