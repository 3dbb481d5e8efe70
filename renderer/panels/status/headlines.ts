import type { Id, Requirement } from '../../../shared/design/design.ts'
import type { Band } from '../../../shared/estimate/estimate.ts'
import { noTimeWords, whyNoTime, type WhyNoTime } from '../../../shared/estimate/no-time.ts'
import type { Verdict } from '../../../shared/estimate/requirement-result.ts'
import type { Unit } from '../../../shared/kinds/fields/field.ts'
import { verdictOrder } from '../../../shared/requirements/waiver.ts'
import { currencyCode, formatBand, formatMove } from '../quantities.ts'
import type { EstimateSection } from '../../store/view-parts.ts'
import type { BottomPanel, EarlyNumbers } from '../stores.ts'
import { sectionOfNoTime } from '../where-no-time.ts'
import { leftOutSentences } from './left-out-sentences.ts'

const meanings: Readonly<Record<WhyNoTime['word'], string>> = {
  'does not fit': ', so nothing answers',
  unstable: ', so waiting grows without end',
  'within hours': ', which promises no percentile',
}

/** One number of the status bar. */
export interface Headline {
  readonly id: 'first' | 'answer' | 'technology' | 'people' | 'availability' | 'questions'
  readonly label: string
  /** A dash while nothing is connected. */
  readonly value: string
  readonly band?: string
  readonly verdict?: Verdict
  readonly panel: BottomPanel
  /** Where in the estimate it comes from. */
  readonly section?: EstimateSection
  /** Hidden in front of a room. */
  readonly money: boolean
  readonly why: string
  /** Which requests the number leaves out, where those are many: a mark beside it, with these sentences. */
  readonly leavesOut?: readonly string[]
  readonly number?: { readonly band: Band; readonly unit: Unit }
  /** Why there is no number to show, and where: a click goes there. */
  readonly stuck?: WhyNoTime & { readonly at: string }
  /** "+$300", when it left the band it had. */
  readonly moveFrom: (before: Headline | undefined) => string | undefined
}

const dash = '–'

/** The headline numbers, in the order of the bar; dashes while nothing is meaningful. */
export function headlinesOf(
  numbers: EarlyNumbers | undefined,
  requirements: readonly Requirement[],
  questions: number | undefined,
  nameOf: (id: Id) => string,
): readonly Headline[] {
  const estimate = numbers?.estimate
  const meaningful = estimate?.meaningful === true
  const main = estimate?.actions.find((action) => action.action === estimate.mainAction) ?? estimate?.actions[0]
  const verdict = (...metrics: readonly string[]) => worstVerdict(numbers, requirements, metrics)
  const number = (
    id: Headline['id'],
    label: string,
    band: Band | undefined,
    unit: Unit,
    more: Pick<Headline, 'panel' | 'section' | 'money' | 'why' | 'leavesOut'> & {
      readonly verdict?: Verdict | undefined
    },
  ): Headline => {
    const { verdict: found, ...rest } = more
    if (!meaningful || band === undefined) {
      const { leavesOut: _ofNoNumber, ...plain } = rest
      return { id, label, value: dash, moveFrom: () => undefined, ...plain }
    }
    const shown = formatBand(band, unit)
    return {
      id,
      label,
      value: shown.text,
      ...(shown.band === undefined ? {} : { band: shown.band }),
      ...(found === undefined ? {} : { verdict: found }),
      number: { band, unit },
      moveFrom: (before) => (before?.number === undefined ? undefined : formatMove(before.number.band, band, unit)),
      ...rest,
    }
  }
  const of = main === undefined ? '' : ` of “${main.name}”`
  const time = (
    id: 'first' | 'answer',
    label: string,
    band: Band | undefined,
    why: string,
    metric: string,
  ): Headline => {
    const found = verdict(metric)
    const rest = { panel: 'estimate', section: 'time', money: false, why } as const
    const stuck = meaningful ? whyNoTime(main ?? {}) : undefined
    if (stuck === undefined) {
      const leavesOut = leftOutSentences(main ?? {}, nameOf)
      const told = leavesOut.length === 0 ? {} : { leavesOut, why: [`${why}.`, ...leavesOut].join(' ') }
      return number(id, label, band, 'ms', { ...rest, ...told, verdict: found })
    }
    return {
      id,
      label,
      value: stuck.word,
      stuck: { ...stuck, at: namesAt(stuck.ids, nameOf) },
      moveFrom: () => undefined,
      ...rest,
      ...(found === undefined ? {} : { verdict: found }),
      section: sectionOfNoTime[stuck.word],
      why: `${why}: ${noTimeWords(stuck, nameOf)}${meanings[stuck.word]}. Click to go there.`,
    }
  }
  return [
    time('first', 'First words p95', main?.first?.p95, `p95 until the first words${of}`, 'latency.first'),
    time('answer', 'Answer p95', main?.full?.p95, `p95 of the full answer${of}`, 'latency.full'),
    number('technology', 'Technology', estimate?.technologyUsdPerMonth, 'USD', {
      panel: 'estimate',
      section: 'cost',
      money: true,
      why: `Technology, ${currencyCode()} per month`,
      verdict: verdict('cost.technology'),
    }),
    number('people', 'People', estimate?.peopleUsdPerMonth, 'USD', {
      panel: 'estimate',
      section: 'cost',
      money: true,
      why: `People at work in the system, ${currencyCode()} per month; the verdict is on technology and people together`,
      verdict: verdict('cost.month', 'cost.people'),
    }),
    availabilityOf(numbers, meaningful, verdict('availability')),
    questionsOf(questions),
  ]
}

/** "Reviewers", "Reviewers +1": the worst by name. */
function namesAt([worst, ...others]: readonly Id[], nameOf: (id: Id) => string): string {
  if (worst === undefined) return ''
  return others.length === 0 ? nameOf(worst) : `${nameOf(worst)} +${others.length}`
}

function availabilityOf(
  numbers: EarlyNumbers | undefined,
  meaningful: boolean,
  verdict: Verdict | undefined,
): Headline {
  const availability = meaningful ? numbers?.estimate.availability : undefined
  const { text: shown, band } =
    availability === undefined ? { text: dash, band: undefined } : formatBand(availability, 'share')
  return {
    id: 'availability',
    label: 'Availability',
    value: shown,
    ...(band === undefined ? {} : { band }),
    panel: 'estimate',
    section: 'availability',
    money: false,
    why: 'Share of requests answered, by what can be down',
    ...(verdict === undefined || availability === undefined ? {} : { verdict }),
    moveFrom: (before) =>
      before === undefined || before.value === shown || before.value === dash || shown === dash
        ? undefined
        : `was ${before.value}`,
  }
}

function questionsOf(count: number | undefined): Headline {
  return {
    id: 'questions',
    label: count === 1 ? 'question' : 'questions',
    value: count === undefined ? dash : String(count),
    panel: 'questions',
    money: false,
    why: 'What the drawing cannot tell',
    moveFrom: () => undefined,
  }
}

/** The worst verdict among the requirements on these metrics; undefined when nobody asked for anything. */
function worstVerdict(
  numbers: EarlyNumbers | undefined,
  requirements: readonly Requirement[],
  metrics: readonly string[],
): Verdict | undefined {
  const ids = new Set(requirements.filter((one) => metrics.includes(one.metric)).map((one) => one.id))
  const verdicts = (numbers?.requirements ?? []).filter((one) => ids.has(one.requirement)).map((one) => one.verdict)
  return verdictOrder.find((verdict) => verdicts.includes(verdict))
}
