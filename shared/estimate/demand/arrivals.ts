import type { Arrivals, BatchArrivals, ClosedArrivals, Id, OpenArrivals, Value, Workload } from '../../design/design.ts'
import { isStated, isUnknown, numberOr } from '../../design/value.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import {
  constant,
  evaluate,
  type Formula,
  input,
  type InputNode,
  product,
  quotient,
  sum,
} from '../../kinds/formula/formula.ts'
import { month } from '../../kinds/figures/month.ts'
import { statedInput } from '../calls/step-numbers.ts'
import { batchWeek, evenWeek, humpOfDay, type WeekProfile, weekProfile } from './week-profile.ts'

/** What one workload asks of one action. */
export interface Part {
  readonly perMonth?: Formula
  readonly once?: Formula
  readonly peakPerSecond: number
  /** How a week's requests lie in its hours. */
  readonly week: WeekProfile
  readonly form: 'open' | 'closed' | 'batch'
  /** More each month, by so much: 0.05 is 5 %. */
  readonly growth?: InputNode
  /** What the peak is over the mean, where a number says so and no profile is higher. */
  readonly peak?: InputNode
  /** What users would ask for if nobody had to wait for a free server: closed arrivals. */
  readonly unhinderedPerSecond?: number
  readonly assumed?: readonly InputNode[]
}

/** How fast the users of a closed workload go round, without the time in which they think. */
export interface Round {
  /** Mean time to the answer with the waits of all of them, in seconds; and without any wait. */
  readonly answerSeconds: number
  readonly unhinderedSeconds: number
}

/** The peak over the mean of a rate that neither a number nor a profile gives: usual for office work. */
export const usualPeak = 3
const usualPerDay = 1000
const usualUsers = 100
const usualItems = 1000
const usualThinkTimeS = 10

/** How many of each unit a month has: 730 hours, 365 / 12 days. */
const unitsPerMonth: Readonly<Record<OpenArrivals['per'], { readonly label: string; readonly count: number }>> = {
  second: { label: 'Seconds per month', count: month.seconds },
  minute: { label: 'Minutes per month', count: month.minutes },
  hour: { label: 'Hours per month', count: month.hours },
  day: { label: 'Days per month', count: month.days },
  month: { label: 'Months', count: 1 },
}
const runsPerMonth: Readonly<
  Record<
    Exclude<BatchArrivals['every'], 'once'>,
    { readonly label: string; readonly count: number; readonly hours: number }
  >
> = {
  hour: { label: 'Hours per month', count: month.hours, hours: 1 },
  day: { label: 'Days per month', count: month.days, hours: 24 },
  week: { label: 'Weeks per month', count: month.days / 7, hours: 168 },
  month: { label: 'Months', count: 1, hours: month.hours },
}

function isOpen(arrivals: Arrivals): arrivals is OpenArrivals {
  return 'rate' in arrivals
}
export function isClosed(arrivals: Arrivals): arrivals is ClosedArrivals {
  return 'users' in arrivals
}

/** Without any workload: 1,000 requests a day of each action, with a peak of 3. */
export function usualPart(action: Id, traffic: number): Part {
  const source = 'assumed: nobody stated a workload'
  const rate: InputNode = {
    ...input('Requests per day', usualPerDay, 'calls', {
      from: 'default',
      on: action,
      field: 'workload',
      source,
      confidence: 'C',
    }),
    low: 100,
    high: 10_000,
  }
  const perMonth = withTraffic(product(rate, constant('Days per month', month.days, 'days')), traffic)
  return {
    perMonth,
    peakPerSecond: (evaluate(perMonth) / month.seconds) * usualPeak,
    week: weekProfile(humpOfDay(usualPeak), undefined),
    form: 'open',
    assumed: [rate],
  }
}

/**
 * What a workload asks of an action, at `traffic` times what is stated; undefined when it is not in its mix. Negative
 * numbers count as 0: the invariants say so at their field.
 */
export function partOf(workload: Workload, action: Id, round: Round, traffic: number): Part | undefined {
  const mix = workload.mix[action]
  const share = shareOfMix(mix)
  if (!(share > 0)) return undefined
  const shared = (formula: Formula): Formula =>
    share === 1 && !isUnknown(mix)
      ? formula
      : product(formula, numberInput(workload.id, 'mix', 'Share of the mix', mix, share, 'share'))
  const { arrivals, id } = workload
  const asked: Asked = { on: id, share, traffic, shared }
  if (isOpen(arrivals)) return openPart(asked, arrivals)
  if (isClosed(arrivals)) return closedPart(asked, arrivals, round)
  return batchPart(asked, arrivals)
}

/** How often an arrival performs an action: in the mix, but nobody knows how often, is each time. */
export function shareOfMix(mix: Value<number> | undefined): number {
  return isUnknown(mix) ? 1 : Math.max(0, numberOr(mix, 0))
}

/** Users and their think time as the estimate counts them. */
export function usersOf({ users, thinkTimeS }: ClosedArrivals): {
  readonly users: number
  readonly thinkSeconds: number
} {
  return {
    users: Math.max(0, numberOr(users, usualUsers)),
    thinkSeconds: Math.max(0, numberOr(thinkTimeS, usualThinkTimeS)),
  }
}

interface Asked {
  readonly on: Id
  readonly share: number
  readonly traffic: number
  /** With the share of the mix. */
  readonly shared: (formula: Formula) => Formula
}

function withTraffic(formula: Formula, traffic: number): Formula {
  return traffic === 1 ? formula : product(constant('Traffic, what if', traffic), formula)
}

function openPart({ on, share, traffic, shared }: Asked, arrivals: OpenArrivals): Part {
  const per = isUnknown(arrivals.rate) ? 'day' : arrivals.per
  const unit = unitsPerMonth[per]
  const rate = numberInput(on, 'rate', `Requests per ${per}`, arrivals.rate, usualPerDay, 'calls')
  const monthly = per === 'month' ? rate : product(rate, constant(unit.label, unit.count))
  const hours = peakOver(arrivals.hours)
  const days = peakOver(arrivals.weekdays) ?? 1
  const stated =
    arrivals.peakFactor === undefined || isUnknown(arrivals.peakFactor)
      ? undefined
      : numberOr(arrivals.peakFactor, usualPeak)
  const factor = Math.max(stated ?? (hours === undefined ? usualPeak : 1), hours ?? 1, 1)
  const usual: InputNode = {
    ...input('Peak over the mean', usualPeak, 'count', {
      from: 'default',
      on,
      field: 'peakFactor',
      source: 'assumed: usual for office work',
      confidence: 'C',
    }),
    low: 2,
    high: 5,
  }
  const isUsual = stated === undefined && hours === undefined
  const assumed: readonly InputNode[] = [...guessesAmong(rate), ...(isUsual ? [usual] : [])]
  const given = numberInput(on, 'peakFactor', 'Peak over the mean', arrivals.peakFactor, usualPeak, 'count')
  const peak = isUsual ? usual : stated !== undefined && stated === factor ? given : undefined
  const perSecond = (rate.value * unit.count) / month.seconds
  const growth =
    numberOr(arrivals.growthPerMonth, 0) === 0
      ? undefined
      : numberInput(on, 'growthPerMonth', 'Growth per month', arrivals.growthPerMonth, 0, 'share')
  return {
    perMonth: withTraffic(shared(monthly), traffic),
    peakPerSecond: perSecond * factor * days * share * traffic,
    week: weekProfile(hours === undefined ? humpOfDay(factor) : arrivals.hours, arrivals.weekdays),
    form: 'open',
    assumed,
    ...(peak ? { peak } : {}),
    ...(growth ? { growth } : {}),
  }
}

/** The busiest part over the mean; undefined without a profile. */
function peakOver(weights: readonly number[] | undefined): number | undefined {
  const total = (weights ?? []).reduce((all, weight) => all + Math.max(0, weight), 0)
  return weights && total > 0 ? (Math.max(...weights) * weights.length) / total : undefined
}

/** Users who think, ask and wait for the answer: users / (think time + answer), Little's law. */
function closedPart({ on, share, traffic, shared }: Asked, arrivals: ClosedArrivals, round: Round): Part {
  const users = numberInput(on, 'users', 'Users at work', arrivals.users, usualUsers, 'people')
  const think = numberInput(on, 'thinkTimeS', 'Think time', arrivals.thinkTimeS, usualThinkTimeS, 's')
  const seconds = sum(think, constant('Mean time to the answer', round.answerSeconds, 's'))
  const perMonth = shared(product(quotient(users, seconds), constant('Seconds per month', month.seconds, 's')))

  const perSecond = (answer: number): number => (users.value / Math.max(1e-9, think.value + answer)) * share * traffic
  return {
    perMonth: withTraffic(perMonth, traffic),
    peakPerSecond: perSecond(round.answerSeconds),
    week: evenWeek,
    form: 'closed',
    assumed: guessesAmong(users, think),
    unhinderedPerSecond: perSecond(round.unhinderedSeconds),
  }
}

function batchPart({ on, share, traffic, shared }: Asked, arrivals: BatchArrivals): Part {
  const { every } = arrivals
  if (every === 'once') {
    // A first load does not grow with the number of readers.
    const items = numberInput(on, 'items', 'Items, once', arrivals.items, usualItems, 'calls')
    return { assumed: guessesAmong(items), once: shared(items), peakPerSecond: 0, week: evenWeek, form: 'batch' }
  }
  const { label, count, hours } = runsPerMonth[every]
  const items = numberInput(on, 'items', `Items per ${every}`, arrivals.items, usualItems, 'calls')
  const within = Math.max(1e-6, numberOr(arrivals.withinHours, hours))
  const monthly = every === 'month' ? items : product(items, constant(label, count))
  return {
    perMonth: withTraffic(shared(monthly), traffic),
    peakPerSecond: (items.value / (within * 3600)) * share * traffic,
    week: batchWeek(every, within),
    form: 'batch',
    assumed: guessesAmong(items),
  }
}

function numberInput(
  on: Id,
  field: string,
  label: string,
  value: Value<number> | undefined,
  fallback: number,
  unit: Unit,
): InputNode {
  if (isUnknown(value)) return guessed(on, field, label, fallback, unit)
  const node = isStated(value)
    ? statedInput(on, field, label, value, unit)
    : input(label, numberOr(value, fallback), unit, { from: 'stated', on, field })
  const least = field === 'growthPerMonth' ? -1 : 0
  return node.value >= least ? node : { ...node, value: least }
}

/** Somebody looked and does not know: a usual number stands in, never 0, with a band as wide as that. */
function guessed(on: Id, field: string, label: string, usual: number, unit: Unit): InputNode {
  const provenance = { from: 'default', on, field, source: 'assumed: nobody knows yet', confidence: 'C' } as const
  const node = input(label, usual, unit, provenance)
  return field === 'mix' || field === 'thinkTimeS' ? node : { ...node, low: usual / 10, high: usual * 10 }
}

/** Those of them that nobody knows: the list of assumptions names them. */
function guessesAmong(...nodes: readonly InputNode[]): readonly InputNode[] {
  return nodes.filter(({ provenance }) => provenance.from === 'default')
}
