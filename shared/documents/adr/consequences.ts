import { chosenSide } from '../../decisions/basis.ts'
import { consequencesOf, type DerivedConsequence } from '../../decisions/consequences.ts'
import { sideOf } from '../../decisions/matrix.ts'
import type { Decision, DecisionOption, Design } from '../../design/design.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { products } from '../../kinds/products/index.ts'
import { type Outcome, sideName } from '../../options/outcome.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { outcomesOf } from '../sides.ts'
import { formatShare, listWords, usdBand, widen } from '../text/numbers.ts'
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

/** "New" begins a product's title too, and sentences more often. */
const productWords = products.map(({ title }) => title.split(' ')[0] ?? title).filter((word) => word !== 'New')

/**
 * What follows from a decision: what its people wrote, then what the engines say of the chosen option: its drivers, how
 * it differs from the drawing that it is compared with, and what its elements take.
 */
export function recordedConsequences(decision: Decision, context: DocumentContext): readonly Words[] {
  const names = namesIn(context.design)
  // Whether what people wrote is good or bad is theirs to say: MADR 4 allows free text.
  const written = (decision.consequences ?? []).map(asSentence)
  // Before anything is chosen the drawing shows no consequence of the choice.
  if (decision.chosen === undefined) return written
  const outcomes = outcomesOf(context)
  const outcome: Outcome = outcomes.get(chosenSide(decision)) ?? context.analysis
  const drivers = (decision.drivers ?? []).flatMap(
    (id) => outcome.requirements.find(({ requirement }) => requirement === id) ?? [],
  )
  const told = new Set(drivers.map(({ requirement }) => requirement))
  const { items } = consequencesOf(decision, context.design, outcomes)
  return [
    ...written,
    ...drivers.map((driver) => driverConsequence(driver, names)),
    // A driver has told its own verdict, with the arithmetic.
    ...items
      .filter(({ requirement }) => requirement === undefined || !told.has(requirement))
      .map((each) => toned(each, names)),
    ...elementConsequences(decision, outcome, context),
    ...acceptedFindings(decision, context),
  ]
}

function toned({ tone, text }: DerivedConsequence, names: Names): string {
  return tone === 'good' ? good(widen(text), names) : bad(widen(text), names)
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
function elementConsequences(decision: Decision, { estimate }: Outcome, { graph }: DocumentContext): readonly string[] {
  if (!estimate.meaningful) return []
  return (decision.about ?? []).flatMap((id) => {
    const part = estimate.components.find(({ component }) => component === id)
    const time = part?.timeShare ?? 0
    const money = part?.costShare ?? 0
    if (part === undefined || (time < leastShare && money < leastShare)) return []
    const words = [
      ...(money < 0.01
        ? []
        : [`${usdBand(part.usdPerMonth, shownCurrency(graph.design))} a month (${formatShare(money)} of the cost)`]),
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

/** An option's pros and cons: as written, then what its drawing says against the one that it is compared with. */
export function prosAndConsOf(option: DecisionOption, decision: Decision, context: DocumentContext): readonly Words[] {
  const names = namesIn(context.design)
  const written = [
    ...(option.good ?? []).map((why) => good(why, names)),
    ...(option.bad ?? []).map((why) => bad(why, names)),
  ]
  if (sideOf(option) === undefined) return written
  const { against, items } = consequencesOf({ ...decision, chosen: option.id }, context.design, outcomesOf(context))
  if (against === undefined) return written
  if (items.length > 0) return [...written, ...items.map((each) => toned(each, names))]
  const same = `its numbers are within what is not known of those of ${sideName(context.design, against)}`
  return outcomesOf(context).has(against) ? [...written, neutral(same, [])] : written
}
