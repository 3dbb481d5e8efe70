import type { Numbers } from '../../../shared/analysis.ts'
import type { Requirement } from '../../../shared/design/design.ts'
import { numberOr } from '../../../shared/design/value.ts'
import type { Band, Makeup, WaitsOutside } from '../../../shared/estimate/estimate-parts.ts'
import type { ActionEstimate } from '../../../shared/estimate/estimate.ts'
import { mayLeaveOut, waitedForMost } from '../../../shared/estimate/left-out.ts'
import { whyNoTime } from '../../../shared/estimate/no-time.ts'
import type { RequirementResult } from '../../../shared/estimate/requirement-result.ts'
import type { Unit } from '../../../shared/kinds/fields/field.ts'
import { formatExact } from '../../../shared/kinds/figures/number-format.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { verdictOrder } from '../../../shared/requirements/waiver.ts'
import type { EstimateSection } from '../../store/view-parts.ts'
import { sectionOfNoTime } from '../where-no-time.ts'
import {
  formatterFor,
  formatBand,
  formatQuantity,
  formatRate,
  formatRough,
  formatShare,
  formatTraffic,
} from '../quantities.ts'

/** One headline of the estimate with what was asked of it. */
export interface OverviewCard {
  readonly id: string
  readonly label: string
  readonly value: string
  /** After the number: "/month". */
  readonly per?: string
  /** P10 to P90. */
  readonly band?: string
  /** One line under it. */
  readonly note?: string
  readonly unstable?: true
  /** What stands in the way: a click goes there. */
  readonly at?: readonly string[]
  readonly makeup?: Makeup
  /** The strictest thing asked of it, and how it fares. */
  readonly asked?: { readonly target: string; readonly result: RequirementResult }
  /** Where it comes from. */
  readonly section: EstimateSection
  readonly money: boolean
}

/** The headlines of an estimate, in the order in which a meeting asks for them; what is not known is left out. */
export function overviewCards(
  { estimate, requirements: results }: Numbers,
  requirements: readonly Requirement[],
  nameOf: (id: string) => string,
): readonly OverviewCard[] {
  const main = estimate.actions.find((action) => action.action === estimate.mainAction) ?? estimate.actions[0]
  const asked = (...metrics: readonly string[]) => askedOf(requirements, results, metrics)
  const card = (
    id: string,
    label: string,
    band: Band | undefined,
    unit: Unit,
    more: Omit<OverviewCard, 'id' | 'label' | 'value'>,
  ): readonly OverviewCard[] => {
    if (band === undefined) return []
    const shown = formatBand(band, unit)
    return [
      {
        id,
        label,
        value: shown.text,
        ...(shown.band === undefined ? {} : { band: shown.band }),
        ...(band.makeup === undefined ? {} : { makeup: band.makeup }),
        ...more,
      },
    ]
  }
  const stuck = whyNoTime(main ?? {})
  const leftOut = [outsideNote(main?.outsideHours), timeoutNote(main)].filter((note) => note !== undefined)
  const time = (id: string, label: string, band: Band | undefined, metric: string): readonly OverviewCard[] => {
    const more = { section: 'time', money: false, ...asked(metric) } as const
    if (stuck === undefined)
      return card(id, label, band, 'ms', { ...more, ...(leftOut.length > 0 ? { note: leftOut.join('; ') } : {}) })
    const note = `At ${listNames(stuck.ids, nameOf)}`
    const alarm = stuck.word === 'within hours' ? {} : ({ unstable: true } as const)
    const section = sectionOfNoTime[stuck.word]
    return [{ id, label, value: stuck.word, ...alarm, ...more, note, at: stuck.ids, section }]
  }
  const money = { section: 'cost', money: true } as const
  return [
    ...time('first', 'First words, p95', main?.first?.p95, 'latency.first'),
    ...time('full', 'Full answer, p95', main?.full?.p95, 'latency.full'),
    ...card('technology', 'Technology', estimate.technologyUsdPerMonth, 'USD', {
      ...money,
      per: '/month',
      ...asked('cost.technology'),
    }),
    ...card('people', 'People', estimate.peopleUsdPerMonth, 'USD', {
      ...money,
      per: '/month',
      ...asked('cost.people', 'cost.month'),
    }),
    ...card('availability', 'Availability', estimate.availability, 'share', {
      section: 'availability',
      money: false,
      ...asked('availability'),
      note: `Down about ${formatRough(estimate.availability?.downMinutesPerMonth ?? 0, 'minutes')} a month`,
    }),
    ...capacityCard(estimate.capacity, nameOf),
    ...card('thousand', 'Per 1 000 requests', estimate.usdPerThousandRequests, 'USD', {
      ...money,
      ...asked('cost.per1k'),
    }),
    ...card('resolved', 'Per resolved task', estimate.usdPerResolvedTask, 'USD', money),
    ...(estimate.onceUsd.value > 0 ? card('once', 'One-off', estimate.onceUsd, 'USD', money) : []),
  ]
}

/** "6.1 % come outside hours, up to 16 h more", where that is more than a p95 may leave out. */
function outsideNote(waits: readonly WaitsOutside[] | undefined): string | undefined {
  const most = waitedForMost(waits, 'p95')
  if (most === undefined) return undefined
  return `${formatShare(most.share)} come outside hours, up to ${formatQuantity(most.longestMs, 'ms')} more`
}

/** "15 % end in a timeout instead". */
function timeoutNote({ timedOut }: Partial<ActionEstimate> = {}): string | undefined {
  return timedOut === undefined || timedOut.share <= mayLeaveOut.p95
    ? undefined
    : `${formatShare(timedOut.share)} end in a timeout instead`
}

/** "Model and Desk", "Model, Desk and 2 more". */
function listNames(ids: readonly string[], nameOf: (id: string) => string): string {
  const names = ids.slice(0, 2).map(nameOf)
  return ids.length > 2 ? `${names.join(', ')} and ${ids.length - 2} more` : names.join(' and ')
}

function capacityCard(
  capacity: Numbers['estimate']['capacity'],
  nameOf: (id: string) => string,
): readonly OverviewCard[] {
  const { sustainedFactor, sustainedFactorRange, sustainedPerSecond, saturatesFirst, misfits = [] } = capacity
  if (misfits.length > 0) {
    const note = `At ${listNames(misfits, nameOf)}`
    const stuck = { value: 'does not fit', unstable: true, note, at: misfits } as const
    return [{ id: 'capacity', label: 'Sustains', ...stuck, section: 'serving', money: false }]
  }
  if (sustainedFactor === undefined) return []
  const { value, band } = trafficBand(sustainedFactor, sustainedFactorRange)
  return [
    {
      id: 'capacity',
      label: 'Sustains',
      value,
      per: sustainedPerSecond === undefined ? 'the peak' : `the peak, ${formatRate(sustainedPerSecond)}`,
      ...(band === undefined ? {} : { band }),
      ...(saturatesFirst === undefined ? {} : { note: `First to saturate: ${nameOf(saturatesFirst)}` }),
      ...(sustainedFactor < 1 ? { unstable: true as const } : {}),
      ...(sustainedFactor < 1 && saturatesFirst !== undefined ? { at: [saturatesFirst] } : {}),
      section: 'capacity',
      money: false,
    },
  ]
}

/** "5×", "1–14×": as many digits as the band allows. */
function trafficBand(
  factor: number,
  range: Numbers['estimate']['capacity']['sustainedFactorRange'],
): { readonly value: string; readonly band?: string } {
  if (range === undefined || range.high > 100) return { value: formatTraffic(factor) }
  const { text, band } = formatBand({ value: factor, ...range }, 'count')
  return band === undefined ? { value: formatTraffic(factor) } : { value: `${text}×`, band: `${band}×` }
}

/** Of the requirements on these metrics the one that fares worst, with its target as it was stated. */
function askedOf(
  requirements: readonly Requirement[],
  results: readonly RequirementResult[],
  metrics: readonly string[],
): Pick<OverviewCard, 'asked'> {
  const found = requirements
    .filter((one) => metrics.includes(one.metric))
    .flatMap((requirement) => {
      const result = results.find((one) => one.requirement === requirement.id)
      return result === undefined ? [] : [{ requirement, result }]
    })
    .toSorted((a, b) => verdictOrder.indexOf(a.result.verdict) - verdictOrder.indexOf(b.result.verdict))[0]
  if (found === undefined) return {}
  const { requirement, result } = found
  const number = numberOr(requirement.target, Number.NaN)
  const is = requirement.is === '>=' ? 'at least' : requirement.is === '<=' ? 'at most' : 'exactly'
  const unit = findMetric(requirement.metric)?.unit
  const target = Number.isNaN(number)
    ? 'no target yet'
    : `${is} ${formatExact(number, formatterFor(unit))}${requirement.metric === 'cost.month' ? ', with technology' : ''}`
  return { asked: { target, result } }
}
