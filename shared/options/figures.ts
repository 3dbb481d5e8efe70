import type { Id } from '../design/design.ts'
import type { ActionEstimate, Band } from '../estimate/estimate.ts'
import { whyNoTime, type WhyNoTime } from '../estimate/no-time.ts'
import type { Unit } from '../kinds/fields/field.ts'
import { thinSpace } from '../kinds/figures/number-format.ts'
import type { Outcome } from './outcome.ts'

/** One headline number of a variant, under a name that stays for ever: decisions and baselines record it. */
export interface Figure {
  /** 'cost.perMonthUsd': what, and its unit. */
  readonly id: string
  readonly label: string
  readonly unit: Unit
  /** After the number: "/month". */
  readonly per?: string
  readonly better: 'lower' | 'higher'
  /** Absent where there is no such number; `why` then says so. */
  readonly band?: Band
  readonly why?: string
}

type Head = Omit<Figure, 'band' | 'why'>

const heads = {
  cost: { id: 'cost.perMonthUsd', label: 'Cost', unit: 'USD', per: '/month', better: 'lower' },
  technology: { id: 'cost.technologyPerMonthUsd', label: 'Technology', unit: 'USD', per: '/month', better: 'lower' },
  people: { id: 'cost.peoplePerMonthUsd', label: 'People', unit: 'USD', per: '/month', better: 'lower' },
  once: { id: 'cost.onceUsd', label: 'Once', unit: 'USD', better: 'lower' },
  thousand: {
    id: 'cost.perThousandRequestsUsd',
    label: `Cost of 1${thinSpace}000 requests`,
    unit: 'USD',
    better: 'lower',
  },
  first: { id: 'latency.firstP95Ms', label: 'First words, p95', unit: 'ms', better: 'lower' },
  full: { id: 'latency.fullP95Ms', label: 'Full answer, p95', unit: 'ms', better: 'lower' },
  availability: { id: 'availability.share', label: 'Availability', unit: 'share', better: 'higher' },
  findings: { id: 'findings.open', label: 'Open findings', unit: 'count', better: 'lower' },
  severe: { id: 'findings.severe', label: 'of them critical or high', unit: 'count', better: 'lower' },
  threats: { id: 'threats.open', label: 'Open threats', unit: 'count', better: 'lower' },
  missed: { id: 'requirements.missed', label: 'Requirements missed', unit: 'count', better: 'lower' },
  unknown: { id: 'requirements.unknown', label: 'Requirements unknown', unit: 'count', better: 'lower' },
  questions: { id: 'questions.open', label: 'Open questions', unit: 'count', better: 'lower' },
} as const satisfies Record<string, Head>

/** Every name that a figure can have, for readers of stored numbers. */
export const figureHeads: readonly Head[] = Object.values(heads)

/**
 * The headline numbers of a variant, always the same names in the same order. Times are those of `action`, so that
 * variants are compared by the same thing; by default of the variant's own main action. A number that is not there is
 * absent with a reason, never 0.
 */
export function figuresOf(outcome: Outcome, action: Id | undefined = outcome.estimate.mainAction): readonly Figure[] {
  const { estimate, requirements, findings, questions } = outcome
  const nothing = 'Nothing is connected yet.'
  const money = (head: Head, band: Band | undefined): Figure =>
    estimate.meaningful && band !== undefined ? { ...head, band } : { ...head, why: nothing }
  const main = estimate.actions.find((each) => each.action === action)
  const open = findings.filter(({ status }) => status === 'open')
  const verdicts = (verdict: string): number => requirements.filter((each) => each.verdict === verdict).length
  return [
    money(heads.cost, estimate.totalUsdPerMonth),
    money(heads.technology, estimate.technologyUsdPerMonth),
    money(heads.people, estimate.peopleUsdPerMonth),
    money(heads.once, estimate.onceUsd),
    money(heads.thousand, estimate.usdPerThousandRequests),
    time(heads.first, main, main?.first?.p95),
    time(heads.full, main, main?.full?.p95),
    money(heads.availability, bandOf(estimate.availability)),
    exact(heads.findings, open.length),
    exact(heads.severe, open.filter(({ severity }) => severity === 'critical' || severity === 'high').length),
    exact(heads.threats, open.filter(({ lenses }) => lenses.includes('threat')).length),
    exact(heads.missed, verdicts('fail')),
    exact(heads.unknown, verdicts('unknown')),
    exact(heads.questions, questions.length),
  ]
}

/** The numbers by name, without those that are not there: what a record keeps. */
export function figureNumbers(figures: readonly Figure[]): Readonly<Record<string, number>> {
  return Object.fromEntries(figures.flatMap(({ id, band }) => (band === undefined ? [] : [[id, band.value] as const])))
}

const noTimes: Readonly<Record<WhyNoTime['word'], string>> = {
  'does not fit': 'A model does not fit its machines.',
  unstable: 'More arrives at the peak than is served.',
  'within hours': 'A model is asked in the batch tier, which answers within hours.',
}

function time(head: Head, main: ActionEstimate | undefined, band: Band | undefined): Figure {
  if (band !== undefined) return { ...head, band }
  if (main === undefined) return { ...head, why: 'The action is not in this variant.' }
  const why = whyNoTime(main)
  if (why === undefined) return { ...head, why: 'Nothing answers it.' }
  return { ...head, why: noTimes[why.word] }
}

function exact(head: Head, value: number): Figure {
  return { ...head, band: { value, low: value, high: value } }
}

function bandOf(availability: Outcome['estimate']['availability']): Band | undefined {
  if (availability === undefined) return undefined
  const { value, low, high, makeup, guesses } = availability
  return {
    value,
    low,
    high,
    ...(makeup === undefined ? {} : { makeup }),
    ...(guesses === undefined ? {} : { guesses }),
  }
}
