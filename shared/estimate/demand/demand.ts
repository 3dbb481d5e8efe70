import type { Design, Id, Workload } from '../../design/design.ts'
import { evaluate, type Formula, type InputNode, sum } from '../../kinds/formula/formula.ts'
import { month } from '../../kinds/figures/month.ts'
import { type Part, partOf, type Round, usualPart } from './arrivals.ts'

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
  /** In each of the 168 hours of a mean week, Monday 00:00 first; their mean is that of the month. */
  readonly perSecondByHour: readonly number[]
  /** Of the peak, what users of closed workloads ask for; and what they would if nobody had to wait for a server. */
  readonly closed: { readonly perSecond: number; readonly unhinderedPerSecond: number }
  /** Parts of the peak that grow, each by its share a month. */
  readonly growing: readonly { readonly peakPerSecond: number; readonly growth: InputNode }[]
  /** Parts of the peak that a peak over the mean makes, stated or assumed. */
  readonly peaks: readonly { readonly peakPerSecond: number; readonly peak: InputNode }[]
  /** Requests per month that people or systems ask for by themselves (no batches). */
  readonly openPerMonth: number
  /** Numbers that nobody stated. */
  readonly assumed: readonly InputNode[]
}

/**
 * Requests of each action. Hours and weekdays spread the stated rate, they do not thin it out: 1,200 a day stay 36,500 a
 * month, the busiest hour of the busiest day is the peak. `peakFactor` is the peak over the mean; of it and the hourly
 * profile the higher counts; without both it is 3. Without any workload each action is asked for 1,000 times a day.
 * @param roundOf mean time of a round of a closed workload: users / (think time + answer)
 * @param traffic times the stated rates, users and items, as "what if" asks
 */
export function findDemand(
  design: Design,
  actions: readonly Id[],
  roundOf: (workload: Workload) => Round,
  traffic = 1,
): readonly Demand[] {
  const workloads = (design.workloads ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return actions.map((action) => {
    const parts =
      workloads.length === 0
        ? [usualPart(action, traffic)]
        : workloads.flatMap((workload) => partOf(workload, action, roundOf(workload), traffic) ?? [])
    return addParts(action, parts)
  })
}

/** The same demand in its mean hour: what a requirement on the average asks about. */
export function atMean(demand: Demand): Demand {
  return {
    ...demand,
    peakPerSecond: demand.requestsPerMonth / month.seconds,
    growing: [],
    peaks: [],
  }
}

function addParts(action: Id, parts: readonly Part[]): Demand {
  const monthly = parts.flatMap((part) => part.perMonth ?? [])
  const single = parts.flatMap((part) => part.once ?? [])
  const open = parts.filter((part) => part.form !== 'batch').flatMap((part) => part.perMonth ?? [])
  const closed = parts.filter((part) => part.form === 'closed')
  const all = (formulas: readonly Formula[]): Formula | undefined =>
    formulas.length > 1 ? sum(...formulas) : formulas[0]
  const total = (formulas: readonly Formula[]): number =>
    formulas.reduce((requests, formula) => requests + evaluate(formula), 0)
  return {
    action,
    perMonth: all(monthly),
    once: all(single),
    requestsPerMonth: total(monthly),
    peaks: parts.flatMap(({ peak, peakPerSecond }) => (peak ? [{ peak, peakPerSecond }] : [])),
    openPerMonth: total(open),
    peakPerSecond: parts.reduce((peak, part) => peak + part.peakPerSecond, 0),
    perSecondByHour: addWeeks(parts),
    closed: {
      perSecond: closed.reduce((rate, part) => rate + part.peakPerSecond, 0),
      unhinderedPerSecond: closed.reduce((rate, part) => rate + (part.unhinderedPerSecond ?? 0), 0),
    },
    growing: parts.flatMap(({ growth, peakPerSecond }) => (growth ? [{ growth, peakPerSecond }] : [])),
    assumed: parts.flatMap((part) => part.assumed ?? []),
  }
}

function addWeeks(parts: readonly Part[]): readonly number[] {
  const week = Array.from({ length: 168 }, () => 0)
  for (const { perMonth, week: weights } of parts) {
    const perSecond = perMonth ? evaluate(perMonth) / month.seconds : 0
    if (perSecond === 0) continue
    weights.forEach((weight, hour) => (week[hour] = (week[hour] ?? 0) + perSecond * weight))
  }
  return week
}
