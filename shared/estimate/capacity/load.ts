import type { Id } from '../../design/design.ts'
import { atLeast, derived, evaluate, type Formula, input, product, quotient } from '../../kinds/formula/formula.ts'
import { isPerMinute } from '../../kinds/parts/capacity.ts'
import type { Capacity } from '../../kinds/kind.ts'
import { keepAnswer, recall, type Remembered } from '../calls/remembered.ts'
import type { Demand } from '../demand/demand.ts'
import { refusedShare, type Wait, waitFor } from './queueing.ts'
import type { Ask, Station } from './stations.ts'

/** What all actions together ask of one component; calls of all copies together. */
export interface ComponentLoad {
  readonly callsPerMonth: number
  readonly peakPerSecond: number
  /** In each of the 168 hours of a mean week, Monday 00:00 first; worked out when somebody asks. */
  readonly perSecondByHour?: () => readonly number[]
  /** Of one copy: what its tightest limit is used to at the peak; 1 is full. */
  readonly utilisation?: number
  readonly capacity?: Capacity
  readonly wait?: Wait
  readonly limit?: LimitLoad
}

/** The tightest limit of a component at the peak. */
export interface LimitLoad {
  /** `peakPerSecond` over `sustainedPerSecond`, of one copy; for people also what a day brings over what a day can take. */
  readonly formula: Formula
  readonly peakPerSecond: number
  /** What one unit of traffic adds: closed workloads count with what they would ask for if nobody waited. */
  readonly utilisationPerTraffic: number
  /** Utilisation that one request a second of each action causes. */
  readonly workByAction: ReadonlyMap<Id, number>
  /** Share of the calls that a limit per minute refuses. */
  readonly refused: number
}

/** Waits that users of closed workloads cause one another, where there are some. */
export type ClosedWaits = ReadonlyMap<Id, Wait | undefined>

/** Visits of all actions at the peak hour, per component, against what its kind says that a copy sustains. */
export function findLoads(
  stations: ReadonlyMap<Id, Station>,
  demands: readonly Demand[],
  closedWaits: ClosedWaits = new Map(),
): ReadonlyMap<Id, ComponentLoad> {
  const byAction = new Map(demands.map((demand) => [demand.action, demand]))
  return new Map(
    [...stations.values()].map((station) => [station.component, rememberedLoad(station, byAction, closedWaits)]),
  )
}

/** By the limits of its first call, which stay the very object while nothing that they follow from changes. */
const loadsBefore: Remembered<ComponentLoad> = new WeakMap()

/** The load of before where calls, limits and demand are those of before: queues are not worked out again. */
function rememberedLoad(station: Station, demands: ReadonlyMap<Id, Demand>, closedWaits: ClosedWaits): ComponentLoad {
  const { component, copies, asks } = station
  const [first] = asks
  if (first === undefined) return loadOf(station, demands, closedWaits)
  const from: unknown[] = [component, copies, closedWaits.has(component), closedWaits.get(component)]
  for (const { action, calls, limits } of asks) from.push(action, calls, limits, demands.get(action))
  const known = recall(loadsBefore, first.limits, from)
  if (known !== undefined) return known.result
  const result = loadOf(station, demands, closedWaits)
  keepAnswer(loadsBefore, first.limits, { from, result, read: [] })
  return result
}

function loadOf(station: Station, demands: ReadonlyMap<Id, Demand>, closedWaits: ClosedWaits): ComponentLoad {
  const load = {
    callsPerMonth: sumOver(station.asks, demands, (demand) => demand.requestsPerMonth),
    peakPerSecond: sumOver(station.asks, demands, (demand) => demand.peakPerSecond),
    perSecondByHour: () => weekOf(station.asks, demands),
  }
  const count = Math.max(0, ...station.asks.map((ask) => ask.limits.length))
  const limits = Array.from({ length: count }, (_, index) => limitAt(station, index, demands)).flatMap(
    (each) => each ?? [],
  )
  const tightest = limits.toSorted((a, b) => b.utilisation - a.utilisation)[0]
  if (!tightest) return load
  const { capacity, limit, utilisation } = tightest
  const wait = closedWaits.has(station.component)
    ? closedWaits.get(station.component)
    : openWait(limit, capacity, utilisation)
  return { ...load, capacity, utilisation, limit, ...(wait && utilisation < 1 ? { wait } : {}) }
}

/** Limits per minute refuse; whoever stands in a queue waits. */
function openWait({ peakPerSecond }: LimitLoad, capacity: Capacity, utilisation: number): Wait | undefined {
  if (isPerMinute(capacity) || utilisation >= 1) return undefined
  return waitFor(peakPerSecond, capacity.callsPerSecond, capacity.servers, {
    arrivals: 1,
    service: capacity.serviceVariability ?? 1,
  })
}

function sumOver(asks: readonly Ask[], demands: ReadonlyMap<Id, Demand>, rate: (demand: Demand) => number): number {
  return asks.reduce((sum, ask) => {
    const demand = demands.get(ask.action)
    return demand ? sum + ask.calls * rate(demand) : sum
  }, 0)
}

function weekOf(asks: readonly Ask[], demands: ReadonlyMap<Id, Demand>): readonly number[] {
  const week = Array.from({ length: 168 }, () => 0)
  for (const { action, calls } of asks) {
    demands.get(action)?.perSecondByHour.forEach((rate, hour) => (week[hour] = (week[hour] ?? 0) + rate * calls))
  }
  return week
}

interface MetLimit {
  readonly capacity: Capacity
  readonly limit: LimitLoad
  readonly utilisation: number
}

/**
 * One limit over all ways in which a component is called: each call takes its own part of it (a long prompt more of a
 * quota than a short one), so that work adds up exactly and the sustained rate is that of the present mix.
 */
function limitAt(station: Station, index: number, demands: ReadonlyMap<Id, Demand>): MetLimit | undefined {
  const { copies } = station
  const workByAction = new Map<Id, number>()
  let first: Capacity | undefined
  let heaviest = -1
  let perSecond = 0
  let busy = 0
  let squares = 0
  let dayBusy = 0
  for (const { action, calls, limits } of station.asks) {
    const limit = limits[index]
    const demand = demands.get(action)
    if (!limit || !demand || !(limit.callsPerSecond > 0)) continue
    const work = calls / copies / limit.callsPerSecond
    workByAction.set(action, (workByAction.get(action) ?? 0) + work)
    const weight = work * demand.peakPerSecond
    if (weight > heaviest) {
      heaviest = weight
      first = limit
    }
    perSecond += (calls / copies) * demand.peakPerSecond
    busy += weight
    // Mean square of the service time, in units of the servers' seconds.
    squares += (weight / limit.callsPerSecond) * (1 + (limit.serviceVariability ?? 1))
    dayBusy += work * busiestDay(demand)
  }
  if (!first) return undefined
  const sustained = perSecond > 0 ? perSecond / busy : first.callsPerSecond
  const same = workByAction.size === 1 && station.asks.length === 1
  const variability =
    perSecond > 0 && !same ? Math.max(0, (squares * perSecond) / (busy * busy) - 1) : first.serviceVariability
  const capacity: Capacity = {
    ...first,
    callsPerSecond: sustained,
    ...(variability === undefined ? {} : { serviceVariability: variability }),
  }
  const formula = utilisationFormula(perSecond, capacity, dayBusy * sustained)
  const utilisation = evaluate(formula)
  const unhindered = [...workByAction].reduce((sum, [action, work]) => {
    const demand = demands.get(action)
    return demand
      ? sum + work * (demand.peakPerSecond - demand.closed.perSecond + demand.closed.unhinderedPerSecond)
      : sum
  }, 0)
  return {
    capacity,
    utilisation,
    limit: {
      formula,
      peakPerSecond: perSecond,
      utilisationPerTraffic: Math.max(utilisation, unhindered),
      workByAction,
      refused: isPerMinute(capacity) ? refusedShare(perSecond, sustained) : 0,
    },
  }
}

/** By demand, of which every call asks. */
const busiestDays = new WeakMap<Demand, number>()

/** Mean requests per second of the busiest day of the week. */
function busiestDay(demand: Demand): number {
  const known = busiestDays.get(demand)
  if (known !== undefined) return known
  const found = findBusiestDay(demand)
  busiestDays.set(demand, found)
  return found
}

function findBusiestDay({ perSecondByHour }: Demand): number {
  let most = 0
  for (let day = 0; day < 7; day += 1) {
    let total = 0
    for (let hour = 0; hour < 24; hour += 1) total += perSecondByHour[day * 24 + hour] ?? 0
    most = Math.max(most, total / 24)
  }
  return most
}

/**
 * Peak over sustained. People work some hours of the day, and what comes outside waits for them: then what a day brings
 * must fit in their hours, too, and the higher of both counts.
 */
function utilisationFormula(perSecond: number, capacity: Capacity, dayPerSecond: number): Formula {
  const sustained = input(`Sustained: ${capacity.why}`, capacity.callsPerSecond, 'calls/s', derived)
  const peak = quotient(input('Calls at the peak, of one copy', perSecond, 'calls/s', derived), sustained)
  const { hoursPerDay } = capacity
  if (hoursPerDay === undefined || !(hoursPerDay > 0) || hoursPerDay >= 24) return peak
  const day = product(
    input('Calls of the busiest day, mean', dayPerSecond, 'calls/s', derived),
    input('Hours of a day', 24, 'hours', derived),
  )
  return atLeast(peak, quotient(day, product(sustained, input('Hours worked a day', hoursPerDay, 'hours', derived))))
}
