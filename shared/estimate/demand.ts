import type {
  Arrivals,
  BatchArrivals,
  ClosedArrivals,
  Design,
  Id,
  OpenArrivals,
  Value,
  Workload,
} from '../design/design.ts'
import { isStated, isUnknown, numberOr } from '../design/value.ts'
import type { Unit } from '../kinds/field.ts'
import { constant, evaluate, type Formula, input, type InputNode, product, quotient, sum } from '../kinds/formula.ts'
import { statedInput } from './step-numbers.ts'

/** How often an action is asked for, all workloads together. */
export interface Demand {
  readonly action: Id
  /** Requests in a month of 730 hours; absent when only one-off work asks for it. */
  readonly perMonth: Formula | undefined
  /** Requests of one-off work, a first load for example. */
  readonly once: Formula | undefined
  readonly requestsPerMonth: number
  /** At the peak of everyday work; one-off work is left out. */
  readonly peakPerSecond: number
  /** Requests per month that people or systems ask for by themselves (no batches). */
  readonly openPerMonth: number
  /** Numbers that nobody stated. */
  readonly assumed: readonly InputNode[]
}

const secondsPerMonth = 730 * 3600
const daysPerMonth = 365 / 12
const usualPeak = 3
const usualPerDay = 1000

/** How many of each unit a month has: 730 hours, 365 / 12 days. */
const unitsPerMonth: Readonly<Record<OpenArrivals['per'], { readonly label: string; readonly count: number }>> = {
  second: { label: 'Seconds per month', count: secondsPerMonth },
  minute: { label: 'Minutes per month', count: 730 * 60 },
  hour: { label: 'Hours per month', count: 730 },
  day: { label: 'Days per month', count: daysPerMonth },
  month: { label: 'Months', count: 1 },
}
const runsPerMonth: Readonly<
  Record<
    Exclude<BatchArrivals['every'], 'once'>,
    { readonly label: string; readonly count: number; readonly hours: number }
  >
> = {
  hour: { label: 'Hours per month', count: 730, hours: 1 },
  day: { label: 'Days per month', count: daysPerMonth, hours: 24 },
  week: { label: 'Weeks per month', count: daysPerMonth / 7, hours: 168 },
  month: { label: 'Months', count: 1, hours: 730 },
}

/** What one workload asks of one action. */
interface Part {
  readonly perMonth?: Formula
  readonly once?: Formula
  readonly peakPerSecond: number
  readonly open: boolean
  readonly assumed?: readonly InputNode[]
}

/**
 * Requests of each action. Hours and weekdays spread the stated rate, they do not thin it out: 1,200 a day stay 36,500 a
 * month, the busiest hour of the busiest day is the peak. `peakFactor` is the peak over the mean; of it and the hourly
 * profile the higher counts; without both it is 3. Without any workload each action is asked for 1,000 times a day.
 * @param meanSeconds mean time of an action, for closed workloads: users / (think time + answer)
 */
export function findDemand(
  design: Design,
  actions: readonly Id[],
  meanSeconds: (action: Id) => number,
): readonly Demand[] {
  const workloads = (design.workloads ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return actions.map((action) => {
    const parts =
      workloads.length === 0
        ? [usualDemand(action)]
        : workloads.flatMap((workload) => partOf(workload, action, meanSeconds) ?? [])
    return addParts(action, parts)
  })
}

function addParts(action: Id, parts: readonly Part[]): Demand {
  const monthly = parts.flatMap((part) => part.perMonth ?? [])
  const single = parts.flatMap((part) => part.once ?? [])
  const open = parts.filter((part) => part.open).flatMap((part) => part.perMonth ?? [])
  const all = (formulas: readonly Formula[]): Formula | undefined =>
    formulas.length > 1 ? sum(...formulas) : formulas[0]
  return {
    action,
    perMonth: all(monthly),
    once: all(single),
    requestsPerMonth: monthly.reduce((total, formula) => total + evaluate(formula), 0),
    openPerMonth: open.reduce((total, formula) => total + evaluate(formula), 0),
    peakPerSecond: parts.reduce((total, part) => total + part.peakPerSecond, 0),
    assumed: parts.flatMap((part) => part.assumed ?? []),
  }
}

function usualDemand(action: Id): Part {
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
  const perMonth = product(rate, constant('Days per month', daysPerMonth, 'days'))
  return { perMonth, peakPerSecond: (evaluate(perMonth) / secondsPerMonth) * usualPeak, open: true, assumed: [rate] }
}

function partOf(workload: Workload, action: Id, meanSeconds: (action: Id) => number): Part | undefined {
  const mix = workload.mix[action]
  const share = numberOr(mix, 0)
  if (share <= 0) return undefined
  const shared = (formula: Formula): Formula =>
    share === 1 ? formula : product(formula, numberInput(workload.id, 'mix', 'Share of the mix', mix, share, 'share'))
  const { arrivals } = workload
  if (isOpen(arrivals)) return openPart(workload.id, arrivals, share, shared)
  if (isClosed(arrivals)) return closedPart(workload, arrivals, share, shared, meanSeconds)
  return batchPart(workload.id, arrivals, share, shared)
}

function isOpen(arrivals: Arrivals): arrivals is OpenArrivals {
  return 'rate' in arrivals
}
function isClosed(arrivals: Arrivals): arrivals is ClosedArrivals {
  return 'users' in arrivals
}

function openPart(on: Id, arrivals: OpenArrivals, share: number, shared: (formula: Formula) => Formula): Part {
  const unit = unitsPerMonth[arrivals.per]
  const rate = numberInput(on, 'rate', `Requests per ${arrivals.per}`, arrivals.rate, 0, 'calls')
  const monthly = arrivals.per === 'month' ? rate : product(rate, constant(unit.label, unit.count))
  const hours = peakOver(arrivals.hours)
  const days = peakOver(arrivals.weekdays) ?? 1
  const stated =
    arrivals.peakFactor === undefined || isUnknown(arrivals.peakFactor)
      ? undefined
      : numberOr(arrivals.peakFactor, usualPeak)
  const factor = Math.max(stated ?? (hours === undefined ? usualPeak : 1), hours ?? 1, 1)
  const assumed: readonly InputNode[] =
    stated === undefined && hours === undefined
      ? [
          input('Peak over the mean', usualPeak, 'count', {
            from: 'default',
            on,
            field: 'peakFactor',
            source: 'assumed: usual for office work',
            confidence: 'C',
          }),
        ]
      : []
  const perSecond = (numberOr(arrivals.rate, 0) * unit.count) / secondsPerMonth
  return { perMonth: shared(monthly), peakPerSecond: perSecond * factor * days * share, open: true, assumed }
}

/** The busiest part over the mean; undefined without a profile. */
function peakOver(weights: readonly number[] | undefined): number | undefined {
  const total = (weights ?? []).reduce((all, weight) => all + Math.max(0, weight), 0)
  return weights && total > 0 ? (Math.max(...weights) * weights.length) / total : undefined
}

function closedPart(
  workload: Workload,
  arrivals: ClosedArrivals,
  share: number,
  shared: (formula: Formula) => Formula,
  meanSeconds: (action: Id) => number,
): Part {
  const users = numberInput(workload.id, 'users', 'Users at work', arrivals.users, 0, 'people')
  const think = numberInput(workload.id, 'thinkTimeS', 'Think time', arrivals.thinkTimeS, 0, 's')
  const total = Object.values(workload.mix).reduce<number>((all, each) => all + Math.max(0, numberOr(each, 0)), 0) || 1
  const mean = Object.entries(workload.mix).reduce(
    (all, [action, each]) => all + (Math.max(0, numberOr(each, 0)) / total) * meanSeconds(action),
    0,
  )
  const round = sum(think, constant('Mean time to the answer', mean, 's'))
  const perMonth = shared(product(quotient(users, round), constant('Seconds per month', secondsPerMonth, 's')))
  const perSecond = users.value / Math.max(1e-9, think.value + mean)
  return { perMonth, peakPerSecond: perSecond * share, open: true }
}

function batchPart(on: Id, arrivals: BatchArrivals, share: number, shared: (formula: Formula) => Formula): Part {
  if (arrivals.every === 'once') {
    return {
      once: shared(numberInput(on, 'items', 'Items, once', arrivals.items, 0, 'calls')),
      peakPerSecond: 0,
      open: false,
    }
  }
  const { label, count, hours } = runsPerMonth[arrivals.every]
  const items = numberInput(on, 'items', `Items per ${arrivals.every}`, arrivals.items, 0, 'calls')
  const within = Math.max(1e-6, numberOr(arrivals.withinHours, hours))
  const monthly = arrivals.every === 'month' ? items : product(items, constant(label, count))
  return { perMonth: shared(monthly), peakPerSecond: (items.value / (within * 3600)) * share, open: false }
}

function numberInput(
  on: Id,
  field: string,
  label: string,
  value: Value<number> | undefined,
  fallback: number,
  unit: Unit,
): InputNode {
  if (isStated(value)) return statedInput(on, field, label, value, unit)
  return input(label, numberOr(value, fallback), unit, { from: 'stated', on, field })
}
