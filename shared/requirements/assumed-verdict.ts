import type { Id, Requirement } from '../design/design.ts'
import type { Band } from '../estimate/estimate.ts'
import type { Guess } from '../estimate/estimate-parts.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { assumedShare } from '../estimate/uncertainty/standing.ts'
import type { Unit } from '../kinds/fields/field.ts'
import { formatExact, formatterOf, formatShare } from '../kinds/figures/number-format.ts'
import { unitWords } from '../kinds/figures/unit-words.ts'

/** A guess is tried at this many times the distance of its band. */
const furtherThanItsBand = 2
/** Where more than half of a number is assumed, a target within this many times its whole band is decided by guesses. */
const mostlyAssumed = 0.5
const widerWhenMostlyAssumed = 4

/** Why a pass is no pass: what it hangs on, and the sentence that says so. */
export interface Reservation {
  readonly assumes: NonNullable<RequirementResult['assumes']>
  readonly sentence: string
}

/**
 * What a pass hangs on, if it hangs on a guess; undefined for a pass that stands. The whole band meets the target here.
 * It hangs on a guess when one assumed input alone, at twice the distance of its band, takes the likely value across the
 * target; or when more than half of the value is assumed and four times the whole band crosses it.
 */
export function reservationOn(
  is: Requirement['is'],
  band: Band,
  target: number,
  nameOf: (id: Id) => string,
): Reservation | undefined {
  if (is !== '<=' && is !== '>=') return undefined
  const guess = is === '<=' ? band.guesses?.above : band.guesses?.below
  if (guess === undefined) return undefined
  const margin = Math.abs(target - band.value)
  const assumes = { on: guess.on, field: guess.field, label: guess.label }
  if (guess.by * furtherThanItsBand > margin) {
    return { assumes, sentence: `It is assumed: ${inputWords(guess, nameOf)}. ${flipWords(guess)}` }
  }
  const reach = is === '<=' ? band.high - band.value : band.value - band.low
  const share = assumedShare(band.makeup)
  if (share <= mostlyAssumed || reach * widerWhenMostlyAssumed <= margin) return undefined
  const most = `${formatShare(share)} of it is assumed, most of all ${inputWords(guess, nameOf)}.`
  return { assumes, sentence: `${most} Stating that settles most.` }
}

/** '"Answer" of "Answer model" is 350 tokens while nobody says otherwise'. */
function inputWords({ label, on, value, unit }: Guess, nameOf: (id: Id) => string): string {
  return `"${label}" of "${nameOf(on)}" is ${quantity(value, unit)} while nobody says otherwise`
}

function flipWords({ value, end, unit }: Guess): string {
  const further = value + (end - value) * furtherThanItsBand
  const tried = unit === 'share' ? Math.min(1, Math.max(0, further)) : Math.max(0, further)
  return `At ${quantity(tried, unit)} the target would be missed.`
}

function quantity(value: number, unit: Unit): string {
  // Of what is nearly always so, the rest is what counts: 99.995 %, not 100 %.
  const rounded = unit === 'share' && value > 0.9 ? 1 - threeDigits(1 - value) : threeDigits(value)
  const shown = formatExact(rounded, formatterOf(unit))
  const speaks = unit === 'count' || unit === 'share' || unit === 'ms' || unit === 's' || unit.startsWith('USD')
  return speaks || unit === 'minutes' || unit === 'hours' || unit === 'days'
    ? shown
    : `${shown} ${unitWords(rounded, unit)}`
}

const threeDigits = (value: number): number => Number(value.toPrecision(3))
