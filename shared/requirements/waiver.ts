import { requirementRule, type Design, type Id, type Requirement, type Treatment } from '../design/design.ts'
import { known } from '../design/value.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import { moneyFormatter, shownCurrency } from '../kinds/figures/money-format.ts'
import { formatExact, type Formatter, formatterOf } from '../kinds/figures/number-format.ts'
import { findMetric } from './metrics/index.ts'

/** Worst first. */
export const verdictOrder: readonly Verdict[] = ['fail', 'unknown', 'atRisk', 'assumed', 'waived', 'pass']

/** What a waiver is compared with later: the verdict that was accepted, and the numbers or elements behind it. */
export function basisOf(requirement: Requirement, result: RequirementResult): NonNullable<Treatment['basis']> {
  const { value, elements, verdict } = result
  const missed: Readonly<Record<string, string>> =
    value === undefined ? { elements: elements.toSorted().join(' ') } : { value: String(value) }
  return { severity: verdict, facts: { metric: requirement.metric, target: targetText(requirement), ...missed } }
}

/** The waivers of a requirement that speak of the variant a design shows, those of that variant alone first. */
export function waiversOf({ treatments = [], shown }: Design, requirement: Id): readonly Treatment[] {
  const about = treatments.filter(
    ({ rule, response, on }) => rule === requirementRule && response === 'accept' && on.includes(requirement),
  )
  return [
    ...about.filter(({ variant }) => variant !== undefined && variant === shown),
    ...about.filter(({ variant }) => variant === undefined),
  ]
}

/** Whether a named person has accepted, in date, that this requirement is missed: then no rule complains about it. */
export function isWaived(results: readonly RequirementResult[], requirement: Id | undefined): boolean {
  return results.some((each) => each.requirement === requirement && each.verdict === 'waived')
}

/**
 * The verdict as the waivers of the requirement leave it. A waiver holds while it is signed and in date, and while
 * nothing is worse than what was signed; the arithmetic stays. One that does not hold is named with the reason.
 *
 * @param today ISO date
 * @param nameOf what an element is called
 */
export function waive(
  result: RequirementResult,
  requirement: Requirement,
  { design, today, nameOf }: { readonly design: Design; readonly today: string; readonly nameOf: (id: Id) => string },
): RequirementResult {
  if (result.verdict === 'pass') return result
  const judged = waiversOf(design, requirement.id).map((waiver) => ({
    waiver,
    lapse:
      unsignedOrOver(waiver, today) ??
      worseThanSigned(waiver, requirement, result, {
        nameOf,
        money: moneyFormatter(shownCurrency(design)),
      }),
  }))
  const held = judged.find(({ lapse }) => lapse === undefined)
  if (held) return { ...result, verdict: 'waived', treatment: held.waiver.id }
  const [first] = judged
  return first?.lapse === undefined ? result : { ...result, treatment: first.waiver.id, note: first.lapse }
}

/** Why an accepted finding or a missed requirement is accepted no longer: nobody carries it, or it is over. */
export function unsignedOrOver({ approver, until }: Treatment, today: string): string | undefined {
  if (approver === undefined) return 'The waiver names nobody who approved it.'
  if (until === undefined) return 'The waiver has no end.'
  return until < today ? `The waiver by ${approver} ended on ${until}.` : undefined
}

/** A waiver without a basis (written by hand) covers whatever comes. */
function worseThanSigned(
  { basis, approver }: Treatment,
  requirement: Requirement,
  result: RequirementResult,
  { nameOf, money }: { readonly nameOf: (id: Id) => string; readonly money: Formatter },
): string | undefined {
  if (basis === undefined) return undefined
  const { metric, target, value, elements } = basis.facts
  const what = `The waiver by ${approver ?? 'somebody'}`
  const found = findMetric(requirement.metric)
  const format = formatterOf(found?.unit, money)
  if (metric !== undefined && metric !== requirement.metric)
    return `${what} was signed for "${findMetric(metric)?.title ?? metric}".`
  if (target !== undefined && isStricter(requirement, target)) {
    const signed = Number(target)
    const shown = target === '' ? 'no target' : Number.isFinite(signed) ? formatExact(signed, format) : target
    return `${what} was signed for ${target === '' ? shown : `a target of ${shown}`}.`
  }
  const before = verdictOrder.find((verdict) => verdict === basis.severity)
  if (before !== undefined && verdictOrder.indexOf(result.verdict) < verdictOrder.indexOf(before))
    return `${what} was signed when it was ${verdictWords[before]}; it is ${verdictWords[result.verdict]} now.`
  if (value !== undefined && isBeyond(requirement, result, Number(value)))
    return `${what} was signed at ${formatExact(Number(value), format)}; it is worse now.`
  if (elements === undefined || result.value !== undefined) return undefined
  const covered = elements.split(' ')
  const more = result.elements.filter((id) => !covered.includes(id))
  return more.length === 0 ? undefined : `${what} does not cover ${more.map((id) => `"${nameOf(id)}"`).join(', ')}.`
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'met',
  assumed: 'assumed',
  atRisk: 'at risk',
  fail: 'missed',
  unknown: 'not known',
  waived: 'waived',
}

/** Lists in one order: a target that names the same places means the same. */
function targetText({ target }: Requirement): string {
  const scalar = known(target)
  if (typeof scalar === 'object') return scalar.map(String).toSorted().join(', ')
  return scalar === undefined ? '' : String(scalar)
}

/** A looser number is covered by what was signed; anything else that changed is not. */
function isStricter(requirement: Requirement, signed: string): boolean {
  const now = targetText(requirement)
  if (now === signed) return false
  const [before, after] = [Number(signed), Number(now)]
  const areNumbers = signed !== '' && now !== '' && Number.isFinite(before) && Number.isFinite(after)
  if (!areNumbers || requirement.is === '=' || requirement.is === 'in') return true
  return requirement.is === '<=' ? after < before : after > before
}

/** Worse beyond doubt: the whole band lies on the wrong side of the value that was signed. */
function isBeyond(requirement: Requirement, { value, low = value, high = value }: RequirementResult, signed: number) {
  if (value === undefined || low === undefined || high === undefined || !Number.isFinite(signed)) return false
  if (requirement.is === '<=') return low > signed
  if (requirement.is === '>=') return high < signed
  const target = Number(targetText(requirement))
  return Math.abs(value - target) > Math.abs(signed - target)
}
