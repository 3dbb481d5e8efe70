import { shownCurrency } from '../../kinds/money-format.ts'
import type { Decision, DecisionOption, Design, Id } from '../../design/design.ts'
import { nameOf } from '../../design/collections.ts'
import type { Estimate } from '../../estimate/estimate.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import { noTimeWords, whyNoTime } from '../../estimate/no-time.ts'
import { products } from '../../kinds/products/index.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { durationBand, formatDuration, formatShare, formatUsd, listWords, usdBand } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'

/** The names of a design keep their capitals after "because". */
type Names = readonly string[]

const good = (why: string, names: Names): string => `Good, because ${asTail(why, names)}`
const bad = (why: string, names: Names): string => `Bad, because ${asTail(why, names)}`
const neutral = (why: string, names: Names): string => `Neutral, because ${asTail(why, names)}`

/**
 * A sentence after "because": its first word loses its capital unless it is an acronym or begins a name, and one full
 * stop ends it.
 */
export function asTail(why: string, names: Names): string {
  const plain = why.trim().replace(/^(good|bad|neutral),? because /i, '')
  const [first = ''] = plain.split(/[^\p{L}\p{N}-]/u, 1)
  // "SLO", "SharePoint", "Q3", "I", and "Team Lead", whose second word says that the first is a name's.
  const isName =
    !/^\p{Lu}\p{Ll}*$/u.test(first) ||
    first === 'I' ||
    /^\p{L}+ \p{Lu}\p{Ll}/u.test(plain) ||
    names.some((name) => plain.startsWith(name) && !/^[\p{L}\p{N}]/u.test(plain.slice(name.length)))
  const lowered = isName ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)
  return /[.!?]$/.test(lowered) ? lowered : `${lowered}.`
}

/** What a design's sentences may begin with and is a name: of its parts and actions, and of products. */
export function namesIn({ components = [], boundaries = [], data = [], actions = [] }: Design): Names {
  return [...[...components, ...boundaries, ...data, ...actions].map(({ name }) => name), ...productWords]
}

const productWords = products.map(({ title }) => title.split(' ')[0] ?? title)

/** What follows from a decision: what its people wrote, then what the analysis says about its drivers and elements. */
export function consequencesOf(decision: Decision, context: DocumentContext): readonly Words[] {
  const { analysis } = context
  const names = namesIn(context.design)
  // Whether what people wrote is good or bad is theirs to say: MADR 4 allows free text.
  const written = (decision.consequences ?? []).map(asSentence)
  // Before anything is chosen the drawing shows no consequence of the choice.
  if (decision.chosen === undefined) return written
  const drivers = (decision.drivers ?? []).flatMap(
    (id) => analysis.requirements.find(({ requirement }) => requirement === id) ?? [],
  )
  return [
    ...written,
    ...drivers.map((driver) => driverConsequence(driver, names)),
    ...elementConsequences(decision, context),
    ...acceptedFindings(decision, context),
  ]
}

function driverConsequence(result: RequirementResult, names: Names): string {
  switch (result.verdict) {
    case 'pass':
      return good(result.arithmetic, names)
    case 'fail':
      return bad(result.arithmetic, names)
    case 'atRisk':
      return `Bad, because the target may be missed: ${asTail(result.arithmetic, names)}`
    case 'assumed':
      return neutral(`the target is met only as assumed: ${asTail(result.arithmetic, names)}`, names)
    case 'unknown':
    case 'waived':
      return asSentence(result.arithmetic)
    default:
      return result.verdict satisfies never
  }
}

/** Below this share of cost or time an element is no consequence worth reading. */
const leastShare = 0.05

/** What the decided elements take of money and time, where it is a part that counts. */
function elementConsequences(decision: Decision, { analysis, graph }: DocumentContext): readonly string[] {
  if (!analysis.estimate.meaningful) return []
  return (decision.about ?? []).flatMap((id) => {
    const part = analysis.estimate.components.find(({ component }) => component === id)
    const time = part?.timeShare ?? 0
    const money = part?.costShare ?? 0
    if (part === undefined || (time < leastShare && money < leastShare)) return []
    const words = [
      ...(money < 0.01
        ? []
        : [
            `${part.usdAtLeast === true ? 'at least ' : ''}${formatUsd(part.usdPerMonth, undefined, shownCurrency(graph.design))} a month (${formatShare(money)} of the cost)`,
          ]),
      ...(time < 0.01 ? [] : [`${formatShare(time)} of the answer time`]),
    ]
    return [`${graph.name(id)} takes ${listWords(words)}.`]
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
      return bad(`${title} is accepted${until}${signed}: ${treatment.reason}`, [title])
    })
}

/** An option's pros and cons: as written, then its figures against the design as it stands, where it was computed. */
export function prosAndConsOf(option: DecisionOption, decision: Decision, context: DocumentContext): readonly Words[] {
  const names = namesIn(context.design)
  const written = [
    ...(option.good ?? []).map((why) => good(why, names)),
    ...(option.bad ?? []).map((why) => bad(why, names)),
  ]
  return [...written, ...figuresOf(option, decision, context)]
}

function figuresOf(option: DecisionOption, decision: Decision, context: DocumentContext): readonly string[] {
  const now = context.analysis.estimate
  const other = option.variant === undefined ? undefined : context.variants?.[option.variant]?.estimate
  if (other === undefined || !other.meaningful || !now.meaningful) return []
  const cost = other.totalUsdPerMonth.value - now.totalUsdPerMonth.value
  const currency = shownCurrency(context.design)
  const lines = [
    compare(
      'it costs',
      usdBand(other.totalUsdPerMonth, currency),
      cost,
      `${formatUsd(Math.abs(cost), undefined, currency)} a month`,
      ' a month',
    ),
  ]
  const action = mainAction(now, decision)
  const [current, changed] = [now, other].map(({ actions }) => actions.find((each) => each.action === action))
  const before = current?.full
  const after = changed?.full
  const why = whyNoTime(changed ?? {})
  if (why !== undefined) {
    const words = `it ${why.word === 'unstable' ? 'is ' : ''}${noTimeWords(why, (id) => nameOf(context.design, id))}`
    lines.push(
      whyNoTime(current ?? {})?.word === why.word ? neutral(`${words}, as the design does now`, []) : bad(words, []),
    )
  }
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
  if (Math.abs(change) < 1e-9) return neutral(`${what} ${value}${unit}, as the design does now`, [])
  const words = `${what} ${value}${unit}, ${size} ${change < 0 ? 'less' : 'more'} than the design as it stands`
  return change < 0 ? good(words, []) : bad(words, [])
}

function mainAction(estimate: Estimate, decision: Decision): Id | undefined {
  const about = new Set(decision.about ?? [])
  return estimate.actions.find(({ action }) => about.has(action))?.action ?? estimate.mainAction
}
